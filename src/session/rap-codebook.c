/* rap-codebook.c
 *
 * The tree is built anew whenever a code changes: a codebook has hundreds of
 * codes, not millions. The counts are asked of the store once, when somebody
 * first wants to see the nodes, and then follow the edits of each commit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-codebook-private.h"

#include <string.h>

#include "rap-fold.h"
#include "rap-session-private.h"

#define MAX_RECENT 20
/* How many of the latest codings are looked at for the codes used last. */
#define RECENT_CODINGS 200

typedef struct
{
  guint n_passages;
  guint n_claims;
} Use;

struct _RapCodebook
{
  GObject     parent_instance;

  RapSession *session;   /* weak */
  GPtrArray  *nodes;     /* RapCodeNode in the order of the tree; owned */
  GHashTable *by_id;     /* id -> node of @nodes */
  GPtrArray  *roots;     /* nodes without parent */
  GHashTable *uses;      /* code id -> Use, or NULL until first wanted */
  GPtrArray  *recent;    /* ids of the codes used last, the latest first */
};

G_DEFINE_FINAL_TYPE (RapCodebook, rap_codebook, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
node_free (RapCodeNode *node)
{
  g_object_unref (node->code);
  g_ptr_array_unref (node->children);
  g_free (node);
}

static gboolean
add_code (RapRecord  *record,
          gpointer    user_data,
          GError    **error)
{
  RapCodebook *self = user_data;
  RapCodeNode *node = g_new0 (RapCodeNode, 1);

  node->code = g_object_ref (RAP_CODE (record));
  node->children = g_ptr_array_new ();
  g_ptr_array_add (self->nodes, node);
  g_hash_table_insert (self->by_id, record->id, node);
  return TRUE;
}

/* The node that this one stands below. A project from elsewhere may close a
 * circle of parents or nest without end: those codes stand at the top. */
static RapCodeNode *
find_parent (RapCodebook       *self,
             const RapCodeNode *node)
{
  const RapCodeNode *above = node;

  for (guint depth = 0; depth < RAP_CODEBOOK_MAX_DEPTH; depth++)
    {
      above = above->code->parent != NULL ? g_hash_table_lookup (self->by_id, above->code->parent) : NULL;
      if (above == NULL)
        return node->code->parent != NULL ? g_hash_table_lookup (self->by_id, node->code->parent) : NULL;
    }
  return NULL;
}

static int
compare_nodes (gconstpointer a,
               gconstpointer b)
{
  const RapCodeNode *one = *(const RapCodeNode * const *) a;
  const RapCodeNode *other = *(const RapCodeNode * const *) b;
  g_autofree char *name = g_utf8_casefold (one->code->name, -1);
  g_autofree char *other_name = g_utf8_casefold (other->code->name, -1);
  g_autofree char *key = g_utf8_collate_key_for_filename (name, -1);
  g_autofree char *other_key = g_utf8_collate_key_for_filename (other_name, -1);
  int order = strcmp (key, other_key);

  return order != 0 ? order : strcmp (one->code->parent_instance.id, other->code->parent_instance.id);
}

static void
walk (RapCodebook *self,
      GPtrArray   *siblings,
      guint        depth,
      GPtrArray   *ordered)
{
  g_ptr_array_sort (siblings, compare_nodes);
  for (guint i = 0; i < siblings->len; i++)
    {
      RapCodeNode *node = siblings->pdata[i];

      node->depth = depth;
      g_ptr_array_add (ordered, node);
      walk (self, node->children, depth + 1, ordered);
    }
}

static void
link_nodes (RapCodebook *self)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_sized_new (self->nodes->len);

  g_ptr_array_set_size (self->roots, 0);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      RapCodeNode *node = self->nodes->pdata[i];

      node->parent = find_parent (self, node);
      g_ptr_array_add (node->parent != NULL ? node->parent->children : self->roots, node);
    }
  walk (self, self->roots, 0, ordered);
  if (ordered->len > 0)
    memcpy (self->nodes->pdata, ordered->pdata, ordered->len * sizeof (gpointer));
}

