/* rap-kind-colours.c
 *
 * Looks for the variant of the style first, then for the plain colour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <adwaita.h>

#include "rap-kind-colours.h"

void
rap_kind_colours_lookup (GtkWidget  *widget,
                         const char *name,
                         GdkRGBA    *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean dark = adw_style_manager_get_dark (style);
  gboolean contrast = adw_style_manager_get_high_contrast (style);
  const char *variants[] = {
    contrast ? (dark ? "_dark_contrast" : "_contrast") : NULL,
    dark ? "_dark" : NULL,
    "",
  };

  if (name[0] == '#' && gdk_rgba_parse (colour, name))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autofree char *full = variants[i] != NULL ? g_strconcat ("rap_", name, variants[i], NULL) : NULL;

      if (full != NULL && gtk_style_context_lookup_color (context, full, colour))
        return;
    }
  gtk_style_context_get_color (context, colour);
}
