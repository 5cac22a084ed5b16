#pragma once

#include "app/screens/panel.h"

#include <functional>
#include <string_view>

namespace app {

/// Says why there is nothing here and what to do next. With `button` words it offers to do it.
class EmptyPanel : public Panel {
public:
    EmptyPanel(wxWindow* parent, std::string_view heading, std::string_view words, std::string_view button = {},
               const std::function<void()>& act = {});
};

} // namespace app
