#pragma once

#include "app/presenters/details_versions.h"
#include "app/presenters/undo_history.h"
#include "app/presenters/workplace.h"
#include "app/words/details_words.h"

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The details of a client without a window. What is good is kept field by field; what is not stays on the screen with
/// a word about it, and the record keeps what it had.
class DetailsPresenter {
public:
    struct Screen {
        std::array<std::string, details_fields.size()> texts{}; ///< In the order of `details_fields`.
        std::array<std::optional<DetailsTrouble>, details_fields.size()> troubles{};
        std::string similar_code{};                  ///< Another client's, where the code that is typed looks like it.
        std::string entry_before_birth{};            ///< "PHQ-9 of 3 May 2024", where a birth is said to be later.
        std::vector<std::string> reviewed_notices{}; ///< Newest first.
        std::vector<EarlierDetails> earlier{};       ///< The latest first, as many as are shown.
        std::size_t more_earlier = 0;                ///< How many there are besides.
        bool is_saved = true;                        ///< Everything on the screen is in the casebook.
        bool operator==(const Screen&) const = default;
    };

    DetailsPresenter(const Workplace& place, model::ClientId client);

    const Screen& screen() const { return screen_; }
    const Clock& clock() const { return place_.clock; } ///< By which its dates are read.
    std::function<void()> on_change = [] {};

    void type(DetailsField field, std::string text);

    // One step of what was typed in a field since the tab was opened; empty when there is none.
    std::optional<TextState> undo(DetailsField field);
    std::optional<TextState> redo(DetailsField field);

    /// Puts an earlier text of `screen().earlier` back into its field; what stood there becomes an earlier one.
    void put_back(std::size_t version, DetailsField field);
    void show_more_earlier();

    void keep_similar_code(); ///< It is right though it looks like another one.

    /// Keeps every field that can be kept; true when that is all of them.
    bool save();

    /// Keeps what can be kept of what is still being typed: a half-typed date is not yet wrong.
    void keep_typed();

    /// The first field that cannot be kept as it stands.
    std::optional<DetailsField> first_trouble() const;

private:
    void reload();
    void reload_notices();
    void reload_earlier();
    std::optional<TextState> take(DetailsField field, std::optional<TextState> state);
    void keep();
    std::optional<std::string> similar_code(const std::string& code) const;
    void judge_code(model::ClientDetails& wanted);
    void judge_birth(model::ClientDetails& wanted);
    std::string& text(DetailsField field) { return screen_.texts.at(static_cast<std::size_t>(field)); }
    std::optional<DetailsTrouble>& trouble(DetailsField field)
    {
        return screen_.troubles.at(static_cast<std::size_t>(field));
    }

    Workplace place_;
    model::ClientId client_;
    model::ClientDetails kept_;
    Screen screen_;
    std::array<UndoHistory, details_fields.size()> histories_;
    std::string code_confirmed_{}; ///< Though it looks like another one.
    std::size_t earlier_shown_ = 10;
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
