#include "model/scale_definition.h"

#include "model/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace model {

namespace {

constexpr std::size_t longest_source = 400;

/// Reports what lies outside the scale's range, named by its own words.
void check_inside(const LocatedJson& node, const Scale& scale, double value, const std::string& subject,
                  FirstFault& fault)
{
    if (value < scale.lowest || value > scale.highest) {
        fault.report(node, DefinitionFault::outside_range, subject);
    }
}

void read_bands(Fields& fields, Scale& scale, FirstFault& fault)
{
    const auto* list = fields.list("bands");
    if (list == nullptr) {
        return;
    }
    scale.bands_basis = fields.text("bands_basis", longest_source);
    for (const auto& node : list->children) {
        Fields band{node, {"from", "name"}, fault};
        scale.bands.push_back({band.number("from", -1e6, 1e6), band.text("name")});
        check_inside(node, scale, scale.bands.back().from, scale.bands.back().name, fault);
        if (scale.bands.size() > 1 && scale.bands.back().from <= scale.bands[scale.bands.size() - 2].from) {
            fault.report(node, DefinitionFault::band_out_of_order, scale.bands.back().name);
        }
    }
}

void read_lines(Fields& fields, Scale& scale, FirstFault& fault)
{
    const auto* list = fields.list("lines");
    if (list == nullptr) {
        return;
    }
    for (const auto& node : list->children) {
        constexpr std::array kinds{LineKind::cut_off, LineKind::screening, LineKind::norm};
        Fields fields_of_line{node, {"value", "kind", "name", "source", "is_well_on_line"}, fault};
        ReferenceLine line;
        line.value = fields_of_line.number("value", -1e6, 1e6);
        line.kind = kinds.at(fields_of_line.word("kind", {"cut_off", "screening", "norm"}));
        line.name = fields_of_line.text("name");
        line.source = fields_of_line.text("source", longest_source);
        line.is_well_on_line = fields_of_line.optional_boolean("is_well_on_line", false);
        check_inside(node, scale, line.value, line.name, fault);
        if (line.kind == LineKind::cut_off && scale.cut_off() != nullptr) {
            fault.report(node, DefinitionFault::second_cut_off, line.name);
        }
        scale.lines.push_back(std::move(line));
    }
}

void read_reliable_change(const Fields& fields, Scale& scale, FirstFault& fault)
{
    const auto* node = fields.find("reliable_change");
    if (node == nullptr) {
        return;
    }
    Fields rule{*node, {"threshold", "rule", "confidence", "is_derived", "basis", "source"}, fault};
    ReliableChangeRule change;
    change.threshold = rule.number("threshold", 0, 1e6);
    change.rule =
        rule.word("rule", {"more_than", "at_least"}) == 0 ? ThresholdRule::more_than : ThresholdRule::at_least;
    change.confidence = rule.text("confidence");
    change.is_derived = rule.optional_boolean("is_derived", false);
    change.basis = rule.text("basis", longest_source);
    change.source = rule.optional_text("source");
    if (change.threshold <= 0 || change.threshold > scale.highest - scale.lowest) {
        const auto* threshold = node->member("threshold");
        fault.report(threshold == nullptr ? *node : *threshold, DefinitionFault::outside_range, "threshold");
    }
    scale.reliable_change = std::move(change);
}

void read_measurement_error(const Fields& fields, Scale& scale, FirstFault& fault)
{
    const auto* node = fields.find("measurement_error");
    if (node == nullptr) {
        return;
    }
    Fields error{*node, {"sd", "reliability", "basis"}, fault};
    const double sd = error.number("sd", 1e-6, 1e6);
    // A reliability of 1 would mean scores without error: no band, and nothing to judge a trend by.
    const double reliability = error.number("reliability", 0, 0.9999);
    scale.standard_error = standard_error_of_measurement(sd, reliability);
    scale.standard_error_basis = error.text("basis", longest_source);
}

void read_items(Fields& fields, const MeasureDefinition& definition, Scale& scale, FirstFault& fault)
{
    scale.items = fields.optional_items("items");
    if (scale.items.empty()) {
        fields.report_missing("items");
        return;
    }
    scale.reversed = fields.optional_items("reversed");
    scale.never_missing = fields.optional_items("never_missing");
    check_items(fields.find("items"), definition.items, DefinitionFault::unknown_item, fault);
    check_items(fields.find("reversed"), scale.items, DefinitionFault::item_not_in_scale, fault);
    check_items(fields.find("never_missing"), scale.items, DefinitionFault::item_not_in_scale, fault);
    scale.max_missing = fields.optional_whole_number("max_missing", 0, 1000);
    if (scale.max_missing >= static_cast<int>(scale.items.size())) {
        fault.report(*fields.find("max_missing"), DefinitionFault::too_many_missing, scale.code);
    }
    const double count = scale.method == ScoringMethod::sum ? static_cast<double>(scale.items.size()) : 1;
    scale.lowest = count * definition.answer_lowest;
    scale.highest = count * definition.answer_highest;
}

void read_parts(Fields& fields, const LocatedJson& node, const MeasureDefinition& definition, Scale& scale,
                FirstFault& fault)
{
    scale.parts = fields.optional_codes("parts");
    if (scale.parts.empty()) {
        fields.report_missing("parts");
        return;
    }
    scale.reversed_parts = fields.optional_codes("reversed_parts");
    for (const auto& code : scale.parts) {
        const auto* part = definition.scale(code);
        if (part == nullptr || part->method == ScoringMethod::mean_of_scales) {
            fault.report(*fields.find("parts"), DefinitionFault::unknown_scale, code);
            return;
        }
        scale.lowest += part->lowest;
        scale.highest += part->highest;
    }
    scale.lowest /= static_cast<double>(scale.parts.size());
    scale.highest /= static_cast<double>(scale.parts.size());
    for (const auto& code : scale.reversed_parts) {
        if (std::ranges::find(scale.parts, code) == scale.parts.end()) {
            fault.report(*node.member("reversed_parts"), DefinitionFault::part_not_in_scale, code);
        }
    }
}

/// The keys that belong to another way of scoring than this scale's: allowed by name, but out of place here.
void refuse_keys(const Fields& fields, std::initializer_list<std::string_view> keys, FirstFault& fault)
{
    for (const auto key : keys) {
        if (const auto* found = fields.find(key)) {
            fault.report(*found, DefinitionFault::unknown_key, found->key);
        }
    }
}

void read_range(Fields& fields, const MeasureDefinition& definition, Scale& scale, FirstFault& fault)
{
    const auto range = fields.optional_range("range", NumberKind::decimal);
    if (definition.items.empty()) {
        if (!range) {
            fields.report_missing("range");
        }
        std::tie(scale.lowest, scale.highest) = range.value_or(std::pair{0.0, 1.0});
    } else if (range &&
               (std::abs(range->first - scale.lowest) > 1e-9 || std::abs(range->second - scale.highest) > 1e-9)) {
        fault.report(*fields.find("range"), DefinitionFault::range_does_not_fit_items, scale.code);
    }
}

} // namespace

