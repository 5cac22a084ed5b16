#include "tests/support/casebooks.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"

#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <unistd.h>
#include <utility>
#include <vector>

/// The room on the disk ends at every 4 KiB of what an act writes: the act is done whole or not at all, says why in one
/// kind of error, and the casebook goes on.
namespace {

using namespace date::literals;
using storage::Casebook;
using storage::StorageErrorKind;
namespace fs = std::filesystem;

constexpr std::uintmax_t step = 4096;
constexpr model::ClientId client{1};

/// Everything that the acts below can change.
struct State {
    model::ClientRecord record{};
    std::vector<model::Draft> drafts{};
    std::vector<model::Notice> notices{};

    bool operator==(const State&) const = default;
};

State state_of(const Casebook& casebook)
{
    return {.record = casebook.record_of(client),
            .drafts = tests::all_drafts(casebook),
            .notices = casebook.notices_of(client)};
}

/// What a person does when the disk is full.
struct Act {
    const char* name;
    std::function<void(Casebook&)> run;
};

void save_a_long_draft(Casebook& casebook)
{
    auto content = tests::note_on(2024_y / 3 / 1, std::string(60'000, 'x'));
    content.risk.level = model::RiskLevel::ideation;
    casebook.save_draft(casebook.last_saved_draft().value().id, content, {}, tests::at(2024_y / 3 / 1, 16));
}

void sign(Casebook& casebook)
{
    casebook.sign_draft(casebook.last_saved_draft().value().id, tests::at(2024_y / 3 / 1, 17));
}

/// As an import does it: many filling-ins in one act.
void fill_in_many_forms(Casebook& casebook)
{
    casebook.together([&] {
        for (int day = 0; day < 150; ++day) {
            casebook.add_administration(client,
                                        {.measure = "phq-9",
                                         .taken_on = model::days_after(2023_y / 1 / 1, day),
                                         .answers = {1, 2, 3, 0, {}, 1, 2, 0, 1}},
                                        tests::at(2024_y / 3 / 1, 18));
        }
    });
}

const Act acts[] = {{"SavingADraft", save_a_long_draft}, {"Signing", sign}, {"ImportingScores", fill_in_many_forms}};

void begin(Casebook& casebook)
{
    casebook.set_therapist(tests::example_therapist());
    casebook.add_client({.code = "A1", .name = "A. Example"});
    casebook.admit(client, 2022_y / 1 / 1, model::LevelOfCare::outpatient, "Referred");
    const auto goal =
        casebook.add_goal(client, {.wording = "Say no", .family = "boundaries", .agreed_on = 2022_y / 1 / 2});
    auto content = tests::full_note_on(2024_y / 3 / 1, goal);
    content.write(model::SectionKind::subjective, std::string(20'000, 'y'));
    casebook.start_draft(client, content, {}, tests::at(2024_y / 3 / 1, 15));
}

void expect_sound_file(const tests::QuickCasebook& place)
{
    auto files = place.open_bare();
    EXPECT_EQ(files.record.execAndGet("PRAGMA integrity_check").getString(), "ok");
    SQLite::Statement broken{files.record, "PRAGMA foreign_key_check"};
    EXPECT_FALSE(broken.executeStep());
}

/// Tries the act where `room` lets so many bytes be written and gives all the room back when it goes; 4 KiB more each
/// time, until it works.
template <class Room>
void expect_whole_or_not_at_all(const tests::QuickCasebook& place, const Act& act, std::uintmax_t first,
                                const std::function<Room(std::uintmax_t)>& room)
{
    auto casebook = std::make_unique<Casebook>(place.open());
    begin(*casebook);
    const State before = state_of(*casebook);
    int failures = 0;
    for (std::uintmax_t bytes = first;; bytes += step) {
        std::optional<StorageErrorKind> failure;
        {
            const auto limited = room(bytes);
            failure = tests::failure_of([&] { act.run(*casebook); });
        }
        if (!failure) {
            break;
        }
        ++failures;
        ASSERT_EQ(failure, StorageErrorKind::full) << bytes;
        ASSERT_EQ(state_of(*casebook), before) << bytes;
        casebook.reset();
        expect_sound_file(place);
        casebook = std::make_unique<Casebook>(place.open());
        ASSERT_EQ(state_of(*casebook), before) << bytes << ", opened again";
    }
    EXPECT_GT(failures, 0) << "the disk was never full";
    const State after = state_of(*casebook);
    EXPECT_NE(after, before);
    casebook.reset();
    expect_sound_file(place);
    EXPECT_EQ(state_of(place.open()), after);
}

/// A disk of its own for the test: a piece of memory, which only root may mount.
class SmallDisk {
public:
    static constexpr std::uintmax_t size = 8 << 20;

    SmallDisk()
    {
        const std::string options = "size=" + std::to_string(size);
        // In a view of the file system of its own, so that nobody else sees the disk and it goes with the process.
        is_there_ = ::geteuid() == 0 && ::unshare(CLONE_NEWNS) == 0 &&
                    ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                    ::mount("tmpfs", place_.path().c_str(), "tmpfs", 0, options.c_str()) == 0;
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk()
    {
        if (is_there_) {
            ::umount2(place_.path().c_str(), MNT_DETACH);
        }
    }

    bool is_there() const { return is_there_; }
    const fs::path& path() const { return place_.path(); }

private:
    tests::TemporaryFolder place_{};
    bool is_there_ = false;
};

/// While it lives the disk has so many bytes free.
class Filler {
public:
    Filler(const fs::path& disk, std::uintmax_t free) : file_{disk / "filler"}
    {
        std::ofstream{file_}.put('x');
        const auto room = fs::space(disk).available + step;
        if (room > free) {
            const std::string bytes(room - free, 'x');
            std::ofstream{file_, std::ios::binary} << bytes;
        }
    }
    Filler(Filler&& other) noexcept : file_{std::exchange(other.file_, {})} {}
    Filler& operator=(Filler&&) = delete;
    ~Filler()
    {
        if (!file_.empty()) {
            fs::remove(file_);
        }
    }

private:
    fs::path file_;
};

/// Makes temporary folders lie on `disk` while it lives.
class TemporaryFoldersOn {
public:
    explicit TemporaryFoldersOn(const fs::path& disk)
    {
        if (const char* now = std::getenv("TMPDIR")) {
            before_ = now;
        }
        ::setenv("TMPDIR", disk.c_str(), 1);
    }
    TemporaryFoldersOn(const TemporaryFoldersOn&) = delete;
    TemporaryFoldersOn& operator=(const TemporaryFoldersOn&) = delete;
    ~TemporaryFoldersOn() { before_ ? ::setenv("TMPDIR", before_->c_str(), 1) : ::unsetenv("TMPDIR"); }

private:
    std::optional<std::string> before_{};
};

class DiskFull : public testing::TestWithParam<Act> {};

} // namespace

TEST_P(DiskFull, AnActIsDoneWholeOrNotAtAllWhereverAFileMayGrowNoFurther)
{
    // The limit, not the disk, is what is tried: memory is quicker.
    const fs::path memory = "/dev/shm";
    const TemporaryFoldersOn folders{::access(memory.c_str(), W_OK) == 0 ? memory : fs::temp_directory_path()};
    const tests::QuickCasebook place;
    expect_whole_or_not_at_all<std::unique_ptr<tests::FileSizeLimit>>(
        place, GetParam(), 0, [](std::uintmax_t bytes) { return std::make_unique<tests::FileSizeLimit>(bytes); });
}

TEST_P(DiskFull, AnActIsDoneWholeOrNotAtAllWhereverTheDiskEnds)
{
    const SmallDisk disk;
    if (!disk.is_there()) {
        GTEST_SKIP() << "mounting a small disk needs root";
    }
    const TemporaryFoldersOn folders{disk.path()};
    const tests::QuickCasebook place;
    expect_whole_or_not_at_all<Filler>(place, GetParam(), 0, [&](std::uintmax_t free) {
        return Filler{disk.path(), free};
    });
}

INSTANTIATE_TEST_SUITE_P(Acts, DiskFull, testing::ValuesIn(acts),
                         [](const auto& act) { return std::string{act.param.name}; });
