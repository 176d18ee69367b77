/* rap-importing.c
 *
 * The main thread's half of an import: incoming pages become articles (with
 * the outlet's entity where it is new), native documents become records, and a
 * whole argument is committed as one group. Copies are reported, never merged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-importing-private.h"

#include <string.h>

#include "rap-codebook-private.h"
#include "rap-codebook-qdc.h"
#include "rap-fold.h"
#include "rap-native-reader.h"
#include "rap-read-ahead.h"
#include "rap-reading-marks.h"
#include "rap-saving-private.h"
#include "rap-session-private.h"
#include "rap-shingle.h"

/* From here on two bodies are reported as near-duplicates: the best of them. */
#define NEAR_SCORE    0.0625
#define MAX_NEAR      20
/* So many articles are compared with every stored one; for more an index is made. */
#define MAX_COMPARING 8
/* Of them, what is loaded, and put into the index, between two looks at the clock. */
#define KNOWN_AT_ONCE 500

typedef struct
{
  char               *id;
  RapShingleSignature signature;
} Known;

struct _RapImporter
{
  RapSession *session;       /* borrowed */
  char       *outlet;
  RapEdtf    *published;
  gboolean    keep_boilerplate;

  RapEdits   *edits;         /* of the group in the making */
  RapEdits   *spent;         /* of the one before, or NULL */
  RapSaving  *saving;        /* of that group, or NULL */
  guint       first_result;  /* of the group in the making */
  GPtrArray  *results;       /* RapImportResult */
  GPtrArray  *detected;      /* RapDetected, of the group */
  GHashTable *outlets;       /* folded name -> entity id, new ones included */
  GHashTable *digests;       /* sha256 -> article id, of the group */
  GHashTable *added;         /* ids the group inserts */
  GArray     *known;         /* Known, stored and of the group; NULL until needed */
  gint64      known_after;   /* where loading them goes on */
  gboolean    known_all;     /* they are loaded */
  gboolean    is_first;      /* the project has no article, and had none before */
  guint       n_compared;    /* articles, with all those known */
  RapShingleIndex *index;    /* of those known; NULL until it pays */
};

static void
known_clear (Known *self)
{
  g_free (self->id);
}

static void
duplicate_free (RapImportDuplicate *self)
{
  g_free (self->article);
  g_free (self);
}

static RapImportResult *
add_result (RapImporter *self,
            const char  *file,
            const char  *part)
{
  RapImportResult *result = g_new0 (RapImportResult, 1);

  result->file = g_strdup (file);
  result->part = g_strdup (part);
  result->detected = g_ptr_array_new_with_free_func (g_free);
  result->duplicates = g_ptr_array_new_with_free_func ((GDestroyNotify) duplicate_free);
  result->unknown = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->results, result);
  return result;
}

static void
remember_signature (const char *article,
                    GBytes     *signature,
                    gpointer    user_data)
{
  RapImporter *self = user_data;
  gsize size;
  const void *data = g_bytes_get_data (signature, &size);
  Known known;

  if (size != sizeof known.signature)
    return;
  known.id = g_strdup (article);
  memcpy (&known.signature, data, sizeof known.signature);
  g_array_append_val (self->known, known);
}

static void
load_some_known (RapImporter *self)
{
  if (self->known == NULL)
    {
      self->known = g_array_new (FALSE, FALSE, sizeof (Known));
      g_array_set_clear_func (self->known, (GDestroyNotify) known_clear);
      self->known_after = 0;
      self->is_first = rap_session_count (self->session, RAP_KIND_ARTICLE) == 0;
    }
  self->known_after = rap_store_read_signatures (rap_session_get_store (self->session), self->known_after,
                                                 KNOWN_AT_ONCE, remember_signature, self, NULL);
  self->known_all = self->known_after == 0;
}

static void
index_some_known (RapImporter *self)
{
  guint first = rap_shingle_index_length (self->index);

  for (guint i = first; i < self->known->len && i < first + KNOWN_AT_ONCE; i++)
    rap_shingle_index_add (self->index, &g_array_index (self->known, Known, i).signature);
}

