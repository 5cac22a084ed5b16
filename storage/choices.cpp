#include "storage/choices.h"

#include "storage/fields.h"

namespace storage {

SummaryChoices summary_choices(Record& file, model::ClientId client)
{
    const std::string sql =
        "SELECT " + columns_of<SummaryChoices>() + " FROM sound_summary_choice WHERE client_id = :client";
    Statement query{file, sql};
    query.bind(":client", client);
    if (!query.step()) {
        return {};
    }
    auto choices = read_fields<SummaryChoices>(query);
    Statement left_out{file, "SELECT series FROM sound_summary_left_out WHERE client_id = :client ORDER BY id"};
    left_out.bind(":client", client);
    while (left_out.step()) {
        choices.left_out_series.push_back(left_out.read<std::string>("series"));
    }
    return choices;
}

void remember_summary_choices(Record& file, model::ClientId client, const SummaryChoices& choices)
{
    Statement forget_series{file, "DELETE FROM summary_left_out WHERE client_id = :client"};
    forget_series.bind(":client", client);
    forget_series.run();
    Statement forget{file, "DELETE FROM summary_choice WHERE client_id = :client"};
    forget.bind(":client", client);
    forget.run();

    const std::string sql = insertion_into<SummaryChoices>("summary_choice", "client_id");
    Statement insert{file, sql};
    insert.bind(":client_id", client);
    bind_fields(insert, choices);
    insert.insert();
    for (const std::string& series : choices.left_out_series) {
        Statement insert_series{file, "INSERT INTO summary_left_out (client_id, series) VALUES (:client, :series)"};
        insert_series.bind(":client", client);
        insert_series.bind(":series", series);
        insert_series.insert();
    }
}

} // namespace storage
