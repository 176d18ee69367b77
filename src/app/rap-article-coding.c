/* rap-article-coding.c
 *
 * Codes on the passage that is selected, or on the claim that is chosen when
 * nothing is: by their key, or any of the codebook by type-ahead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-view-private.h"
#include "rap-code-chooser.h"
#include "rap-delete.h"

/* The claim that is chosen, or NULL. */
static RapClaim *
get_claim (RapArticleView *self)
{
  RapArticleMark *current = rap_article_view_get_current (self);

  return current != NULL && RAP_IS_CLAIM (current->record) ? RAP_CLAIM (current->record) : NULL;
}

/* Something to put a code on, or a sentence that says what to do. */
static gboolean
has_target (RapArticleView *self)
{
  RapRange passage;
  gboolean selected;

  rap_article_bounds_flush (self);
  if (self->article == NULL)
    return FALSE;
  if (rap_delete_refuse_read_only (GTK_WIDGET (self), self->session))
    return FALSE;
  if (rap_article_view_get_passage (self, &passage))
    return TRUE;
  selected = !rap_range_is_empty (rap_article_text_get_selection (self->text));
  if (!selected && get_claim (self) != NULL)
    return TRUE;
  rap_article_view_message (self, selected
                                    ? _("The selection is only white space. Select the words of the passage.")
                                    : _("Select a passage, or choose a claim, to give it a code."));
  return FALSE;
}

/* The coding of exactly this passage with the code, or NULL. */
static RapArticleMark *
find_coding (RapArticleView *self,
             RapRange        passage,
             const char     *code)
{
  for (guint i = 0; i < rap_article_marks_get_n (self->marks); i++)
    {
      RapArticleMark *mark = rap_article_marks_get (self->marks, i);

      if (RAP_IS_CODING (mark->record) && rap_range_equal (mark->hull, passage)
          && RAP_CODING (mark->record)->anchor->n_ranges == 1
          && g_strcmp0 (RAP_CODING (mark->record)->code, code) == 0)
        return mark;
    }
  return NULL;
}

static void
code_passage (RapArticleView *self,
              RapRange        passage,
              RapCode        *code)
{
  RapArticleMark *present = find_coding (self, passage, RAP_RECORD (code)->id);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  RapArticleMark *mark;

  if (present != NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_("The passage has the code %s already."), code->name);

      rap_article_view_message (self, sentence);
      rap_article_view_choose_quietly (self, present->record);
      return;
    }
  if (!rap_gesture_tag_code (self->session, self->article, passage, code, &id, &error))
    {
      rap_article_view_report (self, error);
      return;
    }
  rap_article_text_select (self->text, (RapRange) { passage.end, passage.end });
  mark = rap_article_marks_find (self->marks, id);
  if (mark != NULL)
    rap_article_view_choose_quietly (self, mark->record);
}

/* The claim's codes with @code, or without it where it had it. (transfer full) */
static char **
toggle_code (RapClaim   *claim,
             const char *code,
             gboolean   *had)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  *had = FALSE;
  for (guint i = 0; claim->codes != NULL && claim->codes[i] != NULL; i++)
    {
      if (g_str_equal (claim->codes[i], code))
        *had = TRUE;
      else
        g_strv_builder_add (builder, claim->codes[i]);
    }
  if (!*had)
    g_strv_builder_add (builder, code);
  return g_strv_builder_end (builder);
}

static void
code_claim (RapArticleView *self,
            RapClaim       *claim,
            RapCode        *code)
{
  g_autoptr (RapRecord) before = g_object_ref (RAP_RECORD (claim));
  g_autoptr (RapRecord) after = rap_record_copy (before);
  g_autoptr (RapEdits) edits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;
  gboolean had;
  char **codes = toggle_code (claim, RAP_RECORD (code)->id, &had);

  g_strfreev (RAP_CLAIM (after)->codes);
  RAP_CLAIM (after)->codes = codes;
  label = g_strdup_printf (had ? "Take code %s from claim" : "Code claim as %s", code->name);
  edits = rap_edits_new (label);
  rap_edits_replace (edits, before, after);
  if (!rap_session_commit (self->session, edits, &error))
    {
      rap_article_view_report (self, error);
      return;
    }
  sentence = had ? g_strdup_printf (_("The claim no longer has the code %s."), code->name)
                 : g_strdup_printf (_("The claim has the code %s now."), code->name);
  rap_article_view_message (self, sentence);
}

static void
apply (RapArticleView *self,
       RapCode        *code)
{
  g_autoptr (RapCode) kept = g_object_ref (code);
  RapClaim *claim = get_claim (self);
  RapRange passage;

  if (rap_article_view_get_passage (self, &passage))
    code_passage (self, passage, kept);
  else if (claim != NULL)
    code_claim (self, claim, kept);
}

void
rap_article_hand_code (RapArticleView *self,
                       const char     *key)
{
  const RapCodeNode *node;

  if (!has_target (self))
    return;
  node = rap_codebook_find_key (rap_session_get_codebook (self->session), key);
  if (node == NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_("No code has the key %s. Press K to choose any code."), key);

      rap_article_view_message (self, sentence);
      return;
    }
  apply (self, node->code);
}

static void
chosen_cb (RapArticleView *self,
           const char     *id)
{
  const RapCodeNode *node = rap_codebook_find (rap_session_get_codebook (self->session), id);

  if (node != NULL)
    apply (self, node->code);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
closed_cb (RapArticleView *self)
{
  if (self->article != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static RapCodeChooser *
get_chooser (RapArticleView *self)
{
  if (self->code_chooser != NULL)
    return self->code_chooser;
  self->code_chooser = RAP_CODE_CHOOSER (rap_code_chooser_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->code_chooser), self->box);
  g_signal_connect_swapped (self->code_chooser, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->code_chooser, "failed", G_CALLBACK (rap_article_view_report), self);
  g_signal_connect_swapped (self->code_chooser, "closed", G_CALLBACK (closed_cb), self);
  return self->code_chooser;
}

void
rap_article_hand_code_any (RapArticleView *self)
{
  RapCodeChooser *chooser = get_chooser (self);
  RapRange passage;
  gboolean selected;
  RapClaim *claim;

  if (!has_target (self))
    return;
  selected = rap_article_view_get_passage (self, &passage);
  claim = selected ? NULL : get_claim (self);
  if (!selected)
    passage = rap_article_view_get_current (self)->hull;
  rap_article_view_point_at (self, GTK_POPOVER (chooser), passage);
  rap_code_chooser_open (chooser, self->session, selected ? _("Code for the passage") : _("Code for the claim"),
                         claim != NULL ? (const char * const *) claim->codes : NULL);
}
