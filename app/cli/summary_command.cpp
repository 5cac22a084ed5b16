#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/drawing/summary_pages.h"
#include "app/output/files.h"
#include "app/output/pango_ruler.h"
#include "app/words/cli_words.h"
#include "app/words/summary_words.h"
#include "model/summary.h"

#include <iostream>
#include <optional>
#include <span>
#include <string>

namespace app::cli {

namespace {

/// The date that was given, or the usual one.
model::Date date_or(const std::optional<std::string>& text, model::Date usual)
{
    return text ? read_day(*text) : usual;
}

model::Period period_of(const model::ClientRecord& record, const SummaryOptions& options)
{
    const model::Period usual = model::usual_summary_period(record, today());
    const model::Period period{date_or(options.from, usual.from), date_or(options.to, usual.to)};
    if (period.to < period.from) {
        throw Refusal{words::dates_upside_down()};
    }
    return period;
}

/// What protects the PDF; empty when nothing is to. An empty password would protect nothing.
std::optional<std::string> pdf_password(const SummaryOptions& options)
{
    if (!options.pdf_password_file) {
        return std::nullopt;
    }
    std::string password = password_from(options.pdf_password_file);
    if (password.empty()) {
        throw Refusal{words::pdf_password_missing()};
    }
    return password;
}

} // namespace

void write_summary(const Common& common, const SummaryOptions& options)
{
    require_outputs(std::span{&options.pdf, 1}, options.overwrite, {common.password_file, options.pdf_password_file});
    storage::Casebook casebook = open_casebook(common);
    const model::ClientId client = client_with_code(casebook, options.client);
    const model::ClientRecord record = casebook.record_of(client);
    casebook.log_act(model::ActKind::client_viewed, client);
    const storage::SummaryChoices choices = casebook.summary_choices(client);
    const model::SummaryRequest request{
        .period = period_of(record, options),
        .by_code = options.by_code || choices.by_code,
        .with_birth_date = choices.with_birth_date,
        .own_words = choices.own_words,
        .next_words = choices.next_words,
        .left_out = {choices.left_out_series.begin(), choices.left_out_series.end()},
    };
    const model::ClientSummary summary = model::compose_summary(record, casebook.measures(), casebook.practice(),
                                                                casebook.therapist(), request, today());
    const PangoRuler ruler;
    const storage::LogHead head = casebook.log_head();
    const auto pages =
        summary_pages(summary, casebook.modalities(), options.paper == "letter" ? Paper::letter : Paper::a4, ruler,
                      summary_words::log_mark(head.number, head.mac));
    write(options.pdf, pdf_of(pages, {.title = summary_words::file_title(summary.code)}, pdf_password(options)));
    casebook.log_act(model::ActKind::summary_saved, client);
    std::cout << words::wrote(options.pdf.string()) << '\n';
    if (const auto boxes = words_drawn_as_boxes(pages, ruler, summary_words::most_boxes_named); !boxes.empty()) {
        std::cerr << summary_words::drawn_as_boxes(boxes) << '\n';
    }
}

} // namespace app::cli
