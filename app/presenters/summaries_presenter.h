#pragma once

#include "app/drawing/scene.h"
#include "app/drawing/style.h"
#include "app/drawing/text_ruler.h"
#include "app/presenters/workplace.h"
#include "model/summary.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// What stands in the way of a summary.
enum class PeriodProblem { from_unreadable, to_unreadable, upside_down };

/// The summaries tab without its window: what is chosen for the client's page, and the page itself.
class SummariesPresenter {
public:
    /// A goal or a score that can stand on the page.
    struct PanelChoice {
        std::string key{};
        std::string title{};
        bool is_printed = true;
        bool has_values = true; ///< Recorded in the period; otherwise there is nothing to print.

        bool operator==(const PanelChoice&) const = default;
    };

    /// Everything the panel draws.
    struct Screen {
        std::string from{}; ///< As typed.
        std::string to{};
        std::optional<PeriodProblem> problem{};
        bool can_release = true; ///< Whether the pages are what is asked for, and may be printed and saved.
        Paper paper = Paper::a4;
        bool by_code = false;          ///< As chosen for this client.
        bool names_are_hidden = false; ///< Then the pages are by code, whatever is chosen.
        bool with_birth_date = false;
        bool knows_birth_date = false;
        std::string own_words{};
        std::string next_words{};
        std::vector<PanelChoice> choices{};
        std::vector<std::string> left_out{}; ///< Each thing that is not on the page, or not legibly, and why.
        std::string file_name{};             ///< Offered for the PDF; holds the code, never the name.
        std::string file_title{};            ///< The PDF's own title.

        bool operator==(const Screen&) const = default;
    };

    /// `ruler` must outlive the presenter.
    SummariesPresenter(const Workplace& place, model::ClientId client, const TextRuler& ruler);

    const Screen& screen() const { return screen_; }

    /// The summary as it will be printed; of the last good period while the one typed cannot be read.
    const std::vector<Scene>& pages() const { return pages_; }

    std::function<void()> on_change = [] {}; ///< Screen or pages are new.

    void type_from(const std::string& text);
    void type_to(const std::string& text);
    void use_whole_episode(); ///< From the episode's first day to today, or to the discharge.
    void choose_paper(Paper paper);
    void choose_by_code(bool by_code);
    void choose_birth_date(bool with_birth_date);
    void type_own_words(const std::string& words);
    void type_next_words(const std::string& words);
    void choose_panel(const std::string& key, bool is_printed);

    /// Lays the pages out anew, after names were hidden or shown.
    void names_changed();

    /// Whether something chosen or typed is not yet in the casebook.
    bool has_unsaved() const { return has_unsaved_; }

    /// Remembers what was chosen for this client.
    void save();

private:
    void load_record();
    void show_choices();
    void changed();
    void type_period(std::optional<model::Date>& end, std::string& text, const std::string& typed);
    std::optional<PeriodProblem> problem() const;
    void lay_out_pages();

    storage::Casebook& casebook_;
    const Clock& clock_;
    const Names& names_;
    const model::ClientId client_;
    const TextRuler& ruler_;
    model::ClientRecord record_;
    std::vector<model::MeasureDefinition> definitions_;
    storage::SummaryChoices choices_;
    model::Period period_{}; ///< The last one that could be read.
    Screen screen_;
    std::vector<Scene> pages_;
    bool has_unsaved_ = false;
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
