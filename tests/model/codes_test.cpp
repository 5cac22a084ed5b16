#include "model/act.h"
#include "model/codes.h"

#include <gtest/gtest.h>

#include <string_view>
#include <utility>

using namespace model;

/// The words lie in casebooks of years ago, under seals: none may ever come to mean another kind.
TEST(Codes, OfActsStayWhatTheyAre)
{
    constexpr std::pair<ActKind, std::string_view> words[] = {
        {ActKind::casebook_made, "casebook_made"},
        {ActKind::unlocked, "unlocked"},
        {ActKind::unlock_failed, "unlock_failed"},
        {ActKind::locked, "locked"},
        {ActKind::place_taken_up, "place_taken_up"},
        {ActKind::clock_set_back, "clock_set_back"},
        {ActKind::practice_changed, "practice_changed"},
        {ActKind::therapist_changed, "therapist_changed"},
        {ActKind::settings_changed, "settings_changed"},
        {ActKind::person_added, "person_added"},
        {ActKind::person_removed, "person_removed"},
        {ActKind::password_changed, "password_changed"},
        {ActKind::recovery_renewed, "recovery_renewed"},
        {ActKind::client_viewed, "client_viewed"},
        {ActKind::clients_searched, "clients_searched"},
        {ActKind::client_added, "client_added"},
        {ActKind::client_changed, "client_changed"},
        {ActKind::client_admitted, "client_admitted"},
        {ActKind::client_discharged, "client_discharged"},
        {ActKind::level_of_care_changed, "level_of_care_changed"},
        {ActKind::draft_started, "draft_started"},
        {ActKind::draft_saved, "draft_saved"},
        {ActKind::draft_discarded, "draft_discarded"},
        {ActKind::draft_moved, "draft_moved"},
        {ActKind::note_signed, "note_signed"},
        {ActKind::addendum_added, "addendum_added"},
        {ActKind::note_marked_in_error, "note_marked_in_error"},
        {ActKind::modality_added, "modality_added"},
        {ActKind::goal_added, "goal_added"},
        {ActKind::goal_closed, "goal_closed"},
        {ActKind::goal_reopened, "goal_reopened"},
        {ActKind::goal_corrected, "goal_corrected"},
        {ActKind::goal_reworded, "goal_reworded"},
        {ActKind::measure_added, "measure_added"},
        {ActKind::form_added, "form_added"},
        {ActKind::form_marked_in_error, "form_marked_in_error"},
        {ActKind::form_corrected, "form_corrected"},
        {ActKind::notice_reviewed, "notice_reviewed"},
        {ActKind::summary_choices_kept, "summary_choices_kept"},
        {ActKind::summary_saved, "summary_saved"},
        {ActKind::summary_printed, "summary_printed"},
        {ActKind::trajectory_saved, "trajectory_saved"},
        {ActKind::trajectory_copied, "trajectory_copied"},
        {ActKind::activity_saved, "activity_saved"},
        {ActKind::backed_up, "backed_up"},
        {ActKind::restored, "restored"},
        {ActKind::verified, "verified"},
        {ActKind::older_record_accepted, "older_record_accepted"},
        {ActKind::backup_copied, "backup_copied"},
        {ActKind::recovery_used, "recovery_used"},
        {ActKind::worsening_noticed, "worsening_noticed"},
        {ActKind::admission_corrected, "admission_corrected"},
        {ActKind::discharge_corrected, "discharge_corrected"},
        {ActKind::discharge_taken_back, "discharge_taken_back"},
        {ActKind::note_given_to_client, "note_given_to_client"},
        {ActKind::clients_merged, "clients_merged"},
        {ActKind::client_removed, "client_removed"},
        {ActKind::client_erased, "client_erased"},
        {ActKind::scores_imported, "scores_imported"},
        {ActKind::measure_replaced, "measure_replaced"},
        {ActKind::measure_retired, "measure_retired"},
        {ActKind::measure_reinstated, "measure_reinstated"},
        {ActKind::misfiled_note_erased, "misfiled_note_erased"},
        {ActKind::upgraded, "upgraded"},
    };
    for (const auto& [kind, word] : words) {
        EXPECT_EQ(code_of(kind), word);
        EXPECT_EQ(from_code<ActKind>(word), kind);
    }
    EXPECT_EQ(std::size(words), codes_of<ActKind>().size()) << "a kind that stands in no test";
}
