/* rap-json-tree.h
 *
 * From the text of one JSON value to the neutral tree of rap-record-json.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Object = a{sv}, array = av, string = s, whole number = x, other number = d,
 * true and false = b, null = mv. @data must have passed rap_json_scan().
 * RAP_ERROR_FORMAT. (transfer full), not floating */
GVariant *rap_json_tree_parse (const char  *data,
                               gsize        length,
                               GError     **error);

G_END_DECLS
