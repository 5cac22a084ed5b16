#pragma once

#include "app/presenters/slow_work.h"
#include "app/presenters/vault_work.h"
#include "app/words/lock_words.h"
#include "app/words/start_words.h"
#include "storage/casebook.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace app {

/// The pages before a casebook is open.
enum class StartPage { choose, make, sheet, unlock, recover, new_password, from_sheet };

/// What is asked for a new casebook.
struct NewCasebook {
    std::string name{};
    std::filesystem::path in_folder{};
    std::string password{};
    std::string password_again{};
    model::DateHabits habits{}; ///< How the practice writes days and times.
};

/// The way into a casebook, without a window: choose, make, unlock, recover.
///
/// When the keys of a casebook are lost, its recovery sheet takes their place: code and letters together.
/// A new casebook is on disk only after part of its recovery code was typed back: nobody can have notes in it and no
/// sheet.
class StartPresenter {
public:
    struct Screen {
        StartPage page = StartPage::choose;
        std::string casebook{};                ///< The name of the one in hand.
        std::string last{};                    ///< The name of the one that was open last; empty when there is none.
        std::optional<Locked> locked{};        ///< Why the casebook in hand was locked, if it was.
        bool is_busy = false;                  ///< Keys are being made; no gesture does anything.
        std::optional<StartTrouble> trouble{}; ///< Beside what was typed.
        /// Who has the casebook in hand open on another machine, by the note there: whether to go on is asked.
        std::optional<storage::Holder> elsewhere{};
        std::size_t password_characters = 0;
        bool keys_are_lost = false;         ///< No password opens the casebook in hand: its recovery sheet is needed.
        bool has_new_private_notes = false; ///< They were missing when the sheet opened the casebook.
        bool sheet_is_saved = false;        ///< Or printed.
        int first_group = 0;                ///< The groups of the recovery code to be typed back, from 1.
        int second_group = 0;
        bool operator==(const Screen&) const = default;
    };

    /// `last` is the casebook that was open last, if any; `now` is what an opened casebook asks. `cost` is what a new
    /// password slot costs.
    StartPresenter(std::optional<std::filesystem::path> last, storage::Now now, SlowWork slow_work,
                   storage::vault::KeyCost cost = {});

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};
    std::function<void(storage::Casebook)> on_open = [](storage::Casebook) {}; ///< Somebody has got in.

    std::function<void(const std::filesystem::path&)> on_restore = [](const std::filesystem::path&) {};
    std::function<void()> on_demo = [] {}; ///< The demo practice is asked for.

    /// The casebook in hand.
    const std::filesystem::path& folder() const { return folder_; }
    /// What goes onto the recovery sheet of the new casebook; null before its keys are made.
    const storage::vault::RecoverySheet* sheet() const { return new_vault_ ? &new_vault_->sheet : nullptr; }

    /// Asks for its password; says why it was locked, if it was.
    void choose(const std::filesystem::path& folder, const std::optional<Locked>& locked = std::nullopt);
    void open_last();
    void begin_new();
    void restore(const std::filesystem::path& backup); ///< Leads to the page for that.
    void open_demo();
    void begin_recovery();
    void go_back(); ///< One page; forgets keys that nobody has seen the sheet of.

    void type_password(std::string_view password); ///< Only for the hint.
    void make_keys(const NewCasebook& wanted);
    /// The sheet was saved or sent to the printer; or it could not be saved.
    void sheet_was_saved(bool is_saved);
    void finish(std::string_view first_group, std::string_view second_group);
    void unlock(const std::string& password);
    void use_code(std::string_view code);
    /// Gives a casebook whose keys are lost new ones: `letters` are those beside the square on the sheet.
    void use_sheet(std::string_view code, std::string_view letters, const std::string& password,
                   const std::string& again);
    void set_new_password(const std::string& password, const std::string& again);
    void open_anyway(); ///< Though another machine may have it open.
    void cancel();      ///< Leaves a casebook that another machine has open as it is.

private:
    void show(StartPage page);
    void say(const std::optional<StartTrouble>& trouble);
    template <class Keys>
    void work(std::function<Keys()> task, std::function<void(Keys)> then);
    StartTrouble trouble_with_work(storage::StorageErrorKind kind) const;
    void say_keys_are_lost();
    void unless_elsewhere(std::function<void(storage::Elsewhere)> act);
    void rebuild(storage::vault::SealedPerson person, storage::Elsewhere elsewhere);
    void change_password(const std::string& password, storage::Elsewhere elsewhere);
    void take_new_password(const storage::vault::KeySlot& sealed);
    void open(storage::vault::OpenVault vault, storage::Elsewhere elsewhere);
    void hand_over(storage::Casebook casebook);
    void keep_habits(storage::Casebook& casebook);

    std::optional<std::filesystem::path> last_;
    storage::Now now_;
    SlowWork slow_work_;
    storage::vault::KeyCost cost_;
    Screen screen_;
    std::filesystem::path folder_;
    std::optional<storage::vault::NewVault> new_vault_;
    std::optional<model::DateHabits> new_habits_; ///< Chosen for the new casebook, and not kept in it yet.
    std::optional<storage::vault::OpenVault> recovered_;
    std::function<void(storage::Elsewhere)> asked_about_; ///< What is done when the casebook is opened anyway.
    std::optional<storage::Casebook> held_;               ///< While its password changes; handed over afterwards.
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

} // namespace app
