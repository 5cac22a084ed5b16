#include "app/screens/typed_texts.h"

#include "app/screens/accessible.h"
#include "app/screens/text.h"
#include "model/text.h"

#include <algorithm>
#include <iterator>

namespace app {

namespace {

using Typed = storage::LeftOpen::Typed;

void collect(wxWindow& place, std::vector<wxTextCtrl*>& fields)
{
    for (wxWindow* child : place.GetChildren()) {
        if (!child->IsShown()) {
            continue;
        }
        auto* field = dynamic_cast<wxTextCtrl*>(child);
        if (field != nullptr && field->IsEditable() && !field->HasFlag(wxTE_PASSWORD)) {
            fields.push_back(field);
        }
        collect(*child, fields);
    }
}

std::vector<wxTextCtrl*> fields_in(wxWindow& place)
{
    std::vector<wxTextCtrl*> fields;
    collect(place, fields);
    return fields;
}

} // namespace

std::vector<Typed> typed_in(wxWindow& place, int tab, bool is_kept)
{
    std::vector<Typed> typed;
    std::ranges::transform(fields_in(place), std::back_inserter(typed), [&](const wxTextCtrl* field) {
        return Typed{.tab = tab, .field = accessible_name(*field), .text = utf8(field->GetValue()), .is_kept = is_kept};
    });
    return typed;
}

std::vector<Typed> type_again(wxWindow& place, const std::vector<Typed>& typed, int tab)
{
    auto fields = fields_in(place);
    std::vector<Typed> homeless;
    for (const Typed& words : typed) {
        if (words.tab != tab) {
            continue;
        }
        const auto field = std::ranges::find(fields, words.field, [](const wxTextCtrl* any) {
            return any != nullptr ? accessible_name(*any) : std::string{};
        });
        if (field == fields.end() || *field == nullptr) {
            if (!words.is_kept && !model::is_blank(words.text)) {
                homeless.push_back(words);
            }
            continue;
        }
        if (!words.text.empty() && utf8((*field)->GetValue()) != words.text) {
            (*field)->SetValue(shown(words.text));
        }
        *field = nullptr; // Another field of the same name comes next.
    }
    return homeless;
}

wxTextCtrl* focused_text(const wxWindow& place)
{
    auto* field = dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus());
    return field != nullptr && place.IsDescendant(field) ? field : nullptr;
}

wxTextCtrl* text_called(wxWindow& place, const std::string& name)
{
    const auto fields = fields_in(place);
    const auto found = std::ranges::find(fields, name, [](const wxTextCtrl* field) { return accessible_name(*field); });
    return found == fields.end() ? nullptr : *found;
}

} // namespace app
