#include "app/drawing/style.h"

namespace app {

namespace {

/// Okabe M, Ito K. Color Universal Design (2008): blue, vermillion, bluish green, reddish purple, orange, sky blue,
/// yellow, black.
constexpr std::array<Colour, 8> okabe_ito{Colour::hex(0x0072B2), Colour::hex(0xD55E00), Colour::hex(0x009E73),
                                          Colour::hex(0xCC79A7), Colour::hex(0xE69F00), Colour::hex(0x56B4E9),
                                          Colour::hex(0xF0E442), Colour::hex(0x000000)};

} // namespace

Palette light_palette()
{
    Palette palette = paper_palette();
    palette.paper = Colour::hex(0xFBFBF9);
    return palette;
}

Palette dark_palette()
{
    Palette palette{
        .paper = Colour::hex(0x242627),
        .ink = Colour::hex(0xECECEA),
        .quiet_ink = Colour::hex(0xB6BCC0),
        .hairline = Colour::hex(0x4B5053),
        .accent = Colour::hex(0x6CC7C1),
        .attention = Colour::hex(0xFFB37D),
        .selection = Colour::hex(0x2F4746),
        .series = okabe_ito,
        .spans = {Colour::hex(0x2D3032), Colour::hex(0x39342B), Colour::hex(0x2A3837), Colour::hex(0x353039)},
    };
    // The darkest hues sink into a dark ground.
    palette.series[0] = Colour::hex(0x2F95DB);
    palette.series[1] = Colour::hex(0xE8742A);
    palette.series[2] = Colour::hex(0x1DB489);
    palette.series[7] = Colour::hex(0xECECEA);
    return palette;
}

Palette paper_palette()
{
    return {
        .paper = Colour::hex(0xFFFFFF),
        .ink = Colour::hex(0x1F2930),
        .quiet_ink = Colour::hex(0x59646C),
        .hairline = Colour::hex(0xD5DADD),
        .accent = Colour::hex(0x0B6E6E),
        .attention = Colour::hex(0x9A3B00),
        .selection = Colour::hex(0xDCE9E8),
        .series = okabe_ito,
        .spans = {Colour::hex(0xF1F2F4), Colour::hex(0xF6EFE2), Colour::hex(0xE7F0EF), Colour::hex(0xF1ECF5)},
    };
}

Size page_size(Paper paper)
{
    constexpr double per_millimetre = 96 / 25.4;
    return paper == Paper::a4 ? Size{210 * per_millimetre, 297 * per_millimetre} : Size{8.5 * 96, 11.0 * 96};
}

} // namespace app
