/* rap-import-report.c
 *
 * The report of an import as one list in three parts: what did not come in, by
 * reason; what wants a look (no date, copies); and the rest. Choosing an article
 * shows it in the parent window, where a missing date can be entered. Articles
 * that were there already can be taken out again. It is a window of its own and
 * not modal, so that the text stays in reach; one of them serves all imports.
 * Long parts are cut in the list, never in the text that can be copied.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-import-report.h"

#include <glib/gi18n.h>

#include "rap-error-text.h"
#include "rap-import-duplicates.h"
#include "rap-import-words.h"

/* Rows of one part of the list. */
#define MAX_ROWS  200
/* Files named under one reason. */
#define MAX_NAMES 8

typedef enum
{
  PART_FAILED,
  PART_WATCH,
  PART_GOOD,
  N_PARTS
} Part;

struct _RapImportReport
{
  AdwWindow        parent_instance;
  AdwWindowTitle  *heading;
  AdwToastOverlay *toasts;
  GtkWidget       *remove_button;
  GtkStack        *stack;
  GtkListBox      *list;
  GPtrArray       *results;  /* RapImportResult; NULL before the first */
  RapSession      *session;  /* or NULL */
  GString         *text;     /* the whole report, for the clipboard */
};

/* One reason and all that did not come in for it. */
typedef struct
{
  char      *reason;
  GPtrArray *places;  /* (element-type utf8) */
} Failure;

G_DEFINE_FINAL_TYPE (RapImportReport, rap_import_report, ADW_TYPE_WINDOW)

static void
failure_free (Failure *failure)
{
  g_free (failure->reason);
  g_ptr_array_unref (failure->places);
  g_free (failure);
}

static Part
get_part (const RapImportResult *result)
{
  if (result->error != NULL)
    return PART_FAILED;
  return rap_import_needs_eye (result) ? PART_WATCH : PART_GOOD;
}

static const char *
get_part_title (Part part)
{
  switch (part)
    {
    case PART_FAILED:
      return _("Not Imported");
    case PART_WATCH:
      return _("Worth a Look");
    case PART_GOOD:
    case N_PARTS:
    default:
      return _("Imported");
    }
}

static const char *
choose_icon (const RapImportResult *result)
{
  if (result->article != NULL && (result->published == NULL || result->published[0] == '\0'))
    return "x-office-calendar-symbolic";
  if (result->duplicates != NULL && result->duplicates->len > 0)
    return "edit-copy-symbolic";
  return "emblem-ok-symbolic";
}

static Part
get_row_part (GtkListBoxRow *row)
{
  return (Part) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "rap-part"));
}

static void
update_header_cb (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       user_data)
{
  Part part = get_row_part (row);
  GtkWidget *label = NULL;

  if (before == NULL || get_row_part (before) != part)
    {
      label = gtk_label_new (get_part_title (part));
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_set_margin_top (label, 12);
      gtk_widget_set_margin_bottom (label, 6);
      gtk_widget_set_margin_start (label, 12);
    }
  gtk_list_box_row_set_header (row, label);
}

/* The window of the project, with the article on show, or NULL. */
static GtkWidget *
show_article (GtkWidget  *button,
              const char *article)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (gtk_widget_get_root (button)));

  if (parent == NULL)
    return NULL;
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.select", "(us)", (guint) RAP_KIND_ARTICLE, article);
  gtk_window_present (parent);
  return GTK_WIDGET (parent);
}

static void
open_cb (GtkWidget  *button,
         const char *article)
{
  GtkWidget *window = show_article (button, article);

  if (window != NULL)
    gtk_widget_activate_action (window, "win.focus-pane", "s", "inspector");
}

static void
compare_cb (GtkWidget  *button,
            const char *article)
{
  GtkWidget *window = show_article (button, article);

  if (window != NULL)
    gtk_widget_activate_action (window, "win.compare", NULL);
}

static GtkWidget *
add_row (RapImportReport *self,
         Part             part,
         const char      *title,
         const char      *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  g_object_set_data (G_OBJECT (row), "rap-part", GUINT_TO_POINTER (part));
  gtk_list_box_append (self->list, row);
  return row;
}

