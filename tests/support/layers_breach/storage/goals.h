#pragma once

#include "app/words/errors.h"

#include <sodium.h>

#include <boost/any.hpp>

inline constexpr const char* opening = "PRAGMA key = 'secret'";
