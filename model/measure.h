#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Measures: questionnaires with a published scoring rule. The program keeps rules only, never the wording of an item.
namespace model {

/// Which way a score of a scale is good news. `neither` scales are shown without praise or alarm.
enum class Better { higher, lower, neither };

/// What a measure is about; decides the panel of the trajectory it stands in.
enum class MeasureArea { self_compassion, boundaries, trust, trauma, mood, other };

/// How the answers become the score of a scale.
enum class ScoringMethod { sum, mean, mean_of_scales };

/// A named stretch of a scale. Half-open: a score belongs to the highest band whose `from` it reaches.
struct Band {
    double from = 0;
    std::string name{};

    bool operator==(const Band&) const = default;
};

/// What a reference line means.
enum class LineKind {
    cut_off,   ///< Divides the clinical from the well; decides the category of change. At most one in a scale.
    screening, ///< A published screening value: drawn and named, decides nothing.
    norm,      ///< The mean of a named group: drawn and named, decides nothing.
};

/// A published value drawn across a chart.
struct ReferenceLine {
    double value = 0;
    LineKind kind = LineKind::norm;
    std::string name{};
    std::string source{};
    bool is_well_on_line = false; ///< Whether a score exactly on a cut-off counts as well ("28 or less").

    bool operator==(const ReferenceLine&) const = default;
};

/// Whether a change must exceed the threshold (derived figures) or reach it (published whole numbers).
enum class ThresholdRule { more_than, at_least };

/// The change of one person's score that is more than measurement error, and where that figure comes from.
struct ReliableChangeRule {
    double threshold = 0; ///< In points of the scale, above zero.
    ThresholdRule rule = ThresholdRule::more_than;
    std::string confidence{}; ///< "95 %" or "published rule".
    bool is_derived = false;  ///< Derived from a standard deviation and a reliability, not published as a rule.
    std::string basis{};      ///< Printed wherever the verdict is.
    /// The sources of `basis` alone, for the client's page; empty where `basis` itself is short enough.
    std::string source{};

    bool operator==(const ReliableChangeRule&) const = default;
};

/// One score that a measure gives.
struct Scale {
    std::string code{}; ///< Unique in the measure, such as `self_kindness`.
    std::string name{};
    std::string plain_name{}; ///< For the client's page, where the field's own name is jargon or hurts; may be empty.
    ScoringMethod method = ScoringMethod::sum;
    std::vector<int> items{};         ///< Item ids; empty for `mean_of_scales` and for a measure kept as totals only.
    std::vector<int> reversed{};      ///< Those of `items` whose answer is turned round before it counts.
    std::vector<std::string> parts{}; ///< Scale codes, for `mean_of_scales`.
    std::vector<std::string> reversed_parts{}; ///< Those of `parts` whose score is turned round before it counts.
    double lowest = 0;
    double highest = 0;
    Better better = Better::higher;
    int max_missing = 0;              ///< Up to this many unanswered items are replaced by the mean of the others.
    std::vector<int> never_missing{}; ///< Those of `items` never replaced: unanswered, there is no score until asked.
    std::vector<Band> bands{};        ///< Lowest first.
    std::string bands_basis{};        ///< Who drew the bands, and what they are not.
    std::vector<ReferenceLine> lines{};
    std::optional<ReliableChangeRule> reliable_change{}; ///< Empty: no reliability known to this program, no verdict.
    std::optional<double> standard_error{};              ///< Of one score, in points; 95 % band is 1.96 times this.
    std::string standard_error_basis{};
    bool is_charted = true;

    /// The line that divides clinical from well, if the scale has one.
    const ReferenceLine* cut_off() const;

    bool operator==(const Scale&) const = default;
};

/// An answer that must reach a person at once, whatever the total says.
struct ItemAlert {
    int item = 0;
    int at_least = 0;
    bool ask_when_missing = false; ///< Left unanswered it must be asked, not passed over.
    std::string concern{};         ///< A code such as `self_harm`.

    bool operator==(const ItemAlert&) const = default;
};

/// One part of a rule that counts symptoms: at least `needed` of `items` answered with `at_least` or more.
struct Criterion {
    std::string name{};
    std::vector<int> items{};
    int at_least = 0;
    int needed = 0;

    bool operator==(const Criterion&) const = default;
};

/// A measure as this program knows it: how it is answered, scored and read.
struct MeasureDefinition {
    std::string code{}; ///< Lower case, such as `phq-9`; what a CSV file calls the measure.
    std::string name{}; ///< "PHQ-9".
    std::string full_name{};
    std::string version{}; ///< Form or item order, such as "Raes 2011 order".
    MeasureArea area = MeasureArea::other;
    std::vector<int> items{}; ///< Item ids in the order of the form; empty when only totals are kept.
    int answer_lowest = 0;
    int answer_highest = 0;
    std::vector<Scale> scales{};
    std::string lead_scale{}; ///< Charted first, and what a bare total means; empty when there is no total.
    std::vector<ItemAlert> alerts{};
    std::vector<Criterion> criteria{}; ///< All met: a prompt to assess, never a diagnosis. Often empty.
    int ask_again_after_days = 0;
    std::string licence{};
    std::string citation{};
    int revision = 0;        ///< Of a measure of the practice's own, from 1: which version of its definition this is.
    bool is_retired = false; ///< Not filled in any more; what was entered stays and is read by it.

    /// The scale with this code, or null.
    const Scale* scale(std::string_view scale_code) const;

    /// The lead scale, or null when the measure has no total.
    const Scale* lead() const;

    bool operator==(const MeasureDefinition&) const = default;
};

/// The measures that ship with the program, self-compassion first. Reads them anew at each call: keep the result.
std::vector<MeasureDefinition> shipped_measures();

} // namespace model
