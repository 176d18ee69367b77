/* rap-row-face.c
 *
 * One function a kind. Nothing here is kept: a row is asked for again when it
 * is drawn again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-row-face.h"

#include <glib/gi18n.h>

#include "rap-reading-mark.h"
#include "rap-row-words.h"

static guint article_cells = RAP_CELL_OUTLET | RAP_CELL_DATE | RAP_CELL_COUNTS;

void
rap_row_face_set_cells (guint cells)
{
  article_cells = cells;
}

guint
rap_row_face_get_cells (void)
{
  return article_cells;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* (transfer full) */
static char *
or_else (const char *text,
         const char *otherwise)
{
  return g_strdup (text != NULL && text[0] != '\0' ? text : otherwise);
}

static void
append_part (GString    *joined,
             const char *separator,
             const char *part)
{
  if (part == NULL || part[0] == '\0')
    return;
  if (joined->len > 0)
    g_string_append (joined, separator);
  g_string_append (joined, part);
}

/* Those of two parts that say something. (transfer full) */
static char *
join_parts (const char *a,
            const char *b)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  append_part (joined, " · ", a);
  append_part (joined, " · ", b);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* (transfer full); NULL when there are none */
static char *
count_claims (guint n)
{
  return n > 0 ? g_strdup_printf (ngettext ("%u claim", "%u claims", n), n) : NULL;
}

static char *
count_meetings (guint n)
{
  return n > 0 ? g_strdup_printf (ngettext ("%u meeting", "%u meetings", n), n) : NULL;
}

static char *
count_articles (guint n)
{
  return n > 0 ? g_strdup_printf (ngettext ("%u article", "%u articles", n), n) : NULL;
}

/**
 * Names: translated words for a tag
 */
typedef struct
{
  const char *tag;
  const char *words;
} Names;

static const char *
find_name (const Names *names,
           guint        n_names,
           const char  *tag)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i].tag, tag) == 0)
      return _(names[i].words);
  return "";
}

static const char *
get_status (const RapHeader *meeting)
{
  static const Names names[] = {
    { "planned", N_("planned") }, { "cancelled", N_("cancelled") }, { "reported_only", N_("reported only") },
  };

  return find_name (names, G_N_ELEMENTS (names), meeting->tag);
}

static const char *
get_entity_kind (const RapHeader *entity)
{
  static const Names names[] = {
    { "person", N_("person") }, { "organisation", N_("organisation") }, { "government", N_("government") },
    { "place", N_("place") }, { "outlet", N_("outlet") },
  };

  return find_name (names, G_N_ELEMENTS (names), entity->tag);
}

