/* test-record-json.c
 *
 * Records to JSON and back: every kind with everything in it, what may be left
 * out, what is refused in which words, and anchors completed from a text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "json-tree.h"
#include "rap-model.h"

#define ID(n) "00000000-0000-4000-8000-00000000000" #n
#define SHA_OF_ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define TIMES "\"created\":\"2026-03-01T09:30:00Z\",\"modified\":\"2026-03-02T10:00:00.000250Z\",\"analyst\":\"ada\"}"
#define ANCHOR "{\"ranges\":[[0,1],[2,3]],\"exact\":\"a … c\",\"prefix\":\"\",\"suffix\":\"\\n\\\"\\\\\"}"

static RapRecord *
read_json (RapKind     kind,
           const char *json,
           GPtrArray  *unknown,
           GError    **error)
{
  g_autoptr (GVariant) tree = json_tree_parse (json);

  return rap_record_from_variant (kind, tree, unknown, error);
}

/* One object of each kind, complete: it must come out as it went in. */
static const struct
{
  RapKind     kind;
  const char *json;
} complete[] = {
  { RAP_KIND_PROJECT, "{\"id\":\"" ID (1) "\",\"title\":\"Contacts\",\"note\":\"two\\nlines\"," TIMES },
  { RAP_KIND_CODE,
    "{\"id\":\"" ID (1) "\",\"name\":\"Border\",\"parent\":\"" ID (2) "\",\"colour\":\"#3584e4\",\"key\":\"1\","
    "\"description\":\"d\"," TIMES },
  { RAP_KIND_CODE,
    "{\"id\":\"" ID (1) "\",\"name\":\"Border\",\"parent\":null,\"colour\":\"#3584e4\",\"key\":null,"
    "\"description\":\"\"," TIMES },
  { RAP_KIND_ENTITY,
    "{\"id\":\"" ID (1) "\",\"kind\":\"person\",\"name\":\"Bagheri\","
    "\"names\":[{\"name\":\"Baqeri\",\"language\":\"\",\"kind\":\"transliteration\"},"
    "{\"name\":\"باقری\",\"language\":\"fa\",\"kind\":\"original_script\"}],"
    "\"reliability\":\"B\",\"not_same_as\":[\"" ID (2) "\",\"" ID (3) "\"],\"note\":\"\"," TIMES },
  { RAP_KIND_ARTICLE,
    "{\"id\":\"" ID (1) "\",\"title\":\"T\",\"outlet\":\"" ID (2) "\",\"byline\":\"By A\",\"published\":\"2022-11-08\","
    "\"url\":\"https://example.org/a?b=c\",\"language\":\"en\",\"direction\":\"rtl\",\"text\":\"abc\","
    "\"body\":[[0,1],[2,3]],\"sha256\":\"" SHA_OF_ABC "\",\"copied_from\":\"" ID (3) "\",\"note\":\"\"," TIMES },
  { RAP_KIND_MEETING,
    "{\"id\":\"" ID (1) "\",\"title\":\"Visit\",\"mode\":\"visit\",\"status\":\"planned\",\"when\":\"2017-07~\","
    "\"earliest\":\"2017-07-01\",\"latest\":\"2017-07-31\",\"place\":\"" ID (2) "\",\"place_text\":\"\",\"topic\":\"t\","
    "\"outcome\":\"o\",\"participants\":[{\"entity\":\"" ID (3) "\",\"role\":\"host\","
    "\"capacity\":\"Chief of General Staff\"},{\"entity\":\"" ID (4) "\",\"role\":\"participant\",\"capacity\":\"\"}],"
    "\"note\":\"\"," TIMES },
  { RAP_KIND_MEETING,
    "{\"id\":\"" ID (1) "\",\"title\":\"Visit\",\"mode\":\"unknown\",\"status\":\"held\",\"when\":\"2017/..\","
    "\"earliest\":\"2017-01-01\",\"latest\":null,\"place\":null,\"place_text\":\"Tehran\",\"topic\":\"\","
    "\"outcome\":\"\",\"participants\":[],\"note\":\"\"," TIMES },
  { RAP_KIND_CLAIM,
    "{\"id\":\"" ID (1) "\",\"article\":\"" ID (2) "\",\"content\":" ANCHOR ",\"cue\":" ANCHOR ",\"source\":" ANCHOR ","
    "\"proposition\":\"p\",\"speaker\":\"" ID (3) "\",\"via\":[\"" ID (4) "\",\"" ID (3) "\"],\"anonymous\":true,"
    "\"mode\":\"mixed\",\"certainty\":\"PS\",\"polarity\":\"-\",\"tense\":\"future\",\"credibility\":6,"
    "\"codes\":[\"" ID (5) "\"],\"meetings\":[{\"meeting\":\"" ID (6) "\",\"aspect\":\"date\",\"value\":\"2015\"},"
    "{\"meeting\":\"" ID (6) "\",\"aspect\":\"occurrence\",\"value\":null}],\"note\":\"n\"," TIMES },
  { RAP_KIND_MENTION,
    "{\"id\":\"" ID (1) "\",\"article\":\"" ID (2) "\",\"anchor\":" ANCHOR ",\"entity\":\"" ID (3) "\"," TIMES },
  { RAP_KIND_EVIDENCE,
    "{\"id\":\"" ID (1) "\",\"article\":\"" ID (2) "\",\"anchor\":" ANCHOR ",\"meeting\":\"" ID (3) "\","
    "\"aspect\":\"outcome\"," TIMES },
  { RAP_KIND_CODING,
    "{\"id\":\"" ID (1) "\",\"article\":\"" ID (2) "\",\"anchor\":" ANCHOR ",\"code\":\"" ID (3) "\",\"note\":\"\"," TIMES },
  { RAP_KIND_RELATION,
    "{\"id\":\"" ID (1) "\",\"kind\":\"contradicts\",\"from\":\"" ID (2) "\",\"to\":\"" ID (3) "\",\"note\":\"\"," TIMES },
};

