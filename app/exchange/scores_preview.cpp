#include "app/exchange/scores_preview.h"

#include <algorithm>

namespace app {

void ScoresPreview::add(const TakenRow& row)
{
    // Clients are numbered as they come.
    if (row.client_number >= clients_.size()) {
        clients_.resize(row.client_number + 1);
        clients_.back() = {.client = row.client, .new_code = row.new_code};
    }
    ClientScores& client = clients_[row.client_number];
    switch (row.taking) {
    case RowTaking::is_known:
        ++client.known;
        return;
    case RowTaking::contradicts:
        ++client.contradicting;
        return;
    case RowTaking::is_new:
        break;
    }
    const auto& [measure, day] = std::tie(row.row.details.measure, row.row.details.taken_on);
    ++client.scores;
    client.first_score = std::min(client.first_score.value_or(day), day);
    client.last_score = std::max(client.last_score.value_or(day), day);
    if (std::ranges::find(client.measures, measure) == client.measures.end()) {
        client.measures.push_back(measure);
    }
}

} // namespace app
