#include "app/screens/colours.h"
#include "app/screens/theme.h"
#include "tests/support/contrast.h"
#include "tests/support/every_page.h"
#include "tests/support/how_many.h"

#include <gmock/gmock.h>
#include <gtk/gtk.h>
#include <wx/dataview.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// Where the keyboard is, and what is quiet, can be seen by day and by night.
namespace {

/// A window as it is painted.
class Picture {
public:
    explicit Picture(GtkWidget* widget)
        : width_{gtk_widget_get_allocated_width(widget)}, height_{gtk_widget_get_allocated_height(widget)},
          surface_{cairo_image_surface_create(CAIRO_FORMAT_RGB24, width_, height_)}
    {
        if (GTK_IS_WINDOW(widget)) {
            gtk_container_check_resize(GTK_CONTAINER(widget)); // What waits for its place is not painted.
        }
        cairo_t* context = cairo_create(surface_);
        gtk_widget_draw(widget, context);
        cairo_destroy(context);
        cairo_surface_flush(surface_);
    }
    ~Picture() { cairo_surface_destroy(surface_); }
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;

    /// How many dots are so different in the other picture that the eye sees a line there (WCAG 2.1, 1.4.11).
    int dots_seen_against(const Picture& other) const
    {
        constexpr double seen = 3.0;
        int count = 0;
        for (int y = 0; y < height_; ++y) {
            if (std::equal(row(y), row(y) + width_, other.row(y))) {
                continue;
            }
            for (int x = 0; x < width_; ++x) {
                const std::uint32_t here = dot(x, y);
                const std::uint32_t there = other.dot(x, y);
                count += here != there && tests::contrast(colour(here), colour(there)) >= seen ? 1 : 0;
            }
        }
        return count;
    }

private:
    const std::uint32_t* row(int y) const
    {
        const unsigned char* all = cairo_image_surface_get_data(surface_);
        return reinterpret_cast<const std::uint32_t*>(all + y * cairo_image_surface_get_stride(surface_));
    }
    std::uint32_t dot(int x, int y) const { return row(y)[x] & 0xFFFFFF; }
    static app::Colour colour(std::uint32_t dot) { return app::Colour::hex(dot); }

    int width_;
    int height_;
    cairo_surface_t* surface_;
};

/// By day or by night; before the window is made.
struct ThemeFor {
    explicit ThemeFor(bool is_dark) { take(is_dark); }
    ThemeFor(const ThemeFor&) = delete;
    ThemeFor& operator=(const ThemeFor&) = delete;
    ~ThemeFor() { take(false); }

private:
    static void take(bool is_dark)
    {
        // The name is set again because the toolkit looks at its colours anew only then.
        g_object_set(gtk_settings_get_default(), "gtk-application-prefer-dark-theme", static_cast<gboolean>(is_dark),
                     "gtk-theme-name", "Adwaita", "gtk-cursor-blink", FALSE, "gtk-enable-animations", FALSE, nullptr);
        app::apply_theme();
    }
};

class Focus : public testing::WithParamInterface<bool>, ThemeFor, public tests::EveryPage {
protected:
    Focus() : ThemeFor{GetParam()} {}

    void SetUp() override { ASSERT_EQ(app::is_dark(window()), GetParam()); }

    GtkWindow* native() { return GTK_WINDOW(window().GetHandle()); }

    /// Walks through the stops of a page, and fails where nothing shows that the keyboard is there.
    void expect_every_stop_shows(const std::string& page)
    {
        constexpr int most_stops = 80;
        constexpr int fewest_dots = 40; // More than a caret has.
        settle();
        GtkWidget* first = nullptr;
        for (int stop = 0; stop < most_stops; ++stop) {
            press("Tab");
            GtkWidget* const focus = gtk_window_get_focus(native());
            if (focus == nullptr || focus == first) {
                break;
            }
            first = first == nullptr ? focus : first;
            if (!seen_.insert(G_OBJECT_TYPE_NAME(focus) + focus_name()).second) {
                continue; // The stops around the pages are the same on all of them.
            }
            lay_out();
            const Picture with{GTK_WIDGET(native())};
            gtk_window_set_focus(native(), nullptr);
            lay_out();
            const Picture without{GTK_WIDGET(native())};
            gtk_window_set_focus(native(), focus);
            EXPECT_GE(with.dots_seen_against(without), fewest_dots)
                << G_OBJECT_TYPE_NAME(focus) << " \"" << focus_name() << "\", stop " << stop
                << " on the page: " << page;
        }
    }

