/* test-language.c
 *
 * The language that is found in a page saved as plain text, and what by; and
 * the pages of which nothing is said, since a wrong language is worse than none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-extract.h"

typedef struct
{
  const char *name;
  const char *expected; /* language|where it was found */
  const char *text;
} Case;

static const Case cases[] = {
  { "english", "en|the words of the text",
    "The envoy called for calm at the border on Sunday, after two nights of shots near the bridge over the river. He "
    "said that he would stay at the border until the talks on the bridge had begun, and that nobody gained from "
    "delay. Officers of both sides met at the bridge." },
  { "german", "de|the words of the text",
    "Der Gesandte hat am Sonntag zur Ruhe an der Grenze gemahnt, nachdem zwei Nächte lang in der Nähe der Brücke "
    "geschossen worden war. Er sagte, er werde bleiben, bis die Gespräche über die Brücke begonnen hätten, denn "
    "niemand habe etwas von einer Verzögerung." },
  { "french", "fr|the words of the text",
    "L'envoyé a appelé dimanche au calme à la frontière, après deux nuits de tirs près du pont sur le fleuve. Il a "
    "déclaré qu'il resterait jusqu'à ce que les discussions sur le pont aient commencé, et que personne ne gagnait "
    "rien à attendre. Des officiers des deux côtés se sont retrouvés le soir." },
  { "spanish", "es|the words of the text",
    "El enviado pidió el domingo calma en la frontera, después de dos noches de disparos cerca del puente sobre el "
    "río. Dijo que se quedaría hasta que comenzaran las conversaciones sobre el puente y que nadie ganaba nada con "
    "la demora. Oficiales de ambas partes se reunieron por la tarde." },
  { "turkish", "tr|the words of the text",
    "Temsilci, nehrin üzerindeki köprünün yakınında iki gece süren silah seslerinin ardından pazar günü sınırda "
    "sükûnet çağrısında bulundu. Köprüyle ilgili görüşmeler başlayana kadar burada kalacağını, gecikmenin kimseye "
    "bir yararı olmadığını söyledi." },
  { "portuguese", "pt|the words of the text",
    "O enviado apelou no domingo à calma na fronteira, depois de duas noites de tiros perto da ponte sobre o rio. "
    "Disse que ficaria até que começassem as conversações sobre a ponte e que ninguém ganhava com a demora. Oficiais "
    "dos dois lados se reuniram à noite." },
  { "italian", "it|the words of the text",
    "L'inviato ha chiesto domenica calma al confine, dopo due notti di spari vicino al ponte sul fiume. Ha detto che "
    "resterà finché non saranno cominciati i colloqui sul ponte e che nessuno guadagna da un ritardo. Gli ufficiali "
    "delle due parti si sono incontrati la sera." },
  { "dutch", "nl|the words of the text",
    "De gezant riep zondag op tot rust aan de grens, na twee nachten van schoten bij de brug over de rivier. Hij zei "
    "dat hij zou blijven tot de gesprekken over de brug waren begonnen en dat niemand iets won bij uitstel. "
    "Officieren van beide kanten kwamen in de avond bijeen." },
  { "polish", "pl|the words of the text",
    "Wysłannik wezwał w niedzielę do spokoju na granicy po dwóch nocach strzałów w pobliżu mostu na rzece. "
    "Powiedział, że zostanie, dopóki nie rozpoczną się rozmowy o moście, i że nikt nie zyskuje na opóźnieniu. "
    "Oficerowie obu stron spotkali się wieczorem przy moście." },
  { "persian", "fa|the letters of the report",
    "فرستاده مجمع روز یکشنبه پس از دو شب تیراندازی در نزدیکی پل خواستار آرامش در مرز شد. او گفت تا آغاز گفت‌وگو "
    "درباره پل در آنجا می‌ماند و هیچ‌کس از تأخیر سودی نمی‌برد. افسران هر دو طرف شامگاه در کنار پل دیدار کردند." },
  { "arabic", "ar|the letters of the report",
    "دعا المبعوث يوم الأحد إلى الهدوء على الحدود بعد ليلتين من إطلاق النار قرب الجسر فوق النهر. وقال إنه سيبقى حتى "
    "تبدأ المحادثات حول الجسر، وإن أحدا لا يستفيد من التأخير. والتقى ضباط من الجانبين عند الجسر مساء." },
  { "russian", "ru|the letters of the report",
    "Посланник призвал в воскресенье к спокойствию на границе после двух ночей стрельбы у моста через реку. Он "
    "сказал, что останется, пока не начнутся переговоры о мосте, и что никто не выиграет от промедления. Офицеры "
    "обеих сторон встретились вечером." },
  { "chinese", "zh|the letters of the report",
    "特使星期日呼吁边境保持平静，此前河上桥梁附近连续两夜传出枪声。他说，在有关桥梁的会谈开始之前，他将留在当地，拖延对任何人都没有好处。双方军官当晚在桥边会面，同意夜间让哨兵远离河岸，并且每周会面一次。" },
  { "too-short", "-|-",
    "The envoy called for calm at the border on Sunday, after two nights of shots near the bridge over the river." },
  { "english-then-german", "-|-",
    "The envoy called for calm at the border on Sunday, after two nights of shots near the bridge over the river. Er "
    "sagte, er werde bleiben, bis die Gespräche über die Brücke begonnen hätten, denn niemand habe etwas von einer "
    "Verzögerung." },
  { "english-then-french", "-|-",
    "The envoy called for calm at the border on Sunday, after two nights of shots near the bridge over the river. He "
    "said that he would stay at the border until the talks on the bridge had begun, and that nobody gained from "
    "delay. The envoy and the officers of both sides agreed that the guards would be kept away at night, and that a "
    "meeting would take place. L'envoyé a appelé dimanche au calme à la frontière, après deux nuits de tirs près du "
    "pont sur le fleuve. Il a déclaré qu'il resterait jusqu'à ce que les discussions sur le pont aient commencé, et "
    "que personne ne gagnait rien à attendre. Le gouvernement de la région a promis aux habitants une nouvelle "
    "rencontre." },
  { "norwegian-or-danish", "-|-",
    "Utsendingen oppfordret søndag til ro ved grensen etter to netter med skudd nær broen over elven. Han sa at han "
    "ville bli til samtalene om broen hadde begynt, og at ingen tjente på en forsinkelse." },
  { "croatian-or-bosnian", "-|-",
    "Izaslanik je u nedjelju pozvao na smirenost na granici nakon dvije noći pucnjave blizu mosta na rijeci. Rekao "
    "je da će ostati dok ne započnu razgovori o mostu i da nitko ne dobiva ništa odgađanjem sastanka." },
  { "names-alone", "-|-",
    "Kareem Abdul Rahman, Mohammad Reza Tehrani, Jean Dupont, Ali Hosseini, Ivan Petrov, Maria Gonzalez, Hans "
    "Müller, Piet de Vries, Ahmet Yilmaz, Wang Xiaoming, Kim Min Soo, Giovanni Rossi, Nguyen Van Thanh, Erik "
    "Svensson, Pavel Novak." },
  { "unknown-language", "-|-",
    "Şandyar roja yekşemê li ser sînor banga aramiyê kir, piştî du şevan ji dengê çekan li nêzî pira li ser çem. Wî "
    "got ku ew ê li wir bimîne heta ku axaftinên li ser pirê dest pê bikin û ku kes ji derengiyê sûd nagire." },
  { "persian-in-latin-letters", "-|-",
    "Vazir-e khareje-ye Iran ruz-e yekshanbeh dar goftogu-ye telefoni ba hamtaye khod dar morede masa'ele mantaqeh'i "
    "goftogu kard va bar edameye hamkari-ha takid kard. Do taraf hamchonin darbareye ravabet-e eqtesadi sohbat "
    "kardand." },
};

