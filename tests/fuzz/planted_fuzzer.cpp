#include "tests/fuzz/property.h"

// A mistake made on purpose, so that whoever looks for mistakes is known to find one.

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    tests::require(!tests::text_of(bytes, size).starts_with("MEND"), "nothing begins like this");
    return 0;
}
