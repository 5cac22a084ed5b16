#include "app/presenters/activity_presenter.h"
#include "model/codes.h"
#include "tests/support/casebooks.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <set>

namespace {

using namespace date::literals;
using app::ActGroup;
using app::ActivityPresenter;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using Line = ActivityPresenter::Line;

class Activity : public testing::Test {
protected:
    std::vector<std::string> what(const ActivityPresenter& activity)
    {
        std::vector<std::string> all;
        for (const Line& line : activity.screen().lines) {
            all.push_back(line.what);
        }
        return all;
    }

    model::Moment now_ = tests::at(2026_y / 11 / 20, 12);
    storage::Casebook casebook_ = storage::Casebook::in_memory([this] { return now_; });
    const model::ClientId ada_ = casebook_.add_client({.code = "A1", .name = "Ada Example"});
    const model::ClientId ben_ = casebook_.add_client({.code = "B1", .name = "Ben Example"});
    app::Clock clock_{.now = [this] { return now_; }, .zone = "Europe/Berlin"};
    app::Names names_{};
    app::Workplace place_{casebook_, clock_, names_};
};

TEST_F(Activity, ShowsTheNewestFirstWithWhenWhoWhatAndWhose)
{
    casebook_.set_therapist({.id = {1}, .name = "Dana Example"});
    casebook_.log_act(model::ActKind::client_viewed, ada_);
    ActivityPresenter activity{place_};

    const auto& newest = activity.screen().lines.front();
    EXPECT_EQ(newest, (Line{.number = 5,
                            .when = "20 Nov 2026, 13:00",
                            .who = "Dana Example",
                            .what = "Viewed the client",
                            .client = "Ada Example"}));
    EXPECT_THAT(what(activity), ElementsAre("Viewed the client", "Changed the therapist's details", "Added the client",
                                            "Added the client", "Created the casebook"));
}

TEST_F(Activity, CallsClientsWhoAreGoneByTheCodeTheyHad)
{
    const auto twin = casebook_.add_client({.code = "A-I", .name = "Ada E."});
    casebook_.remove_client(ben_, now_);
    casebook_.merge_clients(twin, ada_, "Entered twice", now_);
    const ActivityPresenter activity{place_};
    const auto& lines = activity.screen().lines;
    EXPECT_EQ(lines.at(0).what + " / " + lines.at(0).client, "Merged another client into this one / Ada Example");
    EXPECT_EQ(lines.at(1).what + " / " + lines.at(1).client, "Removed the client / B1 (no longer here)");
    EXPECT_EQ(lines.at(2).what + " / " + lines.at(2).client, "Added the client / A-I (no longer here)");
    EXPECT_THAT(activity.csv(), HasSubstr("B1"));
}

TEST_F(Activity, CallsClientsByTheirCodesWhileNamesAreHidden)
{
    ActivityPresenter activity{place_};
    names_.are_hidden = true;
    activity.names_changed();

    for (const Line& line : activity.screen().lines) {
        EXPECT_THAT(line.client, testing::Not(HasSubstr("Example")));
    }
    for (const auto& choice : activity.screen().clients) {
        EXPECT_THAT(choice.name, testing::Not(HasSubstr("Example")));
    }
    EXPECT_EQ(activity.screen().lines.front().client, "B1");
}

TEST_F(Activity, CountsSavesOfOneDraftThatFollowEachOther)
{
    const auto draft = casebook_.start_draft(ada_, tests::note_on(2026_y / 11 / 20, "a"), {}, now_);
    for (const char* text : {"ab", "abc", "abcd"}) {
        casebook_.save_draft(draft, tests::note_on(2026_y / 11 / 20, text), {}, now_);
    }
    casebook_.log_act(model::ActKind::client_viewed, ben_);
    casebook_.save_draft(draft, tests::note_on(2026_y / 11 / 20, "abcde"), {}, now_);
    ActivityPresenter activity{place_};
    activity.choose_client(1);

    EXPECT_THAT(what(activity),
                ElementsAre("Saved a draft", "Saved a draft 3 times", "Started a draft", "Added the client"));
    EXPECT_EQ(activity.screen().entries, 6U);
}

TEST_F(Activity, IsNarrowedByClientKindAndDays)
{
    casebook_.log_act(model::ActKind::summary_printed, ben_);
    now_ += std::chrono::hours{24};
    casebook_.log_act(model::ActKind::summary_saved, ada_);
    casebook_.log_act(model::ActKind::client_viewed, ada_);
    ActivityPresenter activity{place_};

    activity.choose_group(ActGroup::papers);
    EXPECT_THAT(what(activity), ElementsAre("Saved a summary", "Printed a summary"));
    activity.type_days("21 Nov 2026", "");
    EXPECT_THAT(what(activity), ElementsAre("Saved a summary"));
    activity.type_days("", "20 Nov 2026");
    EXPECT_THAT(what(activity), ElementsAre("Printed a summary"));
    activity.choose_client(1);
    EXPECT_THAT(what(activity), IsEmpty());
    activity.choose_group(ActGroup::all);
    EXPECT_THAT(what(activity), ElementsAre("Added the client"));
}

TEST_F(Activity, SaysWhichDaysItCannotReadAndLeavesTheLines)
{
    ActivityPresenter activity{place_};
    const auto before = activity.screen().lines;
    activity.type_days("once", "");
    EXPECT_EQ(activity.screen().problem, app::DaysProblem::from_unreadable);
    activity.type_days("", "soon");
    EXPECT_EQ(activity.screen().problem, app::DaysProblem::to_unreadable);
    activity.type_days("2026-11-20", "2026-11-19");
    EXPECT_EQ(activity.screen().problem, app::DaysProblem::upside_down);
    EXPECT_EQ(activity.screen().lines, before);
    activity.type_days("", "");
    EXPECT_EQ(activity.screen().problem, std::nullopt);
}

TEST_F(Activity, KeepsTheDaysThatCouldBeReadLast)
{
    casebook_.log_act(model::ActKind::summary_printed, ben_);
    now_ += std::chrono::hours{24};
    casebook_.log_act(model::ActKind::summary_saved, ada_);
    casebook_.log_act(model::ActKind::summary_saved, ben_);
    ActivityPresenter activity{place_};
    activity.choose_group(ActGroup::papers);
    activity.type_days("21 Nov 2026", "");
    activity.type_days("21 Nov 2026", "so");
    activity.choose_client(2);
    EXPECT_EQ(activity.screen().problem, app::DaysProblem::to_unreadable);
    EXPECT_THAT(what(activity), ElementsAre("Saved a summary")) << "not what Ben's was before that day";
    EXPECT_THAT(activity.csv(), testing::Not(HasSubstr("summary_printed")));
}

TEST_F(Activity, ReadsTheLogAgainOnlyForOtherDays)
{
    ActivityPresenter activity{place_};
    const auto before = activity.screen().lines;
    casebook_.log_act(model::ActKind::client_viewed, ada_);
    activity.type_days("2", "");
    activity.type_days(" ", "");
    EXPECT_EQ(activity.screen().problem, std::nullopt);
    EXPECT_EQ(activity.screen().lines, before);
    activity.type_days("1 Jan 2026", "");
    EXPECT_EQ(activity.screen().lines.size(), before.size() + 1);
}

TEST_F(Activity, FillsAPageWithLinesHoweverOftenDraftsWereSaved)
{
    const auto draft = casebook_.start_draft(ada_, tests::note_on(2026_y / 11 / 20, "a"), {}, now_);
    casebook_.together([&] {
        for (int act = 0; act < 600; ++act) {
            casebook_.log_act(model::ActKind::client_viewed, ada_);
        }
        for (int saves = 0; saves < 700; ++saves) {
            casebook_.save_draft(draft, tests::note_on(2026_y / 11 / 20, std::to_string(saves)), {}, now_);
        }
    });
    ActivityPresenter activity{place_};
    EXPECT_EQ(activity.screen().lines.size(), 500U);
    EXPECT_EQ(activity.screen().lines.front().what, "Saved a draft 700 times");
    EXPECT_TRUE(activity.screen().has_more);
    activity.show_more();
    EXPECT_FALSE(activity.screen().has_more);
    EXPECT_EQ(activity.screen().entries, casebook_.acts({}, 10'000).size());
}

TEST_F(Activity, ShowsFiveHundredAtATimeOfTenThousand)
{
    casebook_.together([this] {
        for (int act = 0; act < 10'000; ++act) {
            casebook_.log_act(model::ActKind::client_viewed, act % 2 == 0 ? ada_ : ben_);
        }
    });
    const auto all = casebook_.acts({}, 100'000).size();
    ActivityPresenter activity{place_};
    EXPECT_EQ(activity.screen().entries, 500U);
    while (activity.screen().has_more) {
        activity.show_more();
    }
    EXPECT_EQ(activity.screen().entries, all);
    const std::string csv = activity.csv();
    EXPECT_EQ(std::ranges::count(csv, '\n'), static_cast<long>(all) + 1);
}

TEST_F(Activity, IsSavedWithCodesAndKindsAndSaysSoInTheLog)
{
    casebook_.set_therapist({.id = {1}, .name = "=Dana, \"D\""});
    ActivityPresenter activity{place_};
    EXPECT_THAT(activity.csv(), HasSubstr("number,time,person,kind,client,record,mark,damaged\r\n"));
    EXPECT_THAT(activity.csv(), HasSubstr("3,2026-11-20T12:00:00Z,\"'=Dana, \"\"D\"\"\",client_added,B1,"));
    EXPECT_THAT(activity.csv(), testing::Not(HasSubstr("Ben")));

    activity.saved();
    EXPECT_EQ(activity.screen().lines.front().what, "Saved the activity list");
}

TEST(ActGroups, NameEveryKindInWordsOfItsOwn)
{
    std::set<std::string> words;
    std::size_t kinds = 0;
    for (const ActGroup group : app::act_groups) {
        for (const model::ActKind kind : app::kinds_of(group)) {
            words.insert(app::activity_words::what_was_done(kind));
            ++kinds;
        }
    }
    EXPECT_EQ(kinds, model::codes_of<model::ActKind>().size());
    EXPECT_EQ(words.size(), kinds);
    EXPECT_EQ(words.count(""), 0U);
}

TEST(ActGroups, HoldWhatPeopleWouldLookForThere)
{
    using enum model::ActKind;
    EXPECT_EQ(app::group_of(note_signed), ActGroup::notes);
    EXPECT_EQ(app::group_of(goal_closed), ActGroup::goals);
    EXPECT_EQ(app::group_of(notice_reviewed), ActGroup::measures);
    EXPECT_EQ(app::group_of(client_viewed), ActGroup::clients);
    EXPECT_EQ(app::group_of(unlock_failed), ActGroup::people);
    EXPECT_EQ(app::group_of(summary_printed), ActGroup::papers);
    EXPECT_EQ(app::group_of(restored), ActGroup::backups);
}

} // namespace
