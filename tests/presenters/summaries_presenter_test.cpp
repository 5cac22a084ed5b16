#include "app/presenters/summaries_presenter.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string_view>

namespace {

using namespace date::literals;
using app::SummariesPresenter;
using Typed = SummariesPresenter::Typed;
using testing::HasSubstr;

const model::Moment evening_of_summary = date::sys_days{2026_y / 11 / 20} + std::chrono::hours{18};

/// A ruler whose font has letters of one byte only.
class AsciiRuler final : public app::FixedWidthRuler {
public:
    bool lacks_letters_of(std::string_view words) const override
    {
        return std::ranges::any_of(words, [](char byte) { return (byte & 0x80) != 0; });
    }
};

class Summaries : public testing::Test {
protected:
    Summaries()
    {
        casebook_.admit(client_, 2026_y / 1 / 5, model::LevelOfCare::outpatient, "");
        for (const auto& [day, total] : {std::pair{2026_y / 1 / 5, 15.0}, std::pair{2026_y / 3 / 2, 8.0}}) {
            casebook_.add_administration(client_, {.measure = "phq-9", .taken_on = day, .total = total},
                                         evening_of_summary);
        }
    }

    SummariesPresenter presenter() { return SummariesPresenter{place_, client_, ruler_}; }

    static void type(SummariesPresenter& summaries, std::string Typed::*field, const std::string& words)
    {
        Typed typed = summaries.screen().typed;
        typed.*field = words;
        summaries.type(typed);
    }

    static std::string words_of(const SummariesPresenter& presenter)
    {
        std::string words;
        for (const app::Scene& page : presenter.pages()) {
            words += app::scene_text(page);
        }
        return words;
    }

