#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/output/files.h"
#include "app/output/recovery_sheet.h"
#include "app/words/cli_words.h"
#include "app/words/dates.h"
#include "app/words/errors.h"
#include "storage/casebook_folder.h"

#include <filesystem>
#include <iostream>
#include <span>

namespace app::cli {

void make_casebook(const Common& common, const NewOptions& options)
{
    require_free(common.casebook);
    require_free(options.recovery_out);
    const std::string password = new_password_from(common.password_file);
    const storage::vault::NewVault vault = storage::vault::make_vault(password);
    const PangoRuler ruler;
    const auto page = recovery_page({.casebook_name = storage::casebook_name(common.casebook),
                                     .made_on = long_date(today()),
                                     .code = vault.sheet.code.text(),
                                     .payload = vault.sheet.slot},
                                    options.on_letter ? Paper::letter : Paper::a4, ruler);
    // The sheet first: a casebook without one could be lost with its password, a sheet without a casebook opens
    // nothing.
    write(options.recovery_out, pdf_of(std::span{&page.value(), 1}, {.title = words::recovery_sheet_title()}));
    try {
        storage::make_folder(common.casebook, vault.vault);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(options.recovery_out, ignored);
        throw;
    }
    std::cout << words::casebook_made(common.casebook.string(), options.recovery_out.string()) << '\n';
}

} // namespace app::cli
