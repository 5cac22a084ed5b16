#include "app/presenters/file_stem.h"

#include <cctype>

namespace app {

std::string file_stem(std::string_view code)
{
    std::string stem{code};
    for (char& sign : stem) {
        const auto byte = static_cast<unsigned char>(sign);
        const bool is_plain = std::isalnum(byte) != 0 || sign == '-' || sign == '_' || byte >= 0x80;
        sign = is_plain ? sign : '_';
    }
    return stem;
}

} // namespace app
