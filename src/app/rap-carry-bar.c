/* rap-carry-bar.c
 *
 * The line above an article that has an older version.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-carry-bar.h"

#include <glib/gi18n.h>

#include "rap-carry-over.h"

/**
 * RapCarryBar:
 * @older: id of the older version, or NULL
 * @put_away: (element-type utf8 utf8): ids of articles for which it was closed
 * @source: of the look that is to come, or 0
 */
struct _RapCarryBar
{
  AdwBin       parent_instance;
  GtkRevealer *revealer;
  GtkLabel    *sentence;
  RapSession  *session;
  RapArticle  *article;
  char        *older;
  GHashTable  *put_away;
  guint        source;
};

G_DEFINE_FINAL_TYPE (RapCarryBar, rap_carry_bar, ADW_TYPE_BIN)

static void
say (RapCarryBar *self,
     guint        n)
{
  g_autofree char *sentence =
    g_strdup_printf (ngettext ("An older version of this article has %u annotation that is not here.",
                               "An older version of this article has %u annotations that are not here.", n), n);

  gtk_label_set_text (self->sentence, sentence);
}

static guint
look (RapCarryBar *self)
{
  g_autoptr (RapArticle) older = NULL;

  g_clear_pointer (&self->older, g_free);
  if (self->session == NULL || self->article == NULL || rap_session_get_read_only (self->session))
    return 0;
  older = rap_session_find_older_version (self->session, self->article);
  if (older == NULL)
    return 0;
  self->older = g_strdup (RAP_RECORD (older)->id);
  return rap_carry_over_count (self->session, older, self->article);
}

static gboolean
look_cb (gpointer data)
{
  RapCarryBar *self = data;
  guint n = look (self);

  self->source = 0;
  if (n > 0)
    say (self, n);
  gtk_revealer_set_reveal_child (self->revealer,
                                 n > 0 && !g_hash_table_contains (self->put_away, RAP_RECORD (self->article)->id));
  return G_SOURCE_REMOVE;
}

static void
look_soon (RapCarryBar *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, look_cb, self, NULL);
}

/* Whether a change may change what is missing; ids made by carrying over are of
 * version 5, so that work on the article itself costs nothing. */
static gboolean
matters (RapCarryBar   *self,
         const RapEdit *edit)
{
  RapRecord *record = rap_edit_get_record (edit);
  const char *article = rap_record_get_article (record);

  if (RAP_IS_ARTICLE (record))
    return TRUE;
  if (article == NULL || (edit->before != NULL && edit->after != NULL))
    return FALSE;
  return g_strcmp0 (article, self->older) == 0
         || (g_strcmp0 (article, RAP_RECORD (self->article)->id) == 0 && record->id[14] == '5');
}

static void
session_changed_cb (RapCarryBar *self,
                    RapEdits    *edits)
{
  for (guint i = 0; self->article != NULL && self->source == 0 && i < edits->edits->len; i++)
    if (matters (self, rap_edits_get (edits, i)))
      look_soon (self);
}

static void
open_cb (RapCarryBar *self)
{
  if (self->older != NULL && self->article != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "carry.open", "(ss)", self->older, RAP_RECORD (self->article)->id);
}

static void
close_cb (RapCarryBar *self)
{
  if (self->article != NULL)
    g_hash_table_add (self->put_away, g_strdup (RAP_RECORD (self->article)->id));
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
rap_carry_bar_dispose (GObject *object)
{
  RapCarryBar *self = RAP_CARRY_BAR (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (rap_carry_bar_parent_class)->dispose (object);
}

static void
rap_carry_bar_finalize (GObject *object)
{
  RapCarryBar *self = RAP_CARRY_BAR (object);

  g_hash_table_unref (self->put_away);
  g_free (self->older);

  G_OBJECT_CLASS (rap_carry_bar_parent_class)->finalize (object);
}

static void
rap_carry_bar_class_init (RapCarryBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_carry_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = rap_carry_bar_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-carry-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RapCarryBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, RapCarryBar, sentence);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
rap_carry_bar_init (RapCarryBar *self)
{
  self->put_away = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_carry_bar_set (RapCarryBar *self,
                   RapSession  *session,
                   RapArticle  *article)
{
  g_return_if_fail (RAP_IS_CARRY_BAR (self));

  if (self->session != NULL && self->session != session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (g_set_object (&self->session, session) && session != NULL)
    g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
  if (!g_set_object (&self->article, article))
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  if (article != NULL && session != NULL)
    look_soon (self);
}
