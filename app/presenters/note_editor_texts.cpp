// The texts of a note: typing, and the way back.

#include "app/presenters/note_editor_presenter.h"

namespace app {

const std::string& NoteEditorPresenter::text(const NoteText& which) const
{
    if (const auto* section = std::get_if<model::SectionKind>(&which)) {
        return screen_.content.text_of(*section);
    }
    return std::get<SideText>(which) == SideText::homework ? screen_.content.homework : screen_.content.risk.actions;
}

void NoteEditorPresenter::write(const NoteText& which, const std::string& text)
{
    if (const auto* section = std::get_if<model::SectionKind>(&which)) {
        screen_.content.write(*section, text);
    } else if (std::get<SideText>(which) == SideText::homework) {
        screen_.content.homework = text;
    } else {
        screen_.content.risk.actions = text;
    }
}

UndoHistory& NoteEditorPresenter::history(const NoteText& which)
{
    return histories_.try_emplace(which, text(which)).first->second;
}

bool NoteEditorPresenter::type(const NoteText& which, const std::string& text, long caret)
{
    if (text.size() > model::longest_section) {
        return false;
    }
    move_caret(which, caret);
    if (text == this->text(which)) {
        return true;
    }
    history(which).record(text, place_.clock.now());
    write(which, text);
    entered();
    return true;
}

void NoteEditorPresenter::move_caret(const NoteText& which, long caret)
{
    if (const auto* section = std::get_if<model::SectionKind>(&which)) {
        screen_.caret = {.section = *section, .position = caret};
    }
}

TextState NoteEditorPresenter::apply(const NoteText& which, TextState state)
{
    move_caret(which, state.caret);
    write(which, state.text);
    entered();
    return state;
}

std::optional<TextState> NoteEditorPresenter::undo(const NoteText& which)
{
    auto state = history(which).undo();
    return state ? std::optional{apply(which, *std::move(state))} : std::nullopt;
}

std::optional<TextState> NoteEditorPresenter::redo(const NoteText& which)
{
    auto state = history(which).redo();
    return state ? std::optional{apply(which, *std::move(state))} : std::nullopt;
}

std::string plain_text(std::string_view pasted)
{
    std::string plain;
    plain.reserve(pasted.size());
    for (std::size_t at = 0; at < pasted.size(); ++at) {
        const auto sign = static_cast<unsigned char>(pasted[at]);
        if (sign == '\r') {
            const bool is_pair = at + 1 < pasted.size() && pasted[at + 1] == '\n';
            plain += is_pair ? "" : "\n";
        } else if (sign >= 0x20 ? sign != 0x7F : sign == '\n' || sign == '\t') {
            plain += pasted[at];
        }
    }
    return plain;
}

} // namespace app
