/* rap-mail-text-private.h
 *
 * The texts that a letter shows, as one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * rap_mail_text_join:
 * @texts: (element-type GMimePart): text/plain and text/html, in order; may be empty
 * @html: whether a web page is wanted
 * @charset: (out) (nullable) (transfer full): what the letter says of the result's charset
 *
 * One text is taken as it is, lines that a mail program folded (format=flowed,
 * RFC 3676) joined again. Several are converted to UTF-8 first.
 *
 * Returns: (transfer full): the bytes, empty when the letter shows nothing
 */
GBytes *rap_mail_text_join (GPtrArray  *texts,
                            gboolean    html,
                            char      **charset);

G_END_DECLS
