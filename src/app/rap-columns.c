/* rap-columns.c
 *
 * Where there is little room, all columns but the title give up the same part
 * of their width.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-columns.h"

#include <glib/gi18n.h>

#include "rap-application.h"

#define KEY       "article-column-widths"
#define MIN_WIDTH 48
#define MAX_WIDTH 600
#define TITLE     0.4   /* of the row, at least */

struct _RapColumns
{
  GObject    parent_instance;
  GSettings *settings;                   /* or NULL */
  int        widths[RAP_N_COLUMNS];      /* that of the title is not used */
};

G_DEFINE_FINAL_TYPE (RapColumns, rap_columns, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  guint       cell;
  const char *heading;
  int         width;
} kinds[RAP_N_COLUMNS] = {
  { RAP_CELL_TITLE, N_("Title"), 0 },
  { RAP_CELL_OUTLET, N_("Outlet"), 180 },
  { RAP_CELL_DATE, N_("Date"), 120 },
  { RAP_CELL_LANGUAGE, N_("Language"), 100 },
  { RAP_CELL_COUNTS, N_("Claims and Meetings"), 150 },
  { RAP_CELL_MARK, N_("Reading Mark"), 110 },
};

static void
read_settings (RapColumns *self)
{
  g_autoptr (GVariant) widths = g_settings_get_value (self->settings, KEY);

  for (gsize i = 1; i < RAP_N_COLUMNS && i <= g_variant_n_children (widths); i++)
    {
      int width;

      g_variant_get_child (widths, i - 1, "i", &width);
      self->widths[i] = CLAMP (width, MIN_WIDTH, MAX_WIDTH);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
write_settings (RapColumns *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("ai"));
  for (guint i = 1; i < RAP_N_COLUMNS; i++)
    g_variant_builder_add (&builder, "i", self->widths[i]);
  g_settings_set_value (self->settings, KEY, g_variant_builder_end (&builder));
}

static void
rap_columns_dispose (GObject *object)
{
  g_clear_object (&RAP_COLUMNS (object)->settings);

  G_OBJECT_CLASS (rap_columns_parent_class)->dispose (object);
}

static void
rap_columns_class_init (RapColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rap_columns_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rap_columns_init (RapColumns *self)
{
  GApplication *application = g_application_get_default ();

  for (guint i = 0; i < RAP_N_COLUMNS; i++)
    self->widths[i] = kinds[i].width;
  if (RAP_IS_APPLICATION (application))
    g_set_object (&self->settings, rap_application_get_settings (RAP_APPLICATION (application)));
  if (self->settings == NULL)
    return;
  read_settings (self);
  g_signal_connect_object (self->settings, "changed::" KEY, G_CALLBACK (read_settings), self, G_CONNECT_SWAPPED);
}

RapColumns *
rap_columns_new (void)
{
  return g_object_new (RAP_TYPE_COLUMNS, NULL);
}

guint
rap_columns_place (RapColumns *self,
                   int         width,
                   RapColumn   columns[RAP_N_COLUMNS])
{
  guint cells = rap_row_face_get_cells ();
  int sum = 0, start;
  double scale;
  guint n = 0;

  g_return_val_if_fail (RAP_IS_COLUMNS (self), 0);

  for (guint i = 1; i < RAP_N_COLUMNS; i++)
    sum += (cells & kinds[i].cell) != 0 ? self->widths[i] : 0;
  scale = sum > width * (1 - TITLE) ? width * (1 - TITLE) / sum : 1;
  start = width - (int) (sum * scale);
  columns[n++] = (RapColumn) { RAP_CELL_TITLE, 0, start };
  for (guint i = 1; i < RAP_N_COLUMNS; i++)
    {
      if ((cells & kinds[i].cell) == 0)
        continue;
      columns[n] = (RapColumn) { kinds[i].cell, start, (int) (self->widths[i] * scale) };
      start += columns[n++].width;
    }
  return n;
}

void
rap_columns_resize (RapColumns *self,
                    guint       cell,
                    int         width)
{
  g_return_if_fail (RAP_IS_COLUMNS (self));

  for (guint i = 1; i < RAP_N_COLUMNS; i++)
    if (kinds[i].cell == cell)
      self->widths[i] = CLAMP (width, MIN_WIDTH, MAX_WIDTH);
  if (self->settings != NULL)
    write_settings (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
rap_columns_update (RapColumns *self)
{
  g_return_if_fail (RAP_IS_COLUMNS (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
rap_columns_get_heading (guint cell)
{
  for (guint i = 0; i < RAP_N_COLUMNS; i++)
    if (kinds[i].cell == cell)
      return _(kinds[i].heading);
  g_return_val_if_reached ("");
}
