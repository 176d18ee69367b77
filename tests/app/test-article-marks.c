/* test-article-marks.c
 *
 * The annotations of an article as the text pane sees them: their order, what
 * is hit where, colourings, hidden layers, proposals, and following commits.
 * No display.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>

#include "rap-article-marks.h"

#define TEXT "The minister said that, in his view, talks go on. Nobody else spoke.\n"

/**
 * Fixture:
 * @records: by the name that the tables use
 */
typedef struct
{
  char            *folder;
  RapSession      *session;
  RapRecord       *article;
  GHashTable      *records;
  RapArticleMarks *marks;
} Fixture;

static void
add (Fixture    *self,
     RapEdits   *edits,
     const char *name,
     RapRecord  *record)
{
  g_hash_table_insert (self->records, g_strdup (name), record);
  rap_edits_insert (edits, record);
}

static RapRecord *
make_code (const char *name,
           const char *colour)
{
  RapRecord *code = rap_record_new (RAP_KIND_CODE);

  rap_set_string (&RAP_CODE (code)->name, name);
  rap_set_string (&RAP_CODE (code)->colour, colour);
  return code;
}

static RapAnchor *
make_anchor (Fixture        *self,
             const RapRange *ranges,
             guint           n)
{
  return rap_anchor_new (RAP_ARTICLE (self->article)->text, ranges, n);
}

/* "The minister … talks go on", said by @speaker; its cue is "said". */
static RapRecord *
make_claim (Fixture      *self,
            const char   *speaker,
            RapCertainty  certainty,
            const char   *code)
{
  const RapRange content[] = { { 23, 24 }, { 37, 48 } };
  const RapRange cue = { 13, 17 };
  const char *codes[] = { code, NULL };
  RapRecord *claim = rap_record_new (RAP_KIND_CLAIM);

  rap_set_string (&RAP_CLAIM (claim)->article, self->article->id);
  rap_set_string (&RAP_CLAIM (claim)->speaker, speaker);
  RAP_CLAIM (claim)->certainty = certainty;
  RAP_CLAIM (claim)->content = make_anchor (self, content, 2);
  RAP_CLAIM (claim)->cue = make_anchor (self, &cue, 1);
  RAP_CLAIM (claim)->codes = g_strdupv ((char **) codes);
  return claim;
}

static RapRecord *
make_coding (Fixture    *self,
             const char *code)
{
  const RapRange range = { 0, 49 };
  RapRecord *coding = rap_record_new (RAP_KIND_CODING);

  rap_set_string (&RAP_CODING (coding)->article, self->article->id);
  rap_set_string (&RAP_CODING (coding)->code, code);
  RAP_CODING (coding)->anchor = make_anchor (self, &range, 1);
  return coding;
}

static RapRecord *
make_mention (Fixture    *self,
              const char *entity,
              RapRange    range)
{
  RapRecord *mention = rap_record_new (RAP_KIND_MENTION);

  rap_set_string (&RAP_MENTION (mention)->article, self->article->id);
  rap_set_string (&RAP_MENTION (mention)->entity, entity);
  RAP_MENTION (mention)->anchor = make_anchor (self, &range, 1);
  return mention;
}

static void
commit (Fixture  *self,
        RapEdits *edits)
{
  g_autoptr (GError) error = NULL;

  rap_session_commit (self->session, edits, &error);
  g_assert_no_error (error);
}

static RapRecord *
get (Fixture    *self,
     const char *name)
{
  return g_hash_table_lookup (self->records, name);
}

/* As the session has it now. (transfer full) */
static RapRecord *
load (Fixture    *self,
      const char *name)
{
  RapRecord *known = get (self, name);
  g_autoptr (GError) error = NULL;
  RapRecord *record = rap_session_load (self->session, rap_record_get_kind (known), known->id, &error);

  g_assert_no_error (error);
  return record;
}

static void
fill (Fixture *self)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("Fill");

  self->article = rap_record_new (RAP_KIND_ARTICLE);
  rap_set_string (&RAP_ARTICLE (self->article)->title, "Talks");
  RAP_ARTICLE (self->article)->text = rap_text_new (TEXT);
  add (self, edits, "article", self->article);
  add (self, edits, "red", make_code ("Red", "#cc2200"));
  add (self, edits, "blue", make_code ("Blue", "#1133aa"));
  add (self, edits, "minister", rap_record_new (RAP_KIND_ENTITY));
  rap_set_string (&RAP_ENTITY (get (self, "minister"))->name, "Minister");
  add (self, edits, "coding", make_coding (self, get (self, "red")->id));
  add (self, edits, "claim", make_claim (self, get (self, "minister")->id, RAP_CERTAINTY_PS, get (self, "blue")->id));
  add (self, edits, "mention", make_mention (self, get (self, "minister")->id, (RapRange) { 4, 12 }));
  commit (self, edits);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("rapporteur-marks-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "marks.rapporteur", NULL);
  self->session = rap_session_create (path, "Marks", &error);
  g_assert_no_error (error);
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  fill (self);
  self->marks = rap_article_marks_new (self->session, RAP_ARTICLE (self->article), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "marks.rapporteur", NULL);

  rap_article_marks_free (self->marks);
  g_hash_table_unref (self->records);
  g_object_unref (self->session);
  g_remove (path);
  g_rmdir (self->folder);
  g_free (self->folder);
}

