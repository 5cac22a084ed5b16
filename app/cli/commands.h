#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// The commands of `mendline-cli`: each does its work or throws `Refusal` or `storage::StorageError`.
namespace app::cli {

/// What every command is told.
struct Common {
    std::filesystem::path casebook{};
    std::optional<std::filesystem::path> password_file{};
    bool as_json = false;
    bool open_anyway = false; ///< Though the note of another machine says that it has the casebook open.
};

struct NewOptions {
    std::filesystem::path recovery_out{};
    bool on_letter = false;
};

/// Makes an empty casebook and its recovery sheet.
void make_casebook(const Common& common, const NewOptions& options);

struct RecoverOptions {
    std::filesystem::path sheet_file{};
};

/// Gives a casebook whose keys are lost new ones, from its recovery sheet.
void recover_casebook(const Common& common, const RecoverOptions& options);

struct DemoCommandOptions {
    std::optional<unsigned> seed{};
    std::optional<std::string> as_of{};
    std::optional<int> clients{};
    std::optional<int> sessions{};
};

/// Makes the demo practice in a new casebook.
void make_demo(const Common& common, const DemoCommandOptions& options);

/// Lists the clients.
void list_clients(const Common& common);

struct MeasuresOptions {
    std::vector<std::filesystem::path> add{};
    std::optional<std::filesystem::path> replace{};
    std::optional<std::string> retire{};    ///< A code.
    std::optional<std::string> reinstate{}; ///< A code.
};

/// Adds, replaces, retires or reinstates the practice's own measures; with nothing to do, lists all measures.
void list_measures(const Common& common, const MeasuresOptions& options);

struct BackupOptions {
    std::filesystem::path to{};
};

/// Makes a backup of a casebook and proves it.
void make_backup(const Common& common, const BackupOptions& options);

struct RestoreOptions {
    std::filesystem::path file{};
    std::filesystem::path to{};
    std::optional<std::filesystem::path> recovery_code_file{};
    std::optional<std::filesystem::path> instead_of{}; ///< The casebook that says what was erased since.
};

/// Makes a new casebook out of a backup.
void restore_backup(const Common& common, const RestoreOptions& options);

/// What `--dates` takes.
inline constexpr const char* day_first_option = "day-first";
inline constexpr const char* month_first_option = "month-first";

struct ImportScoresOptions {
    std::filesystem::path file{};
    std::vector<std::string> new_clients{};
    std::vector<std::string> clients{};      ///< Each `what stands in the file=code`.
    std::vector<std::string> answers_from{}; ///< Each a number, or `MEASURE=number`.
    std::vector<std::string> admitted{};     ///< Each a day, or `CODE=day`.
    std::string dates{};                     ///< Empty where the file settles it.
    bool skip_known = false;
    bool skip_contradicting = false;
    bool dry_run = false;
};

/// What is wrong with a client that is meant, such as `A-OO1=A-001`: what stands in the file, and the code, in which
/// there is no equals sign. Empty when nothing is.
std::string problem_with_meant_client(const std::string& option);

/// Imports a file of scores, all of it or nothing.
void import_scores_file(const Common& common, const ImportScoresOptions& options);

struct CareOptions {
    std::string client{};
    std::optional<std::string> admitted{}; ///< The admission to correct, where there are several.
    std::string to{};                      ///< The right day.
    std::string reason{};
};

/// Corrects the day on which a client was admitted.
void correct_admission(const Common& common, const CareOptions& options);
/// Corrects the day on which a client was discharged.
void correct_discharge(const Common& common, const CareOptions& options);
/// Takes back a discharge that was entered by mistake.
void take_back_discharge(const Common& common, const CareOptions& options);

struct GiveNoteOptions {
    std::string client{}; ///< Who has the note.
    std::string held{};   ///< `2026-11-20 14:00`, as the clock of the session showed it.
    std::string to{};     ///< Whose note it is.
    std::string reason{};
};

/// Marks a signed note as entered in error and makes a draft of it for another client.
void give_note(const Common& common, const GiveNoteOptions& options);

struct EarlierDetailsOptions {
    std::string client{};
    std::optional<std::size_t> put_back{}; ///< The number of a version, from 1.
};

/// Lists what a client's details said before, or puts a version back.
void show_earlier_details(const Common& common, const EarlierDetailsOptions& options);

struct RecordOptions {
    std::string from{};
    std::string into{};
    std::string client{};
    std::string ground{}; ///< `retention` or `legal-duty`.
    std::string reason{};
    std::string yes_merge{};  ///< The code of the client who goes, once more.
    std::string yes_remove{}; ///< The code once more.
    std::string yes_erase{};  ///< The code once more.
};

/// Makes a client a part of another one.
void merge_clients(const Common& common, const RecordOptions& options);
/// Takes out a client who was added by mistake.
void remove_client(const Common& common, const RecordOptions& options);
/// Takes out a client's record for good; without the code typed twice it says what would go and refuses.
void erase_client(const Common& common, const RecordOptions& options);
/// Lists who was removed or erased.
void list_erasures(const Common& common);

struct TrajectoryOptions {
    std::string client{};
    std::optional<std::filesystem::path> csv{};
    std::optional<std::filesystem::path> svg{};
    std::optional<std::filesystem::path> png{};
    std::optional<std::filesystem::path> pdf{};
    bool overwrite = false;
};

/// Writes a client's trajectory as numbers, as a picture, or both.
void write_trajectory(const Common& common, const TrajectoryOptions& options);

struct SummaryOptions {
    std::string client{};
    std::string kind{};
    std::filesystem::path pdf{};
    std::optional<std::string> from{};
    std::optional<std::string> to{};
    std::string paper = "a4";
    bool by_code = false;
    std::optional<std::filesystem::path> pdf_password_file{};
    bool overwrite = false;
};

/// Prints a client's summary to a PDF.
void write_summary(const Common& common, const SummaryOptions& options);

/// Verifies the whole casebook and says what it found; false when not everything is as it was written.
bool verify_casebook(const Common& common);

} // namespace app::cli
