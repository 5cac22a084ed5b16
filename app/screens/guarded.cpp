#include "app/screens/guarded.h"

#include "app/words/errors.h"
#include "storage/storage_error.h"

#include <exception>

namespace app {

void announce(wxWindow& window, const std::string& words)
{
    for (wxWindow* place = &window; place != nullptr; place = place->GetParent()) {
        if (auto* announcer = dynamic_cast<Announcer*>(place)) {
            announcer->announce(words);
            return;
        }
    }
}

bool guarded(wxWindow& window, const std::function<void()>& act)
{
    try {
        act();
        return true;
    } catch (const storage::StorageError& error) {
        announce(window, words_for(error));
    } catch (const std::exception&) {
        announce(window, words_for_unexpected_error());
    }
    return false;
}

} // namespace app
