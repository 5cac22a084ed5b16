#include "app/output/pango_ruler.h"

#include "app/output/line_isolates.h"
#include "app/output/pango_text.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace app {

namespace {

/// Enough for every label of a long trajectory; beyond it we start anew rather than grow for ever.
constexpr std::size_t most_widths_kept = 8192;

/// Pango adds widths up in an int, which a paragraph of some 200,000 letters overflows: a longer text is laid out in
/// pieces.
constexpr std::size_t most_bytes_at_once = 4096;

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

/// The sign, itself unseen, that makes words after it read in `direction`.
std::string_view mark_of(PangoDirection direction)
{
    return direction == PANGO_DIRECTION_RTL ? "\u200f" : "\u200e";
}

/// How many bytes of `rest` are laid out at once: whole letters, and no line end torn in two.
std::size_t piece_of(std::string_view rest)
{
    if (rest.size() <= most_bytes_at_once)
        return rest.size();
    std::size_t end = most_bytes_at_once;
    while ((static_cast<unsigned char>(rest[end]) & 0xC0U) == 0x80U)
        --end;
    return rest[end] == '\n' && rest[end - 1] == '\r' ? end - 1 : end;
}

struct LaidLine {
    std::string words;
    PangoDirection direction;
    std::size_t start; ///< In bytes, from the end of the mark.
    bool begins_paragraph;
};

/// The lines of a layout whose text begins with a mark of `mark_size` bytes.
std::vector<LaidLine> lines_of(PangoLayout* layout, std::size_t mark_size)
{
    const std::string_view text = pango_layout_get_text(layout);
    std::vector<LaidLine> lines;
    for (GSList* item = pango_layout_get_lines_readonly(layout); item != nullptr; item = item->next) {
        auto* line = static_cast<PangoLayoutLine*>(item->data);
        const auto begin = static_cast<std::size_t>(pango_layout_line_get_start_index(line));
        const auto end = begin + static_cast<std::size_t>(pango_layout_line_get_length(line));
        const auto start = std::max(begin, mark_size);
        lines.push_back({std::string{without_trailing_space(text.substr(start, end - start))},
                         pango_layout_line_get_resolved_direction(line), start - mark_size,
                         pango_layout_line_is_paragraph_start(line) != FALSE});
    }
    return lines;
}

/// `goes_on`: the first of the lines stands in the paragraph of the one before.
void make_whole(std::vector<LaidLine>& lines, LineIsolates& isolates, bool goes_on)
{
    for (LaidLine& line : lines) {
        if (line.begins_paragraph && !goes_on) {
            isolates.begin_paragraph();
        }
        line.words = isolates.whole(line.words);
        goes_on = false;
    }
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

bool PangoRuler::lacks_letters_of(std::string_view words) const
{
    return !is_ascii(words) && pango_layout_get_unknown_glyphs_count(parts_->text.layout(words, {})) > 0;
}

std::vector<std::string> PangoRuler::lines(std::string_view words, const TextStyle& style, double available) const
{
    const std::string valid = valid_utf8(words);
    std::string_view rest = valid;
    std::vector<LaidLine> laid;
    LineIsolates isolates{[this](std::string_view part) { return reads_right_to_left(part); }};
    std::string mark;
    for (bool is_last = false; !is_last;) {
        const std::string_view piece = rest.substr(0, piece_of(rest));
        is_last = piece.size() == rest.size();
        auto lines =
            lines_of(parts_->text.layout(mark + std::string{piece}, style, std::max(available, 0.0)), mark.size());
        std::size_t done = piece.size();
        if (!is_last) {
            // The last line may hold more than the piece does: it begins the next one, in the same direction.
            const LaidLine next = lines.back();
            const bool has_more = lines.size() > 1;
            if (has_more) {
                lines.pop_back();
                done = next.start;
            }
            const bool ends_paragraph = has_more && next.begins_paragraph;
            make_whole(lines, isolates, !mark.empty());
            mark = ends_paragraph ? std::string{} : std::string{mark_of(next.direction)} + isolates.reopened();
        } else {
            make_whole(lines, isolates, !mark.empty());
        }
        std::ranges::move(lines, std::back_inserter(laid));
        rest.remove_prefix(done);
    }

    std::vector<std::string> broken;
    for (auto& [line, direction, start, begins_paragraph] : laid) {
        // Alone, a line that begins with a word of the other direction would turn round.
        if (!line.empty() && reads_right_to_left(line) != (direction == PANGO_DIRECTION_RTL))
            line.insert(0, mark_of(direction));
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
