#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/exchange/demo_practice.h"
#include "app/words/cli_words.h"
#include "storage/casebook_folder.h"

#include <filesystem>
#include <iostream>
#include <system_error>
#include <utility>
#include <vector>

namespace app::cli {

namespace {

DemoOptions demo_options(const DemoCommandOptions& options)
{
    DemoOptions demo{.as_of = options.as_of ? read_day(*options.as_of) : today()};
    demo.seed = options.seed.value_or(demo.seed);
    demo.clients = options.clients.value_or(demo.clients);
    demo.sessions = options.sessions;
    return demo;
}

} // namespace

void make_demo(const Common& common, const DemoCommandOptions& options)
{
    const DemoOptions demo = demo_options(options);
    require_free(common.casebook);
    const std::string password = new_password_from(common.password_file);
    // Everyone in it is invented: it goes without a recovery sheet.
    storage::vault::NewVault vault = storage::vault::make_vault(password);
    storage::make_folder(common.casebook, vault.vault);
    const auto filled = [&] {
        storage::Casebook casebook{common.casebook, std::move(vault.vault), now};
        fill_demo_practice(casebook, demo);
        return casebook.caseload(demo.as_of);
    };
    std::vector<model::CaseloadRow> caseload;
    try {
        caseload = filled();
    } catch (...) {
        // Half a practice is of no use, and nothing in it was anybody's.
        std::error_code ignored;
        std::filesystem::remove_all(common.casebook, ignored);
        throw;
    }
    std::size_t notes = 0;
    for (const model::CaseloadRow& row : caseload) {
        notes += static_cast<std::size_t>(row.sessions);
    }
    std::cout << words::demo_made(common.casebook.string(), caseload.size(), notes) << '\n';
}

} // namespace app::cli
