#include "tests/support/front_door_acts.h"

#include "tests/support/casebooks.h"

#include <map>
#include <utility>

namespace tests::front_door {

using namespace date::literals;

namespace {

constexpr model::ClientId client{1};
constexpr model::ClientId other_client{2};
constexpr model::ClientId newcomer{3};
constexpr model::GoalId goal{1};
constexpr model::GoalId closed_goal{2};

model::Moment now()
{
    return at(2024_y / 3 / 10, 17);
}

std::string own_measure(const std::string& code)
{
    return R"({"code": ")" + code + R"(", "name": "Own", "full_name": "Own scale", "version": "1", "area": "other",
        "lead_scale": "total", "licence": "Own", "citation": "Own",
        "scales": [{"code": "total", "name": "Total", "range": [0, 100], "better": "higher"}]})";
}

/// With ideation in the risk line, so that keeping it raises a notice.
model::NoteContent worrying_note_on(model::Date day, std::size_t length)
{
    auto content = full_note_on(day, goal);
    content.write(model::SectionKind::subjective, std::string(length, 'w'));
    content.risk.level = model::RiskLevel::ideation;
    return content;
}

model::AdministrationDetails worrying_answers_on(model::Date day)
{
    return {.measure = "phq-9", .taken_on = day, .answers = {1, 2, 3, 0, {}, 1, 2, 0, 1}};
}

model::DraftId newest_draft(const storage::Casebook& casebook)
{
    return casebook.last_saved_draft().value().id;
}

/// What waits to be put into the keys of a casebook. Sealing takes long and never comes out the same twice.
struct Sealed {
    storage::vault::SealedPerson colleague{};
    storage::vault::SealedPerson newcomer{};
    storage::vault::KeySlot password{};
    storage::vault::SealedSheet sheet;
};

/// The same for every act on one casebook.
const Sealed& sealed_for(const storage::Casebook& casebook)
{
    using namespace storage::vault;
    static std::map<VaultId, Sealed> sealed;
    auto vault = casebook.vault();
    const auto known = sealed.find(vault.keys.id);
    if (known != sealed.end()) {
        return known->second;
    }
    const auto seal = [&](const char* password) {
        auto person = std::move(seal_person(vault, password, KeyCost::smallest()).person);
        ++vault.file.next_person;
        return person;
    };
    auto colleague = seal("colleague");
    auto third = seal("newcomer");
    return sealed
        .emplace(vault.keys.id, Sealed{.colleague = std::move(colleague),
                                       .newcomer = std::move(third),
                                       .password = seal_password(vault, "newer", KeyCost::smallest()),
                                       .sheet = seal_sheet(vault.keys)})
        .first->second;
}

