#pragma once

#include "app/screens/habit_choices.h"
#include "app/screens/sheet_form.h"
#include "app/screens/start_page.h"

#include <memory>
#include <optional>
#include <string>

namespace app {

/// Open the last casebook, another one, a new one, or the demo practice; or restore a backup.
class ChoosePage : public StartPageView {
public:
    ChoosePage(wxWindow* parent, StartPresenter& presenter);

    void focus_first() override;

private:
    void choose_other();

    wxButton* first_ = nullptr;
};

/// Name, place and password of a new casebook.
class MakePage : public StartPageView {
public:
    /// `habits` are those of the desktop, from which the practice may differ.
    MakePage(wxWindow* parent, StartPresenter& presenter, const model::DateHabits& habits);

    void draw(const StartPresenter::Screen& screen) override;
    void focus_first() override { name_->SetFocus(); }

private:
    void lay_out();
    void bind_gestures();
    void choose_folder();
    void go_on();

    wxTextCtrl* name_ = nullptr;
    wxTextCtrl* folder_ = nullptr;
    wxButton* choose_ = nullptr;
    wxTextCtrl* password_ = nullptr;
    Paragraph* hint_ = nullptr;
    wxTextCtrl* again_ = nullptr;
    HabitChoices* habits_ = nullptr;
    wxButton* go_on_ = nullptr;
};

/// Print or save the recovery sheet, and show that it can be read.
class SheetPage : public StartPageView {
public:
    /// `made_on` is the date that the sheet bears.
    SheetPage(wxWindow* parent, StartPresenter& presenter, std::string made_on);

    void draw(const StartPresenter::Screen& screen) override;
    void focus_first() override { form_->focus_first(); }

private:
    std::optional<RecoverySheet> facts();

    std::string made_on_;
    std::unique_ptr<SheetForm> form_;
    wxButton* finish_ = nullptr;
};

/// The password of a casebook.
class UnlockPage : public StartPageView {
public:
    UnlockPage(wxWindow* parent, StartPresenter& presenter);

    void draw(const StartPresenter::Screen& screen) override;
    void focus_first() override;

private:
    void unlock();

    bool was_busy_ = false;
    wxTextCtrl* password_ = nullptr;
    wxButton* unlock_ = nullptr;
    wxButton* lost_ = nullptr;
};

/// The code of the recovery sheet.
class RecoverPage : public StartPageView {
public:
    RecoverPage(wxWindow* parent, StartPresenter& presenter);

    void focus_first() override { code_->SetFocus(); }

private:
    wxTextCtrl* code_ = nullptr;
};

/// The recovery sheet in the place of lost keys, and a new password.
class FromSheetPage : public StartPageView {
public:
    FromSheetPage(wxWindow* parent, StartPresenter& presenter);

    void draw(const StartPresenter::Screen& screen) override;
    void focus_first() override { code_->SetFocus(); }

private:
    void lay_out(wxButton& open);
    void bind_gestures(wxButton& open);

    wxTextCtrl* code_ = nullptr;
    wxTextCtrl* letters_ = nullptr;
    wxTextCtrl* password_ = nullptr;
    Paragraph* hint_ = nullptr;
    wxTextCtrl* again_ = nullptr;
};

/// A new password after the code was right.
class NewPasswordPage : public StartPageView {
public:
    NewPasswordPage(wxWindow* parent, StartPresenter& presenter);

    void draw(const StartPresenter::Screen& screen) override;
    void focus_first() override { password_->SetFocus(); }

private:
    wxTextCtrl* password_ = nullptr;
    Paragraph* hint_ = nullptr;
    wxTextCtrl* again_ = nullptr;
};

} // namespace app
