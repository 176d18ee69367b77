/* rap-article-offer.c
 *
 * The line below the text: what Enter would open when the selection or the
 * caret is inside an annotation, and what is not shown. Quiet, and always
 * there, so that nothing moves when it changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-view-private.h"

static gboolean
covers (const RapAnchor *anchor,
        RapRange         range)
{
  for (guint i = 0; anchor != NULL && i < anchor->n_ranges; i++)
    if (rap_range_contains (anchor->ranges[i], range))
      return TRUE;
  return FALSE;
}

static gboolean
mark_covers (const RapArticleMark *mark,
             RapRange              range)
{
  if (covers (rap_record_get_anchor (mark->record), range))
    return TRUE;
  return RAP_IS_CLAIM (mark->record) &&
         (covers (RAP_CLAIM (mark->record)->cue, range) || covers (RAP_CLAIM (mark->record)->source, range));
}

static RapArticleMark *
find_innermost (RapArticleView *self,
                RapRange        range)
{
  g_autoptr (GPtrArray) marks = rap_article_marks_get_at (self->marks, range.start);

  for (guint i = 0; i < marks->len; i++)
    if (mark_covers (marks->pdata[i], range))
      return marks->pdata[i];
  return NULL;
}

/* The chosen annotation when it covers @range, else the innermost that does. */
static RapArticleMark *
find_around (RapArticleView *self,
             RapRange        range)
{
  RapArticleMark *current = rap_article_view_get_current (self);

  if (current != NULL && mark_covers (current, range))
    return current;
  return find_innermost (self, range);
}

RapArticleMark *
rap_article_offer_get (RapArticleView *self)
{
  RapArticleMark *current = rap_article_view_get_current (self);
  RapArticleMark *inner;
  RapRange passage;
  guint caret;

  if (self->marks == NULL)
    return NULL;
  if (rap_article_view_get_passage (self, &passage))
    {
      RapArticleMark *around = find_around (self, passage);

      return around != NULL ? around : current;
    }
  caret = rap_article_text_get_caret (self->text);
  if (current != NULL && caret == self->choice_caret)
    return current;
  inner = find_innermost (self, (RapRange) { caret, caret + 1 });
  return inner != NULL ? inner : current;
}

/* (transfer full) */
static char *
describe_claim (RapArticleView *self,
                RapClaim       *claim,
                gboolean        same)
{
  g_autofree char *speaker = claim->speaker != NULL
                               ? rap_session_get_name (self->session, RAP_KIND_ENTITY, claim->speaker) : NULL;

  if (speaker == NULL)
    return g_strdup (same ? _("This passage is a claim already · Enter opens it")
                          : _("Inside a claim · Enter opens it"));
  return g_strdup_printf (same ? _("This passage is a claim by %s already · Enter opens it")
                               : _("Inside a claim by %s · Enter opens it"), speaker);
}

/* (transfer full) */
static char *
describe_offer (RapArticleView       *self,
                const RapArticleMark *mark,
                RapRange              passage)
{
  g_autofree char *name = NULL;
  const char *id;
  RapKind kind = rap_article_mark_get_target (mark, &id);

  if (RAP_IS_CLAIM (mark->record))
    return describe_claim (self, RAP_CLAIM (mark->record), rap_range_equal (mark->hull, passage));
  name = rap_session_get_name (self->session, kind, id);
  if (kind == RAP_KIND_MEETING)
    return g_strdup_printf (_("Inside a passage about the meeting “%s” · Enter opens it"), name);
  if (kind == RAP_KIND_CODE)
    return g_strdup_printf (_("Inside a passage coded “%s” · Enter opens the code"), name);
  return g_strdup_printf (_("Inside a mention of %s · Enter opens the name"), name);
}

/* (transfer full), or NULL when all is shown as usual */
static char *
describe_seeing (RapArticleView *self)
{
  static const char * const colourings[] = {
    [RAP_COLOUR_BY_CODE] = N_("Colours stand for codes · Shift+V shows which"),
    [RAP_COLOUR_BY_SPEAKER] = N_("Colours stand for speakers · Shift+V shows which"),
    [RAP_COLOUR_BY_CERTAINTY] = N_("Colours stand for certainty · Shift+V shows which"),
  };
  RapArticleMark *current = rap_article_view_get_current (self);

  if (current != NULL && !rap_article_marks_is_shown (self->marks, current))
    return g_strdup (_("The chosen annotation is of a kind that is hidden · Shift+V chooses what is shown"));
  if ((self->layers | RAP_LAYER_DATES) != RAP_LAYER_ALL)
    return g_strdup (_("Some annotations are hidden · Shift+V chooses what is shown"));
  return self->colour_by != RAP_COLOUR_BY_KIND ? g_strdup (_(colourings[self->colour_by])) : NULL;
}

/* (transfer full), or NULL when there is nothing to say */
static char *
describe (RapArticleView *self)
{
  RapRange raw, passage;
  RapArticleMark *offered;

  if (self->marks == NULL || self->session == NULL || self->selection == NULL)
    return NULL;
  raw = rap_article_text_get_selection (self->text);
  offered = rap_article_offer_get (self);
  if (rap_article_view_get_passage (self, &passage))
    {
      if (offered != NULL && mark_covers (offered, passage))
        return describe_offer (self, offered, passage);
    }
  else if (!rap_range_is_empty (raw))
    return g_strdup (_("Only white space is selected · W takes the word, S the sentence"));
  else if (offered != NULL && offered != rap_article_view_get_current (self))
    return describe_offer (self, offered, raw);
  return describe_seeing (self);
}

static gboolean
update_cb (gpointer data)
{
  RapArticleView *self = data;
  g_autofree char *sentence = describe (self);

  self->offer_source = 0;
  gtk_label_set_text (self->footer, sentence != NULL ? sentence : "");
  return G_SOURCE_REMOVE;
}

void
rap_article_offer_update (RapArticleView *self)
{
  if (self->offer_source == 0 && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    self->offer_source = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

void
rap_article_offer_init (RapArticleView *self)
{
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "mark-set",
                            G_CALLBACK (rap_article_offer_update), self);
}

void
rap_article_offer_dispose (RapArticleView *self)
{
  if (self->text != NULL)
    g_signal_handlers_disconnect_by_func (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)),
                                          rap_article_offer_update, self);
  g_clear_handle_id (&self->offer_source, g_source_remove);
}
