#include "app/screens/answer_grid.h"

#include "app/output/painter.h"
#include "app/screens/accessible.h"
#include "app/screens/colours.h"
#include "app/screens/digit_key.h"
#include "app/screens/guarded.h"
#include "app/screens/text.h"
#include "app/words/measure_words.h"

#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

namespace app {

namespace {

constexpr double cell_width = 48;
constexpr double cell_height = 56;
constexpr double box_height = 30;
constexpr double edge = 4; ///< Room for the mark of the keyboard.

} // namespace

AnswerGrid::AnswerGrid(wxWindow* parent, MeasuresPresenter& presenter)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxWANTS_CHARS), presenter_{presenter}
{
    set_accessible_role(*this, AccessibleRole::form);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint_grid(); });
    Bind(wxEVT_CHAR, [this](wxKeyEvent& key) { guarded(*this, [&] { press(key); }); });
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& mouse) { guarded(*this, [&] { click(mouse); }); });
    const auto redraw = [this](wxFocusEvent& focus) {
        Refresh();
        focus.Skip();
    };
    Bind(wxEVT_SET_FOCUS, redraw);
    Bind(wxEVT_KILL_FOCUS, redraw);
}

void AnswerGrid::draw(const MeasureEntry::Screen& entry, const model::MeasureDefinition& definition)
{
    const bool is_same_form = definition_.items == definition.items;
    if (is_same_form && entry_ == entry) {
        return;
    }
    entry_ = entry;
    definition_ = definition;
    if (!is_same_form) {
        // Before it has its place it is a few pixels wide: the height then comes with the width.
        SetMinSize({1, height_at(width_ > 0 ? width_ : GetParent()->GetClientSize().x)});
        set_accessible_description(*this, measure_words::grid_help(definition));
    }
    const std::size_t at = entry_.cursor;
    if (at < entry_.answers.size()) {
        set_accessible_name(
            *this, measure_words::item_words(definition_.items[at], at, entry_.answers.size(), entry_.answers[at]));
    }
    Refresh();
}

std::size_t AnswerGrid::columns_at(int width) const
{
    const auto fitting = static_cast<std::size_t>(std::max(1.0, (ToDIP(width) - 2 * edge) / cell_width));
    const std::size_t items = std::max<std::size_t>(1, definition_.items.size());
    if (items <= fitting) {
        return items;
    }
    // Rows of five or ten are easiest to keep in step with a form on paper.
    return fitting >= 10 ? 10 : fitting >= 5 ? 5 : fitting;
}

std::size_t AnswerGrid::columns() const
{
    return columns_at(GetClientSize().x);
}

int AnswerGrid::height_at(int width) const
{
    const std::size_t across = columns_at(width);
    const std::size_t rows = (definition_.items.size() + across - 1) / across;
    return FromDIP(static_cast<int>(static_cast<double>(rows) * cell_height + 2 * edge));
}

bool AnswerGrid::InformFirstDirection(int direction, int size, int /*available_other_direction*/)
{
    if (direction != wxHORIZONTAL || size <= 1) {
        return false;
    }
    if (size != width_) {
        width_ = size;
        SetMinSize({1, height_at(size)});
    }
    return true;
}

Box AnswerGrid::box_of(std::size_t index) const
{
    const std::size_t across = columns();
    const auto column = static_cast<double>(index % across);
    const std::size_t full_rows = index / across;
    const auto row = static_cast<double>(full_rows);
    return {.x = edge + column * cell_width,
            .y = edge + row * cell_height + cell_height - box_height - 8,
            .width = cell_width - 8,
            .height = box_height};
}

wxRect AnswerGrid::cursor_place() const
{
    const Box box = box_of(entry_.cursor);
    const int top = static_cast<int>(box.bottom() - cell_height);
    const wxPoint corner{static_cast<int>(box.x), top};
    return {FromDIP(corner), FromDIP(wxSize{static_cast<int>(cell_width), static_cast<int>(cell_height + 16)})};
}

