#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/exchange/demo_practice.h"
#include "app/words/cli_words.h"
#include "storage/casebook_folder.h"

#include <iostream>
#include <utility>

namespace app::cli {

namespace {

DemoOptions demo_options(const DemoCommandOptions& options)
{
    DemoOptions demo{.as_of = today()};
    if (options.as_of) {
        const auto day = model::parse_date(*options.as_of);
        if (!day) {
            throw Refusal{words::not_a_date(*options.as_of)};
        }
        demo.as_of = *day;
    }
    demo.seed = options.seed.value_or(demo.seed);
    demo.clients = options.clients.value_or(demo.clients);
    demo.sessions = options.sessions;
    return demo;
}

} // namespace

void make_demo(const Common& common, const DemoCommandOptions& options)
{
    const DemoOptions demo = demo_options(options);
    const std::string password = new_password_from(common.password_file);
    // Everyone in it is invented: it goes without a recovery sheet.
    storage::vault::NewVault vault = storage::vault::make_vault(password);
    storage::make_folder(common.casebook, vault.vault);
    storage::Casebook casebook{common.casebook, std::move(vault.vault)};
    fill_demo_practice(casebook, demo);
    std::size_t notes = 0;
    const auto rows = casebook.caseload(demo.as_of);
    for (const model::CaseloadRow& row : rows) {
        notes += static_cast<std::size_t>(row.sessions);
    }
    std::cout << words::demo_made(common.casebook.string(), rows.size(), notes) << '\n';
}

} // namespace app::cli
