#include "model/client_record.h"
#include "model/note_json.h"
#include "model/session_note.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace model;
using namespace date::literals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

constexpr Date day = 2024_y / 3 / 1;
constexpr Moment evening = date::sys_days{day} + std::chrono::hours{20};

NoteContent written()
{
    NoteContent content;
    content.session.held_on = day;
    content.session.starts_at = std::chrono::hours{14};
    content.write(SectionKind::data, "We talked.");
    return content;
}

std::vector<EpisodeOfCare> in_care()
{
    return {{.id = {1}, .admitted_on = 2024_y / 1 / 1}};
}

std::vector<SigningProblem> problems(const NoteContent& content)
{
    return problems_before_signing(content, in_care(), true, evening);
}

} // namespace

TEST(NoteContent, WritesASectionInPlaceOrAddsIt)
{
    NoteContent content;
    EXPECT_EQ(content.text_of(SectionKind::plan), "");
    content.write(SectionKind::plan, "first");
    content.write(SectionKind::data, "other");
    content.write(SectionKind::plan, "second");
    EXPECT_THAT(content.sections,
                ElementsAre(NoteSection{SectionKind::plan, "second"}, NoteSection{SectionKind::data, "other"}));
    EXPECT_EQ(content.text_of(SectionKind::plan), "second");
}

TEST(NoteContent, IsBlankUntilSomethingIsWrittenRatedOrSaidAboutRisk)
{
    NoteContent content;
    content.ratings = {{.goal = {1}}};
    content.write(SectionKind::data, " \n");
    content.modalities = {{.modality = "emdr"}};
    EXPECT_TRUE(content.is_blank());
    auto rated = content;
    rated.ratings[0].by_client = 0;
    EXPECT_FALSE(rated.is_blank());
    auto risk = content;
    risk.risk.level = RiskLevel::none;
    EXPECT_FALSE(risk.is_blank());
    auto homework = content;
    homework.homework = "Walk";
    EXPECT_FALSE(homework.is_blank());
    EXPECT_FALSE(written().is_blank());
}

TEST(RiskLine, RaisesANoticeFromPassiveThoughtsUpwards)
{
    EXPECT_FALSE(RiskLine{.level = RiskLevel::not_asked}.raises_notice());
    EXPECT_FALSE(RiskLine{.level = RiskLevel::none}.raises_notice());
    EXPECT_TRUE(RiskLine{.level = RiskLevel::passive_thoughts}.raises_notice());
    EXPECT_TRUE(RiskLine{.level = RiskLevel::attempt}.raises_notice());
}

TEST(NoteForms, NameTheirSectionsInOrder)
{
    using enum SectionKind;
    EXPECT_THAT(sections_of(NoteForm::dap), ElementsAre(data, assessment, plan));
    EXPECT_THAT(sections_of(NoteForm::soap), ElementsAre(subjective, objective, assessment, plan));
    EXPECT_THAT(sections_of(NoteForm::free), ElementsAre(note, plan));
}

TEST(Signing, NeedsNothingMoreForAnOrdinaryNote)
{
    EXPECT_THAT(problems(written()), IsEmpty());
}

TEST(Signing, NeedsATherapistWhoIsKnown)
{
    EXPECT_THAT(problems_before_signing(written(), in_care(), false, evening),
                ElementsAre(SigningProblem::therapist_incomplete));
}

TEST(Signing, WaitsUntilTheSessionHasBegun)
{
    const auto start = written().session.starts();
    EXPECT_THAT(problems_before_signing(written(), in_care(), true, start), IsEmpty());
    EXPECT_THAT(problems_before_signing(written(), in_care(), true, start - std::chrono::seconds{1}),
                ElementsAre(SigningProblem::in_the_future));
}

TEST(Signing, NeedsAnEpisodeThatCoversTheDay)
{
    EXPECT_THAT(problems_before_signing(written(), {}, true, evening), ElementsAre(SigningProblem::before_admission));
    auto episodes = in_care();
    episodes[0].discharged_on = 2024_y / 2 / 29;
    EXPECT_THAT(problems_before_signing(written(), episodes, true, evening),
                ElementsAre(SigningProblem::after_discharge));
    episodes[0].discharged_on = day;
    EXPECT_THAT(problems_before_signing(written(), episodes, true, evening), IsEmpty());
}

