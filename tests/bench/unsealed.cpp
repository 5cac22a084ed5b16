#include "tests/bench/unsealed.h"

#include "storage/drafts.h"
#include "storage/episodes.h"
#include "storage/migrations.h"
#include "storage/notes.h"
#include "storage/notices.h"
#include "storage/practice.h"
#include "storage/vault/encrypted_file.h"

#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace bench {

namespace {

using storage::vault::Purpose;

/// The tables of the product without what vouches for their rows.
std::string schema_without_seals()
{
    std::string schema;
    for (const auto& migration : storage::migration_files()) {
        std::istringstream lines{std::string{migration.text}};
        for (std::string line; std::getline(lines, line);) {
            if (!line.starts_with("    act INTEGER ") && !line.starts_with("    seal BLOB ")) {
                schema += line + "\n";
            }
        }
    }
    return schema;
}

std::vector<std::string> names_of(SQLite::Database& file, const std::string& type)
{
    std::vector<std::string> names;
    SQLite::Statement query{file, "SELECT name FROM sqlite_master WHERE type = :type AND name NOT LIKE 'sqlite_%'"};
    query.bind(":type", type);
    while (query.executeStep()) {
        names.push_back(query.getColumn(0).getString());
    }
    return names;
}

SQLite::Database empty_file(const std::filesystem::path& path, const storage::vault::SecretKey& key)
{
    auto file = storage::vault::open_encrypted(path, key, storage::record_file_kind, storage::vault::OpenMode::create);
    file.exec(schema_without_seals());
    for (const std::string& trigger : names_of(file, "trigger")) {
        file.exec("DROP TRIGGER " + trigger);
    }
    file.exec("DROP TABLE act_log");
    return file;
}

} // namespace

UnsealedCasebook::UnsealedCasebook(const tests::QuickCasebook& sealed, const std::filesystem::path& file)
    : file_{empty_file(file, subkey(sealed.vault().keys.vault, Purpose::record_database))},
      record_{file_, subkey(sealed.vault().keys.vault, Purpose::row_macs)}
{
    if (!record_.seals().tables().empty()) {
        throw std::runtime_error{"the peer is sealed"};
    }
    auto files = sealed.open_bare();
    copy_rows(files.record);
    stand_in_for_seals();
}

void UnsealedCasebook::copy_rows(SQLite::Database& sealed)
{
    file_.exec("PRAGMA foreign_keys = OFF");
    file_.exec("BEGIN");
    for (const std::string& table : names_of(file_, "table")) {
        std::string columns;
        std::string places;
        for (SQLite::Statement info{file_, "PRAGMA table_info(" + table + ")"}; info.executeStep();) {
            columns += (columns.empty() ? "" : ", ") + info.getColumn("name").getString();
            places += places.empty() ? "?" : ", ?";
        }
        SQLite::Statement from{sealed, "SELECT " + columns + " FROM " + table};
        SQLite::Statement into{file_, "INSERT INTO " + table + " (" + columns + ") VALUES (" + places + ")"};
        while (from.executeStep()) {
            for (int column = 0; column < from.getColumnCount(); ++column) {
                const auto value = from.getColumn(column);
                if (value.isInteger()) {
                    into.bind(column + 1, value.getInt64());
                } else if (value.isFloat()) {
                    into.bind(column + 1, value.getDouble());
                } else if (!value.isNull()) {
                    into.bind(column + 1, value.getString());
                }
            }
            into.exec();
            into.reset();
            into.clearBindings();
        }
    }
    file_.exec("COMMIT");
    file_.exec("PRAGMA foreign_keys = ON");
}

void UnsealedCasebook::stand_in_for_seals()
{
    for (const std::string& table : names_of(file_, "table")) {
        file_.exec("CREATE TEMP VIEW sound_" + table + " AS SELECT * FROM main." + table);
        file_.exec("CREATE TEMP VIEW sealed_" + table + " AS SELECT *, 1 AS is_sound FROM main." + table);
    }
}

void UnsealedCasebook::commit(const std::function<void()>& act)
{
    file_.exec("BEGIN IMMEDIATE");
    act();
    file_.exec("COMMIT");
}

model::DraftId UnsealedCasebook::start_draft(model::ClientId client, const model::NoteContent& content,
                                             model::Moment now)
{
    model::Draft draft{.client = client, .content = content, .saved_at = now};
    commit([&] {
        draft.id = add_draft(record_, draft);
        align_risk_notice(record_, draft);
    });
    return draft.id;
}

void UnsealedCasebook::save_draft(model::DraftId id, const model::NoteContent& content, model::Moment now)
{
    commit([&] {
        const auto client = client_of_draft(record_, id);
        const model::Draft draft{.id = id, .client = client, .content = content, .saved_at = now};
        storage::save_draft(record_, draft);
        align_risk_notice(record_, draft);
    });
}

model::NoteId UnsealedCasebook::sign_draft(model::DraftId id, model::Moment now)
{
    model::NoteId note{};
    commit([&] {
        const auto draft = storage::draft(record_, id).value();
        const auto writer = storage::therapist(record_, 1);
        if (!problems_before_signing(draft.content, episodes_of(record_, draft.client), writer.may_sign(), now)
                 .empty()) {
            throw std::runtime_error{"cannot be signed"};
        }
        note = add_note(
            record_, draft.client, draft.content,
            {.name = writer.name, .credentials = writer.credentials, .licence_number = writer.licence_number}, now);
        follow_to_note(record_, id, note);
        remove_draft(record_, id);
    });
    return note;
}

} // namespace bench
