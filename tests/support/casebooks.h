#pragma once

#include "storage/casebook.h"
#include "storage/casebook_folder.h"
#include "tests/support/no_time.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

/// Casebooks to begin a test with.
namespace tests {

using namespace date::literals;

/// Someone who may sign.
inline model::Therapist example_therapist()
{
    return {.id = {1}, .name = "Dana Example", .credentials = "LMFT", .licence_number = "12345"};
}

/// What stands under the notes of `example_therapist`.
inline model::Signature example_signature()
{
    return {.name = "Dana Example", .credentials = "LMFT", .licence_number = "12345"};
}

/// A moment on a day, in UTC.
inline model::Moment at(model::Date day, int hour, int minute = 0)
{
    return date::sys_days{day} + std::chrono::hours{hour} + std::chrono::minutes{minute};
}

/// A note of a session at two in the afternoon, as short as a note can be.
inline model::NoteContent note_on(model::Date day, std::string text = "We talked.")
{
    model::NoteContent content;
    content.session.held_on = day;
    content.session.starts_at = std::chrono::hours{14};
    content.write(model::SectionKind::data, std::move(text));
    return content;
}

/// The same note with something in every place that can hold something.
inline model::NoteContent full_note_on(model::Date day, model::GoalId goal)
{
    auto content = note_on(day, "Ναι, 話しました 🙂");
    content.session.zone = "Europe/Berlin";
    content.session.length = std::chrono::minutes{90};
    content.session.format = model::SessionFormat::video;
    content.session.level_of_care = model::LevelOfCare::intensive;
    content.modalities = {{.modality = "emdr", .techniques = {"Installation", "Closure"}},
                          {.modality = "somatic", .techniques = {}}};
    content.ratings = {{.goal = goal, .by_therapist = 4, .by_client = 0}};
    content.form = model::NoteForm::soap;
    content.write(model::SectionKind::plan, "Again on Friday.\nBring the list.");
    content.risk = {.level = model::RiskLevel::none, .dissociation = true, .actions = "Grounding."};
    content.homework = "Ten minutes a day.";
    return content;
}

/// A casebook in memory with a therapist who may sign, one client in care since the start of 2024, and a goal.
struct SmallPractice {
    storage::Casebook casebook = storage::Casebook::in_memory();
    model::ClientId client = begin();
    model::GoalId goal =
        casebook.add_goal(client, {.wording = "Say no", .family = "boundaries", .agreed_on = 2024_y / 1 / 2});

private:
    model::ClientId begin()
    {
        casebook.set_therapist(example_therapist());
        const auto id = casebook.add_client({.code = "A1", .name = "A. Example"});
        casebook.admit(id, 2024_y / 1 / 1, model::LevelOfCare::outpatient, "Referred");
        return id;
    }
};

/// Everybody's drafts, client by client.
inline std::vector<model::Draft> all_drafts(const storage::Casebook& casebook)
{
    std::vector<model::Draft> drafts;
    for (const auto& row : casebook.caseload(2024_y / 1 / 1)) {
        std::ranges::move(casebook.drafts_of(row.client.id), std::back_inserter(drafts));
    }
    return drafts;
}

/// Everybody's notices that nobody has reviewed, oldest first.
inline std::vector<model::Notice> open_notices(const storage::Casebook& casebook)
{
    std::vector<model::Notice> notices;
    for (const auto& row : casebook.caseload(2024_y / 1 / 1)) {
        std::ranges::copy_if(casebook.notices_of(row.client.id), std::back_inserter(notices),
                             [](const model::Notice& notice) { return !notice.review; });
    }
    std::ranges::sort(notices, {}, [](const model::Notice& notice) { return std::pair{notice.raised_at, notice.id}; });
    return notices;
}

/// A casebook on disk that can be closed and opened again. Its password is "password".
class CasebookOnDisk {
public:
    CasebookOnDisk() { storage::make_folder(folder(), vault()); }

    std::filesystem::path folder() const { return temporary_.path() / "Practice.casebook"; }
    storage::Casebook open() const { return storage::Casebook{folder(), unlock(), no_time}; }

    /// The bare databases, for tests that go behind the casebook's back. The casebook must be closed.
    storage::OpenFiles open_bare() const { return storage::open_files(folder(), unlock().keys); }

    storage::vault::OpenVault unlock() const { return storage::vault::unlock(folder(), "password"); }

private:
    /// One vault for all: making keys is slow.
    static const storage::vault::OpenVault& vault()
    {
        static const auto made = storage::vault::make_vault("password", storage::vault::KeyCost::smallest());
        return made.vault;
    }

    TemporaryFolder temporary_{};
};

/// Writes down the news of a casebook while it lives.
class News {
public:
    explicit News(storage::Casebook& casebook)
        : subscription_{casebook.subscribe([this](const storage::Change& change) { told_.push_back(change); })}
    {
    }
    News(const News&) = delete;
    News& operator=(const News&) = delete;

    /// What was told since the last call.
    std::vector<storage::Change> told() { return std::exchange(told_, {}); }

private:
    std::vector<storage::Change> told_{};
    storage::Subscription subscription_;
};

} // namespace tests
