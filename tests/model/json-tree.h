/* json-tree.h
 *
 * JSON to the neutral tree that rap_record_from_variant() takes, for tests of
 * a layer that has no JSON parser. Single quotes may stand for double ones, so
 * that rows of tables stay legible. What is malformed aborts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* (transfer full), not floating */
GVariant *json_tree_parse (const char *json);
