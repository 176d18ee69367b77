/* rap-compare-page.c
 *
 * Puts a RapComparison on show and keeps both sides at the same passage. A
 * choice of another article, in the library or anywhere, puts the page away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-compare-page.h"

#include <glib/gi18n.h>

#include "rap-compare-text.h"
#include "rap-delete.h"
#include "rap-list-box.h"
#include "rap-pick-button.h"
#include "rap-row-words.h"
#include "rap-workbench.h"

#define MAX_CANDIDATES 12
#define NOWHERE        G_MAXUINT /* the next passage is the first */

struct _RapComparePage
{
  AdwBin           parent_instance;
  GtkLabel        *summary;
  GtkLabel        *position;
  GtkWidget       *previous;
  GtkWidget       *next;
  GtkWidget       *swap;
  GtkLabel        *titles[RAP_N_SIDES];
  GtkLabel        *origins[RAP_N_SIDES];
  RapCompareText  *texts[RAP_N_SIDES];
  GtkStack        *stack;
  GtkWidget       *candidates;
  GtkPopover      *candidates_popover;
  GtkListBox      *candidate_list;
  RapPickButton   *pick;
  GtkWidget       *legend;
  GtkCheckButton  *copied;
  RapSession      *session;
  RapComparison   *comparison;  /* or NULL */
  char            *ids[RAP_N_SIDES]; /* of the articles; the second may be NULL */
  guint            current;     /* passage, or NOWHERE */
  gboolean         loading;
};

G_DEFINE_FINAL_TYPE (RapComparePage, rap_compare_page, ADW_TYPE_BIN)

static void show_pair (RapComparePage *self,
                       const char     *a,
                       const char     *b);

static const RapComparedPassage *
get_passage (RapComparePage *self,
             guint           i)
{
  return &g_array_index (self->comparison->passages, RapComparedPassage, i);
}

static guint
count_passages (RapComparePage *self)
{
  return self->comparison != NULL ? self->comparison->passages->len : 0;
}

static void
show_head (RapComparePage *self,
           RapSide         side)
{
  g_autoptr (RapRecord) record = self->ids[side] == NULL ? NULL
                               : rap_session_load (self->session, RAP_KIND_ARTICLE, self->ids[side], NULL);
  const RapArticle *article = (const RapArticle *) record;
  g_autofree char *outlet = article != NULL && article->outlet != NULL
                          ? rap_session_get_name (self->session, RAP_KIND_ENTITY, article->outlet) : NULL;
  g_autofree char *day = article != NULL && article->published != NULL ? rap_row_words_date (article->published->text) : NULL;
  g_autofree char *origin = article == NULL ? g_strdup ("")
                          : g_strdup_printf ("%s · %s", outlet != NULL ? outlet : _("outlet unknown"),
                                             day != NULL ? day : _("date not stated"));

  gtk_label_set_text (self->titles[side], article != NULL ? article->title : _("No article chosen"));
  gtk_label_set_text (self->origins[side], origin);
}

static char *
describe_side (RapComparePage *self,
               RapSide         side)
{
  guint percent = (guint) (self->comparison->parts[side] * 100 + .5);
  guint alone = rap_comparison_count (self->comparison, RAP_SHARED_NOT, side);

  return side == RAP_SIDE_A
         ? g_strdup_printf (ngettext ("%u %% of the words on the left are in shared sentences; %u sentence is only on the left.",
                                      "%u %% of the words on the left are in shared sentences; %u sentences are only on the left.", alone),
                            percent, alone)
         : g_strdup_printf (ngettext ("%u %% of the words on the right are in shared sentences; %u sentence is only on the right.",
                                      "%u %% of the words on the right are in shared sentences; %u sentences are only on the right.", alone),
                            percent, alone);
}

static gboolean
is_difference (RapComparePage *self,
               guint           i)
{
  return get_passage (self, i)->kind != RAP_SHARED_EXACT;
}

