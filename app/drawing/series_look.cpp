#include "app/drawing/series_look.h"

namespace app {

SeriesLook rater_look(model::Rater rater, const Palette& palette)
{
    if (rater == model::Rater::therapist) {
        return {palette.series[2], MarkerShape::triangle, MarkerShape::triangle, Dash::solid};
    }
    return {palette.series[3], MarkerShape::ring, MarkerShape::ring, Dash::dashed};
}

SeriesLook measure_look(model::MeasureArea area, const Palette& palette)
{
    const auto round = [&](std::size_t series) {
        return SeriesLook{palette.series.at(series), MarkerShape::circle, MarkerShape::ring, Dash::solid};
    };
    const auto square = [&](std::size_t series) {
        return SeriesLook{palette.series.at(series), MarkerShape::square, MarkerShape::square_hollow, Dash::solid};
    };
    switch (area) {
    case model::MeasureArea::self_compassion:
        return round(0);
    case model::MeasureArea::boundaries:
        return square(1);
    case model::MeasureArea::trust:
        return square(0);
    case model::MeasureArea::trauma:
        return round(1);
    case model::MeasureArea::mood:
        return round(7);
    case model::MeasureArea::other:
        break;
    }
    return square(7);
}

SeriesLook look_of(const model::Panel& panel, const model::Series& series, const Palette& palette)
{
    return series.rater ? rater_look(*series.rater, palette) : measure_look(panel.area, palette);
}

} // namespace app
