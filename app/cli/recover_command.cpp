#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/words/cli_words.h"
#include "app/words/start_words.h"
#include "storage/recovery.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <numeric>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace app::cli {

namespace vault = storage::vault;

namespace {

/// The recovery sheet as text: its code, then its letters from MENDLINE1 on, and perhaps all that is printed around
/// them.
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

std::vector<std::string> words_in(const std::string& text)
{
    std::istringstream stream{text};
    return {std::istream_iterator<std::string>{stream}, {}};
}

/// The code alone; or its eight groups in a row somewhere in the text of a whole sheet, where numbers may stand above
/// them.
std::variant<vault::RecoveryCode, vault::RecoveryTypo> code_in(const std::string& text)
{
    constexpr std::size_t groups = 8;
    auto alone = vault::parse_recovery_code(text);
    std::vector<std::string> words = words_in(text);
    std::erase_if(words, [](const std::string& word) { return word.size() == 1; });
    for (std::size_t first = 0; first + groups <= words.size(); ++first) {
        const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
        const auto read = vault::parse_recovery_code(std::accumulate(begin, begin + groups, std::string{}));
        if (std::holds_alternative<vault::RecoveryCode>(read)) {
            return read;
        }
    }
    return alone;
}

/// The letters, as far as they go: other words may follow.
std::optional<vault::SheetSlot> slot_in(const std::string& text)
{
    std::string letters;
    for (const std::string& word : words_in(text)) {
        letters += word;
        if (const auto slot = vault::parse_sheet_text(letters)) {
            return slot;
        }
    }
    return std::nullopt;
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
    const auto code = code_in(text.substr(0, letters));
    if (const auto* typo = std::get_if<vault::RecoveryTypo>(&code)) {
        throw Refusal{words_for(trouble_with(*typo))};
    }
    const auto slot = slot_in(text.substr(letters));
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

void give_new_password(const Common& common, const vault::RecoveryCode& code, const std::string& password)
{
    auto opened = with_words([&] { return vault::unlock_with_recovery(common.casebook, code); },
                             storage::StorageErrorKind::wrong_password, StartProblem::code_opens_nothing);
    storage::Casebook casebook{common.casebook, std::move(opened), now, elsewhere_for(common)};
    casebook.replace_password(vault::seal_password(casebook.vault(), password));
}

} // namespace

void recover_casebook(const Common& common, const RecoverOptions& options)
{
    if (!std::filesystem::exists(common.casebook / "record.db")) {
        throw Refusal{words::no_casebook(common.casebook.string())};
    }
    const Sheet sheet = sheet_in(read_file(options.sheet_file));
    const std::string password = new_password_from(common.password_file);
    try {
        vault::SealedPerson person =
            with_words([&] { return vault::seal_from_sheet(sheet.slot, sheet.code, password); },
                       storage::StorageErrorKind::wrong_password, StartProblem::code_and_letters_differ);
        const auto recovered = with_words(
            [&] { return storage::recover_from_sheet(common.casebook, std::move(person), now, elsewhere_for(common)); },
            storage::StorageErrorKind::damaged, StartProblem::sheet_opens_nothing);
        std::cout << words::casebook_recovered(common.casebook.string(), recovered.has_new_private_notes) << '\n';
    } catch (const storage::StorageError& error) {
        // The keys are in good order: the code alone opens them.
        if (error.kind != storage::StorageErrorKind::exists) {
            throw;
        }
        give_new_password(common, sheet.code, password);
        std::cout << words::casebook_recovered(common.casebook.string(), false) << '\n';
    }
}

} // namespace app::cli