static guint
count_differences (RapComparePage *self)
{
  guint n = 0;

  for (guint i = 0; i < count_passages (self); i++)
    n += is_difference (self, i);
  return n;
}

static void
show_summary (RapComparePage *self)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  g_autofree char *both = NULL;

  if (self->comparison == NULL || self->ids[RAP_SIDE_B] == NULL)
    {
      gtk_label_set_text (self->summary, _("Compare with another article"));
      return;
    }
  if (count_differences (self) == 0 && count_passages (self) > 0)
    {
      gtk_label_set_text (self->summary, _("Both texts are the same."));
      return;
    }
  left = describe_side (self, RAP_SIDE_A);
  right = describe_side (self, RAP_SIDE_B);
  both = g_strdup_printf ("%s\n%s", left, right);
  gtk_label_set_text (self->summary, both);
}

/* "2 of 7 differences", or how many there are. */
static void
show_position (RapComparePage *self)
{
  guint n = count_differences (self);
  guint at = 0;
  g_autofree char *text = NULL;

  if (self->current < count_passages (self) && is_difference (self, self->current))
    for (guint i = 0; i <= self->current; i++)
      at += is_difference (self, i);
  text = at > 0 ? g_strdup_printf (ngettext ("%u of %u difference", "%u of %u differences", n), at, n)
       : g_strdup_printf (ngettext ("%u difference", "%u differences", n), n);
  gtk_label_set_text (self->position, self->ids[RAP_SIDE_B] != NULL ? text : "");
  gtk_widget_set_sensitive (self->previous, n > 0);
  gtk_widget_set_sensitive (self->next, n > 0);
}

static void
go_to (RapComparePage *self,
       guint           passage)
{
  self->current = passage;
  for (RapSide side = RAP_SIDE_A; side < RAP_N_SIDES; side++)
    rap_compare_text_show_passage (self->texts[side], passage);
  show_position (self);
}

static void
moved_cb (RapComparePage *self,
          guint           passage)
{
  go_to (self, passage);
}

/* The next difference in that direction; the first or last one stays. */
static void
step (RapComparePage *self,
      int             by)
{
  guint n = count_passages (self);

  for (guint i = self->current + (guint) by; i < n; i += (guint) by)
    if (is_difference (self, i))
      {
        go_to (self, i);
        return;
      }
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
previous_cb (RapComparePage *self)
{
  step (self, -1);
}

static void
next_cb (RapComparePage *self)
{
  step (self, 1);
}

static void
swap_cb (RapComparePage *self)
{
  g_autofree char *a = g_strdup (self->ids[RAP_SIDE_A]);
  g_autofree char *b = g_strdup (self->ids[RAP_SIDE_B]);

  if (b != NULL)
    show_pair (self, b, a);
}

static void
picked_cb (RapComparePage *self,
           const char     *id)
{
  g_autofree char *a = g_strdup (self->ids[RAP_SIDE_A]);
  g_autofree char *b = g_strdup (id);

  show_pair (self, a, b);
  gtk_widget_grab_focus (GTK_WIDGET (self->texts[RAP_SIDE_A]));
}

static void
candidate_cb (RapComparePage *self,
              GtkListBoxRow  *row)
{
  gtk_popover_popdown (self->candidates_popover);
  picked_cb (self, g_object_get_data (G_OBJECT (row), "article"));
}

static void
add_candidate (RapComparePage *self,
               const RapCopy  *copy)
{
  g_autofree char *title = rap_session_get_name (self->session, RAP_KIND_ARTICLE, copy->article);
  g_autofree char *text = g_strdup_printf (_("%s (%d %% of the phrases shared)"), title, (int) (copy->score * 100 + .5));
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "article", g_strdup (copy->article), g_free);
  gtk_list_box_append (self->candidate_list, row);
}

