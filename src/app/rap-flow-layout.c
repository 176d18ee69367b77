/* rap-flow-layout.c
 *
 * Lines are broken anew whenever they are asked for: there are few children.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-flow-layout.h"

struct _RapFlowLayout
{
  GtkLayoutManager parent_instance;
  int              gap;
  int              line_gap;
};

G_DEFINE_FINAL_TYPE (RapFlowLayout, rap_flow_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_GAP,
  PROP_LINE_GAP,
};

/**
 * Placed: a child, where it stands if lines run from left to right
 */
typedef struct
{
  GtkWidget     *child;
  GtkAllocation  area;
} Placed;

static void
measure_width (GtkWidget *child,
               int       *minimum,
               int       *natural)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Gives those of a line that expand what it has left, and all its height. */
static int
finish_line (GArray *placed,
             guint   first,
             int     left)
{
  int height = 0;
  int shift = 0;

  for (guint i = first; i < placed->len; i++)
    {
      Placed *item = &g_array_index (placed, Placed, i);

      item->area.x += shift;
      if (shift == 0 && gtk_widget_compute_expand (item->child, GTK_ORIENTATION_HORIZONTAL))
        {
          item->area.width += left;
          shift = left;
        }
      height = MAX (height, measure_height (item->child, item->area.width));
    }
  for (guint i = first; i < placed->len; i++)
    g_array_index (placed, Placed, i).area.height = height;
  return height;
}

/* Returns the height. (element-type Placed): @placed, empty at first */
static int
place (RapFlowLayout *self,
       GtkWidget     *widget,
       int            width,
       GArray        *placed)
{
  guint first = 0;
  int x = 0;
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      Placed item = { child, { 0, 0, 0, 0 } };
      int minimum, natural;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_width (child, &minimum, &natural);
      item.area.width = MAX (minimum, MIN (natural, width));
      if (placed->len > first && x + item.area.width > width)
        {
          y += finish_line (placed, first, MAX (0, width - x + self->gap)) + self->line_gap;
          first = placed->len;
          x = 0;
        }
      item.area.x = x;
      item.area.y = y;
      x += item.area.width + self->gap;
      g_array_append_val (placed, item);
    }
  return placed->len > 0 ? y + finish_line (placed, first, MAX (0, width - x + self->gap)) : 0;
}

/* The narrowest is a child a line, the widest all in one. */
static void
measure_lines (RapFlowLayout *self,
               GtkWidget     *widget,
               int           *minimum,
               int           *natural)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_width (child, &least, &wanted);
      *minimum = MAX (*minimum, least);
      *natural += wanted + (*natural > 0 ? self->gap : 0);
    }
}

static void
rap_flow_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  RapFlowLayout *self = RAP_FLOW_LAYOUT (manager);
  g_autoptr (GArray) placed = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_lines (self, widget, minimum, natural);
      return;
    }
  placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  *minimum = *natural = place (self, widget, for_size >= 0 ? for_size : G_MAXINT / 2, placed);
}

static void
rap_flow_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  place (RAP_FLOW_LAYOUT (manager), widget, width, placed);
  for (guint i = 0; i < placed->len; i++)
    {
      Placed *item = &g_array_index (placed, Placed, i);

      if (mirrored)
        item->area.x = width - item->area.x - item->area.width;
      gtk_widget_size_allocate (item->child, &item->area, -1);
    }
}

static GtkSizeRequestMode
rap_flow_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rap_flow_layout_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  RapFlowLayout *self = RAP_FLOW_LAYOUT (object);

  if (prop_id == PROP_GAP)
    self->gap = g_value_get_int (value);
  else if (prop_id == PROP_LINE_GAP)
    self->line_gap = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_flow_layout_class_init (RapFlowLayoutClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->set_property = rap_flow_layout_set_property;
  g_object_class_install_property (object_class, PROP_GAP, g_param_spec_int ("gap", NULL, NULL, 0, 1000, 0, flags));
  g_object_class_install_property (object_class, PROP_LINE_GAP,
                                   g_param_spec_int ("line-gap", NULL, NULL, 0, 1000, 0, flags));

  layout_class->measure = rap_flow_layout_measure;
  layout_class->allocate = rap_flow_layout_allocate;
  layout_class->get_request_mode = rap_flow_layout_get_request_mode;
}

static void
rap_flow_layout_init (RapFlowLayout *self)
{
}
