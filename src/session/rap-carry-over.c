/* rap-carry-over.c
 *
 * Which older version there is, what of it is missing, and the copies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-carry-over.h"

#include <string.h>

#include "rap-carry-place-private.h"
#include "rap-session-private.h"
#include "rap-store-versions.h"

/* Scores from which on a place is taken for the right one, to be looked at. */
#define GOOD_CONTEXT 0.75   /* half of what stood around the quote is there */
#define SOME_CONTEXT 0.6
#define HARDLY_CHANGED 0.9
#define UNMISTAKABLE 16     /* code points of a quote that stands only once */

G_DEFINE_TYPE (RapCarryEntry, rap_carry_entry, G_TYPE_OBJECT)

static void
rap_carry_entry_finalize (GObject *object)
{
  RapCarryEntry *self = RAP_CARRY_ENTRY (object);

  g_clear_object (&self->record);
  rap_set_anchor (&self->anchor, NULL);
  rap_set_anchor (&self->cue, NULL);
  rap_set_anchor (&self->source, NULL);

  G_OBJECT_CLASS (rap_carry_entry_parent_class)->finalize (object);
}

static void
rap_carry_entry_class_init (RapCarryEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_carry_entry_finalize;
}

static void
rap_carry_entry_init (RapCarryEntry *self)
{
}

/* Versions */

/* Host in small letters and path, without scheme, fragment and slash at the end. (transfer full) */
static char *
tidy_address (const char *url)
{
  const char *host = strstr (url, "://");
  const char *start = host != NULL ? host + 3 : url;
  char *tidy = g_strndup (start, strcspn (start, "#"));
  gsize length = strlen (tidy);

  for (gsize i = 0; i < length && tidy[i] != '/' && tidy[i] != '?'; i++)
    tidy[i] = g_ascii_tolower (tidy[i]);
  while (length > 0 && tidy[length - 1] == '/')
    tidy[--length] = '\0';
  return tidy;
}

typedef struct
{
  char      *address;
  GPtrArray *ids;
} Addresses;

static void
take_address_cb (const char *id,
                 const char *url,
                 gpointer    user_data)
{
  Addresses *addresses = user_data;
  g_autofree char *address = tidy_address (url);

  if (g_str_equal (address, addresses->address))
    g_ptr_array_add (addresses->ids, g_strdup (id));
}

static RapArticle *
load_article (RapSession  *self,
              const char  *id,
              GError     **error)
{
  RapRecord *record = rap_session_load (self, RAP_KIND_ARTICLE, id, error);

  return record != NULL ? RAP_ARTICLE (record) : NULL;
}

static gboolean
is_other_text (const RapArticle *a,
               const RapArticle *b)
{
  return g_strcmp0 (a->sha256, b->sha256) != 0;
}

/* (transfer full), or NULL */
static RapArticle *
find_by_address (RapSession       *self,
                 const RapArticle *article)
{
  g_autofree char *address = tidy_address (article->url);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Addresses addresses = { address, ids };

  if (*address == '\0'
      || !rap_store_foreach_address (rap_session_get_store (self), address, take_address_cb, &addresses, NULL))
    return NULL;
  for (guint i = ids->len; i > 0; i--)
    {
      g_autoptr (RapArticle) other = load_article (self, ids->pdata[i - 1], NULL);

      if (other != NULL && is_other_text (other, article)
          && rap_record_compare ((const RapRecord *) other, (const RapRecord *) article) < 0)
        return g_steal_pointer (&other);
    }
  return NULL;
}

RapArticle *
rap_session_find_older_version (RapSession       *self,
                                const RapArticle *article)
{
  g_autoptr (RapArticle) original = NULL;
  RapArticle *found;

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  found = find_by_address (self, article);
  if (found != NULL || article->copied_from == NULL)
    return found;
  original = load_article (self, article->copied_from, NULL);
  if (original == NULL || !is_other_text (original, article) || g_strcmp0 (original->outlet, article->outlet) != 0)
    return NULL;
  return g_steal_pointer (&original);
}

/* What was carried over */

/* Always the same for the same two: a name-based UUID (RFC 4122, version 5). (transfer full) */
static char *
make_id (const char *newer,
         const char *record)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 d[20];
  gsize length = sizeof d;

  g_checksum_update (checksum, (const guchar *) newer, -1);
  g_checksum_update (checksum, (const guchar *) record, -1);
  g_checksum_get_digest (checksum, d, &length);
  d[6] = (d[6] & 0x0f) | 0x50;
  d[8] = (d[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11], d[12], d[13], d[14],
                          d[15]);
}

