/* rap-cue-languages.c
 *
 * Reporting words of Persian, Arabic, Russian, German and French: the common
 * ones, without an analysis of noun phrases, so that the source is the known
 * name or the pronoun next to the cue. Our own compilation.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cue-lists-private.h"

static const RapCueEntry persian[] = {
  { RAP_FORCE_SAID, "به", "گزارش" },
  { RAP_FORCE_SAID, "به", "گفته" },
  { RAP_FORCE_SAID, "گفت گفته گفتند می‌گوید", NULL },
  { RAP_FORCE_SAID, "افزود افزودند", NULL },
  { RAP_FORCE_SAID, "اظهار", "داشت" },
  { RAP_FORCE_SAID, "اظهار", "کرد" },
  { RAP_FORCE_SAID, "تاکید تأکید", "کرد" },
  { RAP_FORCE_SAID, "اعلام", "کرد" },
  { RAP_FORCE_SAID, "اعلام", "کردند" },
  { RAP_FORCE_SAID, "تصریح", "کرد" },
  { RAP_FORCE_SAID, "بیان", "کرد" },
  { RAP_FORCE_SAID, "عنوان", "کرد" },
  { RAP_FORCE_SAID, "خاطرنشان", "کرد" },
  { RAP_FORCE_SAID, "یادآور", "شد" },
  { RAP_FORCE_SAID, "ابراز", "کرد" },
  { RAP_FORCE_SAID, "گزارش", "داد" },
  { RAP_FORCE_SAID, "خبر", "داد" },
  { RAP_FORCE_SAID, "هشدار", "داد" },
  { RAP_FORCE_SAID, "نوشت", NULL },
  { RAP_FORCE_DENIED, "تکذیب", "کرد" },
  { RAP_FORCE_DENIED, "رد", "کرد" },
  { RAP_FORCE_LIKELY, "پیش‌بینی", "کرد" },
  { RAP_FORCE_OPEN, "پرسید", NULL },
  { RAP_FORCE_OPEN, "خواستار", "شد" },
  { RAP_FORCE_OPEN, "خواست خواستند", NULL },
  { RAP_FORCE_OPEN, "ابراز", "امیدواری" },
  { 0, NULL, NULL },
};

const RapCueLexicon rap_cue_persian = {
  .language = "fa",
  .entries = persian,
  .pronouns = "او وی ایشان آنها آنان",
  .unnamed = "منابع منبع مقامات",
  .hearsay = "گویا ظاهرا",
  .likely = "احتمالا",
  .possible = "شاید ممکن",
  .demand = "باید",
  .condition = "اگر چنانچه",
  .negation = "نیست نبود نشد نکرد نشده نکرده نخواهد ندارد نمی‌شود هرگز",
  .future = "خواهد خواهند خواهیم",
  .past = "بود بودند شد شدند",
  .present = "است هستند",
};

static const RapCueEntry arabic[] = {
  { RAP_FORCE_SAID, "قال قالت قالوا يقول وقال وقالت", NULL },
  { RAP_FORCE_SAID, "أكد أكدت وأكد وأكدت", NULL },
  { RAP_FORCE_SAID, "أعلن أعلنت وأعلن وأعلنت", NULL },
  { RAP_FORCE_SAID, "أضاف أضافت وأضاف وأضافت مضيفا", NULL },
  { RAP_FORCE_SAID, "صرح صرحت وصرح", NULL },
  { RAP_FORCE_SAID, "أوضح أوضحت وأوضح", NULL },
  { RAP_FORCE_SAID, "أشار أشارت وأشار مشيرا", "إلى" },
  { RAP_FORCE_SAID, "شدد شددت وشدد", "على" },
  { RAP_FORCE_SAID, "ذكر ذكرت وذكر وذكرت", NULL },
  { RAP_FORCE_SAID, "أفاد أفادت وأفاد وأفادت", NULL },
  { RAP_FORCE_SAID, "حذر حذرت وحذر", NULL },
  { RAP_FORCE_SAID, "وفقا نقلا", NULL },
  { RAP_FORCE_SAID, "بحسب وبحسب", NULL },
  { RAP_FORCE_DENIED, "نفى نفت ونفى ونفت", NULL },
  { RAP_FORCE_DENIED, "رفض رفضت ورفض", NULL },
  { RAP_FORCE_LIKELY, "توقع توقعت وتوقع", NULL },
  { RAP_FORCE_OPEN, "دعا دعت ودعا", "إلى" },
  { RAP_FORCE_OPEN, "طالب طالبت وطالب", NULL },
  { RAP_FORCE_OPEN, "سأل تساءل", NULL },
  { 0, NULL, NULL },
};

const RapCueLexicon rap_cue_arabic = {
  .language = "ar",
  .entries = arabic,
  .pronouns = "هو هي هم",
  .unnamed = "مصادر مصدر مسؤولون",
  .hearsay = "يزعم",
  .likely = "المرجح المتوقع",
  .possible = "ربما قد يمكن",
  .demand = "يجب ينبغي",
  .condition = "إذا لو",
  .negation = "لم لن ليس ليست",
  .future = "سوف",
  .past = "كان كانت",
};

static const RapCueEntry russian[] = {
  { RAP_FORCE_SAID, "сказал сказала сказали говорит", NULL },
  { RAP_FORCE_SAID, "заявил заявила заявили заявляет", NULL },
  { RAP_FORCE_SAID, "сообщил сообщила сообщили сообщает сообщило сообщают", NULL },
  { RAP_FORCE_SAID, "отметил отметила отметили", NULL },
  { RAP_FORCE_SAID, "подчеркнул подчеркнула подчеркнули", NULL },
  { RAP_FORCE_SAID, "добавил добавила добавили", NULL },
  { RAP_FORCE_SAID, "объявил объявила объявили", NULL },
  { RAP_FORCE_SAID, "подтвердил подтвердила подтвердили", NULL },
  { RAP_FORCE_SAID, "рассказал рассказала", NULL },
  { RAP_FORCE_SAID, "написал написала", NULL },
  { RAP_FORCE_SAID, "предупредил предупредила", NULL },
  { RAP_FORCE_SAID, "передает передаёт", NULL },
  { RAP_FORCE_SAID, "по", "словам" },
  { RAP_FORCE_SAID, "по", "данным" },
  { RAP_FORCE_DENIED, "опроверг опровергла опровергли отрицает отверг отвергла", NULL },
  { RAP_FORCE_LIKELY, "считает полагает ожидает", NULL },
  { RAP_FORCE_POSSIBLE, "предположил предположила", NULL },
  { RAP_FORCE_OPEN, "спросил спросила призвал призвала призвали потребовал потребовала предложил предложила", NULL },
  { 0, NULL, NULL },
};

const RapCueLexicon rap_cue_russian = {
  .language = "ru",
  .entries = russian,
  .pronouns = "он она они",
  .unnamed = "источник источники чиновники",
  .hearsay = "якобы",
  .likely = "вероятно скорее",
  .possible = "возможно может могут",
  .demand = "должен должна должно должны следует",
  .condition = "если",
  .negation = "не никогда",
  .future = "будет будут",
  .past = "был была было были",
};

static const RapCueEntry german[] = {
  { RAP_FORCE_SAID, "sagte sagten sagt sage", NULL },
  { RAP_FORCE_SAID, "erklärte erklärten erklärt", NULL },
  { RAP_FORCE_SAID, "betonte betonten betont", NULL },
  { RAP_FORCE_SAID, "teilte teilten", "mit" },
  { RAP_FORCE_SAID, "berichtete berichteten berichtet meldete meldeten meldet", NULL },
  { RAP_FORCE_SAID, "fügte", "hinzu" },
  { RAP_FORCE_SAID, "kündigte kündigten", NULL },
  { RAP_FORCE_SAID, "warnte warnten bekräftigte versicherte behauptete bestätigte bestätigten", NULL },
  { RAP_FORCE_SAID, "schrieb schreibt äußerte", NULL },
  { RAP_FORCE_SAID, "laut zufolge", NULL },
  { RAP_FORCE_DENIED, "bestritt dementierte dementierten verneinte leugnete", NULL },
  { RAP_FORCE_DENIED, "wies wiesen", "zurück" },
  { RAP_FORCE_LIKELY, "erwartet erwartete glaubt vermutet", NULL },
  { RAP_FORCE_OPEN, "fragte forderte forderten fordert verlangte bat hofft hoffte", NULL },
  { 0, NULL, NULL },
};

const RapCueLexicon rap_cue_german = {
  .language = "de",
  .entries = german,
  .pronouns = "er sie",
  .unnamed = "quellen beamte diplomaten insider",
  .hearsay = "angeblich",
  .likely = "wahrscheinlich voraussichtlich vermutlich",
  .unlikely = "unwahrscheinlich",
  .possible = "möglicherweise vielleicht könnte könnten",
  .demand = "soll sollen sollte sollten müsse muss müssen",
  .condition = "wenn falls sofern",
  .negation = "nicht nie niemals kein keine keinen",
  .future = "wird werden werde",
  .past = "war waren hatte hatten",
  .present = "ist sind",
};

static const RapCueEntry french[] = {
  { RAP_FORCE_SAID, "a ont", "déclaré" },
  { RAP_FORCE_SAID, "a ont", "affirmé" },
  { RAP_FORCE_SAID, "a ont", "annoncé" },
  { RAP_FORCE_SAID, "a ont", "ajouté" },
  { RAP_FORCE_SAID, "a ont", "indiqué" },
  { RAP_FORCE_SAID, "a ont", "souligné" },
  { RAP_FORCE_SAID, "a ont", "précisé" },
  { RAP_FORCE_SAID, "a ont", "expliqué" },
  { RAP_FORCE_SAID, "a ont", "rapporté" },
  { RAP_FORCE_SAID, "a ont", "confirmé" },
  { RAP_FORCE_SAID, "a ont", "dit" },
  { RAP_FORCE_DENIED, "a ont", "démenti" },
  { RAP_FORCE_DENIED, "a ont", "nié" },
  { RAP_FORCE_DENIED, "a ont", "rejeté" },
  { RAP_FORCE_OPEN, "a ont", "demandé" },
  { RAP_FORCE_OPEN, "a ont", "appelé" },
  { RAP_FORCE_SAID, "dit déclare affirme annonce ajoute indique souligne précise explique rapporte", NULL },
  { RAP_FORCE_SAID, "selon", NULL },
  { RAP_FORCE_SAID, "d'après", NULL },
  { RAP_FORCE_DENIED, "dément nie rejette", NULL },
  { RAP_FORCE_OPEN, "demande exige appelle réclame espère", NULL },
  { 0, NULL, NULL },
};

const RapCueLexicon rap_cue_french = {
  .language = "fr",
  .entries = french,
  .pronouns = "il elle ils elles",
  .unnamed = "sources responsables diplomates",
  .hearsay = "prétendument",
  .likely = "probablement vraisemblablement",
  .possible = "peut-être pourrait pourraient possible",
  .demand = "doit doivent devrait devraient",
  .condition = "si",
  .negation = "pas jamais",
  .future = "sera seront",
  .past = "était étaient fut",
  .present = "est sont",
};
