#include "model/definition_fields.h"

#include "model/text.h"

#include <algorithm>
#include <cmath>

namespace model {

namespace {

constexpr std::size_t longest_list = 1000;
constexpr std::size_t longest_code = 40;

bool is_code(std::string_view text)
{
    const auto is_plain = [](char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9'); };
    return !text.empty() && text.size() <= longest_code && is_plain(text.front()) &&
           std::ranges::all_of(text, [&](char sign) { return is_plain(sign) || sign == '-' || sign == '_'; });
}

bool is_whole(double number)
{
    return number == std::floor(number) && std::abs(number) < 1e6;
}

bool fits(const LocatedJson& value, NumberKind kind)
{
    return value.kind == LocatedJson::Kind::number && (kind == NumberKind::decimal || is_whole(value.number));
}

} // namespace

std::string written(const LocatedJson& value)
{
    if (value.kind == LocatedJson::Kind::number && is_whole(value.number)) {
        return std::to_string(static_cast<long>(value.number));
    }
    return value.text;
}

Fields::Fields(const LocatedJson& object, std::initializer_list<std::string_view> known, FirstFault& fault)
    : object_{&object}, fault_{&fault}
{
    if (object.kind != LocatedJson::Kind::object) {
        fault.report(object, DefinitionFault::wrong_type, object.key);
        return;
    }
    for (const auto& member : object.children) {
        if (std::ranges::find(known, member.key) == known.end()) {
            fault.report(member, DefinitionFault::unknown_key, std::string{first_characters(member.key, longest_code)});
            return;
        }
        if (object.member(member.key) != &member) {
            fault.report(member, DefinitionFault::duplicate_key, member.key);
            return;
        }
    }
}

const LocatedJson* Fields::of_kind(std::string_view key, LocatedJson::Kind kind)
{
    const auto* found = find(key);
    if (found != nullptr && found->kind != kind) {
        fault_->report(*found, DefinitionFault::wrong_type, found->key);
        return nullptr;
    }
    return found;
}

const LocatedJson* Fields::required(std::string_view key, LocatedJson::Kind kind)
{
    if (find(key) == nullptr) {
        report_missing(key);
    }
    return of_kind(key, kind);
}

void Fields::report_missing(std::string_view key)
{
    fault_->report(*object_, DefinitionFault::missing_key, std::string{key});
}

const LocatedJson* Fields::list(std::string_view key)
{
    const auto* found = of_kind(key, LocatedJson::Kind::list);
    if (found != nullptr && found->children.empty()) {
        fault_->report(*found, DefinitionFault::empty_value, found->key);
    }
    if (found != nullptr && found->children.size() > longest_list) {
        fault_->report(*found, DefinitionFault::too_long, found->key);
        return nullptr;
    }
    return found;
}

void Fields::check_text(const LocatedJson& member, std::size_t longest)
{
    if (std::ranges::all_of(member.text, [](char sign) { return sign == ' '; })) {
        fault_->report(member, DefinitionFault::empty_value, member.key);
    }
    if (member.text.size() > longest) {
        fault_->report(member, DefinitionFault::too_long, member.key);
    }
    if (std::ranges::any_of(member.text, [](char sign) { return (sign >= 0 && sign < ' ') || sign == '\x7f'; })) {
        fault_->report(member, DefinitionFault::bad_text, member.key);
    }
}

std::string Fields::text(std::string_view key, std::size_t longest)
{
    required(key, LocatedJson::Kind::text);
    return optional_text(key, longest);
}

std::string Fields::optional_text(std::string_view key, std::size_t longest)
{
    const auto* found = of_kind(key, LocatedJson::Kind::text);
    if (found == nullptr) {
        return {};
    }
    check_text(*found, longest);
    return found->text;
}

std::string Fields::code(std::string_view key)
{
    const auto* found = required(key, LocatedJson::Kind::text);
    if (found == nullptr) {
        return {};
    }
    if (!is_code(found->text)) {
        fault_->report(*found, DefinitionFault::bad_code, found->text.substr(0, longest_code));
    }
    return found->text;
}

double Fields::number(std::string_view key, double lowest, double highest, NumberKind kind)
{
    const auto* found = required(key, LocatedJson::Kind::number);
    if (found == nullptr) {
        return lowest;
    }
    if (!fits(*found, kind) || found->number < lowest || found->number > highest) {
        fault_->report(*found, DefinitionFault::bad_number, found->key);
        return lowest;
    }
    return found->number;
}

int Fields::whole_number(std::string_view key, int lowest, int highest)
{
    return static_cast<int>(number(key, lowest, highest, NumberKind::whole));
}

int Fields::optional_whole_number(std::string_view key, int lowest, int highest)
{
    return find(key) == nullptr ? lowest : whole_number(key, lowest, highest);
}

bool Fields::optional_boolean(std::string_view key, bool otherwise)
{
    const auto* found = of_kind(key, LocatedJson::Kind::boolean);
    return found == nullptr ? otherwise : found->boolean;
}

std::optional<std::pair<double, double>> Fields::optional_range(std::string_view key, NumberKind kind)
{
    const auto* found = of_kind(key, LocatedJson::Kind::list);
    if (found == nullptr) {
        return std::nullopt;
    }
    const auto& ends = found->children;
    if (ends.size() != 2 || !fits(ends[0], kind) || !fits(ends[1], kind)) {
        fault_->report(*found, DefinitionFault::wrong_type, found->key);
        return std::nullopt;
    }
    if (std::abs(ends[0].number) > 1e5 || std::abs(ends[1].number) > 1e5) {
        fault_->report(*found, DefinitionFault::bad_number, found->key);
        return std::nullopt;
    }
    if (ends[0].number >= ends[1].number) {
        fault_->report(*found, DefinitionFault::range_upside_down, found->key);
    }
    return std::pair{ends[0].number, ends[1].number};
}

std::vector<int> Fields::optional_items(std::string_view key)
{
    const auto* found = list(key);
    if (found == nullptr) {
        return {};
    }
    std::vector<int> items;
    for (const auto& element : found->children) {
        if (!fits(element, NumberKind::whole)) {
            fault_->report(element, DefinitionFault::wrong_type, found->key);
            return items;
        }
        const int item = static_cast<int>(element.number);
        if (std::ranges::find(items, item) != items.end()) {
            fault_->report(element, DefinitionFault::duplicate_item, written(element));
        }
        if (item < 1) {
            fault_->report(element, DefinitionFault::bad_number, found->key);
        }
        items.push_back(item);
    }
    return items;
}

std::vector<std::string> Fields::optional_codes(std::string_view key)
{
    const auto* found = list(key);
    if (found == nullptr) {
        return {};
    }
    std::vector<std::string> codes;
    for (const auto& element : found->children) {
        if (element.kind != LocatedJson::Kind::text) {
            fault_->report(element, DefinitionFault::wrong_type, found->key);
            return codes;
        }
        if (std::ranges::find(codes, element.text) != codes.end()) {
            fault_->report(element, DefinitionFault::duplicate_scale, element.text);
        }
        codes.push_back(element.text);
    }
    return codes;
}

std::size_t Fields::word(std::string_view key, std::initializer_list<std::string_view> words)
{
    const auto* found = required(key, LocatedJson::Kind::text);
    if (found == nullptr) {
        return 0;
    }
    const auto place = std::ranges::find(words, found->text);
    if (place == words.end()) {
        fault_->report(*found, DefinitionFault::unknown_word, found->text.substr(0, longest_code));
        return 0;
    }
    return static_cast<std::size_t>(place - words.begin());
}

} // namespace model
