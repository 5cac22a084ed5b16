#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/exchange/scores_import.h"
#include "app/words/cli_words.h"

#include <iostream>
#include <map>
#include <variant>

namespace app::cli {

namespace {

/// The codes that are meant, by what stands in the file.
std::map<std::string, std::string> meant_clients(const std::vector<std::string>& options)
{
    std::map<std::string, std::string> meant;
    for (const std::string& option : options) {
        const auto sign = option.rfind('=');
        meant[option.substr(0, sign)] = option.substr(sign + 1);
    }
    return meant;
}

/// As the command says it.
std::string sentence(const ImportScoresOptions& options, const ImportedScores& imported)
{
    const std::string left_out = words::scores_left_out(imported.contradicting);
    return (options.dry_run
                ? words::scores_would_be_imported(imported.scores, imported.known, imported.new_clients)
                : words::scores_imported(imported.scores, imported.known, imported.new_clients, imported.notices)) +
           (left_out.empty() ? "" : " " + left_out);
}

} // namespace

std::string problem_with_meant_client(const std::string& option)
{
    const auto sign = option.rfind('=');
    const bool is_complete = sign != std::string::npos && sign > 0 && sign + 1 < option.size();
    return is_complete ? std::string{} : words::not_who_is_meant(option);
}

void import_scores_file(const Common& common, const ImportScoresOptions& options)
{
    storage::Casebook casebook = open_casebook(common.casebook, common.password_file);
    const auto read = read_scores(read_file(options.file), casebook.measures(), today(), options.answers_from);
    if (const auto* problem = std::get_if<ScoresProblem>(&read)) {
        throw Refusal{words_for(*problem)};
    }
    const auto done = import_scores(casebook, std::get<std::vector<ScoreRow>>(read), now(),
                                    {.new_clients = options.new_clients,
                                     .clients = meant_clients(options.clients),
                                     .skip_known = options.skip_known,
                                     .skip_contradicting = options.skip_contradicting,
                                     .dry_run = options.dry_run});
    if (const auto* problem = std::get_if<ScoresProblem>(&done)) {
        throw Refusal{words_for(*problem)};
    }
    std::cout << sentence(options, std::get<ImportedScores>(done)) << '\n';
}

} // namespace app::cli
