/* rap-article-masthead-field.c
 *
 * A button and, while it is edited, a row of a form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-article-masthead-field.h"

#include <glib/gi18n.h>

#include "rap-date-row.h"
#include "rap-reading-sources.h"
#include "rap-ref-row.h"
#include "rap-text-row.h"

#define EDITOR_WIDTH 240   /* pixels, at least */

/**
 * RapArticleMastheadField:
 * @words: what is known, or NULL
 * @quiet: what is not known is not asked for
 * @list: around @row, or NULL: nothing is edited
 * @before: the value when editing began, as rap_reading_sources_get_value()
 * @settle_source: that looks whether the keyboard has left, or 0
 */
struct _RapArticleMastheadField
{
  AdwBin       parent_instance;
  GtkWidget   *box;
  GtkButton   *button;
  GtkLabel    *value;
  GtkLabel    *hint;
  GtkWidget   *list;
  RapFieldRow *row;
  char        *field;
  char        *caption;
  char        *ask;
  char        *unknown;
  char        *words;
  char        *before;
  gboolean     quiet;
  guint        settle_source;
};

G_DEFINE_FINAL_TYPE (RapArticleMastheadField, rap_article_masthead_field, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_FIELD,
  PROP_CAPTION,
  PROP_ASK,
  PROP_UNKNOWN,
  PROP_LINES,
  PROP_EDITING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static RapForm *
get_form (RapArticleMastheadField *self)
{
  return rap_form_of (GTK_WIDGET (self));
}

/* NULL when no article is on show. */
static RapArticle *
get_article (RapArticleMastheadField *self)
{
  RapForm *form = get_form (self);

  return form != NULL ? (RapArticle *) rap_form_get_record (form) : NULL;
}

static gboolean
is_read_only (RapArticleMastheadField *self)
{
  return rap_session_get_read_only (rap_form_get_session (get_form (self)));
}

static gboolean
has_keyboard (RapArticleMastheadField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
set_hint (RapArticleMastheadField *self,
          const char              *hint)
{
  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

static void
stop (RapArticleMastheadField *self)
{
  GtkWidget *list = g_steal_pointer (&self->list);
  gboolean keyboard = has_keyboard (self);

  if (list == NULL)
    return;
  g_clear_handle_id (&self->settle_source, g_source_remove);
  rap_field_row_restore (self->row);
  self->row = NULL;
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->button), TRUE);
  if (keyboard)
    gtk_widget_grab_focus (GTK_WIDGET (self->button));
  gtk_box_remove (GTK_BOX (self->box), list);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

/* Commits what is typed; FALSE when it is no value. */
static gboolean
take (RapArticleMastheadField *self)
{
  RapForm *form = get_form (self);

  rap_field_row_commit (self->row);
  if (self->row == NULL)
    return TRUE;
  rap_field_row_load (self->row, rap_form_get_session (form), rap_form_get_record (form));
  return !rap_field_row_is_dirty (self->row);
}

static void
settle (RapArticleMastheadField *self)
{
  g_autofree char *reason = NULL;

  if (self->list == NULL)
    return;
  if (!take (self))
    reason = g_strdup_printf (_("Not changed. %s"), rap_field_row_get_hint (self->row));
  stop (self);
  if (reason != NULL)
    set_hint (self, reason);
}

/* A window that loses the keyboard keeps its focus widget: nothing is given up. */
static gboolean
settle_cb (gpointer data)
{
  RapArticleMastheadField *self = data;

  self->settle_source = 0;
  if (!has_keyboard (self))
    settle (self);
  return G_SOURCE_REMOVE;
}

static void
leave_cb (RapArticleMastheadField *self)
{
  if (self->list != NULL && self->settle_source == 0)
    self->settle_source = g_idle_add (settle_cb, self);
}

static void
reset_cb (RapArticleMastheadField *self)
{
  rap_field_row_restore (self->row);
  rap_reading_sources_reset (get_form (self), self->field);
  stop (self);
}

/* (transfer floating) */
static RapFieldRow *
make_row (RapArticleMastheadField *self)
{
  const RapField *field = rap_kind_find_field (RAP_KIND_ARTICLE, self->field);

  if (field->type == RAP_FIELD_REF)
    return g_object_new (RAP_TYPE_REF_ROW, "field", self->field, "title", self->caption, "kind", "entity",
                         "entity-kind", "outlet", "can-create", TRUE, NULL);
  if (field->type == RAP_FIELD_EDTF)
    return g_object_new (RAP_TYPE_DATE_ROW, "field", self->field, "title", self->caption, NULL);
  return g_object_new (RAP_TYPE_TEXT_ROW, "field", self->field, "title", self->caption,
                       "multi-line", g_str_equal (self->field, "note"), NULL);
}

static void
put_row (RapArticleMastheadField *self)
{
  self->row = make_row (self);
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                             "selection-mode", GTK_SELECTION_NONE, "width-request", EDITOR_WIDTH, NULL);
  rap_field_row_set_bare (self->row);
  g_signal_connect_object (self->row, "reset", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (self->row));
  gtk_box_insert_child_after (GTK_BOX (self->box), self->list, GTK_WIDGET (self->button));
}

/* All of it is selected, as in an entry of one line. */
static void
select_all (RapArticleMastheadField *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (GTK_IS_TEXT_VIEW (focus) && !g_str_equal (self->field, "note"))
    g_signal_emit_by_name (focus, "select-all", TRUE);
}

static void
start (RapArticleMastheadField *self)
{
  RapArticle *article = get_article (self);

  if (article == NULL || self->list != NULL)
    return;
  if (is_read_only (self))
    {
      set_hint (self, _("This project is open for reading only."));
      return;
    }
  set_hint (self, NULL);
  g_free (self->before);
  self->before = rap_reading_sources_get_value (get_form (self), self->field);
  put_row (self);
  rap_field_row_load (self->row, rap_form_get_session (get_form (self)), RAP_RECORD (article));
  rap_reading_sources_show_row (get_form (self), self->row);
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  select_all (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

static gboolean
is_enter (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
}

/* Before the row: what the form keeps on Escape, the masthead restores. */
static gboolean
key_pressed_cb (RapArticleMastheadField *self,
                guint                    keyval,
                guint                    keycode,
                GdkModifierType          state)
{
  gboolean one_line = !g_str_equal (self->field, "note") || (state & GDK_CONTROL_MASK) != 0;

  if (self->list == NULL)
    {
      if (keyval == GDK_KEY_F2)
        start (self);
      return keyval == GDK_KEY_F2;
    }
  if (rap_field_row_is_choosing (self->row))
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    stop (self);
  else if (!is_enter (keyval) || !one_line || GTK_IS_BUTTON (gtk_root_get_focus (gtk_widget_get_root (self->box))))
    return FALSE;
  else if (take (self))
    stop (self);
  return TRUE;
}

/* What the editor leaves over is not for the text around: arrows at its ends. */
static gboolean
key_left_over_cb (RapArticleMastheadField *self,
                  guint                    keyval,
                  guint                    keycode,
                  GdkModifierType          state)
{
  return self->list != NULL && keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab
         && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0;
}

static gboolean
query_tooltip_cb (RapArticleMastheadField *self,
                  int                      x,
                  int                      y,
                  gboolean                 keyboard,
                  GtkTooltip              *tooltip)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *value = NULL;
  g_autofree char *source = NULL;

  if (get_article (self) == NULL)
    return FALSE;
  value = rap_reading_sources_get_value (get_form (self), self->field);
  source = rap_reading_sources_describe (get_form (self), self->field);
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "%s\n", value);
  if (source != NULL)
    g_string_append_printf (text, "%s\n", source);
  g_string_append (text, is_read_only (self) ? _("This project is open for reading only.")
                                             : _("Click, or press F2, to change it."));
  gtk_tooltip_set_text (tooltip, text->str);
  return TRUE;
}

static void
rap_article_masthead_field_get_property (GObject    *object,
                                         guint       prop_id,
                                         GValue     *value,
                                         GParamSpec *pspec)
{
  RapArticleMastheadField *self = RAP_ARTICLE_MASTHEAD_FIELD (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    case PROP_ASK:
      g_value_set_string (value, self->ask);
      break;
    case PROP_UNKNOWN:
      g_value_set_string (value, self->unknown);
      break;
    case PROP_LINES:
      g_value_set_int (value, gtk_label_get_lines (self->value));
      break;
    case PROP_EDITING:
      g_value_set_boolean (value, rap_article_masthead_field_get_editing (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* One line ends in dots; more wrap. */
static void
set_lines (RapArticleMastheadField *self,
           int                      lines)
{
  gtk_label_set_wrap (self->value, lines != 1);
  gtk_label_set_lines (self->value, lines > 0 ? lines : -1);
  gtk_label_set_ellipsize (self->value, lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}

static void
rap_article_masthead_field_set_property (GObject      *object,
                                         guint         prop_id,
                                         const GValue *value,
                                         GParamSpec   *pspec)
{
  RapArticleMastheadField *self = RAP_ARTICLE_MASTHEAD_FIELD (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      self->field = g_value_dup_string (value);
      break;
    case PROP_CAPTION:
      rap_set_string (&self->caption, g_value_get_string (value));
      break;
    case PROP_ASK:
      rap_set_string (&self->ask, g_value_get_string (value));
      break;
    case PROP_UNKNOWN:
      rap_set_string (&self->unknown, g_value_get_string (value));
      break;
    case PROP_LINES:
      set_lines (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rap_article_masthead_field_dispose (GObject *object)
{
  RapArticleMastheadField *self = RAP_ARTICLE_MASTHEAD_FIELD (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);

  G_OBJECT_CLASS (rap_article_masthead_field_parent_class)->dispose (object);
}

static void
rap_article_masthead_field_finalize (GObject *object)
{
  RapArticleMastheadField *self = RAP_ARTICLE_MASTHEAD_FIELD (object);

  g_free (self->field);
  g_free (self->caption);
  g_free (self->ask);
  g_free (self->unknown);
  g_free (self->words);
  g_free (self->before);

  G_OBJECT_CLASS (rap_article_masthead_field_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  properties[PROP_ASK] = g_param_spec_string ("ask", NULL, NULL, NULL, flags);
  properties[PROP_UNKNOWN] = g_param_spec_string ("unknown", NULL, NULL, NULL, flags);
  properties[PROP_LINES] = g_param_spec_int ("lines", NULL, NULL, 0, 100, 0, flags | G_PARAM_CONSTRUCT);
  properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
rap_article_masthead_field_class_init (RapArticleMastheadFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rap_article_masthead_field_dispose;
  object_class->finalize = rap_article_masthead_field_finalize;
  object_class->get_property = rap_article_masthead_field_get_property;
  object_class->set_property = rap_article_masthead_field_set_property;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rapporteur/Rapporteur/ui/rap-article-masthead-field.ui");
  gtk_widget_class_bind_template_child (widget_class, RapArticleMastheadField, box);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMastheadField, button);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMastheadField, value);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMastheadField, hint);
  gtk_widget_class_bind_template_callback (widget_class, start);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_left_over_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
rap_article_masthead_field_init (RapArticleMastheadField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What a screen reader says: what it is, and how it stands. */
static void
show_words (RapArticleMastheadField *self)
{
  gboolean missing = self->words == NULL;
  const char *shown = !missing ? self->words : is_read_only (self) ? self->unknown : self->quiet ? NULL : self->ask;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), shown != NULL);
  if (shown == NULL)
    return;
  name = g_strdup_printf ("%s: %s", self->caption, shown);
  gtk_label_set_label (self->value, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (missing)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "missing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "missing");
}

void
rap_article_masthead_field_show (RapArticleMastheadField *self,
                                 const char              *words)
{
  g_autofree char *value = NULL;

  g_return_if_fail (RAP_IS_ARTICLE_MASTHEAD_FIELD (self));

  if (self->list != NULL)
    {
      value = rap_reading_sources_get_value (get_form (self), self->field);
      if (g_strcmp0 (value, self->before) != 0)
        stop (self);
    }
  rap_set_string (&self->words, words != NULL && *words != '\0' ? words : NULL);
  show_words (self);
}

void
rap_article_masthead_field_set_quiet (RapArticleMastheadField *self,
                                      gboolean                 quiet)
{
  g_return_if_fail (RAP_IS_ARTICLE_MASTHEAD_FIELD (self));

  if (self->quiet == quiet)
    return;
  self->quiet = quiet;
  show_words (self);
}

void
rap_article_masthead_field_set_direction (RapArticleMastheadField *self,
                                          GtkTextDirection         direction)
{
  g_return_if_fail (RAP_IS_ARTICLE_MASTHEAD_FIELD (self));

  gtk_widget_set_direction (GTK_WIDGET (self), direction);
  gtk_widget_set_direction (self->box, direction);
  gtk_widget_set_direction (GTK_WIDGET (self->value), direction);
  gtk_widget_set_direction (GTK_WIDGET (self->button), direction);
}

gboolean
rap_article_masthead_field_get_editing (RapArticleMastheadField *self)
{
  g_return_val_if_fail (RAP_IS_ARTICLE_MASTHEAD_FIELD (self), FALSE);

  return self->list != NULL;
}

void
rap_article_masthead_field_leave (RapArticleMastheadField *self)
{
  g_return_if_fail (RAP_IS_ARTICLE_MASTHEAD_FIELD (self));

  settle (self);
  set_hint (self, NULL);
}