gboolean
rap_importer_get_ready (RapImporter *self,
                        gint64       until)
{
  while (!self->known_all)
    {
      if (g_get_monotonic_time () >= until)
        return FALSE;
      load_some_known (self);
    }
  if (self->n_compared < MAX_COMPARING)
    return TRUE;
  if (self->index == NULL)
    self->index = rap_shingle_index_new ();
  while (rap_shingle_index_length (self->index) < self->known->len)
    {
      if (g_get_monotonic_time () >= until)
        return FALSE;
      index_some_known (self);
    }
  return TRUE;
}

static void
add_duplicate (RapImportResult *result,
               const char      *article,
               gboolean         exact,
               double           score)
{
  RapImportDuplicate *duplicate = g_new0 (RapImportDuplicate, 1);

  duplicate->article = g_strdup (article);
  duplicate->exact = exact;
  duplicate->score = score;
  g_ptr_array_add (result->duplicates, duplicate);
}

/* The best first, among equals the earlier one. */
static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const RapShingleMatch *one = a, *other = b;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;
  return one->item < other->item ? -1 : 1;
}

/* (transfer full) (element-type RapShingleMatch): items are places in @known */
static GArray *
compare_with_all (RapImporter               *self,
                  const RapShingleSignature *signature)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (RapShingleMatch));

  for (guint i = 0; i < self->known->len; i++)
    {
      RapShingleMatch match = { i, rap_shingle_similarity (signature, &g_array_index (self->known, Known, i).signature) };

      if (match.score >= NEAR_SCORE)
        g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare_matches);
  return matches;
}

static GArray *
find_near (RapImporter               *self,
           const RapShingleSignature *signature)
{
  self->n_compared++;
  return self->index != NULL ? rap_shingle_index_find (self->index, signature, NEAR_SCORE) : compare_with_all (self, signature);
}

static void
find_duplicates (RapImporter      *self,
                 RapImportResult  *result,
                 RapArticle       *article)
{
  g_autofree char *stored = NULL;
  const char *exact = g_hash_table_lookup (self->digests, article->sha256);
  Known known = { .signature = rap_article_signature (article) };
  g_autoptr (GArray) near = NULL;

  rap_importer_get_ready (self, G_MAXINT64);
  if (exact == NULL && !self->is_first)
    exact = stored = rap_store_find_article_by_sha256 (rap_session_get_store (self->session), article->sha256);
  if (exact != NULL)
    add_duplicate (result, exact, TRUE, 1);
  near = find_near (self, &known.signature);
  for (guint i = 0; i < near->len && result->duplicates->len < MAX_NEAR; i++)
    {
      const RapShingleMatch *match = &g_array_index (near, RapShingleMatch, i);
      const Known *other = &g_array_index (self->known, Known, match->item);

      if (g_strcmp0 (exact, other->id) != 0)
        add_duplicate (result, other->id, FALSE, match->score);
    }

  known.id = g_strdup (article->parent_instance.id);
  g_array_append_val (self->known, known);
  g_hash_table_insert (self->digests, g_strdup (article->sha256), g_strdup (known.id));
}

static void
note_outlet (const char    *entity,
             RapEntityKind  kind,
             const char    *name,
             gboolean       is_main,
             gpointer       user_data)
{
  RapImporter *self = user_data;

  if (kind == RAP_ENTITY_OUTLET)
    g_hash_table_insert (self->outlets, rap_fold_name (name), g_strdup (entity));
}

/* The id of the outlet of that name; a new entity goes into the group. */
static const char *
get_outlet (RapImporter *self,
            const char  *name)
{
  g_autofree char *folded = rap_fold_name (name);
  const char *id;

  if (self->outlets == NULL)
    {
      self->outlets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      rap_store_foreach_name (rap_session_get_store (self->session), note_outlet, self, NULL);
    }
  id = g_hash_table_lookup (self->outlets, folded);
  if (id == NULL)
    {
      g_autoptr (RapRecord) entity = rap_record_new (RAP_KIND_ENTITY);

      RAP_ENTITY (entity)->kind = RAP_ENTITY_OUTLET;
      rap_set_string (&RAP_ENTITY (entity)->name, name);
      rap_edits_insert (self->edits, entity);
      id = g_strdup (entity->id);
      g_hash_table_insert (self->outlets, g_steal_pointer (&folded), (gpointer) id);
    }
  return id;
}

