#pragma once

#include "model/measure_definition_json.h"

#include <string>
#include <variant>

namespace app {

/// A measure of the practice's own was added.
struct MeasureAdded {
    std::string name{};

    bool operator==(const MeasureAdded&) const = default;
};

/// Another measure has the code already.
struct MeasureCodeTaken {
    std::string code{};

    bool operator==(const MeasureCodeTaken&) const = default;
};

/// A measure of the practice's own got another version of its definition.
struct MeasureReplaced {
    std::string name{};
    int revision = 0;

    bool operator==(const MeasureReplaced&) const = default;
};

/// Another version of a definition by which forms were filled in already.
struct MeasureInUse {
    std::string name{};

    bool operator==(const MeasureInUse&) const = default;
};

/// The file of a definition could not be read.
struct DefinitionUnreadable {
    bool operator==(const DefinitionUnreadable&) const = default;
};

/// What became of a definition that was to be added; empty when none was.
using DefinitionOutcome = std::variant<std::monostate, MeasureAdded, MeasureReplaced, MeasureInUse, MeasureCodeTaken,
                                       DefinitionUnreadable, model::DefinitionError>;

/// One sentence that says on which line a measure's definition is wrong, and how. Nothing was added.
std::string words_for(const model::DefinitionError& error);

/// One sentence; empty where there is nothing to say.
std::string words_for(const DefinitionOutcome& outcome);

} // namespace app
