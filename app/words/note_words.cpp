#include "app/words/note_words.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "model/text.h"

#include <algorithm>

namespace app {

std::string name_of(model::SessionFormat format)
{
    switch (format) {
    case model::SessionFormat::in_person:
        return "In person";
    case model::SessionFormat::video:
        return "Telehealth (video)";
    case model::SessionFormat::phone:
        break;
    }
    return "Phone";
}

std::string name_of(model::Attendance attendance)
{
    switch (attendance) {
    case model::Attendance::attended:
        return "Attended";
    case model::Attendance::cancelled:
        return "Cancelled by client";
    case model::Attendance::late_cancelled:
        return "Late cancellation";
    case model::Attendance::no_show:
        return "No-show";
    case model::Attendance::cancelled_by_therapist:
        break;
    }
    return "Cancelled by therapist";
}

std::string name_of(model::NoteForm form)
{
    switch (form) {
    case model::NoteForm::dap:
        return "DAP";
    case model::NoteForm::soap:
        return "SOAP";
    case model::NoteForm::free:
        break;
    }
    return "Free";
}

std::string name_of(model::SectionKind section)
{
    switch (section) {
    case model::SectionKind::data:
        return "Data";
    case model::SectionKind::subjective:
        return "Subjective";
    case model::SectionKind::objective:
        return "Objective";
    case model::SectionKind::assessment:
        return "Assessment";
    case model::SectionKind::note:
        return "Note";
    case model::SectionKind::plan:
        break;
    }
    return "Plan";
}

std::string name_of(model::RiskLevel level)
{
    switch (level) {
    case model::RiskLevel::not_asked:
        return "Not asked";
    case model::RiskLevel::none:
        return "No suicidal ideation reported";
    case model::RiskLevel::passive_thoughts:
        return "Passive suicidal ideation";
    case model::RiskLevel::ideation:
        return "Active suicidal ideation";
    case model::RiskLevel::plan:
        return "Suicide plan";
    case model::RiskLevel::intent:
        return "Suicidal intent";
    case model::RiskLevel::attempt:
        break;
    }
    return "Suicide attempt";
}

std::string name_of(TimeField field)
{
    switch (field) {
    case TimeField::date:
        return "Date";
    case TimeField::start:
        return "Start";
    case TimeField::end:
        return "End";
    case TimeField::minutes:
        break;
    }
    return "Minutes";
}

namespace {

std::string name_of(NoteCheck check)
{
    switch (check) {
    case NoteCheck::goal_rated:
        return "a goal rated";
    case NoteCheck::times:
        return "times";
    case NoteCheck::risk_asked:
        return "risk asked";
    case NoteCheck::plan:
        break;
    }
    return "plan";
}

} // namespace

std::string check_words(NoteCheck check, bool is_done)
{
    return (is_done ? "✓ " : "○ ") + name_of(check);
}

const std::vector<model::SessionFormat>& all_formats()
{
    using enum model::SessionFormat;
    static const std::vector<model::SessionFormat> all{in_person, video, phone};
    return all;
}

const std::vector<model::Attendance>& all_attendances()
{
    using enum model::Attendance;
    static const std::vector<model::Attendance> all{attended, cancelled, late_cancelled, no_show,
                                                    cancelled_by_therapist};
    return all;
}

const std::vector<model::NoteForm>& all_note_forms()
{
    using enum model::NoteForm;
    static const std::vector<model::NoteForm> all{dap, soap, free};
    return all;
}

const std::vector<model::RiskLevel>& all_risk_levels()
{
    using enum model::RiskLevel;
    static const std::vector<model::RiskLevel> all{not_asked, none, passive_thoughts, ideation, plan, intent, attempt};
    return all;
}

std::string hint_for(model::SectionKind section)
{
    switch (section) {
    case model::SectionKind::data:
        return "What was said, seen and done?";
    case model::SectionKind::subjective:
        return "How does the client tell it?";
    case model::SectionKind::objective:
        return "What did you see and do?";
    case model::SectionKind::assessment:
        return "What is your clinical impression? Link to the goal.";
    case model::SectionKind::note:
        return "What happened in this session?";
    case model::SectionKind::plan:
        break;
    }
    return "What happens next?";
}

std::string words_for_unreadable(TimeField field)
{
    switch (field) {
    case TimeField::date:
        return unreadable_date_words();
    case TimeField::start:
        return "The start cannot be read. Please write it like 14:05.";
    case TimeField::end:
        return "The end cannot be read. Please write it like 14:55.";
    case TimeField::minutes:
        break;
    }
    return "The minutes cannot be read. Please write a number from 1 to 1440.";
}

std::string minutes_words(std::chrono::minutes length)
{
    return std::to_string(length.count()) + " min";
}

std::string in_zone_words(const std::string& time, const std::string& zone)
{
    return time + " (" + zone + ")";
}

std::string start_words(const model::Session& session, const model::ClockFace& clock)
{
    const std::string time = time_words(session.starts_at, clock.hours);
    return session.zone == clock.zone ? time : in_zone_words(time, session.zone);
}

namespace {

std::string name_of(const model::ModalityUse& use, const std::vector<model::Modality>& modalities)
{
    const auto found = std::ranges::find(modalities, use.modality, &model::Modality::code);
    return found == modalities.end() ? use.modality : found->name;
}

std::string listed(const std::vector<std::string>& parts)
{
    std::string all;
    for (const auto& part : parts) {
        all += (all.empty() ? "" : ", ") + isolated(part);
    }
    return all;
}

} // namespace

std::string modality_words(const model::ModalityUse& use, const std::vector<model::Modality>& modalities)
{
    const std::string name = name_of(use, modalities);
    return use.techniques.empty() ? name : isolated(name) + " (" + listed(use.techniques) + ")";
}

std::string modality_names(const std::vector<model::ModalityUse>& uses, const std::vector<model::Modality>& modalities)
{
    std::vector<std::string> names;
    names.reserve(uses.size());
    for (const auto& use : uses) {
        names.push_back(name_of(use, modalities));
    }
    return listed(names);
}

std::string rating_row_name(const std::string& wording, model::Rater rater)
{
    return isolated(wording) + (rater == model::Rater::therapist ? ", your rating" : ", the client's rating");
}

std::string rater_label(model::Rater rater)
{
    return rater == model::Rater::therapist ? "You" : "Client";
}

std::string rating_keys_words()
{
    return "Keys 0 to 9 rate. For ten press x, or 1 and 0 quickly one after the other. Backspace clears.";
}

std::string rating_value_words(std::optional<int> rating)
{
    return rating ? std::to_string(*rating) + " of 10" : "not rated";
}

std::string was_words(std::optional<int> last)
{
    return last ? "was " + std::to_string(*last) : "";
}

std::string ratings_words(const model::Rating& rating)
{
    std::vector<std::string> parts;
    if (rating.by_therapist) {
        parts.push_back("therapist " + std::to_string(*rating.by_therapist));
    }
    if (rating.by_client) {
        parts.push_back("client " + std::to_string(*rating.by_client));
    }
    return listed(parts);
}

std::string unreadable_goal()
{
    return "A goal that cannot be read";
}

std::string risk_words(const model::RiskLine& risk)
{
    std::string words = name_of(risk.level);
    if (risk.dissociation) {
        words += "; dissociation seen";
    }
    return model::is_blank(risk.actions) ? words : words + ". Done: " + isolated(risk.actions);
}

} // namespace app
