/* autogen.h -- door of autogenerate: what the models and a database differ by, as operations, and operations as
 * the text of a revision file.
 */
#ifndef RETORT_AUTOGEN_AUTOGEN_H
#define RETORT_AUTOGEN_AUTOGEN_H

#include "autogen/render.h"

#endif
