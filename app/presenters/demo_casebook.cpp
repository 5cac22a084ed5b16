#include "app/presenters/demo_casebook.h"

#include "storage/casebook_folder.h"

#if __has_include("app/exchange/demo_practice.h")
#include "app/exchange/demo_practice.h"
#define HAS_DEMO_PRACTICE
#endif

#include <utility>

namespace app {

namespace vault = storage::vault;

storage::Casebook make_demo_casebook(const std::filesystem::path& folder, const Clock& clock)
{
    const std::filesystem::path place = folder / "Demo.casebook";
    vault::NewVault made = vault::make_vault(vault::RecoveryCode::random().text(), vault::KeyCost::smallest());
    storage::make_folder(place, made.vault);
    storage::Casebook casebook{place, std::move(made.vault)};
#ifdef HAS_DEMO_PRACTICE
    fill_demo_practice(casebook, {.as_of = clock.today()});
#else
    casebook.together([&] {
        const model::Date today = clock.today();
        for (const char* name : {"Maren Holt", "Idris Bell", "Noor Aziz", "Tomas Reyes"}) {
            const auto client = casebook.add_client({.code = std::string{name, 1} + "-001", .name = name});
            casebook.admit(client, model::days_after(today, -200), model::LevelOfCare::outpatient, {});
            for (int week = 0; week < 10; ++week) {
                model::NoteContent note{.session = {.held_on = model::days_after(today, -100 + 7 * week)}};
                note.write(model::SectionKind::data, "Arrived on time.");
                casebook.add_signed_note(client, note, clock.now());
            }
        }
    });
#endif
    return casebook;
}

} // namespace app