/* Children come after their parents, so the sums grow from the end. */
static void
sum_uses (RapCodebook *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      RapCodeNode *node = self->nodes->pdata[i];
      const Use *use = g_hash_table_lookup (self->uses, node->code->parent_instance.id);

      node->all_passages = node->n_passages = use != NULL ? use->n_passages : 0;
      node->all_claims = node->n_claims = use != NULL ? use->n_claims : 0;
    }
  for (guint i = self->nodes->len; i > 0; i--)
    {
      RapCodeNode *node = self->nodes->pdata[i - 1];

      if (node->parent == NULL)
        continue;
      node->parent->all_passages += node->all_passages;
      node->parent->all_claims += node->all_claims;
    }
}

static void
load_codes (RapCodebook *self)
{
  g_autoptr (GError) error = NULL;

  g_hash_table_remove_all (self->by_id);
  g_ptr_array_set_size (self->nodes, 0);
  if (self->session != NULL
      && !rap_store_foreach (rap_session_get_store (self->session), RAP_KIND_CODE, add_code, self, &error))
    g_info ("codebook: %s", error->message);
  link_nodes (self);
  if (self->uses != NULL)
    sum_uses (self);
}

static Use *
get_use (RapCodebook *self,
         const char  *code)
{
  Use *use = g_hash_table_lookup (self->uses, code);

  if (use == NULL)
    {
      use = g_new0 (Use, 1);
      g_hash_table_insert (self->uses, g_strdup (code), use);
    }
  return use;
}

static void
count_use (const char *code,
           RapKind     by,
           guint       n,
           gpointer    user_data)
{
  Use *use = get_use (user_data, code);

  if (by == RAP_KIND_CODING)
    use->n_passages = n;
  else
    use->n_claims = n;
}

static void
load_uses (RapCodebook *self)
{
  RapStore *store;
  g_autoptr (GPtrArray) recent = NULL;

  if (self->uses != NULL || self->session == NULL)
    return;
  store = rap_session_get_store (self->session);
  self->uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  rap_store_count_codes (store, count_use, self, NULL);
  recent = rap_store_list_recent_codes (store, RECENT_CODINGS, NULL);
  for (guint i = 0; recent != NULL && i < MIN (recent->len, MAX_RECENT); i++)
    g_ptr_array_add (self->recent, g_strdup (recent->pdata[i]));
  sum_uses (self);
}

static void
note_recent (RapCodebook *self,
             const char  *code)
{
  guint at;

  if (g_ptr_array_find_with_equal_func (self->recent, code, g_str_equal, &at))
    g_ptr_array_remove_index (self->recent, at);
  g_ptr_array_insert (self->recent, 0, g_strdup (code));
  if (self->recent->len > MAX_RECENT)
    g_ptr_array_set_size (self->recent, MAX_RECENT);
}

/* One code more or less on a passage or claim. @noted: it is being applied now. */
static void
shift_use (RapCodebook *self,
           const char  *code,
           RapKind      by,
           int          step,
           gboolean     noted)
{
  Use *use = get_use (self, code);
  guint *n = by == RAP_KIND_CODING ? &use->n_passages : &use->n_claims;

  if (step > 0 || *n > 0)
    *n = (guint) ((int) *n + step);
  if (noted)
    note_recent (self, code);
}

static gboolean
has_code (RapRecord  *record,
          const char *code)
{
  const RapClaim *claim = (const RapClaim *) record;

  return record != NULL && claim->codes != NULL && g_strv_contains ((const char * const *) claim->codes, code);
}

/* The codes of @record that @other has not. */
static void
shift_uses (RapCodebook *self,
            RapRecord   *record,
            RapRecord   *other,
            int          step)
{
  if (record == NULL)
    return;
  if (RAP_IS_CODING (record))
    {
      const char *code = RAP_CODING (record)->code;

      if (other == NULL || g_strcmp0 (RAP_CODING (other)->code, code) != 0)
        shift_use (self, code, RAP_KIND_CODING, step, step > 0);
    }
  else if (RAP_IS_CLAIM (record))
    {
      char **codes = RAP_CLAIM (record)->codes;

      for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
        if (!has_code (other, codes[i]))
          shift_use (self, codes[i], RAP_KIND_CLAIM, step, step > 0 && other != NULL);
    }
}

