/* rap-article-dating.c
 *
 * The date expressions of the article on show: underlined when they are found,
 * which is after the text is drawn, and put into the meeting or the article by
 * a popover.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-dates.h"
#include "rap-article-view-private.h"
#include "rap-date-popover.h"
#include "rap-delete.h"

/**
 * RapArticleDating:
 * @popover: or NULL: not opened yet
 * @hits: (element-type RapDatesHit): or NULL: not found yet
 * @finding: what is being found, or NULL
 * @start_source: of the finding, which begins when nothing else is to do
 * @wanted: the popover is to open when they are found
 * @meeting: id of the meeting that the open popover is about, or NULL
 */
struct _RapArticleDating
{
  RapDatePopover *popover;
  GArray         *hits;
  GCancellable   *finding;
  guint           start_source;
  gboolean        wanted;
  char           *meeting;
};

static void open_at_selection (RapArticleView *self);

/* Tells the marks, which draw them. */
static void
show_hits (RapArticleView *self)
{
  GArray *hits = self->dating->hits;
  g_autoptr (GArray) ranges = NULL;

  if (self->marks == NULL)
    return;
  ranges = g_array_sized_new (FALSE, FALSE, sizeof (RapRange), hits->len);
  for (guint i = 0; i < hits->len; i++)
    g_array_append_val (ranges, g_array_index (hits, RapDatesHit, i).range);
  rap_article_marks_set_dates (self->marks, ranges);
  gtk_widget_queue_draw (GTK_WIDGET (self->text));
}

/* Of an article that was left nothing arrives but the cancellation. */
static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (RapArticleView) self = user_data;
  GArray *hits = rap_article_dates_find_finish (result, NULL);

  if (hits == NULL)
    return;
  g_clear_object (&self->dating->finding);
  self->dating->hits = hits;
  show_hits (self);
  if (self->dating->wanted)
    open_at_selection (self);
  self->dating->wanted = FALSE;
}

static gboolean
start_cb (gpointer data)
{
  RapArticleView *self = data;

  self->dating->start_source = 0;
  self->dating->finding = g_cancellable_new ();
  rap_article_dates_find_async (self->article, self->dating->finding, found_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

void
rap_article_dating_show (RapArticleView *self)
{
  rap_article_dating_forget (self);
  self->dating->start_source = g_idle_add_full (G_PRIORITY_LOW, start_cb, self, NULL);
}

void
rap_article_dating_forget (RapArticleView *self)
{
  RapArticleDating *dating = self->dating;

  if (dating->finding != NULL)
    g_cancellable_cancel (dating->finding);
  g_clear_object (&dating->finding);
  g_clear_handle_id (&dating->start_source, g_source_remove);
  g_clear_pointer (&dating->hits, g_array_unref);
  dating->wanted = FALSE;
  if (dating->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (dating->popover));
}

/* Putting */

static gboolean
commit (RapArticleView *self,
        const char     *label,
        RapRecord      *before,
        RapRecord      *after)
{
  g_autoptr (RapEdits) edits = rap_edits_new (label);
  g_autoptr (GError) error = NULL;

  rap_edits_replace (edits, before, after);
  if (rap_session_commit (self->session, edits, &error))
    return TRUE;
  rap_article_view_report (self, error);
  return FALSE;
}

static void
date_meeting (RapArticleView *self,
              RapEdtf        *when)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapRecord) before = rap_session_load (self->session, RAP_KIND_MEETING, self->dating->meeting, &error);
  g_autoptr (RapRecord) after = NULL;
  g_autofree char *sentence = NULL;

  if (before == NULL)
    {
      rap_article_view_report (self, error);
      return;
    }
  after = rap_record_copy (before);
  rap_set_edtf (&RAP_MEETING (after)->when, when);
  if (!commit (self, N_("Date meeting"), before, after))
    return;
  sentence = g_strdup_printf (_("The meeting “%s” has the date %s now."), RAP_MEETING (after)->title, when->text);
  rap_article_view_message (self, sentence);
}

static void
date_article (RapArticleView *self,
              RapEdtf        *when)
{
  g_autoptr (RapRecord) before = g_object_ref (RAP_RECORD (self->article));
  g_autoptr (RapRecord) after = rap_record_copy (before);
  g_autofree char *sentence = NULL;

  rap_set_edtf (&RAP_ARTICLE (after)->published, when);
  if (!commit (self, N_("Date article"), before, after))
    return;
  sentence = g_strdup_printf (_("The article has the publication date %s now."), when->text);
  rap_article_view_message (self, sentence);
}

static void
copy_date (RapArticleView *self,
           RapEdtf        *when)
{
  g_autofree char *sentence = g_strdup_printf (_("%s is in the clipboard."), when->text);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), when->text);
  rap_article_view_message (self, sentence);
}

static void
chosen_cb (RapArticleView *self,
           guint           act,
           const char     *edtf)
{
  g_autoptr (RapEdtf) when = rap_edtf_parse (edtf, NULL);

  if (self->article == NULL || when == NULL)
    return;
  if (act == RAP_DATE_ACT_COPY)
    copy_date (self, when);
  else if (rap_delete_refuse_read_only (GTK_WIDGET (self), self->session))
    return;
  else if (act == RAP_DATE_ACT_ARTICLE)
    date_article (self, when);
  else if (self->dating->meeting != NULL)
    date_meeting (self, when);
}

