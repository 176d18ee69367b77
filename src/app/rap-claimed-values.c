/* rap-claimed-values.c
 *
 * Competing values are all kept; the meeting holds the one that was adopted.
 * The rows are made when the list is opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-claimed-values.h"

#include <glib/gi18n.h>

#include "rap-list-box.h"
#include "rap-meeting-adoption.h"
#include "rap-record-words.h"
#include "rap-row-words.h"
#include "rap-words.h"

#define MAX_ROWS   60
#define MAX_VOICES 3    /* claims named below a value */

/**
 * RapClaimedValues:
 * @evidence, @claims: of this aspect
 * @values: (element-type RapClaimedValue): what the claims give
 * @filling: the marks are being set, not chosen
 */
struct _RapClaimedValues
{
  AdwPreferencesRow  parent_instance;
  GtkToggleButton   *head;
  GtkImage          *arrow;
  GtkLabel          *count;
  GtkWidget         *contested;
  GtkWidget         *body;
  GtkListBox        *value_list;
  GtkListBox        *support_list;
  GtkLabel          *cut;
  RapAspect          aspect;
  RapSession        *session;
  RapMeeting        *meeting;
  GPtrArray         *evidence;
  GPtrArray         *claims;
  GPtrArray         *values;
  gboolean           filling;
};

G_DEFINE_FINAL_TYPE (RapClaimedValues, rap_claimed_values, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_ASPECT,
  N_PROPS
};

enum
{
  ADOPTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What adopting is called in the history; translated when shown. */
static const char * const labels[] = {
  [RAP_ASPECT_OCCURRENCE] = N_("Adopt occurrence"),
  [RAP_ASPECT_DATE] = N_("Adopt date"),
  [RAP_ASPECT_PLACE] = N_("Adopt place"),
  [RAP_ASPECT_PARTICIPANTS] = N_("Adopt participants"),
  [RAP_ASPECT_TOPIC] = N_("Adopt topic"),
  [RAP_ASPECT_OUTCOME] = N_("Adopt outcome"),
};

static void fill (RapClaimedValues *self);

/* What the commit refuses is marked as it was. */
static void
value_toggled_cb (RapClaimedValues *self,
                  GtkCheckButton   *check)
{
  const RapClaimedValue *value = g_object_get_data (G_OBJECT (check), "rap-value");
  const RapMeeting *before = self->meeting;
  g_autoptr (RapMeeting) result = NULL;

  if (self->filling || !gtk_check_button_get_active (check))
    return;
  result = rap_session_adopt (self->session, self->meeting, self->aspect, value);
  if (result != NULL)
    g_signal_emit (self, signals[ADOPTED], 0, result, labels[self->aspect]);
  if (self->meeting == before)
    fill (self);
}

/* "The Gazette, 9 Nov 2022": where a claim stands. (transfer full) */
static char *
name_voice (RapSession *session,
            RapClaim   *claim)
{
  g_autoptr (RapRecord) record = rap_session_load (session, RAP_KIND_ARTICLE, claim->article, NULL);
  RapArticle *article = record != NULL ? RAP_ARTICLE (record) : NULL;
  g_autofree char *date = NULL;
  g_autofree char *outlet = NULL;

  if (article == NULL)
    return g_strdup ("");
  date = article->published != NULL ? rap_row_words_date (article->published->text) : g_strdup (_("undated"));
  outlet = article->outlet != NULL ? rap_session_get_name (session, RAP_KIND_ENTITY, article->outlet) : g_strdup (article->title);
  /* Translators: an outlet and the date of one of its articles */
  return g_strdup_printf (_("%s, %s"), outlet, date);
}

/* (transfer full) */
static char *
name_voices (RapClaimedValues      *self,
             const RapClaimedValue *value)
{
  GString *voices = g_string_new (NULL);
  guint n = value->claims->len;

  if (n == 0)
    return g_string_free (g_string_append (voices, _("adopted; no claim says so")), FALSE);
  for (guint i = 0; i < MIN (n, MAX_VOICES); i++)
    {
      g_autofree char *voice = name_voice (self->session, value->claims->pdata[i]);

      g_string_append_printf (voices, "%s%s", i > 0 ? " · " : "", voice);
    }
  if (n > MAX_VOICES)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n - MAX_VOICES), n - MAX_VOICES);

      g_string_append_printf (voices, " · %s", more);
    }
  if (!value->adopted && !value->adoptable)
    g_string_append_printf (voices, "\n%s", self->aspect == RAP_ASPECT_DATE
                            ? _("This cannot be read as a date. Write it in the claim like 2017-07 or 2017-07-05.")
                            : _("The project knows nobody of these names. Add them as entities first."));
  return g_string_free (voices, FALSE);
}

