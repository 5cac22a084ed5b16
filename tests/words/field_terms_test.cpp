#include "tests/support/file_bytes.h"
#include "tests/support/old_terms.h"
#include "tests/support/places.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

/// What the program may say out of a C++ source: its string literals, adjoining ones as the one text they are, without
/// the marks of access keys. Comments and included names are left out.
std::vector<std::string> texts_of_source(const std::string& source)
{
    std::vector<std::string> texts;
    bool is_adjoining = false;
    for (std::size_t at = 0; at < source.size(); ++at) {
        const auto rest = std::string_view{source}.substr(at);
        if (rest.starts_with("//") || rest.starts_with("#include")) {
            at = std::min(source.find('\n', at), source.size());
        } else if (rest.starts_with("'\"'")) {
            at += 2;
        } else if (source[at] == '"') {
            std::string text;
            for (++at; at < source.size() && source[at] != '"'; ++at) {
                if (source[at] == '\\' && at + 1 < source.size()) {
                    ++at;
                    text += source[at] == 'n' ? '\n' : source[at];
                } else if (source[at] != '&') {
                    text += source[at];
                }
            }
            if (is_adjoining) {
                texts.back() += text;
            } else {
                texts.push_back(text);
            }
            is_adjoining = true;
        } else if (std::isspace(static_cast<unsigned char>(source[at])) == 0) {
            is_adjoining = false;
        }
    }
    return texts;
}

std::vector<fs::path> files_below(const std::string& folder, const std::vector<std::string>& endings)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator{fs::path{tests::source_dir()} / folder}) {
        if (std::ranges::find(endings, entry.path().extension().string()) != endings.end()) {
            files.push_back(entry.path());
        }
    }
    return files;
}

TEST(FieldTerms, AreLookedForInWholeTextsAndAsWholeWords)
{
    const auto texts = texts_of_source(
        "#include \"proved.h\"\n// \"Go on\"\nreturn \"Every \"\n  \"ans&wer\"; f(\"None\", '\"', \"x\");");
    ASSERT_THAT(texts, ElementsAre("Every answer", "None", "x"));
    EXPECT_THAT(tests::old_terms_in(texts.front(), tests::old_phrases), ElementsAre("every answer"));
    EXPECT_THAT(tests::old_terms_in("Improved, as approved", tests::old_phrases), IsEmpty());
    EXPECT_THAT(tests::old_terms_in("Not\nproved.", tests::old_phrases), ElementsAre("proved", "not proved"));
}

TEST(FieldTerms, AreTheOnlyOnesInAllThatTheProgramSays)
{
    std::size_t texts = 0;
    for (const fs::path& file : files_below("app", {".cpp", ".h"})) {
        for (const std::string& text : texts_of_source(tests::bytes_of(file))) {
            ++texts;
            EXPECT_THAT(tests::old_terms_in(text, tests::old_phrases), IsEmpty()) << file << ": " << text;
            EXPECT_THAT(tests::old_terms_in(text, tests::old_phrases_of_the_program), IsEmpty())
                << file << ": " << text;
            EXPECT_THAT(tests::old_labels, testing::Not(testing::Contains(text))) << file;
        }
    }
    EXPECT_GT(texts, 1500u) << "the sources were not read";
}

TEST(FieldTerms, AreTheOnlyOnesInTheLibraryAndTheReadmes)
{
    auto files = files_below("model/library", {".json", ".md"});
    files.push_back(fs::path{tests::source_dir()} / "README.md");
    EXPECT_GT(files.size(), 10u) << "the library was not found";
    for (const fs::path& file : files) {
        EXPECT_THAT(tests::old_terms_in(tests::bytes_of(file), tests::old_phrases), IsEmpty()) << file;
    }
}

} // namespace
