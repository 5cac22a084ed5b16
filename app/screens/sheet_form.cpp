#include "app/screens/sheet_form.h"

#include "app/output/files.h"
#include "app/output/recovery_sheet.h"
#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/save_dialog.h"
#include "app/screens/text.h"
#include "app/words/start_words.h"
#include "app/words/summary_tab_words.h"

#include <wx/stdpaths.h>

#include <utility>

namespace app {

SheetForm::SheetForm(wxWindow& parent, const SheetGroups& groups, std::function<std::optional<RecoverySheet>()> sheet,
                     std::function<void(bool)> on_saved, Printing printing)
    : parent_{parent}, groups_{groups}, sheet_{std::move(sheet)}, on_saved_{std::move(on_saved)}, printing_{std::move(
                                                                                                      printing)}
{
    save_ = make_main_button(parent, start::save_sheet());
    print_ = make_button(parent, start::print_sheet());
    paper_ = new wxChoice(&parent, wxID_ANY);
    paper_->Append(shown(summary_tab_words::a4()));
    paper_->Append(shown(summary_tab_words::letter()));
    paper_->SetSelection(0);
    set_accessible_name(*paper_, start::paper_label());
    saved_ = new Paragraph(&parent, {}, Paragraph::Tone::quiet);
    first_ = make_line(parent, start::group_label(groups.first));
    second_ = make_line(parent, start::group_label(groups.second));
    save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(parent_, [this] { save(); }); });
    print_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(parent_, [this] { print(); }); });
}

void SheetForm::add_to(wxSizer& column)
{
    auto* sheet = new wxBoxSizer(wxHORIZONTAL);
    sheet->Add(save_, wxSizerFlags().Border(wxRIGHT, px(parent_, gap::small)));
    sheet->Add(print_, wxSizerFlags().Border(wxRIGHT, px(parent_, gap::small)));
    sheet->Add(paper_, wxSizerFlags().CentreVertical());
    column.Add(sheet, wxSizerFlags().Border(wxBOTTOM, px(parent_, gap::small)));
    column.Add(saved_, wxSizerFlags().Expand().Border(wxBOTTOM, px(parent_, gap::small)));
    column.Add(new Paragraph(&parent_, start::type_back(groups_.first, groups_.second)),
               wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, px(parent_, gap::medium)));
    auto* groups = new wxFlexGridSizer(2, px(parent_, gap::hair), px(parent_, gap::large));
    groups->Add(new wxStaticText(&parent_, wxID_ANY, shown(start::group_label(groups_.first))));
    groups->Add(new wxStaticText(&parent_, wxID_ANY, shown(start::group_label(groups_.second))));
    groups->Add(first_);
    groups->Add(second_);
    column.Add(groups, wxSizerFlags().Border(wxBOTTOM, px(parent_, gap::large)));
}

void SheetForm::enable_groups(bool are_enabled)
{
    first_->Enable(are_enabled);
    second_->Enable(are_enabled);
}

std::string SheetForm::first_group() const
{
    return utf8(first_->GetValue());
}

std::string SheetForm::second_group() const
{
    return utf8(second_->GetValue());
}

void SheetForm::save()
{
    const auto facts = sheet_();
    if (!facts) {
        return;
    }
    const auto file = ask_where_to_save(parent_, {.folder = utf8(wxStandardPaths::Get().GetDocumentsDir()),
                                                  .name = start::sheet_file(facts->casebook_name, facts->person_name),
                                                  .ending = "pdf"});
    if (!file) {
        return;
    }
    const auto page = recovery_page(*facts, paper(), PangoRuler{});
    const bool is_saved = page && !write_file(*file, pdf_of({&*page, 1}, {.title = start::sheet_heading()}));
    ask_for_groups(is_saved, start::sheet_saved(*file));
}

void SheetForm::print()
{
    const auto facts = sheet_();
    if (!facts) {
        return;
    }
    const auto page = recovery_page(*facts, paper(), PangoRuler{});
    const auto outcome =
        page ? printing_(parent_, start::sheet_heading(), {*page}, paper() == Paper::letter) : PrintOutcome::failed;
    switch (outcome) {
    case PrintOutcome::printed:
        return ask_for_groups(true, start::sheet_printed());
    case PrintOutcome::no_printer:
        return saved_->say(start::no_printer_for_sheet());
    case PrintOutcome::failed:
        return saved_->say(start::sheet_not_printed());
    case PrintOutcome::cancelled:
        break;
    }
}

Paper SheetForm::paper() const
{
    return paper_->GetSelection() == 0 ? Paper::a4 : Paper::letter;
}

void SheetForm::ask_for_groups(bool is_saved, std::string_view words)
{
    on_saved_(is_saved);
    if (is_saved) {
        saved_->say(words);
        first_->SetFocus();
    }
}

} // namespace app