static const char *
name_of (Fixture    *self,
         const char *id)
{
  GHashTableIter iter;
  gpointer name, record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &name, &record))
    if (g_strcmp0 (((RapRecord *) record)->id, id) == 0)
      return name;
  return "?";
}

/* "mention:speaker_3 …": all marks in order with their colours; hidden ones in brackets. */
static char *
describe (Fixture *self)
{
  const char *speaker = rap_mark_colours_get_speaker (get (self, "minister")->id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rap_article_marks_get_n (self->marks); i++)
    {
      RapArticleMark *mark = rap_article_marks_get (self->marks, i);
      const char *colour = mark->colour == NULL ? "-" : mark->colour == speaker ? "its speaker's" : mark->colour;

      g_string_append_printf (text, rap_article_marks_is_shown (self->marks, mark) ? "%s%s:%s" : "%s(%s:%s)",
                              i > 0 ? " " : "", name_of (self, mark->record->id), colour);
    }
  return g_string_free (text, FALSE);
}

/* Which annotations are hit at places of the text: coding, name, cue, gap, content, none. */
static char *
describe_hits (Fixture *self)
{
  static const guint places[] = { 1, 5, 14, 30, 40, 60 };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GPtrArray) hits = rap_article_marks_get_at (self->marks, places[i]);

      g_string_append (text, i > 0 ? " |" : "");
      for (guint k = 0; k < hits->len; k++)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                                name_of (self, ((RapArticleMark *) hits->pdata[k])->record->id));
    }
  return g_string_free (text, FALSE);
}

static void
test_colours (Fixture       *self,
              gconstpointer  data)
{
  static const struct
  {
    RapColourBy by;
    const char *expected;
  } cases[] = {
    { RAP_COLOUR_BY_KIND, "coding:#cc2200 mention:- claim:-" },
    { RAP_COLOUR_BY_CODE, "coding:#cc2200 mention:- claim:#1133aa" },
    { RAP_COLOUR_BY_SPEAKER, "coding:- mention:- claim:its speaker's" },
    { RAP_COLOUR_BY_CERTAINTY, "coding:- mention:- claim:certainty_ps" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = NULL;

      rap_article_marks_set_colour_by (self->marks, cases[i].by);
      got = describe (self);
      g_assert_cmpstr (got, ==, cases[i].expected);
      g_assert_cmpint (rap_article_marks_get_colour_by (self->marks), ==, cases[i].by);
    }
}

static void
test_layers (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    RapLayers   layers;
    const char *marks;
    const char *hits;
  } cases[] = {
    { RAP_LAYER_ALL, "coding:#cc2200 mention:- claim:-",
      "coding | mention coding | claim coding | coding | claim coding |" },
    { RAP_LAYER_ALL & ~RAP_LAYER_PARTS, "coding:#cc2200 mention:- claim:-",
      "coding | mention coding | coding | coding | claim coding |" },
    { RAP_LAYER_ALL & ~RAP_LAYER_CODINGS, "(coding:#cc2200) mention:- claim:-",
      " | mention | claim | | claim |" },
    { RAP_LAYER_MENTIONS | RAP_LAYER_PARTS, "(coding:#cc2200) mention:- (claim:-)",
      " | mention | | | |" },
    { RAP_LAYER_CLAIMS, "(coding:#cc2200) (mention:-) claim:-",
      " | | | | claim |" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marks = NULL;
      g_autofree char *hits = NULL;

      rap_article_marks_set_layers (self->marks, cases[i].layers);
      marks = describe (self);
      hits = describe_hits (self);
      g_assert_cmpstr (marks, ==, cases[i].marks);
      g_assert_cmpstr (hits, ==, cases[i].hits);
    }
}

static void
test_ghosts (Fixture       *self,
             gconstpointer  data)
{
  RapHighlight ghosts[] = { { { 4, 12 }, 0, RAP_HIGHLIGHT_SOURCE, 0 }, { { 13, 17 }, 0, RAP_HIGHLIGHT_CUE, 0 } };
  g_autofree char *before = describe_hits (self);
  g_autofree char *after = NULL;
  guint n;

  rap_article_marks_set_ghosts (self->marks, ghosts, 2);
  ghosts[0].range.end = 99;
  g_assert_cmpuint (rap_article_marks_get_ghosts (self->marks, &n)[0].range.end, ==, 12);
  g_assert_cmpuint (n, ==, 2);
  after = describe_hits (self);
  g_assert_cmpstr (after, ==, before);

  rap_article_marks_set_ghosts (self->marks, NULL, 0);
  rap_article_marks_get_ghosts (self->marks, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* "start-end:owner.style@lane" of all highlights. */
static char *
describe_lanes (const RapArticleMarks *marks)
{
  const RapHighlightLanes *lanes = rap_article_marks_get_lanes (marks);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rap_highlight_lanes_get_n (lanes); i++)
    {
      const RapHighlight *item = rap_highlight_lanes_get (lanes, i);

      g_string_append_printf (text, "%u-%u:%u.%u@%u ", item->range.start, item->range.end, item->owner, item->style,
                              item->lane);
    }
  return g_string_free (text, FALSE);
}

/* What grew by commits is what would be loaded now. */
static void
check_as_loaded (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapArticleMarks) loaded = rap_article_marks_new (self->session, RAP_ARTICLE (self->article), &error);
  g_autofree char *grown = describe_lanes (self->marks);
  g_autofree char *fresh = NULL;

  g_assert_no_error (error);
  fresh = describe_lanes (loaded);
  g_assert_cmpstr (grown, ==, fresh);
}

static void
follow (Fixture  *self,
        RapEdits *edits,
        gboolean  expected)
{
  commit (self, edits);
  g_assert_cmpint (rap_article_marks_update (self->marks, edits), ==, expected);
  check_as_loaded (self);
}

/* Names are tagged and taken away again at random; in every other round two at once. */
static void
test_follow_many (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (RapEdits) edits = rap_edits_new ("Change");

      if (made->len > 3 && g_test_rand_bit ())
        {
          guint gone = (guint) g_test_rand_int_range (0, (gint32) made->len);

          rap_edits_delete (edits, made->pdata[gone]);
          follow (self, edits, TRUE);
          g_ptr_array_remove_index (made, gone);
          continue;
        }
      for (guint k = 0; k <= i % 2; k++)
        {
          guint start = (guint) g_test_rand_int_range (0, 60);
          g_autoptr (RapRecord) mention = make_mention (self, get (self, "minister")->id, (RapRange) { start, start + 1 + i % 9 });

          rap_edits_insert (edits, mention);
          g_ptr_array_add (made, g_steal_pointer (&mention));
        }
      follow (self, edits, TRUE);
      for (guint k = 0; k <= i % 2; k++)
        {
          gpointer *last = &made->pdata[made->len - 1 - k];
          RapRecord *stored = rap_session_load (self->session, RAP_KIND_MENTION, RAP_RECORD (*last)->id, NULL);

          g_object_unref (*last);
          *last = stored;
        }
    }
}

