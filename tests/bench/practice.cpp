#include "tests/bench/practice.h"

#include "tests/bench/scale.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <span>
#include <utility>

namespace bench {

namespace {

constexpr std::array words{"she",   "said", "no",       "at",   "work",  "and",     "the",    "week",  "was",
                           "quiet", "then", "her",      "body", "felt",  "lighter", "we",     "spoke", "about",
                           "trust", "with", "brother",  "who",  "never", "listens", "slept",  "badly", "after",
                           "call",  "but",  "stayed",   "in",   "room",  "named",   "anger",  "cried", "laughed",
                           "plan",  "to",   "practise", "ask",  "for",   "help",    "before", "next",  "session"};

/// The day of one of `count` events three days apart, of which the last is yesterday.
model::Date day_of(int event, int count)
{
    return model::days_after(today, -1 - 3 * (count - 1 - event));
}

void add_forms(storage::Casebook& casebook, model::ClientId client, int forms)
{
    for (int form = 0; form < forms; ++form) {
        const bool is_mood = form % 2 == 0;
        const auto day = day_of(form, forms);
        model::AdministrationDetails details{.measure = is_mood ? "phq-9" : "scs-sf", .taken_on = day};
        for (int item = 0; item < (is_mood ? 8 : 12); ++item) {
            details.answers.push_back((form + item) % 4 + (is_mood ? 0 : 1));
        }
        if (is_mood) {
            details.answers.push_back(0);
        }
        casebook.add_administration(client, details, tests::at(day, 12));
    }
}

} // namespace

std::string text_of(int bytes, int number)
{
    std::minstd_rand random{static_cast<unsigned>(number) + 1};
    std::string text;
    while (text.size() < static_cast<std::size_t>(bytes)) {
        text += words[random() % words.size()];
        text += random() % 12 == 0 ? ". " : " ";
    }
    return text;
}

model::NoteContent written_note(model::Date day, std::span<const model::GoalId> goals, int number)
{
    auto content = tests::note_on(day, text_of(800, number));
    content.write(model::SectionKind::assessment, text_of(400, number + 1));
    content.write(model::SectionKind::plan, text_of(200, number + 2));
    content.homework = text_of(100, number + 3);
    content.modalities = {{.modality = number / 40 % 2 == 0 ? "emdr" : "somatic", .techniques = {}}};
    for (const auto goal : goals) {
        content.ratings.push_back({.goal = goal, .by_therapist = number % 11, .by_client = (number / 3) % 11});
    }
    return content;
}

model::ClientId add_client(storage::Casebook& casebook, int number, int notes, int forms)
{
    const auto first = std::min(day_of(0, std::max(1, notes)), day_of(0, std::max(1, forms)));
    const auto client =
        casebook.add_client({.code = "C" + std::to_string(number), .name = "Client number " + std::to_string(number)});
    casebook.admit(client, first, model::LevelOfCare::outpatient, "Referred");
    const std::array goals{
        casebook.add_goal(client, {.wording = "Say no at work", .family = "boundaries", .agreed_on = first}),
        casebook.add_goal(client, {.wording = "Ask for help", .family = "trust-others", .agreed_on = first})};
    for (int note = 0; note < notes; ++note) {
        const auto day = day_of(note, notes);
        auto content = written_note(day, goals, number * 7 + note);
        if (number % 2 == 0) {
            for (model::Rating& rating : content.ratings) {
                rating.by_client.reset();
            }
        }
        casebook.add_signed_note(client, content, tests::at(day, 16));
    }
    add_forms(casebook, client, forms);
    return client;
}

void fill(storage::Casebook& casebook, Size size)
{
    casebook.together([&] {
        casebook.set_practice({.name = "Practice", .address = "1 Quiet Street\n12345 Town"});
        casebook.set_therapist(tests::example_therapist());
        for (int client = 1; client <= size.clients; ++client) {
            add_client(casebook, client, size.notes_of_each, size.forms_of_each);
        }
    });
}

const tests::QuickCasebook& practice_on_disk()
{
    static const tests::QuickCasebook place;
    static const bool is_filled = [] {
        auto casebook = place.open();
        fill(casebook, {.clients = scaled(500), .notes_of_each = 40, .forms_of_each = 10});
        return true;
    }();
    static_cast<void>(is_filled);
    return place;
}

const tests::QuickCasebook& practice_of_notes(int notes, Lead lead)
{
    const int clients = scaled(100);
    static std::map<std::pair<int, Lead>, tests::QuickCasebook> places;
    const auto [place, is_new] = places.try_emplace({notes, lead});
    if (is_new) {
        auto casebook = place->second.open();
        // The first form of each client is not one that can lead.
        fill(casebook, {.clients = clients,
                        .notes_of_each = scaled(notes) / clients,
                        .forms_of_each = lead == Lead::by_a_measure ? 10 : 1});
    }
    return place->second;
}

const tests::QuickCasebook& long_record_on_disk()
{
    static const tests::QuickCasebook place;
    static const bool is_filled = [] {
        auto casebook = place.open();
        fill(casebook, {.clients = 1, .notes_of_each = scaled(500), .forms_of_each = scaled(150)});
        casebook.together([&] {
            for (int client = 2; client <= scaled(100); ++client) {
                add_client(casebook, client, 40, 10);
            }
        });
        return true;
    }();
    static_cast<void>(is_filled);
    return place;
}

} // namespace bench
