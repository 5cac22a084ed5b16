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

    /// What the fields hold, as typed.
    struct Typed {
        std::string from{}; ///< The first day.
        std::string to{};   ///< The last day.
        std::string own_words{};
        std::string next_words{};

        bool operator==(const Typed&) const = default;
    };

    /// Everything the panel draws.
    struct Screen {
        Typed typed{};
        std::optional<PeriodProblem> problem{};
        bool can_release = true; ///< Whether the pages are what is asked for, and may be printed and saved.
        Paper paper = Paper::a4;
        bool by_code = false;          ///< As chosen for this client.
        bool names_are_hidden = false; ///< Then the pages are by code, whatever is chosen.
        bool with_birth_date = false;
        bool knows_birth_date = false;
        std::vector<PanelChoice> choices{};
        std::vector<std::string> left_out{}; ///< Each thing that is not on the page, or not legibly, and why.
        std::string file_name{};             ///< Offered for the PDF; holds the code, never the name.
        std::string file_title{};            ///< The PDF's own title.

        bool operator==(const Screen&) const = default;
    };

    /// `ruler` must outlive the presenter.
    SummariesPresenter(const Workplace& place, model::ClientId client, const TextRuler& ruler);

    const Screen& screen() const { return screen_; }
    const Clock& clock() const { return clock_; } ///< By which its dates are read.

    /// The summary as it will be printed; of the last good period while the one typed cannot be read.
    const std::vector<Scene>& pages() const { return pages_; }

    std::function<void()> on_change = [] {}; ///< Screen or pages are new.

    /// Takes over all that is typed, at once: what stands in one field must not wait for another.
    void type(const Typed& typed);
    void use_whole_episode(); ///< From the episode's first day to today, or to the discharge.
    void choose_paper(Paper paper);
    void choose_by_code(bool by_code);
    void choose_birth_date(bool with_birth_date);
    void choose_panel(const std::string& key, bool is_printed);

    /// Lays the pages out anew, after names were hidden or shown.
    void names_changed();

    /// Whether something chosen or typed is not yet in the casebook.
    bool has_unsaved() const { return has_unsaved_; }

    /// Keeps what was chosen, and lays the pages out with the end of the log as it is now; false while they may not be
    /// released. To be called before they are printed or saved.
    bool ready_pages();

    /// Enters into the log that the pages left the casebook: `summary_printed` or `summary_saved`.
    void released(model::ActKind how);

    /// Remembers what was chosen for this client.
    void save();

private:
    void load_record();
    void show_choices();
    void changed();
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
