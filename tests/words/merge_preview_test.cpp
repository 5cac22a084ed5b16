#include "app/words/merge_preview.h"

#include <gmock/gmock.h>

namespace tests::merge_preview {

using namespace date::literals;
using app::merge_preview;
using app::MergedPair;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

TEST(MergePreview, SaysWhenThereIsNothingToMove)
{
    EXPECT_EQ(merge_preview({}, {.kept = {.code = "A"}, .gone = {.code = "B"}}).front(),
              "B has no notes, measures, goals or care, so only the details move.");
}

TEST(MergePreview, SaysThatCareWhichDoesNotOverlapStays)
{
    model::MergeOutlook outlook{.moves = {.episodes = 1}};
    outlook.care = {{.episode = {.admitted_on = 2024_y / 1 / 1}, .of = {{1}}},
                    {.episode = {.admitted_on = 2025_y / 1 / 1}, .of = {{2}}}};
    EXPECT_THAT(merge_preview(outlook, {.kept_had_care = true}),
                Contains("No care overlaps, so every episode stays as it is."));
    EXPECT_THAT(merge_preview(outlook, {}), Not(Contains(HasSubstr("overlap"))));
}

TEST(MergePreview, NamesWhatNoLongerStandsOfTheCareOfBoth)
{
    model::EpisodeOfCare episode{.admitted_on = 2024_y / 1 / 1};
    episode.corrections = {
        {.of = model::EpisodePart::level_of_care, .was_on = 2024_y / 3 / 1, .level = model::LevelOfCare::inpatient}};
    EXPECT_THAT(merge_preview({.care = {{.episode = episode, .of = {{1}, {2}}}}}, {}),
                Contains("Care that overlaps becomes one episode: from 1 Jan 2024, still open. Levels of care that no "
                         "longer stand are kept as corrections: inpatient from 1 Mar 2024."));
}

TEST(MergeContradictions, NameWhatStaysAndWhatDoesNot)
{
    MergedPair pair{.kept = {.code = "A-001",
                             .name = "Ada Lind",
                             .born_on = 1990_y / 5 / 3,
                             .contact = "By letter",
                             .diagnosis = "F43.1",
                             .consents = "Signed"},
                    .gone = {.code = "A-OO1",
                             .name = "Ada L.",
                             .born_on = 1991_y / 5 / 3,
                             .contact = "By phone",
                             .diagnosis = "F43.1",
                             .consents = "Signed",
                             .safety_plan = "Call Eva"}};
    const auto sentences = app::merge_contradictions(pair);
    EXPECT_EQ(sentences[0], "The dates of birth differ. Please make sure that both are one person.");
    EXPECT_EQ(sentences[1], "Name: Ada Lind stays, not Ada L. (A-OO1).");
    EXPECT_EQ(sentences[2], "Date of birth: 3 May 1990 stays, not 3 May 1991 (A-OO1).");
    EXPECT_EQ(sentences[3], "Also different: Contact. What A-001 has stays.");
    EXPECT_THAT(sentences, Not(Contains(HasSubstr("Diagnosis")))) << "both say the same";
    EXPECT_THAT(sentences, Not(Contains(HasSubstr("Safety plan")))) << "only one has something to say";

    pair.names_are_hidden = true;
    EXPECT_THAT(app::merge_contradictions(pair), Not(Contains(HasSubstr("Ada"))));
    EXPECT_THAT(app::merge_contradictions(pair), Contains("Also different: Name and Contact. What A-001 has stays."));
}

} // namespace tests::merge_preview
