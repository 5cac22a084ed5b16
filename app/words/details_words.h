#pragma once

#include "model/client.h"
#include "model/dated_entry.h"
#include "model/episode.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the details of a client and the episodes of their care are called.
namespace app {

/// The fields of the details, in the order in which they stand on the page.
enum class DetailsField {
    name,
    preferred_name,
    pronouns,
    code,
    preferred_language,
    born_on,
    contact,
    emergency_contact,
    guardian,
    referrer,
    reason_for_care,
    diagnosis,
    consents,
    safety_plan,
};

/// A field of the details on the page.
struct DetailsLabel {
    DetailsField field{};
    std::string_view key; ///< In `model::fields_of<ClientDetails>`.
    std::string_view label;
};

inline constexpr std::array details_labels{
    DetailsLabel{DetailsField::name, "name", "Name"},
    DetailsLabel{DetailsField::preferred_name, "preferred_name", "Preferred name"},
    DetailsLabel{DetailsField::pronouns, "pronouns", "Pronouns"},
    DetailsLabel{DetailsField::code, "code", "Code"},
    DetailsLabel{DetailsField::preferred_language, "preferred_language", "Preferred language"},
    DetailsLabel{DetailsField::born_on, "born_on", "Date of birth"},
    DetailsLabel{DetailsField::contact, "contact", "Contact"},
    DetailsLabel{DetailsField::emergency_contact, "emergency_contact", "Emergency contact"},
    DetailsLabel{DetailsField::guardian, "guardian", "Guardian"},
    DetailsLabel{DetailsField::referrer, "referrer", "Referrer"},
    DetailsLabel{DetailsField::reason_for_care, "reason_for_care", "Reason for care"},
    DetailsLabel{DetailsField::diagnosis, "diagnosis", "Diagnosis, if used"},
    DetailsLabel{DetailsField::consents, "consents", "Consents"},
    DetailsLabel{DetailsField::safety_plan, "safety_plan", "Safety plan"},
};

/// All of them in their order.
inline constexpr auto details_fields = [] {
    std::array<DetailsField, details_labels.size()> fields{};
    for (std::size_t index = 0; index < fields.size(); ++index) {
        fields.at(index) = details_labels.at(index).field;
    }
    return fields;
}();

/// What is wrong in one field.
enum class DetailsTrouble {
    code_missing,
    code_too_long,
    code_taken,
    code_similar, ///< It looks like another client's code: a question.
    date_unreadable,
    born_in_the_future,
    born_too_late ///< Something in the record is of before.
};

/// Where a field that is plain text is kept; null for the date of birth.
std::string* text_in(model::ClientDetails& details, DetailsField field);
/// What stands in a field; the date of birth as `20 Nov 2026`.
std::string text_of(const model::ClientDetails& details, DetailsField field);

DetailsTrouble trouble_with(model::DetailsProblem problem);
std::string label_of(DetailsField field);
std::string words_for(DetailsTrouble trouble);
/// The same of a client who is being added and has no code yet.
std::string words_for_adding(DetailsTrouble trouble);

/// "PHQ-9 of 3 May 2024"; `measure` is the name of a form's measure.
std::string words_for(const model::DatedEntry& entry, const std::string& measure);
/// Of a date of birth, before which the record has `entry`.
std::string words_for_late_birth(const std::string& entry);

/// Asks about a code that was changed and looks like another client's code now.
std::string words_for_similar_change(const std::string& other);
std::string keep_code_button();

/// Asks about the code of a new client that looks like another client's code.
std::string words_for_similar_code(const std::string& other);

/// What is wrong with an admission, a discharge or a level of care.
std::string words_for(model::EpisodeProblem problem);

/// One line: "13 Jan 2025 to today".
std::string episode_words(const model::EpisodeOfCare& episode);
/// One line for each correction: "Admission was 7 Jan 2025; corrected on 30 Nov 2026 by Dana Lee, LPC: typed wrongly".
/// Days are those of `zone`.
std::vector<std::string> correction_lines(const model::EpisodeOfCare& episode, const std::string& zone);
/// One line per level of care: "from 13 Jan 2025: outpatient · review 2 Dec 2026 · reason".
std::vector<std::string> level_lines(const model::EpisodeOfCare& episode);

namespace details_words {

std::string person_caption();
std::string contacts_caption();
std::string care_caption();
std::string episodes_caption();
std::string reviewed_notices_caption();
/// Of the button that shows what the details said before.
std::string earlier_button(std::size_t versions);
std::string more_earlier_button(std::size_t versions);
std::string put_back_button();
/// For a screen reader: which one is put back.
std::string put_back_description(const std::string& field, const std::string& heading);
/// "Until 12 Nov 2026, 14:05, then changed by Dana Lee, LPC"; `merged_code` is that of a client who was merged.
std::string until_words(const std::string& when, const std::string& by, const std::string& merged_code);
std::string saved_as_you_type();
std::string not_saved_yet();

std::string not_admitted_yet();
std::string admit_button();
std::string discharge_button();
std::string level_button();
std::string admit_heading();
std::string discharge_heading();
std::string level_heading();
std::string correct_button(); ///< Of one episode of care.
std::string correction_heading();
std::string what_to_correct_label();
std::string correct_admission_choice();
std::string correct_discharge_choice();
std::string take_back_discharge_choice();
std::string right_day_label();
std::string why_label();
std::string why_missing();
std::string correction_is_kept();
/// Taking a discharge back where the client was admitted again since.
std::string joins_next_episode();
/// Before the tab goes while one of these forms is filled in.
std::string unsaved_form();
std::string day_label();
std::string level_label();
std::string reason_label();
std::string review_label();
std::string date_unreadable();

} // namespace details_words

} // namespace app
