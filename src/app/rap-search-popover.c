/* rap-search-popover.c
 *
 * Searches as the user types, in a thread, and lists what is found. What is on
 * show stays as it is until the next answer is complete; then rows change all
 * at once, and never again for the same query: more hits only come below.
 *
 * @hits are those of @shown, the query as it was when they were found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-search-popover.h"

#include <glib/gi18n.h>

#include "rap-application.h"
#include "rap-error-text.h"
#include "rap-hit-row.h"
#include "rap-searcher.h"
#include "rap-settings-nick.h"

#define PAGE_HITS   50
#define FIRST_ROWS  8   /* filled at once: what is to be seen; as many of the others with each frame that follows */

struct _RapSearchPopover
{
  GtkPopover      parent_instance;
  GtkEditable    *entry;
  GtkStack       *stack;
  GtkListBox     *list;
  GtkLabel       *message;
  GtkWidget      *status;
  GtkLabel       *count;
  GtkDropDown    *order;
  RapSession     *session;   /* or NULL */
  RapSearcher    *searcher;  /* or NULL: made when the popover opens */
  GPtrArray      *hits;      /* of RapHit */
  char           *shown;     /* or NULL */
  RapSearchCount  found;     /* of articles found, whether they are among @hits or not */
  guint           n_rows;    /* rows of @list that show a hit; the others are hidden */
  guint           tick;      /* rows are still to be filled, or 0 */
  gboolean        is_seen;   /* the first ones were painted */
  guint           article;   /* which of @hits was gone to last */
  int             place;     /* which of its places; -1: the title, or none yet */
  gboolean        is_more;   /* the answer on its way continues @hits */
  char           *sought;    /* the query that was looked for last, or NULL */
  char           *asked;     /* the query for which Enter was pressed before the answer, or NULL */
};

G_DEFINE_FINAL_TYPE (RapSearchPopover, rap_search_popover, GTK_TYPE_POPOVER)

