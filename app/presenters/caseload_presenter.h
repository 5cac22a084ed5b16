#pragma once

#include "app/presenters/workplace.h"
#include "app/words/main_words.h"
#include "model/trajectory.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The caseload without a window: who is in care, what is to be done, who is chosen.
class CaseloadPresenter {
public:
    /// One line of the list.
    struct Row {
        model::ClientId client{};
        std::string name{};                       ///< Or the code, while names are hidden.
        std::string last_session{};               ///< A date; empty when there was none yet.
        std::vector<double> lead_values{};        ///< Of the lead series, oldest first.
        std::optional<model::Rater> lead_rater{}; ///< Whose ratings they are; empty for scores.
        bool has_notice = false;
        bool is_damaged = false; ///< The record is not what was written, and `name` says so.
        bool operator==(const Row&) const = default;
    };
    struct Screen {
        std::string search{};
        CaseloadFilter filter = CaseloadFilter::in_care;
        ToDoCounts to_do{};
        std::vector<Row> rows{};
        std::optional<model::ClientId> selected{};
        bool is_empty = false;   ///< The casebook holds no client at all.
        std::string signed_in{}; ///< Who has the casebook open, where several people can.
        bool operator==(const Screen&) const = default;
    };

    CaseloadPresenter(storage::Casebook& casebook, const Clock& clock, const Names& names);

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};

    void search(std::string typed);
    void filter(CaseloadFilter chosen);
    void toggle(CaseloadFilter chosen); ///< Back to those in care when it is on already.
    void select(std::optional<model::ClientId> client);
    void select_first();
    void names_changed();
    /// Enters into the log that the client who is chosen was viewed, and, once, that a search led there.
    void viewed();

private:
    void heed(const storage::Change& change);
    void reload();
    void see_who_is_here();
    void choose_rows();
    bool is_wanted(const model::CaseloadRow& row) const;

    storage::Casebook& casebook_;
    const Clock& clock_;
    const Names& names_;
    std::vector<model::MeasureDefinition> measures_;
    std::vector<model::CaseloadRow> caseload_;
    Screen screen_;
    std::string logged_search_;     ///< The last one that led to somebody.
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

/// How many measures are to be filled in again by a client on `today`. Nobody out of care owes one.
int measures_due(const model::CaseloadRow& row, const std::vector<model::MeasureDefinition>& measures,
                 model::Date today);

} // namespace app
