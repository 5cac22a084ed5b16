#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/exchange/scores_import.h"
#include "app/words/cli_words.h"

#include <iostream>
#include <variant>

namespace app::cli {

void import_scores_file(const Common& common, const ImportScoresOptions& options)
{
    storage::Casebook casebook = open_casebook(common);
    const auto read = read_scores(read_file(options.file), casebook.measures(), today(), options.answers_from);
    if (const auto* problem = std::get_if<ScoresProblem>(&read)) {
        throw Refusal{words_for(*problem)};
    }
    const auto done = import_scores(
        casebook, std::get<std::vector<ScoreRow>>(read), now(),
        {.new_clients = options.new_clients, .skip_known = options.skip_known, .dry_run = options.dry_run});
    if (const auto* problem = std::get_if<ScoresProblem>(&done)) {
        throw Refusal{words_for(*problem)};
    }
    const auto& imported = std::get<ImportedScores>(done);
    std::cout << (options.dry_run
                      ? words::scores_would_be_imported(imported.scores, imported.known, imported.new_clients)
                      : words::scores_imported(imported.scores, imported.known, imported.new_clients, imported.notices))
              << '\n';
}

} // namespace app::cli
