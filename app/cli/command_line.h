#pragma once

#include "app/cli/commands.h"
#include "model/calendar.h"
#include "storage/casebook.h"

#include <filesystem>
#include <initializer_list>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

/// What the commands of `mendline-cli` share.
namespace app::cli {

/// A command that cannot be done: one clear line for the user, and exit status 1.
class Refusal : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What the help begins with.
std::string about_program();

/// The time now, in whole seconds.
model::Moment now();

/// The day on the calendar of the machine. Says on standard error what to set where its zone is a guess; throws
/// `Refusal` with the same where it is unknown.
model::Date today();

/// Reads `2026-11-20`; refuses anything else.
model::Date read_day(const std::string& text);

/// The clock by which times of day are said. Says and throws what `today` does.
model::ClockFace clock_face();

/// The same for what has to be said in any case: in UTC where the zone is unknown, which it says on standard error.
model::ClockFace clock_or_utc();

/// The same for saying what went wrong: says and throws nothing, and is without a zone where that is unknown.
model::ClockFace clock_of_complaints();

/// The whole file. Throws `Refusal` when it cannot be read.
std::string read_file(const std::filesystem::path& file);

/// Throws `Refusal` unless a file or folder that is not there yet may be made at `place`: not in a casebook.
void require_free(const std::filesystem::path& place);

/// Throws `Refusal` unless each of these files may be written: none lies in a casebook or is a backup, none is there
/// already unless it is to be overwritten, none is a file that the command reads, and no two are one. To be asked
/// before anything is done.
void require_outputs(std::span<const std::filesystem::path> files, bool overwrite,
                     std::initializer_list<std::optional<std::filesystem::path>> inputs);

/// Writes the whole file or nothing. Throws `Refusal` when that fails.
void write(const std::filesystem::path& file, std::string_view bytes);

/// The first line of the file; without a file, what is typed at the prompt, unseen. Throws `Refusal` when there is
/// neither.
std::string password_from(const std::optional<std::filesystem::path>& file);

/// A new password: from the file, or typed twice at the prompt. Throws `Refusal` when no casebook takes it.
std::string new_password_from(const std::optional<std::filesystem::path>& file);

/// Opens the casebook with the password from `password_from`, one that another machine has open only where the user
/// says so.
storage::Casebook open_casebook(const Common& common);

/// What the user says of other machines.
storage::Elsewhere elsewhere_for(const Common& common);

/// The client with this code. Throws `Refusal` when there is none.
model::ClientId client_with_code(const storage::Casebook& casebook, const std::string& code);

} // namespace app::cli
