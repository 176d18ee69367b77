/* rap-field-check.c
 *
 * An address has a scheme and no space (RFC 3986); a language is a tag that
 * begins with a code of two or three letters (BCP 47) that is in use.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-field-check.h"

#include <glib/gi18n.h>
#include <string.h>

#include "rap-text-search.h"

static gboolean
is_address (const char *text)
{
  const char *scheme = g_uri_peek_scheme (text);

  return scheme != NULL && strlen (text) > strlen (scheme) + 1 && strpbrk (text, " \t\r\n") == NULL;
}

static gboolean
is_language (const char *text)
{
  g_autofree char *name = NULL;

  if (!g_regex_match_simple ("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", text, 0, 0))
    return FALSE;
  name = rap_session_describe_language (text, "en");
  return g_ascii_strcasecmp (name, text) != 0;
}

char *
rap_field_check (const char *field,
                 const char *text)
{
  g_return_val_if_fail (field != NULL && text != NULL, NULL);

  if (g_str_equal (field, "url") && !is_address (text))
    return g_strdup (_("An address begins with https:// or the like and has no spaces."));
  if (g_str_equal (field, "language") && !is_language (text))
    return g_strdup (_("A language is written as its code, for example en, fa or pt-BR."));
  return NULL;
}
