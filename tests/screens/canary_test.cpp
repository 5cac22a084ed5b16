#include "app/screens/casebook_panel.h"
#include "app/screens/clipboard.h"
#include "tests/support/canaries.h"
#include "tests/support/file_chosen.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/typed_canaries.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>

/// Whatever is done in the window: what was typed stands readable in no file but those that a person chose for it.
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

/// The words of a PDF.
std::string words_of_pdf(const fs::path& file)
{
    const fs::path words = file.string() + ".txt";
    EXPECT_EQ(std::system(("pdftotext '" + file.string() + "' '" + words.string() + "'").c_str()), 0);
    return tests::bytes_of(words);
}

/// The recovery code on a sheet: its groups are the lines of five letters.
std::string code_on(const std::string& words)
{
    std::string code;
    std::istringstream lines{words};
    for (std::string line; std::getline(lines, line);) {
        code += line.size() == 5 ? line + "-" : "";
    }
    return code.substr(0, code.size() - 1);
}

/// A casebook full of canaries in a window with a home and a temporary folder of its own.
class WindowCanary : public tests::WindowTest {
protected:
    WindowCanary()
    {
        for (const fs::path& folder : {chosen(), stick()}) {
            fs::create_directory(folder);
        }
        {
            auto casebook = practice_.open();
            tests::type_everything(casebook, typed_);
        }
        app::guard_clipboard();
        window().make_backups();
        window().allow_locking({.uptime = [] { return std::chrono::seconds{1000}; },
                                .start_anew = [this](const fs::path&, const app::Locked&) { is_locked_ = true; }});
        window().open(practice_.open());
        settle();
    }

    fs::path chosen() const { return outer_.path() / "chosen"; }
    fs::path stick() const { return outer_.path() / "stick"; }
    app::CasebookPanel& panel() { return *window().casebook_panel(); }

    /// Everywhere a program of this person may leave files, but for what they chose, and the casebooks of other tests.
    void expect_nothing_readable(const char* when)
    {
        const auto is_passed_over = [this](const fs::path& place) { return place == chosen(); };
        for (const char* variable : {"TMPDIR", "HOME", "XDG_RUNTIME_DIR"}) {
            const char* place = std::getenv(variable);
            ASSERT_NE(place, nullptr) << variable;
            EXPECT_THAT(tests::readable_in(place, secrets_.and_all_of(typed_), is_passed_over), IsEmpty())
                << variable << ": " << when;
        }
        for (const char* shared : {"/tmp", "/var/tmp", "/dev/shm"}) {
            EXPECT_THAT(tests::readable_in(shared, secrets_.and_all_of(typed_), is_of_others), IsEmpty()) << when;
        }
    }

    /// Whether a place that all share is a folder of somebody's own, or left by a compiler, which may be at work on
    /// this very file.
    static bool is_of_others(const fs::path& place)
    {
        return fs::is_directory(fs::symlink_status(place)) || place.filename().string().starts_with("cc");
    }

    void press_button(std::string_view name)
    {
        control(name)->SetFocus();
        press("Space");
    }

    /// Saves the sheet that is on the page as a file, and types back what is asked for.
    void save_sheet_and_type_back(const char* name)
    {
        const fs::path pdf = chosen() / name;
        {
            const tests::FileChosen file{pdf};
            press_button("Save the sheet as PDF…");
            until("the sheet is saved", [&] { return is_seen("Saved as " + pdf.string()); });
        }
        const auto code = storage::vault::parse_recovery_code(code_on(words_of_pdf(pdf)));
        ASSERT_TRUE(std::holds_alternative<storage::vault::RecoveryCode>(code)) << words_of_pdf(pdf);
        secrets_.keep_code_of({.code = std::get<storage::vault::RecoveryCode>(code), .slot = {}});
        expect_nothing_readable("a sheet waits to be typed back");
        const std::string text = std::get<storage::vault::RecoveryCode>(code).text();
        const std::string in_sight = words_in_sight();
        for (int group = 1; group <= storage::vault::RecoveryCode::groups; ++group) {
            const std::string label = "Group " + std::to_string(group);
            if (in_sight.find("\n" + label + "\n") != std::string::npos) {
                control(label)->SetFocus();
                type(std::string_view{text}.substr(static_cast<std::size_t>(group - 1) * 6, 5));
            }
        }
    }

