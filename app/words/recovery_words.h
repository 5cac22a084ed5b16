#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Everything the recovery sheet says, apart from the code itself.
struct RecoveryWords {
    std::string title{};
    std::string under_title{};
    std::string purpose{};
    std::string code_heading{};
    std::string code_hint{};
    std::string use_heading{};
    std::vector<std::string> use_steps{}; ///< In order; each begins with its number.
    std::string keep_heading{};
    std::string keep{};
    std::string keys_heading{};
    std::string keys{};
    std::string foot{};
};

/// The words for the casebook called `casebook_name`; `made_on` is the date as a reader sees it;
/// `person_name` is whose sheet it is, where that is known.
RecoveryWords recovery_words(std::string_view casebook_name, std::string_view made_on,
                             std::string_view person_name = {});

} // namespace app