static gboolean
same_codes (RapRecord *a,
            RapRecord *b)
{
  if (a == NULL || b == NULL)
    return FALSE;
  if (RAP_IS_CODING (a))
    return g_strcmp0 (RAP_CODING (a)->code, RAP_CODING (b)->code) == 0;
  if (RAP_CLAIM (a)->codes == NULL || RAP_CLAIM (b)->codes == NULL)
    return RAP_CLAIM (a)->codes == RAP_CLAIM (b)->codes;
  return g_strv_equal ((const char * const *) RAP_CLAIM (a)->codes, (const char * const *) RAP_CLAIM (b)->codes);
}

void
rap_codebook_follow (RapCodebook    *self,
                     const RapEdits *edits)
{
  gboolean codes = FALSE, uses = FALSE;

  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);
      RapKind kind = rap_record_get_kind (rap_edit_get_record (edit));

      codes |= kind == RAP_KIND_CODE;
      if (self->uses == NULL || (kind != RAP_KIND_CODING && kind != RAP_KIND_CLAIM)
          || same_codes (edit->before, edit->after))
        continue;
      shift_uses (self, edit->before, edit->after, -1);
      shift_uses (self, edit->after, edit->before, 1);
      uses = TRUE;
    }
  if (codes)
    load_codes (self);
  else if (uses)
    sum_uses (self);
  if (codes || uses)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
