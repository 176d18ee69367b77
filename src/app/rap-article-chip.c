/* rap-article-chip.c
 *
 * The card, and the words on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-chip.h"
#include "rap-chip-face.h"
#include "rap-row-words.h"

/**
 * RapArticleChip:
 * @sentence: what it says to the ear and when pointed at
 * @look: the Looks it has
 * @jumps: a click on the second line follows the claim's relations
 * @on_detail: the pointer was pressed on the second line
 */
struct _RapArticleChip
{
  GtkButton    parent_instance;
  char        *id;
  char        *sentence;
  guint        look;
  gboolean     jumps;
  gboolean     on_detail;
  RapChipFace *face;
};

/* Style classes, in the order of their names below. */
typedef enum
{
  LOOK_CLAIM    = 1 << 0,
  LOOK_MEETING  = 1 << 1,
  LOOK_DOUBTFUL = 1 << 2,
  LOOK_CHOSEN   = 1 << 3,
  LOOK_RELATED  = 1 << 4,
} Looks;

static const char * const look_names[] = { "claim", "meeting", "doubtful", "chosen", "related" };

G_DEFINE_FINAL_TYPE (RapArticleChip, rap_article_chip, GTK_TYPE_BUTTON)

/* (transfer full) */
static char *
count_relations (RapRelationKind kind,
                 guint           n)
{
  switch (kind)
    {
    case RAP_RELATION_REPEATS:
      return g_strdup_printf (_("repeats %u"), n);
    case RAP_RELATION_SUPPORTS:
      return g_strdup_printf (_("supports %u"), n);
    case RAP_RELATION_CONTRADICTS:
    default:
      return g_strdup_printf (_("contradicts %u"), n);
    }
}

/* "repeats 1 · supports 2", or NULL. (transfer full) */
static char *
describe_relations (RapSession *session,
                    RapRecord  *claim)
{
  g_autoptr (GPtrArray) relations = rap_session_load_linked (session, RAP_KIND_RELATION, claim->id, 0, NULL);
  guint counts[RAP_RELATION_CONTRADICTS + 1] = { 0 };
  GString *text = g_string_new (NULL);

  for (guint i = 0; relations != NULL && i < relations->len; i++)
    counts[RAP_RELATION (relations->pdata[i])->kind]++;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *part = counts[i] > 0 ? count_relations (i, counts[i]) : NULL;

      if (part != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
    }
  return g_string_free (text, text->len == 0);
}

static const char *
name_mode (RapMode mode)
{
  static const char *names[] = { N_("quote"), N_("indirect"), N_("mixed"), N_("narration") };

  return _(names[mode]);
}

static char *
name_speaker (RapSession     *session,
              const RapClaim *claim)
{
  if (claim->speaker != NULL)
    return rap_session_get_name (session, RAP_KIND_ENTITY, claim->speaker);
  return g_strdup (claim->anonymous ? _("anonymous") : _("no speaker"));
}

/* The relations after what the sentence says. */
static void
say_relations (RapChipWords *self)
{
  char *sentence = g_strdup_printf (_("%s. %s: press J or click there to follow"), self->sentence, self->detail);

  g_free (self->sentence);
  self->sentence = sentence;
}

static void
describe_claim (RapChipWords *self,
                RapSession   *session,
                RapClaim     *claim)
{
  static const char *signs[] = { "+", "−", "u" };
  const char *certainty = rap_vocabulary_nick (&rap_certainty_vocabulary, claim->certainty);
  g_autofree char *tag = g_strconcat (certainty, rap_vocabulary_nick (&rap_polarity_vocabulary, claim->polarity), NULL);
  g_autofree char *commitment = rap_row_words_commitment (tag);
  const char *said = *claim->proposition != '\0' ? claim->proposition : claim->content->exact;

  self->lead = name_speaker (session, claim);
  self->text = g_strdup_printf ("%s%s %s", certainty, signs[claim->polarity], name_mode (claim->mode));
  /* Translators: a claim for the screen reader: speaker, certainty, kind of quotation, what is claimed */
  self->sentence = g_strdup_printf (_("Claim of %s, %s, %s: %s"), self->lead, commitment,
                                    name_mode (claim->mode), said);
  self->detail = describe_relations (session, RAP_RECORD (claim));
  self->jumps = self->detail != NULL;
  if (self->jumps)
    say_relations (self);
  else
    self->detail = g_strdup (said);
}

/* How many articles report the meeting. */
static guint
count_articles (RapSession *session,
                const char *meeting)
{
  g_autoptr (GPtrArray) evidence = rap_session_load_linked (session, RAP_KIND_EVIDENCE, meeting, 200, NULL);
  g_autoptr (GHashTable) articles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    g_hash_table_add (articles, (gpointer) rap_record_get_article (evidence->pdata[i]));
  return g_hash_table_size (articles);
}

static void
describe_evidence (RapChipWords      *self,
                   RapSession        *session,
                   const RapEvidence *evidence)
{
  g_autoptr (RapRecord) meeting = rap_session_load (session, RAP_KIND_MEETING, evidence->meeting, NULL);
  g_autofree char *date = NULL;
  g_autofree char *articles = NULL;
  guint n = count_articles (session, evidence->meeting);

  if (meeting != NULL && RAP_MEETING (meeting)->when != NULL)
    date = rap_row_words_date (RAP_MEETING (meeting)->when->text);
  else
    date = g_strdup (_("undated"));
  articles = g_strdup_printf (ngettext ("%u article", "%u articles", n), n);
  self->lead = g_strdup (meeting != NULL ? rap_record_get_title (meeting) : _("Meeting"));
  self->text = g_strdup ("");
  self->detail = g_strdup_printf ("%s · %s", date, articles);
  self->sentence = g_strdup_printf (_("Meeting “%s”, %s, %s"), self->lead, date, articles);
}

