#include "app/presenters/header_presenter.h"
#include "tests/support/casebooks.h"

#include <gtest/gtest.h>

namespace {

using namespace date::literals;

TEST(HeaderPresenter, SaysWhoAndWhereTheirCareStands)
{
    tests::SmallPractice practice;
    const app::Clock clock{.now = [] { return tests::at(2026_y / 11 / 20, 14); }};
    app::Names names;
    app::HeaderPresenter header{{practice.casebook, clock, names}, practice.client};
    EXPECT_EQ(header.screen().title, "A. Example");
    EXPECT_EQ(header.screen().facts, "A1 · in care since 1 Jan 2024 · outpatient");

    practice.casebook.set_level_of_care(
        practice.client,
        {.from = 2026_y / 11 / 1, .level = model::LevelOfCare::inpatient, .reason = "", .review_on = 2026_y / 11 / 20});
    names.are_hidden = true;
    header.names_changed();
    EXPECT_EQ(header.screen().title, "A1");
    EXPECT_EQ(header.screen().facts, "in care since 1 Jan 2024 · inpatient · level of care review was due 20 Nov 2026");

    practice.casebook.discharge(practice.client, 2026_y / 11 / 20, "Moved away");
    EXPECT_EQ(header.screen().facts, "in care 1 Jan 2024 to 20 Nov 2026");
}

TEST(HeaderPresenter, KeepsADateWholeBesideACodeReadFromTheRight)
{
    auto casebook = storage::Casebook::in_memory();
    const auto client = casebook.add_client({.code = "שרה-7", .name = "שרה", .pronouns = "היא"});
    casebook.admit(client, 2024_y / 1 / 1, model::LevelOfCare::outpatient, "");
    const app::Clock clock{.now = [] { return tests::at(2026_y / 11 / 20, 14); }};
    app::Names names;
    const app::HeaderPresenter header{{casebook, clock, names}, client};
    EXPECT_EQ(header.screen().title, "שרה");
    EXPECT_EQ(header.screen().facts, "\u200e\u2068שרה-7\u2069 · \u200e\u2068היא\u2069 · in care since 1 Jan 2024 · "
                                     "outpatient");
}

} // namespace
