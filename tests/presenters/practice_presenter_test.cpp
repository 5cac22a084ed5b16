#include "app/presenters/practice_presenter.h"

#include <gmock/gmock.h>

namespace {

using app::PracticeField;
using app::PracticePresenter;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(PracticePresenter, SaysWhatASignatureStillNeeds)
{
    auto casebook = storage::Casebook::in_memory();
    PracticePresenter practice{casebook};
    EXPECT_FALSE(practice.screen().can_save);
    EXPECT_THAT(practice.screen().missing,
                ElementsAre(PracticeField::therapist_name, PracticeField::credentials, PracticeField::licence_number));

    practice.type(PracticeField::practice_name, "Harbour Street");
    practice.type(PracticeField::address, "1 Harbour Street\nPort");
    practice.type(PracticeField::therapist_name, " Dana Example ");
    practice.type(PracticeField::credentials, "LMFT");
    EXPECT_THAT(practice.screen().missing, ElementsAre(PracticeField::licence_number));
    practice.type(PracticeField::licence_number, "12345");
    EXPECT_THAT(practice.screen().missing, IsEmpty());
    EXPECT_TRUE(practice.screen().can_save);
    practice.save();

    EXPECT_FALSE(practice.screen().can_save);
    EXPECT_EQ(casebook.practice(), (model::Practice{"Harbour Street", "1 Harbour Street\nPort"}));
    EXPECT_TRUE(casebook.therapist().may_sign());
    EXPECT_EQ(casebook.therapist().name, "Dana Example");
}

} // namespace
