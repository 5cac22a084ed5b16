#pragma once

#include "model/located_json.h"
#include "model/measure_definition_json.h"

#include <initializer_list>
#include <optional>

namespace model {

/// Keeps the first fault found; later ones are often only its echo.
class FirstFault {
public:
    void report(const LocatedJson& at, DefinitionFault reason, std::string subject)
    {
        if (!error_) {
            error_ = DefinitionError{at.line, reason, std::move(subject)};
        }
    }

    const std::optional<DefinitionError>& error() const { return error_; }

private:
    std::optional<DefinitionError> error_{};
};

/// The text by which a person would recognise a value; empty for lists, objects and fractions.
std::string written(const LocatedJson& value);

/// Whether a whole number is due.
enum class NumberKind { whole, decimal };

/// The members of one object, read by key. What is missing or of the wrong type is reported and read as empty, so a
/// caller reads straight on and looks at the fault at the end.
class Fields {
public:
    /// Reports keys that are not `known` and keys that stand twice.
    Fields(const LocatedJson& object, std::initializer_list<std::string_view> known, FirstFault& fault);

    /// The member with this key, or null; not reported when missing.
    const LocatedJson* find(std::string_view key) const { return object_->member(key); }

    /// The list with this key, checked to be one with 1 to 1,000 elements; null when missing.
    const LocatedJson* list(std::string_view key);

    /// One line of text, 1 to `longest` bytes. Nothing as long as a questionnaire fits in.
    std::string text(std::string_view key, std::size_t longest = 80);
    std::string optional_text(std::string_view key, std::size_t longest = 80);

    /// Text that serves as a name in files: lower-case letters, digits, `-` and `_`, starting with a letter or digit.
    std::string code(std::string_view key);

    double number(std::string_view key, double lowest, double highest, NumberKind kind = NumberKind::decimal);
    int whole_number(std::string_view key, int lowest, int highest);
    int optional_whole_number(std::string_view key, int lowest, int highest);
    bool optional_boolean(std::string_view key, bool otherwise);

    /// Two numbers, the first below the second; empty when the key is missing.
    std::optional<std::pair<double, double>> optional_range(std::string_view key, NumberKind kind);

    /// Whole numbers, none twice; empty when the key is missing.
    std::vector<int> optional_items(std::string_view key);

    /// Texts as codes, empty when the key is missing.
    std::vector<std::string> optional_codes(std::string_view key);

    /// The place of the word with this key among `words`; 0 when missing or unknown, which is reported.
    std::size_t word(std::string_view key, std::initializer_list<std::string_view> words);

    /// Reports that a key is missing.
    void report_missing(std::string_view key);

private:
    const LocatedJson* of_kind(std::string_view key, LocatedJson::Kind kind);
    const LocatedJson* required(std::string_view key, LocatedJson::Kind kind);
    void check_text(const LocatedJson& member, std::size_t longest);

    const LocatedJson* object_;
    FirstFault* fault_;
};

} // namespace model
