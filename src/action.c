/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making actions.
 */
#include "action.h"

#include <string.h>

struct action action_make(enum action_kind kind, const char *id)
{
	struct action action = { .kind = kind };
	if (id)
		memcpy(action.id, id, strnlen(id, ID_LENGTH));
	return action;
}
