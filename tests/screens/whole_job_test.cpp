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

/// A client in care with two goals and no session yet, in a casebook that is closed.
class WholeJob : public tests::WindowTest {
protected:
    WholeJob()
    {
        auto casebook = practice_.open();
        casebook.set_practice({.name = "Quiet Street"});
        casebook.set_therapist(tests::example_therapist());
        client_ = casebook.add_client({.code = "A-001", .name = "Ada Lind"});
        casebook.admit(client_, 2026_y / 1 / 5, model::LevelOfCare::outpatient, "");
        for (const std::string wording : {"Say no", "Rest without earning it"}) {
            casebook.add_goal(client_, {.wording = wording, .family = "boundaries", .agreed_on = 2026_y / 1 / 5});
        }
    }

    storage::Casebook& casebook() { return *window().casebook(); }

    /// Presses Tab until the keyboard is in a control whose name begins so.
    void tab_to_one_of(const std::string& beginning)
    {
        for (int times = 0; times < 60 && !focus_name().starts_with(beginning); ++times) {
            press("Tab");
        }
        EXPECT_THAT(focus_name(), testing::StartsWith(beginning)) << "the Tab key does not lead there";
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

    press("Ctrl+N");
    type("Told her brother no and left the room.");
    press("Shift+Tab");
    for (int times = 0; times < 60 && !focus_name().starts_with("Say no, your rating"); ++times) {
        press("Shift+Tab");
    }
    press("6");
    tab_to_one_of("Rest without earning it, the client's rating");
    press("x");
    press("Ctrl+Enter");
    until("the note is signed", [this] { return casebook().notes_of(client_).size() == 1; });
    const model::Note note = casebook().note(casebook().notes_of(client_).front().id);
    EXPECT_EQ(note.content.text_of(model::SectionKind::data), "Told her brother no and left the room.");
    EXPECT_EQ(note.signature, tests::example_signature());

    press("Ctrl+2");
    until("both ratings stand on the trajectory", [this] { return points_in(window()) == 2; });

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
