#include "app/words/summary_words.h"

#include "app/words/chart_words.h"
#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "app/words/numbers.h"
#include "app/words/readings.h"

#include <algorithm>

namespace app::summary_words {

namespace {

constexpr const char* separator = " · ";

/// How many panels of this kind the therapist has left out.
long chosen_out(const model::ClientSummary& summary, model::PanelKind kind)
{
    return std::ranges::count_if(summary.left_out, [kind](const model::LeftOutPanel& left) {
        return left.reason == model::LeftOutReason::chosen && left.panel.kind == kind;
    });
}

} // namespace

std::string title()
{
    return "Your progress";
}

std::string file_title(const std::string& code)
{
    return "Progress summary " + isolated(code);
}

std::string who_and_when(const model::ClientSummary& summary)
{
    std::string words = isolated(summary.shown_name);
    if (summary.shown_name != summary.code) {
        words += separator + isolated(summary.code);
    }
    return words + separator + long_date(summary.period.from) + " to " + long_date(summary.period.to);
}

std::string attendance(const model::ClientSummary& summary)
{
    if (summary.sessions_offered == 0) {
        return "No sessions in this period";
    }
    return std::to_string(summary.sessions_attended) + " of " +
           counted(summary.sessions_offered, "session", "sessions") + " attended";
}

std::string born(model::Date day)
{
    return "born " + long_date(day);
}

std::string own_words_heading()
{
    return "Progress so far";
}

std::string over_time_heading()
{
    return "Scores over time";
}

std::string goals_heading()
{
    return "What we worked on";
}

std::string goals_explained()
{
    return "Each goal is rated from 0 to 10 at a session; 10 is what you wished for.";
}

std::string measures_heading()
{
    return "What the questionnaires show";
}

std::string ways_of_working_heading()
{
    return "How we worked";
}

std::string ways_of_working(std::span<const model::ModalityCount> counts, std::span<const model::Modality> modalities)
{
    std::string words;
    for (const model::ModalityCount& count : counts) {
        words += (words.empty() ? "" : ", ") + isolated(modality_name(count.modality, modalities)) + " in " +
                 counted(count.sessions, "session", "sessions");
    }
    return words + ".";
}

std::string next_heading()
{
    return "Next";
}

std::string nothing_recorded()
{
    return "No ratings and no questionnaires were recorded in this period.";
}

std::vector<std::string> goal_columns()
{
    return {"Goal", "First", "Last", "Change"};
}

std::vector<std::string> measure_columns()
{
    return {"Questionnaire", "First", "Last", "Change"};
}

std::string earlier_values(const model::Panel& panel)
{
    long earlier = 0;
    for (const model::Series& series : panel.series) {
        earlier += static_cast<long>(series.points.size()) - series.reading.count;
    }
    if (earlier == 0) {
        return {};
    }
    const std::string values = panel.kind == model::PanelKind::goal ? counted(earlier, "rating", "ratings")
                                                                    : counted(earlier, "score", "scores");
    return values + " of an earlier episode of care " + (earlier == 1 ? "is" : "are") +
           " drawn above, but not counted in first, last and change.";
}

std::string signature(const model::Therapist& therapist)
{
    return therapist.credentials.empty() ? therapist.name
                                         : isolated(therapist.name) + ", " + isolated(therapist.credentials);
}

std::string licence(const model::Therapist& therapist)
{
    return "Licence " + isolated(therapist.licence_number);
}

std::string signature_line()
{
    return "Signature";
}

std::string date_line()
{
    return "Date";
}

std::string page_of(std::size_t page, std::size_t pages)
{
    return "Page " + std::to_string(page) + " of " + std::to_string(pages);
}

std::string foot(const model::ClientSummary& summary)
{
    std::string words = isolated(summary.shown_name);
    if (summary.shown_name != summary.code) {
        words += separator + isolated(summary.code);
    }
    if (summary.born_on) {
        words += separator + born(*summary.born_on);
    }
    return words + separator + short_date(summary.period.from) + " to " + short_date(summary.period.to) + separator +
           "made " + short_date(summary.made_on);
}

std::string log_mark(std::uint64_t number, std::span<const std::uint8_t> mark)
{
    return "Log " + std::to_string(number) + " ·" + (mark.empty() ? "" : " " + mark_words(mark));
}

std::string log_mark_explained(const std::string& mark)
{
    return "The mark “" + mark +
           "” at the foot of each page names the last entry in the practice's log when this was made.";
}

std::string mark_words(std::span<const std::uint8_t> mark)
{
    constexpr std::size_t bytes_shown = 4;
    constexpr std::size_t bytes_together = 2;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string words;
    for (std::size_t index = 0; index < std::min(bytes_shown, mark.size()); ++index) {
        words += index > 0 && index % bytes_together == 0 ? " " : "";
        words += digits[mark[index] / digits.size()];
        words += digits[mark[index] % digits.size()];
    }
    return words;
}

std::string left_out_in_short(const model::ClientSummary& summary)
{
    std::string words = "Left out: session notes";
    if (const long goals = chosen_out(summary, model::PanelKind::goal); goals > 0) {
        words += ", " + counted(goals, "goal", "goals");
    }
    if (const long measures = chosen_out(summary, model::PanelKind::measure); measures > 0) {
        words += ", " + counted(measures, "questionnaire scale", "questionnaire scales");
    }
    return words;
}

std::string drawn_as_boxes(std::span<const std::string> words)
{
    std::string named;
    for (const std::string& word : words) {
        named += (named.empty() ? "" : ", ") + isolated(word);
    }
    return "No font on this computer has all letters of these words, so boxes are printed in their place: " + named +
           ". A font for their script, such as one of the Noto fonts, mends it.";
}

std::vector<std::string> left_out_in_full(const model::ClientSummary& summary)
{
    std::vector<std::string> lines{"Session notes: this summary is for the client, and speaks in goals and scores."};
    for (const model::LeftOutPanel& left : summary.left_out) {
        lines.push_back(isolated(panel_title(left.panel)) + ": " +
                        (left.reason == model::LeftOutReason::chosen ? "left out by you."
                                                                     : "nothing was recorded in this period."));
    }
    return lines;
}

} // namespace app::summary_words