/* A date in words, with what the claim wrote when that is something else. (transfer full) */
static char *
describe_value (const RapClaimedValue *value)
{
  g_autofree char *words = value->date != NULL ? rap_words_edtf (value->date) : NULL;

  if (words == NULL)
    return g_strdup (value->value);
  if (g_str_equal (value->value, value->date->text))
    return g_steal_pointer (&words);
  return g_strdup_printf (_("%s (“%s”)"), words, value->value);
}

static void
add_value (RapClaimedValues       *self,
           const RapClaimedValue  *value,
           GtkCheckButton        **group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *words = describe_value (value);
  g_autofree char *voices = name_voices (self, value);
  g_autofree char *title = g_markup_escape_text (words, -1);
  g_autofree char *subtitle = g_markup_escape_text (voices, -1);

  if (self->aspect != RAP_ASPECT_PARTICIPANTS)
    {
      gtk_check_button_set_group (GTK_CHECK_BUTTON (check), *group);
      *group = GTK_CHECK_BUTTON (check);
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), value->adopted);
  gtk_widget_set_sensitive (check, (value->adopted || value->adoptable) && !rap_session_get_read_only (self->session));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (check), "rap-value", (gpointer) value);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (value_toggled_cb), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 5);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->value_list, row);
}

static void
fill_values (RapClaimedValues *self)
{
  GtkCheckButton *group = NULL;

  self->filling = TRUE;
  for (guint i = 0; i < self->values->len; i++)
    add_value (self, self->values->pdata[i], &group);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->value_list), self->values->len > 0);
}

static void
fill_support (RapClaimedValues *self)
{
  guint n = self->evidence->len + self->claims->len;
  g_autofree char *cut = NULL;

  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    {
      RapRecord *record = i < self->evidence->len ? self->evidence->pdata[i] : self->claims->pdata[i - self->evidence->len];

      gtk_list_box_append (self->support_list, rap_record_words_new_row (self->session, record));
    }
  cut = g_strdup_printf (_("The first %u of %u are shown."), MAX_ROWS, n);
  gtk_label_set_label (self->cut, cut);
  gtk_widget_set_visible (GTK_WIDGET (self->cut), n > MAX_ROWS);
}

/* The lists are as long as what they list: nothing is made for a closed one. */
static void
fill (RapClaimedValues *self)
{
  gboolean open = gtk_toggle_button_get_active (self->head);

  rap_list_box_clear (self->value_list);
  rap_list_box_clear (self->support_list);
  gtk_image_set_from_icon_name (self->arrow, open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_visible (self->body, open);
  if (!open || self->session == NULL)
    return;
  fill_values (self);
  fill_support (self);
}

static void
head_toggled_cb (RapClaimedValues *self)
{
  fill (self);
}

static gboolean
has_keyboard (RapClaimedValues *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->value_list));
}

