/* rap-article-keys.c
 *
 * The actions "article.*" and the keys of the text: one table each. Plain
 * letters work while the keyboard is in the text or on its chips; the text is
 * never edited, so no key is lost to typing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-view-private.h"

typedef void (*Act) (RapArticleView *self);

static void
act_select_word (RapArticleView *self)
{
  rap_article_bounds_select (self, rap_session_word_at);
}

static void
act_select_clause (RapArticleView *self)
{
  rap_article_bounds_select (self, rap_session_clause_at);
}

static void
act_select_sentence (RapArticleView *self)
{
  rap_article_bounds_select (self, rap_session_sentence_at);
}

static void
act_select_paragraph (RapArticleView *self)
{
  rap_article_bounds_select (self, rap_session_paragraph_at);
}

static void
act_set_cue (RapArticleView *self)
{
  rap_article_hand_set_part (self, RAP_ANCHOR_CUE);
}

static void
act_set_source (RapArticleView *self)
{
  rap_article_hand_set_part (self, RAP_ANCHOR_SOURCE);
}

static void
act_next (RapArticleView *self)
{
  rap_article_bounds_step (self, 1);
}

static void
act_previous (RapArticleView *self)
{
  rap_article_bounds_step (self, -1);
}

static void
act_type (RapArticleView *self)
{
  gtk_menu_button_popup (self->reading_button);
}

static void
act_find_next (RapArticleView *self)
{
  rap_article_find_step (self, 1);
}

static void
act_find_previous (RapArticleView *self)
{
  rap_article_find_step (self, -1);
}

static void
act_copy (RapArticleView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->text), "clipboard.copy", NULL);
}

static void
act_furniture (RapArticleView *self)
{
  rap_article_text_toggle_furniture (self->text);
}

/* Gives up what is under way, one thing a press; nothing is ever lost. */
static void
act_escape (RapArticleView *self)
{
  guint caret = rap_article_text_get_caret (self->text);

  rap_article_bounds_flush (self);
  if (rap_article_find_drop_hits (self))
    return;
  if (!rap_range_is_empty (rap_article_text_get_selection (self->text)))
    rap_article_text_select (self->text, (RapRange) { caret, caret });
}

static void
act_menu (RapArticleView *self)
{
  rap_article_view_point_at (self, self->menu, rap_article_text_get_selection (self->text));
  rap_article_keys_update (self);
  gtk_popover_popup (self->menu);
}

static const struct
{
  const char *name;
  Act         act;
} acts[] = {
  { "article.claim", rap_article_hand_claim },
  { "article.accept-proposals", rap_article_proposals_accept },
  { "article.drop-proposals", rap_article_proposals_drop },
  { "article.meeting", rap_article_hand_meeting },
  { "article.mention", rap_article_hand_mention },
  { "article.code-any", rap_article_hand_code_any },
  { "article.tag-all", rap_article_naming_tag_all },
  { "article.date", rap_article_dating_open },
  { "article.delete", rap_article_hand_delete },
  { "article.edit", rap_article_hand_edit },
  { "article.add-range", rap_article_hand_add_range },
  { "article.remove-range", rap_article_hand_remove_range },
  { "article.set-cue", act_set_cue },
  { "article.set-source", act_set_source },
  { "article.relate", rap_article_relate_open },
  { "article.jump", rap_article_relate_jump },
  { "article.jump-back", rap_article_relate_jump_back },
  { "article.select-word", act_select_word },
  { "article.select-clause", act_select_clause },
  { "article.select-sentence", act_select_sentence },
  { "article.select-quotation", rap_article_bounds_select_quotation },
  { "article.select-paragraph", act_select_paragraph },
  { "article.grow", rap_article_bounds_grow },
  { "article.shrink", rap_article_bounds_shrink },
  { "article.next", act_next },
  { "article.previous", act_previous },
  { "article.toggle-furniture", act_furniture },
  { "article.colour-by-next", rap_article_seeing_cycle },
  { "article.layers", rap_article_seeing_popup },
  { "article.mark-body", rap_article_marking_body },
  { "article.mark-furniture", rap_article_marking_furniture },
  { "article.find", rap_article_find_open },
  { "article.find-next", act_find_next },
  { "article.find-previous", act_find_previous },
  { "article.toggle-done", rap_reading_place_toggle_done },
  { "article.toggle-read", rap_reading_place_toggle_read },
  { "article.type", act_type },
  { "article.copy", act_copy },
  { "article.escape", act_escape },
  { "article.menu", act_menu },
};

