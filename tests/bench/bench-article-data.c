/* bench-article-data.c
 *
 * Of ten annotations three are claims, each tenth of them in two passages, with
 * cue and source; four are mentions, one links a meeting, two are codings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "bench-article-data.h"
#include "bench.h"
#include "rap-transfer.h"

#define N_ENTITIES 60
#define N_MEETINGS 40
#define N_CODES    9
#define EMPTY      "An article without annotations"

/* What annotations refer to: (element-type RapRecord), owned by @edits. */
typedef struct
{
  RapEdits  *edits;
  GRand     *random;
  GPtrArray *entities;
  GPtrArray *meetings;
  GPtrArray *codes;
} Cast;

static void
give_up (const GError *error)
{
  g_printerr ("bench-article: %s\n", error->message);
  exit (1);
}

/* Takes @record; nothing of it can be changed from here on. */
static void
add (Cast      *self,
     GPtrArray *list,
     RapRecord *record)
{
  rap_edits_insert (self->edits, record);
  if (list != NULL)
    g_ptr_array_add (list, record);
  g_object_unref (record);
}

static const char *
pick (Cast      *self,
      GPtrArray *list)
{
  return ((RapRecord *) list->pdata[g_rand_int_range (self->random, 0, (gint32) list->len)])->id;
}

static void
fill_cast (Cast *self)
{
  for (guint i = 0; i < N_ENTITIES; i++)
    {
      RapRecord *entity = rap_record_new (RAP_KIND_ENTITY);
      g_autofree char *name = g_strdup_printf ("Speaker %u", i + 1);

      rap_set_string (&RAP_ENTITY (entity)->name, name);
      add (self, self->entities, entity);
    }
  for (guint i = 0; i < N_MEETINGS; i++)
    {
      RapRecord *meeting = rap_record_new (RAP_KIND_MEETING);
      g_autofree char *title = g_strdup_printf ("Meeting %u", i + 1);

      rap_set_string (&RAP_MEETING (meeting)->title, title);
      RAP_MEETING (meeting)->when = rap_edtf_new_day (18000 + (int) i * 3);
      add (self, self->meetings, meeting);
    }
  for (guint i = 0; i < N_CODES; i++)
    {
      static const char * const colours[] = { "#c01c28", "#1a5fb4", "#26a269", "#813d9c" };
      RapRecord *code = rap_record_new (RAP_KIND_CODE);
      g_autofree char *name = g_strdup_printf ("Code %u", i + 1);

      rap_set_string (&RAP_CODE (code)->name, name);
      rap_set_string (&RAP_CODE (code)->colour, colours[i % G_N_ELEMENTS (colours)]);
      add (self, self->codes, code);
    }
}

static RapRange
pick_range (Cast          *self,
            const RapText *text,
            guint          shortest,
            guint          longest)
{
  guint length = (guint) g_rand_int_range (self->random, (gint32) shortest, (gint32) longest);
  guint start = (guint) g_rand_int_range (self->random, 0, (gint32) (rap_text_get_length (text) - 2 * longest));

  return (RapRange) { start, start + length };
}

static RapRecord *
make_claim (Cast             *self,
            const RapArticle *article,
            guint             number)
{
  RapRecord *record = rap_record_new (RAP_KIND_CLAIM);
  RapClaim *claim = RAP_CLAIM (record);
  RapRange first = pick_range (self, article->text, 30, 180);
  RapRange ranges[] = { first, { first.end + 12, first.end + 40 } };
  RapRange cue = { first.end + 1, first.end + 7 };
  RapRange source = { first.end + 44, first.end + 60 };

  rap_set_string (&claim->article, RAP_RECORD (article)->id);
  rap_set_string (&claim->speaker, pick (self, self->entities));
  rap_set_string (&claim->proposition, "The two sides will share what they know about the matter");
  claim->content = rap_anchor_new (article->text, ranges, number % 10 == 0 ? 2 : 1);
  claim->cue = rap_anchor_new (article->text, &cue, 1);
  claim->source = rap_anchor_new (article->text, &source, 1);
  claim->certainty = (RapCertainty) g_rand_int_range (self->random, 0, 4);
  return record;
}

static RapRecord *
make_mention (Cast             *self,
              const RapArticle *article)
{
  RapRecord *record = rap_record_new (RAP_KIND_MENTION);
  RapRange range = pick_range (self, article->text, 5, 20);

  rap_set_string (&RAP_MENTION (record)->article, RAP_RECORD (article)->id);
  rap_set_string (&RAP_MENTION (record)->entity, pick (self, self->entities));
  RAP_MENTION (record)->anchor = rap_anchor_new (article->text, &range, 1);
  return record;
}

