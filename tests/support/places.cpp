#include "tests/support/places.h"

namespace tests {

std::string source_dir()
{
    return SOURCE_DIR;
}

std::string shared_dir()
{
    return SHARED_DIR;
}

std::string binary_dir()
{
    return BINARY_DIR;
}

} // namespace tests
