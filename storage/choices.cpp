#include "storage/choices.h"

namespace storage {

SummaryChoices summary_choices(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT from_on, to_on, on_letter, by_code, with_birth_date, own_words, next_words
          FROM sound_summary_choice
         WHERE client_id = :client)"};
    query.bind(":client", client);
    if (!query.step()) {
        return {};
    }
    SummaryChoices choices{
        .from = query.read<std::optional<model::Date>>("from_on"),
        .to = query.read<std::optional<model::Date>>("to_on"),
        .on_letter = query.read<bool>("on_letter"),
        .by_code = query.read<bool>("by_code"),
        .with_birth_date = query.read<bool>("with_birth_date"),
        .own_words = query.read<std::string>("own_words"),
        .next_words = query.read<std::string>("next_words"),
    };
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

    Statement insert{file, R"(
        INSERT INTO summary_choice (client_id, from_on, to_on, on_letter, by_code, with_birth_date, own_words,
                                    next_words)
        VALUES (:client, :from_on, :to_on, :on_letter, :by_code, :with_birth_date, :own_words, :next_words))"};
    insert.bind(":client", client);
    insert.bind(":from_on", choices.from);
    insert.bind(":to_on", choices.to);
    insert.bind(":on_letter", choices.on_letter);
    insert.bind(":by_code", choices.by_code);
    insert.bind(":with_birth_date", choices.with_birth_date);
    insert.bind(":own_words", choices.own_words);
    insert.bind(":next_words", choices.next_words);
    insert.insert();
    for (const std::string& series : choices.left_out_series) {
        Statement insert_series{file, "INSERT INTO summary_left_out (client_id, series) VALUES (:client, :series)"};
        insert_series.bind(":client", client);
        insert_series.bind(":series", series);
        insert_series.insert();
    }
}

} // namespace storage
