/* rap-reading-type.h
 *
 * How articles are set: the typeface, its size, the width of the lines and the
 * space between them, as the settings say; and the actions that change them.
 *
 * Settings: text-face ("serif", "sans"), text-size (pixels), line-width (the
 * mean number of characters in a full line), line-spacing (space between lines
 * in hundredths of the size).
 * Actions of the application: app.text-larger, app.text-smaller, app.text-normal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RapReadingType: how articles are set
 * @size: in pixels
 * @width: the mean number of characters in a full line
 * @spacing: between lines, in hundredths of @size
 */
typedef struct
{
  gboolean sans;
  int      size;
  int      width;
  int      spacing;
} RapReadingType;

/* Where there are no settings: 18 pixels with serifs, 70 characters, which keeps
 * every line below 75, and nearly a third of the size between lines. */
#define RAP_READING_TYPE_DEFAULT ((RapReadingType) { FALSE, 18, 70, 30 })

RapReadingType        rap_reading_type_load        (GSettings            *settings);
/* (transfer full) */
PangoFontDescription *rap_reading_type_make_font   (RapReadingType        self);
/* Pixels between lines. */
int                   rap_reading_type_get_gap     (RapReadingType        self);
/* Pixels that a full line takes in @font. */
int                   rap_reading_type_get_width   (RapReadingType        self,
                                                    GtkWidget            *widget,
                                                    const PangoFontDescription *font);

/* Adds the actions. */
void                  rap_reading_type_add_actions (GActionMap           *map,
                                                    GSettings            *settings);
/* Puts the four settings back to what they were made with. */
void                  rap_reading_type_reset       (GSettings            *settings);

G_END_DECLS