static gboolean
has_id (GPtrArray  *records,
        const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (((RapRecord *) records->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

/* The ids of @records, borrowed. (transfer full) */
static GHashTable *
collect_ids (GPtrArray *records)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (ids, ((RapRecord *) records->pdata[i])->id);
  return ids;
}

guint
rap_carry_over_count (RapSession       *self,
                      const RapArticle *older,
                      const RapArticle *newer)
{
  const char *id = ((const RapRecord *) newer)->id;
  g_autoptr (GPtrArray) old = rap_session_load_annotations (self, ((const RapRecord *) older)->id, NULL);
  g_autoptr (GPtrArray) new = rap_session_load_annotations (self, id, NULL);
  g_autoptr (GHashTable) ids = NULL;
  guint n = 0;

  if (old == NULL || new == NULL)
    return 0;
  ids = collect_ids (new);
  for (guint i = 0; i < old->len; i++)
    {
      g_autofree char *copy = make_id (id, ((RapRecord *) old->pdata[i])->id);

      n += !g_hash_table_contains (ids, copy);
    }
  return n;
}

/* Whether two annotations say the same, wherever they stand. */
static gboolean
says_the_same (RapRecord *a,
               RapRecord *b)
{
  if (rap_record_get_kind (a) != rap_record_get_kind (b))
    return FALSE;
  if (RAP_IS_MENTION (a))
    return g_strcmp0 (RAP_MENTION (a)->entity, RAP_MENTION (b)->entity) == 0;
  if (RAP_IS_CODING (a))
    return g_strcmp0 (RAP_CODING (a)->code, RAP_CODING (b)->code) == 0;
  if (RAP_IS_EVIDENCE (a))
    return g_strcmp0 (RAP_EVIDENCE (a)->meeting, RAP_EVIDENCE (b)->meeting) == 0
           && RAP_EVIDENCE (a)->aspect == RAP_EVIDENCE (b)->aspect;
  return g_strcmp0 (RAP_CLAIM (a)->proposition, RAP_CLAIM (b)->proposition) == 0
         && g_strcmp0 (RAP_CLAIM (a)->speaker, RAP_CLAIM (b)->speaker) == 0;
}

/* Where the annotation would stand, somebody made the same already. */
static gboolean
is_there (const RapCarryEntry *entry,
          GPtrArray           *records)
{
  for (guint i = 0; entry->anchor != NULL && i < records->len; i++)
    if (rap_anchor_equal (rap_record_get_anchor (records->pdata[i]), entry->anchor)
        && says_the_same (records->pdata[i], entry->record))
      return TRUE;
  return FALSE;
}

/* Judging */

static gboolean
is_unmistakable (const RapCarryPlace *place)
{
  return place->only
         && (place->score >= SOME_CONTEXT || g_utf8_strlen (place->anchor->exact, -1) >= UNMISTAKABLE);
}

static RapCarryState
judge (const RapCarryPlace *place)
{
  if (place->anchor == NULL)
    return RAP_CARRY_LOST;
  if (!place->same)
    return place->score >= HARDLY_CHANGED ? RAP_CARRY_LIKELY : RAP_CARRY_DOUBTFUL;
  if (is_unmistakable (place))
    return RAP_CARRY_EXACT;
  return place->only || place->score >= SOME_CONTEXT ? RAP_CARRY_LIKELY : RAP_CARRY_DOUBTFUL;
}

/* Cue or source; how sure its place is lowers how sure the claim's is. */
static void
place_part (RapCarryEntry    *self,
            RapCarryTexts    *texts,
            const RapAnchor  *old,
            gint64            shift,
            RapAnchor       **part,
            gboolean         *lost)
{
  RapCarryPlace place;
  RapCarryState state;

  if (old == NULL)
    return;
  place = rap_carry_texts_place (texts, old, shift);
  state = judge (&place);
  rap_set_anchor (part, place.anchor);
  g_clear_pointer (&place.anchor, rap_anchor_unref);
  *lost = state == RAP_CARRY_LOST;
  /* a word like “said” stands in many places: that it is the same word is what counts */
  if (self->state != RAP_CARRY_LOST)
    self->state = MAX (self->state, MIN (state, RAP_CARRY_DOUBTFUL));
}

static gint64
get_start (const RapAnchor *anchor)
{
  return rap_anchor_get_hull (anchor).start;
}

static void
place_entry (RapCarryEntry *self,
             RapCarryTexts *texts,
             gint64         shift)
{
  const RapAnchor *old = rap_record_get_anchor (self->record);
  RapCarryPlace place = rap_carry_texts_place (texts, old, shift);

  self->state = judge (&place);
  self->score = place.score;
  rap_set_anchor (&self->anchor, place.anchor);
  rap_set_anchor (&self->cue, NULL);
  rap_set_anchor (&self->source, NULL);
  if (place.anchor != NULL && RAP_IS_CLAIM (self->record))
    {
      shift = get_start (place.anchor) - get_start (old);
      place_part (self, texts, RAP_CLAIM (self->record)->cue, shift, &self->cue, &self->lost_cue);
      place_part (self, texts, RAP_CLAIM (self->record)->source, shift, &self->source, &self->lost_source);
    }
  g_clear_pointer (&place.anchor, rap_anchor_unref);
  self->ticked = self->state == RAP_CARRY_EXACT
                 || (self->state == RAP_CARRY_LIKELY && place.same && self->score >= GOOD_CONTEXT);
}

/* Places that are certain show how far the text around them moved. */
static void
place_all (RapCarryPlan *plan)
{
  g_autoptr (RapCarryTexts) texts = rap_carry_texts_new (plan->older->text, plan->newer->text);
  gint64 shift = 0;

  for (guint i = 0; i < plan->entries->len; i++)
    place_entry (plan->entries->pdata[i], texts, 0);
  for (guint i = 0; i < plan->entries->len; i++)
    {
      RapCarryEntry *entry = plan->entries->pdata[i];

      if (entry->state == RAP_CARRY_EXACT)
        shift = get_start (entry->anchor) - get_start (rap_record_get_anchor (entry->record));
      else if (shift != 0 && entry->state != RAP_CARRY_LOST)
        place_entry (entry, texts, shift);
    }
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const RapCarryEntry *x = *(RapCarryEntry * const *) a;
  const RapCarryEntry *y = *(RapCarryEntry * const *) b;

  if (x->state != y->state)
    return x->state < y->state ? -1 : 1;
  return rap_range_compare (rap_anchor_get_hull (rap_record_get_anchor (x->record)),
                            rap_anchor_get_hull (rap_record_get_anchor (y->record)));
}

static void
mark_done (RapCarryPlan *plan,
           GPtrArray    *there)
{
  const char *id = RAP_RECORD (plan->newer)->id;
  g_autoptr (GHashTable) ids = collect_ids (there);

  for (guint i = 0; i < plan->entries->len; i++)
    {
      RapCarryEntry *entry = plan->entries->pdata[i];
      g_autofree char *copy = make_id (id, entry->record->id);

      if (!g_hash_table_contains (ids, copy) && !is_there (entry, there))
        continue;
      entry->state = RAP_CARRY_DONE;
      entry->ticked = FALSE;
    }
}

RapCarryPlan *
rap_carry_over_plan (RapSession  *self,
                     const char  *older,
                     const char  *newer,
                     GError     **error)
{
  g_autoptr (RapCarryPlan) plan = g_new0 (RapCarryPlan, 1);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) there = NULL;

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  plan->entries = g_ptr_array_new_with_free_func (g_object_unref);
  if (g_str_equal (older, newer))
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_INVALID, "an article is not another version of itself");
      return NULL;
    }
  plan->older = load_article (self, older, error);
  plan->newer = plan->older != NULL ? load_article (self, newer, error) : NULL;
  records = plan->newer != NULL ? rap_session_load_annotations (self, older, error) : NULL;
  there = records != NULL ? rap_session_load_annotations (self, newer, error) : NULL;
  if (there == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      RapCarryEntry *entry = g_object_new (RAP_TYPE_CARRY_ENTRY, NULL);

      entry->record = g_object_ref (records->pdata[i]);
      g_ptr_array_add (plan->entries, entry);
    }
  place_all (plan);
  mark_done (plan, there);
  g_ptr_array_sort (plan->entries, compare_entries);
  return g_steal_pointer (&plan);
}

