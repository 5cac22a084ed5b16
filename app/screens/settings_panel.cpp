#include "app/screens/settings_panel.h"

#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/words/button_words.h"
#include "app/words/lock_words.h"
#include "app/words/unsaved_words.h"

#include <utility>

namespace app {

namespace {

using storage::Settings;

std::string idle_label()
{
    return lock_words::idle_label(Settings::shortest_idle_minutes, Settings::longest_idle_minutes);
}

} // namespace

SettingsPanel::SettingsPanel(wxWindow* parent, storage::Casebook& casebook, std::function<void()> on_done)
    : Panel(parent), presenter_{casebook}, on_done_{std::move(on_done)}
{
    give_style(*this, "mendline-page");
    create_controls();
    lay_out();
    bind_gestures();
    draw(presenter_.screen());
}

bool SettingsPanel::leave()
{
    if (!guarded(*this, [this] { presenter_.save(); }) || !presenter_.is_untouched()) {
        idle_->SetFocus();
        return false;
    }
    return true;
}

void SettingsPanel::create_controls()
{
    idle_ = make_line(*this, idle_label());
    trouble_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    habits_ = new HabitChoices(this);
    question_ = new UnsavedQuestion(this);
    save_ = make_main_button(*this, save_button());
    put_aside_ = make_button(*this, cancel_button());
}

void SettingsPanel::lay_out()
{
    const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(*this, lock_words::settings_heading()),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(new Paragraph(this, lock_words::settings_explanation(), Paragraph::Tone::quiet),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
    add_required_field(*column, *this, idle_label(), *idle_);
    column->Add(trouble_, below);
    column->Add(habits_, below);
    column->Add(question_, below);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(save_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    buttons->Add(put_aside_);
    column->Add(buttons);
    column->Add(px(*this, 440), 0); // As wide as this.

    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(column, wxSizerFlags().Border(wxALL, px(*this, gap::page)));
    SetSizer(page);
}

void SettingsPanel::bind_gestures()
{
    idle_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        guarded(*this, [this] { presenter_.type_idle_minutes(utf8(idle_->GetValue())); });
    });
    habits_->on_choose = [this] { presenter_.choose(habits_->chosen()); };
    give_form_keys(
        *this, [this] { save(); }, [this] { cancel(); });
    save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save(); });
    put_aside_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { cancel(); }); });
    question_->on_keep = [this] {
        question_->ask({});
        Layout();
        focus_first();
    };
    question_->on_throw_away = [this] { end(); };
    presenter_.on_change = [this] { draw(presenter_.screen()); };
}

void SettingsPanel::draw(const SettingsPresenter::Screen& screen)
{
    fill(*idle_, screen.idle_minutes);
    habits_->show(screen.habits);
    trouble_->say(screen.is_out_of_bounds
                      ? lock_words::idle_unreadable(Settings::shortest_idle_minutes, Settings::longest_idle_minutes)
                      : std::string{});
    save_->Enable(screen.can_save);
}

void SettingsPanel::cancel()
{
    if (is_untouched()) {
        return end();
    }
    question_->ask(unsaved_words::on_this_page());
    Layout();
}

void SettingsPanel::save()
{
    if (presenter_.screen().can_save && guarded(*this, [this] { presenter_.save(); })) {
        announce(*this, lock_words::settings_saved());
        end();
    }
}

void SettingsPanel::end()
{
    // The one who waits takes this panel away, which must not happen inside its own button.
    CallAfter([this] { guarded(*this, [done = on_done_] { done(); }); });
}

} // namespace app