/* "article.end-forward-word" and the seven others. */
static const struct
{
  const char *name;
  gboolean    move_end;
  int         direction;
  gboolean    by_character;
} nudges[] = {
  { "article.end-forward-word", TRUE, 1, FALSE },
  { "article.end-backward-word", TRUE, -1, FALSE },
  { "article.end-forward-character", TRUE, 1, TRUE },
  { "article.end-backward-character", TRUE, -1, TRUE },
  { "article.start-forward-word", FALSE, 1, FALSE },
  { "article.start-backward-word", FALSE, -1, FALSE },
  { "article.start-forward-character", FALSE, 1, TRUE },
  { "article.start-backward-character", FALSE, -1, TRUE },
};

static const struct
{
  guint           key;
  GdkModifierType modifiers;
  const char     *action;
} keys[] = {
  { GDK_KEY_c, 0, "article.claim" },
  { GDK_KEY_y, 0, "article.accept-proposals" },
  { GDK_KEY_x, 0, "article.drop-proposals" },
  { GDK_KEY_m, 0, "article.meeting" },
  { GDK_KEY_e, 0, "article.mention" },
  { GDK_KEY_t, 0, "article.tag-all" },
  { GDK_KEY_d, 0, "article.date" },
  { GDK_KEY_Delete, 0, "article.delete" },
  { GDK_KEY_KP_Delete, 0, "article.delete" },
  { GDK_KEY_BackSpace, 0, "article.delete" },
  { GDK_KEY_k, 0, "article.code-any" },
  { GDK_KEY_a, 0, "article.add-range" },
  { GDK_KEY_a, GDK_SHIFT_MASK, "article.remove-range" },
  { GDK_KEY_u, 0, "article.set-cue" },
  { GDK_KEY_o, 0, "article.set-source" },
  { GDK_KEY_r, 0, "article.relate" },
  { GDK_KEY_j, 0, "article.jump" },
  { GDK_KEY_j, GDK_SHIFT_MASK, "article.jump-back" },
  { GDK_KEY_w, 0, "article.select-word" },
  { GDK_KEY_l, 0, "article.select-clause" },
  { GDK_KEY_s, 0, "article.select-sentence" },
  { GDK_KEY_q, 0, "article.select-quotation" },
  { GDK_KEY_p, 0, "article.select-paragraph" },
  { GDK_KEY_Up, GDK_ALT_MASK, "article.grow" },
  { GDK_KEY_Down, GDK_ALT_MASK, "article.shrink" },
  { GDK_KEY_n, 0, "article.next" },
  { GDK_KEY_n, GDK_SHIFT_MASK, "article.previous" },
  { GDK_KEY_F8, 0, "article.next" },
  { GDK_KEY_F8, GDK_SHIFT_MASK, "article.previous" },
  /* desktops that take Ctrl+Alt+arrows for themselves leave these */
  { GDK_KEY_bracketleft, 0, "article.start-backward-word" },
  { GDK_KEY_bracketright, 0, "article.start-forward-word" },
  { GDK_KEY_braceleft, GDK_SHIFT_MASK, "article.start-backward-character" },
  { GDK_KEY_braceright, GDK_SHIFT_MASK, "article.start-forward-character" },
  { GDK_KEY_f, 0, "article.toggle-furniture" },
  { GDK_KEY_b, 0, "article.mark-body" },
  { GDK_KEY_b, GDK_SHIFT_MASK, "article.mark-furniture" },
  { GDK_KEY_v, 0, "article.colour-by-next" },
  { GDK_KEY_v, GDK_SHIFT_MASK, "article.layers" },
  { GDK_KEY_F3, 0, "article.find-next" },
  { GDK_KEY_F3, GDK_SHIFT_MASK, "article.find-previous" },
  { GDK_KEY_g, GDK_CONTROL_MASK, "article.find-next" },
  { GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "article.find-previous" },
  { GDK_KEY_d, GDK_CONTROL_MASK, "article.toggle-done" },
  { GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "article.toggle-read" },
  { GDK_KEY_Escape, 0, "article.escape" },
  { GDK_KEY_Menu, 0, "article.menu" },
  { GDK_KEY_F10, GDK_SHIFT_MASK, "article.menu" },
};

/* Arrows mean forward and backward by the direction of the article. */
static const struct
{
  GdkModifierType modifiers;
  const char     *forward;
  const char     *backward;
} arrows[] = {
  { GDK_ALT_MASK, "article.end-forward-word", "article.end-backward-word" },
  { GDK_ALT_MASK | GDK_SHIFT_MASK, "article.end-forward-character", "article.end-backward-character" },
  { GDK_ALT_MASK | GDK_CONTROL_MASK, "article.start-forward-word", "article.start-backward-word" },
  { GDK_ALT_MASK | GDK_CONTROL_MASK | GDK_SHIFT_MASK,
    "article.start-forward-character", "article.start-backward-character" },
};

static void
act_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].name, name))
      acts[i].act (RAP_ARTICLE_VIEW (widget));
}

