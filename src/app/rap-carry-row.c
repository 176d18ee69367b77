/* rap-carry-row.c
 *
 * One annotation of an older version. Words that are gone are struck through,
 * words that are new are bold and underlined, so that neither needs a colour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-carry-row.h"

#include <string.h>

#include <glib/gi18n.h>

#include "rap-claim.h"
#include "rap-coding.h"
#include "rap-evidence.h"
#include "rap-mention.h"

#define MAX_WORDS 120   /* of a quote whose changes are marked */

struct _RapCarryRow
{
  GtkBox          parent_instance;
  GtkLabel       *heading;
  GtkCheckButton *check;
  GtkLabel       *what;
  GtkLabel       *was;
  GtkLabel       *now;
  GtkLabel       *doubt;
  RapCarryEntry  *entry;     /* or NULL */
  gboolean        loading;
};

G_DEFINE_FINAL_TYPE (RapCarryRow, rap_carry_row, GTK_TYPE_BOX)

enum
{
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* (transfer full) */
static char *
describe_record (RapSession *session,
                 RapRecord  *record)
{
  g_autofree char *name = NULL;

  if (RAP_IS_CLAIM (record))
    return g_strdup (*RAP_CLAIM (record)->proposition != '\0' ? RAP_CLAIM (record)->proposition : _("Claim"));
  if (RAP_IS_MENTION (record))
    {
      name = rap_session_get_name (session, RAP_KIND_ENTITY, RAP_MENTION (record)->entity);
      return g_strdup_printf (_("Mention of %s"), name);
    }
  if (RAP_IS_CODING (record))
    {
      name = rap_session_get_name (session, RAP_KIND_CODE, RAP_CODING (record)->code);
      return g_strdup_printf (_("Code “%s”"), name);
    }
  name = rap_session_get_name (session, RAP_KIND_MEETING, RAP_EVIDENCE (record)->meeting);
  return g_strdup_printf (_("Passage about the meeting “%s”"), name);
}

/* Changed words */

/* For each word of @a whether @b has it too, in order. (transfer full) */
static gboolean *
find_common (char **a,
             char **b)
{
  guint n = g_strv_length (a), m = g_strv_length (b);
  g_autofree guint *lengths = g_new0 (guint, (n + 1) * (m + 1));
  gboolean *common = g_new0 (gboolean, n + 1);

  for (guint i = n; i > 0; i--)
    for (guint j = m; j > 0; j--)
      {
        guint here = (i - 1) * (m + 1) + j - 1;

        lengths[here] = g_str_equal (a[i - 1], b[j - 1]) ? lengths[here + m + 2] + 1
                                                         : MAX (lengths[here + 1], lengths[here + m + 1]);
      }
  for (guint i = 0, j = 0; i < n && j < m;)
    {
      guint here = i * (m + 1) + j;

      if (g_str_equal (a[i], b[j]))
        {
          common[i++] = TRUE;
          j++;
        }
      else if (lengths[here + m + 1] >= lengths[here + 1])
        i++;
      else
        j++;
    }
  return common;
}

/* @text with the words that @other lacks between @open and @close. (transfer full) */
static char *
mark_words (const char *text,
            const char *other,
            const char *open,
            const char *close)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\t", ' ');
  g_autofree char *other_line = g_strdelimit (g_strdup (other), "\n\t", ' ');
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_auto (GStrv) others = g_strsplit (other_line, " ", -1);
  g_autofree gboolean *common = NULL;
  GString *out = g_string_new (NULL);

  if (g_strv_length (words) <= MAX_WORDS && g_strv_length (others) <= MAX_WORDS)
    common = find_common (words, others);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_markup_escape_text (words[i], -1);
      gboolean is_marked = common != NULL && !common[i];

      g_string_append_printf (out, "%s%s%s%s", i > 0 ? " " : "", is_marked ? open : "", word, is_marked ? close : "");
    }
  return g_string_free (out, FALSE);
}

