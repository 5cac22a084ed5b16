#include "model/measure_definition_json.h"

#include "model/scale_definition.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

constexpr std::size_t longest_title = 160;
constexpr std::size_t longest_notice = 600;
constexpr int widest_answer = 1000;

MeasureArea read_area(Fields& fields)
{
    constexpr std::array areas{MeasureArea::self_compassion, MeasureArea::boundaries, MeasureArea::trust,
                               MeasureArea::trauma,          MeasureArea::mood,       MeasureArea::other};
    return areas.at(fields.word("area", {"self_compassion", "boundaries", "trust", "trauma", "mood", "other"}));
}

void read_form(Fields& fields, MeasureDefinition& definition, FirstFault& fault)
{
    definition.items = fields.optional_items("items");
    const auto answers = fields.optional_range("answers", NumberKind::whole);
    if (definition.items.empty()) {
        if (answers) {
            fields.report_missing("items");
        }
        return;
    }
    if (!answers) {
        fields.report_missing("answers");
        return;
    }
    if (answers->first < -widest_answer || answers->second > widest_answer) {
        fault.report(*fields.find("answers"), DefinitionFault::bad_number, "answers");
    }
    definition.answer_lowest = static_cast<int>(answers->first);
    definition.answer_highest = static_cast<int>(answers->second);
}

void read_scales(Fields& fields, MeasureDefinition& definition, FirstFault& fault)
{
    const auto* list = fields.list("scales");
    if (list == nullptr) {
        fields.report_missing("scales");
        return;
    }
    for (const auto& node : list->children) {
        auto scale = read_scale(node, definition, fault);
        if (definition.scale(scale.code) != nullptr) {
            fault.report(*node.member("code"), DefinitionFault::duplicate_scale, scale.code);
        }
        definition.scales.push_back(std::move(scale));
        if (fault.error()) {
            return;
        }
    }
    if (fields.find("lead_scale") != nullptr) {
        definition.lead_scale = fields.code("lead_scale");
        if (definition.lead() == nullptr) {
            fault.report(*fields.find("lead_scale"), DefinitionFault::unknown_scale, definition.lead_scale);
        }
    } else if (definition.items.empty()) {
        fields.report_missing("lead_scale");
    }
}

/// Reports an answer that nobody can give.
void check_answer(const LocatedJson& node, int answer, const MeasureDefinition& definition, FirstFault& fault)
{
    const auto* at_least = node.member("at_least");
    if (at_least != nullptr && (answer < definition.answer_lowest || answer > definition.answer_highest)) {
        fault.report(*at_least, DefinitionFault::outside_range, "at_least");
    }
}

void read_alerts(Fields& fields, MeasureDefinition& definition, FirstFault& fault)
{
    const auto* list = fields.list("alerts");
    if (list == nullptr) {
        return;
    }
    for (const auto& node : list->children) {
        Fields alert{node, {"item", "at_least", "ask_when_missing", "concern"}, fault};
        ItemAlert read;
        read.item = alert.whole_number("item", 1, 1'000'000);
        read.at_least = alert.whole_number("at_least", -widest_answer, widest_answer);
        read.ask_when_missing = alert.optional_boolean("ask_when_missing", false);
        read.concern = alert.code("concern");
        if (const auto* item = alert.find("item")) {
            if (std::ranges::find(definition.items, read.item) == definition.items.end()) {
                fault.report(*item, DefinitionFault::unknown_item, std::to_string(read.item));
            }
        }
        check_answer(node, read.at_least, definition, fault);
        definition.alerts.push_back(std::move(read));
    }
}

void read_criteria(Fields& fields, MeasureDefinition& definition, FirstFault& fault)
{
    const auto* list = fields.list("criteria");
    if (list == nullptr) {
        return;
    }
    for (const auto& node : list->children) {
        Fields criterion{node, {"name", "items", "at_least", "needed"}, fault};
        Criterion read;
        read.name = criterion.text("name");
        read.items = criterion.optional_items("items");
        if (read.items.empty()) {
            criterion.report_missing("items");
        }
        check_items(criterion.find("items"), definition.items, DefinitionFault::unknown_item, fault);
        read.at_least = criterion.whole_number("at_least", -widest_answer, widest_answer);
        check_answer(node, read.at_least, definition, fault);
        read.needed = criterion.whole_number("needed", 1, 1000);
        if (read.needed > static_cast<int>(read.items.size())) {
            fault.report(node, DefinitionFault::bad_number, "needed");
        }
        definition.criteria.push_back(std::move(read));
    }
}

MeasureDefinition read_measure(const LocatedJson& root, FirstFault& fault)
{
    Fields fields{root,
                  {"code", "name", "full_name", "version", "area", "items", "answers", "scales", "lead_scale", "alerts",
                   "criteria", "ask_again_after_days", "licence", "citation"},
                  fault};
    MeasureDefinition definition;
    definition.code = fields.code("code");
    definition.name = fields.text("name");
    definition.full_name = fields.optional_text("full_name", longest_title);
    definition.version = fields.optional_text("version", longest_title);
    definition.area = read_area(fields);
    read_form(fields, definition, fault);
    read_scales(fields, definition, fault);
    read_alerts(fields, definition, fault);
    read_criteria(fields, definition, fault);
    definition.ask_again_after_days = fields.optional_whole_number("ask_again_after_days", 0, 3660);
    definition.licence = fields.text("licence", longest_notice);
    definition.citation = fields.text("citation", longest_notice);
    return definition;
}

} // namespace

std::variant<MeasureDefinition, DefinitionError> read_definition(std::string_view json)
{
    const auto tree = read_located_json(json);
    if (const auto* fault = std::get_if<JsonFault>(&tree)) {
        return DefinitionError{fault->line,
                               fault->is_too_deep ? DefinitionFault::nested_too_deeply : DefinitionFault::not_json,
                               fault->near};
    }
    FirstFault fault;
    auto definition = read_measure(std::get<LocatedJson>(tree), fault);
    if (fault.error()) {
        return *fault.error();
    }
    return definition;
}

} // namespace model
