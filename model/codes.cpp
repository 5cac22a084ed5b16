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
constexpr std::array formats{Code{"in_person"}, Code{"video"}, Code{"phone"}};
constexpr std::array attendances{Code{"attended"}, Code{"cancelled"}, Code{"late_cancelled"}, Code{"no_show"},
                                 Code{"cancelled_by_therapist"}};
constexpr std::array forms{Code{"dap"}, Code{"soap"}, Code{"free"}};
constexpr std::array sections{Code{"data"},       Code{"subjective"}, Code{"objective"},
                              Code{"assessment"}, Code{"note"},       Code{"plan"}};
constexpr std::array risks{Code{"not_asked"}, Code{"none"},   Code{"passive_thoughts"}, Code{"ideation"},
                           Code{"plan"},      Code{"intent"}, Code{"attempt"}};
constexpr std::array notices{Code{"risk_answer"}, Code{"risk_not_asked"}, Code{"risk_in_note"}, Code{"criteria_met"}};

static_assert(reaches<LevelOfCare::inpatient>(levels));
static_assert(reaches<SessionFormat::phone>(formats));
static_assert(reaches<Attendance::cancelled_by_therapist>(attendances));
static_assert(reaches<NoteForm::free>(forms));
static_assert(reaches<SectionKind::plan>(sections));
static_assert(reaches<RiskLevel::attempt>(risks));
static_assert(reaches<NoticeKind::criteria_met>(notices));

} // namespace

template <>
std::span<const Code> codes_of<LevelOfCare>()
{
    return levels;
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

} // namespace model
