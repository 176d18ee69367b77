/* rap-variant-row.c
 *
 * Two names that may be one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-variant-row.h"

#include <glib/gi18n.h>

#include "rap-variant-words.h"

struct _RapVariantRow
{
  GtkListBoxRow   parent_instance;
  GtkLabel       *title;
  GtkLabel       *names;
  GtkLabel       *reasons;
  GtkLabel       *score;
  GtkButton      *accept;
  GtkButton      *refuse;
  RapVariantPair *pair;
};

G_DEFINE_FINAL_TYPE (RapVariantRow, rap_variant_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  ACCEPTED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
accept_cb (RapVariantRow *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
}

static void
refuse_cb (RapVariantRow *self)
{
  g_signal_emit (self, signals[REFUSED], 0);
}

static void
rap_variant_row_finalize (GObject *object)
{
  g_clear_pointer (&RAP_VARIANT_ROW (object)->pair, rap_variant_pair_free);

  G_OBJECT_CLASS (rap_variant_row_parent_class)->finalize (object);
}

static void
rap_variant_row_class_init (RapVariantRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rap_variant_row_finalize;
  signals[ACCEPTED] = g_signal_new ("accepted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-variant-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RapVariantRow, title);
  gtk_widget_class_bind_template_child (widget_class, RapVariantRow, names);
  gtk_widget_class_bind_template_child (widget_class, RapVariantRow, reasons);
  gtk_widget_class_bind_template_child (widget_class, RapVariantRow, score);
  gtk_widget_class_bind_template_child (widget_class, RapVariantRow, accept);
  gtk_widget_class_bind_template_child (widget_class, RapVariantRow, refuse);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, refuse_cb);
}

static void
rap_variant_row_init (RapVariantRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Which names are alike, where they are not the main names. (transfer full), or NULL */
static char *
describe_names (const RapVariantPair *pair)
{
  if (pair->b == NULL)
    return g_strdup_printf (ngettext ("in %u article", "in %u articles", pair->n_articles), pair->n_articles);
  if (g_strcmp0 (pair->name_a, pair->title_a) == 0 && g_strcmp0 (pair->name_b, pair->title_b) == 0)
    return NULL;
  return g_strdup_printf (_("“%s” and “%s”"), pair->name_a, pair->name_b);
}

static void
show_pair (RapVariantRow *self,
           gboolean       both)
{
  const RapVariantPair *pair = self->pair;
  g_autofree char *title = both ? g_strdup_printf ("%s  ~  %s", pair->title_a, pair->title_b) : g_strdup (pair->title_b);
  g_autofree char *names = describe_names (pair);
  g_autofree char *reasons = rap_variant_words_reasons (pair->variant);
  /* Translators: how alike two names are */
  g_autofree char *score = g_strdup_printf (_("%d %%"), (int) (pair->variant->score * 100 + .5));

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->names, names != NULL ? names : "");
  gtk_widget_set_visible (GTK_WIDGET (self->names), names != NULL);
  gtk_label_set_text (self->reasons, reasons);
  gtk_label_set_text (self->score, score);
  gtk_button_set_label (self->accept, pair->b != NULL ? _("Merge…") : _("Add as Another Name"));
  gtk_widget_set_visible (GTK_WIDGET (self->refuse), pair->b != NULL);
}

GtkWidget *
rap_variant_row_new (RapVariantPair *pair,
                     gboolean        both)
{
  RapVariantRow *self = g_object_new (RAP_TYPE_VARIANT_ROW, NULL);

  self->pair = pair;
  show_pair (self, both);
  return GTK_WIDGET (self);
}

const RapVariantPair *
rap_variant_row_get_pair (RapVariantRow *self)
{
  g_return_val_if_fail (RAP_IS_VARIANT_ROW (self), NULL);

  return self->pair;
}
