#pragma once

#include "app/presenters/workplace.h"
#include "app/screens/tab.h"

namespace app {

/// Builds one of the six tabs of a client.
Tab* make_tab(TabKind kind, wxWindow* parent, const Workplace& place, model::ClientId client);

/// Opens the note or draft of a destination in the sessions tab; other tabs do nothing.
void lead(Tab& tab, const Destination& destination);

/// The way back to what a client's tab shows now.
Destination place_in(const Tab& tab, model::ClientId client, TabKind kind);

/// Whether the tab shows a note that was started and holds nothing yet.
bool is_starting_note(const Tab& tab);

/// Starts a note in the sessions tab; other tabs do nothing.
void start_note(Tab& tab);

/// Whether a note is being written in the tab; then these lead to its goals and its risk line.
bool is_writing_note(const Tab& tab);
void lead_to_goals(Tab& tab);
void lead_to_risk(Tab& tab);

} // namespace app