static gboolean
has_aspect (RapClaimedValues *self,
            RapClaim         *claim)
{
  for (guint i = 0; claim->meetings != NULL && i < claim->meetings->len; i++)
    {
      const RapClaimMeeting *link = claim->meetings->pdata[i];

      if (link->aspect == self->aspect && g_strcmp0 (link->meeting, RAP_RECORD (self->meeting)->id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
sift (RapClaimedValues *self,
      GPtrArray        *evidence,
      GPtrArray        *claims)
{
  g_ptr_array_set_size (self->evidence, 0);
  g_ptr_array_set_size (self->claims, 0);
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    if (RAP_EVIDENCE (evidence->pdata[i])->aspect == self->aspect)
      g_ptr_array_add (self->evidence, g_object_ref (evidence->pdata[i]));
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    if (has_aspect (self, claims->pdata[i]))
      g_ptr_array_add (self->claims, g_object_ref (claims->pdata[i]));
}

static void
count (RapClaimedValues *self)
{
  guint n_passages = self->evidence->len;
  guint n_claims = self->claims->len;
  g_autofree char *passages = g_strdup_printf (ngettext ("%u passage", "%u passages", n_passages), n_passages);
  g_autofree char *claims = g_strdup_printf (ngettext ("%u claim", "%u claims", n_claims), n_claims);
  g_autofree char *both = n_passages == 0 ? g_strdup (claims)
                          : n_claims == 0 ? g_strdup (passages)
                                          : g_strdup_printf ("%s · %s", passages, claims);
  g_autofree char *label = NULL;

  gtk_label_set_text (self->count, both);
  gtk_widget_set_visible (self->contested, rap_claimed_values_compete (self->values));
  /* Translators: an aspect of a meeting ("date") and what supports it ("2 passages · 1 claim") */
  label = g_strdup_printf (_("Support for the %s: %s"), rap_record_words_get_aspects ()[self->aspect], both);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
rap_claimed_values_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  guint aspect = RAP_ASPECT_OCCURRENCE;

  if (prop_id != PROP_ASPECT)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (rap_vocabulary_parse (&rap_aspect_vocabulary, g_value_get_string (value), &aspect))
    RAP_CLAIMED_VALUES (object)->aspect = aspect;
}

static void
rap_claimed_values_dispose (GObject *object)
{
  RapClaimedValues *self = RAP_CLAIMED_VALUES (object);

  g_clear_object (&self->session);
  g_clear_object (&self->meeting);
  G_OBJECT_CLASS (rap_claimed_values_parent_class)->dispose (object);
}

static void
rap_claimed_values_finalize (GObject *object)
{
  RapClaimedValues *self = RAP_CLAIMED_VALUES (object);

  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->values);
  G_OBJECT_CLASS (rap_claimed_values_parent_class)->finalize (object);
}

static void
rap_claimed_values_class_init (RapClaimedValuesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = rap_claimed_values_set_property;
  object_class->dispose = rap_claimed_values_dispose;
  object_class->finalize = rap_claimed_values_finalize;
  properties[PROP_ASPECT] = g_param_spec_string ("aspect", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ADOPTED] = g_signal_new ("adopted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_OBJECT, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-claimed-values.ui");
  gtk_widget_class_bind_template_child (widget_class, RapClaimedValues, head);
  gtk_widget_class_bind_template_child (widget_class, RapClaimedValues, arrow);
  gtk_widget_class_bind_template_child (widget_class, RapClaimedValues, count);
  gtk_widget_class_bind_template_child (widget_class, RapClaimedValues, contested);
  gtk_widget_class_bind_template_child (widget_class, RapClaimedValues, body);
  gtk_widget_class_bind_template_child (widget_class, RapClaimedValues, value_list);
  gtk_widget_class_bind_template_child (widget_class, RapClaimedValues, support_list);
  gtk_widget_class_bind_template_child (widget_class, RapClaimedValues, cut);
  gtk_widget_class_bind_template_callback (widget_class, head_toggled_cb);
}

static void
rap_claimed_values_init (RapClaimedValues *self)
{
  self->evidence = g_ptr_array_new_with_free_func (g_object_unref);
  self->claims = g_ptr_array_new_with_free_func (g_object_unref);
  self->values = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_claimed_values_load (RapClaimedValues *self,
                         RapSession       *session,
                         RapMeeting       *meeting,
                         GPtrArray        *evidence,
                         GPtrArray        *claims)
{
  gboolean other, keyboard;

  g_return_if_fail (RAP_IS_CLAIMED_VALUES (self));

  keyboard = has_keyboard (self);
  other = self->meeting == NULL || g_strcmp0 (RAP_RECORD (self->meeting)->id, RAP_RECORD (meeting)->id) != 0;
  rap_list_box_clear (self->value_list);
  g_set_object (&self->session, session);
  g_set_object (&self->meeting, meeting);
  sift (self, evidence, claims);
  g_ptr_array_unref (self->values);
  self->values = rap_session_list_values (session, meeting, self->aspect, self->claims);
  count (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->evidence->len + self->claims->len > 0);
  if (other)
    gtk_toggle_button_set_active (self->head, FALSE);
  fill (self);
  if (keyboard)
    gtk_widget_child_focus (GTK_WIDGET (self->value_list), GTK_DIR_TAB_FORWARD);
}