/* (transfer full): the likeliest, or NULL */
static char *
fill_candidates (RapComparePage *self,
                 const char     *article)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = rap_session_find_copies (self->session, article, MAX_CANDIDATES, &error);

  rap_list_box_clear (self->candidate_list);
  if (copies == NULL)
    {
      rap_report_error (GTK_WIDGET (self), error);
      return NULL;
    }
  for (guint i = 0; i < copies->len; i++)
    add_candidate (self, g_ptr_array_index (copies, i));
  gtk_widget_set_visible (self->candidates, copies->len > 0);
  return copies->len > 0 ? g_strdup (((RapCopy *) g_ptr_array_index (copies, 0))->article) : NULL;
}

static void
show_copied (RapComparePage *self)
{
  const RapArticle *right = self->comparison != NULL && self->ids[RAP_SIDE_B] != NULL
                          ? self->comparison->articles[RAP_SIDE_B] : NULL;

  self->loading = TRUE;
  gtk_widget_set_visible (self->legend, right != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->copied), !rap_session_get_read_only (self->session));
  gtk_check_button_set_active (self->copied, right != NULL && g_strcmp0 (right->copied_from, self->ids[RAP_SIDE_A]) == 0);
  self->loading = FALSE;
}

static void
copied_cb (RapComparePage *self)
{
  g_autoptr (RapRecord) before = NULL;
  g_autoptr (RapRecord) after = NULL;
  g_autoptr (RapEdits) edits = NULL;
  g_autoptr (GError) error = NULL;

  if (self->loading || self->ids[RAP_SIDE_B] == NULL)
    return;
  before = rap_session_load (self->session, RAP_KIND_ARTICLE, self->ids[RAP_SIDE_B], &error);
  if (before != NULL)
    {
      after = rap_record_copy (before);
      rap_set_string (&RAP_ARTICLE (after)->copied_from,
                      gtk_check_button_get_active (self->copied) ? self->ids[RAP_SIDE_A] : NULL);
      edits = rap_edits_new (N_("Change what an article was copied from"));
      rap_edits_replace (edits, before, after);
      if (rap_session_commit (self->session, edits, &error))
        return;
    }
  rap_report_error (GTK_WIDGET (self), error);
  show_copied (self);
}

static void
set_comparison (RapComparePage *self,
                RapComparison  *comparison)
{
  for (RapSide side = RAP_SIDE_A; side < RAP_N_SIDES; side++)
    rap_compare_text_set_comparison (self->texts[side], comparison, side);
  g_clear_pointer (&self->comparison, rap_comparison_free);
  self->comparison = comparison;
  self->current = NOWHERE;
}

/* The text alone, as long as there is nothing to compare it with. */
static RapComparison *
compare_with_itself (RapComparePage *self)
{
  RapComparison *comparison = rap_session_compare (self->session, self->ids[RAP_SIDE_A], self->ids[RAP_SIDE_A], NULL);

  if (comparison != NULL)
    g_array_set_size (comparison->passages, 0);
  return comparison;
}

static void
show_texts (RapComparePage *self)
{
  g_autoptr (GError) error = NULL;
  RapComparison *comparison = self->ids[RAP_SIDE_B] != NULL
                            ? rap_session_compare (self->session, self->ids[RAP_SIDE_A], self->ids[RAP_SIDE_B], &error)
                            : compare_with_itself (self);

  if (error != NULL)
    rap_report_error (GTK_WIDGET (self), error);
  set_comparison (self, comparison);
  gtk_stack_set_visible_child_name (self->stack, self->ids[RAP_SIDE_B] != NULL ? "text" : "empty");
  gtk_widget_set_sensitive (self->swap, self->ids[RAP_SIDE_B] != NULL);
}

static void
show_pair (RapComparePage *self,
           const char     *a,
           const char     *b)
{
  if (g_strcmp0 (self->ids[RAP_SIDE_A], a) != 0)
    g_free (fill_candidates (self, a));
  rap_set_string (&self->ids[RAP_SIDE_A], a);
  rap_set_string (&self->ids[RAP_SIDE_B], b);
  for (RapSide side = RAP_SIDE_A; side < RAP_N_SIDES; side++)
    show_head (self, side);
  show_texts (self);
  show_summary (self);
  show_position (self);
  show_copied (self);
}

