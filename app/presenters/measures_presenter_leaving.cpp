// How half-entered measures are left when the casebook is locked, and taken up again.

#include "app/presenters/measures_presenter.h"

#include <algorithm>

namespace app {

std::map<std::string, std::string> MeasuresPresenter::as_left() const
{
    std::map<std::string, std::string> left;
    for (const auto& [measure, entered] : entries_) {
        if (entered.has_content()) {
            left.emplace(measure, entered.as_left());
        }
    }
    return left;
}

bool MeasuresPresenter::take_up(const std::string& measure, const std::string& left)
{
    const auto found = std::ranges::find(measures_, measure, &model::MeasureDefinition::code);
    if (found == measures_.end()) {
        return false;
    }
    choose(static_cast<std::size_t>(found - measures_.begin()));
    const auto wrong = MeasureEntry::wrong_in(left);
    const auto* corrected = wrong ? administration(*wrong) : nullptr;
    if (corrected != nullptr && !corrected->entered_in_error) {
        entries_.insert_or_assign(measure, MeasureEntry{definition(), *corrected});
        shown_ = wrong;
        show_chosen();
    } else {
        begin_entry();
    }
    entry()->take_up(left);
    changed();
    return true;
}

} // namespace app