/* What only the project and the user can say is filled in. */
static void
complete_article (RapImporter *self,
                  RapArticle  *article,
                  const char  *outlet)
{
  if (outlet != NULL && *outlet != '\0')
    rap_set_string (&article->outlet, get_outlet (self, outlet));
  if (article->published == NULL && self->published != NULL)
    article->published = rap_edtf_ref (self->published);
  rap_session_stamp (self->session, &article->parent_instance);
  rap_record_seal (&article->parent_instance);
}

static const char *
get_value (const RapExtract *page,
           const char       *member)
{
  const struct
  {
    const char *member;
    const char *value;
  } values[] = {
    { "title", page->title }, { "outlet", page->outlet }, { "published", page->published }, { "byline", page->byline },
    { "url", page->url }, { "language", page->language }, { "direction", page->direction },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (g_str_equal (member, values[i].member))
      return values[i].value;
  return NULL;
}

/* For the report, and to be kept beside the article. */
static void
report_detected (RapImporter       *self,
                 RapImportResult   *result,
                 const RapIncoming *incoming)
{
  const GPtrArray *found = incoming->page->found;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const RapExtractSource *source = g_ptr_array_index (found, i);

      g_ptr_array_add (result->detected, g_strdup (source->member));
      g_ptr_array_add (result->detected, g_strdup (source->where));
      g_ptr_array_add (self->detected, rap_detected_new (result->article, source->member,
                                                         get_value (incoming->page, source->member), source->where));
    }
  if (incoming->charset != NULL)
    {
      g_ptr_array_add (result->detected, g_strdup ("charset"));
      g_ptr_array_add (result->detected, incoming->n_replaced == 0 ? g_strdup (incoming->charset)
                       : g_strdup_printf ("%s, with %u unreadable bytes", incoming->charset, incoming->n_replaced));
    }
}

static void
add_page (RapImporter *self,
          RapIncoming *incoming)
{
  RapImportResult *result = add_result (self, incoming->file, incoming->part);
  g_autoptr (RapArticle) article = g_steal_pointer (&incoming->article);
  const char *outlet = incoming->page->outlet != NULL ? incoming->page->outlet : self->outlet;

  complete_article (self, article, outlet);
  result->article = g_strdup (article->parent_instance.id);
  result->title = g_strdup (article->title);
  result->outlet = g_strdup (outlet);
  result->published = article->published != NULL ? g_strdup (article->published->text) : NULL;
  result->n_records = 1;
  report_detected (self, result, incoming);
  find_duplicates (self, result, article);
  rap_edits_insert (self->edits, &article->parent_instance);
}

static RapRecord *
find_stored (RapKind     kind,
             const char *id,
             gpointer    user_data)
{
  RapImporter *self = user_data;

  if (id == NULL)
    return rap_session_load_project (self->session);
  return rap_session_load (self->session, kind, id, NULL);
}

/* A record of a native document: new, or there already and the same. */
static gboolean
add_native_record (RapImporter  *self,
                   RapRecord    *record,
                   guint        *n_records,
                   GError      **error)
{
  RapKind kind = rap_record_get_kind (record);
  g_autoptr (RapRecord) stored = rap_session_load (self->session, kind, record->id, NULL);

  rap_record_seal (record);
  if (stored != NULL && rap_record_equal (stored, record))
    return TRUE;
  if (stored != NULL)
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_EXISTS,
                   "%s %s: the project has it already, and it differs; use apply to change it",
                   rap_kind_get_nick (kind), record->id);
      return FALSE;
    }
  if (!g_hash_table_add (self->added, g_strdup (record->id)))
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_EXISTS, "%s %s: the id occurs twice",
                   rap_kind_get_nick (kind), record->id);
      return FALSE;
    }
  rap_edits_insert (self->edits, record);
  ++*n_records;
  return TRUE;
}

