#include "app/screens/casebook_panel.h"
#include "app/screens/main_window.h"
#include "app/screens/text.h"
#include "app/words/command_words.h"
#include "app/words/lock_words.h"
#include "app/words/main_words.h"

#include <iterator>

namespace app {

using namespace command_words;

std::vector<Command> MainWindow::commands()
{
    std::vector<Command> all = casebook_commands();
    for (std::vector<Command>& more : std::vector{client_commands(), view_commands()}) {
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return all;
}

std::vector<Command> MainWindow::casebook_commands()
{
    const auto if_open = [this] { return has_casebook(); };
    const auto if_on_disk = [this] { return can_change() && !casebook_->folder().empty(); };
    return {
        {.menu = casebook_menu(),
         .words = practice_command(),
         .can_run = if_open,
         .run = [this] { casebook_panel_->ask_for_practice(); }},
        {.menu = casebook_menu(),
         .words = change_password_command(),
         .can_run = if_on_disk,
         .run = [this] { casebook_panel_->change_password(); }},
        {.menu = casebook_menu(),
         .words = backups_command(),
         .can_run = [this] { return has_casebook() && !casebook_->folder().empty(); },
         .run = [this] { casebook_panel_->show_backups(); }},
        {.menu = casebook_menu(),
         .words = people_command(),
         .can_run = if_on_disk,
         .run = [this] { casebook_panel_->show_people(); }},
        {.menu = casebook_menu(),
         .words = new_sheet_command(),
         .can_run = if_on_disk,
         .run = [this] { casebook_panel_->renew_sheet(); }},
        {.menu = casebook_menu(),
         .words = settings_command(),
         .can_run = if_on_disk,
         .run = [this] { casebook_panel_->change_settings(); }},
        {.menu = casebook_menu(),
         .words = import_scores_command(),
         .can_run = [this] { return can_change(); },
         .run = [this] { casebook_panel_->import_scores(); },
         .begins_group = true},
        {.menu = casebook_menu(),
         .words = activity_command(),
         .can_run = if_open,
         .run = [this] { casebook_panel_->show_activity(); },
         .begins_group = true},
        {.menu = casebook_menu(),
         .words = check_command(),
         .can_run = if_open,
         .run = [this] { casebook_panel_->check(); }},
        {.menu = casebook_menu(),
         .words = lock_command(),
         .key = "Ctrl+L",
         .can_run = if_open,
         .run =
             [this] {
                 if (can_lock()) {
                     lock({.reason = LockReason::asked});
                 } else {
                     announce(lock_words::demo_is_not_locked());
                 }
             },
         .begins_group = true},
        {.menu = casebook_menu(),
         .words = close_casebook_command(),
         .key = "Ctrl+W",
         .can_run = if_open,
         .run =
             [this] {
                 if (casebook_panel_->leave()) {
                     close_with_backup([this] { start(); });
                 }
             }},
        {.menu = casebook_menu(), .words = quit_command(), .key = "Ctrl+Q", .run = [this] { Close(); }},
    };
}

std::vector<Command> MainWindow::client_commands()
{
    const auto if_open = [this] { return has_casebook(); };
    const auto if_client = [this] { return has_client(); };
    const auto if_changeable = [this] { return can_change(); };
    const auto if_writing = [this] { return has_casebook() && casebook_panel_->is_writing_note(); };
    return {
        {.menu = client_menu(),
         .words = add_client_command(),
         .key = "Ctrl+Shift+N",
         .can_run = if_changeable,
         .run = [this] { casebook_panel_->add_client(); }},
        {.menu = client_menu(),
         .words = find_client_command(),
         .key = "Ctrl+F",
         .can_run = if_open,
         .run = [this] { casebook_panel_->find_client(); }},
        {.menu = client_menu(),
         .words = summary_command(),
         .key = "Ctrl+P",
         .can_run = if_client,
         .run = [this] { casebook_panel_->show_tab(TabKind::summaries); },
         .begins_group = true},
        {.menu = note_menu(),
         .words = new_note_command(),
         .key = "Ctrl+N",
         .can_run = [this] { return has_client() && can_change(); },
         .run = [this] { casebook_panel_->start_note(); }},
        {.menu = note_menu(),
         .words = goals_command(),
         .key = "Ctrl+G",
         .can_run = if_writing,
         .run = [this] { casebook_panel_->lead_to_goals(); },
         .begins_group = true},
        {.menu = note_menu(),
         .words = risk_command(),
         .key = "Ctrl+R",
         .can_run = if_writing,
         .run = [this] { casebook_panel_->lead_to_risk(); }},
    };
}

std::vector<Command> MainWindow::view_commands()
{
    std::vector<Command> commands;
    for (std::size_t index = 0; index < 6; ++index) {
        commands.push_back({.menu = view_menu(),
                            .words = utf8(wxControl::EscapeMnemonics(shown(main_words::tab_name(index)))),
                            .key = "Ctrl+" + std::to_string(index + 1),
                            .can_run = [this] { return has_client(); },
                            .run = [this, index] { casebook_panel_->show_tab(static_cast<TabKind>(index)); }});
    }
    commands.push_back({.menu = view_menu(),
                        .words = next_part_command(),
                        .key = "F6",
                        .can_run = [this] { return has_casebook(); },
                        .run = [this] { casebook_panel_->walk(1); },
                        .begins_group = true});
    commands.push_back({.menu = view_menu(),
                        .words = previous_part_command(),
                        .key = "Shift+F6",
                        .can_run = [this] { return has_casebook(); },
                        .run = [this] { casebook_panel_->walk(-1); }});
    commands.push_back({.menu = view_menu(),
                        .words = hide_names_command(),
                        .key = "F9",
                        .can_run = [this] { return has_casebook(); },
                        .run = [this] { toggle_names(); },
                        .is_checked = [this] { return names_.are_hidden; },
                        .begins_group = true});
    commands.push_back({.menu = view_menu(),
                        .words = divide_command(),
                        .key = "F8",
                        .can_run = [this] { return has_casebook(); },
                        .run = [this] { casebook_panel_->divide(); }});
    commands.push_back({.menu = help_menu(),
                        .words = keys_command(),
                        .key = "F1",
                        .can_run = [this] { return has_casebook(); },
                        .run = [this] { casebook_panel_->show_keys(); }});
    return commands;
}

} // namespace app
