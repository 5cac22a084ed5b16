#pragma once

#include "app/presenters/workplace.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// Admissions, discharges and levels of care of a client, without a window.
class EpisodesPresenter {
public:
    /// The form that is open.
    enum class Form { none, admit, discharge, change_level };

    /// One episode in words.
    struct Episode {
        std::string heading{};
        std::vector<std::string> levels{};
        bool operator==(const Episode&) const = default;
    };
    struct Screen {
        std::vector<Episode> episodes{}; ///< Newest first.
        bool is_in_care = false;         ///< An episode is open.
        Form form = Form::none;
        std::string day{};
        model::LevelOfCare level = model::LevelOfCare::outpatient;
        std::string reason{};
        std::string review_on{};
        bool is_day_unreadable = false;
        bool is_review_unreadable = false;
        std::optional<model::EpisodeProblem> problem{};
        bool asks_about_unsaved = false; ///< Leaving waits for an answer: keep entering, or throw away.
        bool operator==(const Screen&) const = default;
    };

    EpisodesPresenter(const Workplace& place, model::ClientId client);

    const Screen& screen() const { return screen_; }
    const Clock& clock() const { return place_.clock; } ///< By which its dates are read.
    std::function<void()> on_change = [] {};

    void begin(Form form); ///< Opens an empty form, for today.
    void put_aside();      ///< Closes the form; asks first when something was entered.
    void type_day(std::string day);
    void type_reason(std::string reason);
    void type_review(std::string review_on);
    void choose_level(model::LevelOfCare level);
    void save(); ///< Closes the form once it is kept; otherwise says what is wrong.

    /// Whether the tab may go; otherwise it asks about the form that somebody has begun to fill in.
    bool may_leave();
    void keep_entering();
    void throw_away();

private:
    void reload();
    bool keep(model::Date day, std::optional<model::Date> review_on);

    Workplace place_;
    model::ClientId client_;
    Screen screen_;
    Screen begun_;                  ///< The form as it was opened.
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
