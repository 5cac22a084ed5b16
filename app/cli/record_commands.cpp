#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/cli/table.h"
#include "app/words/client_record_words.h"
#include "app/words/dates.h"
#include "app/words/joined.h"
#include "app/words/merge_preview.h"
#include "model/codes.h"
#include "model/text.h"
#include "storage/backups.h"
#include "storage/client_code.h"
#include "storage/restoring.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <iterator>

namespace app::cli {

namespace {

namespace record_words = client_record_words;

/// Who is meant, with the code as it stands in the record.
struct Meant {
    model::ClientId id{};
    std::string code{};
};

Meant client_meant(const storage::Casebook& casebook, const std::string& code)
{
    const auto id = client_with_code(casebook, code);
    return {.id = id, .code = casebook.client(id).details.code};
}

/// Refuses a merge that was not confirmed, and says what it would do.
void require_confirmed_merge(const storage::Casebook& casebook, const RecordOptions& options, const Meant& from,
                             const Meant& into)
{
    if (storage::code_key(options.yes_merge) == storage::code_key(from.code)) {
        return;
    }
    const MergedPair pair{.kept = casebook.client(into.id).details,
                          .gone = casebook.client(from.id).details,
                          .kept_had_care = casebook.counts_of(into.id).episodes > 0};
    std::vector<std::string> sentences = merge_contradictions(pair);
    std::ranges::move(merge_preview(casebook.merge_outlook(from.id, into.id), pair), std::back_inserter(sentences));
    throw Refusal{record_words::merging_needs_code(sentences, from.code, options.yes_merge)};
}

/// The same for a client who is to go: a former code, which leads to somebody else, does not name one.
Meant client_to_go(const storage::Casebook& casebook, const std::string& code)
{
    Meant meant = client_meant(casebook, code);
    if (storage::code_key(code) != storage::code_key(meant.code)) {
        throw Refusal{record_words::is_merged_already(code, meant.code)};
    }
    return meant;
}

std::string reason_in(const RecordOptions& options)
{
    std::string reason = model::trimmed(options.reason);
    if (reason.empty()) {
        throw Refusal{record_words::reason_missing()};
    }
    return reason;
}

std::string backups_hold(const storage::Casebook& casebook)
{
    record_words::CopiesLeft copies{.backups_until = storage::backups_hold_until(casebook.folder(), now())};
    for (const auto& old : storage::put_aside_by_restoring(casebook.folder())) {
        copies.put_aside.push_back(old.filename().string());
    }
    return record_words::backups_hold(copies);
}

nlohmann::ordered_json json_of(const model::Erasure& erasure)
{
    return {{"code", erasure.code},
            {"former_codes", erasure.former_codes},
            {"erased_at", erasure.at.time_since_epoch().count()},
            {"erased_on", model::iso_date(model::date_in_zone(erasure.at, clock_face().zone))},
            {"ground", model::code_of(erasure.ground)},
            {"reason", erasure.reason},
            {"by", erasure.by},
            {"notes", erasure.notes},
            {"forms", erasure.forms}};
}

} // namespace

void merge_clients(const Common& common, const RecordOptions& options)
{
    storage::Casebook casebook = open_casebook(common);
    const std::string reason = reason_in(options);
    const Meant into = client_meant(casebook, options.into);
    if (client_with_code(casebook, options.from) == into.id) {
        throw Refusal{record_words::is_one_client_already(options.from, options.into)};
    }
    const Meant from = client_to_go(casebook, options.from);
    require_confirmed_merge(casebook, options, from, into);
    const auto moved = casebook.counts_of(from.id);
    casebook.merge_clients(from.id, into.id, reason, now());
    std::cout << record_words::merged(moved, from.code, into.code) << '\n';
}

void remove_client(const Common& common, const RecordOptions& options)
{
    storage::Casebook casebook = open_casebook(common);
    const Meant client = client_to_go(casebook, options.client);
    const auto counts = casebook.counts_of(client.id);
    if (counts.notes > 0) {
        throw Refusal{record_words::has_signed_notes(counts, client.code)};
    }
    if (storage::code_key(options.yes_remove) != storage::code_key(client.code)) {
        throw Refusal{record_words::removing_needs_code(counts, client.code)};
    }
    casebook.remove_client(client.id, now());
    std::cout << record_words::removed(counts, client.code) << ' ' << backups_hold(casebook) << '\n';
}

void erase_client(const Common& common, const RecordOptions& options)
{
    storage::Casebook casebook = open_casebook(common);
    const std::string reason = reason_in(options);
    const Meant client = client_to_go(casebook, options.client);
    const auto counts = casebook.counts_of(client.id);
    if (storage::code_key(options.yes_erase) != storage::code_key(client.code)) {
        throw Refusal{record_words::erasing_needs_code(counts, client.code)};
    }
    const auto ground =
        options.ground == "retention" ? model::ErasureGround::retention_ended : model::ErasureGround::legal_duty;
    casebook.erase_client(client.id, ground, reason, now());
    std::cout << record_words::erased(counts, client.code) << ' ' << backups_hold(casebook) << '\n';
}

void list_erasures(const Common& common)
{
    const storage::Casebook casebook = open_casebook(common);
    const auto erasures = casebook.erasures();
    if (common.as_json) {
        auto json = nlohmann::ordered_json::array();
        for (const model::Erasure& erasure : erasures) {
            json.push_back(json_of(erasure));
        }
        std::cout << json.dump(2) << '\n';
        return;
    }
    if (erasures.empty()) {
        std::cout << record_words::no_erasures() << '\n';
        return;
    }
    Table table{record_words::erasure_columns()};
    for (const model::Erasure& erasure : erasures) {
        table.add({erasure.code, joined(erasure.former_codes),
                   short_date(model::date_in_zone(erasure.at, clock_face().zone)),
                   record_words::ground_words(erasure.ground), erasure.reason, erasure.by,
                   std::to_string(erasure.notes), std::to_string(erasure.forms)});
    }
    std::cout << table.text();
}

} // namespace app::cli
