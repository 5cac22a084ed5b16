#include "app/presenters/start_presenter.h"

#include "model/text.h"
#include "storage/casebook_folder.h"

#include <cassert>
#include <system_error>
#include <utility>

namespace app {

namespace vault = storage::vault;

namespace {

constexpr std::string_view ending = ".casebook";

std::optional<StartTrouble> problem_with_place(const std::string& name, const std::filesystem::path& in_folder,
                                               const std::filesystem::path& folder)
{
    constexpr std::size_t longest_name = 200; // Bytes; a file's name has room for 255.
    std::error_code ignored;
    if (name.empty()) {
        return StartTrouble{.problem = StartProblem::name_missing};
    }
    if (name.front() == '.' || name.find_first_of(std::string_view{"/\0", 2}) != std::string::npos ||
        name.size() > longest_name) {
        return StartTrouble{.problem = StartProblem::name_unusable};
    }
    if (!std::filesystem::is_directory(in_folder, ignored)) {
        return StartTrouble{.problem = StartProblem::folder_missing};
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

StartTrouble trouble_with(const vault::RecoveryTypo& typo)
{
    using enum vault::RecoveryTypo::Kind;
    switch (typo.kind) {
    case wrong_group:
        return {.problem = StartProblem::code_group_wrong, .group = typo.group};
    case too_short:
        return {.problem = StartProblem::code_too_short, .group = typo.group};
    case too_long:
        break;
    }
    return {.problem = StartProblem::code_too_long};
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
    screen_.casebook = storage::casebook_name(folder);
    screen_.locked = locked;
    show(StartPage::unlock);
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

void StartPresenter::begin_recovery()
{
    if (!screen_.is_busy) {
        show(StartPage::recover);
    }
}

void StartPresenter::go_back()
{
    if (screen_.is_busy) {
        return;
    }
    switch (screen_.page) {
    case StartPage::sheet:
        new_vault_.reset();
        return show(StartPage::make);
    case StartPage::recover:
        return show(StartPage::unlock);
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
    if (const auto problem = problem_with_place(name, wanted.in_folder, folder)) {
        return say(problem);
    }
    if (const auto problem = problem_with_new_password(wanted.password, wanted.password_again)) {
        return say(problem);
    }
    folder_ = folder;
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
            pick_groups();
            screen_.sheet_is_saved = false;
            show(StartPage::sheet);
        });
}

void StartPresenter::pick_groups()
{
    // One of the first half and one of the second, different for each sheet, so that nobody learns them by heart.
    const auto& bits = new_vault_->sheet.code.bits();
    constexpr int half = vault::RecoveryCode::groups / 2;
    screen_.first_group = bits.front() % half + 1;
    screen_.second_group = bits.back() % half + half + 1;
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
    const auto& code = new_vault_->sheet.code;
    for (const auto& [group, typed] :
         {std::pair{screen_.first_group, first_group}, std::pair{screen_.second_group, second_group}}) {
        if (!vault::is_group(code, group, typed)) {
            return say(StartTrouble{.problem = StartProblem::groups_not_the_same, .group = group});
        }
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
    open(std::move(made));
}

void StartPresenter::unlock(const std::string& password)
{
    work([folder = folder_, password] { return vault::unlock(folder, password); },
         [this](vault::OpenVault vault) { open(std::move(vault)); });
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
    work([folder = folder_,
          code_read = std::get<vault::RecoveryCode>(read)] { return vault::unlock_with_recovery(folder, code_read); },
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
    try {
        held_.emplace(folder_, copy_of(*recovered_), now_);
    } catch (const storage::StorageError& error) {
        return say(trouble_with(error));
    }
    const auto keys = std::make_shared<vault::OpenVault>(copy_of(*recovered_));
    work(
        [folder = folder_, password, cost = cost_, keys] {
            vault::change_password(folder, *keys, password, cost);
            return std::move(*keys);
        },
        [this](vault::OpenVault changed) {
            // One that is held cannot be opened a second time.
            held_.reset();
            recovered_.reset();
            show(StartPage::unlock);
            open(std::move(changed));
        });
}

void StartPresenter::show(StartPage page)
{
    screen_.page = page;
    screen_.password_characters = 0;
    say(std::nullopt);
}

void StartPresenter::say(const std::optional<StartTrouble>& trouble)
{
    screen_.trouble = trouble;
    on_change();
}

void StartPresenter::work(const std::function<vault::OpenVault()>& task,
                          const std::function<void(vault::OpenVault)>& then)
{
    if (screen_.is_busy) {
        return;
    }
    screen_.is_busy = true;
    say(std::nullopt);
    on_worker<vault::OpenVault>(slow_work_, alive_, task, [this, then](KeysOrError<vault::OpenVault> result) {
        screen_.is_busy = false;
        if (const auto* kind = std::get_if<storage::StorageErrorKind>(&result)) {
            held_.reset();
            const bool is_wrong_code =
                screen_.page == StartPage::recover && *kind == storage::StorageErrorKind::wrong_password;
            return say(is_wrong_code ? StartTrouble{.problem = StartProblem::code_opens_nothing}
                                     : StartTrouble{.kind = *kind});
        }
        then(std::get<vault::OpenVault>(std::move(result)));
    });
}

void StartPresenter::open(vault::OpenVault vault)
{
    try {
        storage::Casebook casebook{folder_, std::move(vault), now_};
        on_open(std::move(casebook));
        // Should the casebook turn out not to be readable, the page is there again.
        say(std::nullopt);
    } catch (const storage::StorageError& error) {
        say(trouble_with(error));
    }
}

} // namespace app
