/* rap-list-options.c
 *
 * What is chosen in the menu is put into the entry as text, so that there is
 * one filter, which can be read and changed there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-list-options.h"

#include <string.h>

#include "rap-application.h"

struct _RapListOptions
{
  AdwBin         parent_instance;
  GtkMenuButton *button;
  GtkEditable   *entry;   /* weak */
  RapHeaderList *list;    /* or NULL */
  RapKind        kind;
  RapListSort    sort;
  gboolean       reversed;
  guint          cells;   /* bits of RapArticleCells */
};

G_DEFINE_FINAL_TYPE (RapListOptions, rap_list_options, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SORT,
  PROP_REVERSED,
  PROP_SHOW_OUTLET,
  PROP_SHOW_DATE,
  PROP_SHOW_LANGUAGE,
  PROP_SHOW_COUNTS,
  PROP_SHOW_MARK,
  N_PROPS
};

enum
{
  CELLS_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char * const sorts[] = {
  [RAP_SORT_DAY] = "oldest",
  [RAP_SORT_NAME] = "title",
  [RAP_SORT_NEWEST] = "newest",
  [RAP_SORT_OUTLET] = "outlet",
  [RAP_SORT_IMPORTED] = "imported",
  [RAP_SORT_ANNOTATIONS] = "annotations",
  [RAP_SORT_LANGUAGE] = "language",
  [RAP_SORT_MARK] = "mark",
};

/**
 * Order: of rows
 */
typedef struct
{
  RapListSort sort;
  gboolean    reversed;
} Order;

/**
 * Heading: what a click on the heading of a column sorts by, and what another
 * @is_falling: @first begins with the last, or the most
 */
typedef struct
{
  guint    cell;
  Order    first;
  Order    second;
  gboolean is_falling;
} Heading;

static const Heading headings[] = {
  { RAP_CELL_TITLE, { RAP_SORT_NAME, FALSE }, { RAP_SORT_NAME, TRUE }, FALSE },
  { RAP_CELL_OUTLET, { RAP_SORT_OUTLET, FALSE }, { RAP_SORT_OUTLET, TRUE }, FALSE },
  { RAP_CELL_DATE, { RAP_SORT_NEWEST, FALSE }, { RAP_SORT_DAY, FALSE }, TRUE },
  { RAP_CELL_LANGUAGE, { RAP_SORT_LANGUAGE, FALSE }, { RAP_SORT_LANGUAGE, TRUE }, FALSE },
  { RAP_CELL_COUNTS, { RAP_SORT_ANNOTATIONS, FALSE }, { RAP_SORT_ANNOTATIONS, TRUE }, TRUE },
  { RAP_CELL_MARK, { RAP_SORT_MARK, FALSE }, { RAP_SORT_MARK, TRUE }, FALSE },
};

static guint
get_cell (guint prop_id)
{
  static const guint cells[N_PROPS] = {
    [PROP_SHOW_OUTLET] = RAP_CELL_OUTLET,
    [PROP_SHOW_DATE] = RAP_CELL_DATE,
    [PROP_SHOW_LANGUAGE] = RAP_CELL_LANGUAGE,
    [PROP_SHOW_COUNTS] = RAP_CELL_COUNTS,
    [PROP_SHOW_MARK] = RAP_CELL_MARK,
  };

  return prop_id < N_PROPS ? cells[prop_id] : 0;
}

static void
apply_order (RapListOptions *self)
{
  if (self->list != NULL)
    rap_header_list_set_sort (self->list, self->sort, self->reversed);
}

static void
set_reversed (RapListOptions *self,
              gboolean        reversed)
{
  if (self->reversed == reversed)
    return;
  self->reversed = reversed;
  apply_order (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVERSED]);
}