static void
say_doubt (RapChipWords *self)
{
  char *sentence = g_strdup_printf (_("%s. The passage is in doubt: its quote and its position disagree."), self->sentence);

  g_free (self->detail);
  g_free (self->sentence);
  self->detail = g_strdup (_("passage in doubt"));
  self->jumps = FALSE;
  self->sentence = sentence;
}

RapChipWords *
rap_chip_words_new (RapSession           *session,
                    const RapArticleMark *mark)
{
  RapChipWords *self = g_new0 (RapChipWords, 1);

  if (RAP_IS_CLAIM (mark->record))
    describe_claim (self, session, RAP_CLAIM (mark->record));
  else
    describe_evidence (self, session, RAP_EVIDENCE (mark->record));
  if (mark->doubtful)
    say_doubt (self);
  return self;
}

void
rap_chip_words_free (RapChipWords *self)
{
  g_free (self->lead);
  g_free (self->text);
  g_free (self->detail);
  g_free (self->sentence);
  g_free (self);
}

/* Whether a second line is on show, and y is on it. */
static gboolean
is_on_detail (RapArticleChip *self,
              double          y)
{
  int one_line;

  gtk_widget_measure (GTK_WIDGET (self->face), GTK_ORIENTATION_VERTICAL, -1, &one_line, NULL, NULL, NULL);
  return gtk_widget_get_height (GTK_WIDGET (self->face)) > one_line * 3 / 2
         && y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

/* Before the button itself sees it: only the place of the pointer matters here. */
static void
pressed_cb (RapArticleChip *self,
            int             n_press,
            double          x,
            double          y)
{
  self->on_detail = is_on_detail (self, y);
}

/* After the chip was chosen by the same click. */
static void
clicked_cb (RapArticleChip *self)
{
  if (self->jumps && self->on_detail)
    gtk_widget_activate_action (GTK_WIDGET (self), "article.jump-from", "s", self->id);
  self->on_detail = FALSE;
}

static gboolean
rap_article_chip_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    by_keyboard,
                                GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, RAP_ARTICLE_CHIP (widget)->sentence);
  return RAP_ARTICLE_CHIP (widget)->sentence != NULL;
}

static void
rap_article_chip_dispose (GObject *object)
{
  RapArticleChip *self = RAP_ARTICLE_CHIP (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->sentence, g_free);
  G_OBJECT_CLASS (rap_article_chip_parent_class)->dispose (object);
}

static void
rap_article_chip_class_init (RapArticleChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_article_chip_dispose;
  widget_class->query_tooltip = rap_article_chip_query_tooltip;
  g_type_ensure (RAP_TYPE_CHIP_FACE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-article-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, RapArticleChip, face);
}

static void
rap_article_chip_init (RapArticleChip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_after (self, "clicked", G_CALLBACK (clicked_cb), NULL);
}

GtkWidget *
rap_article_chip_new (void)
{
  return g_object_new (RAP_TYPE_ARTICLE_CHIP, NULL);
}

static guint
find_look (const RapArticleMark *mark)
{
  guint look = RAP_IS_CLAIM (mark->record) ? LOOK_CLAIM : LOOK_MEETING;

  if (mark->doubtful)
    look |= LOOK_DOUBTFUL;
  if (mark->emphasis == RAP_EMPHASIS_FOCUS)
    look |= LOOK_CHOSEN;
  if (mark->emphasis == RAP_EMPHASIS_RELATED || mark->emphasis == RAP_EMPHASIS_HOVER)
    look |= LOOK_RELATED;
  return look;
}

static void
set_look (RapArticleChip *self,
          guint           look)
{
  guint changed = look ^ self->look;

  self->look = look;
  for (guint i = 0; i < G_N_ELEMENTS (look_names); i++)
    {
      if ((changed & (1u << i)) == 0)
        continue;
      if ((look & (1u << i)) != 0)
        gtk_widget_add_css_class (GTK_WIDGET (self), look_names[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), look_names[i]);
    }
  if ((changed & LOOK_CHOSEN) != 0)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                                 (look & LOOK_CHOSEN) != 0, -1);
}

void
rap_article_chip_bind (RapArticleChip       *self,
                       const RapArticleMark *mark,
                       const RapChipWords   *words)
{
  g_return_if_fail (RAP_IS_ARTICLE_CHIP (self));

  rap_set_string (&self->id, mark->record->id);
  self->jumps = words->jumps;
  set_look (self, find_look (mark));
  rap_chip_face_set (self->face, words->lead, words->text, words->detail);
  if (g_strcmp0 (words->sentence, self->sentence) == 0)
    return;
  rap_set_string (&self->sentence, words->sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->sentence, -1);
}

void
rap_article_chip_release (RapArticleChip *self)
{
  g_return_if_fail (RAP_IS_ARTICLE_CHIP (self));

  if (self->id == NULL)
    return;
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->sentence, g_free);
  self->jumps = FALSE;
  set_look (self, 0);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

const char *
rap_article_chip_get_id (RapArticleChip *self)
{
  g_return_val_if_fail (RAP_IS_ARTICLE_CHIP (self), NULL);

  return self->id;
}
