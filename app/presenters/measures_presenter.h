#pragma once

#include "app/presenters/measure_entry.h"
#include "app/presenters/measure_history.h"
#include "app/presenters/workplace.h"
#include "app/words/definition_words.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The measures tab without its window: the measures, entering a filling-in, what was entered before.
class MeasuresPresenter {
public:
    /// One line of the list of measures.
    struct Row {
        std::string code{};
        std::string name{};
        std::string last{};  ///< The day; empty when it was never filled in.
        std::string score{}; ///< Of that day.
        bool is_due = false;
        bool is_being_entered = false; ///< Something is entered and not saved.
        bool operator==(const Row&) const = default;
    };

    /// What is known about the chosen measure.
    struct About {
        std::string name{};
        std::string full_name{};
        std::string form{};     ///< Items, answers, version.
        std::string interval{}; ///< How often it may be asked, and when next.
        std::string licence{};  ///< And the citation.
        bool is_own = false;    ///< The practice's own, which may be retired.
        bool is_retired = false;
        bool operator==(const About&) const = default;
    };

    /// A filling-in while it is marked as entered in error.
    struct Marking {
        std::string reason{};
        std::optional<EntryProblem> problem{};
        bool operator==(const Marking&) const = default;
    };

    /// Everything the panel draws.
    struct Screen {
        std::vector<Row> measures{};
        std::size_t chosen = 0; ///< Index of the chosen measure.
        About about{};
        std::optional<MeasureEntry::Screen> entry{};
        std::string said{};                ///< What was just done.
        DefinitionOutcome definition{};    ///< What became of a definition that was to be added.
        std::vector<HistoryRow> history{}; ///< Newest first.
        std::optional<HistoryDetail> detail{};
        std::optional<Marking> marking{}; ///< Of the filling-in in `detail`.
        bool can_correct = false;         ///< The filling-in in `detail`.
        std::vector<ReadingWords> readings{};
        std::vector<std::string> reading_bases{}; ///< How the readings were calculated, each once.
        std::string reading_footnote{};           ///< What the mark behind a reading means; empty where none has one.
        std::string unsaved{};         ///< Names of measures with unsaved answers, while leaving asks about them.
        std::string unsaved_reasons{}; ///< And of those with a reason typed that marks nothing yet.
        bool operator==(const Screen&) const = default;
    };

    MeasuresPresenter(const Workplace& place, model::ClientId client);

    const Screen& screen() const { return screen_; }
    const Clock& clock() const { return clock_; } ///< By which its dates are read.
    const model::MeasureDefinition& definition() const { return measures_[screen_.chosen]; }
    std::function<void()> on_change = [] {};

    /// What was entered for another measure waits there, and the list says so. Asks first when a reason is typed.
    void choose(std::size_t index);

    void begin_entry();
    void begin_correcting(); ///< The filling-in that is shown, if `can_correct`.
    void cancel_entry();     ///< Closes the form of this measure; asks first when something was entered.
    void type_day(const std::string& text);
    void choose_items(bool by_items);
    void type_total(const std::string& text);
    void type_correction_reason(const std::string& text);
    void answer(const std::function<void(AnswerEntry&)>& key); ///< One key in the grid of answers.
    bool go_on(); ///< To the next item; true when there is none and saving is what comes next.
    void save();

    void show(std::optional<model::AdministrationId> filling_in); ///< Asks first when a reason is typed.
    void begin_marking();
    void type_reason(const std::string& text);
    void mark_in_error();
    void cancel_marking(); ///< Asks first when a reason is typed.

    /// What is entered and not saved, by measure; and back again. False when there is no such measure.
    std::map<std::string, std::string> as_left() const;
    bool take_up(const std::string& measure, const std::string& left);

    /// Adds a measure; a measure of the practice's own that nobody has filled in is replaced.
    void add_definition(const std::string& json);
    void retire();                 ///< The chosen measure, or takes it up again.
    void refuse_definition_file(); ///< It could not be read.

    /// Whether the tab may go; otherwise it asks about what was entered and not saved.
    bool may_leave();
    void keep_entering();
    void throw_away(); ///< What was asked about.

private:
    void reload();
    void show_list();
    void show_chosen();
    void show_entry();
    void show_marking();
    void keep(const model::AdministrationDetails& details);
    void ask_about(std::vector<std::string> measures, bool with_reason);
    bool asks_about_reason();
    void stop_asking();
    void changed();
    std::size_t first_choice() const;
    MeasureEntry* entry();
    MeasureEntry::Around around() const;
    const model::Administration* administration(model::AdministrationId id) const;
    std::string name_of(const std::string& measure) const;
    bool has_typed_reason() const;

    storage::Casebook& casebook_;
    const Clock& clock_;
    const model::ClientId client_;
    std::vector<model::MeasureDefinition> measures_;
    model::ClientRecord record_;
    std::map<std::string, MeasureEntry> entries_; ///< By measure.
    std::optional<Marking> marking_;              ///< Of what is shown.
    std::optional<model::AdministrationId> shown_;
    std::vector<std::string> asked_about_; ///< Measures whose answers the question in `screen_` is about.
    Screen screen_;
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
