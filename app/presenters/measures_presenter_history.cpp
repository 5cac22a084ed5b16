#include "app/presenters/measures_presenter.h"
#include "model/text.h"

/// The part of the measures tab that looks at a filling-in of before, corrects it, or marks it as entered in error.
namespace app {

void MeasuresPresenter::show(std::optional<model::AdministrationId> filling_in)
{
    if (shown_ != filling_in && !asks_about_reason()) {
        shown_ = filling_in;
        marking_.reset();
        show_chosen();
        on_change();
    }
}

/// Whether it has to be asked what becomes of a typed reason; the question then stands on the screen.
bool MeasuresPresenter::asks_about_reason()
{
    if (has_typed_reason()) {
        ask_about({}, true);
    }
    return has_typed_reason();
}

void MeasuresPresenter::begin_correcting()
{
    const auto* wrong = screen_.can_correct ? administration(*shown_) : nullptr;
    if (wrong != nullptr) {
        entries_.insert_or_assign(definition().code, MeasureEntry{definition(), *wrong});
        screen_.said.clear();
        changed();
    }
}

void MeasuresPresenter::show_marking()
{
    const bool can_be_marked = screen_.detail && screen_.detail->in_error.empty();
    screen_.marking = can_be_marked ? marking_ : std::nullopt;
}

bool MeasuresPresenter::has_typed_reason() const
{
    return screen_.marking && !model::is_blank(screen_.marking->reason);
}

void MeasuresPresenter::begin_marking()
{
    const bool is_correcting = entry() != nullptr && entry()->wrong();
    if (screen_.detail && screen_.detail->in_error.empty() && !screen_.marking && !is_correcting) {
        marking_ = Marking{};
        show_marking();
        changed();
    }
}

void MeasuresPresenter::type_reason(const std::string& text)
{
    if (screen_.marking && screen_.marking->reason != text) {
        marking_ = Marking{.reason = text};
        show_marking();
        on_change();
    }
}

void MeasuresPresenter::mark_in_error()
{
    if (!screen_.marking) {
        return;
    }
    const std::string reason = model::trimmed(screen_.marking->reason);
    if (reason.empty()) {
        marking_->problem = EntryProblem::reason_missing;
    } else {
        casebook_.mark_administration_in_error(screen_.detail->id, reason, clock_.now());
        marking_.reset();
        stop_asking();
    }
    show_marking();
    changed();
}

void MeasuresPresenter::cancel_marking()
{
    if (!asks_about_reason()) {
        marking_.reset();
        stop_asking();
        show_marking();
        changed();
    }
}

} // namespace app