    /// Lets the toolkit find the places of all: what has none is not painted. What finds its place may move others, so
    /// it takes a second round.
    void lay_out()
    {
        GdkFrameClock* clock = gtk_widget_get_frame_clock(GTK_WIDGET(native()));
        for (int round = 0; round < 2; ++round) {
            const gint64 before = gdk_frame_clock_get_frame_counter(clock);
            gdk_frame_clock_request_phase(clock, GDK_FRAME_CLOCK_PHASE_PAINT);
            until("all is laid out", [&] { return gdk_frame_clock_get_frame_counter(clock) > before; });
        }
    }

    /// The ground on which a widget's words stand.
    static app::Colour ground_of(GtkWidget* widget)
    {
        for (GtkWidget* around = widget; around != nullptr; around = gtk_widget_get_parent(around)) {
            GtkStyleContext* style = gtk_widget_get_style_context(around);
            GdkRGBA* ground = nullptr;
            cairo_pattern_t* picture = nullptr;
            gtk_style_context_get(style, gtk_style_context_get_state(style), "background-color", &ground,
                                  "background-image", &picture, nullptr);
            EXPECT_EQ(picture, nullptr) << "words stand on one colour";
            const app::Colour colour = colour_of(*ground);
            const bool is_seen = ground->alpha > 0.99;
            gdk_rgba_free(ground);
            if (is_seen) {
                return colour;
            }
        }
        ADD_FAILURE() << "no ground";
        return {};
    }
    static app::Colour ink_of(GtkWidget* widget)
    {
        GtkStyleContext* style = gtk_widget_get_style_context(widget);
        GdkRGBA ink;
        gtk_style_context_get_color(style, gtk_style_context_get_state(style), &ink);
        return colour_of(ink);
    }
    static app::Colour colour_of(const GdkRGBA& colour)
    {
        const auto part = [](double value) { return static_cast<std::uint8_t>(value * 255 + 0.5); };
        return {part(colour.red), part(colour.green), part(colour.blue), 255};
    }

private:
    std::set<std::string> seen_{};
};

TEST_P(Focus, IsSeenOnEveryStopOfTheWayIn)
{
    visit_the_way_in([this](const std::string& page) { expect_every_stop_shows(page); });
}

TEST_P(Focus, IsSeenOnEveryStopOfAClient)
{
    visit_the_client([this](const std::string& page) { expect_every_stop_shows(page); });
}

TEST_P(Focus, IsSeenOnEveryStopOfTheCasebook)
{
    visit_the_casebook([this](const std::string& page) { expect_every_stop_shows(page); });
}

TEST_P(Focus, ALeftFieldIsNotHighlighted)
{
    window().open(storage::Casebook::in_memory());
    settle();
    press("Ctrl+Shift+N");
    auto* field = dynamic_cast<wxTextCtrl*>(control("Name"));
    type("Dora Quist");
    press("Ctrl+a");
    press("Tab");
    long from = 0;
    long to = 0;
    field->GetSelection(&from, &to);
    const Picture left{field->GetHandle()};
    field->SetSelection(0, 0);
    const Picture plain{field->GetHandle()};
    EXPECT_EQ(left.dots_seen_against(plain), 0) << "from " << from << " to " << to;
}

TEST_P(Focus, HeadersOfTablesAndTheSearchAreReadable)
{
    static constexpr double readable = 4.5;
    tests::SmallPractice practice;
    practice.casebook.add_signed_note(practice.client, tests::note_on(date::year{2026} / 11 / 2),
                                      tests::at(date::year{2026} / 11 / 2, 16));
    window().open(std::move(practice.casebook));
    press("Ctrl+1");
    auto* sessions = dynamic_cast<wxDataViewCtrl*>(control("Sessions"));
    ASSERT_NE(sessions, nullptr);
    GtkWidget* header = gtk_tree_view_column_get_button(GTK_TREE_VIEW_COLUMN(sessions->GetColumn(0)->GetGtkHandle()));
    gtk_container_forall(
        GTK_CONTAINER(header),
        [](GtkWidget* words, gpointer) { EXPECT_GE(tests::contrast(ink_of(words), ground_of(words)), readable); },
        nullptr);

    GtkWidget* search = control("Find a client")->GetHandle();
    GdkRGBA hint;
    ASSERT_TRUE(gtk_style_context_lookup_color(gtk_widget_get_style_context(search), "placeholder_text_color", &hint));
    EXPECT_GE(tests::contrast(colour_of(hint), ground_of(search)), readable);
    EXPECT_GE(tests::contrast(ink_of(search), ground_of(search)), readable);
}

/// The night is where a ring is lost sooner; the short form leaves the day out.
INSTANTIATE_TEST_SUITE_P(ByDayAndNight, Focus,
                         testing::ValuesIn(tests::has_long_forms() ? std::vector<bool>{false, true}
                                                                   : std::vector<bool>{true}),
                         [](const auto& night) { return night.param ? "Night" : "Day"; });

} // namespace