void check_items(const LocatedJson* list, const std::vector<int>& allowed, DefinitionFault reason, FirstFault& fault)
{
    if (list == nullptr) {
        return;
    }
    for (const auto& element : list->children) {
        const bool is_allowed = std::ranges::any_of(allowed, [&](int item) { return item == element.number; });
        if (!is_allowed) {
            fault.report(element, reason, written(element));
        }
    }
}

Scale read_scale(const LocatedJson& node, const MeasureDefinition& definition, FirstFault& fault)
{
    Fields fields{node,
                  {"code", "name", "plain_name", "method", "items", "reversed", "parts", "reversed_parts", "range",
                   "better", "max_missing", "never_missing", "bands", "bands_basis", "lines", "reliable_change",
                   "measurement_error", "is_charted"},
                  fault};
    Scale scale;
    scale.code = fields.code("code");
    scale.name = fields.text("name");
    scale.plain_name = fields.optional_text("plain_name");
    if (definition.items.empty()) {
        refuse_keys(fields, {"method", "items", "reversed", "parts", "reversed_parts", "max_missing", "never_missing"},
                    fault);
    } else {
        constexpr std::array methods{ScoringMethod::sum, ScoringMethod::mean, ScoringMethod::mean_of_scales};
        scale.method = methods.at(fields.word("method", {"sum", "mean", "mean_of_scales"}));
        if (scale.method == ScoringMethod::mean_of_scales) {
            refuse_keys(fields, {"items", "reversed", "max_missing", "never_missing"}, fault);
            read_parts(fields, node, definition, scale, fault);
        } else {
            refuse_keys(fields, {"parts", "reversed_parts"}, fault);
            read_items(fields, definition, scale, fault);
        }
    }
    read_range(fields, definition, scale, fault);
    constexpr std::array directions{Better::higher, Better::lower, Better::neither};
    scale.better = directions.at(fields.word("better", {"higher", "lower", "neither"}));
    read_bands(fields, scale, fault);
    read_lines(fields, scale, fault);
    read_reliable_change(fields, scale, fault);
    read_measurement_error(fields, scale, fault);
    scale.is_charted = fields.optional_boolean("is_charted", true);
    return scale;
}

} // namespace model
