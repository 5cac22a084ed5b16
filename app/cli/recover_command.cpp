#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/words/cli_words.h"
#include "app/words/start_words.h"
#include "storage/recovery.h"

#include <algorithm>
#include <iostream>
#include <string_view>
#include <utility>
#include <variant>

namespace app::cli {

namespace vault = storage::vault;

namespace {

/// The recovery sheet as a text file: its code, then its letters from MENDLINE1 on.
struct Sheet {
    vault::RecoveryCode code;
    vault::SheetSlot slot;
};

StartTrouble trouble_with(const vault::RecoveryTypo& typo)
{
    using enum vault::RecoveryTypo::Kind;
    const StartProblem problem = typo.kind == wrong_group ? StartProblem::code_group_wrong
                                 : typo.kind == too_short ? StartProblem::code_too_short
                                                          : StartProblem::code_too_long;
    return {.problem = problem, .group = typo.group};
}

Sheet sheet_in(const std::string& text)
{
    constexpr std::string_view mark = "mendline1";
    const auto in_small = [](char letter) {
        return 'A' <= letter && letter <= 'Z' ? char(letter - 'A' + 'a') : letter;
    };
    const auto found = std::ranges::search(text, mark, {}, in_small);
    if (found.empty()) {
        throw Refusal{words::no_sheet_letters()};
    }
    const auto letters = static_cast<std::size_t>(found.begin() - text.begin());
    const auto code = vault::parse_recovery_code(std::string_view{text}.substr(0, letters));
    if (const auto* typo = std::get_if<vault::RecoveryTypo>(&code)) {
        throw Refusal{words_for(trouble_with(*typo))};
    }
    const auto slot = vault::parse_sheet_text(std::string_view{text}.substr(letters));
    if (!slot) {
        throw Refusal{words_for(StartTrouble{.problem = StartProblem::letters_wrong})};
    }
    return {.code = std::get<vault::RecoveryCode>(code), .slot = *slot};
}

/// Runs one step; a failure of this kind gets the sentence of `problem`.
template <class Step>
auto with_words(Step&& step, storage::StorageErrorKind kind, StartProblem problem)
{
    try {
        return step();
    } catch (const storage::StorageError& error) {
        if (error.kind == kind) {
            throw Refusal{words_for(StartTrouble{.problem = problem})};
        }
        throw;
    }
}

} // namespace

void recover_casebook(const Common& common, const RecoverOptions& options)
{
    if (!std::filesystem::exists(common.casebook / "record.db")) {
        throw Refusal{words::no_casebook(common.casebook.string())};
    }
    const Sheet sheet = sheet_in(read_file(options.sheet_file));
    const std::string password = new_password_from(common.password_file);
    vault::SealedPerson person =
        with_words([&] { return vault::seal_from_sheet(sheet.slot, sheet.code, password); },
                   storage::StorageErrorKind::wrong_password, StartProblem::code_and_letters_differ);
    const auto recovered = with_words(
        [&] {
            return with_words([&] { return storage::recover_from_sheet(common.casebook, std::move(person), now); },
                              storage::StorageErrorKind::damaged, StartProblem::sheet_opens_nothing);
        },
        storage::StorageErrorKind::exists, StartProblem::keys_are_good);
    std::cout << words::casebook_recovered(common.casebook.string(), recovered.has_new_private_notes) << '\n';
}

} // namespace app::cli
