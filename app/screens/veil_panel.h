#pragma once

#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <functional>
#include <string>

namespace app {

/// Stands in the place of a casebook that shall lock and cannot yet, because what was typed cannot be kept: nothing of
/// the casebook shows, and nothing typed is lost.
class VeilPanel : public Panel {
public:
    /// `on_give_up` locks all the same, without what could not be kept.
    VeilPanel(wxWindow* parent, std::function<void()> on_give_up);

    /// Says what stands in the way.
    void say(const std::string& trouble);

private:
    Paragraph* words_ = nullptr;
};

} // namespace app