/// The other acts that concern clients and what was agreed with them.
std::vector<Act> acts_about_clients()
{
    using storage::Casebook;
    return {
        {"SettingThePractice", [](Casebook& casebook) { casebook.set_practice({.name = "On the hill"}); }},
        {"SettingTheTherapist",
         [](Casebook& casebook) {
             casebook.set_therapist({.id = {1}, .name = "Dana Other", .credentials = "LCSW", .licence_number = "9"});
         }},
        {"AddingAClient", [](Casebook& casebook) { casebook.add_client({.code = "D4", .name = "D. Example"}); }},
        {"ChangingDetails",
         [](Casebook& casebook) { casebook.change_details(client, {.code = "A1", .contact = "Upstairs"}); }},
        {"Admitting",
         [](Casebook& casebook) {
             casebook.admit(newcomer, 2024_y / 3 / 1, model::LevelOfCare::intensive, "Came back");
         }},
        {"Discharging", [](Casebook& casebook) { casebook.discharge(client, 2024_y / 3 / 9, "Moved away"); }},
        {"MergingClients",
         [](Casebook& casebook) { casebook.merge_clients(other_client, client, "One person", now()); }},
        {"RemovingAClient", [](Casebook& casebook) { casebook.remove_client(newcomer, now()); }},
        {"ErasingAClient",
         [](Casebook& casebook) {
             casebook.erase_client(client, model::ErasureGround::legal_duty, "Asked for", now());
         }},
        {"CorrectingAnAdmission",
         [](Casebook& casebook) { casebook.correct_admission({1}, 2024_y / 1 / 20, "Typed wrongly", now()); }},
        {"CorrectingADischarge",
         [](Casebook& casebook) { casebook.correct_discharge({3}, 2023_y / 6 / 1, "", "Typed wrongly", now()); }},
        {"TakingBackADischarge", [](Casebook& casebook) { casebook.take_back_discharge({3}, "Never left", now()); }},
        {"SettingALevelOfCare",
         [](Casebook& casebook) {
             casebook.set_level_of_care(client, {.from = 2024_y / 3 / 1, .level = model::LevelOfCare::intensive});
         }},
        {"ImportingHistory",
         [](Casebook& casebook) {
             storage::ImportedForms forms{.client = client};
             for (int day = 0; day < 20; ++day) {
                 forms.details.push_back(worrying_answers_on(model::days_after(2023_y / 1 / 1, day)));
             }
             casebook.import_administrations(std::vector{forms}, now());
         }},
        {"ReplacingAMeasure", [](Casebook& casebook) { casebook.replace_measure(own_measure("own-1")); }},
        {"RetiringAMeasure", [](Casebook& casebook) { casebook.retire_measure("own-1"); }},
        {"AddingAGoal",
         [](Casebook& casebook) {
             casebook.add_goal(client, {.wording = "Rest", .family = "boundaries", .agreed_on = 2024_y / 3 / 1});
         }},
        {"ClosingAGoal", [](Casebook& casebook) { casebook.close_goal(goal, 2024_y / 3 / 9, "Reached"); }},
        {"ReopeningAGoal", [](Casebook& casebook) { casebook.reopen_goal(closed_goal); }},
        {"CorrectingAGoal", [](Casebook& casebook) { casebook.correct_goal(goal, "Say no again"); }},
        {"RewordingAGoal", [](Casebook& casebook) { casebook.reword_goal(goal, "Say no twice", 2024_y / 3 / 9); }},
        {"ChangingSettings", [](Casebook& casebook) { casebook.set_settings({.lock_after_minutes = 9}); }},
        {"LockingWithWordsTyped",
         [](Casebook& casebook) {
             casebook.keep_left_open(storage::LeftOpen{
                 .client = client, .typed = {{.tab = 1, .field = "goal", .text = "Half a sen", .is_kept = false}}});
         }},
        {"RememberingChoices",
         [](Casebook& casebook) { casebook.remember_summary_choices(client, {.own_words = "And again"}); }},
    };
}

