#include "app/drawing/recovery_layout.h"

#include "app/words/recovery_words.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr std::size_t quiet_modules = 4;
constexpr std::size_t groups_in_a_row = 4;

std::vector<std::string> groups_of(const std::string& code)
{
    std::vector<std::string> groups{""};
    for (const char letter : code) {
        if (letter != ' ' && letter != '-')
            groups.back() += letter;
        else if (!groups.back().empty())
            groups.emplace_back();
    }
    if (groups.back().empty())
        groups.pop_back();
    return groups;
}

/// Writes the sheet from top to bottom; `y_` is where the next block begins.
class SheetWriter {
public:
    SheetWriter(Paper paper, const TextRuler& ruler) : ruler_{ruler} { scene_.size = page_size(paper); }

    void title(const RecoveryWords& words)
    {
        role(TextRole::title, words.title, {.size = type_size::title, .weight = Weight::bold, .colour = palette_.ink});
        y_ += 2 * space;
        paragraph(words.under_title, {.size = type_size::page, .colour = palette_.quiet_ink});
        y_ += 4 * space;
    }

    void heading(const std::string& words)
    {
        y_ += 6 * space;
        role(TextRole::heading, words, {.size = type_size::heading, .weight = Weight::bold, .colour = palette_.accent});
        y_ += space;
    }

    void plain(const std::string& words) { paragraph(words, {.size = type_size::page, .colour = palette_.ink}); }

    void quiet(const std::string& words) { paragraph(words, {.size = type_size::body, .colour = palette_.quiet_ink}); }

    /// The code in large groups, four to a row, each with its number above it.
    void code(const std::vector<std::string>& groups)
    {
        const TextStyle large{.size = 24, .weight = Weight::bold, .colour = palette_.ink};
        const TextStyle number{.size = type_size::small, .colour = palette_.quiet_ink};
        const double row_height = 14 * space;
        const auto rows = (groups.size() + groups_in_a_row - 1) / groups_in_a_row;
        const Box box{page_margin, y_ + 2 * space, text_width(), row_height * static_cast<double>(rows) + 6 * space};
        scene_.elements.emplace_back(Rectangle{
            .box = box, .fill = palette_.spans[0], .stroke = Stroke{palette_.hairline, 1}, .corner_radius = 6});

        const double column_width = (box.width - 8 * space) / groups_in_a_row;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const double x = box.x + 6 * space + static_cast<double>(i % groups_in_a_row) * column_width;
            const std::size_t row = i / groups_in_a_row;
            const double top = box.y + 3 * space + static_cast<double>(row) * row_height;
            scene_.elements.emplace_back(Text{{x, top + 4 * space}, std::to_string(i + 1), number});
            scene_.elements.emplace_back(Text{{x, top + 11 * space}, groups[i], large});
        }
        y_ = box.bottom() + 2 * space;
    }

    /// The square, and beside it the same letters in lines of equal length.
    void keys(const QrCode& code, const std::string& payload)
    {
        const auto modules = static_cast<double>(code.side + 2 * quiet_modules);
        const double side = std::clamp(modules * 2.8, 160.0, 300.0);
        y_ += 2 * space;
        append(scene_, qr_scene(code, side), {page_margin - side * quiet_modules / modules, y_});

        const TextStyle style{.size = type_size::body, .colour = palette_.ink};
        const double left = page_margin + side;
        const auto lines = lines_of_equal_length(payload, style, scene_.size.width - page_margin - left);
        double baseline = y_ + side * quiet_modules / modules + ruler_.ascent(style);
        for (const auto& line : lines) {
            scene_.elements.emplace_back(Text{{left, baseline}, line, style});
            baseline += ruler_.line_height(style) * 1.3;
        }
        y_ = std::max(y_ + side, baseline);
    }

    Scene finish(const std::string& foot)
    {
        const double line = scene_.size.height - page_margin;
        scene_.elements.emplace_back(
            Line{{page_margin, line}, {scene_.size.width - page_margin, line}, {palette_.hairline, 1}});
        scene_.elements.emplace_back(
            Text{{page_margin, line + 5 * space}, foot, {.size = type_size::small, .colour = palette_.quiet_ink}});
        return std::move(scene_);
    }

private:
    /// As many letters to a line as fit even where they are wide, so that lines can be counted off.
    std::vector<std::string> lines_of_equal_length(const std::string& letters, const TextStyle& style,
                                                   double available) const
    {
        auto length = static_cast<std::size_t>(std::max(8.0, available / ruler_.width("1", style)));
        for (;; --length) {
            std::vector<std::string> lines;
            for (std::size_t from = 0; from < letters.size(); from += length)
                lines.push_back(letters.substr(from, length));
            const auto fits = [&](const std::string& line) { return ruler_.width(line, style) <= available; };
            if (length <= 8 || std::ranges::all_of(lines, fits))
                return lines;
        }
    }

    double text_width() const { return scene_.size.width - 2 * page_margin; }

    void paragraph(const std::string& words, const TextStyle& style)
    {
        y_ = add_paragraph(scene_, ruler_, words, style, {page_margin, y_}, text_width(), 1.15);
    }

    void role(TextRole role, const std::string& words, const TextStyle& style)
    {
        const auto first = scene_.elements.size();
        paragraph(words, style);
        for (auto i = first; i < scene_.elements.size(); ++i)
            std::get<Text>(scene_.elements[i]).role = role;
    }

    const TextRuler& ruler_;
    const Palette palette_ = paper_palette();
    Scene scene_;
    double y_ = page_margin - 4 * space;
};

} // namespace

Scene qr_scene(const QrCode& code, double side)
{
    const double module = side / static_cast<double>(code.side + 2 * quiet_modules);
    // Neighbouring rows overlap by a hair, or viewers would show white seams between them.
    const double hair = module / 50;
    Scene scene{.size = {side, side}};
    scene.elements.emplace_back(Rectangle{.box = {0, 0, side, side}, .fill = Colour::hex(0xFFFFFF)});
    for (std::size_t row = 0; row < code.side; ++row) {
        for (std::size_t column = 0; column < code.side; ++column) {
            const auto first = column;
            while (column < code.side && code.is_dark(row, column))
                ++column;
            if (column == first)
                continue;
            scene.elements.emplace_back(Rectangle{.box = {static_cast<double>(first + quiet_modules) * module,
                                                          static_cast<double>(row + quiet_modules) * module,
                                                          static_cast<double>(column - first) * module, module + hair},
                                                  .fill = Colour::hex(0x000000)});
        }
    }
    return scene;
}

Scene recovery_layout(const RecoverySheet& sheet, const QrCode& code, Paper paper, const TextRuler& ruler)
{
    const RecoveryWords words = recovery_words(sheet.casebook_name, sheet.made_on, sheet.person_name);
    SheetWriter writer{paper, ruler};
    writer.title(words);
    writer.plain(words.purpose);
    writer.heading(words.code_heading);
    writer.code(groups_of(sheet.code));
    writer.quiet(words.code_hint);
    writer.heading(words.use_heading);
    for (const auto& step : words.use_steps)
        writer.plain(step);
    writer.heading(words.keep_heading);
    writer.plain(words.keep);
    writer.heading(words.keys_heading);
    writer.plain(words.keys);
    writer.keys(code, sheet.payload);
    return writer.finish(words.foot);
}

} // namespace app
