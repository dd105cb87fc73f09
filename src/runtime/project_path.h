/* project_path.h -- inside runtime: the folders in which a project's packages are looked for as if it were
 * installed. */
#pragma once

#include "runtime/runtime.h"

/* In this order, each followed by its src. */
StrVec project_installed_folders(const Config *config);