/* An empty project takes the title and the identity of the document it is filled from. */
static void
add_native_project (RapImporter       *self,
                    RapNativeDocument *document)
{
  g_autoptr (RapRecord) present = NULL;
  RapRecord *given;

  if (document->records[RAP_KIND_PROJECT]->len == 0)
    return;
  for (RapKind kind = RAP_KIND_CODE; kind < RAP_N_KINDS; kind++)
    if (rap_session_count (self->session, kind) > 0)
      return;
  if (self->edits->edits->len > 0)
    return;

  present = rap_session_load_project (self->session);
  given = rap_record_seal (g_ptr_array_index (document->records[RAP_KIND_PROJECT], 0));
  if (present == NULL || rap_record_equal (present, given))
    return;
  rap_edits_delete (self->edits, present);
  rap_edits_insert (self->edits, given);
}

static gboolean
add_native_records (RapImporter        *self,
                    RapNativeDocument  *document,
                    RapImportResult    *result,
                    GError            **error)
{
  add_native_project (self, document);
  for (RapKind kind = RAP_KIND_CODE; kind < RAP_N_KINDS; kind++)
    for (guint i = 0; i < document->records[kind]->len; i++)
      if (!add_native_record (self, g_ptr_array_index (document->records[kind], i), &result->n_records, error))
        return FALSE;
  return TRUE;
}

static const char *
find_entity_name (RapNativeDocument *document,
                  const char        *id)
{
  for (guint i = 0; id != NULL && i < document->records[RAP_KIND_ENTITY]->len; i++)
    {
      const RapEntity *entity = g_ptr_array_index (document->records[RAP_KIND_ENTITY], i);

      if (g_str_equal (entity->parent_instance.id, id))
        return entity->name;
    }
  return NULL;
}

/* One result an article; the first also stands for the rest of the document. */
static void
report_native_articles (RapImporter       *self,
                        RapNativeDocument *document,
                        RapImportResult   *result)
{
  GPtrArray *articles = document->records[RAP_KIND_ARTICLE];

  for (guint i = 0; i < articles->len; i++)
    {
      const RapArticle *article = g_ptr_array_index (articles, i);

      if (i > 0)
        result = add_result (self, result->file, result->part);
      result->article = g_strdup (article->parent_instance.id);
      result->title = g_strdup (article->title);
      result->published = article->published != NULL ? g_strdup (article->published->text) : NULL;
      result->outlet = g_strdup (find_entity_name (document, article->outlet));
    }
}

/* A bad document leaves the group as it was, so that the other files come in. */
static void
take_back (RapImporter *self,
           guint        n_before)
{
  for (guint i = n_before; i < self->edits->edits->len; i++)
    g_hash_table_remove (self->added, rap_edit_get_record (rap_edits_get (self->edits, i))->id);
  g_array_set_size (self->edits->edits, n_before);
}

/* Nothing but codes, and no head of a project: a codebook that another one exported. */
static gboolean
is_codebook (RapNativeDocument *document)
{
  for (RapKind kind = 0; kind < RAP_N_KINDS; kind++)
    if ((document->records[kind]->len > 0) != (kind == RAP_KIND_CODE))
      return FALSE;
  return TRUE;
}

static void
add_codes (RapImporter     *self,
           GPtrArray       *codes,
           RapImportResult *result)
{
  guint n_before = self->edits->edits->len;

  if (rap_codebook_add_import (rap_session_get_codebook (self->session), self->edits, codes, result->unknown,
                               &result->n_records, &result->error)
      && rap_session_check_edits (self->session, self->edits, n_before, &result->error))
    {
      for (guint i = n_before; i < self->edits->edits->len; i++)
        g_hash_table_add (self->added, g_strdup (rap_edit_get_record (rap_edits_get (self->edits, i))->id));
      return;
    }
  take_back (self, n_before);
  result->n_records = 0;
}

