#include "app/drawing/trajectory_picture.h"

#include "app/drawing/trajectory_chart.h"

namespace app {

Scene trajectory_picture(const model::Trajectory& trajectory, const std::vector<model::Modality>& modalities,
                         const TextRuler& ruler)
{
    constexpr double width = 1000;
    constexpr double edge = 6 * space;
    const Palette palette = paper_palette();
    const ChartOptions options{.modalities = modalities};
    const Size size{width, natural_chart_height(trajectory, width, ruler, options)};
    Scene picture{.size = {width + 2 * edge, size.height + 2 * edge}};
    picture.elements.emplace_back(
        Rectangle{.box = {0, 0, picture.size.width, picture.size.height}, .fill = palette.paper});
    append(picture, trajectory_chart(trajectory, size, ruler, palette, options), {edge, edge});
    return picture;
}

} // namespace app
