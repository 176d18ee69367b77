/* rap-reading-sources.c
 *
 * The present value of a member as a string, beside the detected one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-reading-sources.h"

#include <glib/gi18n.h>

#include "rap-choice-row.h"
#include "rap-field-row.h"
#include "rap-reading-marks.h"
#include "rap-reading-words.h"

/* (transfer full) (element-type RapDetected) */
static GPtrArray *
load_detected (RapForm *form)
{
  return rap_session_get_detected (rap_form_get_session (form), rap_form_get_record (form)->id);
}

static const RapDetected *
find (GPtrArray  *detected,
      const char *member)
{
  for (guint i = 0; i < detected->len; i++)
    if (g_strcmp0 (((RapDetected *) detected->pdata[i])->member, member) == 0)
      return detected->pdata[i];
  return NULL;
}

/* (transfer full) */
static char *
get_present (RapSession       *session,
             const RapArticle *article,
             const char       *member)
{
  if (g_str_equal (member, "title"))
    return g_strdup (article->title);
  if (g_str_equal (member, "outlet"))
    return article->outlet != NULL ? rap_session_get_name (session, RAP_KIND_ENTITY, article->outlet) : g_strdup ("");
  if (g_str_equal (member, "byline"))
    return g_strdup (article->byline);
  if (g_str_equal (member, "published"))
    return g_strdup (article->published != NULL ? article->published->text : "");
  if (g_str_equal (member, "url"))
    return g_strdup (article->url);
  if (g_str_equal (member, "note"))
    return g_strdup (article->note);
  return g_strdup (g_str_equal (member, "language") ? article->language : "");
}

/* An outlet may be called by any of its names. */
static gboolean
is_as_detected (RapSession        *session,
                const RapArticle  *article,
                const RapDetected *detected)
{
  g_autofree char *present = get_present (session, article, detected->member);
  g_autoptr (RapEntity) entity = NULL;

  if (*detected->value == '\0' || g_str_equal (present, detected->value))
    return TRUE;
  if (!g_str_equal (detected->member, "outlet"))
    return FALSE;
  entity = rap_session_match_entity (session, detected->value);
  return entity != NULL && g_strcmp0 (RAP_RECORD (entity)->id, article->outlet) == 0;
}

static void
show_row (RapFieldRow      *row,
          RapSession       *session,
          const RapArticle *article,
          GPtrArray        *detected)
{
  const RapDetected *one = find (detected, rap_field_row_get_field (row));
  g_autofree char *source = rap_reading_words_source (one);
  g_autofree char *tip = NULL;

  if (one != NULL && !is_as_detected (session, article, one) && !rap_session_get_read_only (session))
    tip = g_strdup_printf (_("Put back what was detected: “%s”"), one->value);
  rap_field_row_set_source (row, source, tip);
}

/* The direction has no row of the usual kind; it says its source below its title. */
static void
show_choice (RapChoiceRow *row,
             GPtrArray    *detected)
{
  const RapDetected *one = find (detected, "direction");
  g_autofree char *source = rap_reading_words_source (one);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), source != NULL ? source : "");
}

static void
walk (GtkWidget        *widget,
      RapSession       *session,
      const RapArticle *article,
      GPtrArray        *detected)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (RAP_IS_FIELD_ROW (child))
        show_row (RAP_FIELD_ROW (child), session, article, detected);
      else if (RAP_IS_CHOICE_ROW (child))
        show_choice (RAP_CHOICE_ROW (child), detected);
      else
        walk (child, session, article, detected);
    }
}

void
rap_reading_sources_show (RapForm          *form,
                          const RapArticle *article)
{
  RapSession *session = rap_form_get_session (form);
  g_autoptr (GPtrArray) detected = NULL;

  g_return_if_fail (RAP_IS_FORM (form));

  detected = load_detected (form);
  walk (GTK_WIDGET (form), session, article, detected);
}

void
rap_reading_sources_show_row (RapForm     *form,
                              RapFieldRow *row)
{
  g_autoptr (GPtrArray) detected = NULL;

  g_return_if_fail (RAP_IS_FORM (form));

  detected = load_detected (form);
  show_row (row, rap_form_get_session (form), (RapArticle *) rap_form_get_record (form), detected);
}

char *
rap_reading_sources_describe (RapForm    *form,
                              const char *field)
{
  g_autoptr (GPtrArray) detected = NULL;

  g_return_val_if_fail (RAP_IS_FORM (form), NULL);

  detected = load_detected (form);
  return rap_reading_words_source (find (detected, field));
}

char *
rap_reading_sources_get_value (RapForm    *form,
                               const char *field)
{
  g_return_val_if_fail (RAP_IS_FORM (form), NULL);

  return get_present (rap_form_get_session (form), (RapArticle *) rap_form_get_record (form), field);
}

static void
reset_outlet (RapForm    *form,
              const char *name)
{
  g_autoptr (RapEntity) known = rap_session_match_entity (rap_form_get_session (form), name);
  g_autoptr (RapRecord) added = NULL;

  if (known != NULL && known->kind == RAP_ENTITY_OUTLET)
    {
      rap_form_set_ref (form, "outlet", RAP_RECORD (known)->id, NULL);
      return;
    }
  added = rap_record_new (RAP_KIND_ENTITY);
  RAP_ENTITY (added)->kind = RAP_ENTITY_OUTLET;
  rap_set_string (&RAP_ENTITY (added)->name, name);
  rap_form_set_ref (form, "outlet", added->id, added);
}

void
rap_reading_sources_reset (RapForm    *form,
                           const char *field)
{
  g_autoptr (GPtrArray) detected = NULL;
  const RapDetected *one;

  g_return_if_fail (RAP_IS_FORM (form));

  detected = load_detected (form);
  one = find (detected, field);
  if (one == NULL)
    return;
  if (g_str_equal (field, "outlet"))
    reset_outlet (form, one->value);
  else if (g_str_equal (field, "published"))
    {
      g_autoptr (RapEdtf) date = rap_edtf_parse (one->value, NULL);

      if (date != NULL)
        rap_form_set_edtf (form, field, date);
    }
  else
    rap_form_set_string (form, field, one->value);
}