static void
set_sort (RapListOptions *self,
          const char     *name)
{
  RapListSort sort = RAP_SORT_DAY;

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_strcmp0 (sorts[i], name) == 0)
      sort = (RapListSort) i;
  if (self->sort == sort)
    return;
  self->sort = sort;
  apply_order (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

static void
set_cell (RapListOptions *self,
          guint           prop_id,
          gboolean        shown)
{
  guint cells = shown ? self->cells | get_cell (prop_id) : self->cells & ~get_cell (prop_id);

  if (self->cells == cells)
    return;
  self->cells = cells;
  rap_row_face_set_cells (cells);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
  g_signal_emit (self, signals[CELLS_CHANGED], 0);
}

/* @text without the words that begin with @sign; @had (out): one of them was @word. (transfer full) */
static char *
without (const char *text,
         const char *sign,
         const char *word,
         gboolean   *had)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  *had = FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      *had |= g_str_equal (parts[i], word);
      if (parts[i][0] != '\0' && !g_str_has_prefix (parts[i], sign))
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", parts[i]);
    }
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

static void
set_text (RapListOptions *self,
          const char     *text)
{
  gtk_editable_set_text (self->entry, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
}

/* "is:unread" comes, in the place of another mark, or goes when it is there. */
static void
toggle_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RapListOptions *self = RAP_LIST_OPTIONS (widget);
  const char *word = g_variant_get_string (parameter, NULL);
  gboolean had;
  g_autofree char *rest = NULL;
  g_autofree char *text = NULL;

  if (self->entry == NULL)
    return;
  rest = without (gtk_editable_get_text (self->entry), "is:", word, &had);
  text = had ? g_strdup (rest) : g_strconcat (word, rest[0] != '\0' ? " " : "", rest, NULL);
  set_text (self, text);
}

/* "outlet:" goes to the end, for the name to be typed behind it. */
static void
narrow_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RapListOptions *self = RAP_LIST_OPTIONS (widget);
  const char *sign = g_variant_get_string (parameter, NULL);
  gboolean had;
  g_autofree char *rest = NULL;
  g_autofree char *text = NULL;

  if (self->entry == NULL)
    return;
  rest = without (gtk_editable_get_text (self->entry), sign, sign, &had);
  text = g_strconcat (rest, rest[0] != '\0' ? " " : "", sign, NULL);
  set_text (self, text);
}