static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (complete); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RapRecord) record = read_json (complete[i].kind, complete[i].json, NULL, &error);
      g_autoptr (RapRecord) again = NULL;
      g_autofree char *json = NULL;

      g_assert_no_error (error);
      g_assert_false (record->sealed);
      rap_record_seal (record);
      json = rap_record_to_json (record);
      g_assert_cmpstr (json, ==, complete[i].json);

      again = read_json (complete[i].kind, json, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (rap_record_equal (record, rap_record_seal (again)));
    }
}

/* Members left out have the values of a new record. */
static void
test_left_out (void)
{
  for (guint kind = 0; kind < RAP_N_KINDS; kind++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RapRecord) record = read_json (kind, "{}", NULL, &error);
      g_autoptr (RapRecord) empty = rap_record_new (kind);

      g_assert_no_error (error);
      g_assert_true (g_uuid_string_is_valid (record->id));
      g_assert_cmpstr (record->id, !=, empty->id);
      rap_set_string (&empty->id, record->id);
      g_assert_true (rap_record_equal (rap_record_seal (record), rap_record_seal (empty)));
    }
}

static void
test_parts_left_out (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapRecord) entity = read_json (RAP_KIND_ENTITY, "{'id':'" ID (1) "','names':[{'name':'B'}]}", NULL, &error);
  g_autoptr (RapRecord) meeting = read_json (RAP_KIND_MEETING, "{'participants':[{'entity':'" ID (2) "'}]}", NULL, &error);
  g_autoptr (RapRecord) claim = read_json (RAP_KIND_CLAIM, "{'meetings':[{'meeting':'" ID (3) "'}],'content':{'exact':'q'},"
                                      "'cue':{'ranges':[[1,2]]}}", NULL, &error);
  const RapName *name;
  const RapParticipant *participant;
  const RapClaimMeeting *link;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  name = RAP_ENTITY (entity)->names->pdata[0];
  participant = RAP_MEETING (meeting)->participants->pdata[0];
  link = RAP_CLAIM (claim)->meetings->pdata[0];
  line = g_strdup_printf ("%s,%s,%u; %s,%u,%s; %s,%u,%s; %u,%s; %u,%s", name->name, name->language, name->kind,
                          participant->entity + 35, participant->role, participant->capacity,
                          link->meeting + 35, link->aspect, link->value != NULL ? link->value : "null",
                          RAP_CLAIM (claim)->content->n_ranges, RAP_CLAIM (claim)->content->exact,
                          RAP_CLAIM (claim)->cue->n_ranges, RAP_CLAIM (claim)->cue->exact);
  g_assert_cmpstr (line, ==, "B,,0; 2,0,; 3,0,null; 0,q; 1,");
}

