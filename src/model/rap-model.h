/* rap-model.h
 *
 * Everything the model offers, in one include.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-article.h"
#include "rap-claim.h"
#include "rap-code.h"
#include "rap-coding.h"
#include "rap-edit.h"
#include "rap-entity.h"
#include "rap-evidence.h"
#include "rap-header.h"
#include "rap-json-writer.h"
#include "rap-meeting.h"
#include "rap-mention.h"
#include "rap-project.h"
#include "rap-record-json.h"
#include "rap-relation.h"
#include "rap-validate.h"
