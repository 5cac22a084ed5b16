#pragma once

#include "app/exchange/demo_notes.h"
#include "app/exchange/demo_practice.h"

#include <memory>
#include <optional>
#include <vector>

namespace app {

/// What all clients of the practice share.
struct DemoPractice {
    /// Both must outlive the practice.
    DemoPractice(storage::Casebook& into, const DemoOptions& chosen);

    /// The moment, or the evening of the last day if that comes first: nothing is written down later.
    model::Moment not_after_the_end(model::Moment moment) const;

    storage::Casebook& casebook;
    const DemoOptions& options;
    DemoCast cast = read_demo_cast();
    DemoPhrases phrases{};
    SentenceCount sentences{};
    DemoHours hours_taken{};
    std::vector<model::Modality> modalities;
    std::vector<model::MeasureDefinition> measures;
};

/// Writes one client's story into the casebook.
class DemoStory {
public:
    /// `practice` and `client` must outlive the story.
    DemoStory(DemoPractice& practice, const DemoClient& client, bool counts_sentences, std::uint64_t seed);

    /// The story as it is told; or, with a number, just so many sessions.
    void tell(std::optional<int> sessions);

private:
    /// When a measure is filled in again.
    struct DueMeasure {
        const DemoMeasure* measure;
        DemoAnswers answers;
        bool has_alert; ///< An item asks about risk.
        double due_week;
    };

    model::Date day_of(int week, int weekday) const;
    void admit(const DemoEpisode& episode, model::Date first_day);
    std::vector<DemoSession> sessions_as_told();
    void add_goals(const std::vector<DemoSession>& sessions);
    void close_goals(const std::vector<DemoSession>& sessions);
    void take_in(const std::vector<DemoSession>& sessions);
    void write_note(const DemoSession& session, bool answered_risk);
    bool fill_in_measures(const DemoSession& session);
    void keep_draft(model::NoteContent note);
    void correct_notes();
    void review_notices();
    model::Moment signed_at(const model::Session& session);

    DemoPractice& practice_;
    const DemoClient& client_;
    DemoRandom random_;
    DemoRandom word_random_; ///< Of its own, so that a new sentence changes no number.
    DemoWriter writer_;
    model::ClientId id_{};
    std::unique_ptr<DemoCourse> course_{};
    std::unique_ptr<DemoNotes> notes_{};
    std::vector<DemoRatings> goals_{};
    std::vector<DueMeasure> due_{};
    double stretch_ = 1;
    bool is_as_told_ = true;
};

} // namespace app
