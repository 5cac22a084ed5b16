#include "app/presenters/details_presenter.h"

#include "app/words/dates.h"
#include "app/words/notice_words.h"
#include "model/text.h"
#include "storage/client_code.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

std::string entry_words(const model::DatedEntry& entry, const storage::Casebook& casebook)
{
    const auto measure = casebook.measure(entry.measure);
    return words_for(entry, measure ? measure->name : entry.measure);
}

} // namespace

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
    for (const DetailsField field : details_fields) {
        histories_.at(static_cast<std::size_t>(field)) = UndoHistory{text(field)};
    }
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
    histories_.at(static_cast<std::size_t>(field)).record(text(field), place_.clock.now());
    trouble(field).reset();
    if (field == DetailsField::code) {
        screen_.similar_code.clear();
    }
    screen_.is_saved = false;
    on_change();
}

std::optional<TextState> DetailsPresenter::undo(DetailsField field)
{
    return take(field, histories_.at(static_cast<std::size_t>(field)).undo());
}

std::optional<TextState> DetailsPresenter::redo(DetailsField field)
{
    return take(field, histories_.at(static_cast<std::size_t>(field)).redo());
}

std::optional<TextState> DetailsPresenter::take(DetailsField field, std::optional<TextState> state)
{
    if (state) {
        text(field) = state->text;
        trouble(field).reset();
        screen_.is_saved = false;
        on_change();
    }
    return state;
}

void DetailsPresenter::put_back(std::size_t version, DetailsField field)
{
    const auto& texts = screen_.earlier.at(version).texts;
    const auto found = std::ranges::find(texts, field, &EarlierText::field);
    if (found != texts.end()) {
        type(field, found->text);
        save();
    }
}

void DetailsPresenter::show_more_earlier()
{
    constexpr std::size_t more = 20;
    earlier_shown_ += more;
    reload_earlier();
    on_change();
}

void DetailsPresenter::reload_earlier()
{
    screen_.earlier = earlier_details(place_.casebook.earlier_details(client_), kept_, place_.clock.face());
    screen_.more_earlier = screen_.earlier.size() - std::min(earlier_shown_, screen_.earlier.size());
    screen_.earlier.resize(screen_.earlier.size() - screen_.more_earlier);
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
    screen_.similar_code.clear();
    if (const auto problem = model::problem_with(with_code, place_.clock.today())) {
        found = trouble_with(*problem);
    } else if (const auto owner = place_.casebook.client_with_code(with_code.code); owner && *owner != client_) {
        found = DetailsTrouble::code_taken;
    } else if (const auto other = similar_code(with_code.code)) {
        screen_.similar_code = *other;
        found = DetailsTrouble::code_similar;
    } else {
        wanted.code = with_code.code;
    }
}

std::optional<std::string> DetailsPresenter::similar_code(const std::string& code) const
{
    if (code == code_confirmed_ || storage::code_key(code) == storage::code_key(kept_.code)) {
        return std::nullopt;
    }
    std::vector<std::string> codes;
    for (const storage::KnownCode& known : place_.casebook.known_codes()) {
        if (known.client != client_) {
            codes.push_back(known.code);
        }
    }
    return storage::code_like(codes, code);
}

void DetailsPresenter::keep_similar_code()
{
    code_confirmed_ = model::trimmed(text(DetailsField::code));
    save();
}

void DetailsPresenter::judge_birth(model::ClientDetails& wanted)
{
    auto& found = trouble(DetailsField::born_on);
    found.reset();
    screen_.entry_before_birth.clear();
    if (model::is_blank(text(DetailsField::born_on))) {
        wanted.born_on.reset();
        return;
    }
    const auto read = read_typed_date(text(DetailsField::born_on), place_.clock.reading(DateMeaning::birth));
    if (!read) {
        found = DetailsTrouble::date_unreadable;
    } else if (*read > place_.clock.today()) {
        found = DetailsTrouble::born_in_the_future;
    } else if (const auto entry =
                   read == kept_.born_on ? std::nullopt : place_.casebook.first_entry_before(client_, *read)) {
        screen_.entry_before_birth = entry_words(*entry, place_.casebook);
        found = DetailsTrouble::born_too_late;
    } else {
        wanted.born_on = read;
    }
}

void DetailsPresenter::reload()
{
    kept_ = place_.casebook.client(client_).details;
    reload_earlier();
    if (!screen_.is_saved) {
        return; // What is being typed is newer.
    }
    for (const DetailsField field : details_fields) {
        text(field) = text_of(kept_, field);
        if (auto& history = histories_.at(static_cast<std::size_t>(field)); history.text() != text(field)) {
            history.record(text(field), place_.clock.now());
        }
    }
    on_change();
}

} // namespace app
