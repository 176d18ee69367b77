/* test-cue.c
 *
 * Who reports a passage, through whom, how firmly and when: sentences of our
 * own, in the manner of agencies, with the passage in square brackets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-cue.h"
#include "rap-fold.h"

typedef struct
{
  const char *text;       /* the passage in [ ] */
  const char *expected;
} Row;

static const struct { const char *name; RapEntityKind kind; } people[] = {
  { "Moore", RAP_ENTITY_PERSON },
  { "Ann Moore", RAP_ENTITY_PERSON },
  { "Cy Dane", RAP_ENTITY_PERSON },
  { "Dane", RAP_ENTITY_PERSON },
  { "Karimov", RAP_ENTITY_PERSON },
  { "کریمی", RAP_ENTITY_PERSON },
  { "الحسن", RAP_ENTITY_PERSON },
  { "Каримов", RAP_ENTITY_PERSON },
  { "Ruritania", RAP_ENTITY_GOVERNMENT },
  { "Harbour Board", RAP_ENTITY_ORGANISATION },
  { "Herald", RAP_ENTITY_OUTLET },
  { "Strelsau", RAP_ENTITY_PLACE },
};

static GArray *
find_names (const char *text)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (RapNamedPlace));
  RapKnownName known[G_N_ELEMENTS (people)];
  g_autoptr (GArray) hits = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    known[i] = (RapKnownName) { people[i].name, people[i].name };
  hits = rap_find_names (text, known, G_N_ELEMENTS (known));
  for (guint i = 0; i < hits->len; i++)
    {
      const RapNameHit *hit = &g_array_index (hits, RapNameHit, i);
      RapNamedPlace place = { hit->range, people[hit->index].name, people[hit->index].kind };

      g_array_append_val (places, place);
    }
  return places;
}

/* The text without its brackets, and where they stood. (transfer full) */
static char *
take_passage (const char *marked,
              RapRange   *passage)
{
  const char *open = strchr (marked, '[');
  const char *close = strchr (marked, ']');
  g_autofree char *before = g_strndup (marked, (gsize) (open - marked));
  g_autofree char *inside = g_strndup (open + 1, (gsize) (close - open - 1));

  passage->start = (guint) g_utf8_strlen (before, -1);
  passage->end = passage->start + (guint) g_utf8_strlen (inside, -1);
  return g_strconcat (before, inside, close + 1, NULL);
}

static char *
slice (const char *text,
       RapRange    range)
{
  return rap_range_is_empty (range) ? g_strdup ("-") : g_utf8_substring (text, range.start, range.end);
}

/* "said < Ann Moore (name Ann Moore), CT+" */
static char *
describe (const char *text,
          RapRange    passage,
          const char *language)
{
  static const char *const kinds[] = { "none", "name", "role", "pronoun", "unnamed" };
  g_autoptr (GArray) names = find_names (text);
  const RapNamedPlace *places = (const RapNamedPlace *) names->data;
  GString *out = g_string_new (NULL);
  RapCue cue;
  RapHedge hedge;

  if (rap_cue_find (text, passage, language, places, names->len, &cue))
    {
      g_autofree char *first = slice (text, cue.cues[0]);
      g_autofree char *second = slice (text, cue.cues[1]);
      g_autofree char *source = slice (text, cue.source);

      g_string_append_printf (out, "%s%s%s < %s (%s", first, cue.n_cues > 1 ? " … " : "", cue.n_cues > 1 ? second : "",
                              source, kinds[cue.source_kind]);
      if (cue.name >= 0)
        g_string_append_printf (out, " %s", places[cue.name].id);
      if (cue.source_kind == RAP_SOURCE_PRONOUN && cue.last_name >= 0)
        g_string_append_printf (out, ": %s?", places[cue.last_name].id);
      g_string_append (out, "), ");
    }
  else
    g_string_append (out, "-, ");
  rap_hedge_find (text, language, &cue, &hedge);
  g_string_append_printf (out, "%s%s", rap_vocabulary_nick (&rap_certainty_vocabulary, hedge.certainty),
                          rap_vocabulary_nick (&rap_polarity_vocabulary, hedge.polarity));
  if (hedge.tense_known && hedge.tense != RAP_TENSE_PRESENT)
    g_string_append_printf (out, " %s", rap_vocabulary_nick (&rap_tense_vocabulary, hedge.tense));
  if (cue.is_outlet)
    g_string_append (out, ", its own");
  if (cue.hearsay)
    g_string_append (out, ", hearsay");
  if (cue.earlier.id != NULL || cue.earlier.name != NULL)
    g_string_append_printf (out, ", after %s", cue.earlier.id != NULL ? cue.earlier.id : cue.earlier.name);
  for (guint i = 0; i < cue.n_outlets; i++)
    g_string_append_printf (out, ", via %s", cue.outlets[i].id != NULL ? cue.outlets[i].id : cue.outlets[i].name);
  return g_string_free (out, FALSE);
}

