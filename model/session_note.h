#pragma once

#include "model/calendar.h"
#include "model/episode.h"
#include "model/fields.h"
#include "model/goal.h"
#include "model/ids.h"
#include "model/modality.h"

#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace model {

enum class SessionFormat { in_person, video, phone };

enum class Attendance {
    attended,
    cancelled,      ///< By the client, in time.
    late_cancelled, ///< By the client, too late for the hour to be used.
    no_show,
    cancelled_by_therapist,
};

/// One contact: when, how long, how, and whether it took place.
struct Session {
    Date held_on{};
    TimeOfDay starts_at{};
    std::string zone = "UTC";        ///< IANA name of the zone whose clock `starts_at` was read from.
    std::chrono::minutes length{50}; ///< 1 to 1,440; what was planned when the session did not take place.
    SessionFormat format = SessionFormat::in_person;
    Attendance attendance = Attendance::attended;
    LevelOfCare level_of_care = LevelOfCare::outpatient;

    Moment starts() const { return moment_of(held_on, starts_at, zone); }

    bool operator==(const Session&) const = default;
};

/// The forms in which a note can be written.
enum class NoteForm {
    dap,  ///< Data, assessment, plan.
    soap, ///< Subjective, objective, assessment, plan.
    free, ///< Note, plan.
};

/// The parts a note can have; a form names some of them, in order.
enum class SectionKind { data, subjective, objective, assessment, note, plan };

/// The sections of a form, in the order in which they are written.
const std::vector<SectionKind>& sections_of(NoteForm form);

/// One part of a note.
struct NoteSection {
    SectionKind kind = SectionKind::note;
    std::string text{};

    bool operator==(const NoteSection&) const = default;
};

/// The longest text of one section, in bytes. More than this the window cannot lay out without a pause.
inline constexpr std::size_t longest_section = 1'000'000;

/// What was found when risk was asked about, from none to the gravest. `not_asked` is not `none`.
enum class RiskLevel { not_asked, none, passive_thoughts, ideation, plan, intent, attempt };

/// The risk line of a note.
struct RiskLine {
    RiskLevel level = RiskLevel::not_asked;
    bool dissociation = false; ///< Dissociation was seen in the session.
    std::string actions{};     ///< What was done about it.

    /// Whether a person has to look at this: anything from passive thoughts upwards.
    bool raises_notice() const { return level >= RiskLevel::passive_thoughts; }

    bool operator==(const RiskLine&) const = default;
};

/// The whole of a session note: what is signed is all of it.
struct NoteContent {
    Session session{};
    std::vector<ModalityUse> modalities{}; ///< The first is the main one.
    std::vector<Rating> ratings{};         ///< At most one per goal.
    NoteForm form = NoteForm::dap;
    std::vector<NoteSection>
        sections{}; ///< Those of the form, in its order; others keep text written before the form changed.
    RiskLine risk{};
    std::string homework{};
    std::string first_written_for{};          ///< The code of the client for whom it was signed by mistake; else empty.
    std::optional<NoteId> first_written_as{}; ///< The note that was signed by mistake, and is marked in error.

    /// The text of a section; empty when there is none.
    const std::string& text_of(SectionKind kind) const;

    /// Writes a section, adding it where it is missing.
    void write(SectionKind kind, std::string text);

    /// Whether nothing has been written: no text, no rating, no risk.
    bool is_blank() const;

    bool operator==(const NoteContent&) const = default;
};

/// Where the writer was, so that a note reopens there.
struct Caret {
    SectionKind section = SectionKind::note;
    long position = 0; ///< Characters from the start of the section.

    bool operator==(const Caret&) const = default;
};

/// A note that is still being written.
struct Draft {
    DraftId id{};
    ClientId client{};
    NoteContent content{};
    Caret caret{};
    Moment saved_at{};
    bool is_damaged = false; ///< Listed though it cannot be read: of `content`, only the day is known.

    bool operator==(const Draft&) const = default;
};

/// Words added to a signed note. The note itself stays as it was.
struct Addendum {
    std::string text{};
    std::string reason{};
    std::string author{}; ///< Name and credentials of the person who wrote it.
    Moment written_at{};

    bool operator==(const Addendum&) const = default;
};

/// That a signed note should not have been written as it was. It stays readable, and no longer counts.
struct EnteredInError {
    std::string reason{};
    std::string author{};
    Moment marked_at{};
    std::string drafted_for{}; ///< The code of the client for whom a draft was made of it; else empty.

    bool operator==(const EnteredInError&) const = default;
};

/// Of an administration; a note has `drafted_for` besides.
template <>
inline constexpr auto fields_of<EnteredInError> =
    std::tuple{field("reason", &EnteredInError::reason), field("author", &EnteredInError::author),
               field("marked_at", &EnteredInError::marked_at)};

/// Who signed, as they were known on that day.
struct Signature {
    std::string name{};
    std::string credentials{};
    std::string licence_number{};

    bool operator==(const Signature&) const = default;
};

/// A signed note. Nothing in `content` ever changes.
struct Note {
    NoteId id{};
    ClientId client{};
    NoteContent content{};
    Signature signature{};
    Moment signed_at{};
    std::vector<Addendum> addenda{}; ///< Oldest first.
    std::optional<EnteredInError> entered_in_error{};

    bool operator==(const Note&) const = default;
};

/// Why a note cannot be signed yet.
enum class SigningProblem {
    therapist_incomplete, ///< Name, credentials or licence number are missing.
    in_the_future,
    before_admission, ///< No episode of care covers the day.
    before_birth,     ///< Only the casebook finds that.
    after_discharge,
    nothing_written, ///< Attended, and yet no section holds a word.
    length_out_of_range,
    rating_out_of_range,
    section_too_long,
};

/// What stands in the way of signing, in the order in which it should be mended. `episodes` are the client's, oldest
/// first; `now` decides what is in the future.
std::vector<SigningProblem> problems_before_signing(const NoteContent& content, std::span<const EpisodeOfCare> episodes,
                                                    bool therapist_may_sign, Moment now);

} // namespace model
