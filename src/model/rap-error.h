/* rap-error.h
 *
 * The one error domain of the project. A code says what kind of thing went
 * wrong in the world; the message says what and which, untranslated. The
 * window turns the code into one translated sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RapError:
 * @RAP_ERROR_INVALID: a value breaks a rule of the model (names object and member)
 * @RAP_ERROR_REFERENCE: an object refers to another that does not exist, or is still referred to
 * @RAP_ERROR_NOT_FOUND: no object (or file) of that name
 * @RAP_ERROR_EXISTS: it is there already; nothing is overwritten
 * @RAP_ERROR_NOT_TEXT: binary data where text was expected
 * @RAP_ERROR_EMPTY: an empty file, or only white space
 * @RAP_ERROR_FORMAT: malformed input (JSON, HTML, a date); the message gives the place
 * @RAP_ERROR_FOREIGN: a file that is not a Rapporteur project
 * @RAP_ERROR_NEWER: a project written by a newer Rapporteur
 * @RAP_ERROR_DAMAGED: a project that fails its integrity check
 * @RAP_ERROR_LOCKED: a project held by another program
 * @RAP_ERROR_READ_ONLY: the project or its folder cannot be written
 * @RAP_ERROR_IO: the disk said no
 * @RAP_ERROR_STALE: an edit's before does not match what is stored
 * @RAP_ERROR_CANCELLED: the user said stop
 * @RAP_ERROR_SAVING: a large import is being saved, and nothing else can be until it is
 * @RAP_ERROR_KEY_TAKEN: another code has the key
 * @RAP_ERROR_NAME_TAKEN: another code beside it has the name
 * @RAP_ERROR_CYCLE: the object would be above (or a copy of) itself
 * @RAP_ERROR_KIND_IN_USE: what refers to the entity needs the kind that it has
 */
typedef enum
{
  RAP_ERROR_INVALID,
  RAP_ERROR_REFERENCE,
  RAP_ERROR_NOT_FOUND,
  RAP_ERROR_EXISTS,
  RAP_ERROR_NOT_TEXT,
  RAP_ERROR_EMPTY,
  RAP_ERROR_FORMAT,
  RAP_ERROR_FOREIGN,
  RAP_ERROR_NEWER,
  RAP_ERROR_DAMAGED,
  RAP_ERROR_LOCKED,
  RAP_ERROR_READ_ONLY,
  RAP_ERROR_IO,
  RAP_ERROR_STALE,
  RAP_ERROR_CANCELLED,
  RAP_ERROR_SAVING,
  RAP_ERROR_KEY_TAKEN,
  RAP_ERROR_NAME_TAKEN,
  RAP_ERROR_CYCLE,
  RAP_ERROR_KIND_IN_USE,
} RapError;

#define RAP_ERROR (rap_error_quark ())
GQuark rap_error_quark (void);

G_END_DECLS
