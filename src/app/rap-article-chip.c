/* rap-article-chip.c
 *
 * The card, and the words on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-chip.h"
#include "rap-row-words.h"

struct _RapArticleChip
{
  GtkButton  parent_instance;
  char      *id;
  GtkLabel  *lead;
  GtkLabel  *text;
  GtkLabel  *detail;
};

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
  if (self->detail == NULL)
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

static void
rap_article_chip_dispose (GObject *object)
{
  g_clear_pointer (&RAP_ARTICLE_CHIP (object)->id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), RAP_TYPE_ARTICLE_CHIP);
  G_OBJECT_CLASS (rap_article_chip_parent_class)->dispose (object);
}

static void
rap_article_chip_class_init (RapArticleChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_article_chip_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-article-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, RapArticleChip, lead);
  gtk_widget_class_bind_template_child (widget_class, RapArticleChip, text);
  gtk_widget_class_bind_template_child (widget_class, RapArticleChip, detail);
}

static void
rap_article_chip_init (RapArticleChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rap_article_chip_new (void)
{
  return g_object_new (RAP_TYPE_ARTICLE_CHIP, NULL);
}

static void
set_class (RapArticleChip *self,
           const char     *name,
           gboolean        on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

void
rap_article_chip_bind (RapArticleChip       *self,
                       const RapArticleMark *mark,
                       const RapChipWords   *words,
                       gboolean              compact)
{
  g_return_if_fail (RAP_IS_ARTICLE_CHIP (self));

  rap_set_string (&self->id, mark->record->id);
  gtk_label_set_label (self->lead, words->lead);
  gtk_label_set_label (self->text, words->text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *words->text != '\0');
  gtk_label_set_label (self->detail, words->detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), !compact && *words->detail != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words->sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->sentence, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               mark->emphasis == RAP_EMPHASIS_FOCUS, -1);
  set_class (self, "claim", RAP_IS_CLAIM (mark->record));
  set_class (self, "meeting", RAP_IS_EVIDENCE (mark->record));
  set_class (self, "doubtful", mark->doubtful);
  set_class (self, "chosen", mark->emphasis == RAP_EMPHASIS_FOCUS);
  set_class (self, "related", mark->emphasis == RAP_EMPHASIS_RELATED || mark->emphasis == RAP_EMPHASIS_HOVER);
}

const char *
rap_article_chip_get_id (RapArticleChip *self)
{
  g_return_val_if_fail (RAP_IS_ARTICLE_CHIP (self), NULL);

  return self->id;
}
