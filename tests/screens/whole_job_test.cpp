#include "app/screens/casebook_panel.h"
#include "app/screens/scene_view.h"
#include "tests/output/output_of.h"
#include "tests/support/file_chosen.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace {

using namespace date::literals;
using testing::HasSubstr;

/// A client in care with two goals and one session, in a casebook that is closed.
class WholeJob : public tests::WindowTest {
protected:
    WholeJob()
    {
        auto casebook = practice_.open();
        casebook.set_practice({.name = "Quiet Street"});
        casebook.set_therapist(tests::example_therapist());
        client_ = casebook.add_client({.code = "A-001", .name = "Ada Lind"});
        casebook.admit(client_, 2026_y / 1 / 5, model::LevelOfCare::outpatient, "");
        auto last = tests::note_on(2026_y / 11 / 13);
        last.modalities = {{.modality = "emdr"}};
        casebook.add_signed_note(client_, last, tests::at(2026_y / 11 / 13, 16));
        for (const std::string wording : {"Say no", "Rest without earning it"}) {
            casebook.add_goal(client_, {.wording = wording, .family = "boundaries", .agreed_on = 2026_y / 1 / 5});
        }
    }

    storage::Casebook& casebook() { return *window().casebook(); }

    /// Presses a key that is no prose.
    void key(std::string_view key)
    {
        ++keys_;
        press(key);
    }

    /// How many keys were pressed beside the prose since the last call.
    int keys() { return std::exchange(keys_, 0); }

    /// Presses Tab until the keyboard is in a control whose name begins so.
    void tab_to_one_of(const std::string& beginning)
    {
        for (int times = 0; times < 60 && !focus_name().starts_with(beginning); ++times) {
            key("Tab");
        }
        EXPECT_THAT(focus_name(), testing::StartsWith(beginning)) << "the Tab key does not lead there";
    }

    /// Times, what came along from the last session, two goals by both, three sections, risk, homework, signature.
    void write_a_full_note()
    {
        key("Ctrl+N");
        type("Told her brother no and left the room.");
        key("Tab");
        type("It holds.");
        key("Tab");
        type("Again with her mother.");
        key("Ctrl+R");
        key("Down");
        key("F6");
        type("One no a day.");
        key("Ctrl+G");
        ASSERT_THAT(focus_name(), testing::StartsWith("Say no, your rating"));
        key("6");
        key("Tab");
        key("4");
        key("Tab");
        key("1");
        key("0");
        key("Tab");
        key("x");
        key("Shift+F6");
        key("Shift+F6");
        ASSERT_EQ(focus_name(), "Date");
        key("Tab");
        ASSERT_EQ(focus_name(), "Start");
        for (const char* sign : {"1", "3", ":", "3", "0"}) {
            key(sign);
        }
        key("Ctrl+Enter");
    }

    /// How many points the charts in sight answer for.
    static std::size_t points_in(const wxWindow& place)
    {
        std::size_t points = 0;
        for (const wxWindow* child : place.GetChildren()) {
            const auto* chart = dynamic_cast<const app::SceneView*>(child);
            if (chart != nullptr && chart->IsShownOnScreen()) {
                points += static_cast<std::size_t>(std::ranges::count_if(
                    chart->scene().hit_areas, [](const app::HitArea& area) { return area.key.starts_with("goal:"); }));
            }
            points += points_in(*child);
        }
        return points;
    }

    tests::CasebookOnDisk practice_{};
    tests::TemporaryFolder files_{};
    model::ClientId client_{};

private:
    int keys_ = 0;
};

TEST_F(WholeJob, IsDoneByKeyboardAloneFromUnlockingToTheSavedSummary)
{
    window().start(practice_.folder());
    type("password");
    press("Enter");
    until("the casebook is open", [this] { return window().casebook_panel() != nullptr; });

    press("Ctrl+F");
    type("ada");
    press("Enter");
    ASSERT_EQ(window().casebook_panel()->client(), client_);

    write_a_full_note();
    EXPECT_LE(keys(), 28) << "beside the prose of a full note";
    until("the note is signed", [this] { return casebook().notes_of(client_).size() == 2; });
    const model::Note note = casebook().note(casebook().notes_of(client_).back().id);
    const auto& content = note.content;
    EXPECT_EQ(content.text_of(model::SectionKind::data), "Told her brother no and left the room.");
    EXPECT_EQ(content.text_of(model::SectionKind::assessment), "It holds.");
    EXPECT_EQ(content.text_of(model::SectionKind::plan), "Again with her mother.");
    EXPECT_EQ(content.homework, "One no a day.");
    EXPECT_THAT(content.modalities, testing::ElementsAre(model::ModalityUse{.modality = "emdr"}));
    EXPECT_EQ(content.risk.level, model::RiskLevel::none);
    EXPECT_EQ(content.session.starts_at, std::chrono::hours{13} + std::chrono::minutes{30});
    EXPECT_THAT(content.ratings, testing::SizeIs(2));
    EXPECT_EQ(note.signature, tests::example_signature());

    press("Ctrl+2");
    // Where both rate alike, their points are one.
    until("all ratings stand on the trajectory", [this] { return points_in(window()) == 3; });

    press("Ctrl+P");
    tab_to_one_of("Progress so far, in your words");
    type("You said no.");
    tab_to_one_of("Save as PDF");
    const std::string pdf = files_.path() / "summary.pdf";
    const tests::FileChosen chosen{pdf};
    press("Space");
    tab_to_one_of("Save without password");
    press("Space");
    until("the summary is saved", [&] { return std::filesystem::exists(pdf); });

    const std::string words = tests::run("pdftotext -layout " + pdf + " -").words;
    EXPECT_THAT(words, HasSubstr("You said no."));
    EXPECT_THAT(words, HasSubstr("Rest without earning it"));
    EXPECT_THAT(words, testing::ContainsRegex("your therapist +6"));
    EXPECT_THAT(words, testing::ContainsRegex("you +10"));
    EXPECT_THAT(chosen.offered(), HasSubstr("A-001"));
    EXPECT_THAT(chosen.offered(), testing::Not(HasSubstr("Ada")));
}

} // namespace
