#include "app/presenters/name_match.h"
#include "tests/fuzz/property.h"

/// What is typed into the search box, a line end, and the text it is looked for in.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto input = tests::text_of(bytes, size);
    const auto line_end = input.find('\n');
    const auto typed = input.substr(0, line_end);
    const auto text = line_end == std::string_view::npos ? std::string_view{} : input.substr(line_end + 1);

    static_cast<void>(app::matches(typed, text));
    tests::require(app::matches("", text), "nothing typed finds everything");
    tests::require(app::matches(text, text), "every text is found by itself");
    return 0;
}
