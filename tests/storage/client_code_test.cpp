#include "storage/client_code.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

using storage::code_key;
using storage::code_shape;

TEST(ClientCode, IsOneHoweverItIsSpelt)
{
    for (const char* spelling : {"A-001", "a-001", "A–001", "A—001", "A‐001", "A−001", "A 001", "A - 001", " A-001 ",
                                 "Ａ-００１", "A\u00A0001", "A\t001", "\u200BA-001", "\u200e\u2068A-001\u2069"}) {
        EXPECT_EQ(code_key(spelling), "a-001") << spelling;
    }
    EXPECT_EQ(code_key("ÉA"), code_key("e\u0301a")) << "composed or not";
    EXPECT_EQ(code_key("ΣΟΦΙΑ"), code_key("σοφια"));
    EXPECT_EQ(code_key("А-001"), code_key("а-001")) << "Cyrillic";
}

TEST(ClientCode, OfAnotherClientIsAnother)
{
    for (const auto& [one, other] : std::vector<std::pair<std::string, std::string>>{{"P1", "P2"},
                                                                                     {"A-001", "A-0011"},
                                                                                     {"A-001", "A001"},
                                                                                     {"1-11", "11-1"},
                                                                                     {"007", "7"},
                                                                                     {"A-001", "A-OO1"}}) {
        EXPECT_NE(code_key(one), code_key(other)) << one << " " << other;
    }
}

TEST(ClientCode, IsKeptAsItIsWhereItIsNoTextOrNothingButSigns)
{
    EXPECT_EQ(code_key("A\xFF"), "A\xFF");
    EXPECT_EQ(code_key("–"), "–");
    EXPECT_EQ(code_shape("–"), "–");
}

TEST(ClientCode, LooksLikeAnotherByTwinsZerosAndDashes)
{
    for (const auto& [one, other] : std::vector<std::pair<std::string, std::string>>{{"A-001", "A-OO1"},
                                                                                     {"A-001", "A-00l"},
                                                                                     {"A-001", "A-00I"},
                                                                                     {"A-001", "A001"},
                                                                                     {"A-001", "A-1"},
                                                                                     {"007", "7"},
                                                                                     {"A-001", "А-001"}, // Cyrillic
                                                                                     {"A-001", "Α-001"}, // Greek
                                                                                     {"BX-12", "ВХ-12"}, // Cyrillic
                                                                                     {"A-010", "A-O1O"},
                                                                                     {"A-0", "A-000"}}) {
        EXPECT_EQ(code_shape(one), code_shape(other)) << one << " " << other;
    }
}

TEST(ClientCode, LooksLikeNoOtherWhereAPersonSeesTheDifference)
{
    for (const auto& [one, other] : std::vector<std::pair<std::string, std::string>>{{"P1", "P2"},
                                                                                     {"A-001", "B-001"},
                                                                                     {"A-010", "A-001"},
                                                                                     {"A-100", "A-1"},
                                                                                     {"LEON", "LEN"},
                                                                                     {"A-20", "A-2"},
                                                                                     {"A-1", "A-11"},
                                                                                     {"C-101", "C-11"}}) {
        EXPECT_NE(code_shape(one), code_shape(other)) << one << " " << other;
    }
}

} // namespace