static const char *
get_entity_icon (const RapHeader *entity)
{
  static const char * const icons[][2] = {
    { "person", "avatar-default-symbolic" }, { "organisation", "system-users-symbolic" },
    { "government", "start-here-symbolic" }, { "place", "mark-location-symbolic" },
    { "outlet", "x-office-document-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (icons[i][0], entity->tag) == 0)
      return icons[i][1];
  return "avatar-default-symbolic";
}

/* What is not read yet stands out; what is done is told. */
static const char *
get_mark (const RapHeader *article)
{
  return article->n_articles == 0 ? _("unread") : article->n_articles == 2 ? _("done") : "";
}

char *
rap_row_face_get_cell (const RapHeader *article,
                       RapArticleCells  cell)
{
  g_return_val_if_fail (article != NULL, NULL);

  switch (cell)
    {
    case RAP_CELL_OUTLET:
      return or_else (article->subtitle, _("outlet unknown"));
    case RAP_CELL_DATE:
      return rap_row_words_date (article->when);
    case RAP_CELL_LANGUAGE:
      return g_strdup (or_empty (article->tag));
    case RAP_CELL_COUNTS:
      return article->n_claims + article->n_meetings > 0
               ? g_strdup_printf ("%u", article->n_claims + article->n_meetings) : g_strdup ("");
    case RAP_CELL_MARK:
      return g_strdup (get_mark (article));
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
fill_article (RapRowFace      *self,
              const RapHeader *header)
{
  static const RapArticleCells end_cells[] = { RAP_CELL_LANGUAGE, RAP_CELL_DATE, RAP_CELL_COUNTS };
  g_autoptr (GString) end = g_string_new (NULL);

  self->is_fresh = (article_cells & RAP_CELL_MARK) != 0 && header->n_articles == 0;
  if ((article_cells & RAP_CELL_OUTLET) != 0)
    self->line = rap_row_face_get_cell (header, RAP_CELL_OUTLET);
  if ((article_cells & RAP_CELL_MARK) != 0 && !self->is_fresh)
    append_part (end, " · ", get_mark (header));
  for (guint i = 0; i < G_N_ELEMENTS (end_cells); i++)
    {
      g_autofree char *cell = (article_cells & end_cells[i]) != 0 ? rap_row_face_get_cell (header, end_cells[i]) : NULL;

      append_part (end, " · ", cell);
    }
  self->end = g_string_free (g_steal_pointer (&end), FALSE);
}

static char *
make_day (const RapHeader *header)
{
  return header->when != NULL && header->when[0] != '\0' ? rap_row_words_date (header->when) : g_strdup (_("undated"));
}

static void
fill_meeting (RapRowFace      *self,
              const RapHeader *header)
{
  g_autofree char *day = make_day (header);
  g_autofree char *place = join_parts (header->subtitle, get_status (header));

  self->line = join_parts (day, place);
  self->end = count_articles (header->n_articles);
  self->is_warned = header->contested;
}

static void
fill_claim (RapRowFace      *self,
            const RapHeader *header)
{
  g_autofree char *speaker = or_else (header->subtitle, _("no speaker"));
  g_autoptr (GString) badge = g_string_new (header->tag);

  g_string_replace (badge, "-", "−", 0);
  self->badge = g_string_free (g_steal_pointer (&badge), FALSE);
  self->line = join_parts (speaker, header->article_title);
  self->is_hedged = header->hedged;
}

static void
fill_entity (RapRowFace      *self,
             const RapHeader *header)
{
  g_autofree char *claims = count_claims (header->n_claims);
  g_autofree char *meetings = count_meetings (header->n_meetings);

  self->icon = get_entity_icon (header);
  self->line = join_parts (get_entity_kind (header), header->subtitle);
  self->end = join_parts (claims, meetings);
}

RapRowFace *
rap_row_face_new (const RapHeader *header)
{
  RapRowFace *self = g_new0 (RapRowFace, 1);

  g_return_val_if_fail (header != NULL, NULL);

  self->title = rap_row_face_get_title (header);
  if (header->kind == RAP_KIND_ARTICLE)
    fill_article (self, header);
  else if (header->kind == RAP_KIND_MEETING)
    fill_meeting (self, header);
  else if (header->kind == RAP_KIND_CLAIM)
    fill_claim (self, header);
  else
    fill_entity (self, header);
  return self;
}

void
rap_row_face_free (RapRowFace *self)
{
  g_free (self->badge);
  g_free (self->title);
  g_free (self->line);
  g_free (self->end);
  g_free (self);
}

guint
rap_row_face_count_lines (RapKind kind)
{
  return kind == RAP_KIND_ENTITY ? 1 : kind == RAP_KIND_CLAIM ? 3 : 2;
}

gboolean
rap_row_face_is_strong (const RapHeader *header)
{
  if (header->kind == RAP_KIND_ARTICLE)
    return header->n_articles == RAP_READING_UNREAD;
  return header->kind != RAP_KIND_CLAIM;
}

gboolean
rap_row_face_is_done (const RapHeader *header)
{
  return header->kind == RAP_KIND_ARTICLE && header->n_articles == RAP_READING_DONE;
}

char *
rap_row_face_get_title (const RapHeader *header)
{
  g_return_val_if_fail (header != NULL, NULL);

  return or_else (header->title, _("Untitled"));
}

char *
rap_row_face_describe (const RapHeader *header)
{
  g_autoptr (RapRowFace) face = rap_row_face_new (header);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *commitment = header->kind == RAP_KIND_CLAIM ? rap_row_words_commitment (header->tag) : NULL;

  append_part (words, ", ", commitment);
  append_part (words, ", ", face->is_warned ? _("Reports contradict each other") : NULL);
  append_part (words, ", ", face->is_fresh ? get_mark (header) : NULL);
  append_part (words, ", ", face->line);
  append_part (words, ", ", face->is_hedged ? _("hedged") : NULL);
  append_part (words, ", ", face->end);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
rap_row_face_get_tooltip (const RapHeader *header)
{
  g_autofree char *title = rap_row_face_get_title (header);
  g_autofree char *claims = NULL;
  g_autofree char *meetings = NULL;
  g_autofree char *more = NULL;

  g_return_val_if_fail (header != NULL, NULL);

  if (header->kind == RAP_KIND_CLAIM)
    more = rap_row_words_commitment (header->tag);
  else if (header->kind == RAP_KIND_MEETING)
    more = header->contested ? g_strdup (_("Reports contradict each other")) : NULL;
  else
    {
      claims = count_claims (header->n_claims);
      meetings = count_meetings (header->n_meetings);
      more = join_parts (claims, meetings);
    }
  return join_parts (title, more);
}