static void
add_native (RapImporter       *self,
            const RapIncoming *incoming)
{
  RapImportResult *result = add_result (self, incoming->file, incoming->part);
  RapNativeStored stored = { find_stored, self };
  g_autoptr (RapNativeDocument) document = rap_native_read (incoming->native, 0, &stored, NULL, &result->error);
  guint n_before = self->edits->edits->len;

  if (document == NULL)
    return;
  for (guint i = 0; i < document->unknown->len; i++)
    g_ptr_array_add (result->unknown, g_strdup (g_ptr_array_index (document->unknown, i)));
  if (is_codebook (document))
    {
      add_codes (self, document->records[RAP_KIND_CODE], result);
      return;
    }
  if (!add_native_records (self, document, result, &result->error)
      || !rap_session_check_edits (self->session, self->edits, n_before, &result->error))
    {
      take_back (self, n_before);
      result->n_records = 0;
      return;
    }
  report_native_articles (self, document, result);
}

static void
add_codebook (RapImporter       *self,
              const RapIncoming *incoming)
{
  RapImportResult *result = add_result (self, incoming->file, incoming->part);
  g_autoptr (GPtrArray) codes = rap_qdc_read (incoming->codebook, result->unknown, &result->error);

  if (codes != NULL)
    add_codes (self, codes, result);
}

static void
begin_group (RapImporter *self)
{
  g_clear_pointer (&self->saving, rap_saving_free);
  rap_importer_forget (self);
  self->spent = g_steal_pointer (&self->edits);
  self->edits = rap_edits_new ("Import");
  self->first_result = self->results->len;
  self->is_first = FALSE;
  g_ptr_array_set_size (self->detected, 0);
  g_hash_table_remove_all (self->digests);
  g_hash_table_remove_all (self->added);
}

RapImporter *
rap_importer_new (RapSession             *session,
                  const RapImportOptions *options)
{
  RapImporter *self = g_new0 (RapImporter, 1);

  self->session = session;
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_import_result_free);
  self->detected = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_detected_free);
  self->digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (options != NULL)
    {
      self->outlet = g_strdup (options->outlet);
      self->published = options->published != NULL ? rap_edtf_parse (options->published, NULL) : NULL;
      self->keep_boilerplate = options->keep_boilerplate;
    }
  begin_group (self);
  return self;
}

void
rap_importer_free (RapImporter *self)
{
  g_clear_pointer (&self->saving, rap_saving_free);
  g_free (self->outlet);
  g_clear_pointer (&self->published, rap_edtf_unref);
  g_clear_pointer (&self->edits, rap_edits_free);
  rap_importer_forget (self);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_ptr_array_unref (self->detected);
  g_clear_pointer (&self->outlets, g_hash_table_unref);
  g_hash_table_unref (self->digests);
  g_hash_table_unref (self->added);
  g_clear_pointer (&self->known, g_array_unref);
  g_clear_pointer (&self->index, rap_shingle_index_free);
  g_free (self);
}

void
rap_importer_add (RapImporter *self,
                  RapIncoming *incoming)
{
  if (incoming->native != NULL)
    add_native (self, incoming);
  else if (incoming->codebook != NULL)
    add_codebook (self, incoming);
  else if (incoming->page != NULL)
    add_page (self, incoming);
  else
    add_result (self, incoming->file, incoming->part)->error = g_error_copy (incoming->error);
}

void
rap_importer_add_bytes (RapImporter *self,
                        GBytes      *bytes,
                        const char  *name,
                        const char  *format)
{
  g_autoptr (RapReadAhead) ahead = rap_read_ahead_new_bytes (bytes, name, format, self->keep_boilerplate, NULL);
  RapIncoming *next;

  while ((next = rap_read_ahead_take (ahead, NULL)) != NULL)
    {
      g_autoptr (RapIncoming) incoming = next;

      rap_importer_add (self, incoming);
    }
}

