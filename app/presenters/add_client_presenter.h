#pragma once

#include "app/presenters/workplace.h"
#include "app/words/details_words.h"

#include <functional>
#include <optional>
#include <string>

namespace app {

/// A new client, without a window: as much as is known on the first day.
class AddClientPresenter {
public:
    struct Screen {
        std::string name{};
        std::string code{}; ///< Suggested until somebody types another.
        std::string admitted_on{};
        model::LevelOfCare level = model::LevelOfCare::outpatient;
        std::optional<DetailsTrouble> code_trouble{};
        std::string similar_code{}; ///< Another client's that the code looks like; adding again adds all the same.
        bool is_date_unreadable = false;
        std::optional<model::EpisodeProblem> admission_problem{};
        bool operator==(const Screen&) const = default;
    };

    explicit AddClientPresenter(const Workplace& place);

    const Screen& screen() const { return screen_; }
    const Clock& clock() const { return place_.clock; } ///< By which its dates are read.
    std::function<void()> on_change = [] {};

    void type_name(std::string name);
    void type_code(std::string code);
    void type_date(std::string date);
    void choose_level(model::LevelOfCare level);

    /// Whether nothing would be lost: the form is as it was opened.
    bool is_untouched() const;

    /// Keeps the client and admits them; empty, with troubles or a question on the screen, when something is wrong or
    /// the code looks like another client's, about which it asks once.
    std::optional<model::ClientId> add();

private:
    char code_letter() const;
    std::string suggested_code() const;

    Workplace place_;
    bool is_code_typed_ = false;
    Screen screen_;
    Screen opened_; ///< As the form was at first.
};

} // namespace app
