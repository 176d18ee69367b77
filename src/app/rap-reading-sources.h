/* rap-reading-sources.h
 *
 * Where the import found what an article's form says: a quiet line below each
 * row, and a button that puts back the detected value where it is another now.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-field-row.h"
#include "rap-form.h"

G_BEGIN_DECLS

/* Fills the lines of all rows of @form, which shows @article. */
void  rap_reading_sources_show      (RapForm          *form,
                                     const RapArticle *article);
/* The line of @row alone. */
void  rap_reading_sources_show_row  (RapForm          *form,
                                     RapFieldRow      *row);
/* "from JSON-LD datePublished"; NULL when it is not known. (transfer full) */
char *rap_reading_sources_describe  (RapForm          *form,
                                     const char       *field);
/* The present value of @field as it would be typed. (transfer full) */
char *rap_reading_sources_get_value (RapForm          *form,
                                     const char       *field);
/* Puts the detected value of @field in place of the present one, as one
 * undoable group; an outlet that is not known becomes a new entity. */
void  rap_reading_sources_reset     (RapForm          *form,
                                     const char       *field);

G_END_DECLS
