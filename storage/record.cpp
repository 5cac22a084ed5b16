#include "storage/record.h"

namespace storage {

Statement::Statement(Record& record, std::string_view sql) : record_{record}, sql_{sql}
{
    const auto found = record.at_rest_.find(sql);
    if (found != record.at_rest_.end() && !found->second.empty()) {
        prepared_ = std::move(found->second.back());
        found->second.pop_back();
    } else {
        prepared_ = std::make_unique<SQLite::Statement>(record.file(), std::string{sql});
    }
}

Statement::~Statement()
{
    try {
        // A statement that failed would say so once more; it was told already.
        prepared_->tryReset();
        prepared_->clearBindings();
        const auto found = record_.at_rest_.find(sql_);
        if (found != record_.at_rest_.end()) {
            found->second.push_back(std::move(prepared_));
        } else {
            record_.at_rest_[std::string{sql_}].push_back(std::move(prepared_));
        }
    } catch (...) {
        // Then it is prepared anew the next time.
        prepared_.reset();
    }
}

StorageError missing(Record& record, const std::string& table, std::int64_t id)
{
    const bool is_damaged = record.seals().unsound().contains({.table = table, .id = id});
    return StorageError{is_damaged ? StorageErrorKind::damaged : StorageErrorKind::not_found,
                        table + " " + std::to_string(id)};
}

model::Date day_of_damaged(const Statement& row, const char* column)
{
    return row.read_if_readable<model::Date>(column).value_or(model::Date{date::sys_days{}});
}

int Statement::run()
{
    return prepared_->exec();
}

std::int64_t Statement::insert()
{
    prepared_->exec();
    return record_.file().getLastInsertRowid();
}

} // namespace storage
