#include "tests/support/quick_casebook.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <unistd.h>

namespace {

using namespace tests;
namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr std::string_view banner = "Read-only: this casebook cannot be changed";

/// A casebook in a window. Root may write everywhere, and so gives that up while the casebook opens.
class ReadOnlyWindow : public WindowTest {
protected:
    ReadOnlyWindow()
    {
        {
            auto casebook = practice_.open();
            casebook.admit(casebook.add_client({.code = "A1", .name = "A. Example"}), 2024_y / 1 / 1,
                           model::LevelOfCare::outpatient, "");
        }
        fs::permissions(practice_.folder().parent_path(), fs::perms::all);
        if (::getuid() == 0) {
            for (const auto& entry : fs::directory_iterator{practice_.folder()}) {
                EXPECT_EQ(::chown(entry.path().c_str(), nobody, nobody), 0);
            }
            EXPECT_EQ(::chown(practice_.folder().c_str(), nobody, nobody), 0);
            EXPECT_EQ(::seteuid(nobody), 0);
        }
    }
    ~ReadOnlyWindow() override
    {
        fs::permissions(practice_.folder(), fs::perms::owner_all);
        EXPECT_EQ(::seteuid(::getuid()), 0);
    }

    static constexpr uid_t nobody = 65534;
    QuickCasebook practice_{};
};

TEST_F(ReadOnlyWindow, SaysSoAndShowsEverything)
{
    fs::permissions(practice_.folder(), fs::perms::owner_read | fs::perms::owner_exec);
    window().open(practice_.open());
    until("the banner is there", [this] { return is_seen(banner); });
    EXPECT_TRUE(is_seen("A. Example"));
    press("Ctrl+N");
    press("Ctrl+Shift+N");
    EXPECT_FALSE(is_seen("In care since (first")) << "nothing begins that could not be kept";
    EXPECT_TRUE(window().close_casebook());
    window().start();
    until("the banner goes with the casebook", [this] { return !is_seen(banner); });
}

TEST_F(ReadOnlyWindow, SaysNothingOfTheKindWhereItCanBeWritten)
{
    window().open(practice_.open());
    settle();
    EXPECT_FALSE(is_seen(banner));
}

} // namespace
