/* rap-picture-private.h
 *
 * The writers of a picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-json-writer.h"
#include "rap-picture.h"

G_BEGIN_DECLS

#define RAP_PICTURE_FONT "Cantarell, Noto Sans, sans-serif"

/* The first page as SVG. */
gboolean rap_picture_write_svg (const RapPicture  *picture,
                                RapJsonSink        sink,
                                gpointer           user_data,
                                GError           **error);
/* The first page as PNG, twice as fine as its pixels where that is possible.
 * RAP_ERROR_INVALID when it is too high. */
gboolean rap_picture_write_png (const RapPicture  *picture,
                                RapJsonSink        sink,
                                gpointer           user_data,
                                GError           **error);
/* All pages. @time: microseconds since 1970 UTC, named as the time of creation. */
gboolean rap_picture_write_pdf (const RapPicture  *picture,
                                gint64             time,
                                RapJsonSink        sink,
                                gpointer           user_data,
                                GError           **error);

G_END_DECLS
