/* rap-letter-family.c
 *
 * A switch, so that it costs a few comparisons for each letter of a text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-letter-family.h"

gunichar
rap_letter_get_family (gunichar c)
{
  switch (c)
    {
    case 0x0622: case 0x0623: case 0x0625: case 0x0671: /* alef with madda, hamza above and below, wasla */
      return 0x0627;
    case 0x0626: case 0x0649: case 0x064a: case 0x06d0: case 0x06d2: /* Arabic yeh, alef maksura, e, yeh barree */
      return 0x06cc;
    case 0x0643: case 0x06aa: /* Arabic and swash kaf */
      return 0x06a9;
    case 0x0629: case 0x06be: case 0x06c0: case 0x06c1: case 0x06c2: case 0x06d5: /* teh marbuta, forms of heh, ae */
      return 0x0647;
    case 0x0624: /* waw with hamza */
      return 0x0648;
    case 0x0131: /* dotless i */
      return 'i';
    case 0x00f8:
      return 'o';
    case 0x0142:
      return 'l';
    case 0x0111:
      return 'd';
    case 0x0621: case 0x0640: /* hamza by itself, tatweel */
    case 0x02bc: case 0x02be: case 0x02bf: /* hamza and ain of transliterations */
    case 0x00ad: case 0xfeff: /* soft hyphen, joiner without width */
    case 0x200c ... 0x200f: case 0x202a ... 0x202e: case 0x2060 ... 0x2069: /* joiners, marks of direction */
      return 0;
    default:
      return c;
    }
}