guint
rap_importer_count (RapImporter *self)
{
  return self->results->len;
}

/* Results of files that came in, how many files they are, and one of them. */
static guint
count_good (RapImporter            *self,
            guint                  *n_files,
            const RapImportResult **one)
{
  const char *last = NULL;
  guint n_good = 0;

  *n_files = 0;
  for (guint i = self->first_result; i < self->results->len; i++)
    {
      const RapImportResult *result = g_ptr_array_index (self->results, i);

      if (result->error != NULL)
        continue;
      *n_files += g_strcmp0 (last, result->file) != 0;
      last = result->file;
      *one = result;
      n_good++;
    }
  return n_good;
}

/* "Import “Talks at the border”", "Import “articles.json”" or "Import 12 files". */
static char *
make_label (RapImporter *self)
{
  const RapImportResult *one = NULL;
  guint n_files;
  guint n_good = count_good (self, &n_files, &one);
  g_autofree char *name = NULL;

  if (n_files != 1)
    return g_strdup_printf ("Import %u files", n_files);
  name = n_good == 1 && one->title != NULL ? g_strdup (one->title) : g_filename_display_basename (one->file);
  return g_strdup_printf ("Import “%s”", name);
}

/* Nothing of the group came in, so the names it made known are not there either. */
static void
fail_group (RapImporter  *self,
            const GError *error)
{
  g_clear_pointer (&self->outlets, g_hash_table_unref);
  g_clear_pointer (&self->known, g_array_unref);
  g_clear_pointer (&self->index, rap_shingle_index_free);
  self->known_all = FALSE;
  for (guint i = self->first_result; i < self->results->len; i++)
    {
      RapImportResult *result = g_ptr_array_index (self->results, i);

      g_clear_pointer (&result->article, g_free);
      result->n_records = 0;
      if (result->error == NULL)
        result->error = g_error_copy (error);
    }
}

/* FALSE: @until has come. */
static gboolean
write_group (RapImporter *self,
             const char  *label,
             gint64       until)
{
  g_autoptr (GError) error = NULL;
  RapSavingState state;

  if (self->saving == NULL)
    {
      g_free (self->edits->label);
      self->edits->label = label != NULL ? g_strdup (label) : make_label (self);
      self->saving = rap_saving_new (self->session, self->edits, self->detected, "import");
    }
  state = rap_saving_go_on (self->saving, until, &error);
  if (state == RAP_SAVING_FAILED)
    {
      fail_group (self, error);
      begin_group (self);
    }
  return state != RAP_SAVING_MORE;
}

gboolean
rap_importer_write (RapImporter *self,
                    gint64       until)
{
  if (!write_group (self, NULL, until))
    return FALSE;
  rap_store_flush_commit (rap_session_get_store (self->session));
  return TRUE;
}

void
rap_importer_settle (RapImporter *self)
{
  rap_store_settle_commit (rap_session_get_store (self->session));
}

gboolean
rap_importer_save (RapImporter *self,
                   const char  *label,
                   gint64       until)
{
  g_autoptr (GError) error = NULL;

  if (!write_group (self, label, until))
    return FALSE;
  if (self->saving == NULL)
    return TRUE;
  if (!rap_saving_end (self->saving, &error))
    fail_group (self, error);
  begin_group (self);
  return TRUE;
}

void
rap_importer_forget (RapImporter *self)
{
  g_clear_pointer (&self->spent, rap_edits_free);
}

double
rap_importer_get_saved (RapImporter *self)
{
  return self->saving != NULL ? rap_saving_get_share (self->saving) : 0;
}

GPtrArray *
rap_importer_steal_results (RapImporter *self)
{
  GPtrArray *results = self->results;

  if (self->first_result < results->len)
    {
      g_autoptr (GError) error = g_error_new_literal (RAP_ERROR, RAP_ERROR_CANCELLED, "the import was cancelled");

      fail_group (self, error);
    }
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_import_result_free);
  begin_group (self);
  return results;
}
