#pragma once

#include "app/words/activity_words.h"
#include "app/words/backup_words.h"
#include "app/words/chart_words.h"
#include "app/words/cli_words.h"
#include "app/words/details_words.h"
#include "app/words/errors.h"
#include "app/words/goal_words.h"
#include "app/words/imported_scores.h"
#include "app/words/lock_words.h"
#include "app/words/main_words.h"
#include "app/words/measure_words.h"
#include "app/words/note_words.h"
#include "app/words/notice_words.h"
#include "app/words/people_words.h"
#include "app/words/readings.h"
#include "app/words/recovery_words.h"
#include "app/words/scores_problem.h"
#include "app/words/session_words.h"
#include "app/words/start_words.h"
#include "app/words/summary_tab_words.h"
#include "app/words/summary_words.h"
#include "app/words/trajectory_tab_words.h"
#include "app/words/verification_words.h"

#include <string>
#include <vector>

namespace tests {

namespace inserted {

using namespace date::literals;

inline constexpr model::Date day = 2026_y / 3 / 12;
inline const model::ClockFace clock{.zone = "UTC"};
inline const model::Moment moment{date::sys_days{day}};

inline model::Panel goal_panel(const std::string& text)
{
    return {.kind = model::PanelKind::goal, .wording = text};
}

inline model::Panel measure_panel(const std::string& text)
{
    model::Panel panel{.kind = model::PanelKind::measure, .measure_name = text};
    panel.scale.name = text + " 2";
    panel.scale.plain_name = text;
    panel.scale.bands = {{0, text}};
    panel.scale.reliable_change = {{6, model::ThresholdRule::at_least, text, false, text}};
    return panel;
}

inline std::vector<std::string> of_clients(const std::string& text)
{
    model::ClientSummary summary{.shown_name = text, .code = text + "7", .born_on = day, .made_on = day};
    summary.period = {day, day};
    summary.left_out = {
        {.panel = {.kind = model::PanelKind::measure, .measure_name = text}, .reason = model::LeftOutReason::chosen}};
    const model::EpisodeOfCare episode{
        .admitted_on = day, .discharge_reason = text, .levels = {{.from = day, .reason = text}}};
    const model::EpisodeOfCare corrected{.admitted_on = day,
                                         .corrections = {{.was_on = day, .reason = text, .why = text, .by = text}}};
    return {app::summary_words::who_and_when(summary),
            app::summary_words::foot(summary),
            app::summary_words::file_title(text),
            app::summary_words::left_out_in_full(summary).back(),
            app::summary_words::drawn_as_boxes(std::vector{text, text}),
            app::words_for(app::CareFacts{.code = text, .pronouns = text, .since = day}),
            app::words_for_similar_code(text),
            app::episode_words(episode),
            app::level_lines(episode).front(),
            app::verification_words::record_title("Note", text, "12 Mar 2026", text),
            app::words::trajectory_title(text),
            app::words::no_such_client(text),
            app::words_for(app::ImportedScores{.scores = 2,
                                               .new_clients = {{text, day}, {text, day}},
                                               .moved = {{text, day, day}},
                                               .outside = {{text, 1, day}},
                                               .not_moved = {{text, day}, {text, {}}}}),
            app::correction_lines(corrected, "UTC").front(),
            app::first_written_for_words(text),
            app::drafted_for_words(text),
            app::words_for_similar_change(text)};
}

inline std::vector<std::string> of_people(const std::string& text)
{
    const auto sheet = app::recovery_words(text, "12 Mar 2026", text);
    const model::EnteredInError error{.reason = text, .author = text, .marked_at = moment};
    return {app::people_words::name_of_you(text),
            app::people_words::signed_in_as(text),
            app::people_words::remove_label(text),
            app::people_words::sheet_heading(text),
            app::people_words::remove_heading(text),
            app::signed_by_words({.name = text, .credentials = text, .licence_number = text}, "12 Mar 2026, 14:00"),
            app::addendum_heading(text, "12 Mar 2026, 14:00"),
            app::in_error_words(text, "12 Mar 2026, 14:00"),
            app::reason_words(text),
            app::summary_words::signature({.name = text, .credentials = text}),
            app::summary_words::licence({.licence_number = text}),
            app::measure_words::in_error(error, clock),
            sheet.under_title,
            sheet.foot};
}

inline std::vector<std::string> of_goals_and_notes(const std::string& text)
{
    model::Goal goal{.details = {.agreed_on = day}, .closed_on = day, .closing_reason = text};
    goal.former_wordings = {{.wording = text, .until = day}, {.wording = text, .until = day}};
    const std::vector<model::Modality> modalities{{.code = "emdr", .name = text}};
    return {app::goal_words::about(text, goal),
            app::goal_words::ended(goal),
            app::goal_words::former(goal),
            app::goal_words::anchors({.at_zero = text}).front(),
            app::goal_words::small_steps({.small_steps = {text, text}}),
            app::goal_words::measures({text, text}),
            app::goal_words::reword_name(text),
            app::goal_words::close_goal_name(text),
            app::goal_words::reopen_name(text),
            app::goal_chart_words(text, "Client 3 4"),
            app::rating_row_name(text, model::Rater::client),
            app::main_modality_words(text),
            app::modality_words({.modality = "emdr", .techniques = {text, text}}, modalities),
            app::modality_names({{.modality = "emdr"}, {.modality = "emdr"}}, modalities),
            app::summary_words::ways_of_working(std::vector<model::ModalityCount>{{"emdr", 3}}, modalities),
            app::stretch_words({.from = day, .until = day, .sessions = 3}, text),
            app::risk_words({.actions = text}),
            app::lock_words::found_no_place(text)};
}

inline std::vector<std::string> of_measures(const std::string& text)
{
    const model::MeasureDefinition measure{.name = text, .version = text, .licence = text, .citation = text};
    const model::Notice notice{.kind = model::NoticeKind::criteria_met,
                               .concerns = day,
                               .review = {{.by = text, .at = moment, .what_was_done = text}}};
    const model::TrajectoryPoint point{.on = day, .value = 3};
    const model::Series series{.points = {point}};
    return {
        app::panel_title(goal_panel(text)),
        app::panel_title(measure_panel(text)),
        app::instrument_footnote(measure_panel(text)),
        app::point_words(measure_panel(text), series, point),
        app::words_for(notice, &measure),
        app::words_for_reviewed(notice, &measure, clock),
        app::measure_words::form_words(measure),
        app::measure_words::licence_words(measure),
        app::measure_words::corrected(text, day, "12"),
        app::measure_words::saved(text, day, "12"),
        app::measure_words::unsaved_entries(text, text),
        app::summary_tab_words::no_values(text),
        app::words::measure_added(text, text),
        app::words::measure_taken(text),
        app::words::measures_unreadable({text, text}),
        app::words_for(app::ScoresProblem{.kind = app::ScoresProblemKind::unknown_measure, .line = 3, .value = text})};
}

inline std::vector<std::string> of_files(const std::string& text)
{
    return {app::window_title(text),
            app::start::open_last(text),
            app::activity_words::saved(text),
            app::activity_words::not_saved(text, "2"),
            app::backups::copied(text),
            app::backups::restored_words(text, "12 Mar 2026", 3, 4),
            app::backups::swap_question(text),
            app::backups::swapped(text, text),
            app::backups::is_beside(text),
            app::summary_tab_words::saved(text),
            app::summary_tab_words::not_saved(text, "2"),
            app::trajectory_tab_words::saved(text),
            app::words_for(storage::OutputProblem::on_backup, text),
            app::words_for(storage::StorageError{storage::Holder{.host = text, .since = moment}}, clock)};
}

} // namespace inserted

/// Every sentence and line of facts in which a text stands that a person typed, with `text` in all their places.
inline std::vector<std::string> every_sentence_with(const std::string& text)
{
    std::vector<std::string> all;
    for (auto* of : {inserted::of_clients, inserted::of_people, inserted::of_goals_and_notes, inserted::of_measures,
                     inserted::of_files}) {
        for (std::string& sentence : of(text)) {
            all.push_back(std::move(sentence));
        }
    }
    return all;
}

} // namespace tests
