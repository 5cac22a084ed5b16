#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/words/cli_words.h"
#include "app/words/errors.h"
#include "storage/storage_error.h"
#include "storage/vault/vault.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <iostream>
#include <optional>
#include <utility>

namespace app::cli {

namespace {

constexpr int refused = 1;
constexpr int wrong_usage = 2;
constexpr int not_sound = 3; ///< The check was made and found something.

/// Everything that can be said on the command line.
struct CommandLine {
    Common common{};
    NewOptions make{};
    RecoverOptions recover{};
    DemoCommandOptions demo{};
    MeasuresOptions measures{};
    BackupOptions backup{};
    RestoreOptions restore{};
    ImportScoresOptions import{};
    CareOptions care{};
    GiveNoteOptions give_note{};
    EarlierDetailsOptions earlier_details{};
    RecordOptions record{};
    TrajectoryOptions trajectory{};
    SummaryOptions summary{};
    std::function<void()> run{};
    int status = 0; ///< When all is done.
};

CLI::App* add_command(CLI::App& program, CommandLine& line, const std::string& name, const std::string& words,
                      const std::function<void()>& run)
{
    CLI::App* command = program.add_subcommand(name, words);
    command->add_option("CASEBOOK", line.common.casebook, "The casebook's folder, Name.casebook")->required();
    command->add_option("--password-file", line.common.password_file,
                        "A file whose first line is the password; without it the password is asked for");
    command->callback([&line, run] { line.run = run; });
    return command;
}

/// A command that opens a casebook which is there already.
CLI::App* add_opening_command(CLI::App& program, CommandLine& line, const std::string& name, const std::string& words,
                              const std::function<void()>& run)
{
    CLI::App* command = add_command(program, line, name, words, run);
    command->add_flag("--open-anyway", line.common.open_anyway,
                      "Open it though another machine seems to have it open; only if it is closed there");
    return command;
}

void add_overwrite(CLI::App& command, bool& overwrite)
{
    command.add_flag("--overwrite", overwrite, "Replace files that are there; none of a casebook, none that is read");
}

void add_casebook_commands(CLI::App& program, CommandLine& line)
{
    auto* make = add_command(program, line, "new", "Create an empty casebook and its recovery sheet",
                             [&line] { make_casebook(line.common, line.make); });
    make->add_option("--recovery-out", line.make.recovery_out, "The recovery sheet, a PDF")->required();
    make->add_flag("--letter", line.make.on_letter, "Print the sheet on US Letter instead of A4");

    auto* recover =
        add_opening_command(program, line, "recover", "Open a casebook whose keys are lost, from its recovery sheet",
                            [&line] { recover_casebook(line.common, line.recover); });
    recover
        ->add_option("--sheet-file", line.recover.sheet_file,
                     "A text file with the sheet's code, and after it the letters from MENDLINE1 on")
        ->required();

    auto* demo = add_command(program, line, "demo", "Create the demo practice; everyone in it is invented",
                             [&line] { make_demo(line.common, line.demo); });
    demo->add_option("--seed", line.demo.seed, "Another seed makes another practice");
    demo->add_option("--as-of", line.demo.as_of,
                     "The day on which the dates end, such as 2026-11-20; today by default");
    demo->add_option("--clients", line.demo.clients, "How many clients")->check(CLI::Range(1, 100'000));
    demo->add_option("--sessions", line.demo.sessions, "How many sessions in all")->check(CLI::Range(0, 10'000'000));

    auto* clients =
        add_opening_command(program, line, "clients", "List the clients", [&line] { list_clients(line.common); });
    clients->add_flag("--json", line.common.as_json, "List as JSON");

    auto* measures = add_opening_command(program, line, "measures", "List the measures, or add the practice's own",
                                         [&line] { list_measures(line.common, line.measures); });
    measures->add_option("--add", line.measures.add, "A measure's definition, a JSON file; may be given several times");
    measures->add_option("--replace", line.measures.replace,
                         "Another version of a definition that nobody has been asked by yet, a JSON file");
    measures->add_option("--retire", line.measures.retire, "The code of a measure of your own to offer no more");
    measures->add_option("--use-again", line.measures.reinstate, "The code of a retired measure to offer again");
    measures->add_flag("--json", line.common.as_json, "List as JSON");

    auto* verify = add_opening_command(program, line, "verify", "Check that everything is as it was written",
                                       [&line] { line.status = verify_casebook(line.common) ? 0 : not_sound; });
    verify->add_flag("--json", line.common.as_json, "Report as JSON");
    verify->footer(words::verify_statuses());
}

void add_backup_commands(CLI::App& program, CommandLine& line)
{
    auto* backup = add_opening_command(program, line, "backup", "Make a backup, one file, and verify it",
                                       [&line] { make_backup(line.common, line.backup); });
    backup->add_option("--to", line.backup.to, "The file to write")->required();

    CLI::App* restore = program.add_subcommand("restore", "Make a new casebook out of a backup");
    restore->add_option("FILE", line.restore.file, "The backup")->required();
    restore->add_option("--to", line.restore.to, "The new casebook's folder, Name.casebook")->required();
    auto* password = restore->add_option("--password-file", line.common.password_file,
                                         "A file whose first line is the password of the day the backup was made; "
                                         "without it the password is asked for");
    restore
        ->add_option("--recovery-code-file", line.restore.recovery_code_file,
                     "A file whose first line is the code of the recovery sheet, in place of the password")
        ->excludes(password);
    restore->add_option("--instead-of", line.restore.instead_of,
                        "The casebook that the backup is of, to say what was erased there since; by default the one in "
                        "whose folder the backup lies");
    restore->callback([&line] { line.run = [&line] { restore_backup(line.common, line.restore); }; });
}

void add_client_commands(CLI::App& program, CommandLine& line)
{
    auto* import = add_opening_command(program, line, "import-scores", "Import scores of measures from a CSV file",
                                       [&line] { import_scores_file(line.common, line.import); });
    import->add_option("FILE", line.import.file, "Columns: client,date,measure and score or items")->required();
    import->add_option(
        "--new-client", line.import.new_clients,
        "A code in the file that may be a new client's though it looks like another code, or like a name; "
        "may be given several times");
    import->add_option("--admitted", line.import.admitted,
                       "When care began, such as 2024-01-05, for clients who are new or have earlier scores; for one "
                       "client CODE=2024-01-05; may be given several times");
    import
        ->add_option("--client", line.import.clients,
                     "Who is meant by what stands in the file, such as \"A-OO1=A-001\"; may be given several times")
        ->check(problem_with_meant_client);
    import->add_option(
        "--answers-from", line.import.answers_from,
        "What the lowest answer of a form is in this file, such as 1 where the form has 0; for one measure "
        "phq-9=1; may be given several times");
    import
        ->add_option("--dates", line.import.dates,
                     "Which part comes first in dates such as 3/5/2026, day-first or month-first; asked for only where "
                     "no date in the file settles it")
        ->check(CLI::IsMember({day_first_option, month_first_option}));
    auto* skip_known = import->add_flag("--skip-known", line.import.skip_known,
                                        "Leave out rows that the casebook has already, and name their lines");
    import
        ->add_flag("--skip-contradicting", line.import.skip_contradicting,
                   "Leave out rows that the casebook has with another score as well; its own stay")
        ->needs(skip_known);
    import->add_flag("--dry-run", line.import.dry_run, "Check the file and import nothing");

    auto* trajectory =
        add_opening_command(program, line, "trajectory", "Write a client's trajectory as numbers or picture",
                            [&line] { write_trajectory(line.common, line.trajectory); });
    trajectory->add_option("--client", line.trajectory.client, "The client's code")->required();
    trajectory->add_option("--csv", line.trajectory.csv, "Write the numbers");
    trajectory->add_option("--svg", line.trajectory.svg, "Draw it as SVG");
    trajectory->add_option("--png", line.trajectory.png, "Draw it as PNG");
    trajectory->add_option("--pdf", line.trajectory.pdf, "Draw it as PDF");
    add_overwrite(*trajectory, line.trajectory.overwrite);
    trajectory->parse_complete_callback([&asked = line.trajectory] {
        if (!asked.csv && !asked.svg && !asked.png && !asked.pdf) {
            throw CLI::ValidationError{words::nothing_asked_for()};
        }
    });

    auto* summary = add_opening_command(program, line, "summary", "Print a client's summary",
                                        [&line] { write_summary(line.common, line.summary); });
    summary->add_option("--client", line.summary.client, "The client's code")->required();
    summary->add_option("--kind", line.summary.kind, "For whom: client")->required()->check(CLI::IsMember({"client"}));
    summary->add_option("--pdf", line.summary.pdf, "The file to write")->required();
    add_overwrite(*summary, line.summary.overwrite);
    summary->add_option("--from", line.summary.from, "First day of the period; the episode's first by default");
    summary->add_option("--to", line.summary.to, "Last day of the period; by default today, or the day of discharge");
    summary->add_option("--paper", line.summary.paper, "a4 or letter")->check(CLI::IsMember({"a4", "letter"}));
    summary->add_flag("--by-code", line.summary.by_code, "Print the code in place of the name");
    summary->add_option("--pdf-password-file", line.summary.pdf_password_file,
                        "A file whose first line protects the PDF");
}

void add_care_commands(CLI::App& program, CommandLine& line)
{
    const auto add = [&](const std::string& name, const std::string& words, bool has_day, auto run) {
        auto* command = add_opening_command(program, line, name, words, [&line, run] { run(line.common, line.care); });
        command->add_option("--client", line.care.client, "The client's code")->required();
        command->add_option("--admitted", line.care.admitted,
                            "Which care is meant, by its day of admission; the last one by default");
        if (has_day) {
            command->add_option("--to", line.care.to, "The right day, such as 2026-11-20")->required();
        }
        command->add_option("--reason", line.care.reason, "Why; kept in the record")->required();
    };
    add("correct-admission", "Correct the day on which a client was admitted; the old day is kept", true,
        correct_admission);
    add("correct-discharge", "Correct the day on which a client was discharged; the old day is kept", true,
        correct_discharge);
    add("take-back-discharge", "Take back a discharge entered by mistake; care continues, and the baseline stays",
        false, take_back_discharge);
}

void add_note_commands(CLI::App& program, CommandLine& line)
{
    auto* give =
        add_opening_command(program, line, "give-note",
                            "Mark a signed note as entered in error, and make a draft of it for the right client",
                            [&line] { give_note(line.common, line.give_note); });
    give->add_option("--client", line.give_note.client, "The code of the client who has the note")->required();
    give->add_option("--held", line.give_note.held, "When the session began, such as \"2026-11-20 14:00\"")->required();
    give->add_option("--to", line.give_note.to, "The code of the client whose note it is")->required();
    give->add_option("--reason", line.give_note.reason, "Why; kept in the record")->required();

    auto* earlier = add_opening_command(program, line, "earlier-details", "List what a client's details said before",
                                        [&line] { show_earlier_details(line.common, line.earlier_details); });
    earlier->add_option("--client", line.earlier_details.client, "The client's code")->required();
    earlier->add_option("--put-back", line.earlier_details.put_back,
                        "Put the texts of this version back, by its number in the list");
}

void add_record_commands(CLI::App& program, CommandLine& line)
{
    RecordOptions& record = line.record;
    auto* merge = add_opening_command(program, line, "merge-clients", "Make one of two clients who are one person",
                                      [&line] { merge_clients(line.common, line.record); });
    merge->add_option("--from", record.from, "The code of the client who becomes part of the other")->required();
    merge->add_option("--into", record.into, "The code of the client who stays")->required();
    merge->add_option("--reason", record.reason, "Why; kept in the record")->required();
    merge->add_option("--yes-merge", record.yes_merge,
                      "The code of the client who goes, once more; without it, only says what would be done");

    auto* remove =
        add_opening_command(program, line, "remove-client", "Take out a client added by mistake, without signed notes",
                            [&line] { remove_client(line.common, line.record); });
    remove->add_option("--client", record.client, "The client's code")->required();
    remove->add_option("--yes-remove", record.yes_remove, "The code once more; without it, only says what would go");

    auto* erase = add_opening_command(program, line, "erase-client", "Take out a client's record for good",
                                      [&line] { erase_client(line.common, line.record); });
    erase->add_option("--client", record.client, "The client's code")->required();
    erase->add_option("--ground", record.ground, "retention or legal-duty")
        ->required()
        ->check(CLI::IsMember({"retention", "legal-duty"}));
    erase->add_option("--reason", record.reason, "Why; kept in the activity")->required();
    erase->add_option("--yes-erase", record.yes_erase, "The code once more; without it, only says what would go");

    auto* erasures = add_opening_command(program, line, "erasures", "List the clients who were removed or erased",
                                         [&line] { list_erasures(line.common); });
    erasures->add_flag("--json", line.common.as_json, "List as JSON");
}

std::vector<std::string> command_names(const CLI::App& program)
{
    std::vector<std::string> names;
    for (const CLI::App* command : program.get_subcommands({})) {
        names.push_back(command->get_name());
    }
    return names;
}

/// The first word, where a command is due but none has this name.
std::optional<std::string> unknown_command(const CLI::App& program, int argc, char** argv)
{
    if (argc < 2 || *argv[1] == '-') {
        return std::nullopt;
    }
    std::string word{argv[1]};
    return std::ranges::count(command_names(program), word) == 0 ? std::optional{std::move(word)} : std::nullopt;
}

int run(int argc, char** argv)
{
    CommandLine line;
    CLI::App program{about_program(), "mendline-cli"};
    program.require_subcommand(1);
    program.set_version_flag("--version", MENDLINE_VERSION);
    add_casebook_commands(program, line);
    add_backup_commands(program, line);
    add_client_commands(program, line);
    add_care_commands(program, line);
    add_note_commands(program, line);
    add_record_commands(program, line);
    if (const auto unknown = unknown_command(program, argc, argv)) {
        std::cerr << words::no_such_command(*unknown, command_names(program)) << '\n';
        return wrong_usage;
    }
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : wrong_usage;
    }
    line.run();
    std::cout.flush();
    if (!std::cout) {
        throw Refusal{words::output_lost()};
    }
    return line.status;
}

} // namespace

} // namespace app::cli

int main(int argc, char** argv)
{
    try {
        storage::vault::harden_process();
        return app::cli::run(argc, argv);
    } catch (const app::cli::Refusal& refusal) {
        std::cerr << refusal.what() << '\n';
    } catch (const storage::StorageError& error) {
        const bool can_be_chosen = error.kind == storage::StorageErrorKind::open_elsewhere;
        const auto clock = error.holder ? app::cli::clock_of_complaints() : model::ClockFace{.zone = {}};
        std::cerr << app::words_for(error, clock) << (can_be_chosen ? " " + app::words::if_closed_elsewhere() : "")
                  << '\n';
    } catch (const std::exception&) {
        std::cerr << app::words_for_unexpected_error() << '\n';
    }
    return app::cli::refused;
}