rap_codebook_load_anew (RapCodebook *self)
{
  g_clear_pointer (&self->uses, g_hash_table_unref);
  load_codes (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
rap_codebook_finalize (GObject *object)
{
  RapCodebook *self = RAP_CODEBOOK (object);

  g_clear_weak_pointer (&self->session);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->roots);
  g_ptr_array_unref (self->recent);
  g_clear_pointer (&self->uses, g_hash_table_unref);

  G_OBJECT_CLASS (rap_codebook_parent_class)->finalize (object);
}

static void
rap_codebook_class_init (RapCodebookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_codebook_finalize;

  signals[CHANGED] = g_signal_new ("changed", RAP_TYPE_CODEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
rap_codebook_init (RapCodebook *self)
{
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->roots = g_ptr_array_new ();
  self->recent = g_ptr_array_new_with_free_func (g_free);
}

RapCodebook *
rap_codebook_new (RapSession *session)
{
  RapCodebook *self = g_object_new (RAP_TYPE_CODEBOOK, NULL);

  g_set_weak_pointer (&self->session, session);
  load_codes (self);
  return self;
}

RapSession *
rap_codebook_get_session (RapCodebook *self)
{
  return self->session;
}

GPtrArray *
rap_codebook_get_nodes (RapCodebook *self)
{
  g_return_val_if_fail (RAP_IS_CODEBOOK (self), NULL);

  load_uses (self);
  return self->nodes;
}

const RapCodeNode *
rap_codebook_find (RapCodebook *self,
                   const char  *id)
{
  g_return_val_if_fail (RAP_IS_CODEBOOK (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

const RapCodeNode *
rap_codebook_find_key (RapCodebook *self,
                       const char  *key)
{
  g_return_val_if_fail (RAP_IS_CODEBOOK (self), NULL);

  for (guint i = 0; key != NULL && i < self->nodes->len; i++)
    {
      const RapCodeNode *node = self->nodes->pdata[i];

      if (g_strcmp0 (node->code->key, key) == 0)
        return node;
    }
  return NULL;
}

gboolean
rap_codebook_is_below (RapCodebook *self,
                       const char  *id,
                       const char  *ancestor)
{
  const RapCodeNode *above = rap_codebook_find (self, ancestor);

  for (const RapCodeNode *node = rap_codebook_find (self, id); node != NULL; node = node->parent)
    if (node == above)
      return TRUE;
  return FALSE;
}

char *
rap_codebook_get_path (RapCodebook *self,
                       const char  *id)
{
  GString *path = g_string_new (NULL);

  for (const RapCodeNode *node = rap_codebook_find (self, id); node != NULL; node = node->parent)
    {
      g_string_prepend (path, node->code->name);
      if (node->parent != NULL)
        g_string_prepend (path, " › ");
    }
  return g_string_free (path, FALSE);
}

char *
rap_codebook_fold_name (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_auto (GStrv) words = g_strsplit_set (composed != NULL ? composed : name, " \t\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  return g_utf8_casefold (line->str, -1);
}

static gboolean
is_sibling_name (RapCodebook *self,
                 const char  *parent,
                 const char  *name)
{
  const RapCodeNode *above = rap_codebook_find (self, parent);
  GPtrArray *siblings = above != NULL ? above->children : self->roots;
  g_autofree char *folded = rap_codebook_fold_name (name);

  for (guint i = 0; i < siblings->len; i++)
    {
      const RapCodeNode *node = siblings->pdata[i];
      g_autofree char *other = rap_codebook_fold_name (node->code->name);

      if (g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

char *
rap_codebook_make_name (RapCodebook *self,
                        const char  *parent,
                        const char  *name)
{
  char *made = g_strdup (name);

  for (guint n = 2; is_sibling_name (self, parent, made); n++)
    {
      g_free (made);
      made = g_strdup_printf ("%s %u", name, n);
    }
  return made;
}

static gboolean
begins_words (const char *words,
              const char *path)
{
  g_autofree char *folded = rap_fold_name (path);
  g_autofree char *hay = g_strconcat (" ", folded, NULL);
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *needle = g_strconcat (" ", parts[i], NULL);

      if (*parts[i] != '\0' && strstr (hay, needle) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The smaller, the nearer to the top of the list. */
static guint
rank (RapCodebook       *self,
      const RapCodeNode *node,
      const char        *words)
{
  g_autofree char *name = rap_fold_name (node->code->name);
  guint at;

  if (*words != '\0' && g_str_equal (name, words))
    return 0;
  if (g_ptr_array_find_with_equal_func (self->recent, node->code->parent_instance.id, g_str_equal, &at))
    return 1 + at;
  return *words != '\0' && g_str_has_prefix (name, words) ? MAX_RECENT + 1 : MAX_RECENT + 2;
}

typedef struct
{
  gpointer node;
  guint    rank;
  guint    place;
} Match;

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const Match *one = a, *other = b;

  return one->rank != other->rank ? (one->rank > other->rank) - (one->rank < other->rank)
                                  : (one->place > other->place) - (one->place < other->place);
}

GPtrArray *
rap_codebook_match (RapCodebook *self,
                    const char  *text)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  GPtrArray *nodes = g_ptr_array_new ();
  g_autofree char *words = rap_fold_name (text);

  g_return_val_if_fail (RAP_IS_CODEBOOK (self), nodes);

  load_uses (self);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      RapCodeNode *node = self->nodes->pdata[i];
      g_autofree char *path = rap_codebook_get_path (self, node->code->parent_instance.id);
      Match match = { node, 0, i };

      if (!begins_words (words, path))
        continue;
      match.rank = rank (self, node, words);
      g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    g_ptr_array_add (nodes, g_array_index (matches, Match, i).node);
  return nodes;
}

const RapCodeNode *
rap_codebook_find_name (RapCodebook *self,
                        const char  *text)
{
  g_autofree char *folded = rap_codebook_fold_name (text);
  const RapCodeNode *found = NULL;
  guint n = 0;

  g_return_val_if_fail (RAP_IS_CODEBOOK (self), NULL);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const RapCodeNode *node = self->nodes->pdata[i];
      g_autofree char *path = rap_codebook_get_path (self, node->code->parent_instance.id);
      g_autofree char *folded_path = rap_codebook_fold_name (path);
      g_autofree char *name = rap_codebook_fold_name (node->code->name);

      if (g_str_equal (folded_path, folded))
        return node;
      if (!g_str_equal (name, folded))
        continue;
      found = node;
      n++;
    }
  return n == 1 ? found : NULL;
}
