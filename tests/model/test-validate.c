/* test-validate.c
 *
 * The rules of the model: one small world in which everything is right, and a
 * row for every way to break it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "json-tree.h"
#include "rap-model.h"

/* The ids of the world: the kind's number, then a count. */
#define ID(n) "00000000-0000-4000-8000-0000000000" #n
#define TEXT  "The general met the minister. Later the general left it."

#define PERSON     ID (20)
#define OUTLET     ID (21)
#define PLACE      ID (22)
#define MINISTRY   ID (23)
#define STATE      ID (24)
#define CODE       ID (10)
#define SUBCODE    ID (11)
#define LEAF       ID (12)
#define ARTICLE    ID (30)
#define COPY       ID (31)
#define COPY_2     ID (32)
#define MEETING    ID (40)
#define CLAIM      ID (50)
#define CLAIM_2    ID (51)
#define NOBODY     ID (99)

static const struct
{
  RapKind     kind;
  const char *json;
} world[] = {
  { RAP_KIND_ENTITY, "{'id':'" PERSON "','kind':'person','name':'Bagheri'}" },
  { RAP_KIND_ENTITY, "{'id':'" OUTLET "','kind':'outlet','name':'Daily'}" },
  { RAP_KIND_ENTITY, "{'id':'" PLACE "','kind':'place','name':'Tehran'}" },
  { RAP_KIND_ENTITY, "{'id':'" MINISTRY "','kind':'organisation','name':'Ministry'}" },
  { RAP_KIND_ENTITY, "{'id':'" STATE "','kind':'government','name':'State'}" },
  { RAP_KIND_CODE, "{'id':'" CODE "','name':'Border'}" },
  { RAP_KIND_CODE, "{'id':'" SUBCODE "','name':'Fence','parent':'" CODE "'}" },
  { RAP_KIND_CODE, "{'id':'" LEAF "','name':'Gate','parent':'" SUBCODE "'}" },
  { RAP_KIND_ARTICLE, "{'id':'" ARTICLE "','title':'A','outlet':'" OUTLET "','text':'" TEXT "'}" },
  { RAP_KIND_ARTICLE, "{'id':'" COPY "','title':'B','copied_from':'" ARTICLE "','text':'" TEXT "'}" },
  { RAP_KIND_ARTICLE, "{'id':'" COPY_2 "','title':'C','copied_from':'" COPY "','text':'" TEXT "'}" },
  { RAP_KIND_MEETING, "{'id':'" MEETING "','title':'Visit'}" },
  { RAP_KIND_CLAIM, "{'id':'" CLAIM "','article':'" ARTICLE "','content':{'ranges':[[0,3]]}}" },
  { RAP_KIND_CLAIM, "{'id':'" CLAIM_2 "','article':'" ARTICLE "','content':{'ranges':[[4,11]]}}" },
};

typedef struct
{
  RapRecord *records[G_N_ELEMENTS (world)];
} World;

static RapRecord *
make_record (RapKind     kind,
             const char *json)
{
  g_autoptr (RapText) text = rap_text_new (TEXT);
  g_autoptr (GVariant) tree = json_tree_parse (json);
  g_autoptr (GError) error = NULL;
  RapRecord *record = rap_record_from_variant (kind, tree, NULL, &error);

  g_assert_no_error (error);
  /* Anchors that cannot be completed are what some rows are about. */
  rap_record_complete (record, text, NULL);
  return record;
}

static World *
make_world (void)
{
  World *self = g_new0 (World, 1);

  for (guint i = 0; i < G_N_ELEMENTS (world); i++)
    self->records[i] = rap_record_seal (make_record (world[i].kind, world[i].json));

  return self;
}

static void
free_world (World *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (world); i++)
    g_assert_finalize_object (self->records[i]);
  g_free (self);
}

static RapRecord *
lookup_cb (RapKind     kind,
           const char *id,
           gpointer    user_data)
{
  World *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (world); i++)
    {
      if (rap_record_get_kind (self->records[i]) == kind && strcmp (self->records[i]->id, id) == 0)
        return self->records[i];
    }

  return NULL;
}

