#pragma once

#include "storage/casebook.h"
#include "storage/storage_error.h"
