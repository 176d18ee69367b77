/* rap-session.c
 *
 * The open project: reading through the store, and the one write path.
 *
 * commit: stamp (times, analyst) -> validate each record and its references
 * against what will be there -> the store's one transaction -> notify. Undo
 * and redo let the store apply the inverted group and notify in the same way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-session.h"

#include <string.h>

#include "rap-codebook-private.h"
#include "rap-saving-private.h"
#include "rap-session-private.h"

struct _RapSession
{
  GObject   parent_instance;

  RapStore *store;
  RapCodebook *codebook;   /* or NULL until asked for */
  RapSaving *saving;       /* borrowed: the one under way, or NULL */
  char     *title;
  char     *analyst;
  char     *undo_label;    /* NULL: nothing to undo */
  char     *redo_label;
  guint     n_unsaved;
  gint64    last_time;     /* of the last commit: times never run backwards within a session */
};

enum
{
  PROP_TITLE = 1,
  PROP_PATH,
  PROP_READ_ONLY,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_N_UNSAVED,
  N_PROPS
};

enum
{
  CHANGED,
  READING_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RapSession, rap_session, G_TYPE_OBJECT)

static GBytes *
sign_article (RapArticle *article,
              gpointer    user_data)
{
  RapShingleSignature signature = rap_article_signature (article);

  return g_bytes_new (&signature, sizeof signature);
}

static void
set_label (RapSession *self,
           char      **label,
           char       *value,
           guint       label_prop,
           guint       can_prop)
{
  if (g_strcmp0 (*label, value) == 0)
    {
      g_free (value);
      return;
    }
  g_free (*label);
  *label = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[label_prop]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[can_prop]);
}

static void
update_labels (RapSession *self)
{
  gboolean writable = !rap_store_get_read_only (self->store);

  set_label (self, &self->undo_label, writable ? rap_store_peek_undo (self->store) : NULL, PROP_UNDO_LABEL, PROP_CAN_UNDO);
  set_label (self, &self->redo_label, writable ? rap_store_peek_redo (self->store) : NULL, PROP_REDO_LABEL, PROP_CAN_REDO);
}

static void
update_title (RapSession *self)
{
  g_autoptr (RapRecord) project = rap_session_load_project (self);
  const char *title = project != NULL ? RAP_PROJECT (project)->title : "";

  if (g_strcmp0 (self->title, title) == 0)
    return;
  rap_set_string (&self->title, title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static gboolean
touches_project (const RapEdits *edits)
{
  for (guint i = 0; i < edits->edits->len; i++)
    if (rap_record_get_kind (rap_edit_get_record (rap_edits_get (edits, i))) == RAP_KIND_PROJECT)
      return TRUE;
  return FALSE;
}

static void
tell_changed (RapSession     *self,
              const RapEdits *edits)
{
  update_labels (self);
  if (touches_project (edits))
    update_title (self);
  if (self->codebook != NULL)
    rap_codebook_follow (self->codebook, edits);
  g_signal_emit (self, signals[CHANGED], 0, edits);
}

static RapSession *
take_store (RapStore *store)
{
  RapSession *self;

  if (store == NULL)
    return NULL;
  self = g_object_new (RAP_TYPE_SESSION, NULL);
  self->store = store;
  rap_store_set_signature_func (store, sign_article, NULL);
  update_title (self);
  update_labels (self);
  return self;
}

/* Never the same or an earlier time than before, even when the clock jumps back. */
static gint64
next_time (RapSession *self)
{
  self->last_time = MAX (g_get_real_time (), self->last_time + 1);
  return self->last_time;
}

/* The record as it goes into the store: with its times and its analyst. Another
 * object than @after when something had to be filled in. (transfer full) */
static RapRecord *
stamp (RapSession      *self,
       const RapRecord *before,
       RapRecord       *after,
       gboolean         touch,
       gint64           time)
{
  gboolean renew = touch && before != NULL && after->modified == before->modified;
  RapRecord *copy;

  if (!renew && after->created != 0 && after->modified != 0 && after->analyst != NULL && *after->analyst != '\0')
    return g_object_ref (after);

  copy = rap_record_copy (after);
  if (copy->created == 0)
    copy->created = time;
  if (copy->modified == 0 || renew)
    copy->modified = MAX (time, copy->created);
  if (copy->analyst == NULL || *copy->analyst == '\0' || renew)
    rap_set_string (&copy->analyst, self->analyst);
  return rap_record_seal (copy);
}

/* An edit that goes on from an earlier one of the group goes on from what that
 * one became. */
static RapEdits *
stamp_all (RapSession     *self,
           const RapEdits *edits,
           const char     *origin,
           gint64          time)
{
  RapEdits *stamped = rap_edits_new (edits->label);
  g_autoptr (GHashTable) became = g_hash_table_new (NULL, NULL);
  gboolean touch = g_str_equal (origin, "window") || g_str_equal (origin, "apply");

  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);
      g_autoptr (RapRecord) after = edit->after != NULL ? stamp (self, edit->before, edit->after, touch, time) : NULL;
      RapRecord *before = g_hash_table_lookup (became, edit->before);

      if (before == NULL)
        before = edit->before;
      if (before == NULL)
        rap_edits_insert (stamped, after);
      else if (after == NULL)
        rap_edits_delete (stamped, before);
      else
        rap_edits_replace (stamped, before, after);
      if (after != NULL)
        g_hash_table_insert (became, edit->after, after);
    }
  return stamped;
}

