/* rap-word-set-private.h
 *
 * The words of a text as a set of numbers, to see how much two texts have in
 * common: a page makes a dozen of them, so that they have to cost little.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RapWordSet RapWordSet;

/* The distinct words of four letters and more, folded to small letters and their first six letters; of a very long text
 * only the beginning is read. (transfer full) */
RapWordSet *rap_word_set_new      (const char       *text,
                                   gsize             n_bytes);
void        rap_word_set_free     (RapWordSet       *self);
guint       rap_word_set_size     (const RapWordSet *self);
/* Adds the words of @other that have six letters or more. */
void        rap_word_set_add_long (RapWordSet       *self,
                                   const RapWordSet *other);
/* How many words of @self are in @other. */
guint       rap_word_set_common   (const RapWordSet *self,
                                   const RapWordSet *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapWordSet, rap_word_set_free)

G_END_DECLS
