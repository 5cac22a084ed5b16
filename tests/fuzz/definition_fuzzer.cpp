#include "app/words/definition_words.h"
#include "model/measure_definition_json.h"
#include "model/scoring.h"
#include "model/text.h"
#include "tests/fuzz/property.h"

#include <cmath>
#include <optional>

using tests::require;

namespace {

/// Scores all items answered alike, and none answered.
void score_something(const model::MeasureDefinition& definition)
{
    const std::optional<int> all_answers[] = {definition.answer_lowest, definition.answer_highest, std::nullopt};
    for (const auto& answer : all_answers) {
        const model::Answers answers(definition.items.size(), answer);
        const auto scored = score(definition, answers);
        const auto* scores = std::get_if<std::vector<model::ScaleScore>>(&scored);
        require(scores != nullptr || definition.items.empty(), "what the form allows is scored");
        if (scores == nullptr)
            continue;
        require(scores->size() == definition.scales.size(), "every scale has its score");
        for (const auto& scale : *scores)
            require(!scale.value || std::isfinite(*scale.value), "a score is a number");
        static_cast<void>(alerts_raised(definition, answers));
        static_cast<void>(criteria_of(definition, answers));
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto read = model::read_definition(tests::text_of(bytes, size));
    if (const auto* error = std::get_if<model::DefinitionError>(&read)) {
        require(model::is_utf8(app::words_for(*error)), "every fault has a sentence that is text");
        require(model::without_controls(app::words_for(*error)) == app::words_for(*error), "a sentence is on one line");
        require(app::words_for(*error).size() < 600, "a sentence is short");
        require(error->line >= 1, "every fault has a line");
        return 0;
    }
    const auto& definition = std::get<model::MeasureDefinition>(read);
    require(!definition.code.empty() && !definition.scales.empty(), "a definition has a code and a scale");
    score_something(definition);
    return 0;
}
