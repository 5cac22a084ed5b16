#include "app/presenters/import_scores_presenter.h"

#include "app/exchange/text_file.h"
#include "app/presenters/client_name.h"
#include "model/text.h"

#include <algorithm>
#include <map>
#include <utility>

namespace app {

namespace {

bool is_about_a_name(ScoresProblemKind kind)
{
    using enum ScoresProblemKind;
    return kind == client_not_a_code || kind == client_too_long || kind == client_name_ambiguous;
}

using MeasureNames = std::map<std::string, std::string>; ///< By code.

MeasureNames measure_names(const storage::Casebook& casebook)
{
    MeasureNames names;
    for (const model::MeasureDefinition& measure : casebook.measures()) {
        names.emplace(measure.code, measure.name);
    }
    return names;
}

std::string names_of(const std::vector<std::string>& codes, const MeasureNames& known)
{
    std::string names;
    for (const std::string& code : codes) {
        const auto name = known.find(code);
        names += (names.empty() ? "" : ", ") + (name == known.end() ? code : name->second);
    }
    return names;
}

} // namespace

ImportScoresPresenter::ImportScoresPresenter(const Workplace& place) : place_{place} {}

void ImportScoresPresenter::open(const std::filesystem::path& file)
{
    if (is_busy()) {
        return;
    }
    if (file != file_ || screen_.stage == Stage::done) {
        settings_ = {};
        given_.clear();
    }
    file_ = file;
    screen_ = {.file = file.filename().string()};
    draw_names();
    read();
}

void ImportScoresPresenter::read_again()
{
    if (!is_busy() && screen_.stage != Stage::choosing) {
        read();
    }
}

void ImportScoresPresenter::read()
{
    problem_.reset();
    found_ = {};
    screen_ = {.stage = Stage::reading, .file = screen_.file, .given = screen_.given};
    on_change();
    work_.run<Read>(
        place_.slow_work,
        [file = file_, measures = place_.casebook.measures(), today = place_.clock.today(),
         reading = settings_.reading](const storage::Progress& progress) -> Read {
            const auto text = read_text_file(file);
            if (const auto* problem = std::get_if<FileProblem>(&text)) {
                return *problem;
            }
            Found found;
            const auto settle = [&found](const SettledDates& dates) { found.dates = dates; };
            auto read = read_scores(std::get<std::string>(text), measures, today, reading,
                                    {.progress = progress, .settle = settle});
            if (const auto* problem = std::get_if<ScoresProblem>(&read)) {
                return *problem;
            }
            found.rows = std::get<std::vector<ScoreRow>>(std::move(read));
            return found;
        },
        [this](std::variant<Read, WorkFailure>& result) {
            if (const auto* failure = std::get_if<WorkFailure>(&result)) {
                return heed(failure->is_stopped ? FileProblem::stopped : FileProblem::too_little_memory);
            }
            heed(std::get<Read>(std::move(result)));
        });
}

void ImportScoresPresenter::heed(Read read)
{
    if (const auto* problem = std::get_if<FileProblem>(&read)) {
        screen_.stage = Stage::unread;
        screen_.file_problem = *problem;
        return on_change();
    }
    if (const auto* problem = std::get_if<ScoresProblem>(&read)) {
        return ask(*problem);
    }
    found_ = std::get<Found>(std::move(read));
    look();
}

void ImportScoresPresenter::look()
{
    preview_ = {};
    ImportChoices choices = settings_.choices;
    choices.dry_run = true;
    std::size_t taken = 0;
    const auto take = [this, &taken](const TakenRow& row) {
        preview_.add(row);
        ++taken;
    };
    const auto tried = run_import(choices, Stage::choosing, {.take = take});
    // An earlier problem leaves clients out of the preview, and is asked about first.
    if (taken == found_.rows.size() && drop_outdated()) {
        return look();
    }
    if (const auto* problem = std::get_if<ScoresProblem>(&tried)) {
        return ask(*problem);
    }
    problem_.reset();
    screen_ = {.stage = Stage::ready, .file = screen_.file, .rows = found_.rows.size()};
    show_counts(std::get<ImportedScores>(tried));
    screen_.can_import = screen_.counts.scores > 0;
    draw_names();
    on_change();
}

void ImportScoresPresenter::ask(const ScoresProblem& problem)
{
    problem_ = problem;
    screen_ = {
        .stage = Stage::asking, .file = screen_.file, .rows = found_.rows.size(), .answers = answers_to(problem.kind)};
    clients_ = place_.casebook.clients();
    if (clients_.empty()) {
        std::erase_if(screen_.answers,
                      [](ImportAnswerKind kind) { return field_of(kind) == ImportAnswerField::client; });
    }
    if (!must_be_chosen(problem.kind, screen_.answers)) {
        screen_.chosen_answer = 0;
    }
    draw_names();
    on_change();
}

void ImportScoresPresenter::import()
{
    if (screen_.can_import) {
        kept_ = 0;
        screen_.can_import = false;
        screen_.stage = Stage::importing;
        on_change();
    }
}

void ImportScoresPresenter::keep()
{
    if (screen_.stage != Stage::importing) {
        return;
    }
    const auto tell = [this](double part) {
        kept_ = part;
        on_kept();
    };
    const auto imported = run_import(settings_.choices, Stage::ready, {.progress = {.tell = tell}});
    if (const auto* problem = std::get_if<ScoresProblem>(&imported)) {
        return ask(*problem);
    }
    found_.rows.clear();
    screen_.stage = Stage::done;
    show_counts(std::get<ImportedScores>(imported));
    on_change();
}

std::variant<ImportedScores, ScoresProblem>
ImportScoresPresenter::run_import(const ImportChoices& choices, Stage on_failure, const ImportWatch& watch)
{
    try {
        return import_scores(place_.casebook, found_.rows, {.now = place_.clock.now(), .today = place_.clock.today()},
                             choices, watch);
    } catch (...) {
        // Everything is as it was, and can be tried again; why, is said where this was asked for.
        screen_.stage = on_failure;
        screen_.can_import = on_failure == Stage::ready;
        on_change();
        throw;
    }
}

void ImportScoresPresenter::show_counts(const ImportedScores& imported)
{
    const auto with_scores = std::ranges::count_if(preview_.clients(), [](const auto& one) { return one.scores > 0; });
    screen_.counts = {.scores = imported.scores,
                      .clients = static_cast<std::size_t>(with_scores),
                      .new_clients = imported.new_clients.size(),
                      .known = imported.known,
                      .contradicting = imported.contradicting,
                      .notices = imported.notices,
                      .earlier_answers = imported.earlier_answers,
                      .about_care = admission_words(imported, screen_.stage == Stage::done),
                      .dates = found_.dates};
}

void ImportScoresPresenter::names_changed()
{
    draw_names();
    on_change();
}

void ImportScoresPresenter::draw_names()
{
    clients_ = place_.casebook.clients();
    screen_.clients.clear();
    screen_.given.clear();
    if (problem_) {
        screen_.problem = shown(*problem_);
        screen_.look_alike = called(problem_->other);
        for (const model::Client& client : clients_) {
            screen_.clients.push_back(name_and_code(client, place_.names));
        }
    }
    for (const Given& one : given_) {
        screen_.given.push_back({.kind = one.kind, .problem = shown(one.problem), .client = called(one.code)});
    }
    draw_preview();
}

void ImportScoresPresenter::draw_preview()
{
    screen_.preview.clear();
    if (screen_.stage != Stage::ready && screen_.stage != Stage::importing && screen_.stage != Stage::done) {
        return;
    }
    std::map<model::ClientId, std::string> called;
    for (const model::Client& client : clients_) {
        called.emplace(client.id, name_and_code(client, place_.names));
    }
    const MeasureNames measures = measure_names(place_.casebook);
    for (const ClientScores& one : preview_.clients()) {
        screen_.preview.push_back({.client = one.client ? called[*one.client] : one.new_code,
                                   .is_new = !one.client,
                                   .scores = one.scores,
                                   .left_out = one.known + one.contradicting,
                                   .measures = names_of(one.measures, measures),
                                   .first_score = one.first_score,
                                   .last_score = one.last_score});
    }
}

std::string ImportScoresPresenter::called(const std::string& code) const
{
    const auto client = std::ranges::find(clients_, code, [](const auto& one) { return one.details.code; });
    return client == clients_.end() ? code : name_and_code(*client, place_.names);
}

ScoresProblem ImportScoresPresenter::shown(const ScoresProblem& problem) const
{
    constexpr std::size_t longest = 40;
    ScoresProblem shown = problem;
    if (place_.names.are_hidden && is_about_a_name(problem.kind)) {
        shown.value.clear();
    } else if (model::characters_in(problem.value) > longest) {
        shown.value = std::string{model::first_characters(problem.value, longest)} + "…";
    }
    return shown;
}

} // namespace app