/* "ok", or the code and the message without the object's name. */
static char *
judge (World     *self,
       RapRecord *record)
{
  g_autofree char *name = g_strconcat (rap_kind_get_nick (rap_record_get_kind (record)), " ", record->id, ": ", NULL);
  g_autoptr (GError) error = NULL;

  rap_record_seal (record);
  if (rap_record_validate (record, &error) &&
      rap_record_validate_references (record, lookup_cb, self, &error))
    return g_strdup ("ok");

  g_assert_true (g_str_has_prefix (error->message, name));
  if (g_error_matches (error, RAP_ERROR, RAP_ERROR_REFERENCE))
    return g_strconcat ("REF ", error->message + strlen (name), NULL);
  if (g_error_matches (error, RAP_ERROR, RAP_ERROR_CYCLE))
    return g_strconcat ("CYCLE ", error->message + strlen (name), NULL);
  g_assert_error (error, RAP_ERROR, RAP_ERROR_INVALID);
  return g_strdup (error->message + strlen (name));
}

typedef struct
{
  RapKind     kind;
  const char *json;
  const char *expected;
} Row;

#define C "'article':'" ARTICLE "','content':{'ranges':[[0,3]]}"
#define A "'article':'" ARTICLE "','anchor':{'ranges':[[0,3]]}"

