#include "model/library.h"

#include <algorithm>
#include <cassert>

namespace model {

std::string_view library_text(std::string_view name)
{
    const auto files = library_files();
    const auto found = std::ranges::find(files, name, &EmbeddedFile::name);
    assert(found != files.end());
    return found->text;
}

} // namespace model
