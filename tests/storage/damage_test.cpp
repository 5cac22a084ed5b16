#include "storage/database.h"
#include "tests/support/casebooks.h"
#include "tests/support/everything_shown.h"
#include "tests/support/front_door_acts.h"
#include "tests/support/how_many.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/soundness.h"
#include "tests/support/storage_trouble.h"

#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <optional>
#include <random>
#include <string>
#include <vector>

/// Bytes of a closed casebook's files are changed behind its back: whatever is shown otherwise afterwards must be
/// reported, and nothing may crash.
///
/// `MENDLINE_DAMAGE=all` damages every page in every way and turns more bits; otherwise some, spread evenly.
namespace {

using namespace date::literals;
using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

constexpr std::size_t page = 4096;

/// One way to damage a file: its bytes, those it had some time ago, and which of many times it is, give the damaged
/// ones.
struct Way {
    const char* name;
    int stride; ///< Every how-manieth time is tried in the long form.
    std::function<int(const std::string& now)> times;
    std::function<std::string(std::string now, const std::string& before, int time)> damage;
};

int pages_of(const std::string& file)
{
    return static_cast<int>(file.size() / page);
}

std::size_t start_of(int number)
{
    return static_cast<std::size_t>(number) * page;
}

std::string with_page_zeroed(std::string now, const std::string& /*before*/, int number)
{
    return now.replace(start_of(number), page, page, '\0');
}

std::string with_older_page(std::string now, const std::string& before, int number)
{
    const auto start = start_of(number);
    return start < before.size() ? now.replace(start, page, before, start, page) : now;
}

std::string with_pages_swapped(std::string now, const std::string& /*before*/, int number)
{
    const int other = (number + pages_of(now) / 2) % pages_of(now);
    const std::string first = now.substr(start_of(number), page);
    now.replace(start_of(number), page, now, start_of(other), page);
    return now.replace(start_of(other), page, first);
}

std::string with_a_bit_turned(std::string now, const std::string& /*before*/, int time)
{
    std::mt19937_64 random{static_cast<unsigned>(time)};
    const auto bit = std::uniform_int_distribution<std::size_t>{0, 8 * now.size() - 1}(random);
    return tests::with_flipped_bit(std::move(now), bit);
}

/// At the end of a page, and in turn within one.
std::string truncated(std::string now, const std::string& /*before*/, int number)
{
    now.resize(start_of(number) + (number % 2 == 0 ? 0 : 1000));
    return now;
}

const Way zeroed{"pages zeroed", 9, pages_of, with_page_zeroed};
const Way older{"pages replaced by older ones", 1, pages_of, with_older_page};
const Way swapped{"pages swapped", 9, pages_of, with_pages_swapped};
const Way turned{"bits turned", 17, [](const std::string& now) { return 8 * pages_of(now); }, with_a_bit_turned};
const Way cut{"truncations", 9, pages_of, truncated};

bool rewrites_a_row(const tests::front_door::Act& act)
{
    return act.name == "SettingThePractice" || act.name == "ChangingDetails" || act.name == "ClosingAGoal" ||
           act.name == "RememberingChoices" || act.name == "SavingADraft";
}

/// A casebook of a megabyte, as it is and as it was some time ago.
class Original {
public:
    Original()
    {
        {
            auto casebook = place_.open();
            tests::front_door::begin(casebook);
            write_notes(casebook, 0);
        }
        before_ = tests::bytes_of(record());
        {
            auto casebook = place_.open();
            write_notes(casebook, 40);
            for (const auto& act : tests::front_door::all_acts()) {
                if (rewrites_a_row(act)) {
                    act.run(casebook);
                }
            }
        }
        now_ = tests::bytes_of(record());
        shown_ = tests::everything_shown(place_.open());
        rows_ = all_rows();
    }

    const tests::QuickCasebook& place() const { return place_; }
    fs::path record() const { return place_.folder() / "record.db"; }
    const std::string& now() const { return now_; }
    const std::string& before() const { return before_; }
    const tests::Everything& shown() const { return shown_; }
    const std::string& rows() const { return rows_; }

