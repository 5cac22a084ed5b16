#pragma once

#include "app/screens/start_page.h"

#include <wx/choice.h>

namespace app {

/// Open the last casebook, another one, or make one.
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
    MakePage(wxWindow* parent, StartPresenter& presenter);

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
    wxButton* go_on_ = nullptr;
};

/// Save the recovery sheet, and prove that it can be read.
class SheetPage : public StartPageView {
public:
    /// `made_on` is the date that the sheet bears.
    SheetPage(wxWindow* parent, StartPresenter& presenter, std::string made_on);

    void draw(const StartPresenter::Screen& screen) override;
    void focus_first() override { save_->SetFocus(); }

private:
    void lay_out();
    void save_sheet();
    void finish();

    std::string made_on_;
    wxChoice* paper_ = nullptr;
    wxButton* save_ = nullptr;
    Paragraph* saved_ = nullptr;
    wxTextCtrl* first_ = nullptr;
    wxTextCtrl* second_ = nullptr;
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
};

/// The code of the recovery sheet.
class RecoverPage : public StartPageView {
public:
    RecoverPage(wxWindow* parent, StartPresenter& presenter);

    void focus_first() override { code_->SetFocus(); }

private:
    wxTextCtrl* code_ = nullptr;
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