    storage::Casebook casebook_ = storage::Casebook::in_memory();
    const model::ClientId client_ =
        casebook_.add_client({.code = "A1", .name = "A. Example", .born_on = 1990_y / 5 / 4});
    const app::Clock clock_{.now = [] { return evening_of_summary; }};
    app::Names names_{};
    const app::Workplace place_{casebook_, clock_, names_};
    const app::FixedWidthRuler ruler_{};
};

TEST_F(Summaries, CoverTheEpisodeUntilAnotherPeriodIsTyped)
{
    auto summaries = presenter();
    EXPECT_EQ(summaries.screen().typed.from, "5 Jan 2026");

    type(summaries, &Typed::from, "1 Feb 2026");

    EXPECT_EQ(summaries.screen().problem, std::nullopt);
    EXPECT_THAT(words_of(summaries), HasSubstr("1 February 2026"));
}

TEST_F(Summaries, SayWhichWordsNoFontCanPrint)
{
    const AsciiRuler ruler;
    SummariesPresenter summaries{place_, client_, ruler};
    type(summaries, &Typed::own_words, "You say นะ more often.");

    EXPECT_THAT(summaries.screen().left_out.front(), HasSubstr("boxes are printed in their place: "));
    EXPECT_THAT(summaries.screen().left_out.front(), HasSubstr("นะ"));
    EXPECT_THAT(presenter().screen().left_out, testing::Not(testing::Contains(HasSubstr("boxes"))));
}

TEST_F(Summaries, KeepTheLastGoodPageWhileThePeriodCannotBeRead)
{
    auto summaries = presenter();
    const auto before = summaries.pages();

    type(summaries, &Typed::to, "30 Feb 2026");

    EXPECT_EQ(summaries.screen().problem, app::PeriodProblem::to_unreadable);
    EXPECT_EQ(summaries.screen().typed.to, "30 Feb 2026");
    EXPECT_EQ(summaries.pages(), before);
}

TEST_F(Summaries, AreNeitherPrintedNorSavedWhileThePageIsNotWhatIsAskedFor)
{
    auto summaries = presenter();
    EXPECT_TRUE(summaries.screen().can_release);

    type(summaries, &Typed::to, "30 Feb 2026");
    EXPECT_FALSE(summaries.screen().can_release);

    type(summaries, &Typed::to, "20 Nov 2026");
    EXPECT_TRUE(summaries.screen().can_release);
}

TEST_F(Summaries, SayThatAPeriodIsUpsideDown)
{
    auto summaries = presenter();

    type(summaries, &Typed::from, "1 Feb 2026");
    type(summaries, &Typed::to, "1 Jan 2026");

    EXPECT_EQ(summaries.screen().problem, app::PeriodProblem::upside_down);
}

TEST_F(Summaries, RememberWhatWasChosenForTheClient)
{
    {
        auto summaries = presenter();
        type(summaries, &Typed::own_words, "You say no.");
        summaries.choose_paper(app::Paper::letter);
        summaries.choose_by_code(true);
        summaries.choose_panel("phq-9/total", false);
        EXPECT_TRUE(summaries.has_unsaved());
        summaries.save();
    }

    auto summaries = presenter();

    EXPECT_EQ(summaries.screen().typed.own_words, "You say no.");
    EXPECT_EQ(summaries.screen().paper, app::Paper::letter);
    EXPECT_TRUE(summaries.screen().by_code);
    EXPECT_EQ(summaries.screen().choices,
              (std::vector<SummariesPresenter::PanelChoice>{
                  {.key = "phq-9/total", .title = summaries.screen().choices.front().title, .is_printed = false}}));
    EXPECT_EQ(summaries.pages().front().size, app::page_size(app::Paper::letter));
}

TEST_F(Summaries, ListWhatIsLeftOutAndWhy)
{
    auto summaries = presenter();

    summaries.choose_panel("phq-9/total", false);

    EXPECT_THAT(summaries.screen().left_out, testing::Contains(HasSubstr("left out by you")));
    EXPECT_THAT(words_of(summaries), testing::Not(HasSubstr("PHQ-9")));
}

TEST_F(Summaries, FollowTheRecord)
{
    auto summaries = presenter();
    int redrawn = 0;
    summaries.on_change = [&] { ++redrawn; };

    casebook_.add_administration(client_, {.measure = "phq-9", .taken_on = 2026_y / 4 / 6, .total = 3},
                                 evening_of_summary);

    EXPECT_EQ(redrawn, 1);
    EXPECT_THAT(words_of(summaries), HasSubstr("−12"));
}

TEST_F(Summaries, KeepWhatIsTypedWhenTheRecordChanges)
{
    auto summaries = presenter();
    type(summaries, &Typed::from, "1 Fe");

    casebook_.add_administration(client_, {.measure = "phq-9", .taken_on = 2026_y / 4 / 6, .total = 3},
                                 evening_of_summary);

    EXPECT_EQ(summaries.screen().typed.from, "1 Fe");
}

TEST_F(Summaries, OfferAFileNameAndATitleWithoutTheName)
{
    const auto summaries = presenter();

    EXPECT_EQ(summaries.screen().file_name, "A1-summary-2026-11-20.pdf");
    EXPECT_THAT(summaries.screen().file_title, testing::Not(HasSubstr("Example")));
}

TEST_F(Summaries, OfferAFileNameThatLeadsIntoNoOtherFolder)
{
    auto details = casebook_.client(client_).details;
    details.code = "A/B";
    casebook_.change_details(client_, details);

    EXPECT_EQ(presenter().screen().file_name, "A_B-summary-2026-11-20.pdf");
}

TEST_F(Summaries, AreByCodeWhileNamesAreHidden)
{
    auto summaries = presenter();
    EXPECT_THAT(words_of(summaries), HasSubstr("A. Example"));

    names_.are_hidden = true;
    summaries.names_changed();
    EXPECT_TRUE(summaries.screen().names_are_hidden);
    EXPECT_THAT(words_of(summaries), testing::Not(HasSubstr("A. Example")));

    names_.are_hidden = false;
    summaries.names_changed();
    EXPECT_THAT(words_of(summaries), HasSubstr("A. Example"));
    EXPECT_FALSE(summaries.screen().by_code);
}

TEST_F(Summaries, HideTheNameAlsoWhileThePeriodCannotBeRead)
{
    auto summaries = presenter();
    type(summaries, &Typed::to, "30 Feb 2026");

    names_.are_hidden = true;
    summaries.names_changed();

    EXPECT_THAT(words_of(summaries), testing::Not(HasSubstr("A. Example")));
}

TEST_F(Summaries, GoBackToTheWholeEpisode)
{
    auto summaries = presenter();
    type(summaries, &Typed::from, "1 Feb 2026");

    summaries.use_whole_episode();

    EXPECT_EQ(summaries.screen().typed.from, "5 Jan 2026");
}

TEST_F(Summaries, CarryTheLogAsItIsWhenTheyLeaveAndEnterThatIntoIt)
{
    auto summaries = presenter();
    casebook_.set_practice({.name = "Elsewhere"});
    type(summaries, &Typed::own_words, "Well done.");
    const auto before = casebook_.log_head().number;

    ASSERT_TRUE(summaries.ready_pages());
    const std::string mark = "Log " + std::to_string(before + 1) + " ·";
    EXPECT_THAT(words_of(summaries), HasSubstr(mark)) << "the choices were kept by one more act";
    summaries.released(model::ActKind::summary_printed);

    const auto newest = casebook_.acts({}, 1).front();
    EXPECT_EQ(newest.kind, model::ActKind::summary_printed);
    EXPECT_EQ(newest.client, client_);
    EXPECT_EQ(newest.number, before + 2);
}

} // namespace
