#include "app/presenters/details_presenter.h"

#include "app/words/dates.h"
#include "app/words/notice_words.h"
#include "model/text.h"

#include <utility>

namespace app {

namespace {

/// Where a field that is plain text is kept; null for the date of birth.
std::string* text_in(model::ClientDetails& details, DetailsField field)
{
    switch (field) {
    case DetailsField::name:
        return &details.name;
    case DetailsField::preferred_name:
        return &details.preferred_name;
    case DetailsField::pronouns:
        return &details.pronouns;
    case DetailsField::code:
        return &details.code;
    case DetailsField::born_on:
        return nullptr;
    case DetailsField::contact:
        return &details.contact;
    case DetailsField::emergency_contact:
        return &details.emergency_contact;
    case DetailsField::guardian:
        return &details.guardian;
    case DetailsField::referrer:
        return &details.referrer;
    case DetailsField::reason_for_care:
        return &details.reason_for_care;
    case DetailsField::diagnosis:
        return &details.diagnosis;
    case DetailsField::consents:
        return &details.consents;
    case DetailsField::safety_plan:
        return &details.safety_plan;
    }
    return nullptr;
}

} // namespace

std::string text_of(const model::ClientDetails& details, DetailsField field)
{
    if (field == DetailsField::born_on) {
        return details.born_on ? short_date(*details.born_on) : std::string{};
    }
    model::ClientDetails copy = details;
    return *text_in(copy, field);
}

DetailsPresenter::DetailsPresenter(const Workplace& place, model::ClientId client)
    : place_{place}, client_{client}, changes_{place.casebook.subscribe([this](const storage::Change& change) {
          if (change.client == client_ && change.what == storage::Changed::clients) {
              reload();
          } else if (change.client == client_ && change.what == storage::Changed::notices) {
              reload_notices();
              on_change();
          }
      })}
{
    reload();
    reload_notices();
}

void DetailsPresenter::reload_notices()
{
    screen_.reviewed_notices.clear();
    for (const model::Notice& notice : place_.casebook.notices_of(client_)) {
        if (notice.review) {
            const auto measure = place_.casebook.measure(notice.measure);
            screen_.reviewed_notices.push_back(
                words_for_reviewed(notice, measure ? &*measure : nullptr, place_.clock.face()));
        }
    }
}

void DetailsPresenter::type(DetailsField field, std::string typed)
{
    text(field) = std::move(typed);
    trouble(field).reset();
    screen_.is_saved = false;
    on_change();
}

bool DetailsPresenter::save()
{
    if (!screen_.is_saved) {
        keep();
        on_change();
    }
    return screen_.is_saved;
}

void DetailsPresenter::keep_typed()
{
    if (!screen_.is_saved) {
        const auto said = screen_.troubles;
        keep();
        screen_.troubles = said;
        on_change();
    }
}

void DetailsPresenter::keep()
{
    model::ClientDetails wanted = kept_;
    for (const DetailsField field : details_fields) {
        if (std::string* kept = text_in(wanted, field); kept != nullptr && field != DetailsField::code) {
            *kept = model::trimmed(text(field));
        }
    }
    judge_code(wanted);
    judge_birth(wanted);
    if (wanted != kept_) {
        place_.casebook.change_details(client_, wanted);
        kept_ = std::move(wanted);
    }
    screen_.is_saved = !first_trouble();
}

std::optional<DetailsField> DetailsPresenter::first_trouble() const
{
    for (const DetailsField field : details_fields) {
        if (screen_.troubles.at(static_cast<std::size_t>(field))) {
            return field;
        }
    }
    return std::nullopt;
}

void DetailsPresenter::judge_code(model::ClientDetails& wanted)
{
    model::ClientDetails with_code = wanted;
    with_code.code = model::trimmed(text(DetailsField::code));
    with_code.born_on.reset();
    auto& found = trouble(DetailsField::code);
    found.reset();
    if (const auto problem = model::problem_with(with_code, place_.clock.today())) {
        found = trouble_with(*problem);
    } else if (const auto owner = place_.casebook.client_with_code(with_code.code); owner && *owner != client_) {
        found = DetailsTrouble::code_taken;
    } else {
        wanted.code = with_code.code;
    }
}

void DetailsPresenter::judge_birth(model::ClientDetails& wanted)
{
    auto& found = trouble(DetailsField::born_on);
    found.reset();
    if (model::is_blank(text(DetailsField::born_on))) {
        wanted.born_on.reset();
        return;
    }
    const auto read = read_typed_date(text(DetailsField::born_on), place_.clock.reading(DateMeaning::birth));
    if (!read) {
        found = DetailsTrouble::date_unreadable;
    } else if (*read > place_.clock.today()) {
        found = DetailsTrouble::born_in_the_future;
    } else {
        wanted.born_on = read;
    }
}

void DetailsPresenter::reload()
{
    kept_ = place_.casebook.client(client_).details;
    if (!screen_.is_saved) {
        return; // What is being typed is newer.
    }
    for (const DetailsField field : details_fields) {
        text(field) = text_of(kept_, field);
    }
    on_change();
}

} // namespace app
