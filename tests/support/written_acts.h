#pragma once

#include "tests/support/casebooks.h"

#include <string>
#include <vector>

/// Acts of a person at a desk, numbered without end and the same in every run, with what a record then holds.
namespace tests::written {

using namespace date::literals;

/// What a client's record holds, as plain values.
struct State {
    std::vector<model::NoteContent> drafts{};
    std::vector<long> carets{};
    std::vector<model::NoteContent> notes{};
    std::vector<std::string> addenda{}; ///< Of all notes, oldest first.
    std::vector<model::AdministrationDetails> filled_in{};

    bool operator==(const State&) const = default;
};

// The acts go round: begin a draft, save it three times, sign it, add to it, fill in a form, and four forms at once.
inline constexpr int acts_of_a_round = 8;
inline constexpr model::ClientId client{1};
inline constexpr model::GoalId goal{1};

inline model::Date day_of(int act)
{
    return model::days_after(2000_y / 1 / 1, act / acts_of_a_round * acts_of_a_round);
}

inline model::Moment moment_of(int act)
{
    return tests::at(day_of(act), 15) + std::chrono::seconds{act};
}

/// What was typed by this act: never twice the same, from a few bytes to many pages of the file.
inline model::NoteContent typed_at(int act)
{
    std::string text = "As it stood at act " + std::to_string(act) + ". ";
    const std::string more = "She said no at work, and slept. ";
    for (int i = 0; i < (act * act) % 700; ++i) {
        text += more;
    }
    auto content = tests::full_note_on(day_of(act), goal);
    content.write(model::SectionKind::subjective, std::move(text));
    content.ratings.front().by_client = act % 11;
    return content;
}

inline model::AdministrationDetails filled_in_at(int act, int form)
{
    return {.measure = "phq-9",
            .taken_on = model::days_after(day_of(act), form),
            .answers = {act % 4, 1, 2, 0, {}, 1, form % 4, 0, 0}};
}

inline std::string added_at(int act)
{
    return "Added by act " + std::to_string(act);
}

/// Does act number `act` as a person would.
inline void do_act(storage::Casebook& casebook, int act)
{
    const auto now = moment_of(act);
    const auto newest_draft = [&] { return casebook.last_saved_draft().value().id; };
    switch (act % acts_of_a_round) {
    case 0:
        casebook.start_draft(client, typed_at(act), {.position = act}, now);
        break;
    case 1:
    case 2:
    case 3:
        casebook.save_draft(newest_draft(), typed_at(act), {.position = act}, now);
        break;
    case 4:
        casebook.sign_draft(newest_draft(), now);
        break;
    case 5:
        casebook.add_addendum(casebook.notes_of(client).back().id, added_at(act), "Forgotten", now);
        break;
    case 6:
        casebook.add_administration(client, filled_in_at(act, 0), now);
        break;
    default:
        casebook.together([&] {
            for (int form = 1; form < 5; ++form) {
                casebook.add_administration(client, filled_in_at(act, form), now);
            }
        });
    }
}

/// The same act on the plain state.
inline void do_act(State& state, int act)
{
    switch (act % acts_of_a_round) {
    case 0:
        state.drafts = {typed_at(act)};
        state.carets = {act};
        break;
    case 1:
    case 2:
    case 3:
        state.drafts.front() = typed_at(act);
        state.carets.front() = act;
        break;
    case 4:
        state.notes.push_back(state.drafts.front());
        state.drafts.clear();
        state.carets.clear();
        break;
    case 5:
        state.addenda.push_back(added_at(act));
        break;
    case 6:
        state.filled_in.push_back(filled_in_at(act, 0));
        break;
    default:
        for (int form = 1; form < 5; ++form) {
            state.filled_in.push_back(filled_in_at(act, form));
        }
    }
}

/// What the casebook holds.
inline State state_of(const storage::Casebook& casebook)
{
    State state;
    for (const auto& draft : casebook.drafts_of(client)) {
        state.drafts.push_back(draft.content);
        state.carets.push_back(draft.caret.position);
    }
    for (const auto& outline : casebook.notes_of(client)) {
        const auto note = casebook.note(outline.id);
        state.notes.push_back(note.content);
        for (const auto& addendum : note.addenda) {
            state.addenda.push_back(addendum.text);
        }
    }
    for (const auto& administration : casebook.administrations_of(client)) {
        state.filled_in.push_back(administration.details);
    }
    return state;
}

/// Puts in what the acts need: a therapist, the client and the goal.
inline void begin(storage::Casebook& casebook)
{
    casebook.set_therapist(example_therapist());
    casebook.add_client({.code = "A1", .name = "A. Example"});
    casebook.admit(client, 1999_y / 1 / 1, model::LevelOfCare::outpatient, "");
    casebook.add_goal(client, {.wording = "Say no", .family = "boundaries", .agreed_on = 1999_y / 1 / 1});
}

} // namespace tests::written