/* What will be there after the group: its own records before the stored ones. */
typedef struct
{
  RapSession *session;
  GHashTable *changed;   /* id -> RapRecord after, or NULL when deleted */
  GHashTable *loaded;    /* id -> RapRecord from the store */
} Future;

static RapRecord *
look_up (RapKind     kind,
         const char *id,
         gpointer    user_data)
{
  Future *future = user_data;
  gpointer record;

  if (!g_hash_table_lookup_extended (future->changed, id, NULL, &record)
      && !g_hash_table_lookup_extended (future->loaded, id, NULL, &record))
    {
      record = rap_store_load (future->session->store, kind, id, NULL);
      g_hash_table_insert (future->loaded, g_strdup (id), record);
    }
  return record != NULL && rap_record_get_kind (record) == kind ? record : NULL;
}

static void
clear_object (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

gboolean
rap_session_check_edits (RapSession      *self,
                         const RapEdits  *edits,
                         guint            first,
                         GError         **error)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, clear_object);
  Future future = { self, changed, loaded };

  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);

      g_hash_table_insert (changed, rap_edit_get_record (edit)->id, edit->after);
    }
  for (guint i = first; i < edits->edits->len; i++)
    {
      RapRecord *after = rap_edits_get (edits, i)->after;

      if (after != NULL
          && (!rap_record_validate (after, error) || !rap_record_validate_references (after, look_up, &future, error)))
        return FALSE;
    }
  return rap_session_validate_entity_kinds (self, edits, look_up, &future, error)
         && rap_session_validate_unique (self, edits, error);
}

