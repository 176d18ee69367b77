/* rap-claimed-values.c
 *
 * Competing values are all kept; the meeting holds the one that was adopted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-claimed-values.h"

#include <glib/gi18n.h>

#include "rap-claim.h"
#include "rap-link-row.h"
#include "rap-record-words.h"
#include "rap-words.h"

struct _RapClaimedValues
{
  AdwBin      parent_instance;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (RapClaimedValues, rap_claimed_values, ADW_TYPE_BIN)

enum
{
  ADOPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define N_ASPECTS (RAP_ASPECT_OUTCOME + 1)

static void
adopt_clicked_cb (RapClaimedValues *self,
                  GtkButton        *button)
{
  g_signal_emit (self, signals[ADOPTED], 0, g_object_get_data (G_OBJECT (button), "rap-value"));
}

/* A button for a value that is a date and not the meeting's, or NULL. */
static GtkWidget *
create_adopt_button (RapClaimedValues *self,
                     RapMeeting       *meeting,
                     const char       *value)
{
  g_autoptr (RapEdtf) date = rap_edtf_parse (value, NULL);
  GtkWidget *button;

  if (date == NULL || rap_edtf_equal (date, meeting->when))
    return NULL;
  button = gtk_button_new_with_label (_("Adopt"));
  gtk_widget_set_tooltip_text (button, _("Take This Date for the Meeting"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "rap-value", g_strdup (value), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (adopt_clicked_cb), self);
  return button;
}

/* A date in words, anything else as it is. (transfer full) */
static char *
describe_value (RapAspect   aspect,
                const char *value)
{
  g_autoptr (RapEdtf) date = aspect == RAP_ASPECT_DATE ? rap_edtf_parse (value, NULL) : NULL;

  return date != NULL ? rap_words_edtf (date) : g_strdup (value);
}

static void
add_row (RapClaimedValues      *self,
         RapSession            *session,
         RapMeeting            *meeting,
         RapClaim              *claim,
         const RapClaimMeeting *link,
         gboolean               contested)
{
  g_autofree char *value = describe_value (link->aspect, link->value);
  g_autofree char *speaker = claim->speaker != NULL ? rap_session_get_name (session, RAP_KIND_ENTITY, claim->speaker)
                                                    : g_strdup (_("no speaker"));
  g_autofree char *article = rap_session_get_name (session, RAP_KIND_ARTICLE, claim->article);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", speaker, article);
  GtkWidget *row = rap_link_row_new (RAP_KIND_CLAIM, ((RapRecord *) claim)->id, value, subtitle);
  GtkWidget *button = NULL;

  rap_link_row_set_badge (RAP_LINK_ROW (row), rap_record_words_get_aspects ()[link->aspect],
                          contested ? "contradicts" : "meeting");
  if (link->aspect == RAP_ASPECT_DATE && !rap_session_get_read_only (session))
    button = create_adopt_button (self, meeting, link->value);
  if (button != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
}

/* Whether the values given for @aspect differ. */
static gboolean
is_contested (GPtrArray  *claims,
              const char *meeting,
              RapAspect   aspect)
{
  const char *first = NULL;

  for (guint i = 0; i < claims->len; i++)
    {
      RapClaim *claim = claims->pdata[i];

      for (guint j = 0; claim->meetings != NULL && j < claim->meetings->len; j++)
        {
          const RapClaimMeeting *link = claim->meetings->pdata[j];

          if (link->value == NULL || link->aspect != aspect || g_strcmp0 (link->meeting, meeting) != 0)
            continue;
          if (first == NULL)
            first = link->value;
          else if (g_strcmp0 (first, link->value) != 0)
            return TRUE;
        }
    }
  return FALSE;
}

static void
add_aspect (RapClaimedValues *self,
            RapSession       *session,
            RapMeeting       *meeting,
            GPtrArray        *claims,
            RapAspect         aspect)
{
  const char *id = ((RapRecord *) meeting)->id;
  gboolean contested = is_contested (claims, id, aspect);

  for (guint i = 0; i < claims->len; i++)
    {
      RapClaim *claim = claims->pdata[i];

      for (guint j = 0; claim->meetings != NULL && j < claim->meetings->len; j++)
        {
          const RapClaimMeeting *link = claim->meetings->pdata[j];

          if (link->value != NULL && link->aspect == aspect && g_strcmp0 (link->meeting, id) == 0)
            add_row (self, session, meeting, claim, link, contested);
        }
    }
}

static void
rap_claimed_values_class_init (RapClaimedValuesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ADOPTED] = g_signal_new ("adopted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-claimed-values.ui");
  gtk_widget_class_bind_template_child (widget_class, RapClaimedValues, list);
}

static void
rap_claimed_values_init (RapClaimedValues *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_claimed_values_load (RapClaimedValues *self,
                         RapSession       *session,
                         RapMeeting       *meeting,
                         GPtrArray        *claims)
{
  g_return_if_fail (RAP_IS_CLAIMED_VALUES (self));

  rap_list_box_clear (self->list);
  for (guint aspect = 0; claims != NULL && aspect < N_ASPECTS; aspect++)
    add_aspect (self, session, meeting, claims, aspect);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}
