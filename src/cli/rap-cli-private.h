/* rap-cli-private.h
 *
 * What the commands share: how one describes itself, reads and prints.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib/gi18n.h>

#include "rap-cli.h"
#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_CLI_DONE  0
#define RAP_CLI_NO    1
#define RAP_CLI_USAGE 2

/**
 * RapCliCommand: one subcommand; a group of them ends with a NULL @name
 * @arguments: as shown in the help: "PROJECT FILE…"
 * @summary: one sentence, marked for translation
 * @options: ends with a null entry, or NULL. All strings are
 *   G_OPTION_ARG_FILENAME, which takes the bytes as they are in any locale
 * @min: number of arguments; @max: -1 = any number
 * @run: gets the arguments without the options; returns the exit status
 */
typedef struct
{
  const char         *name;
  const char         *arguments;
  const char         *summary;
  const GOptionEntry *options;
  int                 min;
  int                 max;
  int               (*run) (int    n_arguments,
                            char **arguments);
} RapCliCommand;

extern const RapCliCommand rap_cli_project_commands[];
extern const RapCliCommand rap_cli_import_commands[];
extern const RapCliCommand rap_cli_read_commands[];
extern const RapCliCommand rap_cli_timeline_commands[];
extern const RapCliCommand rap_cli_edit_commands[];
extern const RapCliCommand rap_cli_date_commands[];
extern const RapCliCommand rap_cli_dates_commands[];

/* A column of a table.
 * @width: in cells; longer values are cut with "…". 0: the rest of the line. */
typedef struct
{
  const char *title;
  guint       width;
} RapCliColumn;

/* To standard output, in UTF-8 whatever the locale. */
void           rap_cli_print        (const char          *format,
                                     ...) G_GNUC_PRINTF (1, 2);
/* @text without control characters (line feeds too) that a terminal would obey. (transfer full) */
char          *rap_cli_clean        (const char          *text);
void           rap_cli_print_head   (const RapCliColumn  *columns,
                                     guint                n_columns);
void           rap_cli_print_row    (const RapCliColumn  *columns,
                                     guint                n_columns,
                                     const char * const  *values);
/* The beginning of an id that is enough to find it again. (transfer full) */
char          *rap_cli_short_id     (const char          *id);
/* The JSON object in @json as "Member: value" lines, nested ones indented,
 * empty members left out; those in @skip (NULL-terminated, or NULL) too, at any depth.
 * With a @session the ids in it are shown with the names of what they refer to. */
void           rap_cli_print_outline (const char         *json,
                                      const char * const *skip,
                                      RapSession         *session);
/* A writer to standard output. (transfer full) */
RapJsonWriter *rap_cli_writer_new   (gboolean             pretty);
/* Flushes and frees; says what went wrong. */
gboolean       rap_cli_writer_end   (RapJsonWriter       *writer);
/* Ends the output: @status, or RAP_CLI_NO when not all of it could be written. */
int            rap_cli_end_output   (int                  status);

/* "rapporteur: FILE: message" on standard error; returns RAP_CLI_NO. */
int            rap_cli_fail         (const char          *file,
                                     const char          *format,
                                     ...) G_GNUC_PRINTF (2, 3);
int            rap_cli_fail_error   (const char          *file,
                                     const GError        *error);
/* The same for a wrong argument; returns RAP_CLI_USAGE. */
int            rap_cli_misuse       (const char          *format,
                                     ...) G_GNUC_PRINTF (1, 2);
/* FALSE, having said so, when a text argument is not UTF-8. NULL is. */
gboolean       rap_cli_check_text   (const char          *option,
                                     const char          *value);
/* The same when it is no date in EDTF. */
gboolean       rap_cli_check_date   (const char          *option,
                                     const char          *value);

/* NULL, having said why. (transfer full) */
RapSession    *rap_cli_open         (const char          *path,
                                     gboolean             read_only);
/* A file, or standard input for "-". NULL, having said why. (transfer full) */
GBytes        *rap_cli_read         (const char          *path);

G_END_DECLS