static void
check (const Row  *rows,
       guint       n_rows,
       const char *language)
{
  for (guint i = 0; i < n_rows; i++)
    {
      RapRange passage;
      g_autofree char *text = take_passage (rows[i].text, &passage);
      g_autofree char *result = describe (text, passage, language);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (result, ==, rows[i].expected);
    }
}

static void
test_quotations (void)
{
  static const Row rows[] = {
    { "“[The bridge is open],” Ann Moore said.", "said < Ann Moore (name Ann Moore), CT+" },
    { "“[The bridge is open],” said Moore.", "said < Moore (name Moore), CT+" },
    { "“[The bridge is open],” Chief of Staff of the Ruritanian Navy Admiral Cy Dane said in a telephone call on Monday.",
      "said < Chief of Staff of the Ruritanian Navy Admiral Cy Dane (name Cy Dane), CT+" },
    { "Dane met Moore. “[The bridge is open],” she added.", "added < she (pronoun: Moore?), CT+" },
    { "Moore said the road was dry. “[The bridge is open],” she added.", "added < she (pronoun: Moore?), CT+" },
    { "“The tide is high,” he said, adding, “[The bridge is open].”", "adding < he (pronoun), CT+" },
    { "“[The tide is high],” he said, adding, “The bridge is open.”", "said < he (pronoun), CT+" },
    { "“[The tide is high]. The bridge is open,” Dane told reporters, Press TV reported.",
      "told < Dane (name Dane), CT+, via Press TV" },
    { "“[The bridge will open],” Xinhua news agency quoted Dane as saying on the sidelines of the fair.",
      "quoted … as saying < Dane (name Dane), CT+ future, via Xinhua" },
    { "Dane was quoted by the Herald as saying: “[The bridge is open].”",
      "quoted … as saying < Dane (name Dane), CT+, via Herald" },
    { "“Is the bridge open?” Moore asked. “[It is],” Dane replied.", "replied < Dane (name Dane), CT+" },
    { "“[Is the bridge open]?” Moore asked.", "asked < Moore (name Moore), Uu" },
    { "“The bridge is open,” said Dane. “[It cost a lot].”", "said < Dane (name Dane), CT+" },
    { "“[We came early.\n\n“And the bridge was shut],” Dane recalled.", "recalled < Dane (name Dane), CT+" },
    { "\"[The bridge is open]\", the minister said.", "said < the minister (role), CT+" },
    { "The visiting minister, who arrived on Sunday, said “[the bridge is open]”.",
      "said < The visiting minister (role), CT+" },
    { "“[Nothing is settled].”", "-, CT-" },
  };

  check (rows, G_N_ELEMENTS (rows), "en");
}

