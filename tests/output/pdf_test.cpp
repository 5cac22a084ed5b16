#include "app/drawing/style.h"
#include "app/output/files.h"
#include "tests/output/output_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace {

using namespace app;
using testing::HasSubstr;
using testing::Not;
using tests::OwnFolder;
using tests::run;

/// A page with a title, a paragraph in several scripts, and a small chart with words for who cannot see it.
Scene example_page(Paper paper)
{
    Scene chart{.size = {200, 100}, .description = "Self-compassion rose from 1.9 to 3.3."};
    chart.elements = {Rectangle{{0, 0, 200, 100}, paper_palette().spans[1]},
                      Polyline{{{0, 80}, {100, 60}, {200, 10}}, {paper_palette().series[0], 2}},
                      Marker{.centre = {200, 10}, .shape = MarkerShape::ring}, Text{{0, 95}, "SCS-SF", {.size = 11}}};

    Scene page{.size = page_size(paper)};
    page.elements = {Text{{68, 100}, "Your progress", {25, Weight::bold, {}}, Align::left, TextRole::title},
                     Text{{68, 140}, "From 1.9 to 3.3 – größer"},
                     Text{{68, 160}, "الثقة بالآخرين"},
                     Text{{68, 180}, "ความไว้วางใจ"},
                     Text{{68, 200}, "Zażółć 😀"},
                     Text{{68, 210}, ""}};
    append(page, chart, {68, 240});
    return page;
}

/// A PDF in a folder of its own, as other programs see it.
struct Printed {
    OwnFolder folder;
    std::string path = folder / "page.pdf";

    explicit Printed(std::string_view bytes) { tests::put(path, bytes); }
    std::string said_by(const std::string& command) const { return run(command).words; }
};

TEST(Pdf, HoldsRealTextThatCanBeFoundAndCopied)
{
    const Printed pdf{pdf_of(std::vector{example_page(Paper::a4)}, {.title = "Progress"})};
    const auto text = pdf.said_by("pdftotext -layout " + pdf.path + " -");
    EXPECT_THAT(text, HasSubstr("Your progress"));
    EXPECT_THAT(text, HasSubstr("From 1.9 to 3.3 – größer"));
    EXPECT_THAT(text, HasSubstr("Zażółć"));
    EXPECT_THAT(text, HasSubstr("الثقة"));
    EXPECT_THAT(text, HasSubstr("SCS-SF"));
}

TEST(Pdf, IsCleanVectorAndBringsItsFonts)
{
    const Printed pdf{pdf_of(std::vector{example_page(Paper::a4)}, {.title = "Progress"})};
    EXPECT_EQ(run("qpdf --check " + pdf.path).status, 0);
    const auto images = pdf.said_by("pdfimages -list " + pdf.path);
    EXPECT_EQ(std::ranges::count(images, '\n'), 2) << images; // The heading alone.
    const auto fonts = pdf.said_by("pdffonts " + pdf.path);
    EXPECT_THAT(fonts, HasSubstr("DejaVu"));
    EXPECT_THAT(fonts, Not(HasSubstr("no  yes"))) << "a font is not embedded";
}

TEST(Pdf, HasOnePagePerSceneOfItsOwnSize)
{
    const Printed pdf{pdf_of(std::vector{example_page(Paper::a4), example_page(Paper::letter)}, {.title = "Progress"})};
    const auto info = pdf.said_by("pdfinfo -l 2 " + pdf.path);
    EXPECT_THAT(info, HasSubstr("Pages:           2"));
    EXPECT_THAT(info, testing::ContainsRegex("1 size: +595\\.2[0-9]* x 841\\.8"));
    EXPECT_THAT(info, testing::ContainsRegex("2 size: +612 x 792"));
}

TEST(Pdf, SaysWhatItIsAndNothingMore)
{
    const Printed pdf{pdf_of(std::vector{example_page(Paper::a4)}, {.title = "Progress of M-014 – März"})};
    const auto info = pdf.said_by("pdfinfo " + pdf.path);
    EXPECT_THAT(info, HasSubstr("Progress of M-014 – März"));
    EXPECT_THAT(info, Not(HasSubstr("Author")));
    EXPECT_THAT(info, Not(HasSubstr("CreationDate")));
}

TEST(Pdf, TellsAScreenReaderItsLanguageHeadingsAndFigures)
{
    const std::vector pages{example_page(Paper::a4), example_page(Paper::letter)};
    const Printed pdf{pdf_of(pages, {.title = "Progress", .language = "de"})};
    const auto inside = pdf.said_by("qpdf --qdf --object-streams=disable " + pdf.path + " -");
    EXPECT_THAT(inside, HasSubstr("/Lang (de)"));
    EXPECT_THAT(inside, HasSubstr("/DisplayDocTitle true"));
    const auto structure = pdf.said_by("pdfinfo -struct-text " + pdf.path);
    EXPECT_THAT(structure, testing::ContainsRegex("H1.*\n.*\"Your progress"));
    const auto alternative = inside.find("/Alt (Self-compassion rose from 1.9 to 3.3.)");
    ASSERT_NE(alternative, std::string::npos);
    EXPECT_NE(inside.find("/Alt (Self", alternative + 1), std::string::npos) << "the second page's figure";
}

TEST(Pdf, IsTheSameForTheSamePages)
{
    const std::vector pages{example_page(Paper::a4)};
    EXPECT_EQ(pdf_of(pages, {.title = "a"}), pdf_of(pages, {.title = "a"}));
    EXPECT_NE(pdf_of(pages, {.title = "a"}), pdf_of(pages, {.title = "b"}));
}

TEST(Pdf, OpensWithItsPasswordOnly)
{
    const Printed pdf{pdf_of(std::vector{example_page(Paper::a4)}, {.title = "Hidden title"}, "pässword")};
    EXPECT_NE(run("pdftotext " + pdf.path + " -").status, 0);
    EXPECT_NE(run("pdftotext -upw wrong " + pdf.path + " -").status, 0);
    EXPECT_THAT(pdf.said_by("pdftotext -upw pässword " + pdf.path + " -"), HasSubstr("Your progress"));
    EXPECT_THAT(pdf.said_by("qpdf --password=pässword --show-encryption " + pdf.path), HasSubstr("R = 6"));
    EXPECT_THAT(pdf.said_by("qpdf --password=pässword --show-encryption " + pdf.path), HasSubstr("AESv3"));
    EXPECT_THAT(tests::bytes_of(pdf.path), Not(HasSubstr("Hidden title")));
}

TEST(Pdf, TakesAnEmptyPage)
{
    const Printed pdf{pdf_of(std::vector{Scene{.size = page_size(Paper::a4)}}, {})};
    EXPECT_EQ(run("qpdf --check " + pdf.path).status, 0);
}

} // namespace
