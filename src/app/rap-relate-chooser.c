/* rap-relate-chooser.c
 *
 * The keyboard stays in the entry; the list follows what is typed after a
 * moment, because ranking reads every claim of the project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-relate-chooser.h"

#include <glib/gi18n.h>

#include "rap-article-gesture.h"
#include "rap-error-text.h"
#include "rap-list-box.h"
#include "rap-popover-fit.h"
#include "rap-relative-row.h"

#define MAX_ROWS    12
#define REST        220 /* pixels of the popover around the list */
#define TYPING_TIME 120  /* ms without a key before the claims are ranked anew */

struct _RapRelateChooser
{
  GtkPopover         parent_instance;
  GtkLabel          *heading;
  GtkToggleButton   *kinds[RAP_RELATION_CONTRADICTS + 1];
  GtkEntry          *entry;
  GtkScrolledWindow *scroller;
  GtkListBox        *list;
  GtkLabel          *empty;
  GtkEntry          *note;
  GtkWidget         *relate_button;
  GtkLabel          *problem;
  RapSession        *session; /* or NULL */
  RapClaim          *claim;   /* or NULL */
  guint              fill_id;
};

G_DEFINE_FINAL_TYPE (RapRelateChooser, rap_relate_chooser, GTK_TYPE_POPOVER)

/* (transfer full) */
static char *
get_stripped (GtkEntry *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
set_problem (RapRelateChooser *self,
             const char       *sentence)
{
  gtk_label_set_text (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static void
say_empty (RapRelateChooser *self,
           gboolean          narrowed)
{
  gtk_label_set_text (self->empty,
                      narrowed ? _("No claim that could be related matches. Type less, or another word.")
                               : _("There is no other claim to relate to. Tag one in this or another article first."));
}

/* Ranks and shows; what was typed last counts. */
static void
fill (RapRelateChooser *self)
{
  g_autofree char *query = get_stripped (self->entry);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  guint n;

  g_clear_handle_id (&self->fill_id, g_source_remove);
  if (self->claim == NULL)
    return;
  found = rap_session_rank_relatives (self->session, self->claim, query, MAX_ROWS, &error);
  rap_list_box_clear (self->list);
  set_problem (self, error != NULL ? error->message : NULL);
  n = found != NULL ? found->len : 0;
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, rap_relative_row_new (found->pdata[i]));
  if (n > 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  say_empty (self, *query != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), n == 0 && error == NULL);
  gtk_widget_set_sensitive (self->relate_button, n > 0);
}

static void
filled_cb (gpointer user_data)
{
  RapRelateChooser *self = user_data;

  self->fill_id = 0;
  fill (self);
}

static void
typed_cb (RapRelateChooser *self)
{
  g_clear_handle_id (&self->fill_id, g_source_remove);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    self->fill_id = g_timeout_add_once (TYPING_TIME, filled_cb, self);
}

static RapRelationKind
get_relation (RapRelateChooser *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->kinds); i++)
    if (gtk_toggle_button_get_active (self->kinds[i]))
      return i;
  return RAP_RELATION_REPEATS;
}

static void
relate (RapRelateChooser *self,
        const char       *other)
{
  g_autofree char *note = get_stripped (self->note);
  g_autoptr (GError) error = NULL;

  if (rap_gesture_relate (self->session, ((RapRecord *) self->claim)->id, other, get_relation (self), note, NULL, &error))
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    {
      g_autofree char *sentence = rap_error_text (error);

      set_problem (self, sentence);
    }
}

/* Enter takes what was typed so far, also before the list has followed. */
static void
relate_selected (RapRelateChooser *self)
{
  GtkListBoxRow *row;
  g_autofree char *id = NULL;

  if (self->fill_id != 0)
    fill (self);
  row = gtk_list_box_get_selected_row (self->list);
  if (row == NULL)
    return;
  id = g_strdup (rap_relative_row_get_id (RAP_RELATIVE_ROW (row)));
  relate (self, id);
}

static void
relate_clicked_cb (RapRelateChooser *self)
{
  relate_selected (self);
}

static void
row_activated_cb (RapRelateChooser *self,
                  RapRelativeRow   *row)
{
  g_autofree char *id = g_strdup (rap_relative_row_get_id (row));

  relate (self, id);
}

/* 1 to 3 are keys as long as they cannot be meant as text. */
static gboolean
choose_kind (RapRelateChooser *self,
             guint             keyval,
             GdkModifierType   state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  guint digit = keyval >= GDK_KEY_1 && keyval <= GDK_KEY_3 ? keyval - GDK_KEY_1
              : keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_3 ? keyval - GDK_KEY_KP_1 : G_MAXUINT;
  gboolean typing = focus != NULL && GTK_IS_TEXT (focus)
                    && (*gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0'
                        || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->note)));

  if (digit == G_MAXUINT || (state & GDK_CONTROL_MASK) != 0 || (typing && (state & GDK_ALT_MASK) == 0))
    return GDK_EVENT_PROPAGATE;
  gtk_toggle_button_set_active (self->kinds[digit], TRUE);
  return GDK_EVENT_STOP;
}

static gboolean
is_on_button (RapRelateChooser *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && GTK_IS_BUTTON (focus);
}

static gboolean
key_pressed_cb (RapRelateChooser *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      rap_list_box_step (self->list, keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (is_on_button (self))
        return GDK_EVENT_PROPAGATE;
      relate_selected (self);
      return GDK_EVENT_STOP;
    default:
      return choose_kind (self, keyval, state);
    }
}

static gboolean
rap_relate_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RAP_RELATE_CHOOSER (widget)->entry));
}

static void
rap_relate_chooser_dispose (GObject *object)
{
  RapRelateChooser *self = RAP_RELATE_CHOOSER (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_object (&self->claim);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_RELATE_CHOOSER);
  G_OBJECT_CLASS (rap_relate_chooser_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const char * const kinds[] = { "repeats", "supports", "contradicts" };

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-relate-chooser.ui");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_widget_class_bind_template_child_full (widget_class, kinds[i], FALSE, G_STRUCT_OFFSET (RapRelateChooser, kinds[i]));
  gtk_widget_class_bind_template_child (widget_class, RapRelateChooser, heading);
  gtk_widget_class_bind_template_child (widget_class, RapRelateChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, RapRelateChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, RapRelateChooser, list);
  gtk_widget_class_bind_template_child (widget_class, RapRelateChooser, empty);
  gtk_widget_class_bind_template_child (widget_class, RapRelateChooser, note);
  gtk_widget_class_bind_template_child (widget_class, RapRelateChooser, relate_button);
  gtk_widget_class_bind_template_child (widget_class, RapRelateChooser, problem);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, relate_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
rap_relate_chooser_class_init (RapRelateChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_relate_chooser_dispose;
  widget_class->grab_focus = rap_relate_chooser_grab_focus;
  bind_template (widget_class);
}

static void
rap_relate_chooser_init (RapRelateChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_relate_chooser_open (RapRelateChooser *self,
                         RapSession       *session,
                         RapClaim         *claim)
{
  g_autofree char *heading = NULL;

  g_return_if_fail (RAP_IS_RELATE_CHOOSER (self));

  g_set_object (&self->session, session);
  g_set_object (&self->claim, claim);
  heading = g_strdup_printf (_("Relate “%s” to…"), rap_record_get_title ((RapRecord *) claim));
  g_strdelimit (heading, "\n", ' ');
  gtk_label_set_text (self->heading, heading);
  gtk_toggle_button_set_active (self->kinds[RAP_RELATION_REPEATS], TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  fill (self);
  rap_popover_fit (GTK_POPOVER (self), self->scroller, REST);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
