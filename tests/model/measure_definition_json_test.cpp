#include "model/measure_definition_json.h"
#include "tests/support/places.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <vector>

namespace model {

namespace {

/// A whole definition, a fact to a line, so that a test can spoil one and name its line.
constexpr std::string_view sound = R"json({
  "code": "example-4",
  "name": "Example-4",
  "area": "mood",
  "items": [1, 2,
    3, 4],
  "answers": [0, 3],
  "scales": [
    {
      "code": "total",
      "name": "Low mood",
      "method": "sum",
      "items": [1, 2, 3, 4],
      "reversed": [2],
      "better": "lower",
      "max_missing": 1,
      "never_missing": [4],
      "bands": [
        { "from": 0, "name": "little" },
        { "from": 6, "name": "much" }
      ],
      "bands_basis": "Author 2020",
      "lines": [
        { "value": 6, "kind": "cut_off", "name": "caseness", "source": "Author 2020" }
      ],
      "reliable_change": {
        "threshold": 3.5, "rule": "more_than", "confidence": "95 %",
        "basis": "Author 2020"
      }
    },
    { "code": "half", "name": "Half", "method": "mean", "items": [1, 2], "better": "neither" },
    { "code": "both", "name": "Both", "method": "mean_of_scales", "better": "higher",
      "parts": ["half", "total"] }
  ],
  "lead_scale": "total",
  "alerts": [
    { "item": 4, "at_least": 1, "concern": "self_harm" }
  ],
  "criteria": [
    { "name": "A", "items": [1, 2], "at_least": 2, "needed": 1 }
  ],
  "licence": "CC BY",
  "citation": "Author A (2020)"
}
)json";

/// The sound definition with one piece of text replaced.
std::string with(std::string_view old_text, std::string_view new_text)
{
    std::string json{sound};
    const auto place = json.find(old_text);
    EXPECT_NE(place, std::string::npos) << old_text;
    return json.replace(place, old_text.size(), new_text);
}

DefinitionError refused(std::string_view json)
{
    const auto result = read_definition(json);
    const auto* error = std::get_if<DefinitionError>(&result);
    return error == nullptr ? DefinitionError{.subject = "not refused"} : *error;
}

struct Spoiled {
    std::string_view old_text;
    std::string_view new_text;
    DefinitionError error;
};

void expect_refused(const std::vector<Spoiled>& cases)
{
    for (const auto& [old_text, new_text, error] : cases) {
        const auto found = refused(with(old_text, new_text));
        EXPECT_EQ(found.line, error.line) << new_text;
        EXPECT_EQ(found.reason, error.reason) << new_text << " gave " << static_cast<int>(found.reason);
        EXPECT_EQ(found.subject, error.subject) << new_text;
    }
}

} // namespace

TEST(Definition, IsReadWhole)
{
    const auto result = read_definition(sound);
    ASSERT_TRUE(std::holds_alternative<MeasureDefinition>(result)) << refused(sound).line << refused(sound).subject;
    const auto& definition = std::get<MeasureDefinition>(result);
    EXPECT_EQ(definition.code, "example-4");
    EXPECT_EQ(definition.items, (std::vector{1, 2, 3, 4}));
    EXPECT_EQ(definition.answer_highest, 3);
    EXPECT_EQ(definition.lead()->name, "Low mood");
    EXPECT_EQ(definition.lead()->highest, 12);
    EXPECT_EQ(definition.lead()->never_missing, std::vector{4});
    EXPECT_EQ(definition.lead()->bands.at(1), (Band{6, "much"}));
    EXPECT_EQ(definition.lead()->reliable_change->rule, ThresholdRule::more_than);
    EXPECT_EQ(definition.scale("half")->highest, 3);
    EXPECT_EQ(definition.scale("both")->highest, 7.5);
    EXPECT_EQ(definition.alerts.at(0).concern, "self_harm");
    EXPECT_EQ(definition.criteria.at(0).needed, 1);
    EXPECT_EQ(definition.ask_again_after_days, 0);
}

