#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/exchange/score_measures.h"
#include "app/exchange/scores_choices.h"
#include "app/exchange/scores_import.h"
#include "app/exchange/scores_sheet.h"
#include "app/words/cli_words.h"
#include "app/words/import_option_words.h"
#include "storage/client_code.h"

#include <iostream>
#include <map>
#include <optional>
#include <variant>

namespace app::cli {

namespace {

/// An option as it was typed, and what it says.
template <class Meaning>
struct Said {
    std::string option{};
    Meaning meaning{};
};

/// Options by what they say something of; the key is empty for what is said of everything.
template <class Meaning>
using SaidOf = std::map<std::string, Said<Meaning>>;

/// Takes an option of this name. Refuses one that says otherwise than an earlier one of the same.
template <class Meaning>
void hear(SaidOf<Meaning>& said, const std::string& name, const std::string& key, const Said<Meaning>& option)
{
    const auto [earlier, is_first] = said.try_emplace(key, option);
    if (!is_first && earlier->second.meaning != option.meaning) {
        throw Refusal{words::options_differ(name, earlier->second.option, option.option)};
    }
}

/// Takes `2024-01-05` for all clients, `A-1=2024-01-05` for one.
void add_admissions(ImportChoices& choices, const std::vector<std::string>& options)
{
    SaidOf<model::Date> said;
    for (const std::string& option : options) {
        const auto sign = option.rfind('=');
        const bool is_of_one = sign != std::string::npos;
        const std::string code = is_of_one ? option.substr(0, sign) : std::string{};
        const auto day = read_day(is_of_one ? option.substr(sign + 1) : option);
        hear(said, "--admitted", storage::code_key(code), {option, day});
        if (is_of_one) {
            choices.admitted_clients[code] = day;
        } else {
            choices.admitted = day;
        }
    }
}

/// The codes that are meant, by what stands in the file.
std::map<std::string, std::string> meant_clients(const std::vector<std::string>& options)
{
    SaidOf<std::string> said;
    std::map<std::string, std::string> meant;
    for (const std::string& option : options) {
        const auto sign = option.rfind('=');
        const std::string in_file = option.substr(0, sign);
        const std::string code = option.substr(sign + 1);
        hear(said, "--client", storage::code_key(in_file), {option, storage::code_key(code)});
        meant[in_file] = code;
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

/// The number at the end of an option.
int lowest_answer(const std::string& option, const std::string& number)
{
    constexpr int furthest = 100;
    const auto lowest = whole_number_in(number);
    if (!lowest) {
        throw Refusal{words::not_a_lowest_answer(option)};
    }
    if (*lowest < -furthest || *lowest > furthest) {
        throw Refusal{words::lowest_answer_out_of_range(option, -furthest, furthest)};
    }
    return *lowest;
}

/// Takes `1` for every form that may be meant, `phq-9=1` for one.
AnswersFrom answers_from(const std::vector<std::string>& options, const std::vector<model::MeasureDefinition>& measures)
{
    AnswersFrom from;
    SaidOf<int> said;
    for (const std::string& option : options) {
        const auto sign = option.rfind('=');
        const bool is_of_one = sign != std::string::npos;
        const int lowest = lowest_answer(option, is_of_one ? option.substr(sign + 1) : option);
        const std::string measure =
            is_of_one ? measure_called(measures, option, option.substr(0, sign)) : std::string{};
        hear(said, "--answers-from", measure, {option, lowest});
        if (is_of_one) {
            from.of_measure[measure] = lowest;
        } else {
            from.of_others = lowest;
        }
    }
    return from;
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
    add_admissions(choices, options.admitted);
    return choices;
}

/// Refuses options that concern nothing in the file.
void require_matches(const storage::Casebook& casebook, const std::vector<ScoreRow>& rows, const ImportChoices& choices,
                     const std::vector<model::MeasureDefinition>& measures, const AnswersFrom& said)
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
    if (said.of_others && !concerns_others(rows, measures, said)) {
        const std::string lowest = std::to_string(*said.of_others);
        throw Refusal{words_for(
            UnmatchedChoice{.kind = UnmatchedChoice::Kind::answers_of_none, .option = lowest, .named = lowest})};
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
    std::optional<SettledDates> dates;
    const auto settle = [&dates](const SettledDates& settled) { dates = settled; };
    const auto read = read_scores(read_file(options.file), measures, today(), reading, {.settle = settle});
    if (const auto* problem = std::get_if<ScoresProblem>(&read)) {
        throw Refusal{words_for(*problem)};
    }
    const auto& rows = std::get<std::vector<ScoreRow>>(read);
    const ImportChoices choices = import_choices(options);
    require_matches(casebook, rows, choices, measures, reading.answers_from);
    const auto done = import_scores(casebook, rows, {.now = now(), .today = today()}, choices);
    if (const auto* problem = std::get_if<ScoresProblem>(&done)) {
        throw Refusal{words_for(*problem)};
    }
    const auto& imported = std::get<ImportedScores>(done);
    std::cout << (options.dry_run ? words_for_dry_run(imported) : words_for(imported));
    if (dates) {
        std::cout << ' ' << words_for(*dates);
    }
    if (imported.notices + imported.earlier_answers > 0) {
        std::cout << ' ' << words::where_notices_are();
    }
    std::cout << '\n';
}

} // namespace app::cli