static const Row rows[] = {
  { RAP_KIND_PROJECT, "{'title':'P'}", "ok" },
  { RAP_KIND_PROJECT, "{}", "title: may not be empty" },

  { RAP_KIND_CODE, "{'name':'Border','key':'1'}", "ok" },
  { RAP_KIND_CODE, "{'name':'Border','key':'9','colour':'#ABCdef','parent':'" LEAF "'}", "ok" },
  { RAP_KIND_CODE, "{}", "name: may not be empty" },
  { RAP_KIND_CODE, "{'name':' \xc2\xa0\\n'}", "name: may not be empty" },
  { RAP_KIND_CODE, "{'name':'B','key':'0'}", "key: a key is one digit from 1 to 9" },
  { RAP_KIND_CODE, "{'name':'B','key':'a'}", "key: a key is one digit from 1 to 9" },
  { RAP_KIND_CODE, "{'name':'B','key':'12'}", "key: a key is one digit from 1 to 9" },
  { RAP_KIND_CODE, "{'name':'B','key':''}", "key: a key is one digit from 1 to 9" },
  { RAP_KIND_CODE, "{'name':'B','colour':'red'}", "colour: a colour is written #rrggbb" },
  { RAP_KIND_CODE, "{'name':'B','colour':'#12345'}", "colour: a colour is written #rrggbb" },
  { RAP_KIND_CODE, "{'name':'B','colour':'#12345g'}", "colour: a colour is written #rrggbb" },
  { RAP_KIND_CODE, "{'name':'B','colour':''}", "colour: a colour is written #rrggbb" },
  { RAP_KIND_CODE, "{'name':'B','parent':'" NOBODY "'}", "REF parent: there is no code " NOBODY },
  { RAP_KIND_CODE, "{'name':'B','parent':'" PERSON "'}", "REF parent: there is no code " PERSON },
  { RAP_KIND_CODE, "{'id':'" CODE "','name':'B','parent':'" CODE "'}", "parent: refers to the object itself" },
  { RAP_KIND_CODE, "{'id':'" CODE "','name':'B','parent':'" SUBCODE "'}", "CYCLE parent: the chain leads back to the object itself" },
  { RAP_KIND_CODE, "{'id':'" CODE "','name':'B','parent':'" LEAF "'}", "CYCLE parent: the chain leads back to the object itself" },

  { RAP_KIND_ENTITY, "{'name':'B','names':[{'name':'Baqeri'}],'not_same_as':['" PERSON "','" PLACE "']}", "ok" },
  { RAP_KIND_ENTITY, "{}", "name: may not be empty" },
  { RAP_KIND_ENTITY, "{'name':'B','names':[{'name':''}]}", "names: a name may not be empty" },
  { RAP_KIND_ENTITY, "{'name':'B','names':[{'name':'x'},{'name':' '}]}", "names: a name may not be empty" },
  { RAP_KIND_ENTITY, "{'id':'" PERSON "','name':'B','not_same_as':['" PERSON "']}", "not_same_as: refers to the object itself" },
  { RAP_KIND_ENTITY, "{'name':'B','not_same_as':['" PERSON "','" PERSON "']}", "not_same_as: names the same object twice" },
  { RAP_KIND_ENTITY, "{'name':'B','not_same_as':['" NOBODY "']}", "REF not_same_as: there is no entity " NOBODY },

  { RAP_KIND_ARTICLE, "{'title':'A','text':'abc','body':[[0,1],[1,3]],'outlet':'" MINISTRY "'}", "ok" },
  { RAP_KIND_ARTICLE, "{'title':'A','text':'abc','outlet':'" STATE "','copied_from':'" COPY_2 "'}", "ok" },
  { RAP_KIND_ARTICLE, "{'text':'abc'}", "title: may not be empty" },
  { RAP_KIND_ARTICLE, "{'title':'A'}", "text: may not be empty" },
  { RAP_KIND_ARTICLE, "{'title':'A','text':''}", "text: may not be empty" },
  { RAP_KIND_ARTICLE, "{'title':'A','text':'abc','body':[[0,4]]}", "body: the ranges end after the text" },
  { RAP_KIND_ARTICLE, "{'title':'A','text':'abc','body':[[1,1]]}", "body: the ranges are not ascending, disjoint and none empty" },
  { RAP_KIND_ARTICLE, "{'title':'A','text':'abc','body':[[2,3],[0,1]]}", "body: the ranges are not ascending, disjoint and none empty" },
  { RAP_KIND_ARTICLE, "{'title':'A','text':'abc','body':[[0,2],[1,3]]}", "body: the ranges are not ascending, disjoint and none empty" },
  { RAP_KIND_ARTICLE, "{'title':'A','text':'abc','outlet':'" PERSON "'}",
    "REF outlet: entity " PERSON " (person) is not an outlet, organisation or government" },
  { RAP_KIND_ARTICLE, "{'title':'A','text':'abc','outlet':'" PLACE "'}",
    "REF outlet: entity " PLACE " (place) is not an outlet, organisation or government" },
  { RAP_KIND_ARTICLE, "{'title':'A','text':'abc','outlet':'" NOBODY "'}", "REF outlet: there is no entity " NOBODY },
  { RAP_KIND_ARTICLE, "{'title':'A','text':'abc','copied_from':'" NOBODY "'}", "REF copied_from: there is no article " NOBODY },
  { RAP_KIND_ARTICLE, "{'id':'" ARTICLE "','title':'A','text':'abc','copied_from':'" ARTICLE "'}",
    "copied_from: refers to the object itself" },
  { RAP_KIND_ARTICLE, "{'id':'" ARTICLE "','title':'A','text':'abc','copied_from':'" COPY_2 "'}",
    "CYCLE copied_from: the chain leads back to the object itself" },

  { RAP_KIND_MEETING, "{'title':'V','place':'" PLACE "','participants':[{'entity':'" PERSON "'},"
    "{'entity':'" PERSON "','role':'host'},{'entity':'" STATE "'}]}", "ok" },
  { RAP_KIND_MEETING, "{}", "title: may not be empty" },
  { RAP_KIND_MEETING, "{'title':'V','place':'" PERSON "'}", "REF place: entity " PERSON " (person) is not a place" },
  { RAP_KIND_MEETING, "{'title':'V','place':'" MINISTRY "'}", "REF place: entity " MINISTRY " (organisation) is not a place" },
  { RAP_KIND_MEETING, "{'title':'V','place':'" NOBODY "'}", "REF place: there is no entity " NOBODY },
  { RAP_KIND_MEETING, "{'title':'V','participants':[{'entity':'" PERSON "'},{'entity':'" PERSON "','capacity':'x'}]}",
    "participants: the same entity takes part twice in the same role" },
  { RAP_KIND_MEETING, "{'title':'V','participants':[{'entity':'" NOBODY "'}]}", "REF participants: there is no entity " NOBODY },

  { RAP_KIND_CLAIM, "{" C ",'cue':{'exact':'met'},'source':{'ranges':[[4,11],[20,28]]},'speaker':'" PERSON "',"
    "'via':['" STATE "','" OUTLET "'],'codes':['" CODE "','" LEAF "'],'credibility':6,'proposition':'p',"
    "'meetings':[{'meeting':'" MEETING "','aspect':'date','value':'2015'},"
    "{'meeting':'" MEETING "','aspect':'date','value':'2017'}]}", "ok" },
  { RAP_KIND_CLAIM, "{'content':{'ranges':[[0,3]]}}", "article: may not be missing" },
  { RAP_KIND_CLAIM, "{'article':'" ARTICLE "'}", "content: may not be missing" },
  { RAP_KIND_CLAIM, "{'article':'" NOBODY "','content':{'ranges':[[0,3]]}}", "REF article: there is no article " NOBODY },
  { RAP_KIND_CLAIM, "{'article':'" ARTICLE "','content':{'ranges':[[3,3]],'exact':'x'}}",
    "content: the ranges are not ascending, disjoint and none empty" },
  { RAP_KIND_CLAIM, "{'article':'" ARTICLE "','content':{'ranges':[[5,9],[0,3]],'exact':'x'}}",
    "content: the ranges are not ascending, disjoint and none empty" },
  { RAP_KIND_CLAIM, "{'article':'" ARTICLE "','content':{'exact':'colonel'}}",
    "content: the ranges are not ascending, disjoint and none empty" },
  { RAP_KIND_CLAIM, "{'article':'" ARTICLE "','content':{'ranges':[[50,57]]}}", "content: the quote (exact) is missing" },
  { RAP_KIND_CLAIM, "{'article':'" ARTICLE "','content':{'ranges':[[50,57]],'exact':'x'}}",
    "content: the ranges end after the article's text" },
  { RAP_KIND_CLAIM, "{'article':'" ARTICLE "','content':{'ranges':[[4,11]],'exact':'colonel'}}",
    "content: the quote is not what the article's text says at these ranges" },
  { RAP_KIND_CLAIM, "{'article':'" ARTICLE "','content':{'ranges':[[4,11]],'exact':'general','prefix':'A '}}",
    "content: prefix or suffix are not what stands around these ranges" },
  { RAP_KIND_CLAIM, "{'article':'" ARTICLE "','content':{'ranges':[[4,11]],'exact':'general','prefix':"
    "'123456789012345678901234567890123'}}", "content: prefix and suffix have at most 32 characters" },
  { RAP_KIND_CLAIM, "{" C ",'cue':{'ranges':[[4,11]],'exact':'colonel'}}",
    "cue: the quote is not what the article's text says at these ranges" },
  { RAP_KIND_CLAIM, "{" C ",'source':{'ranges':[[50,57]],'exact':'x'}}", "source: the ranges end after the article's text" },
  { RAP_KIND_CLAIM, "{" C ",'proposition':'two\\nlines'}", "proposition: a proposition is one line" },
  { RAP_KIND_CLAIM, "{" C ",'proposition':'two\\rlines'}", "proposition: a proposition is one line" },
  { RAP_KIND_CLAIM, "{" C ",'speaker':'" NOBODY "'}", "REF speaker: there is no entity " NOBODY },
  { RAP_KIND_CLAIM, "{" C ",'speaker':'" CODE "'}", "REF speaker: there is no entity " CODE },
  { RAP_KIND_CLAIM, "{" C ",'via':['" PERSON "','" NOBODY "']}", "REF via: there is no entity " NOBODY },
  { RAP_KIND_CLAIM, "{" C ",'via':['" PERSON "','" PERSON "']}", "via: names the same object twice" },
  { RAP_KIND_CLAIM, "{" C ",'codes':['" NOBODY "']}", "REF codes: there is no code " NOBODY },
  { RAP_KIND_CLAIM, "{" C ",'codes':['" CODE "','" CODE "']}", "codes: names the same object twice" },
  { RAP_KIND_CLAIM, "{" C ",'meetings':[{'meeting':'" NOBODY "'}]}", "REF meetings: there is no meeting " NOBODY },
  { RAP_KIND_CLAIM, "{" C ",'meetings':[{'meeting':'" MEETING "'},{'meeting':'" MEETING "'}]}",
    "meetings: the same meeting is linked twice with the same aspect and value" },

  { RAP_KIND_MENTION, "{" A ",'entity':'" PERSON "'}", "ok" },
  { RAP_KIND_MENTION, "{" A "}", "entity: may not be missing" },
  { RAP_KIND_MENTION, "{" A ",'entity':'" NOBODY "'}", "REF entity: there is no entity " NOBODY },
  { RAP_KIND_MENTION, "{'article':'" ARTICLE "','entity':'" PERSON "'}", "anchor: may not be missing" },
  { RAP_KIND_MENTION, "{'anchor':{'ranges':[[0,3]]},'entity':'" PERSON "'}", "article: may not be missing" },
  { RAP_KIND_EVIDENCE, "{" A ",'meeting':'" MEETING "'}", "ok" },
  { RAP_KIND_EVIDENCE, "{" A "}", "meeting: may not be missing" },
  { RAP_KIND_EVIDENCE, "{" A ",'meeting':'" CLAIM "'}", "REF meeting: there is no meeting " CLAIM },
  { RAP_KIND_EVIDENCE, "{'article':'" ARTICLE "','anchor':{'ranges':[[0,3]],'exact':'Thy'},'meeting':'" MEETING "'}",
    "anchor: the quote is not what the article's text says at these ranges" },
  { RAP_KIND_CODING, "{" A ",'code':'" CODE "'}", "ok" },
  { RAP_KIND_CODING, "{" A "}", "code: may not be missing" },
  { RAP_KIND_CODING, "{" A ",'code':'" PERSON "'}", "REF code: there is no code " PERSON },

  { RAP_KIND_RELATION, "{'from':'" CLAIM "','to':'" CLAIM_2 "'}", "ok" },
  { RAP_KIND_RELATION, "{'to':'" CLAIM_2 "'}", "from: may not be missing" },
  { RAP_KIND_RELATION, "{'from':'" CLAIM "'}", "to: may not be missing" },
  { RAP_KIND_RELATION, "{'from':'" CLAIM "','to':'" CLAIM "'}", "to: a claim does not stand in relation to itself" },
  { RAP_KIND_RELATION, "{'from':'" NOBODY "','to':'" CLAIM "'}", "REF from: there is no claim " NOBODY },
  { RAP_KIND_RELATION, "{'from':'" CLAIM "','to':'" MEETING "'}", "REF to: there is no claim " MEETING },
};