static void
add_icon (GtkWidget  *row,
          const char *name)
{
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (name));
}

static void
free_closure_data (gpointer  data,
                   GClosure *closure)
{
  g_free (data);
}

static void
add_compare_button (GtkWidget  *row,
                    const char *article)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("view-dual-symbolic");

  gtk_widget_set_tooltip_text (button, _("Compare With a Copy"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Compare With a Copy"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (compare_cb), g_strdup (article), free_closure_data, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* Enter on the row, or the button. */
static void
add_open_button (GtkWidget  *row,
                 const char *article)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Open"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (open_cb), g_strdup (article), free_closure_data, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
}

static void
add_more_row (RapImportReport *self,
              Part             part,
              guint            n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u more", "%u more", n), n);

  add_row (self, part, title, _("All of them are in the text that “Copy Report” copies."));
}

/* The names under a reason, the first few of them. (transfer full) */
static char *
list_places (const Failure *failure)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < failure->places->len && i < MAX_NAMES; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "\n" : "", (const char *) failure->places->pdata[i]);
  if (failure->places->len > MAX_NAMES)
    {
      guint n = failure->places->len - MAX_NAMES;

      g_string_append_c (list, '\n');
      g_string_append_printf (list, ngettext ("and %u more", "and %u more", n), n);
    }
  return g_string_free (list, FALSE);
}

/* In the order in which the reasons are met first. (transfer full) (element-type Failure) */
static GPtrArray *
collect_failures (GPtrArray *results)
{
  GPtrArray *failures = g_ptr_array_new_with_free_func ((GDestroyNotify) failure_free);
  g_autoptr (GHashTable) by_reason = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < results->len; i++)
    {
      const RapImportResult *result = results->pdata[i];
      g_autofree char *reason = result->error != NULL ? rap_import_words_reason (result->error) : NULL;
      Failure *failure;

      if (reason == NULL)
        continue;
      failure = g_hash_table_lookup (by_reason, reason);
      if (failure == NULL)
        {
          failure = g_new0 (Failure, 1);
          failure->reason = g_steal_pointer (&reason);
          failure->places = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (failures, failure);
          g_hash_table_insert (by_reason, failure->reason, failure);
        }
      g_ptr_array_add (failure->places, rap_import_words_place (result, TRUE));
    }
  return failures;
}

static void
add_failures (RapImportReport *self,
              GPtrArray       *results)
{
  g_autoptr (GPtrArray) failures = collect_failures (results);

  for (guint i = 0; i < failures->len; i++)
    {
      const Failure *failure = failures->pdata[i];

      if (i < MAX_ROWS)
        {
          g_autofree char *places = list_places (failure);

          add_icon (add_row (self, PART_FAILED, failure->reason, places), "dialog-error-symbolic");
        }
      if (i == 0)
        g_string_append_printf (self->text, "\n%s\n", get_part_title (PART_FAILED));
      g_string_append_printf (self->text, "\n%s\n", failure->reason);
      for (guint j = 0; j < failure->places->len; j++)
        g_string_append_printf (self->text, "%s\n", (const char *) failure->places->pdata[j]);
    }
  if (failures->len > MAX_ROWS)
    add_more_row (self, PART_FAILED, failures->len - MAX_ROWS);
}

static void
add_result (RapImportReport       *self,
            Part                   part,
            const RapImportResult *result,
            gboolean               show)
{
  const char *title = result->title != NULL && result->title[0] != '\0' ? result->title : _("Untitled");
  g_autofree char *words = rap_import_words_article (result, self->session, show);
  g_autofree char *found = rap_import_words_found (result);
  GtkWidget *row;

  g_string_append_printf (self->text, "\n%s\n%s\n%s", title, words, found != NULL ? found : "");
  if (found != NULL)
    g_string_append_c (self->text, '\n');
  if (!show)
    return;
  row = add_row (self, part, title, words);
  add_icon (row, choose_icon (result));
  if (found != NULL)
    {
      gtk_widget_set_tooltip_text (row, found);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, found, -1);
    }
  if (result->article != NULL && result->duplicates != NULL && result->duplicates->len > 0)
    add_compare_button (row, result->article);
  if (result->article != NULL)
    add_open_button (row, result->article);
}