/* Each row begins with the id, so that the message can name the object. */
static const struct
{
  RapKind     kind;
  const char *members;
  const char *expected;
} refused[] = {
  { RAP_KIND_CLAIM, "'certainty':'maybe'", "certainty: “maybe” is none of CT, PR, PS, U" },
  { RAP_KIND_CLAIM, "'certainty':null", "certainty: null is none of CT, PR, PS, U" },
  { RAP_KIND_CLAIM, "'certainty':1", "certainty: a string expected" },
  { RAP_KIND_CLAIM, "'polarity':'ct'", "polarity: “ct” is none of +, -, u" },
  { RAP_KIND_ENTITY, "'reliability':'G'", "reliability: “G” is none of null, A, B, C, D, E, F" },
  { RAP_KIND_ENTITY, "'kind':''", "kind: “” is none of person, organisation, government, place, outlet" },
  { RAP_KIND_CLAIM, "'credibility':0", "credibility: 0 is not between 1 and 6" },
  { RAP_KIND_CLAIM, "'credibility':7", "credibility: 7 is not between 1 and 6" },
  { RAP_KIND_CLAIM, "'credibility':2.5", "credibility: a whole number or null expected" },
  { RAP_KIND_CLAIM, "'credibility':'2'", "credibility: a whole number or null expected" },
  { RAP_KIND_CLAIM, "'anonymous':1", "anonymous: true or false expected" },
  { RAP_KIND_CLAIM, "'anonymous':null", "anonymous: true or false expected" },
  { RAP_KIND_CLAIM, "'proposition':null", "proposition: a string expected" },
  { RAP_KIND_CLAIM, "'speaker':'Bagheri'", "speaker: “Bagheri” is no UUID" },
  { RAP_KIND_CLAIM, "'speaker':12", "speaker: a string expected" },
  { RAP_KIND_CLAIM, "'via':null", "via: an array expected" },
  { RAP_KIND_CLAIM, "'via':'" ID (2) "'", "via: an array expected" },
  { RAP_KIND_CLAIM, "'via':['" ID (2) "','x']", "via: “x” is no UUID" },
  { RAP_KIND_CLAIM, "'content':'quote'", "content: an object or null expected" },
  { RAP_KIND_CLAIM, "'content':{}", "content: an anchor needs ranges or a quote (exact)" },
  { RAP_KIND_CLAIM, "'content':{'ranges':[]}", "content: an anchor needs ranges or a quote (exact)" },
  { RAP_KIND_CLAIM, "'content':{'exact':''}", "content: an anchor needs ranges or a quote (exact)" },
  { RAP_KIND_CLAIM, "'content':{'prefix':'a','suffix':'b'}", "content: an anchor needs ranges or a quote (exact)" },
  { RAP_KIND_CLAIM, "'content':{'exact':7}", "content.exact: a string expected" },
  { RAP_KIND_CLAIM, "'content':{'ranges':[0,1]}", "content.ranges: a pair [start, end] expected" },
  { RAP_KIND_CLAIM, "'content':{'ranges':[[0]]}", "content.ranges: a pair [start, end] expected" },
  { RAP_KIND_CLAIM, "'content':{'ranges':[[0,1,2]]}", "content.ranges: a pair [start, end] expected" },
  { RAP_KIND_CLAIM, "'content':{'ranges':[[0,1.5]]}", "content.ranges: a whole number expected" },
  { RAP_KIND_CLAIM, "'content':{'ranges':[[-1,1]]}", "content.ranges: -1 is no offset in a text" },
  { RAP_KIND_CLAIM, "'content':{'ranges':[[0,5000000000]]}", "content.ranges: 5000000000 is no offset in a text" },
  { RAP_KIND_CLAIM, "'content':{'exact':'q','color':'red'}", "content.color: there is no such member" },
  { RAP_KIND_CLAIM, "'meetings':[{'aspect':'date'}]", "meetings: a link needs a meeting" },
  { RAP_KIND_CLAIM, "'meetings':['" ID (2) "']", "meetings: an object expected" },
  { RAP_KIND_CLAIM, "'meetings':[{'meeting':'" ID (2) "','aspect':'who'}]",
    "meetings.aspect: “who” is none of occurrence, date, place, participants, topic, outcome" },
  { RAP_KIND_CLAIM, "'meetings':[{'meeting':'" ID (2) "','value':2015}]", "meetings.value: a string expected" },
  { RAP_KIND_MEETING, "'participants':[{'role':'host'}]", "participants: a participant needs an entity" },
  { RAP_KIND_MEETING, "'participants':[{'entity':'" ID (2) "','role':'guest'}]",
    "participants.role: “guest” is none of participant, host, visitor, mediator" },
  { RAP_KIND_MEETING, "'participants':[{'entity':'" ID (2) "','rank':'1'}]", "participants.rank: there is no such member" },
  { RAP_KIND_MEETING, "'when':'July 2017'",
    "when: “July 2017” is no date: a character that no date contains (character 1)" },
  { RAP_KIND_MEETING, "'when':2017", "when: a string or null expected" },
  { RAP_KIND_MEETING, "'when':'2017-07','earliest':'2017-07-02'",
    "earliest: 2017-07-02 disagrees with the date, which gives 2017-07-01" },
  { RAP_KIND_MEETING, "'latest':'2017-07-30','when':'2017-07'",
    "latest: 2017-07-30 disagrees with the date, which gives 2017-07-31" },
  { RAP_KIND_MEETING, "'when':'2017-07','latest':null", "latest: null disagrees with the date, which gives 2017-07-31" },
  { RAP_KIND_MEETING, "'earliest':'2017-07-01'", "earliest: 2017-07-01 disagrees with the date, which gives null" },
  { RAP_KIND_MEETING, "'earliest':20170701", "earliest: a string or null expected" },
  { RAP_KIND_ENTITY, "'names':[{'name':'B','kind':'nickname'}]",
    "names.kind: “nickname” is none of alias, transliteration, original_script, former" },
  { RAP_KIND_ENTITY, "'names':{}", "names: an array expected" },
  { RAP_KIND_ARTICLE, "'text':'a\\r\\nb'", "text: the text holds carriage returns; lines end with line feeds" },
  { RAP_KIND_ARTICLE, "'text':null", "text: a string expected" },
  { RAP_KIND_ARTICLE, "'text':'abd','sha256':'" SHA_OF_ABC "'",
    "sha256: disagrees with the text, whose sum is "
    "a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9" },
  { RAP_KIND_ARTICLE, "'published':'2016-13'", "published: “2016-13” is no date: there is no month 13 (character 6)" },
  { RAP_KIND_ARTICLE, "'body':[['0','1']]", "body: a whole number expected" },
  { RAP_KIND_CODE, "'key':1", "key: a string expected" },
  { RAP_KIND_CODE, "'color':'#ffffff'", "color: there is no such member" },
  { RAP_KIND_CODE, "'created':'yesterday'", "created: “yesterday” is no time as in RFC 3339" },
  { RAP_KIND_CODE, "'modified':0", "modified: a string expected" },
  { RAP_KIND_CODE, "'analyst':null", "analyst: a string expected" },
  { RAP_KIND_PROJECT, "'deleted':true", "deleted: there is no such member" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *json = g_strdup_printf ("{'id':'%s',%s}", ID (1), refused[i].members);
      g_autofree char *expected = g_strdup_printf ("%s %s: %s", rap_kind_get_nick (refused[i].kind), ID (1),
                                                   refused[i].expected);
      g_autoptr (GError) error = NULL;
      g_autoptr (RapRecord) record = read_json (refused[i].kind, json, NULL, &error);

      if (record != NULL)
        g_error ("%s was accepted", json);
      g_assert_cmpint (error->domain, ==, RAP_ERROR);
      g_assert_cmpint (error->code, ==, strstr (expected, " expected") != NULL ? RAP_ERROR_FORMAT : RAP_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, expected);
    }
}

