#include "model/session_note.h"

#include "model/text.h"

#include <algorithm>

namespace model {

namespace {

bool is_rating(const std::optional<int>& value)
{
    return !value || (*value >= 0 && *value <= highest_rating);
}

} // namespace

const std::vector<SectionKind>& sections_of(NoteForm form)
{
    using enum SectionKind;
    static const std::vector<SectionKind> dap{data, assessment, plan};
    static const std::vector<SectionKind> soap{subjective, objective, assessment, plan};
    static const std::vector<SectionKind> free{note, plan};
    switch (form) {
    case NoteForm::dap:
        return dap;
    case NoteForm::soap:
        return soap;
    case NoteForm::free:
        break;
    }
    return free;
}

const std::string& NoteContent::text_of(SectionKind kind) const
{
    static const std::string nothing;
    const auto found = std::ranges::find(sections, kind, &NoteSection::kind);
    return found == sections.end() ? nothing : found->text;
}

void NoteContent::write(SectionKind kind, std::string text)
{
    const auto found = std::ranges::find(sections, kind, &NoteSection::kind);
    if (found == sections.end()) {
        sections.push_back({.kind = kind, .text = std::move(text)});
    } else {
        found->text = std::move(text);
    }
}

bool NoteContent::is_blank() const
{
    const auto unrated = [](const Rating& rating) { return !rating.by_therapist && !rating.by_client; };
    const auto empty = [](const NoteSection& section) { return model::is_blank(section.text); };
    return std::ranges::all_of(sections, empty) && std::ranges::all_of(ratings, unrated) && model::is_blank(homework) &&
           risk == RiskLine{};
}

std::vector<SigningProblem> problems_before_signing(const NoteContent& content, std::span<const EpisodeOfCare> episodes,
                                                    bool therapist_may_sign, Moment now)
{
    std::vector<SigningProblem> problems;
    const Session& session = content.session;
    if (!therapist_may_sign) {
        problems.push_back(SigningProblem::therapist_incomplete);
    }
    if (session.starts() > now) {
        problems.push_back(SigningProblem::in_the_future);
    }
    const EpisodeOfCare* episode = episode_on(episodes, session.held_on);
    if (episode == nullptr) {
        problems.push_back(SigningProblem::before_admission);
    } else if (!episode->covers(session.held_on)) {
        problems.push_back(SigningProblem::after_discharge);
    }
    const auto has_words = [](const NoteSection& section) { return !is_blank(section.text); };
    if (session.attendance == Attendance::attended && std::ranges::none_of(content.sections, has_words)) {
        problems.push_back(SigningProblem::nothing_written);
    }
    if (session.length < std::chrono::minutes{1} || session.length > std::chrono::hours{24}) {
        problems.push_back(SigningProblem::length_out_of_range);
    }
    if (!std::ranges::all_of(content.ratings, [](const Rating& rating) {
            return is_rating(rating.by_therapist) && is_rating(rating.by_client);
        })) {
        problems.push_back(SigningProblem::rating_out_of_range);
    }
    if (std::ranges::any_of(content.sections,
                            [](const NoteSection& section) { return section.text.size() > longest_section; })) {
        problems.push_back(SigningProblem::section_too_long);
    }
    return problems;
}

} // namespace model
