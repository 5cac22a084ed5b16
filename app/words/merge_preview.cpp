#include "app/words/merge_preview.h"

#include "app/words/client_record_words.h"
#include "app/words/dates.h"
#include "app/words/details_words.h"
#include "app/words/isolated.h"
#include "app/words/joined.h"
#include "app/words/level_words.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

/// Fields whose text is short enough to be shown twice in a sentence.
constexpr std::array short_fields{DetailsField::name, DetailsField::preferred_name, DetailsField::pronouns,
                                  DetailsField::born_on};

/// The label without what it explains: "Diagnosis".
std::string name_of(DetailsField field)
{
    const std::string label = label_of(field);
    return label.substr(0, label.find(','));
}

bool contradict(const MergedPair& pair, DetailsField field)
{
    const std::string kept = text_of(pair.kept, field);
    const std::string gone = text_of(pair.gone, field);
    return field != DetailsField::code && !kept.empty() && !gone.empty() && kept != gone;
}

bool is_shown(const MergedPair& pair, DetailsField field)
{
    const bool is_name = field == DetailsField::name || field == DetailsField::preferred_name;
    return std::ranges::find(short_fields, field) != short_fields.end() && !(is_name && pair.names_are_hidden);
}

std::string days_of(const model::EpisodeOfCare& episode)
{
    return episode.discharged_on ? short_date(episode.admitted_on) + " to " + short_date(*episode.discharged_on)
                                 : "from " + short_date(episode.admitted_on) + ", still open";
}

std::string united_words(const model::EpisodeOfCare& episode)
{
    std::vector<std::string> levels;
    bool has_days = false;
    for (const model::EpisodeCorrection& correction : episode.corrections) {
        if (correction.of == model::EpisodePart::level_of_care) {
            levels.push_back(level_of_care_words(*correction.level) + " from " + short_date(correction.was_on));
        } else {
            has_days = true;
        }
    }
    std::string words = "Care that overlaps becomes one episode: " + days_of(episode) + ".";
    if (has_days) {
        words += " Days that no longer stand are kept as corrections.";
    }
    if (!levels.empty()) {
        words += " Levels of care that no longer stand are kept as corrections: " + joined(levels) + ".";
    }
    return words;
}

} // namespace

std::vector<std::string> merge_contradictions(const MergedPair& pair)
{
    std::vector<std::string> sentences;
    if (contradict(pair, DetailsField::born_on)) {
        sentences.emplace_back("The dates of birth differ. Please make sure that both are one person.");
    }
    std::vector<std::string> not_shown;
    for (const DetailsField field : details_fields) {
        if (contradict(pair, field) && is_shown(pair, field)) {
            sentences.push_back(label_of(field) + ": " + isolated(text_of(pair.kept, field)) + " stays, not " +
                                isolated(text_of(pair.gone, field)) + " (" + isolated(pair.gone.code) + ").");
        } else if (contradict(pair, field)) {
            not_shown.push_back(name_of(field));
        }
    }
    if (!not_shown.empty()) {
        sentences.push_back("Also different: " + joined(not_shown) + ". What " + isolated(pair.kept.code) +
                            " has stays.");
    }
    return sentences;
}

std::vector<std::string> merge_preview(const model::MergeOutlook& outlook, const MergedPair& pair)
{
    const std::string gone = isolated(pair.gone.code);
    const std::string kept = isolated(pair.kept.code);
    std::vector<std::string> sentences;
    const std::string moves = client_record_words::counted_record(outlook.moves);
    sentences.push_back(moves.empty() ? gone + " has no notes, measures, goals or care, so only the details move."
                                      : "From " + gone + " to " + kept + ": " + moves + ".");
    bool is_united = false;
    for (const model::UnitedEpisode& united : outlook.care) {
        if (united.of.size() > 1) {
            is_united = true;
            sentences.push_back(united_words(united.episode));
        }
    }
    if (!is_united && pair.kept_had_care && outlook.moves.episodes > 0) {
        sentences.emplace_back("No care overlaps, so every episode stays as it is.");
    }
    sentences.push_back("The details of " + kept + " stay, and what is empty there is filled in from " + gone +
                        ". All details of " + gone + " are kept as earlier details.");
    sentences.push_back("The code " + gone + " leads to " + kept + " from then on.");
    return sentences;
}

} // namespace app