static void
test_refused_whole (void)
{
  static const struct
  {
    const char *json;
    const char *expected;
  } rows[] = {
    { "[]", "claim: an object expected" },
    { "'x'", "claim: an object expected" },
    { "{'id':7}", "claim: id: a string expected" },
    { "{'id':null}", "claim: id: a string expected" },
    { "{'id':'7','certainty':'maybe'}", "claim 7: id: “7” is no UUID" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RapRecord) record = read_json (RAP_KIND_CLAIM, rows[i].json, NULL, &error);

      g_assert_null (record);
      g_assert_cmpstr (error->message, ==, rows[i].expected);
    }
}

static void
test_unknown (void)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (RapRecord) claim = read_json (RAP_KIND_CLAIM,
                                      "{'colour':'red','id':'" ID (1) "','content':{'exact':'q','type':'x'},"
                                      "'proposition':'p','meetings':[{'meeting':'" ID (2) "','n':1}],'x':{'y':[null]}}",
                                      unknown, &error);
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (RAP_CLAIM (claim)->proposition, ==, "p");
  g_ptr_array_add (unknown, NULL);
  line = g_strjoinv ("; ", (char **) unknown->pdata);
  g_assert_cmpstr (line, ==, "claim " ID (1) ": colour; claim " ID (1) ": content.type; "
                             "claim " ID (1) ": meetings.n; claim " ID (1) ": x");
}

