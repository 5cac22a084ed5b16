#include "app/output/pango_text.h"

#include <cmath>
#include <utility>

namespace app {

namespace {

Referenced<PangoContext> prepared(PangoContext* context)
{
    const std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)> options{
        cairo_font_options_create(), &cairo_font_options_destroy};
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options.get());
    pango_context_set_round_glyph_positions(context, FALSE);
    return Referenced<PangoContext>{context};
}

} // namespace

std::string valid_utf8(std::string_view words)
{
    if (g_utf8_validate(words.data(), static_cast<gssize>(words.size()), nullptr))
        return std::string{words};
    char* mended = g_utf8_make_valid(words.data(), static_cast<gssize>(words.size()));
    std::string valid{mended};
    g_free(mended);
    return valid;
}

PangoText::PangoText(Typeface typeface)
    : typeface_{std::move(typeface)}, context_{
                                          prepared(pango_font_map_create_context(pango_cairo_font_map_get_default()))}
{
}

PangoText::PangoText(Typeface typeface, cairo_t* surface_of)
    : typeface_{std::move(typeface)}, context_{prepared(pango_cairo_create_context(surface_of))}
{
    pango_cairo_update_context(surface_of, context_.get());
}

PangoText::Style& PangoText::style_of(const TextStyle& style)
{
    auto& kept = styles_[{style.size, style.weight}];
    if (kept.layout)
        return kept;

    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, typeface_.family.c_str());
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    pango_font_description_set_weight(font, style.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    kept.layout.reset(pango_layout_new(context_.get()));
    pango_layout_set_font_description(kept.layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_wrap(kept.layout.get(), PANGO_WRAP_WORD_CHAR);
    return kept;
}

PangoLayout* PangoText::layout(std::string_view words, const TextStyle& style, double width)
{
    PangoLayout* layout = style_of(style).layout.get();
    const std::string valid = valid_utf8(words);
    pango_layout_set_single_paragraph_mode(layout, width < 0);
    pango_layout_set_width(layout, width < 0 ? -1 : static_cast<int>(std::ceil(width * PANGO_SCALE)));
    pango_layout_set_text(layout, valid.c_str(), static_cast<int>(valid.size()));
    return layout;
}

PangoText::Metrics PangoText::metrics(const TextStyle& style)
{
    auto& kept = style_of(style);
    if (!kept.metrics) {
        // A fixed language: the measures of a page must not follow the user's locale.
        PangoFontMetrics* font = pango_context_get_metrics(
            context_.get(), pango_layout_get_font_description(kept.layout.get()), pango_language_from_string("en"));
        const double ascent = from_pango(pango_font_metrics_get_ascent(font));
        kept.metrics = Metrics{ascent, ascent + from_pango(pango_font_metrics_get_descent(font))};
        pango_font_metrics_unref(font);
    }
    return *kept.metrics;
}

} // namespace app