static void
test_follow (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (RapEdits) recolour = rap_edits_new ("Recolour");
  g_autoptr (RapEdits) rename = rap_edits_new ("Rename");
  g_autoptr (RapEdits) more = rap_edits_new ("More");
  g_autoptr (RapRecord) old_red = load (self, "red");
  g_autoptr (RapRecord) red = rap_record_copy (old_red);
  g_autoptr (RapRecord) old_entity = load (self, "minister");
  g_autoptr (RapRecord) entity = rap_record_copy (old_entity);
  g_autoptr (RapRecord) mention = load (self, "mention");
  g_autofree char *got = NULL;

  rap_article_marks_find (self->marks, get (self, "claim")->id)->emphasis = RAP_EMPHASIS_HOVER;
  rap_set_string (&RAP_CODE (red)->colour, "#ee4411");
  rap_edits_replace (recolour, old_red, red);
  follow (self, recolour, TRUE);

  rap_set_string (&RAP_ENTITY (entity)->name, "The minister");
  rap_edits_replace (rename, old_entity, entity);
  follow (self, rename, FALSE);

  rap_edits_delete (more, mention);
  add (self, more, "second", make_mention (self, get (self, "minister")->id, (RapRange) { 0, 12 }));
  follow (self, more, TRUE);

  got = describe (self);
  g_assert_cmpstr (got, ==, "coding:#ee4411 second:- claim:-");
  g_clear_pointer (&got, g_free);
  got = describe_hits (self);
  g_assert_cmpstr (got, ==, "second coding | second coding | claim coding | coding | claim coding |");
  g_assert_cmpint (rap_article_marks_find (self->marks, get (self, "claim")->id)->emphasis, ==, RAP_EMPHASIS_HOVER);
}

/* The gap between the passages of a claim is there to be drawn, once. */
static void
count_gap (const RapHighlight *highlight,
           gpointer            user_data)
{
  GString *text = user_data;

  if (highlight->style == RAP_HIGHLIGHT_GAP)
    g_string_append_printf (text, "%u-%u ", highlight->range.start, highlight->range.end);
}

static void
test_gaps (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  rap_highlight_lanes_foreach (rap_article_marks_get_lanes (self->marks), (RapRange) { 0, 60 }, count_gap, text);
  g_assert_cmpstr (text->str, ==, "24-37 ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/app/article-marks/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("colours", test_colours);
  ADD ("layers", test_layers);
  ADD ("ghosts", test_ghosts);
  ADD ("follow", test_follow);
  ADD ("follow-many", test_follow_many);
  ADD ("gaps", test_gaps);
#undef ADD

  return g_test_run ();
}
