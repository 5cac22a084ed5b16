#pragma once

#include <wx/window.h>

#include <functional>

namespace app {

/// Lets Escape anywhere in `page` do what leads back from it. That may take the page away.
void lead_back_on_escape(wxWindow& page, const std::function<void()>& lead_back);

} // namespace app
