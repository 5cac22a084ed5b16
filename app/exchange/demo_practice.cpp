#include "app/exchange/demo_practice.h"

#include "app/exchange/demo_story.h"

#include <algorithm>

namespace app {

namespace {

/// The client's story under another name, so that a practice may have any number of clients.
DemoClient same_story(const DemoCast& cast, const DemoClient& told, int number)
{
    DemoClient client = told;
    const auto place = static_cast<std::size_t>(number);
    const char letter = static_cast<char>('A' + (number * 7) % 26);
    client.details.code = std::string{letter} + '-' + std::to_string(100 + number);
    client.details.name = cast.first_names[place % cast.first_names.size()] + ' ' +
                          cast.family_names[(place / cast.first_names.size() + place) % cast.family_names.size()];
    client.details.preferred_name.clear();
    client.age = 21 + (number * 13) % 50;
    return client;
}

} // namespace

void fill_demo_practice(storage::Casebook& casebook, const DemoOptions& options)
{
    DemoPractice practice{casebook, options};
    // Counting sentences is for a practice that is read, not for one that is measured.
    constexpr int most_counted = 2'000;
    const bool counts = options.sessions.value_or(options.clients * 50) <= most_counted;
    const auto& cast = practice.cast.clients;
    // Those who have hardly begun have no story that could be told at length.
    const auto beginners = std::ranges::find_if(cast, [](const DemoClient& client) { return client.goals.size() < 2; });
    const auto tellable = options.sessions ? static_cast<int>(beginners - cast.begin()) : static_cast<int>(cast.size());
    casebook.together([&] {
        casebook.set_practice(practice.cast.practice);
        casebook.set_therapist(practice.cast.therapist);
        int sessions_left = options.sessions.value_or(0);
        for (int i = 0; i < options.clients; ++i) {
            const DemoClient& told = cast[static_cast<std::size_t>(i % tellable)];
            const DemoClient client = i < tellable ? told : same_story(practice.cast, told, i);
            const int share = sessions_left / (options.clients - i);
            sessions_left -= share;
            DemoStory story{practice, client, counts, options.seed * 1'000'003ULL + static_cast<unsigned>(i)};
            story.tell(options.sessions ? std::optional{share} : std::nullopt);
        }
    });
}

} // namespace app