static RapSide
get_focused_side (RapComparePage *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (self->texts[RAP_SIDE_B])) ? RAP_SIDE_B : RAP_SIDE_A;
}

static void
open_article (RapComparePage *self)
{
  RapSide side = get_focused_side (self);
  RapRange range = { 0, 0 };
  GtkWidget *workbench = gtk_widget_get_ancestor (GTK_WIDGET (self), RAP_TYPE_WORKBENCH);
  g_autofree char *id = g_strdup (self->ids[side]);

  if (id == NULL || workbench == NULL)
    return;
  if (self->current < count_passages (self))
    range = get_passage (self, self->current)->ranges[side];
  rap_workbench_open_centre (RAP_WORKBENCH (workbench), NULL);
  rap_workbench_show_passage (RAP_WORKBENCH (workbench), id, range);
}

static gboolean
press (RapComparePage *self,
       guint           keyval)
{
  switch (keyval)
    {
    case GDK_KEY_n: case GDK_KEY_N:
      step (self, 1);
      return TRUE;
    case GDK_KEY_p: case GDK_KEY_P:
      step (self, -1);
      return TRUE;
    case GDK_KEY_s: case GDK_KEY_S:
      swap_cb (self);
      return TRUE;
    case GDK_KEY_Return: case GDK_KEY_KP_Enter:
      open_article (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* There Escape closes that. */
static gboolean
is_in_popover (RapComparePage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

/* Escape leaves from anywhere. The letters are keys where the text has the keyboard; elsewhere they may be
 * meant as text. */
static gboolean
key_pressed_cb (RapComparePage        *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  gboolean in_text = gtk_widget_has_focus (GTK_WIDGET (self->texts[RAP_SIDE_A])) ||
                     gtk_widget_has_focus (GTK_WIDGET (self->texts[RAP_SIDE_B]));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Escape && !is_in_popover (self))
    return gtk_widget_activate_action (GTK_WIDGET (self), "compare.close", NULL);
  return in_text && press (self, keyval);
}

/* What is on show may have been changed or deleted. */
static void
session_changed_cb (RapComparePage *self)
{
  g_autofree char *a = g_strdup (self->ids[RAP_SIDE_A]);
  g_autofree char *b = g_strdup (self->ids[RAP_SIDE_B]);
  g_autoptr (RapRecord) first = rap_session_load (self->session, RAP_KIND_ARTICLE, a, NULL);
  g_autoptr (RapRecord) second = b != NULL ? rap_session_load (self->session, RAP_KIND_ARTICLE, b, NULL) : NULL;
  guint current = self->current;

  if (first == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "compare.close", NULL);
      return;
    }
  if (self->comparison != NULL && rap_record_equal (first, RAP_RECORD (self->comparison->articles[RAP_SIDE_A])) &&
      second != NULL && rap_record_equal (second, RAP_RECORD (self->comparison->articles[RAP_SIDE_B])))
    return;
  show_pair (self, a, second != NULL ? b : NULL);
  if (self->ids[RAP_SIDE_B] != NULL && current < count_passages (self))
    go_to (self, current);
}

static gboolean
rap_compare_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RAP_COMPARE_PAGE (widget)->texts[RAP_SIDE_A]));
}

static void
rap_compare_page_dispose (GObject *object)
{
  RapComparePage *self = RAP_COMPARE_PAGE (object);

  if (self->comparison != NULL)
    set_comparison (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), RAP_TYPE_COMPARE_PAGE);

  G_OBJECT_CLASS (rap_compare_page_parent_class)->dispose (object);
}

static void
rap_compare_page_finalize (GObject *object)
{
  RapComparePage *self = RAP_COMPARE_PAGE (object);

  g_clear_object (&self->session);
  for (RapSide side = RAP_SIDE_A; side < RAP_N_SIDES; side++)
    g_free (self->ids[side]);

  G_OBJECT_CLASS (rap_compare_page_parent_class)->finalize (object);
}

