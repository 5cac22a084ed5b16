#include "app/presenters/measures_presenter.h"
#include "model/text.h"

#include <algorithm>

/// The part of the measures tab that looks at a filling-in of before and marks it as entered in error.
namespace app {

void MeasuresPresenter::show(std::optional<model::AdministrationId> filling_in)
{
    if (shown_ != filling_in) {
        shown_ = filling_in;
        show_chosen();
        on_change();
    }
}

void MeasuresPresenter::show_marking()
{
    const bool can_be_marked = screen_.detail && screen_.detail->in_error.empty();
    const auto found = can_be_marked ? markings_.find(screen_.detail->id) : markings_.end();
    screen_.marking = found == markings_.end() ? std::nullopt : std::optional{found->second};
}

bool MeasuresPresenter::has_typed_reason(const std::string& measure) const
{
    return std::ranges::any_of(markings_, [&](const auto& marking) {
        const auto* marked = administration(marking.first);
        return marked != nullptr && marked->details.measure == measure && !marked->entered_in_error &&
               !model::is_blank(marking.second.reason);
    });
}

void MeasuresPresenter::begin_marking()
{
    if (screen_.detail && screen_.detail->in_error.empty() && !screen_.marking) {
        markings_.try_emplace(screen_.detail->id);
        show_marking();
        on_change();
    }
}

void MeasuresPresenter::type_reason(const std::string& text)
{
    if (screen_.marking && screen_.marking->reason != text) {
        markings_[screen_.detail->id] = {.reason = text};
        show_marking();
        on_change();
    }
}

void MeasuresPresenter::mark_in_error()
{
    if (!screen_.marking) {
        return;
    }
    const auto filling_in = screen_.detail->id;
    const std::string reason = model::trimmed(screen_.marking->reason);
    if (reason.empty()) {
        markings_[filling_in].problem = EntryProblem::reason_missing;
    } else {
        casebook_.mark_administration_in_error(filling_in, reason, clock_.now());
        markings_.erase(filling_in);
        stop_asking();
    }
    show_marking();
    on_change();
}

void MeasuresPresenter::cancel_marking()
{
    if (screen_.detail) {
        markings_.erase(screen_.detail->id);
    }
    stop_asking();
    show_marking();
    on_change();
}

} // namespace app
