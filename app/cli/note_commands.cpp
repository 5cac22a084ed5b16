#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/words/cli_words.h"
#include "app/words/dates.h"
#include "app/words/details_words.h"
#include "app/words/session_words.h"
#include "model/text.h"

#include <iostream>
#include <vector>

namespace app::cli {

namespace {

/// The signed note of a session that began then, and is not in error.
model::NoteId note_held(const storage::Casebook& casebook, model::ClientId client, const GiveNoteOptions& options)
{
    const auto blank = options.held.find(' ');
    const auto day = read_day(options.held.substr(0, blank));
    const auto time =
        blank == std::string::npos ? std::nullopt : model::parse_time_of_day(options.held.substr(blank + 1));
    if (blank != std::string::npos && !time) {
        throw Refusal{words::not_a_time(options.held.substr(blank + 1))};
    }
    std::vector<model::NoteId> found;
    for (const model::NoteOutline& note : casebook.notes_of(client)) {
        const bool is_then = note.session.held_on == day && (!time || note.session.starts_at == *time);
        if (is_then && !note.is_entered_in_error && !note.is_damaged) {
            found.push_back(note.id);
        }
    }
    if (found.size() != 1) {
        throw Refusal{found.empty() ? words::no_note_then(options.client, options.held)
                                    : words::several_notes_then(options.client, options.held)};
    }
    return found.front();
}

/// The details with the texts of an earlier version; the code stays.
model::ClientDetails put_back(const model::ClientDetails& now, const model::ClientDetails& earlier)
{
    model::ClientDetails details = earlier;
    details.code = now.code;
    return details;
}

/// Somebody may have been admitted since the version said so.
void refuse_late_birth(const storage::Casebook& casebook, model::ClientId client, const model::ClientDetails& wanted)
{
    const bool is_kept = !wanted.born_on || wanted.born_on == casebook.client(client).details.born_on;
    if (const auto entry = is_kept ? std::nullopt : casebook.first_entry_before(client, *wanted.born_on)) {
        const auto measure = casebook.measure(entry->measure);
        throw Refusal{words_for_late_birth(words_for(*entry, measure ? measure->name : entry->measure))};
    }
}

void print_version(std::size_t number, const model::ClientVersion& version)
{
    std::cout << number << ". "
              << details_words::until_words(
                     model::iso_date(model::date_in_zone(version.replaced_at, clock_face().zone)), version.by,
                     version.is_of_merged ? version.details.code : std::string{})
              << '\n';
    for (const DetailsField field : details_fields) {
        if (const std::string text = text_of(version.details, field); !text.empty()) {
            std::cout << "   " << label_of(field) << ": " << text << '\n';
        }
    }
}

} // namespace

void give_note(const Common& common, const GiveNoteOptions& options)
{
    storage::Casebook casebook = open_casebook(common);
    const std::string reason = model::trimmed(options.reason);
    if (reason.empty()) {
        throw Refusal{words::reason_missing()};
    }
    const auto from = client_with_code(casebook, options.client);
    const auto to = client_with_code(casebook, options.to);
    if (from == to) {
        throw Refusal{words::same_client_twice()};
    }
    casebook.give_note_to(note_held(casebook, from, options), to, reason, now());
    std::cout << words::note_given(casebook.client(from).details.code, casebook.client(to).details.code) << '\n';
}

void show_earlier_details(const Common& common, const EarlierDetailsOptions& options)
{
    storage::Casebook casebook = open_casebook(common);
    const auto client = client_with_code(casebook, options.client);
    const auto versions = casebook.earlier_details(client);
    if (!options.put_back) {
        for (std::size_t number = 0; number < versions.size(); ++number) {
            print_version(number + 1, versions[number]);
        }
        std::cout << (versions.empty() ? words::no_earlier_details() + "\n" : std::string{});
        return;
    }
    if (*options.put_back == 0 || *options.put_back > versions.size()) {
        throw Refusal{words::no_such_version(*options.put_back, versions.size())};
    }
    const auto& version = versions[*options.put_back - 1];
    const auto wanted = put_back(casebook.client(client).details, version.details);
    refuse_late_birth(casebook, client, wanted);
    casebook.change_details(client, wanted);
    std::cout << words::details_put_back(*options.put_back) << '\n';
}

} // namespace app::cli
