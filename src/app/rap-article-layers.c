/* rap-article-layers.c
 *
 * Radio buttons, check buttons, and a legend that is made from the colours the
 * marks have now.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-layers.h"
#include "rap-kind-colours.h"

#define MAX_LEGEND 10

#define N_COLOURINGS (RAP_COLOUR_BY_CERTAINTY + 1)
#define N_LAYERS     6

/**
 * RapArticleLayers:
 * @colourings: in the order of RapColourBy
 * @layers: in the order of the bits of RapLayers
 * @silent: the buttons are being set from here
 */
struct _RapArticleLayers
{
  GtkPopover      parent_instance;
  GtkCheckButton *by_kind;
  GtkCheckButton *by_code;
  GtkCheckButton *by_speaker;
  GtkCheckButton *by_certainty;
  GtkCheckButton *claims;
  GtkCheckButton *parts;
  GtkCheckButton *meetings;
  GtkCheckButton *mentions;
  GtkCheckButton *codings;
  GtkCheckButton *dates;
  GtkBox         *legend;
  GtkCheckButton *colourings[N_COLOURINGS];
  GtkCheckButton *layers[N_LAYERS];
  gboolean        silent;
};

G_DEFINE_FINAL_TYPE (RapArticleLayers, rap_article_layers, GTK_TYPE_POPOVER)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * Entry: one line of the legend
 * @colour: for rap_kind_colours_lookup(); borrowed
 * @subject: what it stands for, a record or NULL
 * @words: said as it is, or NULL when the name of @subject is said
 */
typedef struct
{
  const char *colour;
  RapKind     kind;
  char       *subject;
  const char *words;
  guint       n;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->subject);
  g_free (entry);
}