static void
show_quotes (RapCarryRow *self)
{
  const char *old = rap_record_get_anchor (self->entry->record)->exact;
  const char *new = self->entry->anchor != NULL ? self->entry->anchor->exact : NULL;
  gboolean differ = new != NULL && !g_str_equal (old, new);
  g_autofree char *was = mark_words (old, differ ? new : old, "<s>", "</s>");
  g_autofree char *now = mark_words (differ ? new : "", old, "<b><u>", "</u></b>");
  /* Translators: a passage of an older version of an article */
  g_autofree char *was_text = g_strdup_printf (differ ? _("Was: “%s”") : "“%s”", was);
  /* Translators: the same passage in the newer version */
  g_autofree char *now_text = g_strdup_printf (_("Now: “%s”"), now);

  gtk_label_set_markup (self->was, was_text);
  gtk_label_set_markup (self->now, now_text);
  gtk_widget_set_visible (GTK_WIDGET (self->now), differ);
}

static void
add_part (GPtrArray  *parts,
          const char *part)
{
  g_ptr_array_add (parts, g_strdup (part));
}

/* (transfer full) */
static char *
describe_doubts (const RapCarryEntry *entry)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (entry->by_hand)
    add_part (parts, _("placed by you"));
  else if (entry->state == RAP_CARRY_LOST)
    add_part (parts, _("select its place in the text, then “Use the Selected Passage”"));
  else if (entry->state != RAP_CARRY_EXACT)
    /* Translators: how sure it is that a passage was found again */
    g_ptr_array_add (parts, g_strdup_printf (_("%.0f %% alike"), entry->score * 100));
  if (entry->lost_cue)
    g_ptr_array_add (parts, g_strdup_printf (_("its cue “%s” was not found"), RAP_CLAIM (entry->record)->cue->exact));
  if (entry->lost_source)
    g_ptr_array_add (parts, g_strdup_printf (_("its source “%s” was not found"), RAP_CLAIM (entry->record)->source->exact));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
check_toggled_cb (RapCarryRow *self)
{
  if (self->loading || self->entry == NULL)
    return;
  self->entry->ticked = gtk_check_button_get_active (self->check);
  g_signal_emit (self, signals[TOGGLED], 0);
}

static void
rap_carry_row_dispose (GObject *object)
{
  RapCarryRow *self = RAP_CARRY_ROW (object);

  g_clear_object (&self->entry);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_CARRY_ROW);

  G_OBJECT_CLASS (rap_carry_row_parent_class)->dispose (object);
}

static void
rap_carry_row_class_init (RapCarryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_carry_row_dispose;
  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-carry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RapCarryRow, heading);
  gtk_widget_class_bind_template_child (widget_class, RapCarryRow, check);
  gtk_widget_class_bind_template_child (widget_class, RapCarryRow, what);
  gtk_widget_class_bind_template_child (widget_class, RapCarryRow, was);
  gtk_widget_class_bind_template_child (widget_class, RapCarryRow, now);
  gtk_widget_class_bind_template_child (widget_class, RapCarryRow, doubt);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
}

static void
rap_carry_row_init (RapCarryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rap_carry_row_new (void)
{
  return g_object_new (RAP_TYPE_CARRY_ROW, NULL);
}

void
rap_carry_row_set (RapCarryRow   *self,
                   RapSession    *session,
                   RapCarryEntry *entry,
                   gboolean       is_first)
{
  static const char * const headings[] = { N_("Found Again"), N_("Probably"), N_("To Decide"), N_("Not Found") };
  g_autofree char *what = NULL;

  g_return_if_fail (RAP_IS_CARRY_ROW (self));

  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;
  what = describe_record (session, entry->record);
  gtk_label_set_text (self->what, what);
  gtk_label_set_text (self->heading, entry->state < G_N_ELEMENTS (headings) ? _(headings[entry->state]) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading), is_first);
  rap_carry_row_update (self);
}

void
rap_carry_row_update (RapCarryRow *self)
{
  g_autofree char *doubts = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (RAP_IS_CARRY_ROW (self));

  if (self->entry == NULL)
    return;
  show_quotes (self);
  doubts = describe_doubts (self->entry);
  gtk_label_set_text (self->doubt, doubts);
  gtk_widget_set_visible (GTK_WIDGET (self->doubt), *doubts != '\0');
  self->loading = TRUE;
  gtk_check_button_set_active (self->check, self->entry->ticked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), self->entry->anchor != NULL);
  self->loading = FALSE;
  name = g_strdup_printf ("%s: %s", gtk_label_get_text (self->what), gtk_label_get_text (self->was));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
