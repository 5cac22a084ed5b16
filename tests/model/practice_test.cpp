#include "model/practice.h"

#include <gtest/gtest.h>

using namespace model;

TEST(Therapist, MaySignOnceEverythingThatASignatureShowsIsKnown)
{
    const Therapist known{.name = "Dana Example", .credentials = "LMFT", .licence_number = "12345"};
    EXPECT_TRUE(known.may_sign());
    for (std::string Therapist::*field : {&Therapist::name, &Therapist::credentials, &Therapist::licence_number}) {
        for (const char* nothing : {"", " ", "\u00A0"}) {
            auto unknown = known;
            unknown.*field = nothing;
            EXPECT_FALSE(unknown.may_sign());
        }
    }
}
