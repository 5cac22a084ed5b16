#include "app/presenters/caseload_presenter.h"
#include "tests/support/casebooks.h"

#include <gmock/gmock.h>

namespace {

using namespace date::literals;
using app::CaseloadFilter;
using app::CaseloadPresenter;
using testing::ElementsAre;
using testing::IsEmpty;

const model::Moment now = tests::at(2026_y / 11 / 20, 14);

class Caseload : public testing::Test {
protected:
    model::ClientId add(const std::string& name, const std::string& code, bool in_care = true)
    {
        const auto client = casebook_.add_client({.code = code, .name = name});
        if (in_care) {
            casebook_.admit(client, 2026_y / 1 / 5, model::LevelOfCare::outpatient, "");
        }
        return client;
    }

    static std::vector<std::string> names(const CaseloadPresenter& caseload)
    {
        std::vector<std::string> all;
        for (const auto& row : caseload.screen().rows) {
            all.push_back(row.name);
        }
        return all;
    }

    storage::Casebook casebook_ = storage::Casebook::in_memory();
    app::Clock clock_{.now = [] { return now; }};
    app::Names names_{};
};

TEST_F(Caseload, NoLongerChoosesAClientWhoIsGone)
{
    const auto ada = add("Ada", "A1");
    const auto ben = add("Ben", "B1");
    const auto cleo = add("Cleo", "C1");
    CaseloadPresenter caseload{casebook_, clock_, names_};
    caseload.select(ada);
    casebook_.remove_client(ben, now);
    EXPECT_EQ(caseload.screen().selected, ada);
    casebook_.merge_clients(ada, cleo, "One person", now);
    EXPECT_EQ(caseload.screen().selected, std::nullopt);
    EXPECT_THAT(names(caseload), ElementsAre("Cleo"));
}

TEST_F(Caseload, ShowsThoseInCareUntilAskedForAll)
{
    add("Ada", "A1");
    add("Ben", "B1", false);
    CaseloadPresenter caseload{casebook_, clock_, names_};
    EXPECT_THAT(names(caseload), ElementsAre("Ada"));
    caseload.filter(CaseloadFilter::all);
    EXPECT_THAT(names(caseload), ElementsAre("Ada", "Ben"));
    EXPECT_FALSE(caseload.screen().is_empty);
}

TEST_F(Caseload, TellsNamesakesApartByTheirCodes)
{
    add("Maya", "M1");
    EXPECT_THAT(names(CaseloadPresenter{casebook_, clock_, names_}), ElementsAre("Maya"));
    add("Maya", "M2");
    add("Ben", "B1");
    EXPECT_THAT(names(CaseloadPresenter{casebook_, clock_, names_}), ElementsAre("Ben", "Maya · M1", "Maya · M2"));
}

TEST_F(Caseload, KeepsNamesakesReadFromTheRightApartFromTheirCodesAndFindsThemByPlainWords)
{
    add("שרה", "A-1");
    add("שרה", "שרה-2");
    CaseloadPresenter caseload{casebook_, clock_, names_};
    EXPECT_THAT(names(caseload),
                ElementsAre("\u200e\u2068שרה\u2069 · A-1", "\u200e\u2068שרה\u2069 · \u200e\u2068שרה-2\u2069"));
    caseload.search("שרה");
    EXPECT_EQ(caseload.screen().rows.size(), 2U);
    caseload.search("\u200e\u2068שרה-2\u2069"); // Copied from the screen.
    EXPECT_EQ(caseload.screen().rows.size(), 1U);
}

TEST_F(Caseload, IsEmptyInANewCasebook)
{
    CaseloadPresenter caseload{casebook_, clock_, names_};
    EXPECT_TRUE(caseload.screen().is_empty);
    EXPECT_THAT(caseload.screen().rows, IsEmpty());
    caseload.select_first();
    EXPECT_EQ(caseload.screen().selected, std::nullopt);
}

TEST_F(Caseload, FindsNamesAndCodesWhateverTheirCapitals)
{
    add("Émile Novák", "X-7");
    add("Ирина", "B1");
    CaseloadPresenter caseload{casebook_, clock_, names_};
    caseload.search("NOVÁK émi");
    EXPECT_THAT(names(caseload), ElementsAre("Émile Novák"));
    caseload.search("x-7");
    EXPECT_THAT(names(caseload), ElementsAre("Émile Novák"));
    caseload.search("ИРИ");
    EXPECT_THAT(names(caseload), ElementsAre("Ирина"));
    caseload.search("nobody");
    EXPECT_THAT(names(caseload), IsEmpty());
}

TEST_F(Caseload, FindsEverybodyWhateverTheListIsNarrowedTo)
{
    add("Ada", "A1");
    CaseloadPresenter caseload{casebook_, clock_, names_};
    caseload.toggle(CaseloadFilter::notices);
    EXPECT_THAT(names(caseload), IsEmpty());
    caseload.search("ad");
    EXPECT_THAT(names(caseload), ElementsAre("Ada"));
    caseload.search("");
    EXPECT_THAT(names(caseload), IsEmpty());
}

TEST_F(Caseload, ShowsCodesInTheirOwnOrderWhileNamesAreHidden)
{
    add("Ada", "Z9");
    add("Ben", "A1");
    CaseloadPresenter caseload{casebook_, clock_, names_};
    names_.are_hidden = true;
    caseload.names_changed();
    EXPECT_THAT(names(caseload), ElementsAre("A1", "Z9"));
}

TEST_F(Caseload, CountsWhatIsToBeDoneAndFiltersByIt)
{
    const auto ada = add("Ada", "A1");
    add("Ben", "B1");
    CaseloadPresenter caseload{casebook_, clock_, names_};
    EXPECT_EQ(caseload.screen().to_do, app::ToDoCounts{});

    auto note = tests::note_on(2026_y / 11 / 20);
    casebook_.start_draft(ada, note, {}, now);
    EXPECT_EQ(caseload.screen().to_do.unsigned_notes, 1);
    caseload.toggle(CaseloadFilter::unsigned_notes);
    EXPECT_THAT(names(caseload), ElementsAre("Ada"));
    caseload.toggle(CaseloadFilter::unsigned_notes);
    EXPECT_EQ(caseload.screen().filter, CaseloadFilter::in_care);
}

TEST_F(Caseload, ADraftThatSpeaksOfRiskRaisesANotice)
{
    const auto ada = add("Ada", "A1");
    CaseloadPresenter caseload{casebook_, clock_, names_};
    auto note = tests::note_on(2026_y / 11 / 20);
    const auto draft = casebook_.start_draft(ada, note, {}, now);
    EXPECT_EQ(caseload.screen().to_do.notices, 0);

    note.risk.level = model::RiskLevel::ideation;
    casebook_.save_draft(draft, note, {}, now);
    EXPECT_EQ(caseload.screen().to_do.notices, 1);
    EXPECT_TRUE(caseload.screen().rows.front().has_notice);
}

TEST_F(Caseload, AScoreThatIsWorseThanBeforeIsToBeLookedAt)
{
    const auto ada = add("Ada", "A1");
    CaseloadPresenter caseload{casebook_, clock_, names_};
    for (const auto& [day, total] : {std::pair{2026_y / 10 / 1, 27.0}, std::pair{2026_y / 11 / 1, 55.0}}) {
        casebook_.add_administration(ada, {.measure = "pcl-5", .taken_on = day, .total = total}, now);
    }
    EXPECT_EQ(caseload.screen().to_do.notices, 1);
    caseload.toggle(CaseloadFilter::notices);
    EXPECT_THAT(names(caseload), ElementsAre("Ada"));
    EXPECT_TRUE(caseload.screen().rows.front().has_notice);
}

TEST(MeasuresDue, CountsFromTheDayTheIntervalIsOver)
{
    const std::vector<model::MeasureDefinition> measures{{.code = "m", .ask_again_after_days = 28},
                                                         {.code = "once", .ask_again_after_days = 0}};
    model::CaseloadRow row{
        .is_in_care = true,
        .latest_administrations = {{"m", 2026_y / 10 / 1}, {"once", 2020_y / 1 / 1}, {"unknown", 2020_y / 1 / 1}}};
    EXPECT_EQ(app::measures_due(row, measures, 2026_y / 10 / 28), 0);
    EXPECT_EQ(app::measures_due(row, measures, 2026_y / 10 / 29), 1);
    row.is_in_care = false;
    EXPECT_EQ(app::measures_due(row, measures, 2026_y / 10 / 29), 0);
}

TEST_F(Caseload, EntersOneSearchIntoTheLogOnceItLedToSomebody)
{
    const auto ada = add("Ada Example", "A1");
    add("Ben Example", "B1");
    CaseloadPresenter caseload{casebook_, clock_, names_};
    const auto log = [this] {
        std::vector<model::ActKind> kinds;
        const auto wanted = {model::ActKind::clients_searched, model::ActKind::client_viewed};
        for (const model::Act& act : casebook_.acts({.kinds = wanted}, 100)) {
            kinds.insert(kinds.begin(), act.kind);
        }
        return kinds;
    };
    using enum model::ActKind;

    for (const char* typed : {"a", "ad", "ada"}) {
        caseload.search(typed);
    }
    EXPECT_THAT(log(), IsEmpty()) << "no key is an act";
    caseload.select(ada);
    caseload.viewed();
    EXPECT_THAT(log(), ElementsAre(clients_searched, client_viewed));
    EXPECT_EQ(casebook_.acts({.client = ada, .kinds = {client_viewed}}, 9).size(), 1U);

    caseload.viewed();
    EXPECT_THAT(log(), ElementsAre(clients_searched, client_viewed, client_viewed)) << "it was one search";
    caseload.search("");
    caseload.viewed();
    EXPECT_EQ(log().size(), 4U) << "nobody searched";
    caseload.search("ada");
    caseload.viewed();
    EXPECT_EQ(log().size(), 6U) << "the same words, but another search";
}

TEST_F(Caseload, SaysWhoseRatingsTheSmallLineIs)
{
    casebook_.set_therapist(tests::example_therapist());
    const auto client = add("Ada", "A1");
    const auto goal = casebook_.add_goal(client, {.wording = "Say no", .agreed_on = 2026_y / 1 / 5});
    CaseloadPresenter caseload{casebook_, clock_, names_};
    const auto rate = [&](model::Date day, std::optional<int> by_client) {
        auto note = tests::note_on(day);
        note.ratings = {{goal, 4, by_client}};
        casebook_.add_signed_note(client, note, tests::at(day, 16));
    };

    rate(2026_y / 2 / 2, {});
    EXPECT_EQ(caseload.screen().rows.at(0).lead_rater, model::Rater::therapist);
    rate(2026_y / 2 / 9, 5);
    EXPECT_EQ(caseload.screen().rows.at(0).lead_rater, model::Rater::client);
    casebook_.add_administration(client, {.measure = "scs-sf", .taken_on = 2026_y / 3 / 2, .total = 2.5},
                                 tests::at(2026_y / 3 / 2, 16));
    EXPECT_EQ(caseload.screen().rows.at(0).lead_rater, std::nullopt) << "they are scores";
}

} // namespace