static void
test_reports (void)
{
  static const Row rows[] = {
    { "[Moore said that the ferry is late.]", "said < Moore (name Moore), CT+" },
    { "Moore said that [the ferry is late].", "said < Moore (name Moore), CT+" },
    { "The head of the Harbour Board, Cy Dane, announced on Friday [the ferry was late].",
      "announced < The head of the Harbour Board, Cy Dane (name Cy Dane), CT+" },
    { "[The ferry is late, according to Moore.]", "according to < Moore (name Moore), CT+" },
    { "According to the Herald, [the ferry is late].", "According to < the Herald (name), CT+, its own, via Herald" },
    { "[The ferry is late, the Herald reported.]", "reported < the Herald (name), CT+, its own, via Herald" },
    { "[Moore said the ferry was late, Ruritania’s state-run Islamic Republic News Agency reported.]",
      "said < Moore (name Moore), CT+, via IRNA" },
    { "Ruritania’s foreign minister said [the ferry is late].", "said < Ruritania’s foreign minister (role), CT+" },
    { "The Harbour Board has confirmed that [the ferry is late].", "confirmed < The Harbour Board (name Harbour Board), CT+" },
    { "Moore, for her part, stressed that [the ferry is late].", "stressed < Moore (name Moore), CT+" },
    { "Hailing the ferry as a friend of all, the young minister expressed hope for [more boats].",
      "expressed hope < the young minister (role), Uu" },
    { "[Hailing the ferry as a friend of all, the young minister expressed hope for more boats.]",
      "expressed hope < the young minister (role), Uu" },
    { "[Stressing the need for more boats, Moore invited Dane to Strelsau.]", "Stressing < Moore (name Moore), CT+" },
    { "Moore praised the crew, saying [the ferry had never been late].", "saying < Moore (name Moore), CT-" },
    { "The ferry left at dawn. [It carried forty sheep.]", "-, CT+ past" },
    { "The announced plan [was a good one].", "-, CT+ past" },
    { "[The agreement was announced in Strelsau.]", "-, CT+ past" },
    { "In his words, [the ferry is late].", "In his words < his (pronoun), CT+" },
    { "Moore answered that [the ferry was late], the agency reported.", "answered < Moore (name Moore), CT+" },
    { "[Dane met Moore], the mayor of Strelsau, the Herald reported.", "reported < the Herald (name), CT+, its own, via Herald" },
    { "[The ferry is late], said Moore.", "said < Moore (name Moore), CT+" },
    { "Brigadier Cy Dane, who commands the northern naval base, said [the ferry is late].",
      "said < Brigadier Cy Dane (name Cy Dane), CT+" },
    { "The ferry sank, Reuters reported. Moore said [nobody was hurt].", "said < Moore (name Moore), CT-, after Reuters" },
    { "[The plan was rejected by Dane.]", "rejected < Dane (name Dane), CT-" },
    { "“A thing,” Dane said. [The river rose.]", "-, CT+ past" },
  };

  check (rows, G_N_ELEMENTS (rows), "en");
}

static void
test_commitment (void)
{
  static const Row rows[] = {
    { "Dane denied that [the dam had burst].", "denied < Dane (name Dane), CT-" },
    { "Dane said [the dam will probably burst].", "said < Dane (name Dane), PR+ future" },
    { "Dane said [the dam is likely to burst].", "said < Dane (name Dane), PR+" },
    { "Dane said [the dam is unlikely to burst].", "said < Dane (name Dane), PR-" },
    { "Dane said [the dam may burst].", "said < Dane (name Dane), PS+" },
    { "Dane said [the dam burst in May].", "said < Dane (name Dane), CT+" },
    { "Dane believes [the dam will hold].", "believes < Dane (name Dane), PR+ future" },
    { "Dane called on Monday for [a new dam].", "called on Monday for < Dane (name Dane), Uu" },
    { "Dane said [the dam should be raised].", "said < Dane (name Dane), Uu" },
    { "Dane said [the town will flood if the dam bursts].", "said < Dane (name Dane), Uu future" },
    { "Dane said [the clauses have not been carried out].", "said < Dane (name Dane), CT-" },
    { "Dane said [the dam is not only old but cracked].", "said < Dane (name Dane), CT+" },
    { "Dane did not say whether [the dam had burst].", "say < Dane (name Dane), Uu" },
    { "Sources familiar with the matter said [the dam had burst].",
      "said < Sources (unnamed), CT+, hearsay" },
    { "Two senior officials said [the dam had burst].", "said < Two senior officials (unnamed), CT+, hearsay" },
    { "[The dam has reportedly burst.]", "-, CT+, hearsay" },
    { "Dane expressed regret that [some clauses have not been carried out].",
      "expressed regret < Dane (name Dane), CT-" },
    { "It is possible that [the dam will hold].", "-, PS+ future" },
    { "Whether [the dam holds] is unclear.", "-, Uu" },
    { "Dane warned of [possible floods].", "warned < Dane (name Dane), CT+" },
    { "[No damage was found.]", "-, CT- past" },
    { "Dane vowed [they would never forget the dam].", "vowed < Dane (name Dane), CT- future" },
  };

  check (rows, G_N_ELEMENTS (rows), NULL);
}

