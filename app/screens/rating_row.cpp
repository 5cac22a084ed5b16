#include "app/screens/rating_row.h"

#include "app/output/painter.h"
#include "app/screens/accessible.h"
#include "app/screens/colours.h"
#include "app/screens/digit_key.h"
#include "app/screens/guarded.h"
#include "app/screens/text.h"
#include "app/words/note_words.h"
#include "model/goal.h"

#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <algorithm>
#include <chrono>
#include <memory>

namespace app {

namespace {

constexpr double label_width = 48;
constexpr double cell_width = 24;
constexpr double cell_gap = 2;
constexpr double row_height = 26;
constexpr double was_width = 60;
constexpr double row_width = label_width + 11 * (cell_width + cell_gap) + was_width;

double type_size_of(const wxWindow& window)
{
    return window.GetFont().GetFractionalPointSize() * 96 / 72;
}

} // namespace

RatingRow::RatingRow(wxWindow* parent, std::string label, std::string name)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxWANTS_CHARS),
      label_{std::move(label)}, name_{std::move(name)}
{
    set_accessible_role(*this, AccessibleRole::rating);
    tell_value();
    SetToolTip(shown(rating_keys_words()));
    set_accessible_description(*this, rating_keys_words());
    SetMinSize(DoGetBestSize());
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint_row(); });
    Bind(wxEVT_CHAR, [this](wxKeyEvent& key) { guarded(*this, [&] { press(key); }); });
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& mouse) { guarded(*this, [&] { click(mouse); }); });
    const auto redraw = [this](wxFocusEvent& focus) {
        Refresh();
        focus.Skip();
    };
    Bind(wxEVT_SET_FOCUS, redraw);
    Bind(wxEVT_KILL_FOCUS, [this, redraw](wxFocusEvent& focus) {
        keys_.stop();
        redraw(focus);
    });
}

void RatingRow::show(std::optional<int> value, std::optional<int> was)
{
    if (value_ == value && was_ == was) {
        return;
    }
    value_ = value;
    was_ = was;
    tell_value();
    Refresh();
}

wxSize RatingRow::DoGetBestSize() const
{
    return FromDIP(wxSize{static_cast<int>(row_width), static_cast<int>(row_height)});
}

void RatingRow::tell_value()
{
    const std::string was = was_words(was_);
    set_accessible_name(*this, name_ + ", " + rating_value_words(value_) + (was.empty() ? "" : ", " + was));
}

void RatingRow::paint_row()
{
    const wxPaintDC device{this};
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(device)};
    paint(scene(), static_cast<cairo_t*>(context->GetNativeContext()), {.family = utf8(GetFont().GetFaceName())});
}

Scene RatingRow::scene() const
{
    const Palette palette = screen_palette(*this);
    const double size = type_size_of(*this);
    const double baseline = row_height / 2 + size * 0.36;
    const TextStyle quiet{.size = size - 1, .colour = palette.quiet_ink};
    Scene scene{.size = {.width = row_width, .height = row_height}};
    scene.elements.emplace_back(Text{.position = {.x = 0, .y = baseline}, .words = label_, .style = quiet});
    for (int number = 0; number <= model::highest_rating; ++number) {
        add_cell(scene, number);
    }
    scene.elements.emplace_back(
        Text{.position = {.x = row_width - was_width + 8, .y = baseline}, .words = was_words(was_), .style = quiet});
    if (HasFocus()) {
        scene.elements.emplace_back(Rectangle{.box = {.x = label_width - 4,
                                                      .y = 0.75,
                                                      .width = 11 * (cell_width + cell_gap) + 6,
                                                      .height = row_height - 1.5},
                                              .stroke = Stroke{.colour = palette.accent, .width = 1.5},
                                              .corner_radius = 6});
    }
    return scene;
}

void RatingRow::add_cell(Scene& scene, int number) const
{
    const Palette palette = screen_palette(*this);
    const double size = type_size_of(*this) - 1;
    const bool is_value = value_ == number;
    const Box box{
        .x = label_width + number * (cell_width + cell_gap), .y = 3, .width = cell_width, .height = row_height - 6};
    Rectangle cell{.box = box.inset(0.5), .stroke = Stroke{.colour = palette.hairline}, .corner_radius = 4};
    if (is_value) {
        cell.fill = palette.accent;
        cell.stroke = Stroke{.colour = palette.accent};
    } else if (was_ == number) {
        cell.fill = palette.selection;
    }
    scene.elements.emplace_back(cell);
    scene.elements.emplace_back(Text{.position = {.x = box.centre().x, .y = row_height / 2 + size * 0.36},
                                     .words = std::to_string(number),
                                     .style = {.size = size,
                                               .weight = is_value ? Weight::bold : Weight::regular,
                                               .colour = is_value ? palette.paper : palette.ink},
                                     .align = Align::centre});
}

bool RatingRow::press_rating(const wxKeyEvent& key)
{
    if (const auto digit = digit_of(key)) {
        on_rate(keys_.press(*digit, std::chrono::milliseconds{key.GetTimestamp()}));
        return true;
    }
    const auto sign = key.GetUnicodeKey();
    const bool is_ten = sign == 'x' || sign == 'X';
    if (is_ten) {
        keys_.stop();
        on_rate(model::highest_rating);
    }
    return is_ten;
}

void RatingRow::press(wxKeyEvent& key)
{
    if (key.ControlDown() || key.AltDown()) {
        key.Skip();
        return;
    }
    if (press_rating(key)) {
        return;
    }
    keys_.stop();
    switch (key.GetKeyCode()) {
    case WXK_BACK:
    case WXK_DELETE:
    case WXK_NUMPAD_DELETE:
        on_rate(std::nullopt);
        break;
    case WXK_LEFT:
        move_by(-1);
        break;
    case WXK_RIGHT:
        move_by(1);
        break;
    case WXK_TAB:
        Navigate(key.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        break;
    case WXK_UP:
        Navigate(wxNavigationKeyEvent::IsBackward);
        break;
    case WXK_DOWN:
    case WXK_RETURN:
        Navigate(wxNavigationKeyEvent::IsForward);
        break;
    default:
        key.Skip();
    }
}

void RatingRow::move_by(int step)
{
    // The first arrow goes to where the client was, so that a small change is a small movement.
    const int next = value_ ? *value_ + step : was_.value_or(0);
    on_rate(std::clamp(next, 0, model::highest_rating));
}

void RatingRow::click(wxMouseEvent& mouse)
{
    SetFocus();
    keys_.stop();
    const double x = ToDIP(mouse.GetPosition()).x - label_width;
    const int number = static_cast<int>(x / (cell_width + cell_gap));
    if (x >= 0 && number <= model::highest_rating) {
        on_rate(value_ == number ? std::nullopt : std::optional{number});
    }
}

} // namespace app
