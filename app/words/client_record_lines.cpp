// What is said once a client was merged, removed or erased, and on the command line.

#include "app/words/client_record_words.h"
#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "app/words/numbers.h"

namespace app::client_record_words {

namespace {

/// Of what is gone, in one line.
std::string where_it_is(const CopiesLeft& copies)
{
    const std::string also = copies.put_aside.empty() ? "" : " and what was put aside at a restore";
    return copies.backups_until ? "Backups have it until " + short_date(*copies.backups_until) +
                                      " if one is made every month, copies elsewhere" + also + " until you delete them."
                                : "Copies of backups elsewhere" + also + " have it until you delete them.";
}

} // namespace

std::string merged_news(const std::string& gone, const std::string& kept)
{
    return isolated(gone) + " was merged into " + isolated(kept) + ". The code " + isolated(gone) + " leads to " +
           isolated(kept) + ".";
}

std::string removed_news(const std::string& code, const CopiesLeft& copies)
{
    return isolated(code) + " was removed. " + where_it_is(copies);
}

std::string erased_news(const std::string& code, const CopiesLeft& copies)
{
    return isolated(code) + " was erased. " + where_it_is(copies);
}

std::string reason_missing()
{
    return "Please give a reason: it is kept. Nothing was changed.";
}

std::string is_one_client_already(const std::string& from, const std::string& into)
{
    return isolated(from) + " and " + isolated(into) + " are one client already. Nothing was changed.";
}

std::string is_merged_already(const std::string& code, const std::string& into)
{
    return isolated(code) + " was merged into " + isolated(into) +
           " and is no client of its own. Nothing was changed; name " + isolated(into) + " if that is meant.";
}

std::string has_signed_notes(const model::RecordCounts& counts, const std::string& code)
{
    return isolated(code) + " has " + counted(counts.notes, "signed note", "signed notes") +
           ", so it cannot be removed. Nothing was changed. For a client added twice there is merge-clients; for a "
           "record that must go, erase-client.";
}

std::string removing_needs_code(const model::RecordCounts& counts, const std::string& code)
{
    const std::string all = counted_record(counts);
    return "Removing " + isolated(code) + " takes out its details" + (all.empty() ? "" : ", " + all) +
           " for good. Nothing was changed. To remove it, add --yes-remove " + code + ".";
}

std::string merging_needs_code(const std::vector<std::string>& sentences, const std::string& code,
                               const std::string& given)
{
    std::string words = given.empty() ? "" : isolated(given) + " is not the code of the client who would go.\n";
    for (const std::string& sentence : sentences) {
        words += sentence + "\n";
    }
    return words + "They cannot be parted again. Nothing was changed yet. To merge them, add --yes-merge " + code + ".";
}

std::string erasing_needs_code(const model::RecordCounts& counts, const std::string& code)
{
    const std::string all = counted_record(counts);
    return "Erasing " + isolated(code) + " takes out its details" + (all.empty() ? "" : ", " + all) +
           (counts.misfiled == 0
                ? ""
                : ", and " + counted(counts.misfiled, "note", "notes") + " signed in another client's record,") +
           " for good. Nothing was changed. To erase it, add --yes-erase " + code + ".";
}

std::vector<std::string> erasure_columns()
{
    return {"client", "merged into it", "erased on", "ground", "reason", "by", "notes", "forms"};
}

std::string no_erasures()
{
    return "No client was removed or erased.";
}

} // namespace app::client_record_words