TEST(Signing, NeedsWordsOnlyWhenTheSessionTookPlace)
{
    auto content = written();
    content.write(SectionKind::data, " ");
    EXPECT_THAT(problems(content), ElementsAre(SigningProblem::nothing_written));
    content.session.attendance = Attendance::no_show;
    EXPECT_THAT(problems(content), IsEmpty());
}

TEST(Signing, TakesLengthsRatingsAndTextsWithinTheirLimits)
{
    auto content = written();
    content.session.length = std::chrono::minutes{1440};
    content.ratings = {{.goal = {1}, .by_therapist = 0, .by_client = 10}};
    content.write(SectionKind::plan, std::string(longest_section, 'x'));
    EXPECT_THAT(problems(content), IsEmpty());
    content.session.length = std::chrono::minutes{1441};
    content.ratings[0].by_client = 11;
    content.write(SectionKind::plan, std::string(longest_section + 1, 'x'));
    EXPECT_THAT(problems(content), ElementsAre(SigningProblem::length_out_of_range, SigningProblem::rating_out_of_range,
                                               SigningProblem::section_too_long));
    content = written();
    content.session.length = std::chrono::minutes{0};
    EXPECT_THAT(problems(content), ElementsAre(SigningProblem::length_out_of_range));
    content = written();
    content.ratings = {{.goal = {1}, .by_therapist = -1}};
    EXPECT_THAT(problems(content), ElementsAre(SigningProblem::rating_out_of_range));
}

TEST(Opening, IsTheFirstSectionWithWordsInOneLine)
{
    NoteContent content;
    EXPECT_EQ(opening_of(content), "");
    content.write(SectionKind::data, " \n");
    content.write(SectionKind::assessment, "\n  One\ntwo\tthree ");
    content.write(SectionKind::plan, "Later");
    EXPECT_EQ(opening_of(content), "One two three");
}

TEST(Opening, HasAtMostOneHundredAndTwentyWholeCharacters)
{
    NoteContent content;
    std::string long_text;
    for (int index = 0; index < 121; ++index) {
        long_text += "山";
    }
    content.write(SectionKind::data, long_text);
    EXPECT_EQ(opening_of(content), long_text.substr(0, 360));
}

TEST(NoteJson, GivesBackWhatWasWritten)
{
    auto content = written();
    content.session.zone = "America/New_York";
    content.session.length = std::chrono::minutes{5};
    content.session.format = SessionFormat::phone;
    content.session.attendance = Attendance::cancelled_by_therapist;
    content.session.level_of_care = LevelOfCare::inpatient;
    content.modalities = {{.modality = "emdr", .techniques = {"a", "b"}}, {.modality = "cbt"}};
    content.ratings = {{.goal = {7}, .by_therapist = 3}, {.goal = {8}, .by_client = 0}, {.goal = {9}}};
    content.form = NoteForm::free;
    content.write(SectionKind::note, "\"quotes\" \\ \n שלום 🙂 \x01");
    content.risk = {.level = RiskLevel::attempt, .dissociation = true, .actions = "Called."};
    content.homework = "Walk";
    EXPECT_EQ(note_content_from_json(to_json(content)), content);
    EXPECT_EQ(note_content_from_json(to_json(NoteContent{.session = content.session})),
              NoteContent{.session = content.session});
}

TEST(NoteJson, ReplacesBytesThatAreNotText)
{
    auto content = written();
    content.write(SectionKind::data, "a\xFF"
                                     "b");
    EXPECT_EQ(note_content_from_json(to_json(content))->text_of(SectionKind::data), "a\uFFFDb");
}

TEST(NoteJson, IsNothingElse)
{
    auto wrong_word = to_json(written());
    wrong_word.replace(wrong_word.find("attended"), 8, "attempts");
    auto wrong_day = to_json(written());
    wrong_day.replace(wrong_day.find("2024-03-01"), 10, "2024-02-30");
    for (const std::string& text : {std::string{}, std::string{"{"}, std::string{"{}"}, std::string{"[]"},
                                    std::string{"null"}, wrong_word, wrong_day}) {
        EXPECT_EQ(note_content_from_json(text), std::nullopt) << text;
    }
}