void
rap_carry_plan_free (RapCarryPlan *self)
{
  g_clear_object (&self->older);
  g_clear_object (&self->newer);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

guint
rap_carry_plan_count (const RapCarryPlan *self,
                      RapCarryState       state)
{
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    n += RAP_CARRY_ENTRY (self->entries->pdata[i])->state == state;
  return n;
}

guint
rap_carry_plan_count_ticked (const RapCarryPlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    n += RAP_CARRY_ENTRY (self->entries->pdata[i])->ticked;
  return n;
}

gboolean
rap_carry_entry_place (RapCarryEntry    *self,
                       const RapArticle *newer,
                       RapRange          range)
{
  RapRange trimmed = rap_session_trim_passage (newer, range);
  g_autoptr (RapAnchor) anchor = rap_anchor_new (newer->text, &trimmed, 1);

  if (anchor == NULL)
    return FALSE;
  rap_set_anchor (&self->anchor, anchor);
  if (RAP_IS_CLAIM (self->record))
    {
      self->lost_cue = RAP_CLAIM (self->record)->cue != NULL && self->cue == NULL;
      self->lost_source = RAP_CLAIM (self->record)->source != NULL && self->source == NULL;
    }
  self->by_hand = TRUE;
  self->ticked = TRUE;
  return TRUE;
}

/* Copies */

/* (transfer full) */
static RapRecord *
copy_record (const RapCarryEntry *entry,
             const char          *newer,
             const char          *id)
{
  RapRecord *copy = rap_record_copy (entry->record);
  const RapField *article = rap_kind_find_field (rap_record_get_kind (copy), "article");
  RapAnchor **anchor = RAP_IS_CLAIM (copy) ? &RAP_CLAIM (copy)->content : NULL;

  rap_set_string (&copy->id, id);
  rap_set_string (&copy->analyst, "");
  copy->created = 0;
  copy->modified = 0;
  rap_set_string (&rap_record_member (copy, article, char *), newer);
  if (anchor == NULL)
    anchor = &rap_record_member (copy, rap_kind_find_field (rap_record_get_kind (copy), "anchor"), RapAnchor *);
  rap_set_anchor (anchor, entry->anchor);
  if (RAP_IS_CLAIM (copy))
    {
      rap_set_anchor (&RAP_CLAIM (copy)->cue, entry->cue);
      rap_set_anchor (&RAP_CLAIM (copy)->source, entry->source);
    }
  return copy;
}

/* Whether @from goes back to @id by copied_from. */
static gboolean
leads_to (RapSession       *self,
          const RapArticle *from,
          const char       *id)
{
  g_autoptr (RapArticle) article = g_object_ref ((RapArticle *) from);

  while (article != NULL && g_strcmp0 (RAP_RECORD (article)->id, id) != 0)
    {
      g_autoptr (RapArticle) next = article->copied_from != NULL ? load_article (self, article->copied_from, NULL) : NULL;

      g_set_object (&article, next);
    }
  return article != NULL;
}

/* As it is stored now. */
static gboolean
add_link (RapSession          *self,
          const RapCarryPlan  *plan,
          RapEdits            *edits,
          GError             **error)
{
  g_autoptr (RapArticle) newer = load_article (self, RAP_RECORD (plan->newer)->id, error);
  g_autoptr (RapArticle) linked = NULL;

  if (newer == NULL)
    return FALSE;
  if (newer->copied_from != NULL || leads_to (self, plan->older, RAP_RECORD (newer)->id))
    return TRUE;
  linked = RAP_ARTICLE (rap_record_copy (RAP_RECORD (newer)));
  rap_set_string (&linked->copied_from, RAP_RECORD (plan->older)->id);
  rap_edits_replace (edits, RAP_RECORD (newer), RAP_RECORD (linked));
  return TRUE;
}

RapEdits *
rap_carry_over_build (RapSession          *self,
                      const RapCarryPlan  *plan,
                      const char          *label,
                      guint               *n,
                      GError             **error)
{
  const char *newer = RAP_RECORD (plan->newer)->id;
  g_autoptr (RapEdits) edits = rap_edits_new (label);
  g_autoptr (GPtrArray) there = rap_session_load_annotations (self, newer, error);
  guint count = 0;

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  if (there == NULL)
    return NULL;
  for (guint i = 0; i < plan->entries->len; i++)
    {
      const RapCarryEntry *entry = plan->entries->pdata[i];
      g_autofree char *id = make_id (newer, entry->record->id);
      g_autoptr (RapRecord) copy = NULL;

      if (!entry->ticked || entry->anchor == NULL || entry->state == RAP_CARRY_DONE || has_id (there, id))
        continue;
      copy = copy_record (entry, newer, id);
      rap_edits_insert (edits, copy);
      count++;
    }
  if (count > 0 && !add_link (self, plan, edits, error))
    return NULL;
  if (n != NULL)
    *n = count;
  return g_steal_pointer (&edits);
}
