/* rap-letters.c
 *
 * The language that the letters of a text give away: those that have a script
 * or letters of their own. English, French or Turkish do not, in Bulgarian
 * nothing is missing in Russian: where the letters leave a choice, there is no
 * answer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-extract-private.h"

#define ENOUGH_LETTERS 4000
#define FEWEST_LETTERS 20

typedef enum { OTHER, LATIN, ARABIC, CYRILLIC, HAN, KANA, HANGUL, HEBREW, GREEK, THAI, GEORGIAN, ARMENIAN, N_SCRIPTS } Script;

typedef struct
{
  guint scripts[N_SCRIPTS];
  guint persian, arabic, urdu;  /* letters that one has and the others have not */
  guint russian, ukrainian;
  guint foreign;                /* letters of Pashto, Kurdish and Uyghur, of Serbian, Belarusian, Kazakh and their kin */
  guint all;
} Letters;

static Script
script_of (gunichar c)
{
  static const struct { gunichar first, last; Script script; } blocks[] = {
    { 0x41, 0x24f, LATIN }, { 0x370, 0x3ff, GREEK }, { 0x400, 0x52f, CYRILLIC }, { 0x531, 0x58f, ARMENIAN }, { 0x591, 0x5f4, HEBREW },
    { 0x600, 0x6ff, ARABIC }, { 0x750, 0x77f, ARABIC }, { 0xe00, 0xe7f, THAI }, { 0x10a0, 0x10ff, GEORGIAN }, { 0x1e00, 0x1eff, LATIN },
    { 0x3040, 0x30ff, KANA }, { 0x3400, 0x9fff, HAN }, { 0xac00, 0xd7a3, HANGUL }, { 0xfb50, 0xfdff, ARABIC }, { 0xfe70, 0xfeff, ARABIC },
  };

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (c >= blocks[i].first && c <= blocks[i].last)
      return blocks[i].script;
  return OTHER;
}

static gboolean
is_foreign_arabic (gunichar c)
{
  switch (c)
    {
    case 0x067c: case 0x0681: case 0x0685: case 0x0689: case 0x0693: case 0x0695: case 0x0696: case 0x069a: case 0x06ab: case 0x06b5:
    case 0x06c6: case 0x06c7: case 0x06c8: case 0x06cd: case 0x06ce: case 0x06d0: case 0x06d5:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
count_arabic (Letters  *self,
              gunichar  c)
{
  self->persian += c == 0x067e || c == 0x0686 || c == 0x0698 || c == 0x06af || c == 0x06a9 || c == 0x06cc; /* پ چ ژ گ ک ی */
  self->arabic += c == 0x0629 || c == 0x064a || c == 0x0649 || c == 0x0643;                               /* ة ي ى ك */
  self->urdu += c == 0x0679 || c == 0x0688 || c == 0x0691 || c == 0x06d2 || c == 0x06ba || c == 0x06be;   /* ٹ ڈ ڑ ے ں ھ */
  self->foreign += is_foreign_arabic (c);
}

static void
count_cyrillic (Letters  *self,
                gunichar  c)
{
  self->russian += c == 0x044b || c == 0x044d || c == 0x0451;                  /* ы э ё */
  self->ukrainian += c == 0x0456 || c == 0x0457 || c == 0x0454 || c == 0x0491; /* і ї є ґ */
  self->foreign += (c >= 0x0452 && c <= 0x045f && !(c == 0x0454 || c == 0x0456 || c == 0x0457)) || (c >= 0x0460 && c <= 0x052f && c != 0x0490 && c != 0x0491);
}

guint
rap_letters_skip_ascii (const char **text,
                        guint        most)
{
  const char *p = *text;
  guint n = 0;

  for (; (guchar) (*p - 1) < 0x7f && n < most; p++)
    n += (guchar) ((*p | 0x20) - 'a') < 26;
  *text = p;
  return n;
}

static Letters
count_letters (const char *text)
{
  Letters self = { 0 };

  for (const char *p = text; *p != '\0' && self.all < ENOUGH_LETTERS; )
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80)
        {
          guint n_latin = rap_letters_skip_ascii (&p, ENOUGH_LETTERS - self.all);

          self.all += n_latin;
          self.scripts[LATIN] += n_latin;
          continue;
        }
      p = g_utf8_next_char (p);
      if (!g_unichar_isalpha (c))
        continue;
      self.all++;
      self.scripts[script_of (c)]++;
      count_arabic (&self, c);
      count_cyrillic (&self, c);
    }
  return self;
}

static const char *
language_of_arabic (const Letters *self)
{
  if (self->foreign * 100 > self->scripts[ARABIC])
    return NULL;
  if (self->urdu * 25 > self->scripts[ARABIC])
    return "ur";
  if (self->persian > 4 * self->arabic)
    return "fa";
  return self->arabic > 4 * self->persian ? "ar" : NULL;
}

static const char *
language_of_cyrillic (const Letters *self)
{
  if (self->foreign * 100 > self->scripts[CYRILLIC])
    return NULL;
  if (self->russian > 4 * self->ukrainian && self->russian * 100 > self->scripts[CYRILLIC])
    return "ru";
  return self->ukrainian > 4 * self->russian && self->ukrainian * 50 > self->scripts[CYRILLIC] ? "uk" : NULL;
}

static Script
main_script (const Letters *self)
{
  Script best = OTHER;

  if (self->all < FEWEST_LETTERS)
    return OTHER;
  if (self->scripts[KANA] * 10 > self->all && (self->scripts[KANA] + self->scripts[HAN]) * 5 > self->all * 3)
    return KANA;
  for (Script script = LATIN; script < N_SCRIPTS; script++)
    if (self->scripts[script] > self->scripts[best])
      best = script;
  return self->scripts[best] * 5 > self->all * 3 ? best : OTHER;
}

const char *
rap_letters_language (const char *text,
                         gboolean   *is_latin)
{
  static const char *const languages[N_SCRIPTS] = {
    [HAN] = "zh", [KANA] = "ja", [HANGUL] = "ko", [HEBREW] = "he", [GREEK] = "el", [THAI] = "th", [GEORGIAN] = "ka", [ARMENIAN] = "hy",
  };
  Letters letters = count_letters (text);
  Script script = main_script (&letters);

  *is_latin = script == LATIN;
  if (script == ARABIC)
    return language_of_arabic (&letters);
  if (script == CYRILLIC)
    return language_of_cyrillic (&letters);
  return languages[script];
}
