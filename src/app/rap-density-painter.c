/* rap-density-painter.c
 *
 * Tiles of density strips. A tile is one path in one node, whatever the number
 * of its columns; the cache belongs to one scale and begins anew with another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-density-painter.h"

#include <math.h>

#include "rap-timeline-layout.h"

#define TILE_COLUMNS 200
#define TILE_WIDTH   (TILE_COLUMNS * RAP_STRIP_STEP)
#define MAX_TILES    512
#define LEAST        0.02    /* expected in a column: less is not drawn */
#define LEAST_HEIGHT 1.5     /* pixels: what is there can be seen */

typedef struct
{
  guint  lane;
  gint64 number;
} Key;

typedef struct
{
  GskRenderNode *node;       /* NULL: nothing in it */
  double         height;
  double         peak;
  GdkRGBA        color;
} Tile;

struct _RapDensityPainter
{
  GHashTable       *tiles;   /* Key → Tile */
  const RapDensity *density;
  double            scale;
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_int64_hash (&key->number) * 31 + key->lane;
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  return left->lane == right->lane && left->number == right->number;
}

static void
tile_free (Tile *tile)
{
  g_clear_pointer (&tile->node, gsk_render_node_unref);
  g_free (tile);
}

RapDensityPainter *
rap_density_painter_new (void)
{
  RapDensityPainter *self = g_new0 (RapDensityPainter, 1);

  self->tiles = g_hash_table_new_full (key_hash, key_equal, g_free, (GDestroyNotify) tile_free);
  return self;
}

void
rap_density_painter_free (RapDensityPainter *self)
{
  g_hash_table_unref (self->tiles);
  g_free (self);
}

void
rap_density_painter_clear (RapDensityPainter *self)
{
  g_hash_table_remove_all (self->tiles);
}

static gboolean
trace_columns (cairo_t      *cr,
               const double *counts,
               double        height,
               double        peak)
{
  gboolean any = FALSE;

  for (guint i = 0; i < TILE_COLUMNS; i++)
    {
      double tall = height * MIN (log1p (counts[i]) / log1p (peak), 1.0);

      if (counts[i] < LEAST)
        continue;
      tall = MAX (round (tall), LEAST_HEIGHT);
      cairo_rectangle (cr, i * RAP_STRIP_STEP, height - tall, RAP_STRIP_STEP, tall);
      any = TRUE;
    }
  return any;
}

static GskRenderNode *
make_node (const RapDensity *density,
           guint             lane,
           const RapAxis    *axis,
           const Tile       *tile)
{
  double counts[TILE_COLUMNS];
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0.0, 0.0, TILE_WIDTH, tile->height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  gboolean any;

  rap_density_get_columns (density, lane, axis, RAP_STRIP_STEP, counts, TILE_COLUMNS);
  gdk_cairo_set_source_rgba (cr, &tile->color);
  any = trace_columns (cr, counts, tile->height, tile->peak);
  cairo_fill (cr);
  cairo_destroy (cr);
  if (!any)
    g_clear_pointer (&node, gsk_render_node_unref);
  return node;
}

static const Tile *
get_tile (RapDensityPainter *self,
          const Key         *key,
          const RapAxis     *axis,
          const Tile        *wanted)
{
  Tile *tile = g_hash_table_lookup (self->tiles, key);

  if (tile != NULL && tile->height == wanted->height && tile->peak == wanted->peak
      && gdk_rgba_equal (&tile->color, &wanted->color))
    return tile;
  if (g_hash_table_size (self->tiles) >= MAX_TILES)
    g_hash_table_remove_all (self->tiles);
  tile = g_memdup2 (wanted, sizeof *wanted);
  tile->node = make_node (self->density, key->lane, axis, wanted);
  g_hash_table_insert (self->tiles, g_memdup2 (key, sizeof *key), tile);
  return tile;
}

static void
draw_tile (GtkSnapshot *snapshot,
           const Tile  *tile,
           double       x,
           double       y)
{
  if (tile->node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (x), y));
  gtk_snapshot_append_node (snapshot, tile->node);
  gtk_snapshot_restore (snapshot);
}

void
rap_density_painter_draw (RapDensityPainter *self,
                          GtkSnapshot       *snapshot,
                          const RapDensity  *density,
                          guint              lane,
                          const RapAxis     *axis,
                          double             x,
                          double             y,
                          double             height,
                          double             peak,
                          const GdkRGBA     *color)
{
  Tile wanted = { .height = round (height), .peak = MAX (peak, 1.0), .color = *color };
  double left = ((double) axis->start + axis->fraction) / axis->scale;
  gint64 first = (gint64) floor (left / TILE_WIDTH);

  if (self->density != density || self->scale != axis->scale)
    rap_density_painter_clear (self);
  self->density = density;
  self->scale = axis->scale;
  for (gint64 i = first; i * TILE_WIDTH < left + axis->width; i++)
    {
      double days = i * TILE_WIDTH * axis->scale;
      RapAxis own = { .start = (gint64) floor (days), .fraction = days - floor (days), .scale = axis->scale,
                      .width = TILE_WIDTH };

      draw_tile (snapshot, get_tile (self, &(Key) { lane, i }, &own, &wanted), x + i * TILE_WIDTH - left, y);
    }
}
