#include "app/presenters/add_client_presenter.h"
#include "tests/support/casebooks.h"

#include <gtest/gtest.h>

namespace {

using namespace date::literals;
using app::AddClientPresenter;
using app::DetailsTrouble;

class AddClient : public testing::Test {
protected:
    storage::Casebook casebook_ = storage::Casebook::in_memory();
    app::Clock clock_{.now = [] { return tests::at(2026_y / 11 / 20, 14); }};
    app::Names names_{};
    AddClientPresenter form_{{casebook_, clock_, names_}};
};

TEST_F(AddClient, SuggestsACodeUntilOneIsTyped)
{
    EXPECT_EQ(form_.screen().code, "C-001");
    casebook_.add_client({.code = "M-001"});
    form_.type_name("maren Holt");
    EXPECT_EQ(form_.screen().code, "M-002");
    form_.type_name("Nora");
    EXPECT_EQ(form_.screen().code, "N-001");
    form_.type_name("Ирина");
    EXPECT_EQ(form_.screen().code, "C-001");
    form_.type_code("mine");
    form_.type_name("Maren");
    EXPECT_EQ(form_.screen().code, "mine");
}

TEST_F(AddClient, IsUntouchedUntilAnythingIsTypedOrChosen)
{
    EXPECT_TRUE(form_.is_untouched());
    form_.type_code("mine");
    EXPECT_FALSE(form_.is_untouched());
    form_.type_code("C-001");
    form_.type_name("Maren");
    EXPECT_FALSE(form_.is_untouched());
    form_.type_name("");
    EXPECT_TRUE(form_.is_untouched());
    form_.type_date("3 Nov 2026");
    EXPECT_FALSE(form_.is_untouched());
    form_.type_date("20 Nov 2026");
    form_.choose_level(model::LevelOfCare::inpatient);
    EXPECT_FALSE(form_.is_untouched());
}

TEST_F(AddClient, AddsAndAdmits)
{
    form_.type_name(" Maren Holt ");
    form_.type_date("3 Nov 2026");
    form_.choose_level(model::LevelOfCare::intensive);
    const auto client = form_.add();
    ASSERT_TRUE(client);
    EXPECT_EQ(casebook_.client(*client).details.name, "Maren Holt");
    const auto episode = casebook_.episodes_of(*client).front();
    EXPECT_EQ(episode.admitted_on, 2026_y / 11 / 3);
    EXPECT_EQ(episode.level_on(2026_y / 11 / 20), model::LevelOfCare::intensive);
}

TEST_F(AddClient, IsRefusedACodeThatAnotherHasInWhateverSpelling)
{
    casebook_.add_client({.code = "A-001"});
    for (const char* spelling : {"A-001", "a-001", "A–001", "A 001"}) {
        form_.type_code(spelling);
        EXPECT_FALSE(form_.add()) << spelling;
        EXPECT_EQ(form_.screen().code_trouble, DetailsTrouble::code_taken) << spelling;
    }
}

TEST_F(AddClient, IsAskedOnceAboutACodeThatLooksLikeAnother)
{
    casebook_.add_client({.code = "A-001"});
    form_.type_code("A-OO1");
    EXPECT_FALSE(form_.add());
    EXPECT_EQ(form_.screen().similar_code, "A-001");
    form_.type_code("A-OO2");
    EXPECT_EQ(form_.screen().similar_code, "") << "about another code nothing was asked";
    form_.type_code("A-OO1");
    EXPECT_FALSE(form_.add());
    EXPECT_TRUE(form_.add());
    EXPECT_EQ(casebook_.clients().size(), 2U);
}

TEST_F(AddClient, IsOfferedNoCodeThatLooksLikeAnother)
{
    casebook_.add_client({.code = "L-001"});
    form_.type_name("Ilse");
    EXPECT_EQ(form_.screen().code, "I-002");
}

TEST_F(AddClient, AdmitsNobodyInTheFuture)
{
    form_.type_date("21 Nov 2026");
    EXPECT_FALSE(form_.add());
    EXPECT_EQ(form_.screen().admission_problem, model::EpisodeProblem::in_the_future);
    form_.type_date("20 Nov 2026");
    EXPECT_EQ(form_.screen().admission_problem, std::nullopt);
    EXPECT_TRUE(form_.add());
}

TEST_F(AddClient, AddsNobodyWhileSomethingIsWrong)
{
    casebook_.add_client({.code = "taken"});
    form_.type_code("taken");
    form_.type_date("one day");
    EXPECT_FALSE(form_.add());
    EXPECT_EQ(form_.screen().code_trouble, DetailsTrouble::code_taken);
    EXPECT_TRUE(form_.screen().is_date_unreadable);
    form_.type_code("");
    EXPECT_FALSE(form_.add());
    EXPECT_EQ(form_.screen().code_trouble, DetailsTrouble::code_missing);
    EXPECT_EQ(casebook_.caseload(2026_y / 11 / 20).size(), 1U);
}

} // namespace