#define TEXT "The general met the minister. Later the general left it."

/* What is given of an anchor, and what it becomes: ranges and quote, or the complaint. */
static void
test_complete (void)
{
  static const struct
  {
    const char *anchor;
    const char *expected;
  } rows[] = {
    { "{'ranges':[[4,11]]}", "4-11 The |general| met the minister. Later the gen" },
    { "{'ranges':[[4,11],[20,28]]}", "4-11 20-28 The |general … minister|. Later the general left it." },
    { "{'ranges':[[4,7],[7,11]]}", "4-7 7-11 The |gen … eral| met the minister. Later the gen" },
    { "{'ranges':[[4,11]],'exact':'general'}", "4-11 The |general| met the minister. Later the gen" },
    { "{'ranges':[[4,11]],'prefix':'e ','suffix':' met'}", "4-11 The |general| met the minister. Later the gen" },
    { "{'exact':'minister'}", "20-28 The general met the |minister|. Later the general left it." },
    { "{'exact':'general','prefix':'Later the '}", "40-47 ral met the minister. Later the |general| left it." },
    { "{'exact':'general','suffix':' left'}", "40-47 ral met the minister. Later the |general| left it." },
    { "{'exact':'general … minister','prefix':'The '}", "4-11 20-28 The |general … minister|. Later the general left it." },
    { "{'exact':'the … the','prefix':'met '}", "16-19 36-39 The general met |the … the| general left it." },
    { "{'exact':'e … t','suffix':' it'}", "the quote is in the article's text more than once, and nothing tells the places apart" },
    { "{'exact':'minister … left'}", "20-28 48-52 The general met the |minister … left| it." },
    { "{'exact':'general','ranges':[[20,28]]}", "exact disagrees with the article's text at these ranges" },
    { "{'ranges':[[4,11]],'prefix':'A '}", "prefix or suffix disagree with the article's text around these ranges" },
    { "{'ranges':[[4,11]],'suffix':' left'}", "prefix or suffix disagree with the article's text around these ranges" },
    { "{'ranges':[[20,28],[4,11]]}", "the ranges are not ascending, disjoint and none empty" },
    { "{'ranges':[[4,11],[10,12]]}", "the ranges are not ascending, disjoint and none empty" },
    { "{'ranges':[[4,4]]}", "the ranges are not ascending, disjoint and none empty" },
    { "{'ranges':[[4,57]]}", "the ranges end after the article's text" },
    { "{'exact':'colonel'}", "the quote is not in the article's text" },
    { "{'exact':'minister … general … minister'}", "the quote is not in the article's text" },
    { "{'exact':'general'}", "the quote is in the article's text more than once, and nothing tells the places apart" },
    { "{'exact':'the '}", "the quote is in the article's text more than once, and nothing tells the places apart" },
    { "{'exact':'minister','prefix':'a '}", "prefix or suffix disagree with the article's text around these ranges" },
  };
  g_autoptr (RapText) text = rap_text_new (TEXT);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *json = g_strdup_printf ("{'id':'%s','content':%s}", ID (1), rows[i].anchor);
      g_autoptr (GError) error = NULL;
      g_autoptr (RapRecord) claim = read_json (RAP_KIND_CLAIM, json, NULL, &error);
      g_autoptr (GString) line = g_string_new (NULL);
      const RapAnchor *anchor;

      g_assert_no_error (error);
      if (!rap_record_complete (claim, text, &error))
        {
          g_autofree char *expected = g_strconcat ("claim " ID (1) ": content: ", rows[i].expected, NULL);

          g_assert_error (error, RAP_ERROR, RAP_ERROR_INVALID);
          g_assert_cmpstr (error->message, ==, expected);
          continue;
        }

      anchor = RAP_CLAIM (claim)->content;
      for (guint k = 0; k < anchor->n_ranges; k++)
        g_string_append_printf (line, "%u-%u ", anchor->ranges[k].start, anchor->ranges[k].end);
      g_string_append_printf (line, "%s|%s|%s", anchor->prefix, anchor->exact, anchor->suffix);
      g_assert_cmpstr (line->str, ==, rows[i].expected);
      g_assert_cmpint (rap_anchor_verify (anchor, text), ==, RAP_ANCHOR_VERIFIED);
    }
}

