#include "app/screens/save_dialog.h"
#include "tests/support/file_bytes.h"
#include "tests/support/file_chosen.h"
#include "tests/support/places.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <string>

/// Every dialog that asks where to save.
namespace {

namespace fs = std::filesystem;

class SaveDialog : public tests::WindowTest {
protected:
    void SetUp() override
    {
        window().open(practice_.open());
        settle();
    }

    /// What comes of choosing this place.
    std::optional<std::string> asked(const fs::path& place)
    {
        const tests::FileChosen chosen{place};
        return app::ask_where_to_save(window(), {.title = "Save", .name = "summary.pdf", .ending = "pdf"});
    }

    tests::QuickCasebook practice_{};
    tests::TemporaryFolder elsewhere_{};
};

TEST_F(SaveDialog, GivesThePlaceThatIsChosen)
{
    EXPECT_EQ(asked(elsewhere_.path() / "mine.pdf"), (elsewhere_.path() / "mine.pdf").string());
}

TEST_F(SaveDialog, GivesANameWithoutEndingOne)
{
    EXPECT_EQ(asked(elsewhere_.path() / "mine"), (elsewhere_.path() / "mine.pdf").string());
}

TEST_F(SaveDialog, RefusesACasebooksFolderAndSaysSo)
{
    EXPECT_EQ(asked(practice_.folder() / "summary.pdf"), std::nullopt);
    settle();
    EXPECT_THAT(window().news(), testing::HasSubstr("lies in the folder of a casebook"));
}

TEST_F(SaveDialog, IsTheOnlyOneThatAsksWhereToSave)
{
    std::set<std::string> asking;
    for (const auto& entry : fs::directory_iterator{tests::source_dir() + "/app/screens"}) {
        if (tests::bytes_of(entry.path()).find("wxFD_SAVE") != std::string::npos) {
            asking.insert(entry.path().filename().string());
        }
    }
    EXPECT_THAT(asking, testing::ElementsAre("save_dialog.cpp"));
}

} // namespace