static RapRecord *
make_evidence (Cast             *self,
               const RapArticle *article)
{
  RapRecord *record = rap_record_new (RAP_KIND_EVIDENCE);
  RapRange range = pick_range (self, article->text, 40, 200);

  rap_set_string (&RAP_EVIDENCE (record)->article, RAP_RECORD (article)->id);
  rap_set_string (&RAP_EVIDENCE (record)->meeting, pick (self, self->meetings));
  RAP_EVIDENCE (record)->anchor = rap_anchor_new (article->text, &range, 1);
  return record;
}

static RapRecord *
make_coding (Cast             *self,
             const RapArticle *article)
{
  RapRecord *record = rap_record_new (RAP_KIND_CODING);
  RapRange range = pick_range (self, article->text, 40, 300);

  rap_set_string (&RAP_CODING (record)->article, RAP_RECORD (article)->id);
  rap_set_string (&RAP_CODING (record)->code, pick (self, self->codes));
  RAP_CODING (record)->anchor = rap_anchor_new (article->text, &range, 1);
  return record;
}

static RapRecord *
make_annotation (Cast             *self,
                 const RapArticle *article,
                 guint             number)
{
  switch (number % 10)
    {
    case 0: case 1: case 2:
      return make_claim (self, article, number / 10);
    case 3:
      return make_evidence (self, article);
    case 4: case 5:
      return make_coding (self, article);
    default:
      return make_mention (self, article);
    }
}

static void
add_article (Cast       *self,
             const char *title,
             guint       n_words,
             guint       n_annotations)
{
  RapRecord *record = rap_record_new (RAP_KIND_ARTICLE);
  RapArticle *article = RAP_ARTICLE (record);
  g_autofree char *text = bench_make_text (self->random, n_words);

  rap_set_string (&article->title, title);
  article->published = rap_edtf_new_day (18000);
  article->text = rap_text_new (text);
  add (self, NULL, record);
  for (guint i = 0; i < n_annotations; i++)
    add (self, NULL, make_annotation (self, article, i));
}

static void
fill (RapSession *session,
      gboolean    generate)
{
  Cast cast = { rap_edits_new ("Fill"), g_rand_new_with_seed (7),
                g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () };
  g_autoptr (GError) error = NULL;

  if (generate)
    {
      fill_cast (&cast);
      add_article (&cast, "A hundred thousand words", 100000, 10000);
      add_article (&cast, "Ten thousand words", 10000, 1000);
    }
  add_article (&cast, EMPTY, 300, 0);
  if (!rap_session_commit (session, cast.edits, &error))
    give_up (error);
  rap_edits_free (cast.edits);
  g_rand_free (cast.random);
  g_ptr_array_unref (cast.entities);
  g_ptr_array_unref (cast.meetings);
  g_ptr_array_unref (cast.codes);
}

static void
apply (RapSession *session,
       const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize length;

  if (!g_file_get_contents (json, &data, &length, &error))
    give_up (error);
  bytes = g_bytes_new_take (data, length);
  if (!rap_session_apply (session, bytes, NULL, NULL, NULL, &error))
    give_up (error);
}

void
bench_article_make (const char *path,
                    const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapSession) session = rap_session_create (path, "Benchmark", &error);

  if (session == NULL)
    give_up (error);
  if (json != NULL)
    apply (session, json);
  fill (session, json == NULL);
}

typedef struct
{
  RapArticle *article;
  guint       n;
} Counted;

static int
compare_counted (gconstpointer a,
                 gconstpointer b)
{
  const Counted *first = a;
  const Counted *second = b;

  return (first->n < second->n) - (first->n > second->n);
}

/* (transfer full) (element-type Counted): every article, most annotations first */
static GArray *
count_all (RapSession *session)
{
  g_autoptr (GListModel) list = rap_session_list (session, RAP_KIND_ARTICLE);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Counted));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RapHeader) header = g_list_model_get_item (list, i);
      g_autoptr (GPtrArray) annotations = rap_session_load_annotations (session, header->id, NULL);
      RapRecord *record = rap_session_load (session, RAP_KIND_ARTICLE, header->id, NULL);
      Counted counted = { RAP_ARTICLE (record), annotations->len };

      g_array_append_val (all, counted);
    }
  g_array_sort (all, compare_counted);
  return all;
}

GPtrArray *
bench_article_list (RapSession *session,
                    guint       n)
{
  g_autoptr (GArray) all = count_all (session);
  GPtrArray *articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      Counted *counted = &g_array_index (all, Counted, i);

      if (articles->len < n && counted->n > 0)
        g_ptr_array_add (articles, counted->article);
      else
        g_object_unref (counted->article);
    }
  return articles;
}

RapArticle *
bench_article_empty (RapSession *session)
{
  g_autoptr (GArray) all = count_all (session);
  RapArticle *empty = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      RapArticle *article = g_array_index (all, Counted, i).article;

      if (empty == NULL && g_str_equal (article->title, EMPTY))
        empty = article;
      else
        g_object_unref (article);
    }
  return empty;
}
