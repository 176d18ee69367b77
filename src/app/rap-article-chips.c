/* rap-article-chips.c
 *
 * Chips are bound and placed when the margin is allocated, right after the text
 * itself, so that they stay with it while it scrolls and no frame is wasted.
 * Binding asks for no new layout of the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-chip.h"
#include "rap-article-chips.h"
#include "rap-chip-face.h"
#include "rap-chip-layout.h"
#include "rap-show-child.h"

#define GAP        8      /* pixels between chips */
#define MAX_CHIPS  120    /* on show at once, whatever the density */
#define N_READY    16     /* in the pool before any is wanted */
#define EDGE       6      /* kept free at the lower edge */

/**
 * Chip: one chip of the pool
 * @range: the passage it stands at
 */
typedef struct
{
  GtkWidget *widget;
  RapRange   range;
  gboolean   keep;
} Chip;

/**
 * RapArticleChips:
 * @pool: (element-type Chip): the first @n_used are on show, in text order
 * @words: what the chip is about to RapChipWords, of what was on show since the
 *   last change
 * @compact: one line for each chip, as there are many
 * @stale: to be bound at the next allocation
 * @more: says how many found no room
 * @n_wanted: more chips than the pool has, for @growing, a pending tick or 0
 */
struct _RapArticleChips
{
  GtkWidget        parent_instance;
  RapArticleText  *text;
  RapSession      *session;
  RapArticleMarks *marks;
  GArray          *pool;
  guint            n_used;
  GHashTable      *words;
  GtkWidget       *more;
  gboolean         compact;
  gboolean         stale;
  guint            n_wanted;
  guint            growing;
};

G_DEFINE_FINAL_TYPE (RapArticleChips, rap_article_chips, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Chip *
get_chip (RapArticleChips *self,
          guint            i)
{
  return &g_array_index (self->pool, Chip, i);
}

/* The chips behind the first @n_kept stand for nothing. */
static void
release_chips (RapArticleChips *self,
               guint            n_kept)
{
  for (guint i = n_kept; i < self->pool->len; i++)
    {
      GtkWidget *chip = get_chip (self, i)->widget;

      rap_show_child (chip, FALSE);
      rap_article_chip_release (RAP_ARTICLE_CHIP (chip));
    }
  self->n_used = n_kept;
}

static void
chip_clicked_cb (RapArticleChips *self,
                 GtkButton       *chip)
{
  g_autofree char *id = g_strdup (rap_article_chip_get_id (RAP_ARTICLE_CHIP (chip)));

  g_signal_emit (self, signals[CHOSEN], 0, id);
}

/* All passages of a meeting say the same, except that one may be in doubt. */
static const RapChipWords *
get_words (RapArticleChips      *self,
           const RapArticleMark *mark)
{
  const char *target;
  g_autofree char *key = NULL;
  RapChipWords *words;

  rap_article_mark_get_target (mark, &target);
  key = g_strconcat (target, mark->doubtful ? "?" : "", NULL);
  words = g_hash_table_lookup (self->words, key);
  if (words == NULL)
    {
      words = rap_chip_words_new (self->session, mark);
      g_hash_table_insert (self->words, g_steal_pointer (&key), words);
    }
  return words;
}

static gboolean
has_chip (const RapArticleMark *mark)
{
  return RAP_IS_CLAIM (mark->record) || RAP_IS_EVIDENCE (mark->record);
}

/* Passages of one meeting that follow each other closely share a chip. */
static gboolean
repeats_last (GPtrArray            *wanted,
              const RapArticleMark *mark)
{
  const RapArticleMark *last = wanted->len > 0 ? wanted->pdata[wanted->len - 1] : NULL;

  return last != NULL && mark->emphasis != RAP_EMPHASIS_FOCUS &&
         RAP_IS_EVIDENCE (last->record) && RAP_IS_EVIDENCE (mark->record) &&
         g_strcmp0 (RAP_EVIDENCE (last->record)->meeting, RAP_EVIDENCE (mark->record)->meeting) == 0 &&
         mark->hull.start < last->hull.end + 400;
}

/* (transfer container) (element-type RapArticleMark) */
static GPtrArray *
list_wanted (RapArticleChips *self)
{
  GPtrArray *wanted = g_ptr_array_new ();
  RapRange visible = rap_article_text_get_visible (self->text);

  for (guint i = rap_article_marks_find_start (self->marks, visible.start);
       i < rap_article_marks_get_n (self->marks) && wanted->len < MAX_CHIPS;
       i++)
    {
      RapArticleMark *mark = rap_article_marks_get (self->marks, i);

      if (mark->hull.start >= visible.end)
        break;
      if (has_chip (mark) && rap_article_marks_is_shown (self->marks, mark) && !repeats_last (wanted, mark))
        g_ptr_array_add (wanted, mark);
    }
  return wanted;
}

static void
add_chip (RapArticleChips *self)
{
  Chip chip = { rap_article_chip_new (), { 0, 0 }, FALSE };

  gtk_widget_insert_before (chip.widget, GTK_WIDGET (self), self->more);
  rap_show_child (chip.widget, FALSE);
  g_signal_connect_swapped (chip.widget, "clicked", G_CALLBACK (chip_clicked_cb), self);
  g_array_append_val (self->pool, chip);
}

static void
grow (RapArticleChips *self,
      guint            n)
{
  while (self->pool->len < n)
    add_chip (self);
}

static gboolean
grow_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  RapArticleChips *self = RAP_ARTICLE_CHIPS (widget);

  self->growing = 0;
  grow (self, self->n_wanted);
  rap_article_chips_refresh (self, FALSE);
  return G_SOURCE_REMOVE;
}

