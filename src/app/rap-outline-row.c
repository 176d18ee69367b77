/* rap-outline-row.c
 *
 * The mark at the left is the highlight's own: a bar in the colour of the
 * kind; the word for the kind says the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-outline-row.h"
#include "rap-record-words.h"

#define MAX_WORDS 160   /* code points of a quote that a row may show */

struct _RapOutlineRow
{
  AdwBin     parent_instance;
  GtkWidget *bar;
  GtkLabel  *words;
  GtkLabel  *who;
  RapKind    kind;
  char      *id;      /* or NULL */
};

G_DEFINE_FINAL_TYPE (RapOutlineRow, rap_outline_row, ADW_TYPE_BIN)

enum
{
  POINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  RapKind     kind;
  const char *style;
  const char *word;
} kinds[] = {
  { RAP_KIND_CLAIM, "claim", N_("Claim") },
  { RAP_KIND_EVIDENCE, "meeting", N_("Meeting") },
  { RAP_KIND_MENTION, "mention", N_("Name") },
  { RAP_KIND_CODING, "coding", N_("Code") },
};

static guint
find_kind (RapRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == rap_record_get_kind (record))
      return i;
  return 0;
}

/* What the annotation says or quotes, on one line. (transfer full) */
static char *
get_words (RapRecord *record)
{
  g_autofree char *all = RAP_IS_CLAIM (record) ? rap_record_words_claim ((RapClaim *) record)
                                               : g_strdup (rap_record_get_anchor (record)->exact);
  char *words = g_utf8_strlen (all, -1) > MAX_WORDS ? g_utf8_substring (all, 0, MAX_WORDS) : g_steal_pointer (&all);

  return g_strdelimit (words, "\n\t", ' ');
}

/* The speaker, meeting, name or code. (transfer full) */
static char *
get_subject (RapSession *session,
             RapRecord  *record)
{
  switch ((int) rap_record_get_kind (record))
    {
    case RAP_KIND_CLAIM:
      return RAP_CLAIM (record)->speaker != NULL
               ? rap_session_get_name (session, RAP_KIND_ENTITY, RAP_CLAIM (record)->speaker)
               : g_strdup (_("no speaker"));
    case RAP_KIND_EVIDENCE:
      return rap_session_get_name (session, RAP_KIND_MEETING, RAP_EVIDENCE (record)->meeting);
    case RAP_KIND_MENTION:
      return rap_session_get_name (session, RAP_KIND_ENTITY, RAP_MENTION (record)->entity);
    case RAP_KIND_CODING:
      return rap_session_get_name (session, RAP_KIND_CODE, RAP_CODING (record)->code);
    default:
      return g_strdup ("");
    }
}

static void
enter_cb (RapOutlineRow *self)
{
  g_signal_emit (self, signals[POINTED], 0, self->id);
}

static void
leave_cb (RapOutlineRow *self)
{
  g_signal_emit (self, signals[POINTED], 0, NULL);
}

/* Before the list takes it for a mere selection. */
static void
pressed_cb (GtkGesture *click)
{
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
released_cb (RapOutlineRow *self)
{
  if (self->id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.select", "(us)", (guint) self->kind, self->id);
}

static void
rap_outline_row_finalize (GObject *object)
{
  g_free (RAP_OUTLINE_ROW (object)->id);

  G_OBJECT_CLASS (rap_outline_row_parent_class)->finalize (object);
}

static void
rap_outline_row_class_init (RapOutlineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = rap_outline_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RapOutlineRow, bar);
  gtk_widget_class_bind_template_child (widget_class, RapOutlineRow, words);
  gtk_widget_class_bind_template_child (widget_class, RapOutlineRow, who);

  signals[POINTED] = g_signal_new ("pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rap_outline_row_init (RapOutlineRow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
rap_outline_row_new (void)
{
  return g_object_new (RAP_TYPE_OUTLINE_ROW, NULL);
}

void
rap_outline_row_bind (RapOutlineRow *self,
                      RapSession    *session,
                      RapRecord     *record)
{
  g_autofree char *words = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *who = NULL;
  guint kind;

  g_return_if_fail (RAP_IS_OUTLINE_ROW (self));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_widget_remove_css_class (self->bar, kinds[i].style);
  rap_set_string (&self->id, record != NULL ? record->id : NULL);
  if (record == NULL)
    return;
  self->kind = rap_record_get_kind (record);
  kind = find_kind (record);
  words = get_words (record);
  subject = get_subject (session, record);
  /* Translators: the kind of an annotation, and whom or what it is about */
  who = g_strdup_printf (_("%s · %s"), _(kinds[kind].word), subject);
  gtk_widget_add_css_class (self->bar, kinds[kind].style);
  gtk_label_set_text (self->words, words);
  gtk_label_set_text (self->who, who);
}