static void
rap_session_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  RapSession *self = RAP_SESSION (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PATH:
      g_value_set_string (value, rap_session_get_path (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, rap_session_get_read_only (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo_label != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo_label != NULL);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_N_UNSAVED:
      g_value_set_uint (value, self->n_unsaved);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rap_session_finalize (GObject *object)
{
  RapSession *self = RAP_SESSION (object);

  g_clear_object (&self->codebook);
  g_clear_object (&self->store);
  g_free (self->title);
  g_free (self->analyst);
  g_free (self->undo_label);
  g_free (self->redo_label);

  G_OBJECT_CLASS (rap_session_parent_class)->finalize (object);
}

static void
rap_session_class_init (RapSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rap_session_get_property;
  object_class->finalize = rap_session_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_N_UNSAVED] = g_param_spec_uint ("n-unsaved", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", RAP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[READING_CHANGED] = g_signal_new ("reading-changed", RAP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rap_session_init (RapSession *self)
{
  self->analyst = g_strdup (g_get_user_name ());
}

static RapShingleSignature
sign_body (const RapArticle *article)
{
  g_autoptr (GString) body = g_string_new (NULL);

  if (article->body == NULL || article->body->len == 0)
    return rap_shingle_signature (rap_text_get_utf8 (article->text));
  for (guint i = 0; i < article->body->len; i++)
    {
      g_autofree char *part = rap_text_slice (article->text, g_array_index (article->body, RapRange, i));

      g_string_append (body, part);
      g_string_append_c (body, '\n');
    }
  return rap_shingle_signature (body->str);
}

static GQuark
get_signature_quark (void)
{
  static GQuark quark;

  if (quark == 0)
    quark = g_quark_from_static_string ("rap-article-signature");
  return quark;
}

void
rap_article_set_signature (RapArticle                *article,
                           const RapShingleSignature *signature)
{
  g_object_set_qdata_full (G_OBJECT (article), get_signature_quark (), g_memdup2 (signature, sizeof *signature), g_free);
}

RapShingleSignature
rap_article_signature (RapArticle *article)
{
  const RapShingleSignature *known = g_object_get_qdata (G_OBJECT (article), get_signature_quark ());
  RapShingleSignature made;

  if (known != NULL)
    return *known;
  made = sign_body (article);
  rap_article_set_signature (article, &made);
  return made;
}

void
rap_session_stamp (RapSession *self,
                   RapRecord  *record)
{
  record->created = record->modified = next_time (self);
  rap_set_string (&record->analyst, self->analyst);
}

RapStore *
rap_session_get_store (RapSession *self)
{
  return self->store;
}

RapRecord *
rap_session_load_project (RapSession *self)
{
  return rap_store_load (self->store, RAP_KIND_PROJECT, NULL, NULL);
}

RapSession *
rap_session_create (const char  *path,
                    const char  *title,
                    GError     **error)
{
  g_autoptr (RapRecord) project = rap_record_new (RAP_KIND_PROJECT);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *readable = NULL;

  if (g_str_has_suffix (name, ".rapporteur"))
    name[strlen (name) - strlen (".rapporteur")] = '\0';
  readable = g_filename_display_name (name);
  rap_set_string (&RAP_PROJECT (project)->title, title != NULL && *title != '\0' ? title : readable);
  project->created = project->modified = g_get_real_time ();
  rap_set_string (&project->analyst, g_get_user_name ());
  rap_record_seal (project);
  return take_store (rap_store_create (path, RAP_PROJECT (project), error));
}

RapSession *
rap_session_open (const char  *path,
                  gboolean     read_only,
                  GError     **error)
{
  return take_store (rap_store_open (path, read_only ? RAP_STORE_READ_ONLY : RAP_STORE_WRITE, error));
}

const char *
rap_session_get_path (RapSession *self)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  return rap_store_get_path (self->store);
}

const char *
rap_session_get_title (RapSession *self)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  return self->title;
}

gboolean
rap_session_is_free (RapSession *self)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), FALSE);

  return self->saving == NULL && rap_store_is_free (self->store);
}

void
rap_session_add_unsaved (RapSession *self,
                         int         n)
{
  g_return_if_fail (RAP_IS_SESSION (self));

  self->n_unsaved += n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_UNSAVED]);
}

guint
rap_session_get_n_unsaved (RapSession *self)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), 0);

  return self->n_unsaved;
}

gboolean
rap_session_get_read_only (RapSession *self)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), TRUE);

  return rap_store_get_read_only (self->store);
}

void
rap_session_set_analyst (RapSession *self,
                         const char *analyst)
{
  g_return_if_fail (RAP_IS_SESSION (self));

  rap_set_string (&self->analyst, analyst != NULL && *analyst != '\0' ? analyst : g_get_user_name ());
}

RapRecord *
rap_session_load (RapSession  *self,
                  RapKind      kind,
                  const char  *id,
                  GError     **error)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  return rap_store_load (self->store, kind, id, error);
}

RapRecord *
rap_session_find (RapSession  *self,
                  const char  *id,
                  GError     **error)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  return rap_store_find (self->store, id, error);
}

GPtrArray *
rap_session_load_annotations (RapSession  *self,
                              const char  *article,
                              GError     **error)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  return rap_store_load_annotations (self->store, article, error);
}

GPtrArray *
rap_session_load_linked (RapSession  *self,
                         RapKind      kind,
                         const char  *id,
                         guint        limit,
                         GError     **error)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  return rap_store_load_linked (self->store, kind, id, limit, error);
}

char *
rap_session_get_name (RapSession *self,
                      RapKind     kind,
                      const char *id)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  return id != NULL ? rap_store_get_name (self->store, kind, id) : g_strdup ("");
}

guint
rap_session_count (RapSession *self,
                   RapKind     kind)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), 0);

  return rap_store_count (self->store, kind);
}

GListModel *
rap_session_list (RapSession *self,
                  RapKind     kind)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  return rap_header_list_new (self, kind);
}

