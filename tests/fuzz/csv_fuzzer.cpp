#include "app/exchange/csv_reader.h"
#include "app/exchange/scores_file.h"
#include "model/text.h"
#include "tests/fuzz/property.h"

#include <algorithm>

using tests::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace date::literals;
    static const auto measures = model::shipped_measures();
    const auto text = tests::text_of(bytes, size);

    const auto rows = app::read_csv(text);
    const auto* readable = std::get_if<std::vector<app::CsvRow>>(&rows);
    if (readable != nullptr) {
        require(std::ranges::is_sorted(*readable, std::ranges::less{}, &app::CsvRow::line), "lines are in order");
        require(std::ranges::none_of(*readable, [](const app::CsvRow& row) { return row.fields.empty(); }),
                "no row is without fields");
    }

    const auto scores = app::read_scores(text, measures, 2024_y / 3 / 1);
    if (const auto* problem = std::get_if<app::ScoresProblem>(&scores)) {
        require(model::is_utf8(words_for(*problem)), "every problem has a sentence that is text");
        require(model::without_controls(words_for(*problem)) == words_for(*problem), "a sentence is on one line");
        return 0;
    }
    const auto& read = std::get<std::vector<app::ScoreRow>>(scores);
    require(readable != nullptr && read.size() < std::max<std::size_t>(readable->size(), 1), "a score for each row");
    for (const auto& row : read)
        require(!row.client.empty() && row.details.taken_on.ok() && row.details.taken_on <= 2024_y / 3 / 1,
                "each score has a client and a day that was");
    return 0;
}