    void add_somebody_and_remove_them()
    {
        panel().show_people();
        settle();
        press_button("Add a person…");
        type(secrets_.person);
        tab_to("Credentials");
        type(secrets_.credentials);
        tab_to("Licence number");
        type(secrets_.licence);
        tab_to("Their password");
        type(secrets_.persons_password);
        press("Tab");
        type(secrets_.persons_password);
        press("Enter");
        until("the sheet is there", [this] { return is_seen("Recovery sheet of " + secrets_.person); });
        save_sheet_and_type_back("theirs.pdf");
        press_button("Give access");
        until("they are in", [this] { return window().casebook()->people().size() == 2; });
        expect_nothing_readable("somebody is in");
        press_button("Remove " + secrets_.person);
        press_button("Remove them");
        until("they are out", [this] { return window().casebook()->people().size() == 1; });
    }

    void renew_sheet()
    {
        panel().renew_sheet();
        until("the sheet is there", [this] { return is_seen("destroy the old sheet"); });
        save_sheet_and_type_back("own.pdf");
        press_button("Use the new sheet");
        until("it is good", [this] { return is_seen("People"); });
    }

    void back_up_copy_and_restore()
    {
        panel().show_backups();
        settle();
        press_button("Back up now");
        until("the backup is proved", [this] { return is_seen("A backup was made and verified"); });
        {
            const tests::FileChosen folder{stick()};
            press_button("Copy to a folder…");
            until("it is copied", [this] { return is_seen("The backup was copied to"); });
        }
        EXPECT_FALSE(fs::is_empty(stick()));
        press_button("Restore…");
        settle();
        type("password");
        press("Enter");
        until("it is restored", [this] { return is_seen("Should it replace Practice?"); });
        press_button("Keep both");
        settle();
    }

    void save_activity_and_check()
    {
        panel().show_activity();
        until("the activity is there", [this] { return is_seen("Who did what in this casebook"); });
        // Its name tells, too, and belongs into no list of recent files.
        const fs::path csv = chosen() / (typed_.name + ".csv");
        {
            const tests::FileChosen file{csv};
            press_button("Save as CSV");
            until("it is saved", [&] { return fs::exists(csv); });
        }
        EXPECT_THAT(tests::bytes_of(csv), HasSubstr("A1"));
        panel().check();
        until("the check is done", [this] { return is_seen("Everything is as it was written"); });
    }

    void change_settings()
    {
        panel().change_settings();
        settle();
        press("Ctrl+a");
        type("7");
        press("Enter");
        until("they are kept", [this] { return window().casebook()->settings().lock_after_minutes == 7; });
    }

    tests::TemporaryFolder outer_{};
    tests::TemporaryFoldersIn folders_{outer_.path()};
    tests::QuickCasebook practice_{};
    const tests::Typed typed_{};
    tests::Secrets secrets_{};
    bool is_locked_ = false;
};

TEST_F(WindowCanary, IsReadableInNoFileThatNobodyChose)
{
    expect_nothing_readable("it is open");
    save_activity_and_check();
    expect_nothing_readable("activity and check");
    change_settings();
    add_somebody_and_remove_them();
    renew_sheet();
    expect_nothing_readable("people and sheets");
    back_up_copy_and_restore();
    expect_nothing_readable("backups");
    EXPECT_THAT(words_of_pdf(chosen() / "own.pdf"), HasSubstr(secrets_.codes.at(3).substr(0, 5)))
        << "what was chosen does hold the code";
}

TEST_F(WindowCanary, IsReadableInNoFileWhileTheCasebookIsLocked)
{
    press("Ctrl+N");
    until("a note is open", [this] { return focus_name() == "Data"; });
    type(secrets_.left_typed);
    press("Ctrl+Shift+N");
    until("the form is open", [this] { return focus_name() == "Name"; });
    type(secrets_.person);
    press("Ctrl+L");
    until("the casebook is locked", [this] { return window().casebook() == nullptr; });
    EXPECT_TRUE(is_locked_);
    EXPECT_FALSE(is_seen(secrets_.person));
    expect_nothing_readable("it is locked");

    until("the password is asked for", [this] { return focus_name() == "Password"; });
    type("password");
    press("Enter");
    until("the form is open again", [this] { return focus_name() == "Name"; });
    EXPECT_TRUE(is_seen(secrets_.person)) << "what was looked for was kept";
    EXPECT_THAT(window().casebook()->last_saved_draft()->content.text_of(model::SectionKind::data),
                secrets_.left_typed);
    expect_nothing_readable("it is unlocked");
}

TEST_F(WindowCanary, IsSeenWhereAProgramLeavesIt)
{
    for (const char* variable : {"TMPDIR", "HOME", "XDG_RUNTIME_DIR"}) {
        const fs::path place = fs::path{std::getenv(variable)} / "deep" / "down";
        fs::create_directories(place);
        tests::overwrite(place / "left", "before " + typed_.draft + " after");
        EXPECT_EQ(tests::readable_in(std::getenv(variable), typed_.all()).count(typed_.draft), 1U) << variable;
        fs::remove_all(place.parent_path());
    }
}

} // namespace