/* All three anchors of a claim are completed; records without any are left alone. */
static void
test_complete_kinds (void)
{
  g_autoptr (RapText) text = rap_text_new (TEXT);
  g_autoptr (GError) error = NULL;
  g_autoptr (RapRecord) claim = read_json (RAP_KIND_CLAIM, "{'content':{'exact':'met'},'cue':{'exact':'left'},"
                                      "'source':{'exact':'minister'}}", NULL, NULL);
  g_autoptr (RapRecord) code = rap_record_new (RAP_KIND_CODE);

  g_assert_true (rap_record_complete (claim, text, &error));
  g_assert_true (rap_record_complete (code, text, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (RAP_CLAIM (claim)->content->ranges[0].start, ==, 12);
  g_assert_cmpuint (RAP_CLAIM (claim)->cue->ranges[0].start, ==, 48);
  g_assert_cmpuint (RAP_CLAIM (claim)->source->ranges[0].start, ==, 20);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/record-json/round-trip", test_round_trip);
  g_test_add_func ("/model/record-json/left-out", test_left_out);
  g_test_add_func ("/model/record-json/parts-left-out", test_parts_left_out);
  g_test_add_func ("/model/record-json/refused", test_refused);
  g_test_add_func ("/model/record-json/refused-whole", test_refused_whole);
  g_test_add_func ("/model/record-json/unknown", test_unknown);
  g_test_add_func ("/model/record-json/complete", test_complete);
  g_test_add_func ("/model/record-json/complete-kinds", test_complete_kinds);

  return g_test_run ();
}