enum
{
  HIT_ACTIVATED,
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_message (RapSearchPopover *self,
              const char       *text)
{
  gtk_label_set_text (self->message, text);
  gtk_stack_set_visible_child_name (self->stack, "message");
  gtk_widget_set_visible (self->status, FALSE);
}

static RapHitRow *
get_row (RapSearchPopover *self,
         guint             i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

  if (row != NULL)
    return RAP_HIT_ROW (row);
  gtk_list_box_append (self->list, rap_hit_row_new ());
  return RAP_HIT_ROW (gtk_list_box_get_row_at_index (self->list, (int) i));
}

static void
fill_rows (RapSearchPopover *self,
           guint             n)
{
  for (; self->n_rows < n; self->n_rows++)
    {
      RapHitRow *row = get_row (self, self->n_rows);

      rap_hit_row_set_hit (row, self->hits->pdata[self->n_rows]);
      gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
    }
}

/* The first frame comes without delay: it has what was filled before. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  RapSearchPopover *self = RAP_SEARCH_POPOVER (widget);

  if (self->is_seen)
    fill_rows (self, MIN (self->hits->len, self->n_rows + FIRST_ROWS));
  self->is_seen = TRUE;
  if (self->n_rows < self->hits->len)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_filling (RapSearchPopover *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static void
hide_rows (RapSearchPopover *self)
{
  GtkListBoxRow *row;

  stop_filling (self);
  for (guint i = 0; (row = gtk_list_box_get_row_at_index (self->list, (int) i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), i < MIN (self->hits->len, FIRST_ROWS));
  self->n_rows = 0;
}

static void
show_count (RapSearchPopover *self)
{
  guint n = self->found.n;
  g_autofree char *text = self->found.is_about
    ? g_strdup_printf (ngettext ("About %'u article", "About %'u articles", n), n)
    : g_strdup_printf (ngettext ("%'u article", "%'u articles", n), n);

  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (self->status, TRUE);
}

static void
show_hits (RapSearchPopover *self)
{
  if (!self->is_more)
    hide_rows (self);
  fill_rows (self, MIN (self->hits->len, MAX (self->n_rows, FIRST_ROWS)));
  self->is_seen = FALSE;
  if (self->n_rows < self->hits->len && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  show_count (self);
  gtk_stack_set_visible_child_name (self->stack, "hits");
}

static void
show_hint (RapSearchPopover *self)
{
  g_ptr_array_set_size (self->hits, 0);
  g_clear_pointer (&self->shown, g_free);
  hide_rows (self);
  show_message (self, _("Words, “exact phrases”, beginnings*, one OR other, -without"));
}

static void
show_error (RapSearchPopover *self,
            const GError     *error)
{
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;

  switch (rap_search_check (gtk_editable_get_text (self->entry), &value))
    {
    case RAP_SEARCH_EMPTY:
      text = g_strdup (_("There is no word to look for yet."));
      break;
    case RAP_SEARCH_ONLY_UNWANTED:
      text = g_strdup (_("This says only what to leave out; add a word to look for."));
      break;
    case RAP_SEARCH_BAD_DATE:
      text = g_strdup_printf (_("“%s” is no date; write one such as 2020, 2020-11 or 2020-11-16."), value);
      break;
    case RAP_SEARCH_BAD_VALUE:
      text = g_strdup_printf (_("“%s” is not known here; give a name after outlet: author: language:, and after is: unread, read, done, annotated or bare."), value);
      break;
    case RAP_SEARCH_FINE:
    default:
      text = rap_error_text (error);
    }
  show_message (self, text);
}

/* Goes to the place that is chosen; the article's beginning when its title has the hit. */
static void
go (RapSearchPopover *self)
{
  const RapHit *hit = self->hits->pdata[self->article];
  g_autofree char *article = g_strdup (hit->article);

  g_signal_emit (self, signals[HIT_ACTIVATED], 0, article, hit->places, (guint) MAX (self->place, 0));
}

static void
go_to_article (RapSearchPopover *self,
               guint             article)
{
  const RapHit *hit = self->hits->pdata[article];

  self->article = article;
  self->place = hit->places->len > 0 ? 0 : -1;
  go (self);
}

static void
take_answer (RapSearchPopover *self,
             GPtrArray        *hits)
{
  if (!self->is_more)
    {
      g_ptr_array_set_size (self->hits, 0);
      rap_set_string (&self->shown, self->sought);
      self->article = 0;
      self->place = -1;
    }
  g_ptr_array_extend_and_steal (self->hits, g_ptr_array_ref (hits));
  if (self->hits->len > 0)
    show_hits (self);
  else
    show_message (self, _("No article contains this."));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (RapSearchPopover) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  RapSearchCount count = { 0, FALSE };

  hits = rap_searcher_finish (RAP_SEARCHER (source), result, &count, &error);
  if (self->searcher != (RapSearcher *) (gpointer) source || g_error_matches (error, RAP_ERROR, RAP_ERROR_CANCELLED))
    return;
  if (hits == NULL)
    {
      show_error (self, error);
      return;
    }
  self->found = count;
  take_answer (self, hits);
  g_signal_emit (self, signals[ANSWERED], 0);
  if (self->asked == NULL || g_strcmp0 (self->asked, self->shown) != 0)
    return;
  g_clear_pointer (&self->asked, g_free);
  if (self->hits->len > 0)
    go_to_article (self, 0);
}

static void
start (RapSearchPopover *self,
       guint             first)
{
  RapSearch search = {
    .query = first > 0 ? self->shown : gtk_editable_get_text (self->entry),
    .order = (RapSearchOrder) gtk_drop_down_get_selected (self->order),
    .first = first, .limit = PAGE_HITS, .is_typing = TRUE,
  };

  self->is_more = first > 0;
  rap_set_string (&self->sought, search.query);
  rap_searcher_start (self->searcher, &search, found_cb, g_object_ref (self));
}

static gboolean
ensure_searcher (RapSearchPopover *self)
{
  if (self->session == NULL)
    return FALSE;
  if (self->searcher == NULL)
    self->searcher = rap_searcher_new (self->session);
  return TRUE;
}

static void
search_changed_cb (RapSearchPopover *self)
{
  const char *query = gtk_editable_get_text (self->entry);

  /* Enter may come before the words it was meant for are looked for */
  if (g_strcmp0 (self->asked, query) != 0)
    g_clear_pointer (&self->asked, g_free);
  if (!ensure_searcher (self))
    return;
  if (query[0] != '\0')
    {
      start (self, 0);
      return;
    }
  rap_searcher_stop (self->searcher);
  show_hint (self);
}

static void
edge_reached_cb (RapSearchPopover *self,
                 GtkPositionType   edge)
{
  if (edge == GTK_POS_BOTTOM && self->hits->len > 0 && self->hits->len < self->found.n
      && g_strcmp0 (self->shown, gtk_editable_get_text (self->entry)) == 0)
    start (self, self->hits->len);
}

static void
row_activated_cb (RapSearchPopover *self,
                  GtkListBoxRow    *row)
{
  guint i = (guint) gtk_list_box_row_get_index (row);

  if (i < self->hits->len)
    go_to_article (self, i);
}

/* Enter opens the first hit, as soon as it is known. */
static void
entry_activate_cb (RapSearchPopover *self)
{
  if (g_strcmp0 (self->shown, gtk_editable_get_text (self->entry)) == 0 && self->hits->len > 0)
    go_to_article (self, 0);
  else if (gtk_editable_get_text (self->entry)[0] != '\0')
    rap_set_string (&self->asked, gtk_editable_get_text (self->entry));
}

static void
stop_search_cb (RapSearchPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
key_pressed_cb (RapSearchPopover *self,
                guint             keyval)
{
  if (keyval != GDK_KEY_Down || self->n_rows == 0)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
}

/* Up from the first row goes back to the words. */
static gboolean
keynav_failed_cb (RapSearchPopover *self,
                  GtkDirectionType  direction)
{
  if (direction != GTK_DIR_UP)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* Puts the beginning of an operator behind what is typed. */
static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  RapSearchPopover *self = RAP_SEARCH_POPOVER (widget);
  const char *text = gtk_editable_get_text (self->entry);
  g_autofree char *longer = g_strconcat (text, text[0] != '\0' && !g_str_has_suffix (text, " ") ? " " : "",
                                         g_variant_get_string (parameter, NULL), NULL);

  gtk_editable_set_text (self->entry, longer);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
}

static void
rap_search_popover_show (GtkWidget *widget)
{
  RapSearchPopover *self = RAP_SEARCH_POPOVER (widget);

  if (ensure_searcher (self))
    rap_searcher_warm_up (self->searcher, (RapSearchOrder) gtk_drop_down_get_selected (self->order));
  if (gtk_editable_get_text (self->entry)[0] == '\0')
    show_hint (self);
  GTK_WIDGET_CLASS (rap_search_popover_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
rap_search_popover_dispose (GObject *object)
{
  RapSearchPopover *self = RAP_SEARCH_POPOVER (object);

  stop_filling (self);
  g_clear_object (&self->searcher);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->sought, g_free);
  g_clear_pointer (&self->asked, g_free);
  g_clear_pointer (&self->hits, g_ptr_array_unref);

  G_OBJECT_CLASS (rap_search_popover_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-search-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RapSearchPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, RapSearchPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, RapSearchPopover, list);
  gtk_widget_class_bind_template_child (widget_class, RapSearchPopover, message);
  gtk_widget_class_bind_template_child (widget_class, RapSearchPopover, status);
  gtk_widget_class_bind_template_child (widget_class, RapSearchPopover, count);
  gtk_widget_class_bind_template_child (widget_class, RapSearchPopover, order);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, edge_reached_cb);
}

static void
rap_search_popover_class_init (RapSearchPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_search_popover_dispose;
  widget_class->show = rap_search_popover_show;

  signals[HIT_ACTIVATED] = g_signal_new ("hit-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_ARRAY, G_TYPE_UINT);

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "search.add", "s", add_action);
  bind_template (widget_class);
}

/* The order as it was left. */
static void
bind_order (RapSearchPopover *self)
{
  static const char * const orders[] = { "best", "newest", "oldest", NULL };
  GApplication *application = g_application_get_default ();

  if (RAP_IS_APPLICATION (application))
    rap_settings_bind_nick (rap_application_get_settings (RAP_APPLICATION (application)), "search-order",
                            self->order, "selected", orders);
}

static void
rap_search_popover_init (RapSearchPopover *self)
{
  self->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_hit_free);
  self->place = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  bind_order (self);
}

void
rap_search_popover_set_session (RapSearchPopover *self,
                                RapSession       *session)
{
  g_return_if_fail (RAP_IS_SEARCH_POPOVER (self));

  g_clear_object (&self->searcher);
  g_set_object (&self->session, session);
  gtk_editable_set_text (self->entry, "");
  show_hint (self);
}

/* More articles follow than are known yet. */
static gboolean
ask_for_more (RapSearchPopover *self)
{
  if (self->hits->len < self->found.n && self->searcher != NULL && self->shown != NULL)
    start (self, self->hits->len);
  return FALSE;
}

gboolean
rap_search_popover_step (RapSearchPopover *self,
                         int               step)
{
  const RapHit *hit;

  g_return_val_if_fail (RAP_IS_SEARCH_POPOVER (self), FALSE);

  if (self->hits->len == 0)
    return FALSE;
  hit = self->hits->pdata[self->article];
  if (self->place + step >= 0 && self->place + step < (int) hit->places->len)
    {
      self->place += step;
      go (self);
      return TRUE;
    }
  if (step > 0 && self->article + 1 >= self->hits->len)
    return ask_for_more (self);
  if (step < 0 && self->article == 0)
    return FALSE;
  self->article = step > 0 ? self->article + 1 : self->article - 1;
  hit = self->hits->pdata[self->article];
  self->place = hit->places->len == 0 ? -1 : step > 0 ? 0 : (int) hit->places->len - 1;
  go (self);
  return TRUE;
}
