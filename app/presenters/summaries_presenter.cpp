#include "app/presenters/summaries_presenter.h"

#include "app/drawing/summary_pages.h"
#include "app/presenters/file_stem.h"
#include "app/words/dates.h"
#include "app/words/readings.h"
#include "app/words/summary_words.h"

#include <algorithm>

namespace app {

SummariesPresenter::SummariesPresenter(const Workplace& place, model::ClientId client, const TextRuler& ruler)
    : casebook_{place.casebook}, clock_{place.clock}, names_{place.names}, client_{client}, ruler_{ruler},
      choices_{casebook_.summary_choices(client)}
{
    load_record();
    period_ = model::usual_summary_period(record_, clock_.today());
    show_choices();
    lay_out_pages();
    changes_ = casebook_.subscribe([this](const storage::Change& change) {
        const bool concerns_us = !change.client || change.client == client_;
        using enum storage::Changed;
        if (concerns_us && change.what != choices && change.what != drafts && change.what != client_gone) {
            load_record();
            lay_out_pages();
            on_change();
        }
    });
}

void SummariesPresenter::load_record()
{
    record_ = casebook_.record_of(client_);
    definitions_ = casebook_.measures();
    const std::string& code = record_.client.details.code;
    screen_.knows_birth_date = record_.client.details.born_on.has_value();
    screen_.file_name = file_stem(code) + "-summary-" + model::iso_date(clock_.today()) + ".pdf";
    screen_.file_title = summary_words::file_title(code);
}

void SummariesPresenter::show_choices()
{
    const model::Period usual = model::usual_summary_period(record_, clock_.today());
    screen_.typed.from = short_date(choices_.from.value_or(usual.from));
    screen_.typed.to = short_date(choices_.to.value_or(usual.to));
    screen_.paper = choices_.on_letter ? Paper::letter : Paper::a4;
    screen_.by_code = choices_.by_code;
    screen_.with_birth_date = choices_.with_birth_date;
    screen_.typed.own_words = choices_.own_words;
    screen_.typed.next_words = choices_.next_words;
}

std::optional<PeriodProblem> SummariesPresenter::problem() const
{
    const auto from = clock_.read_day(screen_.typed.from);
    const auto to = clock_.read_day(screen_.typed.to);
    if (!from) {
        return PeriodProblem::from_unreadable;
    }
    if (!to) {
        return PeriodProblem::to_unreadable;
    }
    return *to < *from ? std::optional{PeriodProblem::upside_down} : std::nullopt;
}

void SummariesPresenter::lay_out_pages()
{
    screen_.problem = problem();
    screen_.can_release = !screen_.problem;
    if (!screen_.problem) {
        period_ = {*clock_.read_day(screen_.typed.from), *clock_.read_day(screen_.typed.to)};
    }
    screen_.names_are_hidden = names_.are_hidden;
    const model::SummaryRequest request{
        .period = period_,
        .by_code = screen_.by_code || names_.are_hidden,
        .with_birth_date = screen_.with_birth_date,
        .own_words = screen_.typed.own_words,
        .next_words = screen_.typed.next_words,
        .left_out = {choices_.left_out_series.begin(), choices_.left_out_series.end()},
    };
    const model::ClientSummary summary = model::compose_summary(record_, definitions_, casebook_.practice(),
                                                                casebook_.therapist(), request, clock_.today());
    const storage::LogHead head = casebook_.log_head();
    pages_ = summary_pages(summary, casebook_.modalities(), screen_.paper, ruler_,
                           summary_words::log_mark(head.number, head.mac));
    screen_.left_out = summary_words::left_out_in_full(summary);
    if (const auto words = words_drawn_as_boxes(pages_, ruler_, summary_words::most_boxes_named); !words.empty()) {
        screen_.left_out.insert(screen_.left_out.begin(), summary_words::drawn_as_boxes(words));
    }
    screen_.choices.clear();
    for (const model::Panel& panel : summary.trajectory.panels) {
        screen_.choices.push_back({.key = panel.key, .title = panel_title(panel)});
    }
    for (const model::LeftOutPanel& left : summary.left_out) {
        const bool has_values = left.reason != model::LeftOutReason::no_values;
        const bool is_chosen_out = std::ranges::count(choices_.left_out_series, left.panel.key) > 0;
        screen_.choices.push_back({.key = left.panel.key,
                                   .title = panel_title(left.panel),
                                   .is_printed = !is_chosen_out,
                                   .has_values = has_values});
    }
    // A choice stays where it is when it is ticked and unticked.
    std::ranges::stable_sort(screen_.choices, {}, &PanelChoice::title);
}

void SummariesPresenter::changed()
{
    has_unsaved_ = true;
    lay_out_pages();
    on_change();
}

void SummariesPresenter::type(const Typed& typed)
{
    if (typed == screen_.typed) {
        return;
    }
    const auto read = [this](std::optional<model::Date>& day, const std::string& before, const std::string& now) {
        if (const auto typed_day = clock_.read_day(now); typed_day && now != before) {
            day = typed_day;
        }
    };
    read(choices_.from, screen_.typed.from, typed.from);
    read(choices_.to, screen_.typed.to, typed.to);
    choices_.own_words = typed.own_words;
    choices_.next_words = typed.next_words;
    screen_.typed = typed;
    changed();
}

void SummariesPresenter::use_whole_episode()
{
    choices_.from.reset();
    choices_.to.reset();
    show_choices();
    changed();
}

void SummariesPresenter::choose_paper(Paper paper)
{
    screen_.paper = paper;
    choices_.on_letter = paper == Paper::letter;
    changed();
}

void SummariesPresenter::choose_by_code(bool by_code)
{
    screen_.by_code = choices_.by_code = by_code;
    changed();
}

void SummariesPresenter::choose_birth_date(bool with_birth_date)
{
    screen_.with_birth_date = choices_.with_birth_date = with_birth_date;
    changed();
}

void SummariesPresenter::choose_panel(const std::string& key, bool is_printed)
{
    std::erase(choices_.left_out_series, key);
    if (!is_printed) {
        choices_.left_out_series.push_back(key);
    }
    changed();
}

void SummariesPresenter::names_changed()
{
    lay_out_pages();
    on_change();
}

bool SummariesPresenter::ready_pages()
{
    save();
    lay_out_pages();
    on_change();
    return screen_.can_release;
}

void SummariesPresenter::released(model::ActKind how)
{
    casebook_.log_act(how, client_);
}

void SummariesPresenter::save()
{
    if (has_unsaved_) {
        casebook_.remember_summary_choices(client_, choices_);
        has_unsaved_ = false;
    }
}

} // namespace app