    /// Every field of every row of every table, as one text. The casebook must be closed.
    std::string all_rows() const
    {
        auto files = place_.open_bare();
        return storage::with_storage_errors([&] {
            std::string rows;
            SQLite::Statement tables{files.record, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"};
            while (tables.executeStep()) {
                const auto table = tables.getColumn(0).getString();
                SQLite::Statement all{files.record, "SELECT * FROM \"" + table + "\""};
                while (all.executeStep()) {
                    rows += table;
                    for (int column = 0; column < all.getColumnCount(); ++column) {
                        rows += '|' + all.getColumn(column).getString();
                    }
                    rows += '\n';
                }
            }
            return rows;
        });
    }

private:
    static void write_notes(storage::Casebook& casebook, int first)
    {
        for (int note = first; note < first + 40; ++note) {
            const model::Date day = model::days_after(2024_y / 1 / 2, note);
            const std::string text(static_cast<std::size_t>(2'000 + 400 * (note % 40)),
                                   static_cast<char>('a' + note % 26));
            casebook.add_signed_note({1 + note % 2}, tests::note_on(day, text), tests::at(day, 20));
        }
    }

    tests::QuickCasebook place_{};
    std::string before_{};
    std::string now_{};
    tests::Everything shown_{};
    std::string rows_{};
};

enum class Finding {
    harmless,  ///< Everything is shown as it was.
    found,     ///< Something is shown otherwise, and is reported.
    unnoticed, ///< Something is shown otherwise as if it were right.
};

/// Looks at a damaged casebook.
using Looking = std::function<Finding(const Original&)>;

bool is_reported(const tests::Shown& shown)
{
    const auto* const drafts = std::get_if<std::vector<model::Draft>>(&shown);
    return std::holds_alternative<storage::StorageErrorKind>(shown) ||
           (drafts != nullptr && std::ranges::any_of(*drafts, &model::Draft::is_damaged));
}

/// As a person looks: through the front door, and by having the casebook verified.
Finding look_through_front_door(const Original& original)
{
    tests::Everything shown;
    bool is_verified = false;
    if (tests::failure_of([&] {
            const auto casebook = original.place().open();
            shown = tests::everything_shown(casebook);
            auto verification = casebook.verification();
            while (verification.step()) {}
            is_verified = casebook.damaged_rows().empty() && verification.report().is_sound();
        })) {
        return Finding::found;
    }
    const bool any_reported = std::ranges::any_of(shown, [](const auto& place) { return is_reported(place.second); });
    const auto differ = tests::places_that_differ(original.shown(), shown);
    if (differ.empty()) {
        return Finding::harmless;
    }
    const bool all_reported = std::ranges::all_of(differ, [&](const std::string& place) {
        const auto found = shown.find(place);
        return found == shown.end() ? any_reported : is_reported(found->second);
    });
    return all_reported || !is_verified ? Finding::found : Finding::unnoticed;
}

/// As the cipher and SQLite look: at rows, and at the file by their own check.
Finding look_at_rows(const Original& original)
{
    try {
        const auto rows = original.all_rows();
        if (!tests::faults_of(original.place()).empty()) {
            return Finding::found;
        }
        return rows == original.rows() ? Finding::harmless : Finding::unnoticed;
    } catch (const storage::StorageError&) {
        return Finding::found;
    }
}

/// What many damages came to.
struct Toll {
    int harmless = 0;
    int found = 0;
    int unnoticed = 0;
};

Toll damage_often(const Original& original, const Way& way, const char* who, const Looking& look)
{
    const auto began = Clock::now();
    const int stride = tests::stride("MENDLINE_DAMAGE", 4 * way.stride, way.stride);
    Toll toll;
    for (int time = 0; time < way.times(original.now()); time += stride) {
        const auto damaged = way.damage(original.now(), original.before(), time);
        if (damaged == original.now()) {
            continue;
        }
        tests::overwrite(original.record(), damaged);
        switch (look(original)) {
        case Finding::harmless:
            ++toll.harmless;
            break;
        case Finding::found:
            ++toll.found;
            break;
        case Finding::unnoticed:
            ++toll.unnoticed;
            break;
        }
        fs::remove(fs::path{original.record()} += "-journal");
    }
    std::cout << way.name << ", " << who << ": " << toll.harmless << " harmless, " << toll.found << " found, "
              << toll.unnoticed << " unnoticed, "
              << std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - began).count() << " s\n";
    return toll;
}

} // namespace

TEST(Damage, OfARecordIsReportedOrHarmless)
{
    const tests::TemporaryFoldersIn folders{tests::memory_folder()};
    const Original original;
    ASSERT_GT(original.now().size(), 1u << 20);
    for (const Way* way : {&zeroed, &older, &swapped, &turned, &cut}) {
        const auto toll = damage_often(original, *way, "through the front door", look_through_front_door);
        EXPECT_EQ(toll.unnoticed, 0) << way->name;
        EXPECT_GT(toll.found, 0) << way->name;
    }
}

TEST(Damage, IsMissedBySQLiteAndItsCipherWhereAPageIsZeroedOrOlder)
{
    const tests::TemporaryFoldersIn folders{tests::memory_folder()};
    const Original original;
    for (const Way* way : {&zeroed, &older}) {
        EXPECT_GT(damage_often(original, *way, "by rows alone", look_at_rows).unnoticed, 0) << way->name;
    }
}
