#pragma once

#include "app/exchange/demo_calendar.h"
#include "app/exchange/demo_course.h"
#include "app/exchange/demo_targets.h"
#include "app/exchange/demo_texts.h"
#include "model/modality.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// The notes of one client of the demo practice, written in order of time.
class DemoNotes {
public:
    /// All that is passed in must outlive the notes.
    DemoNotes(const DemoClient& client, const DemoCourse& course, const std::vector<model::Modality>& modalities,
              const DemoPhrases& phrases, DemoWriter& writer, DemoRandom& random);

    /// The note of the next session. `goals` are those being worked on, of whom `ratings` may name some;
    /// `answered_risk`: a form filled in that day says more than no risk.
    model::NoteContent write(const DemoSession& session, const std::vector<const DemoGoal*>& goals,
                             std::vector<model::Rating> ratings, bool answered_risk);

private:
    using Sentences = std::vector<std::string>;

    model::NoteContent write_missed(const DemoSession& session);
    void write_first(model::NoteContent& note);
    void write_sections(model::NoteContent& note, const DemoSession& session);
    void write_risk(model::NoteContent& note, double week, bool answered_risk);
    void bind_for(double week, const std::vector<const DemoGoal*>& goals);
    void choose_modalities(model::NoteContent& note, double week);
    std::string technique_for(const model::Modality& modality, model::SessionFormat format);
    bool is_listed(std::string_view path, std::string_view word) const;
    std::string emdr_technique(const model::Modality& modality);
    std::string seen(const model::Session& session);
    std::string happened(bool on_ward);
    Sentences from_the_week(const DemoSession& session);
    Sentences work(const model::NoteContent& note);
    Sentences assessment(const DemoSession& session);
    Sentences plan(const model::NoteContent& note);
    std::string quote();

    const DemoClient& client_;
    const DemoCourse& course_;
    const std::vector<model::Modality>& modalities_;
    const DemoPhrases& phrases_;
    DemoWriter& writer_;
    DemoRandom& random_;

    DemoTargets targets_;
    int disturbance_ = 10; ///< SUD at the end of the last hour of EMDR.
    std::size_t next_moment_ = 0;
    std::size_t next_risk_ = 0;
    bool has_homework_ = false;
    bool is_first_ = true;
    std::string family_{}; ///< Of the goal that today is about.
    double stands_ = 0;    ///< How things stand today, with the luck of the day.
    bool goes_well_ = true;
};

} // namespace app
