/* rap-picture.h
 *
 * A picture as a list of simple shapes on pages, for printed reports: made by
 * rap_timeline_picture_new(), written as SVG, PDF or PNG by others. Nothing here
 * draws; the list can be compared as a string.
 *
 * Lengths are pixels of 1/96 inch, from the page's left top corner. The y of a
 * text is its baseline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A4, landscape. */
#define RAP_PICTURE_WIDTH  1123.0
#define RAP_PICTURE_HEIGHT 794.0

typedef enum
{
  RAP_PICTURE_RECT,       /* filled */
  RAP_PICTURE_FRAME,      /* its outline */
  RAP_PICTURE_LINE,       /* from x, y, as far as width and height say */
  RAP_PICTURE_DASHES,     /* the same, broken */
  RAP_PICTURE_DISC,       /* around x, y, of radius width */
  RAP_PICTURE_RING,
  RAP_PICTURE_TRIANGLE,   /* its point below x, y, width to each side */
  RAP_PICTURE_TRIANGLE_HOLLOW,
  RAP_PICTURE_ARROW,      /* its point at x, y; width: its length, < 0 points left */
  RAP_PICTURE_TEXT,       /* size: height; width: the room it was cut to, 0 = none */
  RAP_PICTURE_BEGIN,      /* a group: what follows is @id, and @text says what that is */
  RAP_PICTURE_END,
} RapPictureForm;

typedef enum
{
  RAP_INK_TEXT,
  RAP_INK_DIM,
  RAP_INK_GRID,
  RAP_INK_STRIPE,
  RAP_INK_PAPER,
  RAP_INK_MEETING,
  RAP_INK_ARTICLE,
  RAP_INK_HEAT,           /* and five darker ones: RAP_INK_HEAT + step */
  RAP_N_INKS = RAP_INK_HEAT + 6,
} RapInk;

/**
 * RapPictureShape:
 * @size: of a text: pixels; of lines: their thickness
 * @bold: of a text
 */
typedef struct
{
  RapPictureForm  form;
  RapInk          ink;
  double          x, y;
  double          width, height;
  double          size;
  gboolean        bold;
  char           *id;
  char           *text;
} RapPictureShape;

/**
 * RapPicturePage:
 * @shapes: (element-type RapPictureShape): in the order of drawing
 */
typedef struct
{
  double  width;
  double  height;
  GArray *shapes;
} RapPicturePage;

/**
 * RapPicture:
 * @title: of the whole
 * @pages: (element-type RapPicturePage): at least one
 */
typedef struct
{
  char      *title;
  GPtrArray *pages;
} RapPicture;

RapPicture     *rap_picture_new        (const char       *title);
void            rap_picture_free       (RapPicture       *self);
/* Borrowed. */
RapPicturePage *rap_picture_add_page   (RapPicture       *self,
                                        double            width,
                                        double            height);
/* Takes @id and @text. */
void            rap_picture_page_add   (RapPicturePage   *self,
                                        RapPictureShape   shape);
/* 0 … 255 each. */
void            rap_ink_get_rgb        (RapInk            ink,
                                        int               rgb[3]);
/* What a text takes, guessed from its letters, whatever the font: the same on
 * every machine. */
double          rap_picture_text_width (const char       *text,
                                        double            size,
                                        gboolean          bold);
/* @text as it fits into @width, ending in "…" when it was cut. (transfer full) */
char           *rap_picture_cut_text   (const char       *text,
                                        double            size,
                                        gboolean          bold,
                                        double            width);
/* One line a shape. (transfer full) */
char           *rap_picture_to_string  (const RapPicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapPicture, rap_picture_free)

G_END_DECLS