static void
nudge_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (nudges); i++)
    if (g_str_equal (nudges[i].name, name))
      rap_article_bounds_nudge (RAP_ARTICLE_VIEW (widget), nudges[i].move_end,
                                nudges[i].direction, nudges[i].by_character);
}

static void
code_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  rap_article_hand_code (RAP_ARTICLE_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
jump_from_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  rap_article_relate_jump_from (RAP_ARTICLE_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static gboolean
arrow_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  RapArticleView *self = user_data;
  gboolean rtl = self->article != NULL && self->article->direction == RAP_DIRECTION_RTL;
  gboolean right;
  guint i;

  g_variant_get (args, "(ub)", &i, &right);
  return gtk_widget_activate_action (widget, right != rtl ? arrows[i].forward : arrows[i].backward, NULL);
}

static void
add_shortcut (GtkEventController *controller,
              guint               key,
              GdkModifierType     modifiers,
              GtkShortcutAction  *action,
              GVariant           *arguments)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), action);

  gtk_shortcut_set_arguments (shortcut, arguments);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
add_arrows (RapArticleView     *self,
            GtkEventController *controller)
{
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      add_shortcut (controller, GDK_KEY_Right, arrows[i].modifiers,
                    gtk_callback_action_new (arrow_cb, self, NULL), g_variant_new ("(ub)", i, TRUE));
      add_shortcut (controller, GDK_KEY_Left, arrows[i].modifiers,
                    gtk_callback_action_new (arrow_cb, self, NULL), g_variant_new ("(ub)", i, FALSE));
    }
}

static void
add_digits (GtkEventController *controller)
{
  for (guint digit = 1; digit <= 9; digit++)
    {
      char key[] = { (char) ('0' + digit), '\0' };

      add_shortcut (controller, GDK_KEY_0 + digit, 0, gtk_named_action_new ("article.code"),
                    g_variant_new_string (key));
    }
}

/* While a fact of the masthead is edited, keys are typed text. */
static void
typing_cb (RapArticleMasthead *masthead,
           GParamSpec         *pspec,
           GtkEventController *early)
{
  gboolean editing;

  g_object_get (masthead, "editing", &editing, NULL);
  gtk_event_controller_set_propagation_phase (early, editing ? GTK_PHASE_NONE : GTK_PHASE_CAPTURE);
}

/* Letting go of the modifier ends the moving of a boundary. */
static void
key_released_cb (RapArticleView *self,
                 guint           keyval)
{
  if (keyval == GDK_KEY_Alt_L || keyval == GDK_KEY_Alt_R || keyval == GDK_KEY_Meta_L || keyval == GDK_KEY_Meta_R)
    rap_article_bounds_flush (self);
}

static GtkEventController *
add_controller (GtkWidget           *widget,
                GtkEventController  *controller,
                GtkPropagationPhase  phase)
{
  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_widget_add_controller (widget, controller);
  return controller;
}

void
rap_article_keys_install (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i].name, NULL, act_cb);
  for (guint i = 0; i < G_N_ELEMENTS (nudges); i++)
    gtk_widget_class_install_action (widget_class, nudges[i].name, NULL, nudge_cb);
  gtk_widget_class_install_action (widget_class, "article.code", "s", code_cb);
  gtk_widget_class_install_action (widget_class, "article.jump-from", "s", jump_from_cb);
}

void
rap_article_keys_add (RapArticleView *self)
{
  GtkWidget *text = GTK_WIDGET (self->text);
  GtkEventController *early, *late, *released;

  early = add_controller (text, gtk_shortcut_controller_new (), GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add_shortcut (early, keys[i].key, keys[i].modifiers, gtk_named_action_new (keys[i].action), NULL);
  add_arrows (self, early);
  add_digits (early);
  g_signal_connect_object (self->masthead, "notify::editing", G_CALLBACK (typing_cb), early, 0);

  /* Enter is the button's when a chip has the keyboard. */
  late = add_controller (text, gtk_shortcut_controller_new (), GTK_PHASE_BUBBLE);
  add_shortcut (late, GDK_KEY_Return, 0, gtk_named_action_new ("article.edit"), NULL);
  add_shortcut (late, GDK_KEY_KP_Enter, 0, gtk_named_action_new ("article.edit"), NULL);

  released = add_controller (text, gtk_event_controller_key_new (), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (released, "key-released", G_CALLBACK (key_released_cb), self);
  released = add_controller (text, gtk_event_controller_focus_new (), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (released, "leave", G_CALLBACK (rap_article_bounds_flush), self);
  rap_article_keys_update (self);
}

void
rap_article_keys_update (RapArticleView *self)
{
  gboolean in_use = self->article != NULL;

  /* A key that can do nothing now says why; so only the empty page disables. */
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), acts[i].name, in_use);
  for (guint i = 0; i < G_N_ELEMENTS (nudges); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), nudges[i].name, in_use);
}
