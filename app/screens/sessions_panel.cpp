#include "app/screens/sessions_panel.h"

#include "app/screens/damaged_panel.h"
#include "app/screens/guarded.h"
#include "app/screens/note_editor.h"
#include "app/screens/session_list.h"
#include "app/screens/signed_note_view.h"
#include "app/words/verification_words.h"
#include "storage/storage_error.h"

namespace app {

namespace {

/// Names, among what was left open, the client who was chosen as the right one for a note.
constexpr auto right_client_mark = "right client of the note";

} // namespace

SessionsPanel::SessionsPanel(wxWindow* parent, const Workplace& place, model::ClientId client)
    : Tab(parent), place_{place}, client_{client}, presenter_{place, client}
{
    create_controls(place.clock.habits.hours);
    lay_out();
    bind_gestures();
    list_->draw(presenter_.screen());
}

void SessionsPanel::create_controls(model::HourClock hours)
{
    list_ = new SessionList(this, hours);
}

void SessionsPanel::lay_out()
{
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(list_, wxSizerFlags(1).Expand());
    SetSizer(page);
}

void SessionsPanel::bind_gestures()
{
    list_->on_open = [this](const AnyNote& note) { guarded(*this, [&] { open(note); }); };
    list_->on_new = [this] { guarded(*this, [this] { start_note(); }); };
    presenter_.on_change = [this] { list_->draw(presenter_.screen()); };
}

void SessionsPanel::show(const Destination& destination)
{
    if (const auto* draft = std::get_if<model::DraftId>(&destination.note)) {
        open(*draft);
    } else if (const auto* note = std::get_if<model::NoteId>(&destination.note)) {
        open(*note);
        way_back_ = reader_ != nullptr ? destination.back : std::nullopt;
        if (way_back_) {
            reader_->name_way_back(words_for(NoteButton::back_to_trajectory));
        }
    } else {
        back_to_list();
    }
}

std::variant<std::monostate, model::NoteId, model::DraftId> SessionsPanel::open_note() const
{
    if (reader_ != nullptr) {
        return reader_->note();
    }
    if (editor_ != nullptr && editor_->draft()) {
        return *editor_->draft();
    }
    return {};
}

bool SessionsPanel::is_starting_note() const
{
    return editor_ != nullptr && !editor_->draft();
}

void SessionsPanel::start_note()
{
    open_editor(std::nullopt);
}

void SessionsPanel::focus_first()
{
    if (editor_ != nullptr) {
        editor_->focus_first();
    } else if (reader_ != nullptr) {
        reader_->focus_first();
    } else if (damaged_ != nullptr) {
        damaged_->focus_first();
    } else {
        list_->focus_first();
    }
}

void SessionsPanel::focus_goals()
{
    if (editor_ != nullptr) {
        editor_->focus_goals();
    }
}

void SessionsPanel::focus_risk()
{
    if (editor_ != nullptr) {
        editor_->focus_risk();
    }
}

std::vector<WindowPart> SessionsPanel::parts()
{
    return editor_ != nullptr ? editor_->parts() : Tab::parts();
}

bool SessionsPanel::leave()
{
    return (editor_ == nullptr || editor_->leave()) && (reader_ == nullptr || reader_->leave());
}

std::vector<storage::LeftOpen::Typed> SessionsPanel::open_forms_for(std::vector<storage::LeftOpen::Typed> typed)
{
    if (reader_ != nullptr) {
        reader_->open_form_for(typed);
    }
    std::erase_if(typed, [this](const storage::LeftOpen::Typed& words) {
        const bool is_choice = words.field == right_client_mark;
        if (is_choice && reader_ != nullptr) {
            reader_->choose_again(words.text);
        }
        return is_choice;
    });
    return typed;
}

std::vector<storage::LeftOpen::Typed> SessionsPanel::entered_elsewhere() const
{
    const std::string code = reader_ != nullptr ? reader_->right_client_code() : std::string{};
    if (code.empty()) {
        return {};
    }
    return {{.tab = static_cast<int>(TabKind::sessions), .field = right_client_mark, .text = code}};
}

void SessionsPanel::names_changed()
{
    if (editor_ != nullptr) {
        editor_->names_changed();
    } else if (reader_ != nullptr) {
        reader_->names_changed();
    } else if (damaged_ != nullptr) {
        damaged_->names_changed();
    }
}

void SessionsPanel::open(const AnyNote& note)
{
    try {
        if (const auto* signed_note = std::get_if<model::NoteId>(&note)) {
            open_reader(*signed_note);
        } else if (const auto draft = std::get<model::DraftId>(note); editor_ == nullptr || editor_->draft() != draft) {
            open_editor(draft);
        }
    } catch (const storage::StorageError& error) {
        if (error.kind != storage::StorageErrorKind::damaged) {
            throw;
        }
        show_damaged(note);
    }
}

void SessionsPanel::show_damaged(const AnyNote& note)
{
    close_page();
    const auto* signed_note = std::get_if<model::NoteId>(&note);
    const storage::RowName row{.table = signed_note != nullptr ? "note" : "draft",
                               .id = std::visit([](auto id) { return id.value; }, note)};
    damaged_ = new DamagedPanel{this,
                                place_,
                                row,
                                verification_words::damaged_note_heading(),
                                verification_words::damaged_note_words(),
                                words_for(NoteButton::back_to_list),
                                [this] { CallAfter([this] { guarded(*this, [this] { back_to_list(); }); }); }};
    put_in_place(*damaged_);
    damaged_->focus_first();
}

void SessionsPanel::open_editor(std::optional<model::DraftId> draft)
{
    if (!leave()) {
        return;
    }
    auto* editor = new NoteEditor(this, place_, client_, draft);
    close_page();
    editor_ = editor;
    editor_->on_back = [this] { CallAfter([this] { guarded(*this, [this] { back_to_list(); }); }); };
    // What comes next destroys the editor, which must not happen inside its own gesture.
    editor_->on_done = [this](const NoteEditorPresenter::Outcome& outcome) {
        CallAfter([this, outcome] { guarded(*this, [&] { end_of_work(outcome); }); });
    };
    put_in_place(*editor_);
    editor_->focus_first();
}

void SessionsPanel::open_reader(model::NoteId note)
{
    if (!leave()) {
        return;
    }
    auto* reader = new SignedNoteView(this, place_, note);
    close_page();
    reader_ = reader;
    reader_->on_back = [this] { CallAfter([this] { guarded(*this, [this] { lead_back(); }); }); };
    put_in_place(*reader_);
    reader_->focus_first();
}

void SessionsPanel::put_in_place(wxWindow& page)
{
    list_->Hide();
    GetSizer()->Add(&page, wxSizerFlags(1).Expand());
    Layout();
}

void SessionsPanel::close_page()
{
    for (wxWindow* page :
         {static_cast<wxWindow*>(editor_), static_cast<wxWindow*>(reader_), static_cast<wxWindow*>(damaged_)}) {
        if (page != nullptr) {
            page->Destroy();
        }
    }
    editor_ = nullptr;
    reader_ = nullptr;
    damaged_ = nullptr;
    way_back_.reset();
}

void SessionsPanel::lead_back()
{
    const auto way_back = way_back_;
    back_to_list();
    if (way_back && reader_ == nullptr) {
        const auto go = place_.go;
        go({.client = client_, .tab = *way_back});
    }
}

void SessionsPanel::back_to_list()
{
    std::optional<AnyNote> was_open;
    if (!leave()) {
        return;
    }
    if (editor_ != nullptr && editor_->draft()) {
        was_open = *editor_->draft();
    } else if (reader_ != nullptr) {
        was_open = reader_->note();
    }
    close_page();
    list_->Show();
    Layout();
    if (was_open) {
        list_->select(presenter_.row_of(*was_open));
    }
    list_->focus_first();
}

void SessionsPanel::end_of_work(const NoteEditorPresenter::Outcome& outcome)
{
    if (const auto* note = std::get_if<model::NoteId>(&outcome)) {
        if (!guarded(*this, [&] { open_reader(*note); })) {
            back_to_list();
        }
    } else if (const auto* destination = std::get_if<Destination>(&outcome)) {
        const auto go = place_.go;
        const Destination there = *destination;
        back_to_list();
        go(there);
    } else {
        back_to_list();
    }
}

} // namespace app
