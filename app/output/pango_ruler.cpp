#include "app/output/pango_ruler.h"

#include "app/output/pango_text.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>
#include <utility>

namespace app {

namespace {

/// Enough for every label of a long trajectory; beyond it we start anew rather than grow for ever.
constexpr std::size_t most_widths_kept = 8192;

std::string key_of(std::string_view words, const TextStyle& style)
{
    std::string key(sizeof style.size, '\0');
    std::memcpy(key.data(), &style.size, sizeof style.size);
    key += style.weight == Weight::bold ? 'b' : 'r';
    return key.append(words);
}

std::string_view without_trailing_space(std::string_view words)
{
    const auto last = words.find_last_not_of(" \t\r\n");
    return last == std::string_view::npos ? std::string_view{} : words.substr(0, last + 1);
}

PangoDirection direction_of(PangoLayout* layout)
{
    return pango_layout_line_get_resolved_direction(pango_layout_get_line_readonly(layout, 0));
}

bool is_ascii(std::string_view words)
{
    return std::ranges::all_of(words, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

} // namespace

struct PangoRuler::Parts {
    PangoText text;
    std::unordered_map<std::string, double> widths{};
};

PangoRuler::PangoRuler(Typeface typeface) : parts_{new Parts{PangoText{std::move(typeface)}}} {}

PangoRuler::~PangoRuler() = default;

double PangoRuler::width(std::string_view words, const TextStyle& style) const
{
    auto key = key_of(words, style);
    if (const auto known = parts_->widths.find(key); known != parts_->widths.end())
        return known->second;

    int width = 0;
    pango_layout_get_size(parts_->text.layout(words, style), &width, nullptr);
    if (parts_->widths.size() >= most_widths_kept)
        parts_->widths.clear();
    return parts_->widths.emplace(std::move(key), from_pango(width)).first->second;
}

double PangoRuler::line_height(const TextStyle& style) const
{
    return parts_->text.metrics(style).line_height;
}

double PangoRuler::ascent(const TextStyle& style) const
{
    return parts_->text.metrics(style).ascent;
}

bool PangoRuler::reads_right_to_left(std::string_view words) const
{
    return !is_ascii(words) && direction_of(parts_->text.layout(words, {})) == PANGO_DIRECTION_RTL;
}

std::vector<std::string> PangoRuler::lines(std::string_view words, const TextStyle& style, double available) const
{
    constexpr std::string_view left_to_right_mark = "\u200e";
    constexpr std::string_view right_to_left_mark = "\u200f";
    struct Part {
        std::string words;
        PangoDirection direction;
    };
    std::vector<Part> parts;
    PangoLayout* layout = parts_->text.layout(words, style, std::max(available, 0.0));
    const std::string_view text = pango_layout_get_text(layout);
    for (GSList* item = pango_layout_get_lines_readonly(layout); item != nullptr; item = item->next) {
        auto* line = static_cast<PangoLayoutLine*>(item->data);
        const auto start = static_cast<std::size_t>(pango_layout_line_get_start_index(line));
        const auto length = static_cast<std::size_t>(pango_layout_line_get_length(line));
        parts.push_back({std::string{without_trailing_space(text.substr(start, length))},
                         pango_layout_line_get_resolved_direction(line)});
    }

    std::vector<std::string> broken;
    for (auto& [line, direction] : parts) {
        // Alone, a line that begins with a word of the other direction would turn round.
        const bool right_to_left = direction == PANGO_DIRECTION_RTL;
        if (!line.empty() && reads_right_to_left(line) != right_to_left)
            line.insert(0, right_to_left ? right_to_left_mark : left_to_right_mark);
        broken.push_back(std::move(line));
    }
    return broken;
}

std::vector<std::size_t> PangoRuler::cut_places(std::string_view words) const
{
    PangoLayout* layout = parts_->text.layout(words, {});
    const char* text = pango_layout_get_text(layout);
    int count = 0;
    const PangoLogAttr* letters = pango_layout_get_log_attrs_readonly(layout, &count);
    std::vector<std::size_t> places;
    const char* at = text;
    for (int i = 0; i < count; ++i) {
        if (letters[i].is_cursor_position)
            places.push_back(static_cast<std::size_t>(at - text));
        if (i + 1 < count)
            at = g_utf8_next_char(at);
    }
    return places;
}

} // namespace app