void AnswerGrid::add_cell(Scene& scene, std::size_t index) const
{
    const Palette palette = screen_palette(*this);
    const double size = GetFont().GetFractionalPointSize() * 96 / 72;
    const Box box = box_of(index);
    const bool is_next = index == entry_.cursor;
    const auto& answer = entry_.answers[index];
    scene.elements.emplace_back(Text{.position = {.x = box.centre().x, .y = box.y - 5},
                                     .words = std::to_string(definition_.items[index]),
                                     .style = {.size = size - 2, .colour = is_next ? palette.ink : palette.quiet_ink},
                                     .align = Align::centre});
    Rectangle cell{.box = box.inset(0.5), .stroke = Stroke{.colour = palette.hairline}, .corner_radius = 4};
    if (answer) {
        cell.fill = palette.selection;
    }
    if (entry_.alarming[index]) {
        cell.stroke = Stroke{.colour = palette.attention, .width = 2};
    }
    if (is_next) {
        cell.stroke = Stroke{.colour = palette.accent, .width = HasFocus() ? 2.0 : 1.0};
    }
    scene.elements.emplace_back(cell);
    if (answer) {
        const Colour ink = entry_.alarming[index] ? palette.attention : palette.ink;
        scene.elements.emplace_back(Text{.position = {.x = box.centre().x, .y = box.centre().y + size * 0.36},
                                         .words = std::to_string(*answer),
                                         .style = {.size = size, .weight = Weight::bold, .colour = ink},
                                         .align = Align::centre});
    }
    if (is_next && HasFocus()) {
        scene.elements.emplace_back(Rectangle{
            .box = box.inset(-3), .stroke = Stroke{.colour = palette.accent, .width = 2}, .corner_radius = 6});
    }
}

Scene AnswerGrid::scene() const
{
    const wxSize size = ToDIP(GetClientSize());
    Scene scene{.size = {.width = static_cast<double>(size.x), .height = static_cast<double>(size.y)}};
    for (std::size_t index = 0; index < entry_.answers.size(); ++index) {
        add_cell(scene, index);
    }
    return scene;
}

void AnswerGrid::paint_grid()
{
    const wxPaintDC device{this};
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(device)};
    paint(scene(), static_cast<cairo_t*>(context->GetNativeContext()), {.family = utf8(GetFont().GetFaceName())});
}

bool AnswerGrid::press_answer(const wxKeyEvent& key)
{
    if (const auto digit = digit_of(key)) {
        presenter_.answer([&](AnswerEntry& answers) { answers.press_digit(*digit); });
        return true;
    }
    switch (key.GetUnicodeKey()) {
    case 'x':
    case 'X':
        presenter_.answer([](AnswerEntry& answers) { answers.press_ten(); });
        return true;
    case '-':
        presenter_.answer([](AnswerEntry& answers) { answers.press_minus(); });
        return true;
    case ' ':
        presenter_.answer([](AnswerEntry& answers) { answers.leave_out(); });
        return true;
    default:
        return false;
    }
}

bool AnswerGrid::press_movement(int code)
{
    const int row = static_cast<int>(columns());
    const auto move = [&](int by) { presenter_.answer([by](AnswerEntry& answers) { answers.move_by(by); }); };
    const int all = static_cast<int>(entry_.answers.size());
    switch (code) {
    case WXK_LEFT:
        move(-1);
        return true;
    case WXK_RIGHT:
        move(1);
        return true;
    case WXK_UP:
        move(-row);
        return true;
    case WXK_DOWN:
        move(row);
        return true;
    case WXK_HOME:
        move(-all);
        return true;
    case WXK_END:
        move(all);
        return true;
    case WXK_BACK:
        presenter_.answer([](AnswerEntry& answers) { answers.step_back(); });
        return true;
    case WXK_DELETE:
    case WXK_NUMPAD_DELETE:
        presenter_.answer([](AnswerEntry& answers) { answers.clear(); });
        return true;
    default:
        return false;
    }
}

void AnswerGrid::press(wxKeyEvent& key)
{
    const int code = key.GetKeyCode();
    const bool is_command = key.ControlDown() || key.AltDown();
    if (!is_command && code == WXK_TAB) {
        Navigate(key.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
    } else if (!is_command && (code == WXK_RETURN || code == WXK_NUMPAD_ENTER)) {
        if (presenter_.go_on()) {
            on_done();
        }
    } else if (is_command || (!press_movement(code) && !press_answer(key))) {
        key.Skip();
    }
}

void AnswerGrid::click(wxMouseEvent& mouse)
{
    SetFocus();
    const wxPoint place = ToDIP(mouse.GetPosition());
    const Point at{static_cast<double>(place.x), static_cast<double>(place.y)};
    for (std::size_t index = 0; index < entry_.answers.size(); ++index) {
        if (box_of(index).inset(-3).contains(at)) {
            presenter_.answer([index](AnswerEntry& answers) { answers.move_to(index); });
            return;
        }
    }
}

} // namespace app
