#include "model/located_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace model {

namespace {

constexpr std::size_t deepest = 8;

/// Walks over the text and counts lines. The reader takes one sign too many after a number, so the line that counts
/// is that of the last sign which is not white space.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    struct Lines {
        int current = 1;
        int of_last_sign = 1;
    };

    CountingIterator(const char* place, Lines& lines) : place_{place}, lines_{&lines} {}

    reference operator*() const { return *place_; }

    CountingIterator& operator++()
    {
        const char sign = *place_++;
        if (sign == '\n') {
            ++lines_->current;
        } else if (sign != ' ' && sign != '\t' && sign != '\r') {
            lines_->of_last_sign = lines_->current;
        }
        return *this;
    }

    bool operator==(const CountingIterator& other) const { return place_ == other.place_; }

private:
    const char* place_;
    Lines* lines_;
};

/// Builds the tree from the reader's calls. The names of these functions are those nlohmann_json asks for.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit TreeBuilder(const CountingIterator::Lines& lines) : lines_{&lines} {}

    bool null() override { return add({}) != nullptr; }
    bool boolean(bool value) override { return add({.kind = LocatedJson::Kind::boolean, .boolean = value}) != nullptr; }
    bool number_integer(number_integer_t value) override { return add_number(static_cast<double>(value)); }
    bool number_unsigned(number_unsigned_t value) override { return add_number(static_cast<double>(value)); }
    bool number_float(number_float_t value, const string_t& /*written*/) override { return add_number(value); }
    bool string(string_t& value) override { return add({.kind = LocatedJson::Kind::text, .text = value}) != nullptr; }
    bool binary(binary_t& /*value*/) override { return false; }
    bool start_object(std::size_t /*elements*/) override { return open(LocatedJson::Kind::object); }
    bool start_array(std::size_t /*elements*/) override { return open(LocatedJson::Kind::list); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& value) override
    {
        key_ = value;
        key_line_ = lines_->of_last_sign;
        return true;
    }

    bool parse_error(std::size_t /*position*/, const std::string& last_token,
                     const nlohmann::detail::exception& /*error*/) override
    {
        fault_.line = lines_->of_last_sign;
        fault_.near = last_token;
        return false;
    }

    LocatedJson take_root() { return std::move(root_); }
    const JsonFault& fault() const { return fault_; }

private:
    bool add_number(double value) { return add({.kind = LocatedJson::Kind::number, .number = value}) != nullptr; }

    LocatedJson* add(LocatedJson value)
    {
        value.line = lines_->of_last_sign;
        if (open_.empty()) {
            root_ = std::move(value);
            return &root_;
        }
        if (open_.back()->kind == LocatedJson::Kind::object) {
            value.key = std::move(key_);
            value.line = key_line_;
        }
        return &open_.back()->children.emplace_back(std::move(value));
    }

    bool open(LocatedJson::Kind kind)
    {
        if (open_.size() == deepest) {
            fault_ = {.line = lines_->of_last_sign, .is_too_deep = true};
            return false;
        }
        open_.push_back(add({.kind = kind}));
        return true;
    }

    bool close()
    {
        open_.pop_back();
        return true;
    }

    const CountingIterator::Lines* lines_;
    LocatedJson root_{};
    std::vector<LocatedJson*> open_{}; ///< From the root to the value being filled. No sibling is added meanwhile.
    std::string key_{};
    int key_line_ = 1;
    JsonFault fault_{};
};

} // namespace

const LocatedJson* LocatedJson::member(std::string_view name) const
{
    const auto found = std::ranges::find(children, name, &LocatedJson::key);
    return kind != Kind::object || found == children.end() ? nullptr : &*found;
}

std::variant<LocatedJson, JsonFault> read_located_json(std::string_view json)
{
    CountingIterator::Lines lines;
    TreeBuilder builder{lines};
    const CountingIterator begin{json.data(), lines};
    const CountingIterator end{json.data() + json.size(), lines};
    if (!nlohmann::json::sax_parse(begin, end, &builder)) {
        return builder.fault();
    }
    return builder.take_root();
}

} // namespace model
