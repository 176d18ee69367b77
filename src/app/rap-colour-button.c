/* rap-colour-button.c
 *
 * Every colour of the palette has a name, so that it can be chosen without
 * seeing it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-colour-button.h"

#include <glib/gi18n.h>
#include <string.h>

#include "rap-code-swatch.h"
#include "rap-codebook.h"

#define COLUMNS 6

struct _RapColourButton
{
  AdwBin         parent_instance;
  GtkMenuButton *button;
  RapCodeSwatch *swatch;
  GtkLabel      *name;
  GtkPopover    *popover;
  GtkGrid       *palette;
  GtkEntry      *entry;
  char          *colour;   /* or NULL */
};

G_DEFINE_FINAL_TYPE (RapColourButton, rap_colour_button, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the palette. */
static const char * const names[] = {
  N_("Vermilion"), N_("Brick"), N_("Ochre"), N_("Olive"), N_("Sage"), N_("Petrol"),
  N_("Periwinkle"), N_("Purple"), N_("Violet"), N_("Magenta"), N_("Pink"), N_("Mauve"),
};

/* The colour's name, or as it is written. Borrowed. */
static const char *
get_name (const char *colour)
{
  const char * const *palette = rap_codebook_get_palette ();

  for (guint i = 0; palette[i] != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (palette[i], colour) == 0)
      return _(names[i]);
  return colour;
}

static void
choose (RapColourButton *self,
        const char      *colour)
{
  g_autofree char *lower = g_ascii_strdown (colour, -1);

  gtk_popover_popdown (self->popover);
  if (g_strcmp0 (lower, self->colour) != 0)
    g_signal_emit (self, signals[CHOSEN], 0, lower);
}

static void
colour_clicked_cb (RapColourButton *self,
                   GtkWidget       *button)
{
  choose (self, g_object_get_data (G_OBJECT (button), "rap-colour"));
}

static gboolean
is_colour (const char *text)
{
  return strlen (text) == 7 && text[0] == '#' && strspn (text + 1, "0123456789abcdefABCDEF") == 6;
}

static void
entry_changed_cb (RapColourButton *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
entry_activate_cb (RapColourButton *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (is_colour (text))
    choose (self, text);
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
}

static void
shown_cb (RapColourButton *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->colour != NULL ? self->colour : "");
}

static void
fill_palette (RapColourButton *self)
{
  const char * const *palette = rap_codebook_get_palette ();

  for (guint i = 0; palette[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new ();

      gtk_button_set_child (GTK_BUTTON (button), rap_code_swatch_new (palette[i]));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "colour-cell");
      gtk_widget_set_tooltip_text (button, get_name (palette[i]));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, get_name (palette[i]), -1);
      g_object_set_data (G_OBJECT (button), "rap-colour", (gpointer) palette[i]);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (colour_clicked_cb), self);
      gtk_grid_attach (self->palette, button, (int) (i % COLUMNS), (int) (i / COLUMNS), 1, 1);
    }
}

static void
rap_colour_button_dispose (GObject *object)
{
  g_clear_pointer (&RAP_COLOUR_BUTTON (object)->colour, g_free);

  G_OBJECT_CLASS (rap_colour_button_parent_class)->dispose (object);
}

static void
rap_colour_button_class_init (RapColourButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_colour_button_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (RAP_TYPE_CODE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-colour-button.ui");
  gtk_widget_class_bind_template_child (widget_class, RapColourButton, button);
  gtk_widget_class_bind_template_child (widget_class, RapColourButton, swatch);
  gtk_widget_class_bind_template_child (widget_class, RapColourButton, name);
  gtk_widget_class_bind_template_child (widget_class, RapColourButton, popover);
  gtk_widget_class_bind_template_child (widget_class, RapColourButton, palette);
  gtk_widget_class_bind_template_child (widget_class, RapColourButton, entry);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
rap_colour_button_init (RapColourButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_palette (self);
}

void
rap_colour_button_set_colour (RapColourButton *self,
                              const char      *colour)
{
  g_autofree char *label = NULL;

  g_return_if_fail (RAP_IS_COLOUR_BUTTON (self));

  if (g_strcmp0 (self->colour, colour) == 0)
    return;
  rap_set_string (&self->colour, colour);
  rap_code_swatch_set_colour (self->swatch, colour);
  gtk_label_set_label (self->name, get_name (colour));
  label = g_strdup_printf (_("Colour: %s"), get_name (colour));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
