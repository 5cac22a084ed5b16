#pragma once

#include "storage/casebook.h"

#include <wx/string.h>

#include <fstream>

#include "goal_family.h"
