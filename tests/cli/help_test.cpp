#include "tests/cli/command.h"
#include "tests/support/old_terms.h"

#include <gmock/gmock.h>

namespace {

TEST(CommandLineHelp, SpeaksInTheTermsOfTheField)
{
    const auto program = tests::mendline_cli({"--help"});
    ASSERT_EQ(program.status, 0) << program.complaint;
    std::string all = program.output;
    for (const std::string command :
         {"new", "recover", "demo", "clients", "measures", "verify", "backup", "restore", "import-scores", "trajectory",
          "summary", "correct-admission", "correct-discharge", "take-back-discharge", "merge-clients", "remove-client",
          "erase-client", "erasures"}) {
        EXPECT_THAT(program.output, testing::HasSubstr(command));
        const auto help = tests::mendline_cli({command, "--help"});
        EXPECT_EQ(help.status, 0) << command << ": " << help.complaint;
        all += help.output;
    }
    EXPECT_THAT(tests::old_terms_in(all, tests::old_phrases), testing::IsEmpty());
    EXPECT_THAT(tests::old_terms_in(all, tests::old_phrases_of_the_program), testing::IsEmpty());
}

} // namespace
