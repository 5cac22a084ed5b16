#include "app/presenters/start_presenter.h"

#include "app/presenters/casebook_place.h"
#include "model/text.h"
#include "storage/casebook_folder.h"
#include "storage/recovery.h"

#include <cassert>
#include <system_error>
#include <utility>

namespace app {

namespace vault = storage::vault;

namespace {

constexpr std::string_view ending = ".casebook";

StartProblem start_problem(PlaceProblem problem)
{
    switch (problem) {
    case PlaceProblem::name_missing:
        return StartProblem::name_missing;
    case PlaceProblem::name_unusable:
        return StartProblem::name_unusable;
    case PlaceProblem::in_casebook:
        return StartProblem::in_casebook;
    case PlaceProblem::folder_missing:
        break;
    }
    return StartProblem::folder_missing;
}

std::optional<StartTrouble> trouble_with_place(const std::string& name, const std::filesystem::path& in_folder,
                                               const std::filesystem::path& folder)
{
    std::error_code ignored;
    if (const auto problem = problem_with_place(name, in_folder)) {
        return StartTrouble{.problem = start_problem(*problem)};
    }
    if (std::filesystem::exists(std::filesystem::symlink_status(folder, ignored))) {
        return StartTrouble{.kind = storage::StorageErrorKind::exists};
    }
    return std::nullopt;
}

StartTrouble trouble_with(const storage::StorageError& error)
{
    return {.kind = error.kind, .holder = error.holder};
}

} // namespace

StartPresenter::StartPresenter(std::optional<std::filesystem::path> last, storage::Now now, SlowWork slow_work,
                               vault::KeyCost cost)
    : last_{std::move(last)}, now_{std::move(now)}, slow_work_{std::move(slow_work)}, cost_{cost}
{
    if (last_ && storage::problem_with_folder(*last_)) {
        screen_.trouble = StartTrouble{.problem = StartProblem::last_missing};
    } else if (last_) {
        screen_.last = storage::casebook_name(*last_);
    }
}

void StartPresenter::choose(const std::filesystem::path& folder, const std::optional<Locked>& locked)
{
    if (screen_.is_busy) {
        return;
    }
    if (const auto problem = storage::problem_with_folder(folder)) {
        return say(StartTrouble{.problem = StartProblem::storage, .kind = *problem});
    }
    folder_ = folder;
    new_habits_.reset();
    screen_.casebook = storage::casebook_name(folder);
    screen_.locked = locked;
    screen_.keys_are_lost = !vault::has_keys(folder);
    screen_.has_new_private_notes = false;
    show(StartPage::unlock);
    say_keys_are_lost();
}

void StartPresenter::open_last()
{
    if (!screen_.last.empty()) {
        choose(*last_);
    }
}

void StartPresenter::begin_new()
{
    if (!screen_.is_busy) {
        show(StartPage::make);
    }
}

void StartPresenter::restore(const std::filesystem::path& backup)
{
    if (!screen_.is_busy) {
        on_restore(backup);
    }
}

void StartPresenter::open_demo()
{
    if (!screen_.is_busy) {
        on_demo();
    }
}

void StartPresenter::begin_recovery()
{
    if (!screen_.is_busy) {
        show(screen_.keys_are_lost ? StartPage::from_sheet : StartPage::recover);
    }
}

void StartPresenter::go_back()
{
    if (screen_.is_busy) {
        return;
    }
    if (screen_.elsewhere) {
        return cancel();
    }
    switch (screen_.page) {
    case StartPage::sheet:
        new_vault_.reset();
        return show(StartPage::make);
    case StartPage::recover:
    case StartPage::from_sheet:
        show(StartPage::unlock);
        return say_keys_are_lost();
    case StartPage::new_password:
        recovered_.reset();
        return show(StartPage::recover);
    case StartPage::choose:
    case StartPage::make:
    case StartPage::unlock:
        return show(StartPage::choose);
    }
}

void StartPresenter::type_password(std::string_view password)
{
    screen_.password_characters = model::is_utf8(password) ? model::characters_in(password) : 0;
    on_change();
}

void StartPresenter::make_keys(const NewCasebook& wanted)
{
    if (screen_.is_busy) {
        return;
    }
    const std::string name = model::trimmed(wanted.name);
    const std::filesystem::path folder = wanted.in_folder / (name + std::string{ending});
    if (const auto problem = trouble_with_place(name, wanted.in_folder, folder)) {
        return say(problem);
    }
    if (const auto problem = problem_with_new_password(wanted.password, wanted.password_again)) {
        return say(problem);
    }
    folder_ = folder;
    new_habits_ = wanted.habits;
    screen_.casebook = name;
    screen_.is_busy = true;
    say(std::nullopt);
    on_worker<vault::NewVault>(
        slow_work_, alive_, [password = wanted.password, cost = cost_] { return vault::make_vault(password, cost); },
        [this](KeysOrError<vault::NewVault> made) {
            screen_.is_busy = false;
            if (const auto* kind = std::get_if<storage::StorageErrorKind>(&made)) {
                return say(StartTrouble{.kind = *kind});
            }
            new_vault_.emplace(std::get<vault::NewVault>(std::move(made)));
            const SheetGroups groups = groups_to_type(new_vault_->sheet.code);
            screen_.first_group = groups.first;
            screen_.second_group = groups.second;
            screen_.sheet_is_saved = false;
            show(StartPage::sheet);
        });
}

void StartPresenter::sheet_was_saved(bool is_saved)
{
    screen_.sheet_is_saved = is_saved;
    say(is_saved ? std::nullopt : std::optional{StartTrouble{.problem = StartProblem::sheet_not_saved}});
}

void StartPresenter::finish(std::string_view first_group, std::string_view second_group)
{
    if (!new_vault_ || screen_.is_busy) {
        return;
    }
    const SheetGroups groups{.first = screen_.first_group, .second = screen_.second_group};
    if (const auto problem = problem_with_groups(new_vault_->sheet.code, groups, first_group, second_group)) {
        return say(problem);
    }
    try {
        storage::make_folder(folder_, new_vault_->vault);
    } catch (const storage::StorageError& error) {
        return say(trouble_with(error));
    }
    vault::OpenVault made = std::move(new_vault_->vault);
    new_vault_.reset();
    // From here on the casebook is there: should it not open, it can be tried again like any other.
    show(StartPage::unlock);
    open(std::move(made), storage::Elsewhere::is_refused);
}

void StartPresenter::unlock(const std::string& password)
{
    work<vault::OpenVault>([folder = folder_, password] { return vault::unlock(folder, password); },
                           [this](vault::OpenVault vault) {
                               const auto kept = std::make_shared<vault::OpenVault>(std::move(vault));
                               unless_elsewhere(
                                   [this, kept](storage::Elsewhere elsewhere) { open(std::move(*kept), elsewhere); });
                           });
}

void StartPresenter::use_code(std::string_view code)
{
    if (screen_.is_busy) {
        return;
    }
    const auto read = vault::parse_recovery_code(code);
    if (const auto* typo = std::get_if<vault::RecoveryTypo>(&read)) {
        return say(trouble_with(*typo));
    }
    work<vault::OpenVault>([folder = folder_, code_read = std::get<vault::RecoveryCode>(
                                                  read)] { return vault::unlock_with_recovery(folder, code_read); },
                           [this](vault::OpenVault keys) {
                               recovered_.emplace(std::move(keys));
                               show(StartPage::new_password);
                           });
}

void StartPresenter::set_new_password(const std::string& password, const std::string& again)
{
    if (!recovered_ || screen_.is_busy) {
        return;
    }
    if (const auto problem = problem_with_new_password(password, again)) {
        return say(problem);
    }
    unless_elsewhere([this, password](storage::Elsewhere elsewhere) { change_password(password, elsewhere); });
}

void StartPresenter::change_password(const std::string& password, storage::Elsewhere elsewhere)
{
    try {
        held_.emplace(folder_, copy_of(*recovered_), now_, elsewhere);
    } catch (const storage::StorageError& error) {
        return say(trouble_with(error));
    }
    work<vault::KeySlot>(
        [password, cost = cost_, keys = std::make_shared<const vault::OpenVault>(held_->vault())] {
            return vault::seal_password(*keys, password, cost);
        },
        [this](const vault::KeySlot& sealed) { take_new_password(sealed); });
}

void StartPresenter::take_new_password(const vault::KeySlot& sealed)
{
    try {
        held_->replace_password(sealed);
    } catch (const storage::StorageError& error) {
        held_.reset();
        return say(trouble_with(error));
    }
    recovered_.reset();
    show(StartPage::unlock);
    storage::Casebook casebook = std::move(*held_);
    held_.reset();
    hand_over(std::move(casebook));
}

void StartPresenter::use_sheet(std::string_view code, std::string_view letters, const std::string& password,
                               const std::string& again)
{
    if (screen_.is_busy) {
        return;
    }
    const auto read = vault::parse_recovery_code(code);
    if (const auto* typo = std::get_if<vault::RecoveryTypo>(&read)) {
        return say(trouble_with(*typo));
    }
    const auto slot = vault::parse_sheet_text(letters);
    if (!slot) {
        return say(StartTrouble{.problem = StartProblem::letters_wrong});
    }
    if (const auto problem = problem_with_new_password(password, again)) {
        return say(problem);
    }
    work<vault::SealedPerson>(
        [slot = *slot, code_read = std::get<vault::RecoveryCode>(read), password, cost = cost_] {
            return vault::seal_from_sheet(slot, code_read, password, cost);
        },
        [this](vault::SealedPerson person) {
            const auto kept = std::make_shared<vault::SealedPerson>(std::move(person));
            unless_elsewhere([this, kept](storage::Elsewhere elsewhere) { rebuild(std::move(*kept), elsewhere); });
        });
}

void StartPresenter::unless_elsewhere(std::function<void(storage::Elsewhere)> act)
{
    screen_.elsewhere = storage::holder_elsewhere(folder_);
    if (!screen_.elsewhere) {
        return act(storage::Elsewhere::is_refused);
    }
    asked_about_ = std::move(act);
    say(std::nullopt);
}

void StartPresenter::open_anyway()
{
    if (screen_.elsewhere) {
        screen_.elsewhere.reset();
        std::exchange(asked_about_, {})(storage::Elsewhere::was_asked_about);
    }
}

void StartPresenter::cancel()
{
    screen_.elsewhere.reset();
    asked_about_ = {};
    say(std::nullopt);
}

void StartPresenter::rebuild(vault::SealedPerson person, storage::Elsewhere elsewhere)
{
    storage::Recovered recovered;
    try {
        recovered = storage::recover_from_sheet(folder_, std::move(person), now_, elsewhere);
    } catch (const storage::StorageError& error) {
        if (error.kind == storage::StorageErrorKind::damaged) {
            return say(StartTrouble{.problem = StartProblem::sheet_opens_nothing});
        }
        if (error.kind == storage::StorageErrorKind::exists) {
            return say(StartTrouble{.problem = StartProblem::keys_are_good});
        }
        return say(trouble_with(error));
    }
    // From here on the new password opens it: should the casebook not open, it can be tried again like any other.
    screen_.keys_are_lost = false;
    screen_.has_new_private_notes = recovered.has_new_private_notes;
    show(StartPage::unlock);
    open(std::move(recovered.vault), elsewhere);
}

void StartPresenter::say_keys_are_lost()
{
    if (screen_.keys_are_lost) {
        say(StartTrouble{.kind = storage::StorageErrorKind::keys_lost});
    }
}

void StartPresenter::show(StartPage page)
{
    screen_.page = page;
    screen_.password_characters = 0;
    screen_.elsewhere.reset();
    say(std::nullopt);
}

void StartPresenter::say(const std::optional<StartTrouble>& trouble)
{
    screen_.trouble = trouble;
    on_change();
}

template <class Keys>
void StartPresenter::work(std::function<Keys()> task, std::function<void(Keys)> then)
{
    if (screen_.is_busy) {
        return;
    }
    screen_.is_busy = true;
    say(std::nullopt);
    on_worker<Keys>(slow_work_, alive_, std::move(task), [this, then = std::move(then)](KeysOrError<Keys> result) {
        screen_.is_busy = false;
        if (const auto* kind = std::get_if<storage::StorageErrorKind>(&result)) {
            held_.reset();
            if (*kind == storage::StorageErrorKind::keys_lost) {
                screen_.keys_are_lost = true;
                screen_.page = screen_.page == StartPage::recover ? StartPage::from_sheet : screen_.page;
            }
            return say(trouble_with_work(*kind));
        }
        then(std::get<Keys>(std::move(result)));
    });
}

StartTrouble StartPresenter::trouble_with_work(storage::StorageErrorKind kind) const
{
    if (screen_.page == StartPage::recover && kind == storage::StorageErrorKind::wrong_password) {
        return {.problem = StartProblem::code_opens_nothing};
    }
    if (screen_.page == StartPage::from_sheet && kind == storage::StorageErrorKind::wrong_password) {
        return {.problem = StartProblem::code_and_letters_differ};
    }
    const bool is_new_password = screen_.page == StartPage::new_password || screen_.page == StartPage::from_sheet;
    return is_new_password ? trouble_with_new_password(kind) : StartTrouble{.kind = kind};
}

void StartPresenter::open(vault::OpenVault vault, storage::Elsewhere elsewhere)
{
    try {
        storage::Casebook casebook{folder_, std::move(vault), now_, elsewhere};
        keep_habits(casebook);
        hand_over(std::move(casebook));
    } catch (const storage::StorageError& error) {
        say(trouble_with(error));
    }
}

void StartPresenter::keep_habits(storage::Casebook& casebook)
{
    storage::Settings settings = casebook.settings();
    if (new_habits_ && *new_habits_ != settings.habits) {
        settings.habits = *new_habits_;
        try {
            casebook.set_settings(settings);
        } catch (const storage::StorageError& error) {
            // How dates are written is no reason to keep anybody from reading.
            if (error.kind != storage::StorageErrorKind::full && error.kind != storage::StorageErrorKind::read_only) {
                throw;
            }
        }
    }
    new_habits_.reset();
}

void StartPresenter::hand_over(storage::Casebook casebook)
{
    on_open(std::move(casebook));
    // Should the casebook turn out not to be readable, the page is there again.
    say(std::nullopt);
}

} // namespace app
