#pragma once

#include "app/words/practice_words.h"
#include "storage/casebook.h"

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace app {

/// Whether no note can be signed while this is empty.
bool is_needed_to_sign(PracticeField field);

/// The practice and its therapist, without a window.
class PracticePresenter {
public:
    /// Everything the panel draws.
    struct Screen {
        std::array<std::string, practice_fields.size()> texts{}; ///< In the order of `practice_fields`.
        std::vector<PracticeField> missing{};                    ///< What a signature still needs.
        bool can_save = false;                                   ///< Something differs from what is kept.
        bool operator==(const Screen&) const = default;
    };

    explicit PracticePresenter(storage::Casebook& casebook);

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};

    void type(PracticeField field, std::string text);
    void save(); ///< Does nothing unless `can_save`. Throws `StorageError`; what was typed stays.

private:
    using Texts = std::array<std::string, practice_fields.size()>;

    void reload();
    void judge();
    std::string& text(PracticeField field) { return screen_.texts[static_cast<std::size_t>(field)]; }
    const std::string& text(PracticeField field) const { return screen_.texts[static_cast<std::size_t>(field)]; }

    storage::Casebook& casebook_;
    Texts kept_{}; ///< As the casebook has them.
    Screen screen_;
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
