#include "app/presenters/settings_presenter.h"

#include "model/text.h"

#include <charconv>
#include <optional>
#include <utility>

namespace app {

namespace {

/// The settings with the minutes that the text says; nothing when it is no number or not one that can be chosen.
std::optional<storage::Settings> with_minutes(const std::string& text, storage::Settings settings)
{
    const std::string digits = model::trimmed(text);
    const char* const end = digits.data() + digits.size();
    const auto [read_to, error] = std::from_chars(digits.data(), end, settings.lock_after_minutes);
    const bool is_number = error == std::errc{} && read_to == end;
    return is_number && settings.are_allowed() ? std::optional{settings} : std::nullopt;
}

} // namespace

SettingsPresenter::SettingsPresenter(storage::Casebook& casebook)
    : casebook_{casebook}, changes_{casebook.subscribe([this](const storage::Change& change) {
          if (change.what == storage::Changed::settings) {
              reload();
          }
      })}
{
    reload();
}

void SettingsPresenter::type_idle_minutes(std::string text)
{
    screen_.idle_minutes = std::move(text);
    judge();
}

void SettingsPresenter::choose(const model::DateHabits& habits)
{
    screen_.habits = habits;
    judge();
}

void SettingsPresenter::save()
{
    if (screen_.can_save) {
        casebook_.set_settings(entered().value());
    }
}

bool SettingsPresenter::is_untouched() const
{
    return entered() == kept_;
}

void SettingsPresenter::reload()
{
    kept_ = casebook_.settings();
    screen_.idle_minutes = std::to_string(kept_.lock_after_minutes);
    screen_.habits = kept_.habits;
    judge();
}

std::optional<storage::Settings> SettingsPresenter::entered() const
{
    return with_minutes(screen_.idle_minutes, {.habits = screen_.habits});
}

void SettingsPresenter::judge()
{
    const auto typed = entered();
    screen_.is_out_of_bounds = !typed;
    screen_.can_save = typed && *typed != kept_;
    on_change();
}

} // namespace app
