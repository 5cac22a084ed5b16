#pragma once

#include "app/exchange/csv.h"
#include "storage/casebook.h"
#include "storage/goals.h"

#include <SQLiteCpp/Database.h>
