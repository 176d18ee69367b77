/* test-shingle.c
 *
 * Copies, shortened copies, edited copies and strangers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-shingle.h"

#define REPORT \
  "The minister arrived in the capital on Sunday at the head of a delegation and met the chief of staff. " \
  "Both spoke of the long border, of exercises and of a paper that both sides have prepared for months. " \
  "The paper is in its last stage and will be signed soon, the agency reported without naming a day. " \
  "A second meeting with the head of the council is planned for the evening before the delegation leaves."
#define EDITED \
  "MERIDIAN: The minister arrived in the capital on Sunday at the head of a delegation and met the chief of staff! " \
  "Both spoke of the long border, of exercises and of a paper that both sides have prepared for months. " \
  "The paper is in its last stage and will be signed soon, the agency reported."
#define STRANGER \
  "Farmers in the south count their losses after the third dry spring in a row. The reservoirs stand at a fifth of " \
  "what they held ten years ago, and the price of feed has doubled since the winter, the union of farmers says."

static double
similarity (const char *a,
            const char *b)
{
  RapShingleSignature left = rap_shingle_signature (a);
  RapShingleSignature right = rap_shingle_signature (b);

  return rap_shingle_similarity (&left, &right);
}

static void
test_similarity (void)
{
  g_assert_cmpfloat (similarity (REPORT, REPORT), ==, 1);
  g_assert_cmpfloat (similarity ("THE same Words, here we go", "the same words here we go!"), ==, 1);
  g_assert_cmpfloat (similarity (REPORT, EDITED), >, 0.5);
  g_assert_cmpfloat (similarity (REPORT, EDITED), <, 1);
  g_assert_cmpfloat (similarity (REPORT, STRANGER), <, 0.05);
  g_assert_cmpfloat (similarity ("", ""), ==, 0);
  g_assert_cmpfloat (similarity (REPORT, "…"), ==, 0);
  g_assert_cmpfloat (similarity ("two words", "two words"), ==, 1);
}

static void
test_containment (void)
{
  g_assert_cmpfloat (rap_shingle_containment ("will be signed soon, the agency reported", REPORT), ==, 1);
  g_assert_cmpfloat (rap_shingle_containment (REPORT, "will be signed soon, the agency reported"), <, 0.1);
  g_assert_cmpfloat (rap_shingle_containment (STRANGER, REPORT), ==, 0);
  g_assert_cmpfloat (rap_shingle_containment ("", REPORT), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/shingle/similarity", test_similarity);
  g_test_add_func ("/text/shingle/containment", test_containment);
  return g_test_run ();
}
