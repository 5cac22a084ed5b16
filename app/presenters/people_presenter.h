#pragma once

#include "app/presenters/vault_work.h"
#include "model/practice.h"
#include "storage/casebook.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace app {

/// What stands on the page about the people of a casebook.
enum class PeoplePage { list, add, sheet, remove, come_back };

/// What was done there.
enum class PeopleDone {
    added,
    came_back,
    removed,
    left, ///< Whoever has the casebook open is none of its people any more: it must be closed.
    sheet_replaced,
};

/// What is asked of somebody new.
struct NewPersonForm {
    std::string name{};
    std::string credentials{};
    std::string licence_number{};
    std::string password{};
    std::string password_again{};
};

/// What is asked of somebody who comes back with the recovery sheet they have.
struct ReturnForm {
    std::string code{};
    std::string letters{}; ///< Those beside the square on the sheet.
    std::string password{};
    std::string password_again{};
};

/// The people of the open casebook and their recovery sheets, without a window.
///
/// Somebody new gets in, and a new sheet takes the old one's place, only after part of the sheet was typed back.
class PeoplePresenter {
public:
    struct Person {
        std::string name{};
        std::string credentials{};
        bool is_you = false;
        bool can_be_removed = false; ///< Others are left who can open the casebook.
        bool operator==(const Person&) const = default;
    };

    struct Screen {
        PeoplePage page = PeoplePage::list;
        std::vector<Person> people{};
        std::optional<Person> leaving{};       ///< On the page `remove`.
        std::string sheet_of{};                ///< On the page `sheet`: the name it bears.
        bool is_own_sheet = false;             ///< It takes the place of the reader's own.
        bool is_busy = false;                  ///< Keys are being made; no gesture does anything.
        std::optional<StartTrouble> trouble{}; ///< Beside what was typed.
        std::size_t password_characters = 0;
        bool sheet_is_saved = false;
        SheetGroups groups{};
        bool operator==(const Screen&) const = default;
    };

    PeoplePresenter(storage::Casebook& casebook, SlowWork slow_work, storage::vault::KeyCost cost = {});

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};
    std::function<void(PeopleDone)> on_done = [](PeopleDone) {}; ///< The page may go away in it.

    /// What goes onto the sheet that waits; null while none does.
    const storage::vault::RecoverySheet* sheet() const;

    void begin_adding();
    void type_password(std::string_view password); ///< Only for the hint.
    void make_keys(const NewPersonForm& person);
    void begin_coming_back();
    /// Lets somebody in again whose way in is gone, since they were removed or the keys were made anew from another
    /// sheet: with the private notes and the name they had.
    void take_back(const ReturnForm& person);
    void renew_own_sheet(); ///< Makes a new one; the old one stays good until part of the new one was typed back.
    void sheet_was_saved(bool is_saved);
    void finish(std::string_view first_group, std::string_view second_group);
    void begin_removing(std::size_t index); ///< Asks first.
    void remove();
    void go_back(); ///< To the list; forgets keys that nobody has seen the sheet of.

    /// False while keys are being made: nobody would hear how it ended.
    bool may_leave() const { return !screen_.is_busy; }

private:
    using Waiting = std::variant<std::monostate, storage::vault::NewPerson, storage::vault::SealedSheet>;

    void reload();
    void begin_work();
    void let_back_in(const KeysOrError<storage::vault::SealedPerson>& sealed);
    void show(PeoplePage page);
    void show_sheet(Waiting waiting, const std::string& name, bool is_own);
    void say(const std::optional<StartTrouble>& trouble);

    storage::Casebook& casebook_;
    SlowWork slow_work_;
    storage::vault::KeyCost cost_;
    Screen screen_;
    std::vector<model::TherapistId> ids_{}; ///< Of the people on the screen.
    model::TherapistId leaving_{};
    model::Therapist details_{}; ///< Of somebody new.
    Waiting waiting_{};          ///< For its sheet to be read back.
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
