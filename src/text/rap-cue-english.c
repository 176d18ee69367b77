/* rap-cue-english.c
 *
 * The reporting words of English and the words that decide how firmly and when.
 * Our own compilation. The order matters: of entries that begin with the same
 * word the first that fits counts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cue-lists-private.h"

static const RapCueEntry entries[] = {
  { RAP_FORCE_OPEN, "=express expresses expressed expressing", "hope" },
  { RAP_FORCE_OPEN, "=express expresses expressed expressing", "hopes" },
  { RAP_FORCE_OPEN, "=express expresses expressed expressing", "desire" },
  { RAP_FORCE_OPEN, "=express expresses expressed expressing", "doubt" },
  { RAP_FORCE_SAID, "=express expresses expressed expressing", "regret" },
  { RAP_FORCE_SAID, "=express expresses expressed expressing", "gratitude" },
  { RAP_FORCE_SAID, "=express expresses expressed expressing", "concern" },
  { RAP_FORCE_SAID, "=express expresses expressed expressing", "concerns" },
  { RAP_FORCE_SAID, "=express expresses expressed expressing", "support" },
  { RAP_FORCE_SAID, "=express expresses expressed expressing", "readiness" },
  { RAP_FORCE_SAID, "=express expresses expressed expressing", "satisfaction" },
  { RAP_FORCE_SAID, "=express expresses expressed expressing", "confidence" },
  { RAP_FORCE_SAID, "=express expresses expressed expressing", "opposition" },
  { RAP_FORCE_SAID, "=express expresses expressed expressing", NULL },
  { RAP_FORCE_SAID, "=voice voices voiced voicing", NULL },
  { RAP_FORCE_SAID, "=make makes made making", "remarks" },
  { RAP_FORCE_SAID, "=make makes made making", "comments" },
  { RAP_FORCE_SAID, "=make makes made making", "remark" },
  { RAP_FORCE_SAID, "=make makes made making", "announcement" },

  { RAP_FORCE_SAID, "=say says said saying", NULL },
  { RAP_FORCE_SAID, "=tell tells told telling", NULL },
  { RAP_FORCE_SAID, "~states stated stating", NULL },
  { RAP_FORCE_SAID, "stresses stressed stressing", NULL },
  { RAP_FORCE_SAID, "announces announced announcing", NULL },
  { RAP_FORCE_SAID, "declares declared declaring", NULL },
  { RAP_FORCE_SAID, "adds added adding", NULL },
  { RAP_FORCE_SAID, "~notes noted noting", NULL },
  { RAP_FORCE_SAID, "emphasizes emphasized emphasizing emphasises emphasised emphasising", NULL },
  { RAP_FORCE_SAID, "underlines underlined underlining underscores underscored underscoring", NULL },
  { RAP_FORCE_SAID, "highlights highlighted highlighting", NULL },
  { RAP_FORCE_SAID, "~points pointed pointing", "out" },
  { RAP_FORCE_SAID, "~points pointed pointing", "to" },
  { RAP_FORCE_SAID, "~reports reported reporting", NULL },
  { RAP_FORCE_SAID, "confirms confirmed confirming", NULL },
  { RAP_FORCE_SAID, "affirms affirmed affirming reaffirms reaffirmed reaffirming", NULL },
  { RAP_FORCE_SAID, "reiterates reiterated reiterating", NULL },
  { RAP_FORCE_SAID, "explains explained explaining", NULL },
  { RAP_FORCE_SAID, "mentions mentioned mentioning", NULL },
  { RAP_FORCE_SAID, "recalls recalled recalling", NULL },
  { RAP_FORCE_SAID, "describes described describing", NULL },
  { RAP_FORCE_SAID, "~claims claimed claiming", NULL },
  { RAP_FORCE_SAID, "asserts asserted asserting", NULL },
  { RAP_FORCE_SAID, "insists insisted insisting", NULL },
  { RAP_FORCE_SAID, "maintains maintained maintaining", "that" },
  { RAP_FORCE_SAID, "alleges alleged alleging", NULL },
  { RAP_FORCE_SAID, "acknowledges acknowledged acknowledging", NULL },
  { RAP_FORCE_SAID, "admits admitted admitting", NULL },
  { RAP_FORCE_SAID, "concedes conceded conceding", NULL },
  { RAP_FORCE_SAID, "~comments commented commenting", NULL },
  { RAP_FORCE_SAID, "~remarks remarked remarking", NULL },
  { RAP_FORCE_SAID, "observes observed observing", "that" },
  { RAP_FORCE_SAID, "argues argued arguing", NULL },
  { RAP_FORCE_SAID, "writes wrote writing", NULL },
  { RAP_FORCE_SAID, "tweeted tweeting posted", NULL },
  { RAP_FORCE_SAID, "replies replied replying", NULL },
  { RAP_FORCE_SAID, "responds responded responding", "by" },
  { RAP_FORCE_SAID, "responds responded responding", NULL },
  { RAP_FORCE_SAID, "continued", NULL },
  { RAP_FORCE_SAID, "recounts recounted recounting", NULL },
  { RAP_FORCE_SAID, "laments lamented lamenting", NULL },
  { RAP_FORCE_SAID, "~jokes joked joking quipped", NULL },
  { RAP_FORCE_SAID, "countered retorted exclaimed shouted whispered", NULL },
  { RAP_FORCE_SAID, "agrees agreed", "that" },
  { RAP_FORCE_SAID, "answers answered answering", NULL },
  { RAP_FORCE_SAID, "regrets regretted regretting", NULL },
  { RAP_FORCE_SAID, "commends commended commending", NULL },
  { RAP_FORCE_SAID, "~cautions cautioned cautioning", NULL },
  { RAP_FORCE_SAID, "praises praised praising", NULL },
  { RAP_FORCE_SAID, "hails hailed hailing", NULL },
  { RAP_FORCE_SAID, "welcomes welcomed welcoming", NULL },
  { RAP_FORCE_SAID, "condemns condemned condemning", NULL },
  { RAP_FORCE_SAID, "criticizes criticized criticizing criticises criticised criticising", NULL },
  { RAP_FORCE_SAID, "blames blamed blaming", NULL },
  { RAP_FORCE_SAID, "accuses accused accusing", NULL },
  { RAP_FORCE_SAID, "thanks thanked thanking", NULL },
  { RAP_FORCE_SAID, "congratulates congratulated congratulating", NULL },
  { RAP_FORCE_SAID, "warns warned warning", NULL },
  { RAP_FORCE_SAID, "vows vowed vowing", NULL },
  { RAP_FORCE_SAID, "~pledges pledged pledging", NULL },
  { RAP_FORCE_SAID, "~promises promised promising", NULL },
  { RAP_FORCE_SAID, "threatens threatened threatening", "to" },
  { RAP_FORCE_SAID, "reveals revealed revealing", NULL },
  { RAP_FORCE_SAID, "discloses disclosed disclosing", NULL },
  { RAP_FORCE_SAID, "informs informed informing", NULL },
  { RAP_FORCE_SAID, "complains complained complaining", NULL },
  { RAP_FORCE_SAID, "boasts boasted boasting", NULL },
  { RAP_FORCE_SAID, "reassures reassured reassuring assures assured assuring", NULL },
  { RAP_FORCE_SAID, "elaborates elaborated elaborating", NULL },
  { RAP_FORCE_SAID, "clarifies clarified clarifying", NULL },
  { RAP_FORCE_SAID, "testifies testified testifying", NULL },
  { RAP_FORCE_SAID, "~quotes quoted quoting", NULL },
  { RAP_FORCE_SAID, "~cites cited citing", NULL },
  { RAP_FORCE_SAID, "according", "to" },
  { RAP_FORCE_SAID, "in", "the words of" },
  { RAP_FORCE_SAID, "in", "words" },

  { RAP_FORCE_DENIED, "denies denied denying", NULL },
  { RAP_FORCE_DENIED, "rejects rejected rejecting", NULL },
  { RAP_FORCE_DENIED, "dismisses dismissed dismissing", NULL },
  { RAP_FORCE_DENIED, "refutes refuted refuting", NULL },
  { RAP_FORCE_DENIED, "~rules ruled ruling", "out" },
  { RAP_FORCE_DENIED, "~disputes disputed disputing", NULL },
  { RAP_FORCE_DENIED, "repudiates repudiated repudiating", NULL },

  { RAP_FORCE_LIKELY, "=expect expects expected expecting", NULL },
  { RAP_FORCE_LIKELY, "=believe believes believed believing", NULL },
  { RAP_FORCE_LIKELY, "=think thinks thought thinking", NULL },
  { RAP_FORCE_LIKELY, "predicts predicted predicting", NULL },
  { RAP_FORCE_LIKELY, "~forecasts forecast forecasting", NULL },
  { RAP_FORCE_LIKELY, "anticipates anticipated anticipating", NULL },
  { RAP_FORCE_LIKELY, "~estimates estimated estimating", NULL },
  { RAP_FORCE_LIKELY, "~suspects suspected suspecting", NULL },

  { RAP_FORCE_POSSIBLE, "suggests suggested suggesting", "that" },
  { RAP_FORCE_POSSIBLE, "speculates speculated speculating", NULL },
  { RAP_FORCE_POSSIBLE, "~hints hinted hinting", NULL },
  { RAP_FORCE_POSSIBLE, "raises raised raising", "possibility" },

  { RAP_FORCE_OPEN, "asks asked asking", NULL },
  { RAP_FORCE_OPEN, "questioned questioning", NULL },
  { RAP_FORCE_OPEN, "wonders wondered wondering", NULL },
  { RAP_FORCE_OPEN, "inquired enquired", NULL },
  { RAP_FORCE_OPEN, "~calls called calling", "for" },
  { RAP_FORCE_OPEN, "~calls called calling", "on" },
  { RAP_FORCE_OPEN, "~calls called calling", "upon" },
  { RAP_FORCE_OPEN, "urges urged urging", NULL },
  { RAP_FORCE_OPEN, "~demands demanded demanding", NULL },
  { RAP_FORCE_OPEN, "~requests requested requesting", NULL },
  { RAP_FORCE_OPEN, "~appeals appealed appealing", "for" },
  { RAP_FORCE_OPEN, "proposes proposed proposing", NULL },
  { RAP_FORCE_OPEN, "recommends recommended recommending", NULL },
  { RAP_FORCE_OPEN, "suggests suggested suggesting", NULL },
  { RAP_FORCE_OPEN, "hopes hoped hoping", NULL },
  { RAP_FORCE_OPEN, "wishes wished wishing", NULL },
  { RAP_FORCE_OPEN, "wants wanted wanting", NULL },
  { RAP_FORCE_OPEN, "insists insisted insisting", "on" },
  { 0, NULL, NULL },
};

const RapCueLexicon rap_cue_english = {
  .language = "en",
  .analysed = TRUE,
  .entries = entries,
  .pronouns = "he she they it we i who",
  .unnamed = "source sources official officials diplomat diplomats analyst analysts expert experts witness witnesses observers people reports "
             "media insiders residents observer analysts' locals activists critics",
  .roles = "the a an of his her its their 's s president vice prime minister ministers ministry foreign defence defense interior deputy "
           "assistant chief staff head director chairman chairwoman chair commander commanders commander-in-chief general major "
           "brigadier lieutenant colonel admiral captain marshal spokesman spokeswoman spokesperson secretary secretary-general "
           "ambassador envoy representative official officials senior top leader leaders king crown prince princess sheikh sultan emir ruler governor "
           "mayor senator parliament speaker lawmaker lawmakers judge prosecutor lawyer adviser advisor aide counterpart "
           "military army navy air force forces armed police guard guards corps joint national security council "
           "intelligence state state-run state-owned semi-official official news agency website channel television newspaper daily "
           "broadcaster outlet service government administration cabinet office department embassy new former acting outgoing "
           "visiting recently newly appointed then-president supreme high-ranking ranking unnamed anonymous party group movement company "
           "union federation organisation organization committee commission professor doctor economist author expert experts analyst "
           "analysts source sources diplomat diplomats witness witnesses reports media people residents doctors soldiers farmer "
           "farmers scientist scientists engineer engineers teacher teachers two three four several some many western local "
           "regional provincial federal country's nation's republic man woman father mother student students delegation side sides "
           "statement bin ibn von van der de du da di al el ul abu",
  .breaks = "in on at by to from with without after before while when as during since until than that which whose whom if because although "
            "though but or nor so yet however moreover meanwhile earlier later also further then there here this these those "
            "not no never only just even both either neither and said says saying told speaking adding for into over under between among "
            "against about through per via despite amid according today yesterday tomorrow tonight is are was were be been being has "
            "have had do does did will would shall should can could may might must monday tuesday wednesday thursday friday saturday "
            "sunday january february march april june july august september october november december read",
  .skipped = "also further then later earlier again once still now has have had been did not never reportedly clearly strongly "
             "categorically repeatedly publicly explicitly immediately previously recently subsequently meanwhile "
             "today yesterday monday tuesday wednesday thursday friday saturday sunday on is are was were be being too separately reportedly "
             "allegedly already quickly firmly flatly briefly jokingly himself herself themselves who",
  .hearsay = "reportedly allegedly purportedly supposedly apparently unconfirmed rumoured rumored unnamed anonymous anonymity",
  .likely = "likely probably presumably expected seems seem appears appear probable",
  .unlikely = "unlikely improbable doubtful",
  .possible = "may might could possible possibly perhaps maybe conceivably",
  .demand = "should must ought",
  .condition = "if unless whether provided",
  .negation = "not never cannot neither nobody nothing none no can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't hasn't "
              "haven't hadn't couldn't",
  .future = "will won't shall i'll he'll she'll they'll we'll it'll would wouldn't",
  .past = "was were did had wasn't weren't didn't hadn't met said held went came arrived took gave began told left spoke made "
          "found became brought fell flew led lost paid sent sat stood struck won wrote broke drew rose shot",
  .present = "is are am do does isn't aren't doesn't don't it's there's we're they're",
};
