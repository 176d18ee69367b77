/* rap-ref-entry.c
 *
 * Type-ahead over one kind of record. The suggestions are the first rows of a
 * filtered RapHeaderList; the keyboard stays in the entry while they are open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-ref-entry.h"

#include <glib/gi18n.h>

#include "rap-header-list.h"
#include "rap-suggestion-row.h"

#define MAX_SUGGESTIONS 8
#define MAX_SCANNED     400

struct _RapRefEntry
{
  AdwBin         parent_instance;
  GtkEntry      *entry;
  GtkPopover    *popover;
  GtkListBox    *list;

  RapKind        kind;
  char          *entity_kind;  /* or NULL */
  gboolean       can_create;
  RapSession    *session;      /* or NULL */
  RapHeaderList *headers;      /* or NULL */
  char          *value;        /* id or NULL */
  char          *name;         /* of @value, "" for none */
  gboolean       setting;      /* the text is being set, not typed */
};

G_DEFINE_FINAL_TYPE (RapRefEntry, rap_ref_entry, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_ENTITY_KIND,
  PROP_CAN_CREATE,
  PROP_PLACEHOLDER,
  PROP_HAS_FRAME,
  N_PROPS
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* (transfer full) */
static char *
get_typed (RapRefEntry *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
show_text (RapRefEntry *self,
           const char  *text)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->setting = FALSE;
}

static void
close_list (RapRefEntry *self)
{
  gtk_popover_popdown (self->popover);
}

static void
choose (RapRefEntry *self,
        const char  *id,
        const char  *name,
        RapRecord   *added)
{
  g_autofree char *kept = g_strdup (id);

  rap_set_string (&self->value, id);
  rap_set_string (&self->name, name);
  show_text (self, name);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  close_list (self);
  g_signal_emit (self, signals[CHOSEN], 0, kept, added);
}

static void
choose_new (RapRefEntry *self,
            const char  *name)
{
  g_autoptr (RapRecord) record = rap_record_new (RAP_KIND_ENTITY);
  RapEntity *entity = (RapEntity *) record;
  g_autofree char *kept = g_strdup (name);
  guint kind = RAP_ENTITY_PERSON;

  if (self->entity_kind != NULL)
    rap_vocabulary_parse (&rap_entity_kind_vocabulary, self->entity_kind, &kind);
  entity->kind = kind;
  rap_set_string (&entity->name, kept);
  choose (self, record->id, kept, record);
}

static gboolean
is_offered (RapRefEntry *self,
            RapHeader   *header)
{
  return self->entity_kind == NULL || g_strcmp0 (header->tag, self->entity_kind) == 0;
}

static void
clear_list (RapRefEntry *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

/* Fills the list with what matches @typed; returns how many records do, and
 * whether one is called exactly that. */
static guint
fill_list (RapRefEntry *self,
           const char  *typed,
           gboolean    *exact)
{
  GListModel *model = G_LIST_MODEL (self->headers);
  guint n = 0;

  *exact = FALSE;
  rap_header_list_set_filter (self->headers, typed);
  for (guint i = 0; i < MIN (g_list_model_get_n_items (model), MAX_SCANNED) && n < MAX_SUGGESTIONS; i++)
    {
      g_autoptr (RapHeader) header = g_list_model_get_item (model, i);

      if (header == NULL || !is_offered (self, header))
        continue;
      *exact |= g_utf8_collate (header->title, typed) == 0;
      gtk_list_box_append (self->list, rap_suggestion_row_new (header));
      n++;
    }
  return n;
}

static void
update_list (RapRefEntry *self)
{
  g_autofree char *typed = get_typed (self);
  gboolean exact;
  guint n;

  clear_list (self);
  if (self->headers == NULL)
    return;
  n = fill_list (self, typed, &exact);
  if (self->can_create && typed[0] != '\0' && !exact)
    {
      gtk_list_box_append (self->list, rap_suggestion_row_new_create (typed));
      n++;
    }
  if (n == 0)
    {
      close_list (self);
      return;
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_size_request (GTK_WIDGET (self->popover), MAX (gtk_widget_get_width (GTK_WIDGET (self)), 240), -1);
  gtk_popover_popup (self->popover);
}

static void
changed_cb (RapRefEntry *self)
{
  if (!self->setting && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_list (self);
}

static void
accept_row (RapRefEntry      *self,
            RapSuggestionRow *row)
{
  g_autofree char *id = g_strdup (rap_suggestion_row_get_id (row));
  g_autofree char *name = g_strdup (rap_suggestion_row_get_name (row));

  if (id == NULL)
    choose_new (self, name);
  else
    choose (self, id, name, NULL);
}

static gboolean
accept_selected (RapRefEntry *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL || !rap_ref_entry_is_open (self))
    return FALSE;
  accept_row (self, RAP_SUGGESTION_ROW (row));
  return TRUE;
}

static void
row_activated_cb (RapRefEntry      *self,
                  RapSuggestionRow *row)
{
  accept_row (self, row);
}

static void
move_selected (RapRefEntry *self,
               int          step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, MAX (index, 0));

  if (next != NULL)
    gtk_list_box_select_row (self->list, next);
}

/* Keys while the suggestions are open; Down also opens them. */
static gboolean
key_pressed_cb (RapRefEntry     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (!rap_ref_entry_is_open (self))
    {
      if (keyval != GDK_KEY_Down || (state & GDK_ALT_MASK) != 0)
        return FALSE;
      update_list (self);
      return TRUE;
    }
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_Up:
      move_selected (self, keyval == GDK_KEY_Down ? 1 : -1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return accept_selected (self);
    case GDK_KEY_Tab:
      if (rap_ref_entry_is_dirty (self))
        accept_selected (self);
      return FALSE;
    case GDK_KEY_Escape:
      close_list (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
leave_cb (RapRefEntry *self)
{
  close_list (self);
  rap_ref_entry_resolve (self);
}

static void
rap_ref_entry_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  RapRefEntry *self = RAP_REF_ENTRY (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_string (value, rap_kind_get_nick (self->kind));
      break;
    case PROP_ENTITY_KIND:
      g_value_set_string (value, self->entity_kind);
      break;
    case PROP_CAN_CREATE:
      g_value_set_boolean (value, self->can_create);
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, gtk_entry_get_placeholder_text (self->entry));
      break;
    case PROP_HAS_FRAME:
      g_value_set_boolean (value, gtk_entry_get_has_frame (self->entry));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rap_ref_entry_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  RapRefEntry *self = RAP_REF_ENTRY (object);

  switch (prop_id)
    {
    case PROP_KIND:
      if (g_value_get_string (value) != NULL)
        rap_kind_parse (g_value_get_string (value), &self->kind);
      break;
    case PROP_ENTITY_KIND:
      rap_set_string (&self->entity_kind, g_value_get_string (value));
      break;
    case PROP_CAN_CREATE:
      self->can_create = g_value_get_boolean (value);
      break;
    case PROP_PLACEHOLDER:
      gtk_entry_set_placeholder_text (self->entry, g_value_get_string (value));
      break;
    case PROP_HAS_FRAME:
      gtk_entry_set_has_frame (self->entry, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
rap_ref_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RAP_REF_ENTRY (widget)->entry));
}

static gboolean
rap_ref_entry_mnemonic_activate (GtkWidget *widget,
                                 gboolean   cycling)
{
  return rap_ref_entry_grab_focus (widget);
}

static void
rap_ref_entry_dispose (GObject *object)
{
  RapRefEntry *self = RAP_REF_ENTRY (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  g_clear_object (&self->headers);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rap_ref_entry_parent_class)->dispose (object);
}

static void
rap_ref_entry_finalize (GObject *object)
{
  RapRefEntry *self = RAP_REF_ENTRY (object);

  g_free (self->entity_kind);
  g_free (self->value);
  g_free (self->name);

  G_OBJECT_CLASS (rap_ref_entry_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_ENTITY_KIND] = g_param_spec_string ("entity-kind", NULL, NULL, NULL, flags);
  properties[PROP_CAN_CREATE] = g_param_spec_boolean ("can-create", NULL, NULL, FALSE, flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_HAS_FRAME] = g_param_spec_boolean ("has-frame", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
rap_ref_entry_class_init (RapRefEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rap_ref_entry_dispose;
  object_class->finalize = rap_ref_entry_finalize;
  object_class->get_property = rap_ref_entry_get_property;
  object_class->set_property = rap_ref_entry_set_property;
  widget_class->grab_focus = rap_ref_entry_grab_focus;
  widget_class->mnemonic_activate = rap_ref_entry_mnemonic_activate;
  install_properties (object_class);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, RAP_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-ref-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, RapRefEntry, entry);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
rap_ref_entry_init (RapRefEntry *self)
{
  self->kind = RAP_KIND_ENTITY;
  self->name = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_widget_set_focusable (GTK_WIDGET (self->list), FALSE);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (GTK_WIDGET (self->popover), FALSE);
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->list));
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "suggestions");
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

GtkWidget *
rap_ref_entry_new (RapKind kind)
{
  return g_object_new (RAP_TYPE_REF_ENTRY, "kind", rap_kind_get_nick (kind), NULL);
}

void
rap_ref_entry_set_session (RapRefEntry *self,
                           RapSession  *session)
{
  g_return_if_fail (RAP_IS_REF_ENTRY (self));

  if (!g_set_object (&self->session, session))
    return;
  g_clear_object (&self->headers);
  if (session != NULL)
    self->headers = RAP_HEADER_LIST (rap_session_list (session, self->kind));
}

void
rap_ref_entry_set_value (RapRefEntry *self,
                         const char  *id)
{
  g_autofree char *name = NULL;

  g_return_if_fail (RAP_IS_REF_ENTRY (self));

  name = id != NULL && self->session != NULL ? rap_session_get_name (self->session, self->kind, id) : g_strdup ("");
  rap_set_string (&self->value, id);
  rap_set_string (&self->name, name);
  show_text (self, name);
}

const char *
rap_ref_entry_get_value (RapRefEntry *self)
{
  g_return_val_if_fail (RAP_IS_REF_ENTRY (self), NULL);

  return rap_ref_entry_is_dirty (self) ? NULL : self->value;
}

gboolean
rap_ref_entry_is_dirty (RapRefEntry *self)
{
  g_autofree char *typed = get_typed (self);

  return g_strcmp0 (typed, self->name) != 0;
}

void
rap_ref_entry_resolve (RapRefEntry *self)
{
  g_autofree char *typed = get_typed (self);
  g_autoptr (RapEntity) match = NULL;
  gboolean exact;

  if (!rap_ref_entry_is_dirty (self) || self->session == NULL)
    return;
  if (typed[0] == '\0')
    {
      choose (self, NULL, "", NULL);
      return;
    }
  if (self->kind == RAP_KIND_ENTITY)
    match = rap_session_match_entity (self->session, typed);
  if (match != NULL)
    {
      choose (self, ((RapRecord *) match)->id, match->name, NULL);
      return;
    }
  clear_list (self);
  if (self->can_create && fill_list (self, typed, &exact) == 0)
    choose_new (self, typed);
}

gboolean
rap_ref_entry_is_open (RapRefEntry *self)
{
  return self->popover != NULL && gtk_widget_get_visible (GTK_WIDGET (self->popover));
}
