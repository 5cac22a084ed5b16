#pragma once

#include "app/presenters/workplace.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// Admissions, discharges and levels of care of a client, without a window.
class EpisodesPresenter {
public:
    /// The form that is open.
    enum class Form { none, admit, discharge, change_level, correct };

    /// What was entered wrongly in an episode.
    enum class Correction { admission, discharge, discharge_at_all };

    /// One episode in words.
    struct Episode {
        std::string heading{};
        std::vector<std::string> levels{};
        std::vector<std::string> corrections{};
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
        std::vector<Correction> can_correct{}; ///< What the episode that is being corrected has.
        Correction correction = Correction::admission;
        bool joins_next = false;         ///< Taking the discharge back makes one of two episodes.
        bool is_reason_missing = false;  ///< Of a correction.
        bool asks_about_unsaved = false; ///< Leaving waits for an answer: keep entering, or throw away.
        bool operator==(const Screen&) const = default;
    };

    EpisodesPresenter(const Workplace& place, model::ClientId client);

    const Screen& screen() const { return screen_; }
    const Clock& clock() const { return place_.clock; } ///< By which its dates are read.
    std::function<void()> on_change = [] {};

    void begin(Form form);                     ///< Opens an empty form, for today.
    void begin_correction(std::size_t number); ///< Of an episode, as they stand on the screen.
    void choose_correction(Correction correction);
    void put_aside(); ///< Closes the form; asks first when something was entered.
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
    void open(Form form);
    void propose_day();
    bool keep(model::Date day, std::optional<model::Date> review_on);
    void keep_correction(model::Date day, const std::string& why);

    Workplace place_;
    model::ClientId client_;
    Screen screen_;
    std::vector<model::EpisodeOfCare> episodes_{}; ///< As on the screen.
    model::EpisodeOfCare corrected_{};             ///< The one that is being corrected.
    Screen begun_;                                 ///< The form as it was opened.
    storage::Subscription changes_;                ///< Last: stops the news before the rest goes away.
};

} // namespace app