static void
bind_side (GtkWidgetClass *widget_class,
           const char     *name,
           gsize           offset)
{
  gtk_widget_class_bind_template_child_full (widget_class, name, FALSE, (gssize) offset);
}

static void
rap_compare_page_class_init (RapComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rap_compare_page_dispose;
  object_class->finalize = rap_compare_page_finalize;
  widget_class->grab_focus = rap_compare_page_grab_focus;

  g_type_ensure (RAP_TYPE_COMPARE_TEXT);
  g_type_ensure (RAP_TYPE_PICK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RapComparePage, summary);
  gtk_widget_class_bind_template_child (widget_class, RapComparePage, position);
  gtk_widget_class_bind_template_child (widget_class, RapComparePage, previous);
  gtk_widget_class_bind_template_child (widget_class, RapComparePage, next);
  gtk_widget_class_bind_template_child (widget_class, RapComparePage, swap);
  bind_side (widget_class, "title_a", G_STRUCT_OFFSET (RapComparePage, titles[RAP_SIDE_A]));
  bind_side (widget_class, "title_b", G_STRUCT_OFFSET (RapComparePage, titles[RAP_SIDE_B]));
  bind_side (widget_class, "origin_a", G_STRUCT_OFFSET (RapComparePage, origins[RAP_SIDE_A]));
  bind_side (widget_class, "origin_b", G_STRUCT_OFFSET (RapComparePage, origins[RAP_SIDE_B]));
  bind_side (widget_class, "text_a", G_STRUCT_OFFSET (RapComparePage, texts[RAP_SIDE_A]));
  bind_side (widget_class, "text_b", G_STRUCT_OFFSET (RapComparePage, texts[RAP_SIDE_B]));
  gtk_widget_class_bind_template_child (widget_class, RapComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, RapComparePage, candidates);
  gtk_widget_class_bind_template_child (widget_class, RapComparePage, candidates_popover);
  gtk_widget_class_bind_template_child (widget_class, RapComparePage, candidate_list);
  gtk_widget_class_bind_template_child (widget_class, RapComparePage, pick);
  gtk_widget_class_bind_template_child (widget_class, RapComparePage, legend);
  gtk_widget_class_bind_template_child (widget_class, RapComparePage, copied);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, swap_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, candidate_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copied_cb);
}

static void
rap_compare_page_init (RapComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @b: "" for what @a was copied from, else what looks most like it. */
static GtkWidget *
make_page (RapSession *session,
           const char *a,
           const char *b)
{
  RapComparePage *self = g_object_new (RAP_TYPE_COMPARE_PAGE, NULL);
  g_autoptr (RapRecord) article = rap_session_load (session, RAP_KIND_ARTICLE, a, NULL);
  g_autofree char *likely = NULL;
  gboolean given = *b != '\0';
  const char *source = article != NULL ? RAP_ARTICLE (article)->copied_from : NULL;

  self->session = g_object_ref (session);
  rap_pick_button_set_session (self->pick, session);
  if (!given && source == NULL)
    likely = fill_candidates (self, a);
  if (!given && source != NULL)
    show_pair (self, source, a);
  else
    show_pair (self, a, given ? b : likely);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RapWorkbench *self = RAP_WORKBENCH (widget);
  RapSession *session = rap_workbench_get_session (self);
  const char *a, *b;

  g_variant_get (parameter, "(&s&s)", &a, &b);
  if (session != NULL)
    rap_workbench_open_centre (self, make_page (session, a, b));
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  rap_workbench_open_centre (RAP_WORKBENCH (widget), NULL);
}

void
rap_compare_page_install (GtkWidgetClass *workbench_class)
{
  gtk_widget_class_install_action (workbench_class, "compare.open", "(ss)", open_action);
  gtk_widget_class_install_action (workbench_class, "compare.close", NULL, close_action);
}
