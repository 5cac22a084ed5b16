#pragma once

#include "storage/record.h"
#include "tests/support/quick_casebook.h"

#include <filesystem>
#include <functional>

namespace bench {

/// What keeping a casebook would cost without anything that vouches for it: the same rows in a file of the same cipher
/// and settings, written by the same statements, but with no seals, no log of acts and no triggers.
class UnsealedCasebook {
public:
    /// Copies what `sealed` holds into `file`, which must not be there. That casebook must be closed.
    UnsealedCasebook(const tests::QuickCasebook& sealed, const std::filesystem::path& file);

    /// As in `storage::Casebook`, each in a transaction of its own.
    model::DraftId start_draft(model::ClientId client, const model::NoteContent& content, model::Moment now);
    void save_draft(model::DraftId id, const model::NoteContent& content, model::Moment now);
    model::NoteId sign_draft(model::DraftId id, model::Moment now);

private:
    void copy_rows(SQLite::Database& sealed);
    void stand_in_for_seals();
    void commit(const std::function<void()>& act);

    SQLite::Database file_;
    storage::Record record_;
};

} // namespace bench
