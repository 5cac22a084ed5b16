#pragma once

#include "app/presenters/answer_entry.h"
#include "app/words/measure_words.h"
#include "app/words/typed_date.h"
#include "model/administration.h"

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace app {

/// One filling-in of a measure while it is entered: the day, and the answers or a bare total. Scores build up with it.
class MeasureEntry {
public:
    /// What has to be known to judge an entry.
    struct Around {
        model::Date today{};
        model::DateOrder order = model::DateOrder::day_first;
        std::optional<model::Date> born_on{};
        std::span<const model::Administration> administrations{}; ///< Of the client.

        /// How the day is read: a form was filled in already.
        DateReading reading() const { return {.today = today, .order = order}; }
    };

    /// What is drawn of it.
    struct Screen {
        std::string taken_on{};  ///< As typed.
        bool can_choose = false; ///< Whether both the answers and a bare total can be entered.
        bool by_items = true;
        model::Answers answers{};
        std::vector<bool> alarming{}; ///< Which of the answers are themselves a reason for a notice.
        std::size_t cursor = 0;
        std::optional<model::AnswersRefused> refusal{}; ///< Why the last key was not taken.
        std::string total{};                            ///< As typed.
        std::vector<ScoreWords> scores{};
        std::vector<AlertWords> alerts{};
        std::string remark{};   ///< A quiet one, about the day.
        std::string corrects{}; ///< The filling-in whose place it takes, in words; empty for a new one.
        std::string reason{};   ///< Of the correction, as typed.
        std::optional<EntryProblem> problem{};
        bool asks_before_saving = false; ///< An item was left out that must be asked; saving again saves.
        bool operator==(const Screen&) const = default;
    };

    MeasureEntry(model::MeasureDefinition definition, const std::string& taken_on);

    /// An entry that begins as `wrong` was entered, to take its place.
    MeasureEntry(model::MeasureDefinition definition, const model::Administration& wrong);

    /// What it takes the place of; nothing for a new one.
    const std::optional<model::Administration>& wrong() const { return wrong_; }
    std::string reason() const; ///< Without blanks around it.

    const model::MeasureDefinition& definition() const { return definition_; }

    /// Whether anything was answered or typed that would be lost; in a correction, whether anything was changed.
    bool has_content() const;

    /// The answers, for the keys; only for a measure with items.
    AnswerEntry& answers();

    /// Everything entered so far, as a text for `take_up`: the day, the way of entering, the total, and an answer a
    /// line.
    std::string as_left() const;
    void take_up(const std::string& left);
    /// What an entry that was left so takes the place of; nothing for a new one.
    static std::optional<model::AdministrationId> wrong_in(const std::string& left);

    void type_day(const std::string& text);
    void choose_items(bool by_items);
    void type_total(const std::string& text);
    void type_reason(const std::string& text);

    /// What is to be kept. Empty when something is wrong, or has to be asked first; the screen then says what.
    std::optional<model::AdministrationDetails> finished(const Around& around);

    Screen screen(const Around& around) const;

private:
    using Total = std::variant<std::monostate, EntryProblem, double>;

    std::optional<EntryProblem> problem(const Around& around) const;
    std::optional<EntryProblem> problem_with_answers() const;
    std::optional<EntryProblem> problem_with_correction(const Around& around) const;
    bool has_values_of_wrong() const;
    std::optional<EntryProblem> problem_with_day(const Around& around) const;
    Total total() const;
    void show_answers(Screen& screen) const;
    void show_total(Screen& screen) const;
    bool must_ask_first() const;

    model::MeasureDefinition definition_;
    std::string taken_on_;
    bool by_items_ = true;
    std::optional<AnswerEntry> answers_;
    std::string total_;
    std::optional<model::Administration> wrong_;
    std::string reason_;
    bool shows_problem_ = false;
    bool was_asked_ = false; ///< About items that must be asked.
};

} // namespace app
