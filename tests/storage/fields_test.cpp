#include "storage/casebook_folder.h"
#include "storage/choices.h"
#include "storage/fields.h"
#include "storage/left_open.h"
#include "tests/support/casebooks.h"

#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace storage;
using namespace date::literals;

namespace {

/// The columns of a table, without those by which every row is vouched for.
std::vector<std::string> columns_in(SQLite::Database& file, const std::string& table)
{
    std::vector<std::string> columns;
    SQLite::Statement query{file, "PRAGMA table_info(" + table + ")"};
    while (query.executeStep()) {
        const std::string name = query.getColumn("name").getString();
        if (name != "id" && name != "act" && name != "seal") {
            columns.push_back(name);
        }
    }
    return columns;
}

/// Those that a record's list of fields has, and `others`, which belong to the statement that writes the row.
template <class Record>
std::vector<std::string> columns_said(std::vector<std::string> others)
{
    static const Record blank{};
    model::visit_fields([&](const model::FieldName& name, const auto&) { others.emplace_back(name.column); }, blank);
    return others;
}

std::string nullability_of(SQLite::Database& file, const std::string& table, std::string_view column)
{
    SQLite::Statement query{file, "PRAGMA table_info(" + table + ")"};
    while (query.executeStep()) {
        if (query.getColumn("name").getString() == column) {
            return query.getColumn("notnull").getInt() == 0 ? "nullable" : "not null";
        }
    }
    return "missing";
}

model::ClientDetails spanish()
{
    return {.code = "A1", .name = "A. Example", .preferred_language = "Spanish", .born_on = 1990_y / 5 / 4};
}

} // namespace

TEST(Fields, AreTheColumnsOfTheirTables)
{
    const auto keys = vault::random_keys();
    auto files = files_in_memory(keys);
    EXPECT_THAT(columns_said<model::ClientDetails>({"code_key"}),
                testing::UnorderedElementsAreArray(columns_in(files.record, "client")));
    EXPECT_THAT(columns_said<model::ClientVersion>({"client_id"}),
                testing::UnorderedElementsAreArray(columns_in(files.record, "client_version")));
    EXPECT_THAT(columns_said<model::Practice>({}),
                testing::UnorderedElementsAreArray(columns_in(files.record, "practice")));
    EXPECT_THAT(columns_said<model::Therapist>({}),
                testing::UnorderedElementsAreArray(columns_in(files.record, "therapist")));
    EXPECT_THAT(columns_said<model::Goal>({}), testing::UnorderedElementsAreArray(columns_in(files.record, "goal")));
    EXPECT_THAT(columns_said<model::FormerWording>({"goal_id"}),
                testing::UnorderedElementsAreArray(columns_in(files.record, "goal_wording")));
    EXPECT_THAT(columns_said<model::EnteredInError>({"note_id", "drafted_for"}),
                testing::UnorderedElementsAreArray(columns_in(files.record, "note_error")));
    EXPECT_THAT(columns_said<model::EnteredInError>({"administration_id"}),
                testing::UnorderedElementsAreArray(columns_in(files.record, "administration_error")));
    EXPECT_THAT(columns_said<model::NoticeReview>({"notice_id"}),
                testing::UnorderedElementsAreArray(columns_in(files.record, "notice_review")));
    EXPECT_THAT(columns_said<SummaryChoices>({"client_id"}),
                testing::UnorderedElementsAreArray(columns_in(files.record, "summary_choice")));
    EXPECT_THAT(columns_said<LeftOpen>({"note_id", "draft_id"}),
                testing::UnorderedElementsAreArray(columns_in(files.record, "left_open")));
    EXPECT_THAT(columns_said<LeftOpen::Typed>({}),
                testing::UnorderedElementsAreArray(columns_in(files.record, "left_typed")));
}

TEST(Fields, ThatCameLaterMayBeAbsent)
{
    const auto keys = vault::random_keys();
    auto files = files_in_memory(keys);
    static const model::ClientDetails blank{};
    model::visit_fields(
        [&](const model::FieldName& name, const auto&) {
            if (name.came_later) {
                EXPECT_EQ(nullability_of(files.record, "client", name.column), "nullable") << name.column;
                EXPECT_EQ(nullability_of(files.record, "client_version", name.column), "nullable") << name.column;
            }
        },
        blank);
}

TEST(Fields, StandInSqlAsListsOfColumnsParametersAndAssignments)
{
    EXPECT_THAT(columns_of<model::ClientVersion>(),
                testing::AllOf(testing::StartsWith("code, name, preferred_name, "),
                               testing::EndsWith(", safety_plan, is_of_merged, replaced_at, author")));
    EXPECT_THAT(parameters_of<model::ClientVersion>(), testing::StartsWith(":code, :name, "));
    EXPECT_THAT(assignments_of<model::ClientDetails>(), testing::StartsWith("code = :code, name = :name, "));
}

TEST(PreferredLanguage, IsKeptWithTheDetailsAndTheirVersions)
{
    auto casebook = Casebook::in_memory();
    const auto client = casebook.add_client(spanish());
    EXPECT_EQ(casebook.client(client).details, spanish());

    auto none = spanish();
    none.preferred_language.clear();
    casebook.change_details(client, none);
    EXPECT_EQ(casebook.client(client).details, none);
    EXPECT_EQ(casebook.earlier_details(client).front().details, spanish()) << "text that was taken away is kept";
}

TEST(PreferredLanguage, ComesAlongInAMergeWhereTheOtherHadNone)
{
    auto casebook = Casebook::in_memory();
    const auto kept = casebook.add_client({.code = "B2"});
    const auto gone = casebook.add_client(spanish());
    casebook.merge_clients(gone, kept, "One person", tests::at(2024_y / 1 / 1, 9));
    EXPECT_EQ(casebook.client(kept).details.preferred_language, "Spanish");
}
