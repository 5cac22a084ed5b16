#include "app/presenters/notices_presenter.h"
#include "tests/support/casebooks.h"

#include <gmock/gmock.h>

namespace {

using namespace date::literals;
using app::NoticesPresenter;
using testing::HasSubstr;

const model::Moment now = tests::at(2026_y / 11 / 20, 14);

class Notices : public testing::Test {
protected:
    void raise()
    {
        auto note = tests::note_on(2026_y / 11 / 20);
        note.risk.level = model::RiskLevel::ideation;
        practice_.casebook.start_draft(practice_.client, note, {}, now);
    }

    tests::SmallPractice practice_;
    app::Clock clock_{.now = [] { return now; }};
    app::Names names_{};
    app::Workplace place_{practice_.casebook, clock_, names_};
    NoticesPresenter notices_{place_, practice_.client};
};

TEST_F(Notices, StayUntilSomebodySaysWhatWasDone)
{
    raise();
    ASSERT_EQ(notices_.screen().open.size(), 1U);
    EXPECT_THAT(notices_.screen().open.front().words, HasSubstr("20 Nov 2026"));

    notices_.begin(notices_.screen().open.front().notice);
    notices_.type("   ");
    notices_.review();
    EXPECT_TRUE(notices_.screen().is_missing);
    EXPECT_EQ(notices_.screen().open.size(), 1U);

    notices_.type(" Safety plan gone through ");
    notices_.review();
    EXPECT_TRUE(notices_.screen().open.empty());
    const auto kept = practice_.casebook.notices_of(practice_.client).front().review;
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->what_was_done, "Safety plan gone through");
    EXPECT_EQ(kept->at, now);
}

TEST_F(Notices, CancellingAsksAboutWordsAndThenKeepsNoneOfThem)
{
    raise();
    const auto notice = notices_.screen().open.front().notice;
    notices_.begin(notice);
    notices_.put_aside();
    EXPECT_EQ(notices_.screen().reviewing, std::nullopt) << "nothing was typed";

    notices_.begin(notice);
    notices_.type("Called");
    notices_.put_aside();
    EXPECT_TRUE(notices_.screen().asks_about_unsaved);
    EXPECT_EQ(notices_.screen().what_was_done, "Called") << "in sight until it is answered";
    notices_.keep_typing();
    EXPECT_FALSE(notices_.may_leave());
    notices_.throw_away();
    EXPECT_EQ(notices_.screen().what_was_done, "");
    EXPECT_EQ(notices_.screen().reviewing, std::nullopt);
    EXPECT_TRUE(notices_.may_leave());
}

TEST_F(Notices, ThatAScoreIsWorseAreQuietAndStandBelowThoseOfRisk)
{
    raise();
    for (const auto& [day, total] :
         {std::pair{2026_y / 9 / 1, 63.0}, std::pair{2026_y / 10 / 1, 27.0}, std::pair{2026_y / 11 / 20, 55.0}}) {
        practice_.casebook.add_administration(practice_.client, {.measure = "pcl-5", .taken_on = day, .total = total},
                                              now + std::chrono::minutes{1});
    }
    ASSERT_EQ(notices_.screen().open.size(), 2U);
    EXPECT_FALSE(notices_.screen().open[0].is_quiet);
    EXPECT_TRUE(notices_.screen().open[1].is_quiet);
    EXPECT_THAT(notices_.screen().open[1].words, HasSubstr("Worse since 1 Oct 2026: PCL-5 went from 27 to 55"));

    notices_.begin(notices_.screen().open[1].notice);
    notices_.type("Talked about it");
    notices_.review();
    EXPECT_EQ(notices_.screen().open.size(), 1U);
}

} // namespace