static void
toggled_cb (RapArticleLayers *self,
            GtkCheckButton   *button)
{
  gboolean is_colouring = button != self->claims && button != self->parts && button != self->meetings &&
                          button != self->mentions && button != self->codings && button != self->dates;

  /* Of two radio buttons that change, the one that was chosen tells. */
  if (self->silent || (is_colouring && !gtk_check_button_get_active (button)))
    return;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
rap_article_layers_class_init (RapArticleLayersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-article-layers.ui");
  gtk_widget_class_bind_template_child (widget_class, RapArticleLayers, by_kind);
  gtk_widget_class_bind_template_child (widget_class, RapArticleLayers, by_code);
  gtk_widget_class_bind_template_child (widget_class, RapArticleLayers, by_speaker);
  gtk_widget_class_bind_template_child (widget_class, RapArticleLayers, by_certainty);
  gtk_widget_class_bind_template_child (widget_class, RapArticleLayers, claims);
  gtk_widget_class_bind_template_child (widget_class, RapArticleLayers, parts);
  gtk_widget_class_bind_template_child (widget_class, RapArticleLayers, meetings);
  gtk_widget_class_bind_template_child (widget_class, RapArticleLayers, mentions);
  gtk_widget_class_bind_template_child (widget_class, RapArticleLayers, codings);
  gtk_widget_class_bind_template_child (widget_class, RapArticleLayers, dates);
  gtk_widget_class_bind_template_child (widget_class, RapArticleLayers, legend);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
rap_article_layers_init (RapArticleLayers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->colourings[RAP_COLOUR_BY_KIND] = self->by_kind;
  self->colourings[RAP_COLOUR_BY_CODE] = self->by_code;
  self->colourings[RAP_COLOUR_BY_SPEAKER] = self->by_speaker;
  self->colourings[RAP_COLOUR_BY_CERTAINTY] = self->by_certainty;
  self->layers[0] = self->claims;
  self->layers[1] = self->parts;
  self->layers[2] = self->meetings;
  self->layers[3] = self->mentions;
  self->layers[4] = self->codings;
  self->layers[5] = self->dates;
}

void
rap_article_layers_set (RapArticleLayers *self,
                        RapColourBy       by,
                        RapLayers         layers)
{
  g_return_if_fail (RAP_IS_ARTICLE_LAYERS (self));

  self->silent = TRUE;
  gtk_check_button_set_active (self->colourings[by], TRUE);
  for (guint i = 0; i < N_LAYERS; i++)
    gtk_check_button_set_active (self->layers[i], (layers & (1u << i)) != 0);
  self->silent = FALSE;
}

RapColourBy
rap_article_layers_get_colour_by (RapArticleLayers *self)
{
  g_return_val_if_fail (RAP_IS_ARTICLE_LAYERS (self), RAP_COLOUR_BY_KIND);

  for (guint i = 0; i < N_COLOURINGS; i++)
    if (gtk_check_button_get_active (self->colourings[i]))
      return (RapColourBy) i;
  return RAP_COLOUR_BY_KIND;
}

RapLayers
rap_article_layers_get_layers (RapArticleLayers *self)
{
  guint layers = 0;

  g_return_val_if_fail (RAP_IS_ARTICLE_LAYERS (self), RAP_LAYER_ALL);

  for (guint i = 0; i < N_LAYERS; i++)
    if (gtk_check_button_get_active (self->layers[i]))
      layers |= 1u << i;
  return (RapLayers) layers;
}

/* Legend */

static void
add_line (RapArticleLayers *self,
          const char       *name,
          const char       *words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *swatch = gtk_label_new ("■");
  GtkWidget *label = gtk_label_new (words);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GdkRGBA colour;

  rap_kind_colours_lookup (GTK_WIDGET (self), name, &colour);
  pango_attr_list_insert (attributes, pango_attr_foreground_new ((guint16) (colour.red * 65535),
                                                                 (guint16) (colour.green * 65535),
                                                                 (guint16) (colour.blue * 65535)));
  gtk_label_set_attributes (GTK_LABEL (swatch), attributes);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (line), swatch);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (self->legend, line);
}

static void
add_kinds (RapArticleLayers *self)
{
  static const struct { const char *colour, *words; } kinds[] = {
    { "claim", N_("Claims") },
    { "cue", N_("Cues") },
    { "source", N_("Sources") },
    { "meeting", N_("Meetings") },
    { "mention", N_("Names") },
    { "coding", N_("Codes, each in its own colour if it has one") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_line (self, kinds[i].colour, _(kinds[i].words));
}

/* What the mark's colour stands for under the colouring; its record's id, or a word. */
static gboolean
describe (const RapArticleMark  *mark,
          RapColourBy            by,
          RapKind               *kind,
          const char           **subject,
          const char           **words)
{
  static const char * const certainties[] = { N_("Certain"), N_("Probable"), N_("Possible"), N_("Unspecified") };
  RapClaim *claim = RAP_IS_CLAIM (mark->record) ? RAP_CLAIM (mark->record) : NULL;

  *subject = *words = NULL;
  if (by == RAP_COLOUR_BY_CODE)
    {
      *kind = RAP_KIND_CODE;
      if (RAP_IS_CODING (mark->record))
        *subject = RAP_CODING (mark->record)->code;
      else if (claim != NULL && claim->codes != NULL)
        *subject = claim->codes[0];
    }
  else if (by == RAP_COLOUR_BY_SPEAKER && claim != NULL)
    {
      *kind = RAP_KIND_ENTITY;
      *subject = claim->speaker;
    }
  else if (by == RAP_COLOUR_BY_CERTAINTY && claim != NULL && claim->certainty < G_N_ELEMENTS (certainties))
    *words = certainties[claim->certainty];
  return *subject != NULL || *words != NULL;
}

/* @index: subject or words to an entry of @entries */
static void
count (GPtrArray            *entries,
       GHashTable           *index,
       const RapArticleMark *mark,
       RapColourBy           by)
{
  RapKind kind = RAP_KIND_CODE;
  const char *subject, *words;
  Entry *entry;

  if (mark->colour == NULL || !describe (mark, by, &kind, &subject, &words))
    return;
  entry = g_hash_table_lookup (index, subject != NULL ? subject : words);
  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->colour = mark->colour;
      entry->kind = kind;
      entry->subject = g_strdup (subject);
      entry->words = words;
      g_ptr_array_add (entries, entry);
      g_hash_table_insert (index, entry->subject != NULL ? entry->subject : (char *) words, entry);
    }
  entry->n++;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = *(const Entry * const *) a;
  const Entry *second = *(const Entry * const *) b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return g_strcmp0 (first->subject, second->subject);
}

static void
add_entries (RapArticleLayers *self,
             RapSession       *session,
             GPtrArray        *entries)
{
  for (guint i = 0; i < MIN (entries->len, MAX_LEGEND); i++)
    {
      const Entry *entry = entries->pdata[i];
      g_autofree char *name = entry->words != NULL ? g_strdup (_(entry->words))
                                                   : rap_session_get_name (session, entry->kind, entry->subject);

      add_line (self, entry->colour, name);
    }
}

static void
add_rest (RapArticleLayers *self,
          RapColourBy       by)
{
  static const char * const sentences[N_COLOURINGS] = {
    [RAP_COLOUR_BY_CODE] = N_("Grey: without a code"),
    [RAP_COLOUR_BY_SPEAKER] = N_("Grey: without a speaker"),
    [RAP_COLOUR_BY_CERTAINTY] = N_("Grey: what is not a claim"),
  };

  add_line (self, "quiet", _(sentences[by]));
}

void
rap_article_layers_show_legend (RapArticleLayers      *self,
                                RapSession            *session,
                                const RapArticleMarks *marks)
{
  RapColourBy by;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *child;

  g_return_if_fail (RAP_IS_ARTICLE_LAYERS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->legend))) != NULL)
    gtk_box_remove (self->legend, child);
  by = rap_article_layers_get_colour_by (self);
  if (by == RAP_COLOUR_BY_KIND)
    {
      add_kinds (self);
      return;
    }
  for (guint i = 0; marks != NULL && i < rap_article_marks_get_n (marks); i++)
    count (entries, index, rap_article_marks_get (marks, i), by);
  g_ptr_array_sort (entries, compare_entries);
  add_entries (self, session, entries);
  add_rest (self, by);
}
