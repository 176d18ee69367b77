/* rap-name-use.c
 *
 * What a project knows of a name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-name-use.h"

#include <glib/gi18n.h>

#include "rap-link-row.h"
#include "rap-name-page.h"
#include "rap-record-words.h"
#include "rap-row-words.h"

#define FEW   40     /* rows of each list at first */
#define MANY  2000   /* after "show all" */

/**
 * RapNameUse:
 * @entity: shown, or NULL
 * @limit: of rows of each list
 */
struct _RapNameUse
{
  AdwBin      parent_instance;
  GtkBox     *box;
  RapSession *session;   /* borrowed from the form; only while it is shown */
  char       *entity;
  guint       limit;
};

G_DEFINE_FINAL_TYPE (RapNameUse, rap_name_use, ADW_TYPE_BIN)

static void fill (RapNameUse *self);

/* A group with a list; "Mentions (12)". Returns the list. */
static GtkListBox *
add_group (RapNameUse *self,
           const char *title,
           guint       n,
           gboolean    has_more)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *list = gtk_list_box_new ();
  /* Translators: heading of a list, with how many it holds */
  g_autofree char *heading = has_more ? g_strdup_printf (_("%s (first %u)"), title, n) : g_strdup_printf (_("%s (%u)"), title, n);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), heading);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  gtk_box_append (self->box, group);
  return GTK_LIST_BOX (list);
}

/* "Chief of Staff" · "2016 – 2024, 5 meetings" */
static void
add_capacities (RapNameUse        *self,
                const RapNamePage *page)
{
  GtkListBox *list;

  if (page->capacities->len == 0)
    return;
  list = add_group (self, _("Capacities"), page->capacities->len, FALSE);
  for (guint i = 0; i < page->capacities->len; i++)
    {
      const RapNameCapacity *capacity = page->capacities->pdata[i];
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *meetings = g_strdup_printf (ngettext ("%u meeting", "%u meetings", capacity->n_meetings),
                                                   capacity->n_meetings);
      g_autofree char *years = capacity->from == capacity->to
                                 ? g_strdup_printf ("%" G_GINT64_FORMAT, capacity->from)
                                 : g_strdup_printf ("%" G_GINT64_FORMAT " – %" G_GINT64_FORMAT, capacity->from, capacity->to);
      g_autofree char *subtitle = capacity->from == 0 && capacity->to == 0 ? g_strdup (meetings)
                                                                           : g_strdup_printf ("%s · %s", years, meetings);
      g_autofree char *title = g_markup_escape_text (capacity->capacity, -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_list_box_append (list, row);
    }
}

/* "8 Nov 2022 · host · Chief of Staff" (transfer full) */
static char *
describe_meeting (const RapNameMeeting *entry)
{
  const RapEdtf *when = entry->meeting->when;
  g_autofree char *date = when != NULL ? rap_row_words_date (when->text) : g_strdup (_("undated"));

  if (entry->is_place)
    return g_strdup_printf ("%s · %s", date, _("took place there"));
  if (*entry->capacity == '\0')
    return g_strdup_printf ("%s · %s", date, rap_record_words_get_roles ()[entry->role]);
  return g_strdup_printf ("%s · %s · %s", date, rap_record_words_get_roles ()[entry->role], entry->capacity);
}

static void
add_meetings (RapNameUse        *self,
              const RapNamePage *page)
{
  guint n = MIN (page->meetings->len, self->limit);
  GtkListBox *list;

  if (n == 0)
    return;
  list = add_group (self, _("Meetings"), n, page->meetings->len > n);
  for (guint i = 0; i < n; i++)
    {
      const RapNameMeeting *entry = page->meetings->pdata[i];
      g_autofree char *subtitle = describe_meeting (entry);

      gtk_list_box_append (list, rap_link_row_new (RAP_KIND_MEETING, RAP_RECORD (entry->meeting)->id,
                                                   entry->meeting->title, subtitle));
    }
}

static void
add_claims (RapNameUse *self,
            const char *title,
            GPtrArray  *claims)
{
  guint n = MIN (claims->len, self->limit);
  GtkListBox *list;

  if (n == 0)
    return;
  list = add_group (self, title, n, claims->len > n);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (list, rap_record_words_new_row (self->session, claims->pdata[i]));
}

/* The quote with what stands around it. */
static GtkWidget *
new_mention_row (const RapMention *mention)
{
  const RapAnchor *anchor = mention->anchor;
  GtkWidget *row = rap_link_row_new (RAP_KIND_MENTION, ((const RapRecord *) mention)->id, "", NULL);
  g_autofree char *markup = g_markup_printf_escaped ("%s<b>%s</b>%s", anchor->prefix, anchor->exact, anchor->suffix);

  g_strdelimit (markup, "\n", ' ');
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  return row;
}

static GtkWidget *
new_article_row (const RapNameArticle *article)
{
  g_autofree char *date = article->when != NULL ? rap_row_words_date (article->when) : g_strdup (_("undated"));
  g_autofree char *count = g_strdup_printf ("%u", article->mentions->len);
  GtkWidget *row = rap_link_row_new (RAP_KIND_ARTICLE, article->article, article->title, date);

  rap_link_row_set_badge (RAP_LINK_ROW (row), count, NULL);
  gtk_widget_add_css_class (row, "name-article");
  return row;
}

static void
add_mentions (RapNameUse        *self,
              const RapNamePage *page)
{
  GtkListBox *list;
  guint n = 0;

  if (page->n_mentions == 0)
    return;
  list = add_group (self, _("Mentions"), page->n_mentions, page->has_more);
  for (guint i = 0; i < page->articles->len && n < self->limit; i++)
    {
      const RapNameArticle *article = page->articles->pdata[i];

      gtk_list_box_append (list, new_article_row (article));
      for (guint k = 0; k < article->mentions->len && n < self->limit; k++, n++)
        gtk_list_box_append (list, new_mention_row (article->mentions->pdata[k]));
    }
}

static void
show_all_cb (RapNameUse *self)
{
  self->limit = MANY;
  fill (self);
}

static void
add_show_all (RapNameUse        *self,
              const RapNamePage *page)
{
  GtkWidget *button;

  if (!page->has_more && page->meetings->len <= self->limit)
    return;
  if (self->limit == MANY)
    return;
  button = gtk_button_new_with_mnemonic (_("Show _All"));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_all_cb), self);
  gtk_box_append (self->box, button);
}

static void
clear (RapNameUse *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

static void
fill (RapNameUse *self)
{
  g_autoptr (RapNamePage) page = rap_name_page_load (self->session, self->entity, self->limit, NULL);

  clear (self);
  if (page == NULL)
    return;
  add_capacities (self, page);
  add_meetings (self, page);
  add_claims (self, _("Claims as Speaker"), page->spoken);
  add_claims (self, _("Claims Passed On"), page->passed_on);
  add_mentions (self, page);
  add_show_all (self, page);
}

static void
rap_name_use_finalize (GObject *object)
{
  g_free (RAP_NAME_USE (object)->entity);

  G_OBJECT_CLASS (rap_name_use_parent_class)->finalize (object);
}

static void
rap_name_use_class_init (RapNameUseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_name_use_finalize;
}

static void
rap_name_use_init (RapNameUse *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->limit = FEW;
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

void
rap_name_use_load (RapNameUse *self,
                   RapSession *session,
                   const char *entity)
{
  g_return_if_fail (RAP_IS_NAME_USE (self));

  self->session = session;
  if (g_strcmp0 (self->entity, entity) != 0)
    self->limit = FEW;
  rap_set_string (&self->entity, entity);
  fill (self);
}
