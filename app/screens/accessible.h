#pragma once

#include <wx/window.h>

#include <functional>
#include <string>
#include <string_view>

class wxDataViewCtrl;

namespace app {

/// Gives a control or a panel the name by which a screen reader calls it. A drop-down is called by that name and by
/// what is chosen in it; a panel without a name is passed over.
void set_accessible_name(wxWindow& control, std::string_view name);

/// Gives a control a longer description for screen readers.
void set_accessible_description(wxWindow& control, std::string_view description);

/// The name that was given so; empty when none was.
std::string accessible_name(const wxWindow& control);

/// What the cells of a list are called that show no text of their own. `words` gets the row and the place of the column
/// as they are seen, and gives nothing for a cell that is called by its text.
void set_accessible_cells(wxDataViewCtrl& list, std::function<std::string(int row, int column)> words);

/// From now on every cell of a list has a name, also an empty one. Called once before the first window.
void name_every_cell();

/// What a window of our own making is to a screen reader. One without a role takes no keyboard.
enum class AccessibleRole {
    rating, ///< A row of numbers, one of which is chosen.
    form,   ///< Boxes that are filled in one after the other.
    chart,
    pages,   ///< Pages as they are printed.
    reading, ///< Words to read that are longer than their place.
    heading, ///< The words at the head of a page.
    divider, ///< Between two parts of the window; moving it gives one of them more room.
};

void set_accessible_role(wxWindow& control, AccessibleRole role);

/// Whether a window of our own making is a stop of its own. One that is lets the keyboard into nothing that stands in
/// it.
void set_takes_keyboard(wxWindow& control, bool takes);

/// Lets a screen reader say `words` once what is going on now is over, wherever the keyboard is. They are said only
/// when `place` is in sight then, so nothing that is covered or hidden is read aloud. Without words nothing is said.
void say_aloud(wxWindow& place, std::string_view words);

} // namespace app
