#include "app/presenters/people_presenter.h"

#include "app/words/people_words.h"
#include "model/text.h"
#include "storage/vault/rebuild.h"

#include <algorithm>
#include <utility>

namespace app {

namespace vault = storage::vault;

PeoplePresenter::PeoplePresenter(storage::Casebook& casebook, SlowWork slow_work, vault::KeyCost cost)
    : casebook_{casebook},
      slow_work_{std::move(slow_work)}, cost_{cost}, changes_{casebook.subscribe([this](const storage::Change& change) {
          if (change.what == storage::Changed::practice) {
              reload();
          }
      })}
{
    reload();
}

const vault::RecoverySheet* PeoplePresenter::sheet() const
{
    if (const auto* person = std::get_if<vault::NewPerson>(&waiting_)) {
        return &person->sheet;
    }
    const auto* own = std::get_if<vault::SealedSheet>(&waiting_);
    return own != nullptr ? &own->sheet : nullptr;
}

void PeoplePresenter::begin_adding()
{
    if (!screen_.is_busy) {
        show(PeoplePage::add);
    }
}

void PeoplePresenter::type_password(std::string_view password)
{
    screen_.password_characters = model::is_utf8(password) ? model::characters_in(password) : 0;
    on_change();
}

void PeoplePresenter::make_keys(const NewPersonForm& person)
{
    if (screen_.is_busy) {
        return;
    }
    if (model::is_blank(person.name)) {
        return say(StartTrouble{.problem = StartProblem::person_name_missing});
    }
    if (const auto problem = problem_with_new_password(person.password, person.password_again)) {
        return say(problem);
    }
    details_ = {.name = model::trimmed(person.name),
                .credentials = model::trimmed(person.credentials),
                .licence_number = model::trimmed(person.licence_number)};
    begin_work();
    on_worker<vault::NewPerson>(
        slow_work_, alive_,
        [keys = std::make_shared<const vault::OpenVault>(casebook_.vault()), password = person.password, cost = cost_] {
            return vault::seal_person(*keys, password, cost);
        },
        [this](KeysOrError<vault::NewPerson> made) {
            screen_.is_busy = false;
            if (const auto* kind = std::get_if<storage::StorageErrorKind>(&made)) {
                return say(trouble_with_new_password(*kind));
            }
            show_sheet(std::get<vault::NewPerson>(std::move(made)), details_.name, false);
        });
}

void PeoplePresenter::begin_coming_back()
{
    if (!screen_.is_busy) {
        show(PeoplePage::come_back);
    }
}

void PeoplePresenter::take_back(const ReturnForm& person)
{
    if (screen_.is_busy) {
        return;
    }
    const auto code = vault::parse_recovery_code(person.code);
    if (const auto* typo = std::get_if<vault::RecoveryTypo>(&code)) {
        return say(trouble_with(*typo));
    }
    const auto slot = vault::parse_sheet_text(person.letters);
    if (!slot) {
        return say(StartTrouble{.problem = StartProblem::letters_wrong});
    }
    if (const auto problem = problem_with_new_password(person.password, person.password_again)) {
        return say(problem);
    }
    begin_work();
    on_worker<vault::SealedPerson>(
        slow_work_, alive_,
        [keys = std::make_shared<const vault::OpenVault>(casebook_.vault()), slot = *slot,
         code = std::get<vault::RecoveryCode>(code), password = person.password,
         cost = cost_] { return vault::seal_from_sheet(slot, code, password, cost, keys->file); },
        [this](const KeysOrError<vault::SealedPerson>& sealed) { let_back_in(sealed); });
}

void PeoplePresenter::let_back_in(const KeysOrError<vault::SealedPerson>& sealed)
{
    screen_.is_busy = false;
    if (const auto* kind = std::get_if<storage::StorageErrorKind>(&sealed)) {
        return say(*kind == storage::StorageErrorKind::wrong_password
                       ? StartTrouble{.problem = StartProblem::code_and_letters_differ}
                       : trouble_with_new_password(*kind));
    }
    const auto& person = std::get<vault::SealedPerson>(sealed);
    if (person.keys.id != casebook_.vault().keys.id) {
        return say(StartTrouble{.problem = StartProblem::sheet_opens_nothing});
    }
    if (std::ranges::count(ids_, model::TherapistId{person.keys.person}) > 0) {
        return say(StartTrouble{.problem = StartProblem::still_one_of_them});
    }
    try {
        casebook_.add_person(person, {});
    } catch (const storage::StorageError& error) {
        return say(StartTrouble{.kind = error.kind});
    }
    show(PeoplePage::list);
    on_done(PeopleDone::came_back);
}

void PeoplePresenter::renew_own_sheet()
{
    if (screen_.is_busy) {
        return;
    }
    begin_work();
    on_worker<vault::SealedSheet>(
        slow_work_, alive_,
        [keys = std::make_shared<const vault::OpenVault>(casebook_.vault())] { return vault::seal_sheet(keys->keys); },
        [this](KeysOrError<vault::SealedSheet> made) {
            screen_.is_busy = false;
            if (const auto* kind = std::get_if<storage::StorageErrorKind>(&made)) {
                return say(StartTrouble{.kind = *kind});
            }
            show_sheet(std::get<vault::SealedSheet>(std::move(made)), casebook_.therapist().name, true);
        });
}

void PeoplePresenter::sheet_was_saved(bool is_saved)
{
    screen_.sheet_is_saved = is_saved;
    say(is_saved ? std::nullopt : std::optional{StartTrouble{.problem = StartProblem::sheet_not_saved}});
}

void PeoplePresenter::finish(std::string_view first_group, std::string_view second_group)
{
    const auto* waiting = sheet();
    if (waiting == nullptr || screen_.is_busy) {
        return;
    }
    if (const auto problem = problem_with_groups(waiting->code, screen_.groups, first_group, second_group)) {
        return say(problem);
    }
    const auto* person = std::get_if<vault::NewPerson>(&waiting_);
    try {
        if (person != nullptr) {
            casebook_.add_person(person->person, details_);
        } else {
            casebook_.replace_sheet(std::get<vault::SealedSheet>(waiting_));
        }
    } catch (const storage::StorageError& error) {
        return say(StartTrouble{.kind = error.kind});
    }
    const PeopleDone done = person != nullptr ? PeopleDone::added : PeopleDone::sheet_replaced;
    show(PeoplePage::list);
    on_done(done);
}

void PeoplePresenter::begin_removing(std::size_t index)
{
    if (screen_.is_busy || index >= screen_.people.size() || !screen_.people[index].can_be_removed) {
        return;
    }
    leaving_ = ids_[index];
    screen_.leaving = screen_.people[index];
    show(PeoplePage::remove);
}

void PeoplePresenter::remove()
{
    if (!screen_.leaving || screen_.is_busy) {
        return;
    }
    const bool is_you = screen_.leaving->is_you;
    try {
        casebook_.remove_person(leaving_);
    } catch (const storage::StorageError& error) {
        return say(StartTrouble{.kind = error.kind});
    }
    show(PeoplePage::list);
    on_done(is_you ? PeopleDone::left : PeopleDone::removed);
}

void PeoplePresenter::go_back()
{
    if (!screen_.is_busy) {
        show(PeoplePage::list);
    }
}

void PeoplePresenter::reload()
{
    const model::TherapistId you = casebook_.therapist().id;
    const auto people = casebook_.people();
    const auto damaged = casebook_.damaged_rows();
    // Nobody is let in without a name; only who made the casebook may have entered none yet.
    const auto has_lost_details = [&](const model::Therapist& person) {
        return model::is_blank(person.name) &&
               (person.id != you ||
                std::ranges::count(damaged, storage::RowName{.table = "therapist", .id = person.id.value}) > 0);
    };
    screen_.people.clear();
    ids_.clear();
    for (const model::Therapist& person : people) {
        screen_.people.push_back(
            {.name = has_lost_details(person) ? people_words::without_details(person.id.value) : person.name,
             .credentials = person.credentials,
             .is_you = person.id == you,
             .can_be_removed = people.size() > 1});
        ids_.push_back(person.id);
    }
    on_change();
}

void PeoplePresenter::begin_work()
{
    screen_.is_busy = true;
    say(std::nullopt);
}

void PeoplePresenter::show(PeoplePage page)
{
    if (page != PeoplePage::sheet) {
        waiting_ = {};
    }
    if (page != PeoplePage::remove) {
        screen_.leaving.reset();
    }
    screen_.page = page;
    screen_.password_characters = 0;
    screen_.sheet_is_saved = false;
    say(std::nullopt);
}

void PeoplePresenter::show_sheet(Waiting waiting, const std::string& name, bool is_own)
{
    waiting_ = std::move(waiting);
    screen_.groups = groups_to_type(sheet()->code);
    screen_.sheet_of = name;
    screen_.is_own_sheet = is_own;
    show(PeoplePage::sheet);
}

void PeoplePresenter::say(const std::optional<StartTrouble>& trouble)
{
    screen_.trouble = trouble;
    on_change();
}

} // namespace app
