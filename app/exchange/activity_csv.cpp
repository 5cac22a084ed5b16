#include "app/exchange/activity_csv.h"

#include "app/exchange/csv_writer.h"
#include "app/words/summary_words.h"
#include "model/codes.h"

namespace app {

std::string iso_moment(model::Moment moment)
{
    const auto minute = std::chrono::floor<std::chrono::minutes>(moment);
    const std::string seconds = std::to_string((moment - minute).count());
    return model::iso_date(model::date_in_zone(moment, "UTC")) + "T" +
           model::clock_time(model::time_in_zone(moment, "UTC")) + ":" + (seconds.size() < 2 ? "0" : "") + seconds +
           "Z";
}

std::string activity_csv(std::span<const model::Act> acts, const std::map<model::ClientId, std::string>& codes)
{
    std::string csv;
    add_row(csv, {"number", "time", "person", "kind", "client", "record", "mark", "damaged"});
    for (const model::Act& act : acts) {
        const auto code = act.client ? codes.find(*act.client) : codes.end();
        const std::string number_of_client = act.client ? std::to_string(act.client->value) : std::string{};
        add_row(csv, {
                         std::to_string(act.number),
                         iso_moment(act.at),
                         text_cell(act.person_name.empty() ? std::to_string(act.person) : act.person_name),
                         std::string{model::code_of(act.kind)},
                         text_cell(code == codes.end() ? number_of_client : code->second),
                         act.record ? std::to_string(*act.record) : "",
                         summary_words::mark_words(act.mark),
                         act.is_damaged ? "yes" : "no",
                     });
    }
    return csv;
}

} // namespace app
