/* rap-session.h
 *
 * What the analyst does, in one object: an open project. The session reads,
 * and it is the only writer: rap_session_commit() is the one mutation, for the
 * window, the command line and every importer. It validates, lets the store
 * apply the group in one transaction with its journal row, and then tells
 * everybody by "changed". Undo and redo commit the inverted group.
 *
 * Main thread only; long work (import, export) has asynchronous forms that run
 * in a worker on a connection of their own.
 *
 * Signals:
 *   "changed" (RapEdits *edits): after every commit, undo and redo, with what
 *     was applied. Borrowed for the emission.
 *   "reading-changed" (const char *article): see rap-reading-marks.h.
 * Properties (notify): title, path, read-only, can-undo, can-redo, undo-label,
 *   redo-label (untranslated labels as committed, NULL when there is none).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-model.h"

G_BEGIN_DECLS

#define RAP_TYPE_SESSION (rap_session_get_type ())
G_DECLARE_FINAL_TYPE (RapSession, rap_session, RAP, SESSION, GObject)

/* Opening. @title may be NULL (then the file's name). Refuses to overwrite. (transfer full) */
RapSession  *rap_session_create          (const char       *path,
                                          const char       *title,
                                          GError          **error);
/* RAP_ERROR_LOCKED, FOREIGN, NEWER, DAMAGED, NOT_FOUND, IO, READ_ONLY: one sentence each. (transfer full) */
RapSession  *rap_session_open            (const char       *path,
                                          gboolean          read_only,
                                          GError          **error);
/* Fills an empty project with the built-in sample, as one undoable group. */
gboolean     rap_session_load_sample     (RapSession       *self,
                                          GError          **error);
const char  *rap_session_get_path        (RapSession       *self);
const char  *rap_session_get_title       (RapSession       *self);
gboolean     rap_session_get_read_only   (RapSession       *self);
/* Changes that somebody holds because the file was in use, and goes on trying to commit: told by who holds them, @n more
 * (or less) of them; property "n-unsaved". */
void         rap_session_add_unsaved     (RapSession       *self,
                                          int               n);
guint        rap_session_get_n_unsaved   (RapSession       *self);
/* Whether a commit would not have to wait for others that use the file. */
gboolean     rap_session_is_free         (RapSession       *self);
/* Whose name new and changed records carry; default: the login name. */
void         rap_session_set_analyst     (RapSession       *self,
                                          const char       *analyst);

/* Reading. All NULL with RAP_ERROR_NOT_FOUND, DAMAGED or IO. */
/* (transfer full) */
RapRecord   *rap_session_load            (RapSession       *self,
                                          RapKind           kind,
                                          const char       *id,
                                          GError          **error);
/* Of whatever kind; a unique beginning of an id (8 characters or more) will do. (transfer full) */
RapRecord   *rap_session_find            (RapSession       *self,
                                          const char       *id,
                                          GError          **error);
/* Claims, mentions, evidence and codings of an article in text order.
 * (transfer full) (element-type RapRecord) */
GPtrArray   *rap_session_load_annotations (RapSession      *self,
                                          const char       *article,
                                          GError          **error);
/* Everything of @kind that refers to the record @id (claims of a meeting or
 * speaker, evidence of a meeting, relations of a claim, mentions of an entity,
 * meetings of an entity …), in order; at most @limit, 0 = all.
 * (transfer full) (element-type RapRecord) */
GPtrArray   *rap_session_load_linked     (RapSession       *self,
                                          RapKind           kind,
                                          const char       *id,
                                          guint             limit,
                                          GError          **error);
/* A display name for an id ("Mohammad Bagheri"), "" when unknown. (transfer full) */
char        *rap_session_get_name        (RapSession       *self,
                                          RapKind           kind,
                                          const char       *id);
guint        rap_session_count           (RapSession       *self,
                                          RapKind           kind);
/* Rows of RapHeader, loaded on demand, following every change. Each call makes
 * its own list with its own filter. (transfer full); see rap-header-list.h */
