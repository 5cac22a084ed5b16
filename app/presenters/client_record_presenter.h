#pragma once

#include "app/presenters/workplace.h"
#include "app/words/client_record_words.h"
#include "model/erasure.h"
#include "model/merging.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// What can be done with a client's record as a whole, without a window: merging it with another client's, removing a
/// client who was added by mistake, erasing a record.
class ClientRecordPresenter {
public:
    /// The form that is open.
    enum class Form { none, merge, remove, erase };

    /// Somebody this client may be merged with.
    struct Other {
        model::ClientId client{};
        std::string words{}; ///< Code and name; only the code while names are hidden.
        bool operator==(const Other&) const = default;
    };
    struct Screen {
        std::vector<std::string> merged{}; ///< A line for each client who was merged into this one.
        bool has_notes = false;            ///< Signed ones: the record can be erased, not removed.
        bool has_others = false;           ///< There is somebody to merge with.
        Form form = Form::none;
        std::string code{}; ///< This client's.
        std::string filter{};
        std::vector<Other> others{}; ///< Whom the filter leaves.
        std::optional<model::ClientId> other{};
        std::vector<std::string> codes{}; ///< That may stay: this client's, the other's. Empty until one is chosen.
        bool keeps_own_code = true;
        std::vector<std::string> contradictions{}; ///< Of the details of the two, sentence by sentence.
        std::vector<std::string> preview{};        ///< What the merge will do, sentence by sentence.
        std::string explanation{};                 ///< Of removing and erasing: what goes.
        std::string backups{};                     ///< Until when backups still have it.
        std::optional<model::ErasureGround> ground{};
        std::string reason{};
        std::string typed_code{};
        bool can_finish = false;
        bool asks_about_unsaved = false; ///< Leaving waits for an answer: keep entering, or throw away.
        bool operator==(const Screen&) const = default;
    };

    ClientRecordPresenter(const Workplace& place, model::ClientId client);

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};
    /// Says what was done. The page of a client who is gone is no longer in sight then.
    std::function<void(const std::string& words)> on_done = [](const std::string&) {};

    void begin(Form form);
    void put_aside(); ///< Closes the form; asks first when something was entered.
    void filter_others(std::string typed);
    void choose_other(model::ClientId other);
    void keep_own_code(bool keeps);
    void choose_ground(model::ErasureGround ground);
    void type_reason(std::string reason);
    void type_code(std::string code);
    /// Does what the form is for; nothing unless `can_finish`, or while something on the client's page cannot be kept.
    void finish();

    void names_changed();

    /// Whether the tab may go; otherwise it asks about the form that somebody has begun to fill in.
    bool may_leave();
    void keep_entering();
    void throw_away();

private:
    void heed(const storage::Change& change);
    void reload();
    void list_others();
    void look_ahead();
    client_record_words::CopiesLeft copies_left() const;
    void judge();
    bool has_entered() const;
    bool keep_everything();
    void merge();
    void take_out();

    Workplace place_;
    model::ClientId client_;
    bool is_acting_ = false;
    Screen screen_;
    bool is_gone_ = false;          ///< Merged away, removed or erased.
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
