/* rap-form.h
 *
 * The base of the inspector's pages and of the masthead: shows one record, and turns what the user
 * does to a field into one commit, one undo step.
 *
 * A form's template holds rows that name a member of the record (RapFieldRow,
 * RapChoiceRow); the base loads them. A subclass's refresh() does the rest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-selection.h"

G_BEGIN_DECLS

#define RAP_TYPE_FORM (rap_form_get_type ())
G_DECLARE_DERIVABLE_TYPE (RapForm, rap_form, RAP, FORM, AdwBin)

/**
 * RapFormClass:
 * @refresh: the record is another one, or has changed, or something linked to
 *   it may have; never called without a record
 * @go_on: Enter was pressed in a row of one line, and what it holds is
 *   committed; FALSE: on to the next row, as by default
 */
struct _RapFormClass
{
  AdwBinClass parent_class;

  void     (*refresh) (RapForm    *self,
                       RapRecord  *record);
  gboolean (*go_on)   (RapForm    *self,
                       const char *field);
};

/* Both may be NULL: the form is then out of use. What was being typed for the
 * record before is committed first. */
void        rap_form_set_record  (RapForm        *self,
                                  RapSession     *session,
                                  RapRecord      *record);
/* Borrowed; NULL when out of use. */
RapSession *rap_form_get_session (RapForm        *self);
/* Borrowed, sealed; NULL when out of use. */
RapRecord  *rap_form_get_record  (RapForm        *self);
/* An unsealed copy of the record, to be changed and committed. (transfer full) */
RapRecord  *rap_form_edit        (RapForm        *self);
/* Commits @changed as one group with @added (or NULL), a record that @changed
 * refers to. A failure is told to the user; FALSE then. */
gboolean    rap_form_commit      (RapForm        *self,
                                  const char     *label,
                                  RapRecord      *changed,
                                  RapRecord      *added);
/* Commits any group that is not about the form's own record alone. */
gboolean    rap_form_commit_edits (RapForm       *self,
                                   const RapEdits *edits);
/* One member of the record; @field is its name in native JSON. FALSE when the
 * commit failed; TRUE without a commit when nothing changes. */
gboolean    rap_form_set_string  (RapForm        *self,
                                  const char     *field,
                                  const char     *value);
gboolean    rap_form_set_uint    (RapForm        *self,
                                  const char     *field,
                                  guint           value);
gboolean    rap_form_set_edtf    (RapForm        *self,
                                  const char     *field,
                                  const RapEdtf  *value);
/* @added: the record of id @value when it is new, else NULL. */
gboolean    rap_form_set_ref     (RapForm        *self,
                                  const char     *field,
                                  const char     *value,
                                  RapRecord      *added);
/* The keyboard to the first field. */
void        rap_form_focus_first (RapForm        *self);
/* Enter in the row of @field: on to what comes after it. */
void        rap_form_go_on       (RapForm        *self,
                                  const char     *field);
/* Gives @widget the keyboard, which brings it into view, and calls @then when it
 * has its place there: a menu must not open beside what cannot be seen. */
void        rap_form_show_then   (GtkWidget      *widget,
                                  void          (*then) (GtkWidget *widget));
/* The form that @widget is in, or NULL. */
RapForm    *rap_form_of          (GtkWidget      *widget);
/* Ends work in the form: the keyboard goes back to the text. */
void        rap_form_leave       (RapForm        *self);

G_END_DECLS
