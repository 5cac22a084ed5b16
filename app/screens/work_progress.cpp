#include "app/screens/work_progress.h"

#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/words/backup_words.h"

#include <utility>

namespace app {

namespace {

constexpr int steps = 1000;
constexpr int look_every = 100; // Milliseconds.

} // namespace

WorkProgress::WorkProgress(wxWindow* parent, std::function<double()> done, std::string_view stop_words,
                           std::function<void()> stop)
    : Panel(parent), done_{std::move(done)}
{
    words_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    gauge_ = new wxGauge(this, wxID_ANY, steps);
    set_accessible_name(*gauge_, backups::progress_label());
    stop_ = make_button(*this, stop_words);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(gauge_, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, px(*this, gap::small)));
    row->Add(stop_);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(words_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(row, wxSizerFlags().Expand());
    SetSizer(column);
    Hide();
    stop_->Bind(wxEVT_BUTTON, [this, stop = std::move(stop)](wxCommandEvent&) { guarded(*this, stop); });
    look_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { draw(); });
}

void WorkProgress::show_work(bool is_working, std::string_view words, bool can_stop)
{
    stop_->Show(can_stop);
    words_->say(words);
    if (is_working && !look_.IsRunning()) {
        look_.Start(look_every);
    } else if (!is_working) {
        look_.Stop();
    }
    draw();
    Show(is_working);
    GetParent()->Layout();
}

void WorkProgress::show_now()
{
    draw();
    paint_now(*gauge_);
}

void WorkProgress::draw()
{
    gauge_->SetValue(static_cast<int>(done_() * steps));
}

} // namespace app
