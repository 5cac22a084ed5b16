#include "app/exchange/demo_notes.h"

#include <algorithm>
#include <array>

/// The part of the demo's notes that concerns what was done in the hour, and in which words and numbers.
namespace app {

namespace {

constexpr std::array number_words{"four", "five", "six", "seven", "eight", "nine", "ten", "eleven"};

} // namespace

/// Everything that holds for this hour, so that its sentences agree with each other.
void DemoNotes::bind_for(double week, const std::vector<const DemoGoal*>& goals)
{
    stands_ = course_.stands_at(week) + 0.08 * random_.noise();
    goes_well_ = random_.chance(std::clamp(0.15 + 0.8 * stands_ + course_.change_at(week), 0.1, 0.9));
    family_ = goals.empty() ? std::string{"any"} : random_.one_of(goals)->family;
    const std::string aim = goals.empty() ? "safety-and-steadiness" : family_;
    writer_.bind("aim", writer_.part("aim/" + aim));

    const int strain = std::clamp(static_cast<int>(9 - 5 * stands_ + random_.noise()), 3, 9);
    writer_.bind("i0", std::to_string(strain));
    writer_.bind("e0", std::to_string(std::min(10, strain + random_.between(0, 2))));
    writer_.bind("i1", std::to_string(std::max(1, strain - (goes_well_ ? random_.between(2, 4) : 1))));
    writer_.bind("c1", std::to_string(std::clamp(static_cast<int>(3 + 6 * stands_ + random_.noise()), 2, 10)));
    const int doubt = std::clamp(static_cast<int>(18 - 15 * stands_ + random_.noise()), 3, 18) * 5;
    writer_.bind("b0", std::to_string(doubt));
    writer_.bind("b1", std::to_string(std::max(0, doubt - (goes_well_ ? random_.between(2, 5) : 1) * 5)));
    writer_.bind("h1", std::to_string(std::clamp(95 - doubt + random_.between(-1, 3) * 5, 5, 95)));
    writer_.bind("clock", model::clock_time(client_.hour + std::chrono::minutes{random_.between(3, 9) * 5}));
    writer_.bind("clock_before", model::clock_time(client_.hour - std::chrono::minutes{random_.between(6, 26) * 5}));
    writer_.bind("closest", client_.words.at("kind").front());
    const DemoBelief& belief = random_.one_of(client_.beliefs);
    writer_.bind("belief", belief.belief);
    writer_.bind("healthier", belief.healthier);
    const auto& steps = client_.words.at("step");
    const int last = static_cast<int>(steps.size()) - 1;
    const int step = std::clamp(static_cast<int>(stands_ * 1.4 * last) + random_.between(-1, 1), 0, last);
    writer_.bind("step", steps[static_cast<std::size_t>(step)]);
}

DemoNotes::Sentences DemoNotes::work(const model::NoteContent& note)
{
    Sentences sentences;
    for (const model::ModalityUse& use : note.modalities) {
        sentences.push_back(writer_.say("work/" + use.modality + '/' + use.techniques.front()));
    }
    if (!note.modalities.empty() && random_.chance(0.72)) {
        sentences.push_back(
            writer_.say("result/" + note.modalities.front().modality + (goes_well_ ? "/good" : "/poor")));
    }
    return sentences;
}

void DemoNotes::choose_modalities(model::NoteContent& note, double week)
{
    const DemoUse* use = nullptr;
    for (const DemoUse& span : client_.use) {
        if (use == nullptr || course_.told_week(week) <= span.week) {
            use = &span;
        }
    }
    if (use == nullptr) {
        return;
    }
    const auto format = note.session.format;
    for (const std::string& planned : use->codes) {
        // Some ways of working need more than a voice.
        const bool cannot = format == model::SessionFormat::phone && is_listed("not_by_phone", planned);
        const std::string code = cannot ? "psychoeducation" : planned;
        const auto modality = std::ranges::find(modalities_, code, &model::Modality::code);
        const bool is_second = !note.modalities.empty();
        const bool is_twice = is_second && note.modalities.front().modality == code;
        if (modality != modalities_.end() && !is_twice && (!is_second || random_.chance(0.4))) {
            note.modalities.push_back({.modality = code, .techniques = {technique_for(*modality, format)}});
        }
    }
}

bool DemoNotes::is_listed(std::string_view path, std::string_view word) const
{
    const auto* words = phrases_.find(path);
    return words != nullptr && std::ranges::find(*words, word) != words->end();
}

std::string DemoNotes::technique_for(const model::Modality& modality, model::SessionFormat format)
{
    const auto count = static_cast<int>(modality.techniques.size());
    if (modality.code == "emdr") {
        return emdr_technique(modality);
    }
    // The shipped techniques stand about in the order in which a course of treatment comes to them.
    int place = std::clamp(static_cast<int>(stands_ * count) + random_.between(-2, 2), 0, count - 1);
    const auto technique = [&] { return modality.techniques[static_cast<std::size_t>(place)]; };
    while (format != model::SessionFormat::in_person && is_listed("in_the_room", technique())) {
        place = place == 0 ? count - 1 : place - 1;
    }
    return technique();
}

/// The technique of an hour of EMDR; binds what its sentences name.
std::string DemoNotes::emdr_technique(const model::Modality& modality)
{
    const DemoTargets::Hour hour = targets_.next(goes_well_, random_);
    disturbance_ = hour.after;
    writer_.bind("target", hour.target);
    writer_.bind("sud0", std::to_string(hour.before));
    writer_.bind("sud1", std::to_string(hour.after));
    writer_.bind("voc0", std::to_string(std::clamp(6 - hour.before / 2, 1, 6)));
    writer_.bind("voc1", std::to_string(std::clamp(7 - hour.after / 2, 2, 7)));
    writer_.bind("sets", random_.one_of(number_words));
    return modality.techniques[std::min(hour.technique, modality.techniques.size() - 1)];
}

} // namespace app
