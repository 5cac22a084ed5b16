#include "app/screens/note_sections.h"

#include "app/screens/accessible.h"
#include "app/screens/form.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/slim.h"
#include "app/screens/text.h"
#include "app/words/session_words.h"

#include <wx/wupdlock.h>

#include <algorithm>

namespace app {

namespace {

/// How many lines of a section are in sight while it is empty.
int lines_of(model::SectionKind kind)
{
    const bool is_short = kind == model::SectionKind::plan || kind == model::SectionKind::objective;
    return is_short ? 3 : 4;
}

} // namespace

void bind_text(SectionText& field, NoteEditorPresenter& presenter, const NoteText& which)
{
    field.on_type = [&presenter, which](const std::string& text, long caret) {
        return presenter.type(which, text, caret);
    };
    field.on_undo = [&presenter, which] { return presenter.undo(which); };
    field.on_redo = [&presenter, which] { return presenter.redo(which); };
    field.on_too_long = [&field] { announce(field, too_long_for_a_section()); };
}

NoteSections::NoteSections(wxWindow* parent, NoteEditorPresenter& presenter) : Panel(parent), presenter_{presenter}
{
    create_controls();
    lay_out();
    bind_gestures();
}

void NoteSections::create_controls()
{
    form_ = new wxChoice(this, wxID_ANY);
    for (const auto form : all_note_forms()) {
        form_->Append(shown(name_of(form)));
    }
    reshape(*form_, "mendline-slim");
    set_accessible_name(*form_, words_for(NoteCaption::form));
    form_->SetToolTip(shown(words_for(NoteCaption::form)));
}

void NoteSections::lay_out()
{
    head_ = new wxBoxSizer(wxHORIZONTAL);
    head_->AddStretchSpacer();
    head_->Add(form_);
    column_ = new wxBoxSizer(wxVERTICAL);
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(head_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::hair)));
    page->Add(column_, wxSizerFlags().Expand());
    SetSizer(page);
}

void NoteSections::bind_gestures()
{
    form_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        guarded(*this, [&] { presenter_.choose(all_note_forms().at(static_cast<std::size_t>(event.GetSelection()))); });
    });
}

void NoteSections::draw(const NoteEditorScreen& screen)
{
    if (!std::ranges::equal(screen.sections, sections_, {}, {}, &Section::kind)) {
        rebuild(screen.sections);
    }
    form_->SetSelection(
        static_cast<int>(std::ranges::find(all_note_forms(), screen.content.form) - all_note_forms().begin()));
    for (const Section& section : sections_) {
        section.text->show(screen.content.text_of(section.kind));
    }
}

void NoteSections::rebuild(const std::vector<model::SectionKind>& kinds)
{
    const wxWindowUpdateLocker quiet{this};
    const bool had_focus = focused() != nullptr;
    column_->Clear(true);
    if (head_->GetItemCount() > 2) {
        head_->GetItem(std::size_t{0})->DeleteWindows();
        head_->Remove(0);
    }
    sections_.clear();
    for (const auto kind : kinds) {
        auto* caption = make_caption(*this, name_of(kind));
        auto* text = new SectionText(this, name_of(kind), hint_for(kind), lines_of(kind));
        bind_text(*text, presenter_, kind);
        text->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& focus) {
            guarded(*this, [this] { presenter_.save(); });
            focus.Skip();
        });
        if (sections_.empty()) {
            head_->Insert(0, caption, wxSizerFlags().Align(wxALIGN_BOTTOM));
        } else {
            column_->Add(caption, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::hair)));
        }
        column_->Add(text, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
        sections_.push_back({.kind = kind, .text = text});
    }
    if (had_focus) {
        focus(presenter_.screen().caret);
    }
    lay_out_around(*this);
}

const NoteSections::Section* NoteSections::focused() const
{
    const auto found = std::ranges::find_if(sections_, [](const Section& section) { return section.text->HasFocus(); });
    return found == sections_.end() ? nullptr : &*found;
}

void NoteSections::focus(model::Caret caret)
{
    auto found = std::ranges::find(sections_, caret.section, &Section::kind);
    if (found == sections_.end()) {
        found = sections_.begin();
    }
    found->text->SetFocus();
    found->text->SetInsertionPoint(std::min(caret.position, found->text->GetLastPosition()));
}

void NoteSections::note_caret()
{
    if (const auto* section = focused()) {
        presenter_.move_caret(section->kind, section->text->GetInsertionPoint());
    }
}

} // namespace app
