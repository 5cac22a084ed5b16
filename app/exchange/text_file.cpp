#include "app/exchange/text_file.h"

#include <fstream>
#include <system_error>

namespace app {

namespace fs = std::filesystem;

std::variant<std::string, FileProblem> read_text_file(const fs::path& file, std::size_t longest)
{
    std::error_code error;
    if (!fs::is_regular_file(file, error)) {
        return fs::exists(file, error) ? FileProblem::not_a_file : FileProblem::missing;
    }
    std::ifstream stream{file, std::ios::binary};
    std::string bytes;
    constexpr std::size_t piece = 1 << 20;
    while (stream && bytes.size() <= longest) {
        const std::size_t before = bytes.size();
        bytes.resize(before + piece);
        stream.read(bytes.data() + before, static_cast<std::streamsize>(piece));
        bytes.resize(before + static_cast<std::size_t>(stream.gcount()));
    }
    if (bytes.size() > longest) {
        return FileProblem::too_large;
    }
    if (stream.bad() || !stream.eof()) {
        return FileProblem::unreadable;
    }
    return bytes;
}

} // namespace app
