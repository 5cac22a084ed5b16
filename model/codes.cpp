#include "model/codes.h"

#include <array>

namespace model {

namespace {

using Code = std::string_view;

/// Keeps a list of codes as long as its enumeration.
template <auto last, std::size_t count>
constexpr bool reaches(const std::array<Code, count>&)
{
    return static_cast<std::size_t>(last) + 1 == count;
}

constexpr std::array levels{Code{"outpatient"}, Code{"intensive"}, Code{"inpatient"}};
constexpr std::array episode_parts{Code{"admission"}, Code{"discharge"}, Code{"level_of_care"}};
constexpr std::array erasure_grounds{Code{"added_by_mistake"}, Code{"retention_ended"}, Code{"legal_duty"}};
constexpr std::array formats{Code{"in_person"}, Code{"video"}, Code{"phone"}};
constexpr std::array attendances{Code{"attended"}, Code{"cancelled"}, Code{"late_cancelled"}, Code{"no_show"},
                                 Code{"cancelled_by_therapist"}};
constexpr std::array forms{Code{"dap"}, Code{"soap"}, Code{"free"}};
constexpr std::array sections{Code{"data"},       Code{"subjective"}, Code{"objective"},
                              Code{"assessment"}, Code{"note"},       Code{"plan"}};
constexpr std::array risks{Code{"not_asked"}, Code{"none"},   Code{"passive_thoughts"}, Code{"ideation"},
                           Code{"plan"},      Code{"intent"}, Code{"attempt"}};
constexpr std::array notices{Code{"risk_answer"},  Code{"risk_not_asked"}, Code{"risk_in_note"},
                             Code{"criteria_met"}, Code{"worse_since"},    Code{"earlier_answers"}};
constexpr std::array acts{Code{"casebook_made"},
                          Code{"unlocked"},
                          Code{"unlock_failed"},
                          Code{"locked"},
                          Code{"place_taken_up"},
                          Code{"clock_set_back"},
                          Code{"practice_changed"},
                          Code{"therapist_changed"},
                          Code{"settings_changed"},
                          Code{"person_added"},
                          Code{"person_removed"},
                          Code{"password_changed"},
                          Code{"recovery_renewed"},
                          Code{"client_viewed"},
                          Code{"clients_searched"},
                          Code{"client_added"},
                          Code{"client_changed"},
                          Code{"client_admitted"},
                          Code{"client_discharged"},
                          Code{"level_of_care_changed"},
                          Code{"draft_started"},
                          Code{"draft_saved"},
                          Code{"draft_discarded"},
                          Code{"draft_moved"},
                          Code{"note_signed"},
                          Code{"addendum_added"},
                          Code{"note_marked_in_error"},
                          Code{"modality_added"},
                          Code{"goal_added"},
                          Code{"goal_closed"},
                          Code{"goal_reopened"},
                          Code{"goal_corrected"},
                          Code{"goal_reworded"},
                          Code{"measure_added"},
                          Code{"form_added"},
                          Code{"form_marked_in_error"},
                          Code{"form_corrected"},
                          Code{"notice_reviewed"},
                          Code{"summary_choices_kept"},
                          Code{"summary_saved"},
                          Code{"summary_printed"},
                          Code{"trajectory_saved"},
                          Code{"trajectory_copied"},
                          Code{"activity_saved"},
                          Code{"backed_up"},
                          Code{"restored"},
                          Code{"verified"},
                          Code{"older_record_accepted"},
                          Code{"backup_copied"},
                          Code{"recovery_used"},
                          Code{"worsening_noticed"},
                          Code{"admission_corrected"},
                          Code{"discharge_corrected"},
                          Code{"discharge_taken_back"},
                          Code{"note_given_to_client"},
                          Code{"clients_merged"},
                          Code{"client_removed"},
                          Code{"client_erased"},
                          Code{"scores_imported"},
                          Code{"measure_replaced"},
                          Code{"measure_retired"},
                          Code{"measure_reinstated"},
                          Code{"misfiled_note_erased"},
                          Code{"upgraded"}};

static_assert(reaches<LevelOfCare::inpatient>(levels));
static_assert(reaches<EpisodePart::level_of_care>(episode_parts));
static_assert(reaches<ErasureGround::legal_duty>(erasure_grounds));
static_assert(reaches<SessionFormat::phone>(formats));
static_assert(reaches<Attendance::cancelled_by_therapist>(attendances));
static_assert(reaches<NoteForm::free>(forms));
static_assert(reaches<SectionKind::plan>(sections));
static_assert(reaches<RiskLevel::attempt>(risks));
static_assert(reaches<NoticeKind::earlier_answers>(notices));
static_assert(reaches<ActKind::upgraded>(acts));

} // namespace

template <>
std::span<const Code> codes_of<LevelOfCare>()
{
    return levels;
}

template <>
std::span<const Code> codes_of<ErasureGround>()
{
    return erasure_grounds;
}

template <>
std::span<const Code> codes_of<EpisodePart>()
{
    return episode_parts;
}

template <>
std::span<const Code> codes_of<SessionFormat>()
{
    return formats;
}

template <>
std::span<const Code> codes_of<Attendance>()
{
    return attendances;
}

template <>
std::span<const Code> codes_of<NoteForm>()
{
    return forms;
}

template <>
std::span<const Code> codes_of<SectionKind>()
{
    return sections;
}

template <>
std::span<const Code> codes_of<RiskLevel>()
{
    return risks;
}

template <>
std::span<const Code> codes_of<NoticeKind>()
{
    return notices;
}

template <>
std::span<const Code> codes_of<ActKind>()
{
    return acts;
}

} // namespace model
