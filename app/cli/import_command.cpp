#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/exchange/score_measures.h"
#include "app/exchange/scores_choices.h"
#include "app/exchange/scores_import.h"
#include "app/exchange/scores_sheet.h"
#include "app/words/cli_words.h"

#include <iostream>
#include <map>
#include <variant>

namespace app::cli {

namespace {

/// Takes `2024-01-05` for all clients, `A-1=2024-01-05` for one.
void add_admission(ImportChoices& choices, const std::string& admitted)
{
    const auto sign = admitted.rfind('=');
    const auto day = read_day(sign == std::string::npos ? admitted : admitted.substr(sign + 1));
    if (sign == std::string::npos) {
        choices.admitted = day;
    } else {
        choices.admitted_clients[admitted.substr(0, sign)] = day;
    }
}

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

/// The code of the measure that is called so. Refuses what no measure is called, or several are.
std::string measure_called(const std::vector<model::MeasureDefinition>& measures, const std::string& option,
                           const std::string& words)
{
    const auto called = measures_called(measures, words);
    if (called.size() > 1) {
        throw Refusal{words::several_measures_called(option, words)};
    }
    if (called.empty()) {
        throw Refusal{words_for(UnmatchedChoice{.kind = UnmatchedChoice::Kind::unknown_measure,
                                                .option = option,
                                                .named = words,
                                                .similar = nearest_measure(measures, words).value_or("")})};
    }
    return called.front()->code;
}

/// Takes `1` for every form that may be meant, `phq-9=1` for one.
AnswersFrom answers_from(const std::vector<std::string>& options, const std::vector<model::MeasureDefinition>& measures)
{
    AnswersFrom said;
    for (const std::string& option : options) {
        const auto sign = option.rfind('=');
        const auto lowest = whole_number_in(sign == std::string::npos ? option : option.substr(sign + 1));
        if (!lowest) {
            throw Refusal{words::not_a_lowest_answer(option)};
        }
        if (sign == std::string::npos) {
            said.of_others = lowest;
        } else {
            said.of_measure[measure_called(measures, option, option.substr(0, sign))] = *lowest;
        }
    }
    return said;
}

ReadingChoices reading_choices(const ImportScoresOptions& options,
                               const std::vector<model::MeasureDefinition>& measures)
{
    ReadingChoices choices{.answers_from = answers_from(options.answers_from, measures)};
    if (!options.dates.empty()) {
        choices.dates =
            options.dates == month_first_option ? model::DateOrder::month_first : model::DateOrder::day_first;
    }
    return choices;
}

ImportChoices import_choices(const ImportScoresOptions& options)
{
    ImportChoices choices{.new_clients = options.new_clients,
                          .clients = meant_clients(options.clients),
                          .skip_known = options.skip_known,
                          .skip_contradicting = options.skip_contradicting,
                          .dry_run = options.dry_run};
    for (const std::string& admitted : options.admitted) {
        add_admission(choices, admitted);
    }
    return choices;
}

/// Refuses options that concern nothing in the file.
void require_matches(const storage::Casebook& casebook, const std::vector<ScoreRow>& rows, const ImportChoices& choices,
                     const AnswersFrom& said)
{
    if (const auto unmatched = unmatched_choice(casebook, rows, choices)) {
        throw Refusal{words_for(*unmatched)};
    }
    for (const auto& [measure, lowest] : said.of_measure) {
        if (!has_answers_to(rows, measure)) {
            throw Refusal{words_for(UnmatchedChoice{.kind = UnmatchedChoice::Kind::answers_from,
                                                    .option = measure + "=" + std::to_string(lowest),
                                                    .named = measure})};
        }
    }
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
    storage::Casebook casebook = open_casebook(common);
    const auto measures = casebook.measures();
    const ReadingChoices reading = reading_choices(options, measures);
    const auto read = read_scores(read_file(options.file), measures, today(), reading);
    if (const auto* problem = std::get_if<ScoresProblem>(&read)) {
        throw Refusal{words_for(*problem)};
    }
    const auto& rows = std::get<std::vector<ScoreRow>>(read);
    const ImportChoices choices = import_choices(options);
    require_matches(casebook, rows, choices, reading.answers_from);
    const auto done = import_scores(casebook, rows, {.now = now(), .today = today()}, choices);
    if (const auto* problem = std::get_if<ScoresProblem>(&done)) {
        throw Refusal{words_for(*problem)};
    }
    const auto& imported = std::get<ImportedScores>(done);
    std::cout << (options.dry_run ? words_for_dry_run(imported) : words_for(imported));
    if (imported.notices + imported.earlier_answers > 0) {
        std::cout << ' ' << words::where_notices_are();
    }
    std::cout << '\n';
}

} // namespace app::cli