TEST(Definition, MayHaveTotalsOnly)
{
    const auto result = read_definition(R"({"code": "aaq-ii", "name": "AAQ-II", "area": "other",
        "scales": [{"code": "total", "name": "Inflexibility", "range": [7, 49], "better": "lower"}],
        "lead_scale": "total", "licence": "Owner's terms", "citation": "Bond 2011"})");
    ASSERT_TRUE(std::holds_alternative<MeasureDefinition>(result));
    const auto& definition = std::get<MeasureDefinition>(result);
    EXPECT_TRUE(definition.items.empty());
    EXPECT_EQ(definition.lead()->lowest, 7);
    EXPECT_EQ(definition.lead()->highest, 49);
}

TEST(Definition, KeepsTextInOtherScripts)
{
    const auto result = read_definition(with("\"Low mood\"", "\"気分の落ち込み – é\""));
    ASSERT_TRUE(std::holds_alternative<MeasureDefinition>(result));
    EXPECT_EQ(std::get<MeasureDefinition>(result).lead()->name, "気分の落ち込み – é");
}

TEST(Definition, HasNoPlaceForTheWordingOfItems)
{
    expect_refused({
        {"\"area\": \"mood\",",
         "\"area\": \"mood\", \"texts\": [\"...\"],",
         {4, DefinitionFault::unknown_key, "texts"}},
        {"      \"reversed\": [2],", "      \"wording\": \"...\",", {14, DefinitionFault::unknown_key, "wording"}},
        {"\"item\": 4,", "\"item\": 4, \"text\": \"...\",", {37, DefinitionFault::unknown_key, "text"}},
        {"[1, 2,\n    3, 4]", "[1, \"...\", 3]", {5, DefinitionFault::wrong_type, "items"}},
    });
    const std::string page(700, 'x');
    EXPECT_EQ(refused(with("CC BY", page)), (DefinitionError{42, DefinitionFault::too_long, "licence"}));
    EXPECT_EQ(refused(with("Low mood", page)), (DefinitionError{11, DefinitionFault::too_long, "name"}));
}

TEST(Definition, NamesTheLineOfWhatIsNotJson)
{
    EXPECT_EQ(refused(with("\"items\": [1, 2,", "\"items\": [1, 2")).line, 6);
    EXPECT_EQ(refused(with("\"code\": \"half\",", "\"code\": \"half\"")).line, 31);
    EXPECT_EQ(refused("").reason, DefinitionFault::not_json);
    EXPECT_EQ(refused("").line, 1);
    EXPECT_EQ(refused("\n\n  nonsense").line, 3);
    EXPECT_EQ(refused(with("Low mood", "Low \xff mood")),
              (DefinitionError{11, DefinitionFault::not_json, refused(with("Low mood", "Low \xff mood")).subject}));
    EXPECT_EQ(refused(std::string{sound} + "x").reason, DefinitionFault::not_json);
    EXPECT_EQ(refused(with("3.5", "1e999")).reason, DefinitionFault::not_json);
}

TEST(Definition, IsAnObject)
{
    EXPECT_EQ(refused("[]").reason, DefinitionFault::wrong_type);
    EXPECT_EQ(refused("null").reason, DefinitionFault::wrong_type);
    EXPECT_EQ(refused("12").reason, DefinitionFault::wrong_type);
    EXPECT_EQ(refused("{}"), (DefinitionError{1, DefinitionFault::missing_key, "code"}));
}

