#pragma once

#include <string>

namespace app {

/// An option of an import that concerns nothing in its file: a slip, most likely.
struct UnmatchedChoice {
    enum class Kind {
        new_client,
        client,
        admitted,        ///< Of one client.
        answers_from,    ///< Of one measure, whose answers the file does not have.
        answers_of_none, ///< The lowest answer of no form whose answers the file has.
        unknown_measure, ///< The same, and nobody knows the measure.
    };

    Kind kind{};
    std::string option{};  ///< As it was typed, without its name.
    std::string named{};   ///< The part of it that is not there.
    std::string similar{}; ///< What is there and nearly the same; empty where nothing is.

    bool operator==(const UnmatchedChoice&) const = default;
};

/// For the command line: the option, what was looked for, and what to do. Nothing was imported.
std::string words_for(const UnmatchedChoice& unmatched);

} // namespace app
