#include "app/screens/accessible.h"
#include "app/screens/form.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>
#include <gtk/gtk.h>

#include <string>
#include <vector>

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// What screen readers are told at once while this exists.
class Announcements {
public:
    Announcements()
        : signal_{g_signal_lookup("announcement", ATK_TYPE_OBJECT)}, hook_{g_signal_add_emission_hook(
                                                                         signal_, 0, hear, &heard_, nullptr)}
    {
    }
    ~Announcements() { g_signal_remove_emission_hook(signal_, hook_); }
    Announcements(const Announcements&) = delete;
    Announcements& operator=(const Announcements&) = delete;

    const std::vector<std::string>& heard() const { return heard_; }

private:
    static gboolean hear(GSignalInvocationHint* /*hint*/, guint /*count*/, const GValue* values, gpointer heard)
    {
        static_cast<std::vector<std::string>*>(heard)->emplace_back(g_value_get_string(values + 1));
        return TRUE;
    }

    std::vector<std::string> heard_{};
    guint signal_;
    gulong hook_;
};

class Accessibility : public tests::WindowTest {};

TEST_F(Accessibility, WhatIsLoudIsSaidOnceWhenItAppearsAndNeverFromAHiddenPage)
{
    window().start();
    settle();
    const Announcements announcements;
    auto* words = new app::Paragraph(&window(), "", app::Paragraph::Tone::loud);
    words->say("The passwords differ.");
    settle();
    EXPECT_THAT(announcements.heard(), ElementsAre("The passwords differ."));
    words->say("The passwords differ.");
    settle();
    EXPECT_THAT(announcements.heard(), ElementsAre("The passwords differ.")) << "said once";
    words->say("");
    words->say("Please choose a password.");
    words->Hide();
    settle();
    EXPECT_THAT(announcements.heard(), ElementsAre("The passwords differ.")) << "nothing from where nobody can look";
}

TEST_F(Accessibility, QuietWordsAreNotSaidUnasked)
{
    const Announcements announcements;
    auto* words = new app::Paragraph(&window(), "", app::Paragraph::Tone::quiet);
    words->say("Four lines looked at.");
    settle();
    EXPECT_THAT(announcements.heard(), IsEmpty());
}

TEST_F(Accessibility, NewsOfTheWindowIsSaid)
{
    window().start();
    settle();
    const Announcements announcements;
    window().announce("The disk is full.");
    settle();
    EXPECT_THAT(announcements.heard(), ElementsAre("The disk is full."));
}

} // namespace
