#include "storage/columns.h"

#include "storage/storage_error.h"

#include <charconv>
#include <limits>

namespace storage {

void bind_column(SQLite::Statement& statement, const char* parameter, std::int64_t value)
{
    statement.bind(parameter, value);
}

void bind_column(SQLite::Statement& statement, const char* parameter, double value)
{
    statement.bind(parameter, value);
}

void bind_column(SQLite::Statement& statement, const char* parameter, const std::string& value)
{
    statement.bind(parameter, value);
}

void bind_column(SQLite::Statement& statement, const char* parameter, const std::vector<std::uint8_t>& value)
{
    // Nothing at a null address would be NULL.
    static constexpr std::uint8_t nothing = 0;
    statement.bind(parameter, value.empty() ? &nothing : value.data(), static_cast<int>(value.size()));
}

void bind_column(SQLite::Statement& statement, const char* parameter, model::Date value)
{
    statement.bind(parameter, model::iso_date(value));
}

void bind_column(SQLite::Statement& statement, const char* parameter, model::Moment value)
{
    statement.bind(parameter, std::int64_t{value.time_since_epoch().count()});
}

void read_column(const SQLite::Column& column, std::int64_t& value)
{
    if (!column.isInteger()) {
        refuse_column(column);
    }
    value = column.getInt64();
}

void read_column(const SQLite::Column& column, int& value)
{
    std::int64_t wide = 0;
    read_column(column, wide);
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max()) {
        refuse_column(column);
    }
    value = static_cast<int>(wide);
}

void read_column(const SQLite::Column& column, bool& value)
{
    std::int64_t wide = 0;
    read_column(column, wide);
    value = wide != 0;
}

void read_column(const SQLite::Column& column, double& value)
{
    if (!column.isFloat() && !column.isInteger()) {
        refuse_column(column);
    }
    value = column.getDouble();
}

void read_column(const SQLite::Column& column, std::string& value)
{
    if (!column.isText()) {
        refuse_column(column);
    }
    value = column.getString();
}

void read_column(const SQLite::Column& column, std::vector<std::uint8_t>& value)
{
    if (!column.isBlob()) {
        refuse_column(column);
    }
    const auto* from = static_cast<const std::uint8_t*>(column.getBlob());
    value.assign(from, from + column.getBytes());
}

void read_column(const SQLite::Column& column, model::Date& value)
{
    const auto date = model::parse_date(column.getText());
    if (!date) {
        refuse_column(column);
    }
    value = *date;
}

void read_column(const SQLite::Column& column, model::Moment& value)
{
    std::int64_t seconds = 0;
    read_column(column, seconds);
    value = model::Moment{std::chrono::seconds{seconds}};
}

void refuse_column(const SQLite::Column& column)
{
    throw StorageError{StorageErrorKind::damaged, std::string{"unreadable column "} + column.getName()};
}

std::string joined(const std::vector<std::optional<int>>& numbers)
{
    std::string text;
    for (std::size_t index = 0; index < numbers.size(); ++index) {
        if (index > 0) {
            text += ';';
        }
        if (numbers[index]) {
            text += std::to_string(*numbers[index]);
        }
    }
    return text;
}

std::optional<std::vector<std::optional<int>>> split(std::string_view text)
{
    std::vector<std::optional<int>> numbers;
    while (true) {
        const std::string_view part = text.substr(0, text.find(';'));
        auto& number = numbers.emplace_back();
        if (!part.empty()) {
            const char* end = part.data() + part.size();
            const auto [stopped, error] = std::from_chars(part.data(), end, number.emplace());
            if (error != std::errc{} || stopped != end) {
                return std::nullopt;
            }
        }
        if (part.size() == text.size()) {
            return numbers;
        }
        text.remove_prefix(part.size() + 1);
    }
}

} // namespace storage