GListModel  *rap_session_list            (RapSession       *self,
                                          RapKind           kind);
/* All groups, newest first. (transfer full) (element-type RapHistoryEntry) */
GPtrArray   *rap_session_get_history     (RapSession       *self,
                                          guint             limit,
                                          GError          **error);

/* Writing. */
/* Applies the group or does nothing. Sets created, modified and analyst of
 * records that leave them empty, and modified of those that change. Takes
 * nothing: @edits stays the caller's. An empty group succeeds without a trace. */
gboolean     rap_session_commit          (RapSession       *self,
                                          const RapEdits   *edits,
                                          GError          **error);
/* At most @n groups; returns how many, and the label of the last. @label (out) (transfer full) (optional) */
guint        rap_session_undo            (RapSession       *self,
                                          guint             n,
                                          char            **label,
                                          GError          **error);
guint        rap_session_redo            (RapSession       *self,
                                          guint             n,
                                          char            **label,
                                          GError          **error);
gboolean     rap_session_get_can_undo    (RapSession       *self);
gboolean     rap_session_get_can_redo    (RapSession       *self);

/* Gestures: groups made for the common acts, each committed and undoable. */
/* Adds to @edits the deletion of the record and of what cannot stand without it
 * (a claim's relations; an article's annotations; a meeting's evidence; the
 * references others hold to it are cleared). @n_dependents (out) (optional). */
gboolean     rap_session_add_deletion    (RapSession       *self,
                                          RapEdits         *edits,
                                          const RapRecord  *record,
                                          guint            *n_dependents,
                                          GError          **error);
/* An unsealed claim for the passage: CT, +; mode from quotation marks; speaker
 * the known name in the source next to the reporting words, nobody when that is
 * a pronoun or an office; a quotation without them is of who spoke last, a
 * statement without them is narration and the outlet's; via the agencies that
 * are named and known, and the outlet. More: rap-claim-proposal.h. (transfer full) */
RapClaim    *rap_session_propose_claim   (RapSession       *self,
                                          const RapArticle *article,
                                          const RapRange   *ranges,
                                          guint             n_ranges);
/* An unsealed meeting without a title: participants and place are the known
 * names in the sentence of the passage, the date is the one it gives; never
 * invented. See rap-meeting-proposal.h for the reason. (transfer full) */
RapMeeting  *rap_session_propose_meeting (RapSession       *self,
                                          const RapArticle *article,
                                          const RapRange   *ranges,
                                          guint             n_ranges);
/* The entity that the passage names already, by folded name, or NULL. (transfer full) */
RapEntity   *rap_session_match_entity    (RapSession       *self,
                                          const char       *name);
/* Bounds in the article's text, in code points; language from the article. */
RapRange     rap_session_word_at         (const RapArticle *article,
                                          guint             offset);
RapRange     rap_session_sentence_at     (const RapArticle *article,
                                          guint             offset);
RapRange     rap_session_clause_at       (const RapArticle *article,
                                          guint             offset);
RapRange     rap_session_paragraph_at    (const RapArticle *article,
                                          guint             offset);
/* The innermost quotation that holds @range (and more than it, unless it is
 * empty), without its marks; empty when there is none. */
RapRange     rap_session_quotation_at    (const RapArticle *article,
                                          RapRange          range);
/* Trims white space; snaps to grapheme clusters. May come back empty. */
RapRange     rap_session_trim_passage    (const RapArticle *article,
                                          RapRange          range);
/* Moves one boundary by a word (or a grapheme cluster) in a direction (+1, -1). */
RapRange     rap_session_nudge           (const RapArticle *article,
                                          RapRange          range,
                                          gboolean          move_end,
                                          int               direction,
                                          gboolean          by_character);

/* The timeline's input, in bulk (see rap-timeline-items.h of the timeline
 * layer); @lanes: participant, outlet, place or none. (transfer full) */
struct _RapTimelineItems;
struct _RapTimelineItems *rap_session_load_timeline (RapSession  *self,
                                                     const char  *lanes,
                                                     GError     **error);

G_END_DECLS