static char *
describe (const RapExtract *extract)
{
  const char *where = rap_extract_get_where (extract, "language");

  return g_strdup_printf ("%s|%s", extract->language ? extract->language : "-", where ? where : "-");
}

static void
test_text (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (RapExtract) extract = rap_extract_text (test->text);
  g_autofree char *got = describe (extract);

  g_assert_cmpstr (got, ==, test->expected);
}

/* What the page declares is left alone, whatever its words are; what is not declared is found on a web page too. */
static void
test_page (void)
{
  g_autofree char *stated = g_strdup_printf ("<html lang=\"de\"><body><p>%s</p></body></html>", cases[0].text);
  g_autofree char *unstated = g_strdup_printf ("<html><body><p>%s</p></body></html>", cases[0].text);
  g_autoptr (RapExtract) first = rap_extract_html (stated);
  g_autoptr (RapExtract) second = rap_extract_html (unstated);
  g_autofree char *declared = describe (first);
  g_autofree char *found = describe (second);

  g_assert_cmpstr (declared, ==, "de|the page's lang attribute");
  g_assert_cmpstr (found, ==, "en|the words of the text");
}

static gpointer
extract_often (gpointer unused)
{
  guint n_right = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (RapExtract) extract = rap_extract_text (cases[i % 9].text);
      g_autofree char *got = describe (extract);

      n_right += g_str_equal (got, cases[i % 9].expected);
    }
  return GUINT_TO_POINTER (n_right);
}

/* The first call of all may come from several threads at once. */
static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("language", extract_often, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 50);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/language/threads", test_threads);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/language/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_text);
    }
  g_test_add_func ("/text/language/page", test_page);
  return g_test_run ();
}
