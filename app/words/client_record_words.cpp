#include "app/words/client_record_words.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "app/words/joined.h"
#include "app/words/numbers.h"

#include <algorithm>

namespace app::client_record_words {

namespace {

/// What was counted, or `otherwise` where there is nothing.
std::string counted_or(const model::RecordCounts& counts, const std::string& otherwise)
{
    const std::string words = counted_record(counts);
    return words.empty() ? otherwise : words;
}

std::string cannot_be_undone()
{
    return "This cannot be undone.";
}

} // namespace

std::string caption()
{
    return "Record";
}

std::string merge_button()
{
    return "Merge with another client…";
}

std::string remove_button()
{
    return "Remove client…";
}

std::string erase_button()
{
    return "Erase record…";
}

std::string merged_line(const std::string& code, model::Date on, const std::string& by, const std::string& reason)
{
    return "Merged with " + isolated(code) + " on " + short_date(on) + (by.empty() ? "" : " by " + isolated(by)) +
           ": " + isolated(reason);
}

std::string counted_record(const model::RecordCounts& counts)
{
    std::vector<std::string> parts;
    const auto add = [&](int count, const std::string& one, const std::string& many) {
        if (count > 0) {
            parts.push_back(counted(count, one, many));
        }
    };
    add(counts.notes, "signed note", "signed notes");
    add(counts.drafts, "draft", "drafts");
    add(counts.forms, "administration of a measure", "administrations of measures");
    add(counts.goals, "goal", "goals");
    add(counts.episodes, "episode of care", "episodes of care");
    return joined(parts);
}

std::string merge_heading()
{
    return "Merge with another client";
}

std::string merge_explanation()
{
    return "For one person who was added twice. Both records become one and cannot be parted again. Where both have "
           "details, or a level of care, those of the client whose code stays hold; the other's are kept as earlier "
           "versions and corrections.";
}

std::string find_other_label()
{
    return "Find the other client";
}

std::string other_label()
{
    return "The other client";
}

std::string nobody_found()
{
    return "No other client matches.";
}

std::string client_choice(const std::string& code, const std::string& name)
{
    return name.empty() || name == code ? code : isolated(code) + " · " + isolated(name);
}

std::string code_to_keep_label()
{
    return "Code that stays";
}

std::string reason_label()
{
    return "Reason";
}

std::string merge_now_button()
{
    return "Merge clients";
}

std::string merged(const model::RecordCounts& moved, const std::string& gone, const std::string& kept)
{
    return isolated(gone) + " was merged into " + isolated(kept) + ", which now has " +
           counted_or(moved, "its details") + " of " + isolated(gone) + " as well. The code " + isolated(gone) +
           " leads to " + isolated(kept) + ".";
}

std::string remove_heading(const std::string& code)
{
    return "Remove " + isolated(code) + "?";
}

std::string remove_explanation(const model::RecordCounts& counts, const std::string& code)
{
    const std::string more = counted_record(counts);
    return "For a client added by mistake, without a signed note. The details of " + isolated(code) + " go" +
           (more.empty() ? "" : ", with " + more) + ". " + cannot_be_undone() +
           " What stays is that it was removed: the code, when and by whom.";
}

std::string remove_now_button()
{
    return "Remove client";
}

std::string removed(const model::RecordCounts& counts, const std::string& code)
{
    const std::string more = counted_record(counts);
    return isolated(code) + " was removed" + (more.empty() ? "" : ", with " + more) +
           ". The other clients are as they were.";
}

std::string erase_heading(const std::string& code)
{
    return "Erase the record of " + isolated(code);
}

std::string erase_explanation(const model::RecordCounts& counts, const std::string& code)
{
    const std::string misfiled =
        counts.misfiled == 0 ? ""
                             : "So does what was signed in another client's record and marked in error there as " +
                                   isolated(code) + "'s: " + counted(counts.misfiled, "note", "notes") + ". ";
    return "Everything of " + isolated(code) + " goes: details, " + counted_or(counts, "notes and measures") + ". " +
           misfiled + cannot_be_undone() + " What stays is that it was erased: the code, when, by whom and why.";
}

std::string backups_hold(const CopiesLeft& copies)
{
    std::vector<std::string> names;
    std::ranges::transform(copies.put_aside, std::back_inserter(names),
                           [](const std::string& name) { return isolated(name); });
    const std::string put_aside =
        names.empty()
            ? ""
            : "What was put aside when a backup was restored has it until you delete it: " + joined(names) + ". ";
    const std::string elsewhere = "Copies that you put elsewhere have it until you delete them.";
    if (!copies.backups_until) {
        return "There is no backup of this casebook in its own folder. " + put_aside + elsewhere;
    }
    return "The backups of this casebook still have it, until " + short_date(*copies.backups_until) +
           " at the latest if one is made every month. " + put_aside + elsewhere;
}

std::string ground_label()
{
    return "Ground";
}

std::string ground_choice(model::ErasureGround ground)
{
    switch (ground) {
    case model::ErasureGround::added_by_mistake:
        return "Added by mistake";
    case model::ErasureGround::retention_ended:
        return "The retention period is over";
    case model::ErasureGround::legal_duty:
        break;
    }
    return "A legal duty, or a request that has to be met";
}

std::string ground_words(model::ErasureGround ground)
{
    switch (ground) {
    case model::ErasureGround::added_by_mistake:
        return "added by mistake";
    case model::ErasureGround::retention_ended:
        return "retention period over";
    case model::ErasureGround::legal_duty:
        break;
    }
    return "legal duty";
}

std::string type_code_label(const std::string& code)
{
    return "Type " + isolated(code) + " to confirm";
}

std::string erase_now_button()
{
    return "Erase record";
}

std::string erased(const model::RecordCounts& counts, const std::string& code)
{
    return "The record of " + isolated(code) + " was erased" +
           (counted_record(counts).empty() ? "" : ": " + counted_record(counts)) +
           (counts.misfiled == 0 ? ""
                                 : ", and " + counted(counts.misfiled, "note", "notes") +
                                       " that had been signed in another client's record") +
           ". The activity says when and why.";
}

std::string unsaved_form()
{
    return "A form about this record is filled in here but not done yet.";
}

std::string gone_client(const std::string& code)
{
    return code + " (no longer here)";
}

std::string erased_since(std::span<const model::Erasure> erased, bool is_known, const std::string& zone)
{
    constexpr std::size_t most = 20;
    if (!is_known) {
        return "Whether a client was erased since this backup could not be found out. If one was, the record is back "
               "in the restored casebook: please erase it again.";
    }
    const auto words_of = [&](const model::Erasure& erasure) {
        const bool is_removed = erasure.ground == model::ErasureGround::added_by_mistake;
        return erasure.code + (is_removed ? " was removed on " : " was erased on ") +
               short_date(model::date_in_zone(erasure.at, zone)) + " (" + ground_words(erasure.ground) + ")";
    };
    if (erased.empty()) {
        return {};
    }
    if (erased.size() == 1) {
        return "Since this backup, " + words_of(erased.front()) +
               "; it is back in the restored casebook. Erase it again if it must go.";
    }
    std::vector<std::string> parts;
    std::ranges::transform(erased.first(std::min(most, erased.size())), std::back_inserter(parts), words_of);
    if (erased.size() > most) {
        parts.push_back(counted(static_cast<long>(erased.size() - most), "other", "others"));
    }
    return "Since this backup, " + joined(parts) +
           "; they are back in the restored casebook. Erase them again if they must go.";
}

} // namespace app::client_record_words
