/* rap-codebook.h
 *
 * The codes of a project as a tree, with how much each is used, kept up with
 * every commit; and the gestures on it: making, renaming, moving and merging
 * codes, giving and taking keys. One group, one undo step each.
 *
 * Siblings stand in the order of their names. A code whose parents close a
 * circle, or are nested without end (a damaged project), stands at the top.
 *
 * Signals:
 *   "changed" (): after a commit that changed the tree, a code or a count.
 *
 * Main thread only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_CODEBOOK (rap_codebook_get_type ())
G_DECLARE_FINAL_TYPE (RapCodebook, rap_codebook, RAP, CODEBOOK, GObject)

typedef struct _RapCodeNode RapCodeNode;

/**
 * RapCodeNode: one code in its place
 * @code: sealed
 * @parent: or NULL
 * @children: (element-type RapCodeNode): by name
 * @depth: 0 at the top
 * @n_passages, @n_claims: that have this code
 * @all_passages, @all_claims: that have this code or one below it, each use counted
 */
struct _RapCodeNode
{
  RapCode     *code;
  RapCodeNode *parent;
  GPtrArray   *children;
  guint        depth;
  guint        n_passages;
  guint        n_claims;
  guint        all_passages;
  guint        all_claims;
};

/* The codebook of the project, the same object every time. Borrowed. */
RapCodebook       *rap_session_get_codebook   (RapSession         *session);

/* All codes, each before those below it. Nodes live until the next "changed".
 * Borrowed (element-type RapCodeNode). */
GPtrArray         *rap_codebook_get_nodes     (RapCodebook        *self);
/* NULL when there is no such code. Borrowed. */
const RapCodeNode *rap_codebook_find          (RapCodebook        *self,
                                               const char         *id);
/* Who has the key "1" … "9", or NULL. Borrowed. */
const RapCodeNode *rap_codebook_find_key      (RapCodebook        *self,
                                               const char         *key);
/* Whether @id is @ancestor or below it. */
gboolean           rap_codebook_is_below      (RapCodebook        *self,
                                               const char         *id,
                                               const char         *ancestor);
/* "Capability › Offer of help"; "" when unknown. (transfer full) */
char              *rap_codebook_get_path      (RapCodebook        *self,
                                               const char         *id);
/* A name that no child of @parent (NULL: the top) has: @name, or "@name 2" … (transfer full) */
char              *rap_codebook_make_name     (RapCodebook        *self,
                                               const char         *parent,
                                               const char         *name);
/* Codes whose path has a word beginning with each word of @text, best first:
 * those used last, then those whose name begins with it, then the others in the
 * order of the tree. "" gives all. (transfer container) (element-type RapCodeNode) */
GPtrArray         *rap_codebook_match         (RapCodebook        *self,
                                               const char         *text);
/* The code that is called so, by path or, if only one is, by name; NULL otherwise. Borrowed. */
const RapCodeNode *rap_codebook_find_name     (RapCodebook        *self,
                                               const char         *text);

/* Gestures. All commit one group called @label, or set RAP_ERROR_NAME_TAKEN,
 * KEY_TAKEN, CYCLE, READ_ONLY … and change nothing. */
/* @colour NULL: the next of the palette that the fewest codes have. @id (out) (transfer full) (optional) */
gboolean           rap_codebook_create        (RapCodebook        *self,
                                               const char         *label,
                                               const char         *parent,
                                               const char         *name,
                                               const char         *colour,
                                               char              **id,
                                               GError            **error);
gboolean           rap_codebook_rename        (RapCodebook        *self,
                                               const char         *label,
                                               const char         *id,
                                               const char         *name,
                                               GError            **error);
/* @parent NULL: to the top. */
gboolean           rap_codebook_move          (RapCodebook        *self,
                                               const char         *label,
                                               const char         *id,
                                               const char         *parent,
                                               GError            **error);
/* @key NULL: none. Whoever has it loses it when @take is set. */
gboolean           rap_codebook_set_key       (RapCodebook        *self,
                                               const char         *label,
                                               const char         *id,
                                               const char         *key,
                                               gboolean            take,
                                               GError            **error);

/**
 * RapCodeMerge: what a merge does
 * @n_passages: coded passages that get the other code
 * @n_claims: claims that get the other code
 * @n_duplicates: passages and claims that have both codes and keep one
 * @n_children: codes that move below the other code
 */
typedef struct
{
  guint n_passages;
  guint n_claims;
  guint n_duplicates;
  guint n_children;
} RapCodeMerge;

/* Adds to @edits all that makes @from one with @into: passages, claims and the
 * codes below it; codes of the same name below both become one in the same way.
 * What @into lacks (key, description) it takes over. @merge (out) (optional) */
gboolean           rap_codebook_add_merge     (RapCodebook        *self,
                                               RapEdits           *edits,
                                               const char         *from,
                                               const char         *into,
                                               RapCodeMerge       *merge,
                                               GError            **error);

/* The palette: 12 colours from red round to grey, each with a contrast of at
 * least 3:1 with white and with the dark ground #1e1e1e (WCAG 2.1). Our own
 * choice: those of a grid whose smallest distance in CIE L*a*b* is largest, to
 * the eye as it is and to eyes without one of the three cones (simulated after
 * Machado, Oliveira and Fernandes 2009). NULL-terminated, static; "#rrggbb". */
const char * const *rap_codebook_get_palette  (void);

G_END_DECLS
