/* rap-import-wire.h
 *
 * What an import and the process that reads for it say to each other through
 * two pipes: frames of numbers and strings and, behind them, bytes that are not
 * worth copying into one (the text of a page, a document). Whoever reads trusts
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
 * @RAP_WIRE_HELLO: the process is there, and of this version
 * @RAP_WIRE_REQUEST: the files to read
 * @RAP_WIRE_ENTRY: as in RapUnpacking
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

/**
 * RapWireFrame: one that was read
 * @blob: the bytes behind it, with a NUL that @n_blob does not count
 */
typedef struct
{
  RapWireKind  kind;
  guint8      *data;
  gsize        n_data;
  char        *blob;
  gsize        n_blob;
} RapWireFrame;

/* Each FALSE: nobody reads there any more. @bytes (nullable): what would be in the (one) file. */
gboolean     rap_wire_write_hello    (int                 fd);
gboolean     rap_wire_write_request  (int                 fd,
                                      const RapUnpacking *how,
                                      const char * const *files,
                                      guint               n_files,
                                      GBytes             *bytes);
gboolean     rap_wire_write_entry    (int                 fd,
                                      gboolean            begins,
                                      const char         *name);
gboolean     rap_wire_write_incoming (int                 fd,
                                      const RapIncoming  *incoming);
gboolean     rap_wire_write_end      (int                 fd);

/* FALSE at the end, and for what is no frame. */
gboolean     rap_wire_read           (FILE               *from,
                                      RapWireFrame       *frame);
void         rap_wire_frame_clear    (RapWireFrame       *frame);

/* What a frame of the kind says; each may be asked once. FALSE or NULL: it makes no sense. */
gboolean     rap_wire_is_hello       (const RapWireFrame *frame);
/* @format and @files are (transfer full), and so is @bytes, NULL: read the files. */
gboolean     rap_wire_take_request   (RapWireFrame       *frame,
                                      RapUnpacking       *how,
                                      char              **format,
                                      GStrv              *files,
                                      GBytes            **bytes);
/* @name: (nullable) (transfer full) */
gboolean     rap_wire_take_entry     (const RapWireFrame *frame,
                                      gboolean           *begins,
                                      char              **name);
/* (transfer full) */
RapIncoming *rap_wire_take_incoming  (RapWireFrame       *frame,
                                      const char         *file,
                                      gboolean            keep_boilerplate);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RapWireFrame, rap_wire_frame_clear)

G_END_DECLS