static void
test_rules (void)
{
  World *self = make_world ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapRecord) record = make_record (rows[i].kind, rows[i].json);
      g_autofree char *verdict = judge (self, record);

      if (strcmp (verdict, rows[i].expected) != 0)
        g_error ("%s: “%s” instead of “%s”", rows[i].json, verdict, rows[i].expected);
    }

  free_world (self);
}

/* What no JSON can say, but a program can. */
static void
test_values (void)
{
  World *self = make_world ();
  g_autoptr (RapRecord) claim = make_record (RAP_KIND_CLAIM, "{" C "}");
  g_autoptr (RapRecord) article = make_record (RAP_KIND_ARTICLE, "{'title':'A','text':'abc'}");
  g_autoptr (RapRecord) code = make_record (RAP_KIND_CODE, "{'name':'B'}");
  g_autoptr (RapRecord) lower = rap_record_copy (claim);
  g_autoptr (RapRecord) grade = rap_record_copy (claim);
  g_autoptr (RapRecord) id = rap_record_copy (code);
  g_autoptr (RapRecord) latin = rap_record_copy (code);
  g_autoptr (RapRecord) windows = rap_record_copy (article);
  g_autofree char *verdicts = NULL;

  RAP_CLAIM (lower)->certainty = 4;
  RAP_CLAIM (grade)->credibility = 7;
  rap_set_string (&id->id, "7");
  rap_set_string (&RAP_CODE (latin)->description, "caf\xe9");
  g_clear_pointer (&RAP_ARTICLE (windows)->text, rap_text_unref);
  RAP_ARTICLE (windows)->text = rap_text_new ("a\r\nb");
  rap_set_string (&RAP_ARTICLE (article)->sha256, "00");

  {
    g_autofree char *v1 = judge (self, lower), *v2 = judge (self, grade), *v3 = judge (self, id);
    g_autofree char *v4 = judge (self, latin), *v5 = judge (self, windows), *v6 = judge (self, article);

    verdicts = g_strjoin ("; ", v1, v2, v3, v4, v5, v6, NULL);
  }
  g_assert_cmpstr (verdicts, ==,
                   "certainty: the value is out of range; credibility: the value is out of range; id: is no UUID; "
                   "description: is not valid UTF-8; text: the text holds carriage returns; lines end with line feeds; "
                   "sha256: disagrees with the text");

  free_world (self);
}

