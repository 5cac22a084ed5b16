#pragma once

#include "app/screens/panel.h"
#include "app/screens/window_parts.h"
#include "storage/casebook.h"

#include <vector>

namespace app {

/// One of the six tabs of a client. It is built when it is first shown, and destroyed when another client or another
/// page takes the client's place.
class Tab : public Panel {
public:
    using Panel::Panel;

    /// Puts the keyboard where work begins.
    virtual void focus_first() { SetFocus(); }

    /// What a key that walks the parts of the window leads to in this tab, in its order.
    virtual std::vector<WindowPart> parts()
    {
        return {{this, [this] { focus_first(); }}};
    }

    /// Called before the tab goes away. Keeps what was typed; false when that failed and the tab has to stay.
    virtual bool leave() { return true; }

    /// What was entered, is not kept, and stands in no field of text.
    virtual std::vector<storage::LeftOpen::Typed> entered_elsewhere() const { return {}; }

    /// Opens the forms that these words were typed into and takes up what stood in no field. Hands back the rest, which
    /// goes into the fields.
    virtual std::vector<storage::LeftOpen::Typed> open_forms_for(std::vector<storage::LeftOpen::Typed> typed)
    {
        return typed;
    }

    /// Redraws what shows names, after they were hidden or shown.
    virtual void names_changed() {}
};

} // namespace app
