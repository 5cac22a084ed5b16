#include "app/presenters/practice_presenter.h"

#include "model/text.h"

#include <utility>

namespace app {

bool is_needed_to_sign(PracticeField field)
{
    return field == PracticeField::therapist_name || field == PracticeField::credentials ||
           field == PracticeField::licence_number;
}

PracticePresenter::PracticePresenter(storage::Casebook& casebook)
    : casebook_{casebook}, changes_{casebook.subscribe([this](const storage::Change& change) {
          if (change.what == storage::Changed::practice) {
              reload();
          }
      })}
{
    reload();
}

void PracticePresenter::type(PracticeField field, std::string typed)
{
    text(field) = std::move(typed);
    judge();
}

void PracticePresenter::save()
{
    if (!screen_.can_save) {
        return;
    }
    const Screen typed = screen_;
    casebook_.together([&] {
        const auto at = [&](PracticeField field) { return typed.texts[static_cast<std::size_t>(field)]; };
        casebook_.set_practice({.name = model::trimmed(at(PracticeField::practice_name)),
                                .address = model::trimmed(at(PracticeField::address))});
        model::Therapist therapist = casebook_.therapist();
        therapist.name = model::trimmed(at(PracticeField::therapist_name));
        therapist.credentials = model::trimmed(at(PracticeField::credentials));
        therapist.licence_number = model::trimmed(at(PracticeField::licence_number));
        casebook_.set_therapist(therapist);
    });
    reload();
}

void PracticePresenter::reload()
{
    const model::Practice practice = casebook_.practice();
    const model::Therapist therapist = casebook_.therapist();
    kept_ = {practice.name, practice.address, therapist.name, therapist.credentials, therapist.licence_number};
    screen_.texts = kept_;
    judge();
}

void PracticePresenter::judge()
{
    screen_.can_save = screen_.texts != kept_;
    screen_.missing.clear();
    for (const PracticeField field : practice_fields) {
        if (is_needed_to_sign(field) && model::is_blank(text(field))) {
            screen_.missing.push_back(field);
        }
    }
    on_change();
}

} // namespace app
