/* rap-import-wire.h
 *
 * What an import and the process that reads for it say to each other through
 * two pipes: frames of a GVariant and, behind it, bytes that are not worth
 * copying into one (the text of a page, a document). Whoever reads trusts
 * nothing that is in a frame.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-importing-private.h"

#include <stdio.h>

G_BEGIN_DECLS

/**
 * RapWireKind:
 * @RAP_WIRE_HELLO: the process's version
 * @RAP_WIRE_REQUEST: format, keep_boilerplate, parts to be skipped of the first file, whether the blob is
 *   what would be in the (one) file, the files
 * @RAP_WIRE_ENTRY: as in RapUnpacking: whether it begins, its name
 * @RAP_WIRE_INCOMING: one of the file at hand
 * @RAP_WIRE_END: of the file at hand
 */
typedef enum
{
  RAP_WIRE_HELLO,
  RAP_WIRE_REQUEST,
  RAP_WIRE_ENTRY,
  RAP_WIRE_INCOMING,
  RAP_WIRE_END,
} RapWireKind;

#define RAP_WIRE_N_KINDS (RAP_WIRE_END + 1)

#define RAP_WIRE_REQUEST_TYPE "(msbubaay)"
#define RAP_WIRE_ENTRY_TYPE   "(bms)"

/**
 * RapWireFrame: one that was read
 * @blob: the bytes behind it, with a NUL that @n_blob does not count; NULL: none
 */
typedef struct
{
  RapWireKind  kind;
  GVariant    *variant;
  char        *blob;
  gsize        n_blob;
} RapWireFrame;

/* FALSE: nobody reads there any more. Takes a floating @variant. */
gboolean     rap_wire_write          (int            fd,
                                      RapWireKind    kind,
                                      GVariant      *variant,
                                      const void    *blob,
                                      gsize          n_blob);
gboolean     rap_wire_write_incoming (int                fd,
                                      const RapIncoming *incoming);
/* FALSE at the end, and for what is no frame. */
gboolean     rap_wire_read           (FILE          *from,
                                      RapWireFrame  *frame);
void         rap_wire_frame_clear    (RapWireFrame  *frame);
/* What @frame brings of @file, takes its blob; NULL: it makes no sense. (transfer full) */
RapIncoming *rap_wire_take_incoming  (RapWireFrame  *frame,
                                      const char    *file,
                                      gboolean       keep_boilerplate);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RapWireFrame, rap_wire_frame_clear)

G_END_DECLS
