#pragma once

#include "storage/vault/recovery_code.h"
#include "tests/support/casebooks.h"

#include <string>
#include <vector>

/// Sentences that stand nowhere else, and a casebook in which they are typed.
namespace tests {

/// What is typed, each sentence in a place of its own.
struct Typed {
    std::string name = "Wilhelmina Quackenbush";
    std::string draft = "The heron stood in the kitchen until noon.";
    std::string draft_homework = "Count seven yellow doors on the way home.";
    std::string draft_risk = "We rang her cousin from the hallway together.";
    std::string draft_saved = "She put the marble elephant back on its shelf.";
    std::string discarded = "Nobody had oiled the gate since the funeral.";
    std::string signed_data = "He whistled the whole second verse unprompted.";
    std::string signed_assessment = "Steadier than the ferry, he says of himself.";
    std::string signed_plan = "Bring the tin box and leave the key outside.";
    std::string signed_homework = "Write the aunt a postcard and do not post it.";
    std::string signed_risk = "The pills went to the neighbour with the parrot.";
    std::string addendum = "It was the green staircase and not the red one.";
    std::string addendum_reason = "I had mixed up the two staircases in my head.";
    std::string error_reason = "This belongs to the man with the accordion.";
    std::string goal = "I say no to Sunday lunches without an excuse.";
    std::string goal_before = "Once I bring a cake I bought to the Sunday lunch.";
    std::string form_error = "The ink had run where the umbrella dripped on it.";
    std::string goal_closed = "Three Sundays in a row he stayed at home.";
    std::string reason_for_care = "Since the winter of the burst pipes no sleep.";
    std::string safety_plan = "First the cold tap and then the blue number.";
    std::string contact = "Above the saddlery, knock twice and wait there.";
    std::string level_reason = "Two weeks of storms were too much for weekly.";
    std::string own_words = "You carried the ladder all by yourself this time.";

    /// All sentences, and the name.
    std::vector<std::string> all() const
    {
        return {name,        draft,           draft_homework,    draft_risk,   draft_saved,
                discarded,   signed_data,     signed_assessment, signed_plan,  signed_homework,
                signed_risk, addendum,        addendum_reason,   error_reason, goal,
                goal_closed, reason_for_care, safety_plan,       contact,      level_reason,
                own_words,   goal_before,     form_error};
    }
};

inline void sign_and_correct(storage::Casebook& casebook, model::ClientId client, const Typed& typed)
{
    auto content = note_on(2024_y / 2 / 1, typed.signed_data);
    content.write(model::SectionKind::assessment, typed.signed_assessment);
    content.write(model::SectionKind::plan, typed.signed_plan);
    content.homework = typed.signed_homework;
    content.risk = {.level = model::RiskLevel::ideation, .actions = typed.signed_risk};
    const auto draft = casebook.start_draft(client, content, {}, at(2024_y / 2 / 1, 15));
    const auto note = casebook.sign_draft(draft, at(2024_y / 2 / 1, 16));
    casebook.add_addendum(note, typed.addendum, typed.addendum_reason, at(2024_y / 2 / 2, 9));
    casebook.mark_entered_in_error(note, typed.error_reason, at(2024_y / 2 / 3, 9));
}

inline void write_drafts(storage::Casebook& casebook, model::ClientId client, const Typed& typed)
{
    auto content = note_on(2024_y / 3 / 1, typed.draft);
    content.homework = typed.draft_homework;
    content.risk = {.level = model::RiskLevel::passive_thoughts, .actions = typed.draft_risk};
    const auto draft = casebook.start_draft(client, content, {}, at(2024_y / 3 / 1, 15));
    content.write(model::SectionKind::plan, typed.draft_saved);
    casebook.save_draft(draft, content, {}, at(2024_y / 3 / 1, 16));
    const auto other =
        casebook.start_draft(client, note_on(2024_y / 3 / 2, typed.discarded), {}, at(2024_y / 3 / 2, 15));
    casebook.discard_draft(other);
}

inline void type_everything(storage::Casebook& casebook, const Typed& typed)
{
    casebook.set_therapist(example_therapist());
    const auto client = casebook.add_client({.code = "A1",
                                             .name = typed.name,
                                             .contact = typed.contact,
                                             .reason_for_care = typed.reason_for_care,
                                             .safety_plan = typed.safety_plan});
    casebook.admit(client, 2024_y / 1 / 1, model::LevelOfCare::outpatient, "Referred");
    casebook.set_level_of_care(
        client, {.from = 2024_y / 1 / 20, .level = model::LevelOfCare::intensive, .reason = typed.level_reason});
    const auto goal =
        casebook.add_goal(client, {.wording = typed.goal_before, .family = "boundaries", .agreed_on = 2024_y / 1 / 2});
    casebook.reword_goal(goal, typed.goal, 2024_y / 2 / 2);
    const auto form = casebook.add_administration(client, {.measure = "scs-sf", .taken_on = 2024_y / 2 / 1, .total = 2},
                                                  at(2024_y / 2 / 1, 12));
    casebook.correct_administration(form, {.measure = "scs-sf", .taken_on = 2024_y / 2 / 1, .total = 3},
                                    typed.form_error, at(2024_y / 2 / 1, 13));
    casebook.close_goal(goal, 2024_y / 4 / 1, typed.goal_closed);
    casebook.remember_summary_choices(client, {.own_words = typed.own_words});
    sign_and_correct(casebook, client, typed);
    write_drafts(casebook, client, typed);
}

/// What is typed about the practice and its people, where somebody left off, and what nobody may know at all.
struct Secrets {
    std::string address = "Behind the old pump house, second bell.";
    std::string modality = "Walking backwards along the canal.";
    std::string reviewed = "Sat with him until his brother came by tram.";
    std::string person = "Theodora Wintergreen";
    std::string credentials = "Reader of barometers and of tea leaves";
    std::string licence = "LICENCE-90210-HERON";
    std::string persons_password = "nine wet umbrellas in the hallway";
    std::string new_password = "a second kettle for the upper floor";
    std::string left_typed = "He had begun to say something about the orchard";
    std::string left_field = "The field beside the crooked mirror";
    std::vector<std::string> codes{}; ///< Of the recovery sheets, once they are made.

    void keep_code_of(const storage::vault::RecoverySheet& sheet)
    {
        const auto bits = sheet.code.bits();
        codes.insert(codes.end(), {sheet.code.text(), std::string{sheet.code.secret().view()},
                                   std::string{bits.begin(), bits.end()}});
    }

    std::vector<std::string> and_all_of(const Typed& typed) const
    {
        auto all = typed.all();
        all.insert(all.end(), {address, modality, reviewed, person, credentials, licence, persons_password,
                               new_password, left_typed, left_field});
        all.insert(all.end(), codes.begin(), codes.end());
        return all;
    }
};

} // namespace tests