/* Opening */

static void
closed_cb (RapArticleView *self)
{
  if (self->article != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static RapDatePopover *
get_popover (RapArticleView *self)
{
  RapArticleDating *dating = self->dating;

  if (dating->popover != NULL)
    return dating->popover;
  dating->popover = RAP_DATE_POPOVER (rap_date_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (dating->popover), self->box);
  g_signal_connect_swapped (dating->popover, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (dating->popover, "closed", G_CALLBACK (closed_cb), self);
  return dating->popover;
}

/* The first meeting that the claim is about, or NULL. (transfer full) */
static char *
get_claimed_meeting (RapClaim *claim)
{
  if (claim->meetings == NULL || claim->meetings->len == 0)
    return NULL;
  return g_strdup (((RapClaimMeeting *) claim->meetings->pdata[0])->meeting);
}

/* The meeting that is chosen, else the one that the annotations at @range report. (transfer full), or NULL */
static char *
find_meeting (RapArticleView *self,
              RapRange        range)
{
  RapKind kind = RAP_KIND_PROJECT;
  g_autofree char *subject = rap_selection_get_subject (self->selection, self->session, &kind);
  g_autoptr (GPtrArray) marks = NULL;
  char *claimed = NULL;

  if (subject != NULL && kind == RAP_KIND_MEETING)
    return g_steal_pointer (&subject);
  marks = self->marks != NULL ? rap_article_marks_get_at (self->marks, range.start) : g_ptr_array_new ();
  for (guint i = 0; i < marks->len; i++)
    {
      const RapArticleMark *mark = marks->pdata[i];

      if (mark->target_kind == RAP_KIND_MEETING)
        {
          g_free (claimed);
          return g_strdup (mark->target);
        }
      if (claimed == NULL && RAP_IS_CLAIM (mark->record))
        claimed = get_claimed_meeting (RAP_CLAIM (mark->record));
    }
  return claimed;
}

/* @hit: at its range of the text; @anchor: from what it is counted, or NULL */
static void
open_popover (RapArticleView    *self,
              const RapDatesHit *hit,
              const RapEdtf     *anchor)
{
  RapDatePopover *popover = get_popover (self);
  g_autofree char *phrase = rap_text_slice (self->article->text, hit->range);
  g_autoptr (RapRecord) meeting = NULL;
  RapDateOffer offer = { phrase, hit, anchor, self->article->published, NULL, NULL, NULL, FALSE };

  g_free (self->dating->meeting);
  self->dating->meeting = find_meeting (self, hit->range);
  if (self->dating->meeting != NULL)
    meeting = rap_session_load (self->session, RAP_KIND_MEETING, self->dating->meeting, NULL);
  offer.meeting = meeting != NULL ? RAP_MEETING (meeting) : NULL;
  offer.meeting_name = meeting != NULL ? RAP_MEETING (meeting)->title : NULL;
  offer.dateline = rap_article_dates_get_dateline (self->dating->hits);
  offer.read_only = rap_session_get_read_only (self->session);
  rap_article_text_select (self->text, hit->range);
  rap_article_view_point_at (self, GTK_POPOVER (popover), hit->range);
  rap_date_popover_open (popover, &offer);
}

/* The words that are selected may be a date that is not looked for in texts. */
static gboolean
open_selected (RapArticleView *self,
               RapRange        passage)
{
  g_autofree char *phrase = rap_text_slice (self->article->text, passage);
  RapDatesContext context = { self->article->published, NULL, NULL, 0 };
  RapDatesHit hit;

  if (self->article->language != NULL && self->article->language[0] != '\0')
    context.language = self->article->language;
  if (!rap_dates_read (phrase, &context, &hit, NULL))
    return FALSE;
  hit.range = passage;
  open_popover (self, &hit, g_str_equal (hit.anchor, "publication") ? self->article->published : NULL);
  rap_dates_hit_clear (&hit);
  return TRUE;
}

static gboolean
is_found (GArray   *hits,
          RapRange  passage)
{
  for (guint i = 0; i < hits->len; i++)
    if (rap_range_equal (g_array_index (hits, RapDatesHit, i).range, passage))
      return TRUE;
  return FALSE;
}

static void
open_at_selection (RapArticleView *self)
{
  GArray *hits = self->dating->hits;
  RapRange selection = rap_article_text_get_selection (self->text);
  RapRange passage;
  int chosen;

  if (rap_article_view_get_passage (self, &passage))
    {
      selection = passage;
      if (!is_found (hits, passage) && open_selected (self, passage))
        return;
    }
  chosen = rap_article_dates_choose (hits, self->article, selection);
  if (chosen < 0)
    rap_article_view_message (self, _("No date is found here or below. Select words that say when, and press D."));
  else
    open_popover (self, &g_array_index (hits, RapDatesHit, chosen),
                  rap_article_dates_get_anchor (hits, (guint) chosen, self->article));
}

void
rap_article_dating_open (RapArticleView *self)
{
  rap_article_bounds_flush (self);
  if (self->article == NULL)
    return;
  if (self->dating->hits != NULL)
    open_at_selection (self);
  else
    self->dating->wanted = TRUE;
}

RapArticleDating *
rap_article_dating_new (void)
{
  return g_new0 (RapArticleDating, 1);
}

void
rap_article_dating_free (RapArticleDating *self)
{
  g_free (self->meeting);
  g_free (self);
}
