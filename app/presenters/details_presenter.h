#pragma once

#include "app/presenters/workplace.h"
#include "app/words/details_words.h"

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// What stands in a field; the date of birth as `20 Nov 2026`.
std::string text_of(const model::ClientDetails& details, DetailsField field);

/// The details of a client without a window. What is good is kept field by field; what is not stays on the screen with
/// a word about it, and the record keeps what it had.
class DetailsPresenter {
public:
    struct Screen {
        std::array<std::string, details_fields.size()> texts{}; ///< In the order of `details_fields`.
        std::array<std::optional<DetailsTrouble>, details_fields.size()> troubles{};
        std::vector<std::string> reviewed_notices{}; ///< Newest first.
        bool is_saved = true;                        ///< Everything on the screen is in the casebook.
        bool operator==(const Screen&) const = default;
    };

    DetailsPresenter(const Workplace& place, model::ClientId client);

    const Screen& screen() const { return screen_; }
    const Clock& clock() const { return place_.clock; } ///< By which its dates are read.
    std::function<void()> on_change = [] {};

    void type(DetailsField field, std::string text);

    /// Keeps every field that can be kept; true when that is all of them.
    bool save();

    /// Keeps what can be kept of what is still being typed: a half-typed date is not yet wrong.
    void keep_typed();

    /// The first field that cannot be kept as it stands.
    std::optional<DetailsField> first_trouble() const;

private:
    void reload();
    void reload_notices();
    void keep();
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
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