/// The other acts that concern notes and measures.
std::vector<Act> acts_about_notes()
{
    using storage::Casebook;
    const auto last_note = [](Casebook& casebook) { return casebook.notes_of(client).back().id; };
    return {
        {"StartingADraft",
         [](Casebook& casebook) { casebook.start_draft(client, full_note_on(2024_y / 3 / 8, goal), {}, now()); }},
        {"DiscardingADraft", [](Casebook& casebook) { casebook.discard_draft(newest_draft(casebook)); }},
        {"MovingADraft", [](Casebook& casebook) { casebook.move_draft(newest_draft(casebook), other_client, now()); }},
        {"AddingASignedNote",
         [](Casebook& casebook) { casebook.add_signed_note(client, worrying_note_on(2024_y / 3 / 8, 9'000), now()); }},
        {"AddingToANote",
         [=](Casebook& casebook) { casebook.add_addendum(last_note(casebook), "He was late", "Forgotten", now()); }},
        {"GivingANoteToAnotherClient",
         [=](Casebook& casebook) { casebook.give_note_to(last_note(casebook), other_client, "Wrong client", now()); }},
        {"MarkingANoteInError",
         [=](Casebook& casebook) { casebook.mark_entered_in_error(last_note(casebook), "Another client", now()); }},
        {"AddingAModality",
         [](Casebook& casebook) { casebook.add_modality({.code = "hill", .name = "Hills", .techniques = {"Up"}}); }},
        {"AddingAMeasure", [](Casebook& casebook) { casebook.add_measure(own_measure("own-2")); }},
        {"FillingInAForm",
         [](Casebook& casebook) { casebook.add_administration(client, worrying_answers_on(2024_y / 3 / 9), now()); }},
        {"MarkingAFormInError",
         [](Casebook& casebook) {
             casebook.mark_administration_in_error(casebook.administrations_of(client).back().id, "Wrong form", now());
         }},
        {"CorrectingAForm",
         [](Casebook& casebook) {
             auto answers = worrying_answers_on(2024_y / 2 / 1);
             answers.answers.front() = 0;
             casebook.correct_administration(casebook.administrations_of(client).back().id, answers, "Misread", now());
         }},
        {"ReviewingANotice",
         [](Casebook& casebook) { casebook.review_notice(casebook.notices_of(client).back().id, "Called", now()); }},
    };
}

} // namespace

void begin(storage::Casebook& casebook)
{
    casebook.set_therapist(example_therapist());
    casebook.set_practice({.name = "By the river", .address = "1 Quay"});
    casebook.add_person(sealed_for(casebook).colleague, {.name = "Sam Second", .credentials = "PhD"});
    for (const char* code : {"A1", "B2"}) {
        const auto id = casebook.add_client({.code = code, .name = std::string{"Example "} + code});
        casebook.admit(id, 2024_y / 1 / 1, model::LevelOfCare::outpatient, "Referred");
    }
    casebook.add_client({.code = "C3"});
    casebook.admit(newcomer, 2023_y / 1 / 1, model::LevelOfCare::outpatient, "");
    casebook.discharge(newcomer, 2023_y / 5 / 1, "Moved");
    casebook.correct_admission({3}, 2023_y / 1 / 10, "Typed wrongly", at(2023_y / 5 / 2, 9));
    casebook.add_goal(client, {.wording = "Say no", .family = "boundaries", .agreed_on = 2024_y / 1 / 2});
    casebook.add_goal(client, {.wording = "Sleep", .family = "boundaries", .agreed_on = 2024_y / 1 / 2});
    casebook.reword_goal(goal, "Say no kindly", 2024_y / 1 / 20);
    casebook.close_goal(closed_goal, 2024_y / 2 / 1, "Reached");
    casebook.add_modality({.code = "river", .name = "River walks", .techniques = {"Upstream"}});
    casebook.add_measure(own_measure("own-1"));
    const auto note = casebook.add_signed_note(client, worrying_note_on(2024_y / 2 / 1, 5'000), at(2024_y / 2 / 1, 17));
    casebook.add_addendum(note, "It was Monday", "Wrong day", at(2024_y / 2 / 2, 9));
    casebook.add_signed_note(client, full_note_on(2024_y / 2 / 8, goal), at(2024_y / 2 / 8, 17));
    casebook.add_administration(client, worrying_answers_on(2024_y / 2 / 1), at(2024_y / 2 / 1, 17));
    casebook.start_draft(client, worrying_note_on(2024_y / 3 / 1, 20'000), {.position = 3}, at(2024_y / 3 / 1, 15));
    casebook.remember_summary_choices(client, {.own_words = "You did it"});
}

std::vector<Act> acts_that_write_most()
{
    using storage::Casebook;
    return {
        {"SavingADraft",
         [](Casebook& casebook) {
             casebook.save_draft(newest_draft(casebook), worrying_note_on(2024_y / 3 / 1, 60'000), {}, now());
         }},
        {"Signing", [](Casebook& casebook) { casebook.sign_draft(newest_draft(casebook), now()); }},
        {"ImportingScores",
         [](Casebook& casebook) {
             casebook.together([&] {
                 for (int day = 0; day < 150; ++day) {
                     casebook.add_administration(client, worrying_answers_on(model::days_after(2023_y / 1 / 1, day)),
                                                 now());
                 }
             });
         }},
    };
}

std::vector<Act> acts_on_keys()
{
    using storage::Casebook;
    return {
        {"AddingAPerson",
         [](Casebook& casebook) { casebook.add_person(sealed_for(casebook).newcomer, {.name = "Kim Third"}); }},
        {"RemovingAPerson", [](Casebook& casebook) { casebook.remove_person({2}); }},
        {"ReplacingThePassword", [](Casebook& casebook) { casebook.replace_password(sealed_for(casebook).password); }},
        {"ReplacingTheSheet", [](Casebook& casebook) { casebook.replace_sheet(sealed_for(casebook).sheet); }},
    };
}

std::vector<Act> all_acts()
{
    auto acts = acts_that_write_most();
    for (const auto& more : {acts_on_keys(), acts_about_clients(), acts_about_notes()}) {
        acts.insert(acts.end(), more.begin(), more.end());
    }
    return acts;
}

Act act_by_halves()
{
    return {"ImportingByHalves", [](storage::Casebook& casebook) {
                for (int day = 0; day < 300; ++day) {
                    casebook.add_administration(client, worrying_answers_on(model::days_after(2023_y / 1 / 1, day)),
                                                now());
                }
            }};
}

} // namespace tests::front_door
