#include "app/screens/client_tabs.h"

#include "app/screens/form.h"
#include "app/screens/layout.h"
#include "app/words/main_words.h"

#if __has_include("app/screens/sessions_panel.h")
#include "app/screens/sessions_panel.h"
#define HAS_SESSIONS
#endif
#if __has_include("app/screens/trajectory_panel.h")
#include "app/screens/trajectory_panel.h"
#define HAS_TRAJECTORY
#endif
#if __has_include("app/screens/goals_panel.h")
#include "app/screens/goals_panel.h"
#define HAS_GOALS
#endif
#if __has_include("app/screens/measures_panel.h")
#include "app/screens/measures_panel.h"
#define HAS_MEASURES
#endif
#if __has_include("app/screens/summaries_panel.h")
#include "app/screens/summaries_panel.h"
#define HAS_SUMMARIES
#endif
#if __has_include("app/screens/details_panel.h")
#include "app/screens/details_panel.h"
#define HAS_DETAILS
#endif

namespace app {

namespace {

Tab* make_empty_tab(wxWindow* parent)
{
    auto* tab = new Tab(parent);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_quiet(*tab, main_words::tab_in_the_making()), wxSizerFlags().Border(wxALL, px(*tab, gap::page)));
    tab->SetSizer(column);
    return tab;
}

} // namespace

Tab* make_tab(TabKind kind, wxWindow* parent, [[maybe_unused]] const Workplace& place,
              [[maybe_unused]] model::ClientId client)
{
    switch (kind) {
    case TabKind::sessions:
#ifdef HAS_SESSIONS
        return new SessionsPanel(parent, place, client);
#else
        break;
#endif
    case TabKind::trajectory:
#ifdef HAS_TRAJECTORY
        return new TrajectoryPanel(parent, place, client);
#else
        break;
#endif
    case TabKind::goals:
#ifdef HAS_GOALS
        return new GoalsPanel(parent, place, client);
#else
        break;
#endif
    case TabKind::measures:
#ifdef HAS_MEASURES
        return new MeasuresPanel(parent, place, client);
#else
        break;
#endif
    case TabKind::summaries:
#ifdef HAS_SUMMARIES
        return new SummariesPanel(parent, place, client);
#else
        break;
#endif
    case TabKind::details:
#ifdef HAS_DETAILS
        return new DetailsPanel(parent, place, client);
#else
        break;
#endif
    }
    return make_empty_tab(parent);
}

void lead([[maybe_unused]] Tab& tab, [[maybe_unused]] const Destination& destination)
{
#ifdef HAS_SESSIONS
    if (auto* sessions = dynamic_cast<SessionsPanel*>(&tab)) {
        sessions->show(destination);
    }
#endif
}

void start_note([[maybe_unused]] Tab& tab)
{
#ifdef HAS_SESSIONS
    if (auto* sessions = dynamic_cast<SessionsPanel*>(&tab)) {
        sessions->start_note();
    }
#endif
}

} // namespace app
