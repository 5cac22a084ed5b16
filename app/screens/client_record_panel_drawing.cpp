// How the part of the details that concerns the record as a whole shows what its presenter says.

#include "app/screens/accessible.h"
#include "app/screens/client_record_panel.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/text.h"
#include "app/words/client_record_words.h"
#include "app/words/form_words.h"

#include <algorithm>

namespace app {

namespace record_words = client_record_words;

namespace {

/// The same sentences, each in a line of its own.
std::string lines_of(const std::vector<std::string>& sentences)
{
    std::string lines;
    for (const std::string& sentence : sentences) {
        lines += (lines.empty() ? "" : "\n") + sentence;
    }
    return lines;
}

std::string heading_of(const ClientRecordPresenter::Screen& screen)
{
    switch (screen.form) {
    case ClientRecordPresenter::Form::none:
        return {};
    case ClientRecordPresenter::Form::merge:
        return record_words::merge_heading();
    case ClientRecordPresenter::Form::remove:
        return record_words::remove_heading(screen.code);
    case ClientRecordPresenter::Form::erase:
        return record_words::erase_heading(screen.code);
    }
    return {};
}

std::string finish_words(ClientRecordPresenter::Form form)
{
    switch (form) {
    case ClientRecordPresenter::Form::none:
        return {};
    case ClientRecordPresenter::Form::merge:
        return record_words::merge_now_button();
    case ClientRecordPresenter::Form::remove:
        return record_words::remove_now_button();
    case ClientRecordPresenter::Form::erase:
        return record_words::erase_now_button();
    }
    return {};
}

} // namespace

void ClientRecordPanel::draw(const Screen& screen)
{
    const bool is_open = screen.form != Form::none;
    merged_->say(lines_of(screen.merged));
    merge_->Show(!is_open);
    merge_->Enable(screen.has_others);
    remove_->Show(!is_open && !screen.has_notes);
    erase_->Show(!is_open && screen.has_notes);
    draw_form(screen);
    draw_question(screen);
    const bool had_keyboard = form_->IsDescendant(FindFocus());
    form_->Show(is_open);
    if (form_shown_ != screen.form) {
        form_shown_ = screen.form;
        lead_keyboard(had_keyboard);
    }
    Layout();
    lay_out_around(*this);
}

void ClientRecordPanel::draw_form(const Screen& screen)
{
    const bool is_merge = screen.form == Form::merge;
    const bool is_erase = screen.form == Form::erase;
    heading_->SetLabelText(shown(heading_of(screen)));
    explanation_->say(is_merge ? record_words::merge_explanation() : screen.explanation);
    draw_merge(screen);
    fill(*reason_, screen.reason);
    fill(*typed_code_, screen.typed_code);
    const auto ground = std::ranges::find(record_words::erasure_grounds, screen.ground);
    ground_->SetSelection(screen.ground ? static_cast<int>(ground - record_words::erasure_grounds.begin())
                                        : wxNOT_FOUND);
    ground_label_->Show(is_erase);
    ground_->Show(is_erase);
    reason_label_->Show(is_merge || is_erase);
    reason_->Show(is_merge || is_erase);
    const std::string confirm = record_words::type_code_label(screen.code);
    typed_code_label_->SetLabelText(shown(form_words::required_label(confirm)));
    set_accessible_name(*typed_code_, confirm);
    typed_code_label_->Show(is_erase);
    typed_code_->Show(is_erase);
    backups_->say(screen.backups);
    finish_->SetLabelText(shown(finish_words(screen.form)));
    finish_->Enable(screen.can_finish);
}

void ClientRecordPanel::draw_merge(const Screen& screen)
{
    const bool is_merge = screen.form == Form::merge;
    fill(*filter_, screen.filter);
    draw_others(screen);
    nobody_->say(is_merge && screen.others.empty() ? record_words::nobody_found() : std::string{});
    for (wxStaticText* label : merge_labels_) {
        label->Show(is_merge);
    }
    filter_->Show(is_merge);
    others_->Show(is_merge && !screen.others.empty());
    if (codes_shown_ != screen.codes) {
        codes_shown_ = screen.codes;
        code_->Clear();
        for (const std::string& code : codes_shown_) {
            code_->Append(shown(code));
        }
    }
    code_->SetSelection(screen.codes.empty() ? wxNOT_FOUND : screen.keeps_own_code ? 0 : 1);
    code_label_->Show(!screen.codes.empty());
    code_->Show(!screen.codes.empty());
    contradictions_->say(lines_of(screen.contradictions));
    preview_->say(lines_of(screen.preview));
}

void ClientRecordPanel::draw_others(const Screen& screen)
{
    if (others_shown_ != screen.others) {
        others_shown_ = screen.others;
        wxArrayString words;
        for (const auto& other : others_shown_) {
            words.Add(shown(other.words));
        }
        others_->Set(words);
    }
    if (!screen.other) {
        others_->SetSelection(wxNOT_FOUND);
        return;
    }
    const auto chosen = std::ranges::find(others_shown_, *screen.other, &ClientRecordPresenter::Other::client);
    others_->SetSelection(static_cast<int>(chosen - others_shown_.begin()));
}

void ClientRecordPanel::draw_question(const Screen& screen)
{
    if (question_->IsShown() != screen.asks_about_unsaved) {
        question_->ask(screen.asks_about_unsaved ? record_words::unsaved_form() : std::string{});
    }
}

wxWindow& ClientRecordPanel::first_in_form(Form form)
{
    // What cannot be undone is not pressed by accident.
    return form == Form::merge   ? static_cast<wxWindow&>(*filter_)
           : form == Form::erase ? static_cast<wxWindow&>(*ground_)
                                 : *cancel_;
}

void ClientRecordPanel::lead_keyboard(bool was_in_form)
{
    if (form_shown_ == Form::none) {
        if (was_in_form) {
            merge_->SetFocus();
        }
        return;
    }
    first_in_form(form_shown_).SetFocus();
    CallAfter([this] {
        for (wxWindow* place = GetParent(); place != nullptr; place = place->GetParent()) {
            if (auto* const page = dynamic_cast<ScrolledPage*>(place); page != nullptr) {
                return page->reveal_all_of(*form_);
            }
        }
    });
}

} // namespace app