static void
test_languages (void)
{
  static const struct { const char *language; Row row; } cases[] = {
    { "fa", { "کریمی گفت: «[پل باز است]».", "گفت < کریمی (name کریمی), CT+" } },
    { "fa-IR", { "کریمی تأکید کرد که [پل باز نیست].", "تأکید کرد < کریمی (name کریمی), CT-" } },
    { "ar", { "وقال الحسن إن [الجسر مفتوح].", "وقال < الحسن (name الحسن), CT+" } },
    { "ru", { "«[Мост открыт]», — заявил Каримов.", "заявил < Каримов (name Каримов), CT+" } },
    { "de", { "„[Die Brücke ist offen]“, sagte Dane.", "sagte < Dane (name Dane), CT+" } },
    { "de", { "Moore sagte, [die Brücke sei wahrscheinlich offen].", "sagte < Moore (name Moore), PR+" } },
    { "fr", { "« [Le pont est ouvert] », a déclaré Moore.", "a déclaré < Moore (name Moore), CT+" } },
    { "sw", { "“[Daraja liko wazi],” Moore said.", "-, CT+" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i].row, 1, cases[i].language);
  g_assert_true (rap_cue_knows ("fa_IR"));
  g_assert_true (rap_cue_knows (NULL));
  g_assert_false (rap_cue_knows ("sw"));
}

/* Whatever stands there and whatever is chosen of it: what is found stands in the text and is in order. */
static void
test_anything (void)
{
  static const char *const pieces[] = {
    "said", " ", ", ", "“", "”", "\"", "‘", "’", "Moore", "the", "of", "and", "who", "adding", "quoted", "as", "saying", "by", "in",
    "his", "words", "according", "to", ".", "?", "\n", "…", "-", "not", "no", "may", "if", "he", "sources", "IRNA", "كتب", "گفت", "e\xcc\x81",
    "👩‍👩‍👧", "U.S.", "«", "»", "„", "called", "for", "Herald", "", "\t", "reportedly", "denied", "’s",
  };

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) names = NULL;
      RapRange passage;
      RapCue cue;
      RapHedge hedge;
      guint length;

      for (int n = g_test_rand_int_range (0, 40); n > 0; n--)
        g_string_append_printf (text, "%s%s", pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))],
                                g_test_rand_bit () ? " " : "");
      length = (guint) g_utf8_strlen (text->str, -1);
      passage.start = (guint) g_test_rand_int_range (0, (gint32) length + 1);
      passage.end = (guint) g_test_rand_int_range ((gint32) passage.start, (gint32) length + 1);
      names = find_names (text->str);
      rap_cue_find (text->str, passage, "en", (const RapNamedPlace *) names->data, names->len, &cue);
      rap_hedge_find (text->str, "en", &cue, &hedge);
      g_assert_cmpuint (cue.cues[0].end, <=, length);
      g_assert_cmpuint (cue.cues[1].end, <=, length);
      g_assert_cmpuint (cue.source.end, <=, length);
      g_assert_cmpuint (hedge.word.end, <=, length);
      g_assert_cmpuint (cue.source.start, <=, cue.source.end);
      g_assert_true (rap_range_contains (passage, cue.complement));
      g_assert_cmpint (cue.name, <, (int) names->len);
      g_assert_cmpint (cue.last_name, <, (int) names->len);
      g_assert_true (cue.n_cues < 2 || !rap_range_overlaps (cue.cues[0], cue.cues[1]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/cue/quotations", test_quotations);
  g_test_add_func ("/text/cue/reports", test_reports);
  g_test_add_func ("/text/cue/commitment", test_commitment);
  g_test_add_func ("/text/cue/languages", test_languages);
  g_test_add_func ("/text/cue/anything", test_anything);

  return g_test_run ();
}
