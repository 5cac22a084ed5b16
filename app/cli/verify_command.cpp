#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/exchange/verification_report.h"
#include "app/words/activity_words.h"
#include "app/words/errors.h"
#include "app/words/summary_words.h"
#include "app/words/verification_words.h"

#include <iostream>
#include <map>
#include <unistd.h>

namespace app::cli {

namespace {

constexpr const char* back_to_line_start = "\r\x1b[K";

/// Runs the check; a person at a terminal sees how far it is.
storage::VerificationReport verified(const storage::Casebook& casebook)
{
    const bool is_watched = isatty(STDERR_FILENO) != 0;
    storage::Verification verification = casebook.verification();
    int shown = -1;
    while (verification.step()) {
        constexpr double whole = 100;
        const int percent = static_cast<int>(verification.progress() * whole);
        if (is_watched && percent != shown) {
            std::cerr << back_to_line_start << verification_words::progress_line(percent) << std::flush;
            shown = percent;
        }
    }
    if (is_watched) {
        std::cerr << back_to_line_start << std::flush;
    }
    return verification.report();
}

/// Clients by their codes; by their numbers where the record of them is damaged.
ClientNames client_codes(const storage::Casebook& casebook)
{
    std::map<model::ClientId, std::string> codes;
    try {
        for (const model::Client& client : casebook.clients()) {
            if (!client.is_damaged) {
                codes.emplace(client.id, client.details.code);
            }
        }
    } catch (const storage::StorageError&) {
        // The damage is to be named all the same.
    }
    return [codes](model::ClientId client) {
        const auto code = codes.find(client);
        return code == codes.end() ? activity_words::unknown_client(client.value) : code->second;
    };
}

void print(const storage::VerificationReport& report, const ClientNames& names, bool is_behind, bool as_json)
{
    if (as_json) {
        std::cout << verification_json(report, names, is_behind) << std::endl;
        return;
    }
    std::cout << outcome_words(report) << '\n'
              << verification_words::activity_ends(summary_words::log_mark(report.head.number, report.head.mac))
              << '\n';
    for (const storage::TamperFinding& finding : report.findings) {
        const FindingWords words = words_for(finding, names, clock_or_utc());
        std::cout << words.title << ": " << words.meaning << '\n';
    }
    std::cout << std::flush;
}

} // namespace

bool verify_casebook(const Common& common)
{
    storage::Casebook casebook = open_casebook(common);
    const bool is_behind = casebook.is_behind_its_keys();
    const storage::VerificationReport report = verified(casebook);
    print(report, client_codes(casebook), is_behind, common.as_json);
    try {
        casebook.log_act(model::ActKind::verified, {}, static_cast<std::int64_t>(report.findings.size()));
    } catch (const storage::StorageError& error) {
        // What was found counts for more than that it could not be entered.
        std::cerr << words_for(error) << '\n';
    }
    return report.is_sound();
}

} // namespace app::cli
