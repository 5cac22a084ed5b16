#include "app/output/cairo_memory.h"
#include "app/output/files.h"
#include "app/output/painter.h"
#include "tests/output/output_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace {

using namespace app;
using testing::HasSubstr;

/// A picture read back, pixel by pixel.
class Pixels {
public:
    explicit Pixels(const std::string& png)
    {
        rest_ = png;
        surface_.reset(cairo_image_surface_create_from_png_stream(
            [](void* self, unsigned char* to, unsigned int count) {
                auto& rest = static_cast<Pixels*>(self)->rest_;
                if (rest.size() < count)
                    return CAIRO_STATUS_READ_ERROR;
                std::copy_n(rest.begin(), count, to);
                rest.erase(0, count);
                return CAIRO_STATUS_SUCCESS;
            },
            this));
    }
    Size size() const
    {
        return {static_cast<double>(cairo_image_surface_get_width(surface_.get())),
                static_cast<double>(cairo_image_surface_get_height(surface_.get()))};
    }
    Colour at(int x, int y) const
    {
        const auto* line = cairo_image_surface_get_data(surface_.get()) +
                           static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(surface_.get());
        const auto* pixel = line + static_cast<std::ptrdiff_t>(x) * 4;
        return {pixel[2], pixel[1], pixel[0], 255};
    }
    /// How many pixels are not white.
    int inked() const
    {
        int count = 0;
        for (int y = 0; y < static_cast<int>(size().height); ++y) {
            for (int x = 0; x < static_cast<int>(size().width); ++x)
                count += at(x, y) != Colour{255, 255, 255, 255};
        }
        return count;
    }

private:
    std::string rest_;
    Surface surface_;
};

constexpr Colour red = Colour::hex(0xD55E00);
constexpr Colour white = Colour::hex(0xFFFFFF);

TEST(Png, IsAsLargeAsAskedOnWhite)
{
    Scene scene{.size = {20, 10}};
    scene.elements = {Rectangle{{5, 0, 10, 10}, red}};
    const Pixels once{png_of(scene, 1)};
    EXPECT_EQ(once.size(), (Size{20, 10}));
    EXPECT_EQ(once.at(2, 5), white);
    EXPECT_EQ(once.at(10, 5), red);
    const Pixels twice{png_of(scene, 2)};
    EXPECT_EQ(twice.size(), (Size{40, 20}));
    EXPECT_EQ(twice.at(20, 10), red);
    EXPECT_EQ(twice.at(35, 10), white);
}

TEST(Png, PaintsEveryMarkerInItsOwnShape)
{
    std::vector<std::string> pictures;
    for (int shape = 0; shape <= static_cast<int>(MarkerShape::square_hollow); ++shape) {
        Scene scene{.size = {20, 20}};
        scene.elements = {
            Marker{.centre = {10, 10}, .shape = static_cast<MarkerShape>(shape), .size = 12, .colour = red}};
        auto picture = png_of(scene, 1);
        EXPECT_GT(Pixels{picture}.inked(), 20) << shape;
        for (const auto& other : pictures)
            EXPECT_NE(picture, other) << shape;
        pictures.push_back(std::move(picture));
    }
}

TEST(Png, PaintsManyMarkersAsItPaintsEachAlone)
{
    Scene scene{.size = {700, 20}};
    for (int i = 0; i < 130; ++i)
        scene.elements.emplace_back(
            Marker{.centre = {5.0 + 5 * i, 10}, .shape = MarkerShape::square, .size = 8, .colour = red});
    const Pixels picture{png_of(scene, 1)};
    EXPECT_EQ(picture.at(5, 10), red);
    EXPECT_EQ(picture.at(300, 10), red);
    EXPECT_EQ(picture.at(650, 10), red);
}

TEST(Png, LeavesTheGroundBetweenMarkersFree)
{
    for (const auto shape : {MarkerShape::circle, MarkerShape::square, MarkerShape::triangle, MarkerShape::diamond,
                             MarkerShape::triangle_down}) {
        Scene scene{.size = {100, 60}};
        for (const auto centre : {Point{10, 10}, Point{90, 10}, Point{50, 50}})
            scene.elements.emplace_back(Marker{.centre = centre, .shape = shape, .size = 8, .colour = red});
        const Pixels picture{png_of(scene, 1)};
        EXPECT_EQ(picture.at(50, 25), white);
        EXPECT_EQ(picture.at(50, 50), red);
    }
}

TEST(Png, StandsTextOnTheSideOfItsPositionThatWasAsked)
{
    const auto inked_left_of_middle = [](Align align) {
        Scene left{.size = {50, 20}};
        left.elements = {Text{{50, 15}, "mmm", {}, align}};
        return Pixels{png_of(left, 1)}.inked();
    };
    EXPECT_EQ(inked_left_of_middle(Align::left), 0);
    EXPECT_GT(inked_left_of_middle(Align::centre), 20);
    EXPECT_GT(inked_left_of_middle(Align::right), inked_left_of_middle(Align::centre) * 3 / 2);
}

TEST(Png, PaintsSomethingForEveryScript)
{
    for (const auto* words : {"Trust", "ثقة", "ความไว้", "信任", "😀", "דרך", "\xff\xfe", "विश्वास"}) {
        Scene scene{.size = {200, 30}};
        scene.elements = {Text{{5, 20}, words}};
        EXPECT_GT(Pixels{png_of(scene, 1)}.inked(), 10) << words;
    }
}

TEST(Painter, PaintsTextAsWideAsTheRulerSays)
{
    const TextStyle style{.size = 13};
    const std::string words = "Wilful illness, ill will";
    const auto width = PangoRuler{}.width(words + "|", style);
    Scene scene{.size = {300, 20}};
    scene.elements = {Text{{0, 15}, words + "|", style}};
    const Pixels picture{png_of(scene, 4)};
    int last = 0;
    for (int x = 0; x < 1200; ++x)
        last = picture.at(x, 40) != white ? x : last;
    // The bar is the last letter; it stands in the middle of its advance.
    EXPECT_NEAR(last / 4.0, width - PangoRuler{}.width("|", style) / 2, 1.0);
}

TEST(Svg, IsAPictureOfTheSceneInPixelsWithWordsForIt)
{
    Scene scene{.size = {120, 40}, .description = "Trust <rose> & stayed"};
    scene.elements = {Text{{5, 20}, "Trust"}};
    const auto svg = svg_of(scene);
    EXPECT_THAT(svg, HasSubstr("width=\"120px\" height=\"40px\""));
    EXPECT_THAT(svg, HasSubstr("<title>Trust &lt;rose&gt; &amp; stayed</title>"));
    EXPECT_THAT(svg, testing::EndsWith("</svg>\n"));
    EXPECT_EQ(svg, svg_of(scene));
}

} // namespace
