#pragma once

#include <compare>
#include <cstdint>

namespace model {

/// The identity of one kept record. An id of one kind cannot stand in for an id of another.
///
/// A record that is not yet kept has no id: details go into the casebook, an id comes out.
template <class Kind>
struct Id {
    std::int64_t value;

    auto operator<=>(const Id&) const = default;
};

struct Administration;
struct Client;
struct EpisodeOfCare;
struct Goal;
struct Notice;
struct Note;
struct Draft;
struct Therapist;

using AdministrationId = Id<Administration>;
using ClientId = Id<Client>;
using DraftId = Id<Draft>;
using EpisodeId = Id<EpisodeOfCare>;
using GoalId = Id<Goal>;
using NoteId = Id<Note>;
using NoticeId = Id<Notice>;
using TherapistId = Id<Therapist>;

} // namespace model
