#include "app/screens/casebook_panel.h"
#include "app/screens/window_memory.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/window.h"

#include <gtk/gtk.h>
#include <wx/dataview.h>
#include <wx/stattext.h>

#include <string>

namespace {

using namespace date::literals;

/// Where things stand in the window, for a practice whose only client has a long name.
class WindowLooks : public tests::WindowTest {
protected:
    WindowLooks()
    {
        auto casebook = storage::Casebook::in_memory();
        casebook.set_therapist(tests::example_therapist());
        casebook.admit(casebook.add_client({.code = "A-001", .name = long_name}), 2026_y / 1 / 5,
                       model::LevelOfCare::outpatient, "");
        window().open(std::move(casebook));
        settle();
    }

    /// Makes the window as wide as this, which takes the toolkit a moment.
    void widen_to(int width)
    {
        window().SetSize(width, 700);
        until("the window has its width", [&] { return window().casebook_panel()->GetSize().x == width; });
        settle();
    }

    wxDataViewCtrl& caseload() { return *dynamic_cast<wxDataViewCtrl*>(control("Clients")); }
    int side_width() { return caseload().GetParent()->GetSize().x; }

    wxPoint place_of(const wxWindow& any) { return any.GetScreenPosition() - window().GetScreenPosition(); }

    /// The words of the window that begin so.
    wxStaticText* words(wxWindow& within, const wxString& beginning)
    {
        for (wxWindow* child : within.GetChildren()) {
            if (auto* text = dynamic_cast<wxStaticText*>(child);
                text != nullptr && text->IsShownOnScreen() && text->GetLabelText().StartsWith(beginning)) {
                return text;
            }
            if (wxStaticText* found = words(*child, beginning)) {
                return found;
            }
        }
        return nullptr;
    }

    const std::string long_name = "Wilhelmina Alexandra Featherstonehaugh-Montgomery of Upper Ashby and Lower Ashby";
};

TEST_F(WindowLooks, TheClientListIsMadeWiderByKeysAndKeepsItsWidth)
{
    widen_to(1280);
    press("Ctrl+F");
    const std::string before = focus_name();
    const int width = side_width();
    const int name = caseload().GetColumn(0)->GetWidth();
    press("F8");
    EXPECT_EQ(focus_name(), "Width of the client list");
    for (int times = 0; times < 4; ++times) {
        press("Right");
    }
    EXPECT_GT(side_width(), width);
    until("names have the new room",
          [&] { return caseload().GetColumn(0)->GetWidth() == name + side_width() - width; });
    press("Enter");
    EXPECT_EQ(focus_name(), before);

    const int wide = side_width();
    window().open(storage::Casebook::in_memory());
    settle();
    EXPECT_EQ(side_width(), wide);
    press("F8");
    press("Home");
    EXPECT_EQ(side_width(), width);
    for (int times = 0; times < 60; ++times) {
        press("Right");
    }
    EXPECT_GE(window().GetClientSize().x - side_width(), 500) << "a client's page is squeezed";
    for (int times = 0; times < 120; ++times) {
        press("Left");
    }
    EXPECT_GE(side_width(), 200) << "names are cut to a few letters";
}

TEST_F(WindowLooks, NamesHaveTheRoomOfColumnsInWhichNothingStands)
{
    auto& list = caseload();
    for (const unsigned column : {1U, 2U, 3U}) {
        EXPECT_TRUE(list.GetColumn(column)->IsHidden()) << column;
    }
    EXPECT_GE(list.GetColumn(0)->GetWidth(), list.GetClientSize().x - 8);
}

TEST_F(WindowLooks, WhatIsSaidMovesNothing)
{
    widen_to(1024);
    press("Ctrl+6");
    until("the details are open", [this] { return focus_name() == "Name"; });
    const wxRect page = window().casebook_panel()->GetRect();
    const wxPoint field = place_of(*wxWindow::FindFocus());
    window().announce("Saved.");
    settle();
    EXPECT_TRUE(is_seen("Saved."));
    EXPECT_EQ(window().casebook_panel()->GetRect(), page);
    EXPECT_EQ(place_of(*wxWindow::FindFocus()), field);

    // Even what takes several lines and asks something moves no field.
    std::string all;
    for (int times = 0; times < 12; ++times) {
        all += "This could not be kept, because the disk is full. ";
    }
    window().announce(all);
    settle();
    EXPECT_EQ(place_of(*wxWindow::FindFocus()), field);
    window().announce({});
    settle();
    EXPECT_EQ(window().casebook_panel()->GetRect(), page);
}

TEST_F(WindowLooks, ALongNameEndsInDotsAboveTheFactsAndTheTabs)
{
    for (const int width : {820, 1024, 1280, 1500}) {
        widen_to(width);
        auto* name = words(*window().casebook_panel(), "Wilhelmina");
        auto* facts = words(*window().casebook_panel(), "A-001");
        ASSERT_TRUE(name != nullptr && facts != nullptr);
        // The toolkit moves what is inside a little later than the window.
        const auto ends_in_the_window = [&](const wxWindow& any) {
            return wxRect{place_of(any), any.GetSize()}.GetRight() <= width;
        };
        until("the name ends in the window", [&] { return ends_in_the_window(*name); });
        until("the facts end in the window", [&] { return ends_in_the_window(*facts); });
        const wxRect name_at{place_of(*name), name->GetSize()};
        const wxRect facts_at{place_of(*facts), facts->GetSize()};
        EXPECT_FALSE(name_at.Intersects(facts_at)) << width;
        EXPECT_LE(facts_at.GetBottom(), place_of(*control("Pages of this client")).y) << width;
    }
}

TEST(WindowMemory, KeepsHowWideTheClientListIs)
{
    const tests::TemporaryFolder place;
    const auto file = place.path() / "window";
    app::write_memory(file, {.side_width = 402});
    EXPECT_EQ(app::read_memory(file).side_width, 402);
}

TEST(WindowMemory, TheClientListLeavesRoomForAPageAndForNames)
{
    EXPECT_EQ(app::side_width_in(1280, 402), 402);
    EXPECT_EQ(app::side_width_in(1280, 1000), 580);
    EXPECT_EQ(app::side_width_in(960, 402), 260);
    EXPECT_EQ(app::side_width_in(300, 402), 220);
    EXPECT_EQ(app::side_width_in(1280, 3), 220);
}

} // namespace
