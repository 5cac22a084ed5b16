#include "app/drawing/trajectory_chart.h"
#include "app/drawing/trajectory_picture.h"
#include "tests/support/example_record.h"

#include <gmock/gmock.h>

namespace {

using namespace app;
using namespace date::literals;

TEST(TrajectoryPicture, StandsWholeOnWhiteWithAnEdgeAroundIt)
{
    examples::RecordBuilder client;
    client.admitted(2025_y / 1 / 6);
    client.score("phq-9", 2025_y / 2 / 3, 18);
    client.score("phq-9", 2025_y / 5 / 3, 9);
    const auto trajectory =
        model::build_trajectory(client.record(), examples::measures(), {2025_y / 1 / 6, 2025_y / 6 / 1});

    const Scene picture = trajectory_picture(trajectory, {}, FixedWidthRuler{});

    const auto& ground = std::get<Rectangle>(picture.elements.front());
    EXPECT_EQ(ground.fill, paper_palette().paper);
    EXPECT_EQ(ground.box, (Box{0, 0, picture.size.width, picture.size.height}));
    const double chart_height = natural_chart_height(trajectory, 1000, FixedWidthRuler{});
    EXPECT_EQ(picture.size, (Size{1000 + 12 * space, chart_height + 12 * space}));
}

} // namespace