static void
rap_list_options_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  RapListOptions *self = RAP_LIST_OPTIONS (object);

  if (prop_id == PROP_SORT)
    g_value_set_string (value, sorts[self->sort]);
  else if (prop_id == PROP_REVERSED)
    g_value_set_boolean (value, self->reversed);
  else if (get_cell (prop_id) != 0)
    g_value_set_boolean (value, (self->cells & get_cell (prop_id)) != 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_list_options_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  RapListOptions *self = RAP_LIST_OPTIONS (object);

  if (prop_id == PROP_SORT)
    set_sort (self, g_value_get_string (value));
  else if (prop_id == PROP_REVERSED)
    set_reversed (self, g_value_get_boolean (value));
  else if (get_cell (prop_id) != 0)
    set_cell (self, prop_id, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_list_options_dispose (GObject *object)
{
  RapListOptions *self = RAP_LIST_OPTIONS (object);

  g_clear_weak_pointer (&self->entry);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (rap_list_options_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass   *object_class,
                    GtkWidgetClass *widget_class)
{
  static const char * const names[N_PROPS] = {
    [PROP_REVERSED] = "reversed",
    [PROP_SHOW_OUTLET] = "show-outlet",
    [PROP_SHOW_DATE] = "show-date",
    [PROP_SHOW_LANGUAGE] = "show-language",
    [PROP_SHOW_COUNTS] = "show-counts",
    [PROP_SHOW_MARK] = "show-mark",
  };
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, sorts[RAP_SORT_DAY], flags);
  for (guint i = PROP_REVERSED; i < N_PROPS; i++)
    properties[i] = g_param_spec_boolean (names[i], NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "list.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "list.reversed", names[PROP_REVERSED]);
  gtk_widget_class_install_property_action (widget_class, "list.show-outlet", names[PROP_SHOW_OUTLET]);
  gtk_widget_class_install_property_action (widget_class, "list.show-date", names[PROP_SHOW_DATE]);
  gtk_widget_class_install_property_action (widget_class, "list.show-language", names[PROP_SHOW_LANGUAGE]);
  gtk_widget_class_install_property_action (widget_class, "list.show-counts", names[PROP_SHOW_COUNTS]);
  gtk_widget_class_install_property_action (widget_class, "list.show-mark", names[PROP_SHOW_MARK]);
}

static void
rap_list_options_class_init (RapListOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rap_list_options_get_property;
  object_class->set_property = rap_list_options_set_property;
  object_class->dispose = rap_list_options_dispose;
  install_properties (object_class, widget_class);
  signals[CELLS_CHANGED] = g_signal_new ("cells-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "list.toggle", "s", toggle_action);
  gtk_widget_class_install_action (widget_class, "list.narrow", "s", narrow_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-list-options.ui");
  gtk_widget_class_bind_template_child (widget_class, RapListOptions, button);
}

static void
rap_list_options_init (RapListOptions *self)
{
  self->cells = RAP_CELL_OUTLET | RAP_CELL_DATE | RAP_CELL_COUNTS;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Order and rows as they were left. */
static void
bind_settings (RapListOptions *self)
{
  static const char * const names[] = { "sort", "reversed", "show-outlet", "show-date", "show-language", "show-counts", "show-mark" };
  GApplication *application = g_application_get_default ();
  GSettings *settings = RAP_IS_APPLICATION (application) ? rap_application_get_settings (RAP_APPLICATION (application)) : NULL;

  for (guint i = 0; settings != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *key = g_strconcat ("article-", names[i], NULL);

      g_settings_bind (settings, key, self, names[i], G_SETTINGS_BIND_DEFAULT);
    }
}

void
rap_list_options_set_up (RapListOptions *self,
                         RapKind         kind,
                         GtkEditable    *entry)
{
  const char *name = kind == RAP_KIND_ARTICLE ? "articles" : kind == RAP_KIND_MEETING ? "meetings"
                   : kind == RAP_KIND_CLAIM ? "claims" : NULL;
  g_autoptr (GtkBuilder) builder = NULL;

  g_return_if_fail (RAP_IS_LIST_OPTIONS (self));
  g_return_if_fail (GTK_IS_EDITABLE (entry));

  self->kind = kind;
  g_set_weak_pointer (&self->entry, entry);
  gtk_widget_set_visible (GTK_WIDGET (self), name != NULL);
  if (name == NULL)
    return;
  builder = gtk_builder_new_from_resource ("/org/rapporteur/Rapporteur/ui/rap-list-menus.ui");
  gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (gtk_builder_get_object (builder, name)));
  if (kind == RAP_KIND_ARTICLE)
    bind_settings (self);
}

void
rap_list_options_set_list (RapListOptions *self,
                           RapHeaderList  *list)
{
  g_return_if_fail (RAP_IS_LIST_OPTIONS (self));

  if (g_set_object (&self->list, list))
    apply_order (self);
}

static gboolean
has_order (RapListOptions *self,
           const Order    *order)
{
  return self->sort == order->sort && self->reversed == order->reversed;
}

void
rap_list_options_sort_by (RapListOptions *self,
                          guint           cell)
{
  g_return_if_fail (RAP_IS_LIST_OPTIONS (self));

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      const Heading *heading = &headings[i];
      const Order *order = has_order (self, &heading->first) ? &heading->second : &heading->first;

      if (heading->cell == cell)
        {
          g_object_set (self, "sort", sorts[order->sort], "reversed", order->reversed, NULL);
          return;
        }
    }
}

guint
rap_list_options_get_sorted (RapListOptions *self,
                             gboolean       *is_falling)
{
  g_return_val_if_fail (RAP_IS_LIST_OPTIONS (self), RAP_CELL_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      *is_falling = headings[i].is_falling != has_order (self, &headings[i].second);
      if (has_order (self, &headings[i].first) || has_order (self, &headings[i].second))
        return headings[i].cell;
    }
  return RAP_CELL_NONE;
}