TEST(Definition, IsNotReadDeeperThanItGoes)
{
    EXPECT_EQ(refused(std::string(100'000, '[')).reason, DefinitionFault::nested_too_deeply);
    EXPECT_EQ(refused("\n{\"code\": [[[[[[[[1]]]]]]]]}").line, 2);
}

TEST(Definition, IsRefusedWithTheLineOfAMissingOrDoubledKey)
{
    expect_refused({
        {"  \"name\": \"Example-4\",\n", "", {1, DefinitionFault::missing_key, "name"}},
        {"      \"better\": \"lower\",\n", "", {9, DefinitionFault::missing_key, "better"}},
        {"  \"answers\": [0, 3],\n", "", {1, DefinitionFault::missing_key, "answers"}},
        {"      \"bands_basis\": \"Author 2020\",\n", "", {9, DefinitionFault::missing_key, "bands_basis"}},
        {", \"source\": \"Author 2020\"", "", {24, DefinitionFault::missing_key, "source"}},
        {",\n        \"basis\": \"Author 2020\"", "", {26, DefinitionFault::missing_key, "basis"}},
        {"\"citation\"", "\"licence\"", {43, DefinitionFault::duplicate_key, "licence"}},
    });
}

TEST(Definition, IsRefusedWithTheLineOfAWrongValue)
{
    expect_refused({
        {"\"mood\"", "\"weather\"", {4, DefinitionFault::unknown_word, "weather"}},
        {"\"example-4\"", "\"Example 4\"", {2, DefinitionFault::bad_code, "Example 4"}},
        {"\"Example-4\"", "4", {3, DefinitionFault::wrong_type, "name"}},
        {"\"Example-4\"", "\"  \"", {3, DefinitionFault::empty_value, "name"}},
        {"\"Example-4\"", "\"two\\nlines\"", {3, DefinitionFault::bad_text, "name"}},
        {"\"lower\"", "\"sideways\"", {15, DefinitionFault::unknown_word, "sideways"}},
        {"\"max_missing\": 1", "\"max_missing\": 0.5", {16, DefinitionFault::bad_number, "max_missing"}},
        {"\"max_missing\": 1", "\"max_missing\": -1", {16, DefinitionFault::bad_number, "max_missing"}},
        {"\"max_missing\": 1", "\"max_missing\": 4", {16, DefinitionFault::too_many_missing, "total"}},
        {"\"needed\": 1", "\"needed\": 3", {40, DefinitionFault::bad_number, "needed"}},
        {"\"at_least\": 1,", "\"at_least\": 4,", {37, DefinitionFault::outside_range, "at_least"}},
    });
}

TEST(Definition, IsRefusedWithTheLineOfAnItemThatDoesNotBelong)
{
    expect_refused({
        {"3, 4],\n  \"answers\"", "3, 2],\n  \"answers\"", {6, DefinitionFault::duplicate_item, "2"}},
        {"3, 4],\n  \"answers\"", "3, 0],\n  \"answers\"", {6, DefinitionFault::bad_number, "items"}},
        {"\"items\": [1, 2, 3, 4]", "\"items\": [1, 2, 3, 7]", {13, DefinitionFault::unknown_item, "7"}},
        {"\"items\": [1, 2, 3, 4]", "\"items\": [1,\n2,\n9]", {15, DefinitionFault::unknown_item, "9"}},
        {"\"items\": [1, 2, 3, 4]", "\"items\": [1, 1e300]", {13, DefinitionFault::wrong_type, "items"}},
        {"\"items\": [1, 2, 3, 4]",
         "\"items\": [1, 2, 4]\n, \"reversed\": [3]",
         {15, DefinitionFault::duplicate_key, "reversed"}},
        {"\"reversed\": [2]", "\"reversed\": [5]", {14, DefinitionFault::item_not_in_scale, "5"}},
        {"\"never_missing\": [4]", "\"never_missing\": [8]", {17, DefinitionFault::item_not_in_scale, "8"}},
        {"\"item\": 4", "\"item\": 40", {37, DefinitionFault::unknown_item, "40"}},
        {"\"name\": \"A\", \"items\": [1, 2]",
         "\"name\": \"A\", \"items\": [1, 6]",
         {40, DefinitionFault::unknown_item, "6"}},
    });
}

TEST(Definition, IsRefusedWithTheLineOfARangeThatCannotBe)
{
    expect_refused({
        {"[0, 3]", "[3, 0]", {7, DefinitionFault::range_upside_down, "answers"}},
        {"[0, 3]", "[0, 0]", {7, DefinitionFault::range_upside_down, "answers"}},
        {"[0, 3]", "[0, 3, 4]", {7, DefinitionFault::wrong_type, "answers"}},
        {"[0, 3]", "[0, 2000]", {7, DefinitionFault::bad_number, "answers"}},
        {"\"method\": \"sum\",",
         "\"method\": \"sum\", \"range\": [0, 27],",
         {12, DefinitionFault::range_does_not_fit_items, "total"}},
        {"\"from\": 6, \"name\": \"much\"",
         "\"from\": 0, \"name\": \"much\"",
         {20, DefinitionFault::band_out_of_order, "much"}},
        {"\"from\": 6, \"name\": \"much\"",
         "\"from\": 13, \"name\": \"much\"",
         {20, DefinitionFault::outside_range, "much"}},
        {"\"value\": 6", "\"value\": -1", {24, DefinitionFault::outside_range, "caseness"}},
        {"\"threshold\": 3.5", "\"threshold\": 13", {27, DefinitionFault::outside_range, "threshold"}},
        {"\"threshold\": 3.5", "\"threshold\": 0", {27, DefinitionFault::outside_range, "threshold"}},
        {"\"source\": \"Author 2020\" }",
         "\"source\": \"Author 2020\" },\n"
         "        { \"value\": 7, \"kind\": \"cut_off\", \"name\": \"other\", \"source\": \"B\" }",
         {25, DefinitionFault::second_cut_off, "other"}},
    });
}

TEST(Definition, IsRefusedWithTheLineOfAScaleThatDoesNotFit)
{
    expect_refused({
        {"\"code\": \"half\"", "\"code\": \"total\"", {31, DefinitionFault::duplicate_scale, "total"}},
        {"[\"half\", \"total\"]", "[\"half\", \"third\"]", {33, DefinitionFault::unknown_scale, "third"}},
        {"[\"half\", \"total\"]", "[\"both\"]", {33, DefinitionFault::unknown_scale, "both"}},
        {"[\"half\", \"total\"]",
         "[\"half\"], \"reversed_parts\": [\"total\"]",
         {33, DefinitionFault::part_not_in_scale, "total"}},
        {"\"lead_scale\": \"total\"", "\"lead_scale\": \"sum\"", {35, DefinitionFault::unknown_scale, "sum"}},
        {"\"parts\": [\"half\", \"total\"]", "\"items\": [1]", {33, DefinitionFault::unknown_key, "items"}},
    });
}

TEST(Definition, WithTotalsOnlyNeedsARangeAndALeadScale)
{
    const auto totals = [](std::string_view scale, std::string_view lead) {
        return refused(std::string{R"({"code": "t", "name": "T", "area": "other", "licence": "L", "citation": "C",)"} +
                       "\n\"scales\": [{\"code\": \"total\", \"name\": \"T\", \"better\": \"lower\"" +
                       std::string{scale} + "}]" + std::string{lead} + "}");
    };
    const std::string_view lead = ", \"lead_scale\": \"total\"";
    EXPECT_EQ(totals("", lead), (DefinitionError{2, DefinitionFault::missing_key, "range"}));
    EXPECT_EQ(totals(", \"range\": [49, 7]", lead), (DefinitionError{2, DefinitionFault::range_upside_down, "range"}));
    EXPECT_EQ(totals(", \"range\": [7, 49]", ""), (DefinitionError{1, DefinitionFault::missing_key, "lead_scale"}));
    EXPECT_EQ(totals(", \"items\": [1]", lead), (DefinitionError{2, DefinitionFault::unknown_key, "items"}));
}

TEST(Definition, SurvivesBeingCutOffAnywhere)
{
    for (std::size_t length = 0; length + 2 < sound.size(); ++length) {
        EXPECT_EQ(refused(sound.substr(0, length)).reason, DefinitionFault::not_json) << length;
    }
}

TEST(Definition, NumbersLinesTheSameWithWindowsLineEnds)
{
    auto json = with("\"reversed\": [2]", "\"reversed\": [5]");
    for (auto place = json.find('\n'); place != std::string::npos; place = json.find('\n', place + 2)) {
        json.insert(place, "\r");
    }
    EXPECT_EQ(refused(json).line, 14);
}

TEST(Definition, OfTheDocumentationIsAccepted)
{
    std::ifstream file{tests::source_dir() + "/model/library/measures/README.md"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    int examples = 0;
    for (auto place = text.find("```json\n"); place != std::string::npos; place = text.find("```json\n", place)) {
        place += 8;
        const auto end = text.find("```", place);
        EXPECT_EQ(refused(text.substr(place, end - place)).subject, "not refused");
        ++examples;
    }
    EXPECT_EQ(examples, 2);
}

} // namespace model
