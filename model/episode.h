#pragma once

#include "model/calendar.h"
#include "model/ids.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace model {

/// How closely a client is cared for.
enum class LevelOfCare {
    outpatient, ///< Regular outpatient.
    intensive,  ///< Several sessions a week, or a programme.
    inpatient,  ///< Around the clock.
};

/// A stretch of time at one level of care, with its reason. Spans of one episode neither overlap nor leave gaps: each
/// ends where the next begins.
struct LevelOfCareSpan {
    Date from{};
    LevelOfCare level = LevelOfCare::outpatient;
    std::string reason{};
    std::optional<Date> review_on{}; ///< When the level is to be looked at again.

    bool operator==(const LevelOfCareSpan&) const = default;
};

/// What of an episode was put right.
enum class EpisodePart { admission, discharge, level_of_care };

/// What an admission, a discharge or a level of care said before a person put it right.
struct EpisodeCorrection {
    EpisodePart of = EpisodePart::admission;
    Date was_on{};                      ///< Of a level: the day on which it began.
    std::optional<LevelOfCare> level{}; ///< Only of a level.
    std::string reason{};               ///< That of before: of the discharge, or of the level.
    std::string why{};                  ///< Why it was put right.
    std::string by{};                   ///< Name and credentials; empty where they had not been entered.
    Moment at{};

    bool operator==(const EpisodeCorrection&) const = default;
};

/// Admission to discharge. A client may return; a new episode starts a new baseline.
struct EpisodeOfCare {
    EpisodeId id{};
    ClientId client{};
    Date admitted_on{};
    bool is_admission_assumed = false;   ///< Nobody entered it: it is the day of the first imported score.
    std::optional<Date> discharged_on{}; ///< Empty while care goes on.
    std::string discharge_reason{};
    std::vector<LevelOfCareSpan> levels{};        ///< Oldest first; the first starts on admission.
    std::vector<EpisodeCorrection> corrections{}; ///< Oldest first.

    /// Whether `day` lies in the episode, both ends included.
    bool covers(Date day) const { return admitted_on <= day && (!discharged_on || day <= *discharged_on); }

    /// The level of care on `day`; the first level before it starts.
    LevelOfCare level_on(Date day) const;

    bool operator==(const EpisodeOfCare&) const = default;
};

/// The episode that covers `day`; else the last one that began before it. Episodes stand oldest first.
const EpisodeOfCare* episode_on(std::span<const EpisodeOfCare> episodes, Date day);

/// The level of care on `day`, in the episode of that day; outpatient before the first one.
LevelOfCare level_of_care_on(std::span<const EpisodeOfCare> episodes, Date day);

/// The days on which a client has sessions that count, oldest first.
struct SessionDays {
    std::vector<Date> noted{};   ///< Of the signed notes.
    std::vector<Date> drafted{}; ///< Of the notes that are not signed yet.

    bool operator==(const SessionDays&) const = default;
};

/// Why an admission, a discharge or a level of care cannot be kept.
enum class EpisodeProblem {
    in_the_future,
    too_early,       ///< Before `earliest_record_day`: a slip in the year.
    before_birth,    ///< Only the casebook finds that.
    episode_is_open, ///< A new one cannot begin before the last has ended.
    before_last_discharge,
    discharge_before_admission,
    discharge_before_session, ///< There are sessions after it.
    discharge_before_draft,   ///< There are unsigned notes of sessions after it, which could not be signed then.
    admission_after_discharge,
    admission_after_session, ///< There are sessions, signed or not, before it.
    discharge_after_next_admission,
    not_discharged,
    already_discharged,
    level_before_admission,
    level_after_discharge,
    level_starts_twice, ///< Another level starts on the same day.
};

/// Why a new episode cannot begin on `day`. Episodes stand oldest first.
std::optional<EpisodeProblem> problem_with_admission(std::span<const EpisodeOfCare> episodes, Date day, Date today);

/// Why care cannot end on `day`.
std::optional<EpisodeProblem> problem_with_discharge(std::span<const EpisodeOfCare> episodes,
                                                     const SessionDays& sessions, Date day, Date today);

/// Why the admission of `episodes[number]` cannot be corrected to `day`.
std::optional<EpisodeProblem> problem_with_admission_correction(std::span<const EpisodeOfCare> episodes,
                                                                std::size_t number, const SessionDays& sessions,
                                                                Date day, Date today);

/// Why the discharge of `episodes[number]` cannot be corrected to `day`.
std::optional<EpisodeProblem> problem_with_discharge_correction(std::span<const EpisodeOfCare> episodes,
                                                                std::size_t number, const SessionDays& sessions,
                                                                Date day, Date today);

/// Why a level of care cannot begin on `from`. It may be planned: `from` may lie in the future.
std::optional<EpisodeProblem> problem_with_level(std::span<const EpisodeOfCare> episodes, Date from);

} // namespace model