/* Records that are already in a circle must not hang those that hang on it. */
static RapRecord *
circle_cb (RapKind     kind,
           const char *id,
           gpointer    user_data)
{
  RapRecord **circle = user_data;

  return strcmp (id, circle[0]->id) == 0 ? circle[0] : circle[1];
}

static void
test_foreign_circle (void)
{
  g_autoptr (RapRecord) a = make_record (RAP_KIND_CODE, "{'id':'" CODE "','name':'a','parent':'" SUBCODE "'}");
  g_autoptr (RapRecord) b = make_record (RAP_KIND_CODE, "{'id':'" SUBCODE "','name':'b','parent':'" CODE "'}");
  g_autoptr (RapRecord) leaf = make_record (RAP_KIND_CODE, "{'id':'" LEAF "','name':'c','parent':'" CODE "'}");
  RapRecord *circle[] = { a, b };
  g_autoptr (GError) error = NULL;

  g_assert_true (rap_record_validate_references (leaf, circle_cb, circle, &error));
  g_assert_no_error (error);
  g_assert_false (rap_record_validate_references (a, circle_cb, circle, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_CYCLE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/validate/rules", test_rules);
  g_test_add_func ("/model/validate/values", test_values);
  g_test_add_func ("/model/validate/foreign-circle", test_foreign_circle);

  return g_test_run ();
}