GPtrArray *
rap_session_get_history (RapSession  *self,
                         guint        limit,
                         GError     **error)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  return rap_store_history (self->store, limit, error);
}

/* What the window does keeps the names of sibling codes apart. */
static gboolean
check_code_names (RapSession      *self,
                  const RapEdits  *edits,
                  GError         **error)
{
  for (guint i = 0; i < edits->edits->len; i++)
    if (rap_record_get_kind (rap_edit_get_record (rap_edits_get (edits, i))) == RAP_KIND_CODE)
      return rap_codebook_check_names (rap_session_get_codebook (self), edits, error);
  return TRUE;
}

RapEdits *
rap_session_stamp_edits (RapSession     *self,
                         const RapEdits *edits,
                         const char     *origin)
{
  return stamp_all (self, edits, origin, next_time (self));
}

gboolean
rap_session_begin_commit (RapSession      *self,
                          const RapEdits  *stamped,
                          const char      *origin,
                          GError         **error)
{
  return rap_session_check_edits (self, stamped, 0, error)
      && rap_store_begin_commit (self->store, stamped->label, stamped->edits->len, self->analyst, origin,
                                 next_time (self), error);
}

void
rap_session_set_saving (RapSession *self,
                        RapSaving  *saving)
{
  self->saving = saving;
}

gboolean
rap_session_make_way (RapSession  *self,
                      GError     **error)
{
  return self->saving == NULL || rap_saving_make_way (self->saving, error);
}

gboolean
rap_session_commit_from (RapSession      *self,
                         const RapEdits  *edits,
                         const char      *origin,
                         GError         **error)
{
  g_autoptr (RapEdits) stamped = NULL;
  gint64 time;

  if (rap_edits_is_empty (edits))
    return TRUE;
  if (!rap_session_make_way (self, error))
    return FALSE;
  time = next_time (self);
  stamped = stamp_all (self, edits, origin, time);
  if (!rap_session_check_edits (self, stamped, 0, error)
      || (g_str_equal (origin, "window") && !check_code_names (self, stamped, error))
      || !rap_store_commit (self->store, stamped, self->analyst, origin, time, error))
    return FALSE;
  tell_changed (self, stamped);
  return TRUE;
}

gboolean
rap_session_commit (RapSession      *self,
                    const RapEdits  *edits,
                    GError         **error)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), FALSE);
  g_return_val_if_fail (edits != NULL, FALSE);

  return rap_session_commit_from (self, edits, "window", error);
}

void
rap_session_tell (RapSession     *self,
                  const RapEdits *edits)
{
  tell_changed (self, edits);
}

void
rap_session_tell_anew (RapSession     *self,
                       const RapEdits *edits)
{
  update_labels (self);
  update_title (self);
  if (self->codebook != NULL)
    rap_codebook_load_anew (self->codebook);
  g_signal_emit (self, signals[CHANGED], 0, edits);
}

RapCodebook *
rap_session_get_codebook (RapSession *self)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  if (self->codebook == NULL)
    self->codebook = rap_codebook_new (self);
  return self->codebook;
}

/* Undo and redo differ in what they ask the store to apply. */
static guint
travel (RapSession  *self,
        guint        n,
        RapEdits   *(*apply) (RapStore *, GError **),
        char       **label,
        GError     **error)
{
  g_autofree char *last = NULL;
  guint done;

  if (!rap_session_make_way (self, error))
    return 0;
  for (done = 0; done < n; done++)
    {
      g_autoptr (RapEdits) applied = apply (self->store, error);

      if (applied == NULL)
        break;
      rap_set_string (&last, applied->label);
      tell_changed (self, applied);
    }
  if (label != NULL)
    *label = g_steal_pointer (&last);
  return done;
}

guint
rap_session_undo (RapSession  *self,
                  guint        n,
                  char       **label,
                  GError     **error)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), 0);

  return travel (self, n, rap_store_undo, label, error);
}

guint
rap_session_redo (RapSession  *self,
                  guint        n,
                  char       **label,
                  GError     **error)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), 0);

  return travel (self, n, rap_store_redo, label, error);
}

gboolean
rap_session_get_can_undo (RapSession *self)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), FALSE);

  return self->undo_label != NULL;
}

gboolean
rap_session_get_can_redo (RapSession *self)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), FALSE);

  return self->redo_label != NULL;
}
