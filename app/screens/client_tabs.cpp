#include "app/screens/client_tabs.h"

#include "app/screens/details_panel.h"
#include "app/screens/goals_panel.h"
#include "app/screens/measures_panel.h"
#include "app/screens/sessions_panel.h"
#include "app/screens/summaries_panel.h"
#include "app/screens/trajectory_panel.h"

namespace app {

Tab* make_tab(TabKind kind, wxWindow* parent, const Workplace& place, model::ClientId client)
{
    switch (kind) {
    case TabKind::sessions:
        return new SessionsPanel(parent, place, client);
    case TabKind::trajectory:
        return new TrajectoryPanel(parent, place, client);
    case TabKind::goals:
        return new GoalsPanel(parent, place, client);
    case TabKind::measures:
        return new MeasuresPanel(parent, place, client);
    case TabKind::summaries:
        return new SummariesPanel(parent, place, client);
    case TabKind::details:
        return new DetailsPanel(parent, place, client);
    }
    return nullptr;
}

void lead(Tab& tab, const Destination& destination)
{
    if (auto* sessions = dynamic_cast<SessionsPanel*>(&tab)) {
        sessions->show(destination);
    } else {
        tab.focus_first();
    }
}

Destination place_in(const Tab& tab, model::ClientId client, TabKind kind)
{
    Destination place{.client = client, .tab = kind};
    if (const auto* sessions = dynamic_cast<const SessionsPanel*>(&tab)) {
        place.note = sessions->open_note();
    }
    return place;
}

bool is_starting_note(const Tab& tab)
{
    const auto* sessions = dynamic_cast<const SessionsPanel*>(&tab);
    return sessions != nullptr && sessions->is_starting_note();
}

void start_note(Tab& tab)
{
    if (auto* sessions = dynamic_cast<SessionsPanel*>(&tab)) {
        sessions->start_note();
    }
}

bool is_writing_note(const Tab& tab)
{
    const auto* sessions = dynamic_cast<const SessionsPanel*>(&tab);
    return sessions != nullptr && sessions->is_writing();
}

void lead_to_goals(Tab& tab)
{
    if (auto* sessions = dynamic_cast<SessionsPanel*>(&tab)) {
        sessions->focus_goals();
    }
}

void lead_to_risk(Tab& tab)
{
    if (auto* sessions = dynamic_cast<SessionsPanel*>(&tab)) {
        sessions->focus_risk();
    }
}

} // namespace app
