/* test-edit.c
 *
 * Groups of edits, written "+name", "-name", "old>new".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-model.h"

static RapRecord *
make_code (const char *name)
{
  RapRecord *record = rap_record_new (RAP_KIND_CODE);

  rap_set_string (&RAP_CODE (record)->name, name);
  return record;
}

static RapRecord *
rename_code (RapRecord  *record,
             const char *name)
{
  RapRecord *copy = rap_record_copy (record);

  rap_set_string (&RAP_CODE (copy)->name, name);
  return copy;
}

static char *
describe (const RapEdits *edits)
{
  GString *line = g_string_new (edits->label);

  g_string_append_c (line, ':');
  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);

      g_assert_true (rap_edit_get_record (edit)->sealed);
      g_string_append_c (line, ' ');
      if (edit->before == NULL)
        g_string_append_printf (line, "+%s", RAP_CODE (edit->after)->name);
      else if (edit->after == NULL)
        g_string_append_printf (line, "-%s", RAP_CODE (edit->before)->name);
      else
        g_string_append_printf (line, "%s>%s", RAP_CODE (edit->before)->name, RAP_CODE (edit->after)->name);
    }

  return g_string_free (line, FALSE);
}

static void
test_groups (void)
{
  g_autoptr (RapRecord) a = make_code ("a");
  g_autoptr (RapRecord) b = make_code ("b");
  g_autoptr (RapRecord) b2 = rename_code (b, "b2");
  g_autoptr (RapRecord) b3 = rename_code (b, "b");
  g_autoptr (RapRecord) c = make_code ("c");
  g_autoptr (RapEdits) edits = rap_edits_new ("Sort codes");
  g_autoptr (RapEdits) inverse = NULL;
  g_autoptr (RapEdits) again = NULL;
  g_autofree char *forth = NULL;
  g_autofree char *back = NULL;
  g_autofree char *forth_again = NULL;

  g_assert_true (rap_edits_is_empty (edits));
  rap_edits_insert (edits, a);
  rap_edits_replace (edits, b, b2);
  rap_edits_replace (edits, b, b3);
  rap_edits_delete (edits, c);
  g_assert_false (rap_edits_is_empty (edits));

  forth = describe (edits);
  g_assert_cmpstr (forth, ==, "Sort codes: +a b>b2 -c");
  inverse = rap_edits_invert (edits);
  back = describe (inverse);
  g_assert_cmpstr (back, ==, "Sort codes: +c b2>b -a");
  again = rap_edits_invert (inverse);
  forth_again = describe (again);
  g_assert_cmpstr (forth_again, ==, forth);
}

/* A group keeps what it is given alive, and no longer than itself. */
static void
test_ownership (void)
{
  RapRecord *a = make_code ("a");
  RapRecord *b = rename_code (a, "b");
  RapEdits *edits = rap_edits_new (NULL);
  RapEdits *inverse;

  rap_edits_replace (edits, a, b);
  inverse = rap_edits_invert (edits);
  g_assert_cmpstr (edits->label, ==, "");
  g_assert_true (a->sealed && b->sealed);
  rap_edits_free (edits);
  rap_edits_free (inverse);

  g_assert_finalize_object (a);
  g_assert_finalize_object (b);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/edit/groups", test_groups);
  g_test_add_func ("/model/edit/ownership", test_ownership);

  return g_test_run ();
}
