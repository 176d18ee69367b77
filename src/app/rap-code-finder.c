/* rap-code-finder.c
 *
 * An entry over a list box that is filled anew with every letter: the codebook
 * is in memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-code-finder.h"

#include <glib/gi18n.h>

#include "rap-code-swatch.h"
#include "rap-list-box.h"

#define MAX_ROWS 9

struct _RapCodeFinder
{
  GtkWidget          parent_instance;
  GtkWidget         *entry;
  GtkScrolledWindow *scroller;
  GtkListBox        *box;
  GtkWidget         *empty;
  RapSession        *session; /* or NULL */
  GStrv              applied; /* or NULL */
  char              *without; /* or NULL */
  gboolean           can_create;
};

G_DEFINE_FINAL_TYPE (RapCodeFinder, rap_code_finder, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  CREATE,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is typed, without space around it. (transfer full) */
static char *
get_text (RapCodeFinder *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
append_row (RapCodeFinder *self,
            GtkWidget     *child,
            const char    *id)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  gtk_list_box_append (self->box, row);
  return row;
}

static void
append_code (RapCodeFinder     *self,
             RapCodebook       *codebook,
             const RapCodeNode *node)
{
  const char *id = RAP_RECORD (node->code)->id;
  g_autofree char *path = rap_codebook_get_path (codebook, id);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = make_label (path, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), rap_code_swatch_new (node->code->colour));
  gtk_box_append (GTK_BOX (box), label);
  if (self->applied != NULL && g_strv_contains ((const char * const *) self->applied, id))
    {
      GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_widget_set_tooltip_text (tick, _("The claim has this code; choose it to take it away"));
      gtk_box_append (GTK_BOX (box), tick);
    }
  if (node->code->key != NULL)
    {
      GtkWidget *key = make_label (node->code->key, "code-key");

      gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), key);
    }
  append_row (self, box, id);
}

static void
append_creation (RapCodeFinder *self,
                 RapCodebook   *codebook)
{
  g_autofree char *text = get_text (self);
  g_autofree char *label = NULL;

  if (!self->can_create || *text == '\0' || rap_codebook_find_name (codebook, text) != NULL)
    return;
  label = g_strdup_printf (_("New code “%s”"), text);
  append_row (self, make_label (label, "accent"), NULL);
}

static void
fill (RapCodeFinder *self)
{
  g_autofree char *text = get_text (self);
  g_autoptr (GPtrArray) nodes = NULL;
  RapCodebook *codebook;

  rap_list_box_clear (self->box);
  if (self->session == NULL)
    return;
  codebook = rap_session_get_codebook (self->session);
  nodes = rap_codebook_match (codebook, text);
  for (guint i = 0, n = 0; i < nodes->len && n < MAX_ROWS; i++)
    {
      const RapCodeNode *node = nodes->pdata[i];

      if (g_strcmp0 (RAP_RECORD (node->code)->id, self->without) == 0)
        continue;
      append_code (self, codebook, node);
      n++;
    }
  append_creation (self, codebook);
  /* where Enter cannot be meant before anything is typed, no row is marked */
  if (self->can_create || *text != '\0')
    gtk_list_box_select_row (self->box, gtk_list_box_get_row_at_index (self->box, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), gtk_list_box_get_row_at_index (self->box, 0) != NULL);
  gtk_widget_set_visible (self->empty, gtk_list_box_get_row_at_index (self->box, 0) == NULL);
}

static void
entry_changed_cb (RapCodeFinder *self)
{
  fill (self);
}

static void
row_activated_cb (RapCodeFinder *self,
                  GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));
  g_autofree char *text = get_text (self);

  if (id != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, id);
  else
    g_signal_emit (self, signals[CREATE], 0, text);
}

static void
entry_activate_cb (RapCodeFinder *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
row_selected_cb (RapCodeFinder *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

static gboolean
key_pressed_cb (RapCodeFinder *self,
                guint          keyval)
{
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    rap_list_box_step (self->box, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    rap_list_box_step (self->box, -1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
rap_code_finder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (RAP_CODE_FINDER (widget)->entry);
}

static void
rap_code_finder_dispose (GObject *object)
{
  RapCodeFinder *self = RAP_CODE_FINDER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->applied, g_strfreev);
  g_clear_pointer (&self->without, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_CODE_FINDER);

  G_OBJECT_CLASS (rap_code_finder_parent_class)->dispose (object);
}

static void
rap_code_finder_class_init (RapCodeFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_code_finder_dispose;
  widget_class->grab_focus = rap_code_finder_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CREATE] = g_signal_new ("create", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-code-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, RapCodeFinder, entry);
  gtk_widget_class_bind_template_child (widget_class, RapCodeFinder, scroller);
  gtk_widget_class_bind_template_child (widget_class, RapCodeFinder, box);
  gtk_widget_class_bind_template_child (widget_class, RapCodeFinder, empty);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
rap_code_finder_init (RapCodeFinder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

void
rap_code_finder_open (RapCodeFinder      *self,
                      RapSession         *session,
                      const char * const *applied,
                      const char         *without,
                      gboolean            can_create)
{
  g_return_if_fail (RAP_IS_CODE_FINDER (self));

  g_set_object (&self->session, session);
  g_strfreev (self->applied);
  self->applied = g_strdupv ((char **) applied);
  rap_set_string (&self->without, without);
  self->can_create = can_create;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  fill (self);
}

const char *
rap_code_finder_get_marked (RapCodeFinder *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (RAP_IS_CODE_FINDER (self), NULL);

  row = gtk_list_box_get_selected_row (self->box);
  return row != NULL ? g_object_get_data (G_OBJECT (row), "id") : NULL;
}

GtkScrolledWindow *
rap_code_finder_get_scroller (RapCodeFinder *self)
{
  g_return_val_if_fail (RAP_IS_CODE_FINDER (self), NULL);

  return self->scroller;
}