static void
add_part (RapImportReport *self,
          GPtrArray       *results,
          Part             part)
{
  guint n = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const RapImportResult *result = results->pdata[i];

      if (get_part (result) != part)
        continue;
      if (n == 0)
        g_string_append_printf (self->text, "\n%s\n", get_part_title (part));
      add_result (self, part, result, n++ < MAX_ROWS);
    }
  if (n > MAX_ROWS)
    add_more_row (self, part, n - MAX_ROWS);
}

static void
clear (RapImportReport *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_string_truncate (self->text, 0);
}

static void
show_remove_button (RapImportReport *self)
{
  guint n = rap_import_duplicates_count (self->results, self->session);
  g_autofree char *label = g_strdup_printf (ngettext ("_Remove %u Duplicate", "_Remove %u Duplicates", n), n);

  gtk_button_set_label (GTK_BUTTON (self->remove_button), label);
  gtk_widget_set_visible (self->remove_button, n > 0);
}

static void
show_results (RapImportReport *self)
{
  g_autofree char *summary = rap_import_words_summary (self->results);

  clear (self);
  adw_window_title_set_subtitle (self->heading, summary);
  g_string_append_printf (self->text, "%s\n", summary);
  add_failures (self, self->results);
  add_part (self, self->results, PART_WATCH);
  add_part (self, self->results, PART_GOOD);
  show_remove_button (self);
  gtk_stack_set_visible_child_name (self->stack, self->results->len > 0 ? "list" : "empty");
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RapImportReport *self = RAP_IMPORT_REPORT (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->text->str);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Report copied")));
}

static void
remove_duplicates_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  RapImportReport *self = RAP_IMPORT_REPORT (widget);
  g_autoptr (GError) error = NULL;
  guint n = rap_import_duplicates_remove (self->results, self->session, &error);
  g_autofree char *text = error != NULL
                          ? rap_error_text (error)
                          : g_strdup_printf (ngettext ("%u duplicate removed", "%u duplicates removed", n), n);

  show_results (self);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

/* Undo and redo are the parent's: what is shown here is what can be undone. */
static gboolean
undo_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));
  const char *action = NULL;

  g_variant_get (args, "(&s)", &action);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), action, NULL);
  show_results (RAP_IMPORT_REPORT (widget));
  return TRUE;
}

static void
rap_import_report_finalize (GObject *object)
{
  RapImportReport *self = RAP_IMPORT_REPORT (object);

  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rap_import_report_parent_class)->finalize (object);
}

static void
rap_import_report_class_init (RapImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rap_import_report_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, RapImportReport, heading);
  gtk_widget_class_bind_template_child (widget_class, RapImportReport, toasts);
  gtk_widget_class_bind_template_child (widget_class, RapImportReport, remove_button);
  gtk_widget_class_bind_template_child (widget_class, RapImportReport, stack);
  gtk_widget_class_bind_template_child (widget_class, RapImportReport, list);
  gtk_widget_class_install_action (widget_class, "report.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "report.remove-duplicates", NULL, remove_duplicates_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "report.copy", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_cb, "(s)", "win.undo");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, undo_cb, "(s)", "win.redo");
}

static void
rap_import_report_init (RapImportReport *self)
{
  self->text = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header_cb, NULL, NULL);
}

GtkWidget *
rap_import_report_new (void)
{
  return g_object_new (RAP_TYPE_IMPORT_REPORT, NULL);
}

void
rap_import_report_show (RapImportReport *self,
                        GPtrArray       *results,
                        RapSession      *session)
{
  g_return_if_fail (RAP_IS_IMPORT_REPORT (self));

  g_ptr_array_ref (results);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  self->results = results;
  g_set_object (&self->session, session);
  show_results (self);
}
