#include "app/output/files.h"
#include "app/output/recovery_sheet.h"
#include "tests/output/output_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace {

using namespace app;
using testing::HasSubstr;

RecoverySheet example_sheet()
{
    std::string payload = "MENDLINE1:";
    for (int i = 0; i < 260; ++i)
        payload += "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[(i * i + 7 * i) % 32];
    return {"Harbour Practice", "20 November 2026", "7K2QM-AB3DE-9XYZ0-QRSTV-WWWWW-M1M2M-00000-ZZZZA", payload};
}

TEST(RecoverySheet, ReadsBackFromThePrintedPage)
{
    const tests::OwnFolder folder;
    const auto sheet = example_sheet();
    for (const auto paper : {Paper::a4, Paper::letter}) {
        const auto page = recovery_page(sheet, paper, PangoRuler{});
        ASSERT_TRUE(page);
        const std::string path = folder / "sheet.pdf";
        ASSERT_EQ(write_file(path, pdf_of(std::vector{*page}, {.title = "Recovery sheet"})), std::error_code{});

        const auto text = tests::run("pdftotext -raw " + path + " -").words;
        for (std::size_t i = 0; i < sheet.code.size(); i += 6)
            EXPECT_THAT(text, HasSubstr(sheet.code.substr(i, 5)));
        EXPECT_THAT(text, HasSubstr("Harbour Practice"));
        EXPECT_THAT(text, HasSubstr("20 November 2026"));

        std::string joined;
        for (const char letter : text) {
            if (letter != '\n')
                joined += letter;
        }
        EXPECT_THAT(joined, HasSubstr(sheet.payload)) << "the sealed keys, line by line";
        EXPECT_THAT(tests::run("pdfinfo " + path).words, HasSubstr("Pages:           1"));
    }
}

TEST(RecoverySheet, TakesALongPayloadAndRefusesOneThatNoSquareHolds)
{
    auto sheet = example_sheet();
    sheet.payload = std::string(4000, 'A');
    EXPECT_TRUE(qr_code(sheet.payload));
    sheet.payload = std::string(5000, 'A');
    EXPECT_FALSE(recovery_page(sheet, Paper::a4, PangoRuler{}));
    EXPECT_FALSE(qr_code(""));
}

TEST(QrCode, HasTheThreeCornersThatScannersLookFor)
{
    const auto code = qr_code("MENDLINE1:ABC");
    ASSERT_TRUE(code);
    EXPECT_EQ(code->side % 4, 1U); // 17 + 4 * version.
    const auto corner = [&](std::size_t row, std::size_t column) {
        std::string ring;
        for (std::size_t i = 0; i < 7; ++i)
            ring += code->is_dark(row + 3, column + i) ? '#' : '.';
        return ring;
    };
    EXPECT_EQ(corner(0, 0), "#.###.#");
    EXPECT_EQ(corner(0, code->side - 7), "#.###.#");
    EXPECT_EQ(corner(code->side - 7, 0), "#.###.#");
}

} // namespace
