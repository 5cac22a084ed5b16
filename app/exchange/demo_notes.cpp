#include "app/exchange/demo_notes.h"

#include "model/codes.h"

#include <algorithm>

namespace app {

namespace {

using model::SectionKind;

std::string joined(const std::vector<std::string>& sentences)
{
    std::string text;
    for (const std::string& sentence : sentences) {
        if (!sentence.empty()) {
            text += (text.empty() ? "" : " ") + sentence;
        }
    }
    return text;
}

void append(std::vector<std::string>& to, std::vector<std::string> more)
{
    std::ranges::move(more, std::back_inserter(to));
}

std::string level_word(double stands)
{
    return stands < 0.34 ? "low" : stands < 0.56 ? "mid" : "high";
}

} // namespace

DemoNotes::DemoNotes(const DemoClient& client, const DemoCourse& course, const std::vector<model::Modality>& modalities,
                     const DemoPhrases& phrases, DemoWriter& writer, DemoRandom& random)
    : client_{client}, course_{course},
      modalities_{modalities}, phrases_{phrases}, writer_{writer}, random_{random}, targets_{client.words.at("target")}
{
}

model::NoteContent DemoNotes::write(const DemoSession& session, const std::vector<const DemoGoal*>& goals,
                                    std::vector<model::Rating> ratings, bool answered_risk)
{
    bind_for(session.week, goals);
    if (session.session.attendance != model::Attendance::attended) {
        return write_missed(session);
    }
    model::NoteContent note{.session = session.session, .ratings = std::move(ratings), .form = client_.form};
    choose_modalities(note, session.week);
    if (std::exchange(is_first_, false)) {
        write_first(note);
    } else {
        write_sections(note, session);
    }
    write_risk(note, session.week, answered_risk);
    has_homework_ =
        !goals.empty() && note.session.level_of_care != model::LevelOfCare::inpatient && random_.chance(0.62);
    if (has_homework_) {
        note.homework = writer_.say("homework/" + family_);
    }
    return note;
}

model::NoteContent DemoNotes::write_missed(const DemoSession& session)
{
    model::NoteContent note{.session = session.session, .form = model::NoteForm::free};
    const std::string way{model::code_of(session.session.attendance)};
    Sentences what{writer_.say("missed/" + way)};
    if (session.session.attendance == model::Attendance::no_show) {
        what.push_back(writer_.say(session.is_gone ? "missed/gone_then" : "missed/no_show_then"));
    }
    note.write(SectionKind::note, joined(what));
    if (random_.chance(0.7)) {
        note.write(SectionKind::plan, writer_.say("missed/" + way + "_plan"));
    }
    return note;
}

void DemoNotes::write_first(model::NoteContent& note)
{
    const std::string told = writer_.as_written(client_.intake);
    const std::string view = writer_.say("assessment/early/plateau");
    switch (note.form) {
    case model::NoteForm::dap:
        note.write(SectionKind::data, told);
        note.write(SectionKind::assessment, view);
        break;
    case model::NoteForm::soap:
        note.write(SectionKind::subjective, told);
        note.write(SectionKind::objective, seen(note.session));
        note.write(SectionKind::assessment, view);
        break;
    case model::NoteForm::free:
        note.write(SectionKind::note, joined({told, view}));
        break;
    }
    note.write(SectionKind::plan, writer_.say("plan/psychoeducation"));
}

void DemoNotes::write_sections(model::NoteContent& note, const DemoSession& session)
{
    Sentences opening;
    const auto format = note.session.format;
    const bool on_ward = note.session.level_of_care == model::LevelOfCare::inpatient;
    if (session.after_break) {
        opening.push_back(writer_.say("holiday/after"));
    }
    if (format != model::SessionFormat::in_person && random_.chance(0.6)) {
        opening.push_back(writer_.say(format == model::SessionFormat::video ? "format/video" : "format/phone"));
    } else if (format == model::SessionFormat::in_person && !on_ward && random_.chance(0.7)) {
        opening.push_back(writer_.say("arrival/" + level_word(stands_)));
    }
    Sentences week = from_the_week(session);
    Sentences done = work(note);
    if (session.before_break) {
        done.push_back(writer_.say("holiday/before"));
    }
    const Sentences view = assessment(session);
    if (note.form == model::NoteForm::soap) {
        note.write(SectionKind::subjective, joined(week));
        opening.push_back(random_.chance(0.6) || opening.empty() ? seen(note.session) : "");
        append(opening, std::move(done));
        note.write(SectionKind::objective, joined(opening));
        note.write(SectionKind::assessment, joined(view));
    } else {
        append(opening, std::move(week));
        append(opening, std::move(done));
        if (note.form == model::NoteForm::free) {
            append(opening, view);
            note.write(SectionKind::note, joined(opening));
        } else {
            note.write(SectionKind::data, joined(opening));
            note.write(SectionKind::assessment, joined(view));
        }
    }
    note.write(SectionKind::plan, joined(plan(note)));
}

DemoNotes::Sentences DemoNotes::from_the_week(const DemoSession& session)
{
    Sentences sentences;
    const auto& moments = client_.moments;
    if (next_moment_ < moments.size() && course_.told_week(session.week) <= moments[next_moment_].week) {
        sentences.push_back(writer_.as_written(moments[next_moment_].text));
        ++next_moment_;
    }
    const int events = random_.between(sentences.empty() ? 1 : 0, 2);
    for (int i = 0; i < events; ++i) {
        sentences.push_back(happened(session.session.level_of_care == model::LevelOfCare::inpatient));
    }
    if (has_homework_ && random_.chance(0.6)) {
        const double luck = stands_ + 0.25 * random_.noise();
        sentences.push_back(writer_.say(luck < 0.25   ? "homework_review/not"
                                        : luck < 0.45 ? "homework_review/partly"
                                                      : "homework_review/done"));
    }
    if (random_.chance(0.3)) {
        sentences.push_back(quote());
    }
    return sentences;
}

std::string DemoNotes::happened(bool on_ward)
{
    const double luck = stands_ + 0.22 * random_.noise();
    const std::string tone = luck < 0.36 ? "hard" : luck < 0.46 ? "mixed" : "good";
    const bool is_about_goal = tone != "mixed" && family_ != "any" && random_.chance(0.75);
    const std::string about = on_ward ? "ward" : is_about_goal ? family_ : "any";
    writer_.bind("event", writer_.part("since/" + about + '/' + tone));
    return writer_.say("since_as/" + tone);
}

/// What could be observed; over the phone, heard.
std::string DemoNotes::seen(const model::Session& session)
{
    const bool is_phone = session.format == model::SessionFormat::phone;
    return writer_.say(is_phone ? "observed/phone" : "observed/" + level_word(stands_));
}

std::string DemoNotes::quote()
{
    const std::string tone = stands_ + 0.1 * random_.noise() < 0.44 ? "hard" : "good";
    const std::string family = random_.chance(0.3) ? "any" : family_;
    writer_.bind("quote", writer_.part("quote/" + family + '/' + tone));
    return writer_.say("quote_as/" + tone);
}

DemoNotes::Sentences DemoNotes::assessment(const DemoSession& session)
{
    const bool is_late = stands_ > 0.56 && course_.told_week(session.week) < 0.4 * client_.course.front().week;
    const std::string phase = session.number < 8 ? "early" : is_late ? "late" : "middle";
    const double change = course_.change_at(session.week) + 0.02 * random_.noise();
    const bool is_low = stands_ < 0.22 && phase == "middle";
    const std::string trend = change < -0.03 || is_low ? "worse" : change > 0.045 ? "better" : "plateau";
    Sentences sentences{writer_.say("assessment/" + phase + '/' + trend)};
    if (trend != "worse" && random_.chance(0.22)) {
        sentences.push_back(writer_.say("assessment/" + phase + "/plateau"));
    }
    return sentences;
}

DemoNotes::Sentences DemoNotes::plan(const model::NoteContent& note)
{
    const std::string main = note.modalities.empty() ? "any" : note.modalities.front().modality;
    constexpr int low = 2;
    const bool is_low = main == "emdr" && disturbance_ <= low;
    Sentences sentences{writer_.say("plan/" + main + (is_low ? "-low" : ""))};
    if (random_.chance(0.4)) {
        sentences.push_back(writer_.say("plan/any"));
    }
    return sentences;
}

void DemoNotes::write_risk(model::NoteContent& note, double week, bool answered_risk)
{
    if (next_risk_ < client_.risk.size() && course_.told_week(week) <= client_.risk[next_risk_].week) {
        note.risk.level = client_.risk[next_risk_].level;
        note.risk.actions = writer_.say("risk/" + std::string{model::code_of(note.risk.level)});
        ++next_risk_;
        return;
    }
    if (answered_risk) {
        note.risk.level = model::RiskLevel::passive_thoughts;
        note.risk.actions = writer_.say("risk/passive_thoughts");
        return;
    }
    const bool was_asked = random_.chance(stands_ < 0.4 ? 0.75 : 0.35);
    note.risk.level = was_asked ? model::RiskLevel::none : model::RiskLevel::not_asked;
    if (random_.chance(client_.dissociates)) {
        note.risk.dissociation = true;
        note.risk.actions = writer_.say("risk/dissociation");
    }
}

} // namespace app