/* No widget can be added while sizes are given. */
static void
grow_later (RapArticleChips *self,
            guint            n)
{
  self->n_wanted = n;
  if (self->growing == 0)
    self->growing = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

static int
measure_height (GtkWidget *widget,
                gboolean   compact)
{
  int minimum, natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  return compact ? minimum : natural;
}

/* Puts the chip that stands for @first already, if any, in front: after a
 * little scrolling most chips then keep their words. */
static void
rotate_pool (RapArticleChips *self,
             const char      *first)
{
  g_autofree Chip *front = NULL;
  guint at = 0;

  while (at < self->n_used && g_strcmp0 (rap_article_chip_get_id (RAP_ARTICLE_CHIP (get_chip (self, at)->widget)), first) != 0)
    at++;
  if (at == 0 || at == self->n_used)
    return;
  front = g_memdup2 (self->pool->data, at * sizeof (Chip));
  g_array_remove_range (self->pool, 0, at);
  g_array_append_vals (self->pool, front, at);
}

static void
bind_chips (RapArticleChips *self,
            int              height)
{
  g_autoptr (GPtrArray) wanted = self->marks != NULL ? list_wanted (self) : g_ptr_array_new ();

  if (wanted->len > self->pool->len)
    {
      grow_later (self, wanted->len);
      g_ptr_array_set_size (wanted, (int) self->pool->len);
    }
  if (wanted->len > 0)
    rotate_pool (self, ((RapArticleMark *) wanted->pdata[0])->record->id);
  for (guint i = 0; i < wanted->len; i++)
    {
      RapArticleMark *mark = wanted->pdata[i];
      Chip *chip = get_chip (self, i);

      chip->range = mark->hull;
      chip->keep = mark->emphasis == RAP_EMPHASIS_FOCUS;
      rap_article_chip_bind (RAP_ARTICLE_CHIP (chip->widget), mark, get_words (self, mark));
    }
  release_chips (self, wanted->len);
  self->compact = wanted->len > 0 &&
                  (int) wanted->len * (measure_height (get_chip (self, 0)->widget, FALSE) + GAP) > height;
}

static void
scrolled_cb (RapArticleChips *self)
{
  rap_article_chips_refresh (self, FALSE);
}

static void
fill_slots (RapArticleChips *self,
            RapChipSlot     *slots)
{
  for (guint i = 0; i < self->n_used; i++)
    {
      Chip *chip = get_chip (self, i);
      GdkRectangle area;
      RapRange first = { chip->range.start, chip->range.start + 1 };

      rap_article_text_get_area (self->text, first, &area);
      slots[i].wanted = area.y;
      slots[i].height = measure_height (chip->widget, self->compact);
      slots[i].keep = chip->keep;
    }
}

static void
allocate_more (RapArticleChips *self,
               guint            n_hidden,
               int              width,
               int              height)
{
  g_autofree char *label = g_strdup_printf (ngettext ("%u more here", "%u more here", n_hidden), n_hidden);
  int own = measure_height (self->more, TRUE);

  rap_show_child (self->more, n_hidden > 0);
  if (n_hidden == 0)
    return;
  rap_chip_face_set (RAP_CHIP_FACE (self->more), "", label, "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_size_allocate (self->more, &(GtkAllocation) { 0, height - own, width, own }, -1);
}

static void
rap_article_chips_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  RapArticleChips *self = RAP_ARTICLE_CHIPS (widget);
  g_autofree RapChipSlot *slots = NULL;
  int footer = measure_height (self->more, TRUE);
  guint n_hidden;

  if (self->stale)
    bind_chips (self, height);
  self->stale = FALSE;
  slots = g_new0 (RapChipSlot, self->n_used + 1);
  fill_slots (self, slots);
  n_hidden = rap_chip_layout (slots, self->n_used, GAP, 0, height - footer - EDGE);
  for (guint i = 0; i < self->n_used; i++)
    {
      GtkWidget *chip = get_chip (self, i)->widget;
      GtkAllocation area = { 0, slots[i].y, width, slots[i].height };

      rap_show_child (chip, slots[i].shown);
      if (slots[i].shown)
        gtk_widget_size_allocate (chip, &area, -1);
    }
  allocate_more (self, n_hidden, width, height);
}

static void
rap_article_chips_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

/* The text below takes what no chip takes. */
static gboolean
rap_article_chips_contains (GtkWidget *widget,
                            double     x,
                            double     y)
{
  return FALSE;
}

static void
rap_article_chips_dispose (GObject *object)
{
  RapArticleChips *self = RAP_ARTICLE_CHIPS (object);

  for (guint i = 0; i < self->pool->len; i++)
    gtk_widget_unparent (get_chip (self, i)->widget);
  g_array_set_size (self->pool, 0);
  self->n_used = 0;
  g_clear_pointer (&self->more, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (rap_article_chips_parent_class)->dispose (object);
}

static void
rap_article_chips_finalize (GObject *object)
{
  RapArticleChips *self = RAP_ARTICLE_CHIPS (object);

  g_array_unref (self->pool);
  g_hash_table_unref (self->words);
  G_OBJECT_CLASS (rap_article_chips_parent_class)->finalize (object);
}

static void
rap_article_chips_class_init (RapArticleChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rap_article_chips_dispose;
  object_class->finalize = rap_article_chips_finalize;
  widget_class->size_allocate = rap_article_chips_size_allocate;
  widget_class->measure = rap_article_chips_measure;
  widget_class->contains = rap_article_chips_contains;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rap_article_chips_init (RapArticleChips *self)
{
  self->pool = g_array_new (FALSE, FALSE, sizeof (Chip));
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) rap_chip_words_free);
  self->more = g_object_new (RAP_TYPE_CHIP_FACE, "accessible-role", GTK_ACCESSIBLE_ROLE_LABEL, NULL);
  gtk_widget_add_css_class (self->more, "chip-detail");
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Claims and meetings beside the text"), -1);
}

GtkWidget *
rap_article_chips_new (RapArticleText *text)
{
  RapArticleChips *self = g_object_new (RAP_TYPE_ARTICLE_CHIPS, NULL);

  self->text = text;
  g_signal_connect_object (text, "scrolled", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

gboolean
rap_article_chips_has_any (RapArticleMarks *marks)
{
  g_return_val_if_fail (marks != NULL, FALSE);

  for (guint i = 0; i < rap_article_marks_get_n (marks); i++)
    if (has_chip (rap_article_marks_get (marks, i)))
      return TRUE;
  return FALSE;
}

void
rap_article_chips_set (RapArticleChips *self,
                       RapSession      *session,
                       RapArticleMarks *marks)
{
  g_return_if_fail (RAP_IS_ARTICLE_CHIPS (self));

  g_set_object (&self->session, session);
  self->marks = marks;
  release_chips (self, 0);
  if (marks != NULL)
    grow (self, N_READY);
  rap_article_chips_refresh (self, TRUE);
}

void
rap_article_chips_refresh (RapArticleChips *self,
                           gboolean         words)
{
  g_return_if_fail (RAP_IS_ARTICLE_CHIPS (self));

  if (words)
    g_hash_table_remove_all (self->words);
  self->stale = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
