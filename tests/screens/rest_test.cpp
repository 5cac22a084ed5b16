#include "tests/support/every_page.h"

#include <gtk/gtk.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/radiobut.h>

#include <chrono>
#include <string>

/// A page that nobody touches stands still, and what is on it has room.
namespace {

class PagesAtRest : public tests::EveryPage {
protected:
    PagesAtRest() { allow_blinking(false); }
    ~PagesAtRest() override { allow_blinking(true); }

    void expect_rest(const std::string& page)
    {
        using Clock = std::chrono::steady_clock;
        constexpr auto a_while = std::chrono::milliseconds{250}; // A page that moves takes a frame every 17 of them.
        settle();
        GdkFrameClock* frames = gtk_widget_get_frame_clock(GTK_WIDGET(window().GetHandle()));
        gint64 last = gdk_frame_clock_get_frame_counter(frames);
        auto still_since = Clock::now();
        until("nothing moves on the page: " + page, [&] {
            if (const gint64 frame = gdk_frame_clock_get_frame_counter(frames); frame != last) {
                last = frame;
                still_since = Clock::now();
            }
            return Clock::now() - still_since >= a_while;
        });
        expect_room(window(), page);
    }

private:
    static void allow_blinking(bool is_allowed)
    {
        g_object_set(gtk_settings_get_default(), "gtk-cursor-blink", static_cast<gboolean>(is_allowed),
                     "gtk-enable-animations", static_cast<gboolean>(is_allowed), nullptr);
    }

    static void expect_room(wxWindow& place, const std::string& page)
    {
        for (wxWindow* child : place.GetChildren()) {
            const bool has_a_mark = dynamic_cast<wxCheckBox*>(child) != nullptr ||
                                    dynamic_cast<wxRadioButton*>(child) != nullptr ||
                                    dynamic_cast<wxChoice*>(child) != nullptr;
            if (has_a_mark && child->IsShownOnScreen()) {
                EXPECT_GE(child->GetSize().y, child->GetBestSize().y) << child->GetLabel() << " on the page: " << page;
            }
            expect_room(*child, page);
        }
    }
};

TEST_F(PagesAtRest, StandStillOnTheWayIn)
{
    visit_the_way_in([this](const std::string& page) { expect_rest(page); });
}

TEST_F(PagesAtRest, StandStillForAClient)
{
    visit_the_client([this](const std::string& page) { expect_rest(page); });
}

TEST_F(PagesAtRest, StandStillForTheCasebook)
{
    visit_the_casebook([this](const std::string& page) { expect_rest(page); });
}

} // namespace
