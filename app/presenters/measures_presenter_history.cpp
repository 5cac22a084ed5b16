#include "app/presenters/measures_presenter.h"
#include "model/text.h"

/// The part of the measures tab that looks at a filling-in of before and marks it as entered in error.
namespace app {

void MeasuresPresenter::show(std::optional<model::AdministrationId> filling_in)
{
    if (shown_ != filling_in) {
        shown_ = filling_in;
        screen_.marking.reset();
        show_chosen();
        on_change();
    }
}

void MeasuresPresenter::begin_marking()
{
    if (screen_.detail && screen_.detail->in_error.empty() && !screen_.marking) {
        screen_.marking = Marking{};
        on_change();
    }
}

void MeasuresPresenter::type_reason(const std::string& text)
{
    if (screen_.marking && screen_.marking->reason != text) {
        screen_.marking->reason = text;
        screen_.marking->problem.reset();
        on_change();
    }
}

void MeasuresPresenter::mark_in_error()
{
    if (!screen_.marking || !screen_.detail) {
        return;
    }
    if (model::is_blank(screen_.marking->reason)) {
        screen_.marking->problem = EntryProblem::reason_missing;
        return on_change();
    }
    casebook_.mark_administration_in_error(screen_.detail->id, model::trimmed(screen_.marking->reason), clock_.now());
}

void MeasuresPresenter::cancel_marking()
{
    screen_.marking.reset();
    on_change();
}

} // namespace app
