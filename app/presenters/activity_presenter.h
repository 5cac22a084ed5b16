#pragma once

#include "app/presenters/workplace.h"
#include "app/words/activity_words.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The log of acts without a window: newest first, a page at a time, narrowed by client, kind and days.
class ActivityPresenter {
public:
    static constexpr std::size_t page = 500; ///< Lines that are added at a time.

    struct Line {
        std::uint64_t number = 0; ///< Of the newest entry that the line stands for.
        std::string when{};
        std::string who{};
        std::string what{};
        std::string client{}; ///< Name, or code while names are hidden; empty when it concerned nobody.
        bool is_damaged = false;

        bool operator==(const Line&) const = default;
    };

    struct ClientChoice {
        std::optional<model::ClientId> client{}; ///< Empty: all.
        std::string name{};

        bool operator==(const ClientChoice&) const = default;
    };

    /// Everything the panel draws.
    struct Screen {
        std::vector<ClientChoice> clients{}; ///< All of them first.
        std::size_t chosen_client = 0;       ///< In `clients`.
        ActGroup group = ActGroup::all;
        std::string from{}; ///< As typed; empty: from the beginning.
        std::string to{};   ///< As typed; empty: to now.
        std::optional<DaysProblem> problem{};
        std::vector<Line> lines{}; ///< Saves of one draft that follow each other are one line.
        std::size_t entries = 0;   ///< How many the lines stand for.
        bool has_more = false;

        bool operator==(const Screen&) const = default;
    };

    explicit ActivityPresenter(const Workplace& place);

    const Screen& screen() const { return screen_; }
    const Clock& clock() const { return place_.clock; } ///< By which its dates are read.
    std::function<void()> on_change = [] {};

    void choose_client(std::size_t index);
    void choose_group(ActGroup group);
    /// Days that cannot be read leave the lines, and those that could be read last go on narrowing them.
    void type_days(std::string from, std::string to);
    void show_more(); ///< Does nothing unless `has_more`.
    void names_changed();

    /// Every entry that is asked for, shown or not, as CSV.
    std::string csv() const;
    /// Enters into the log that it was saved.
    void saved();

private:
    void load_clients();
    void reload();
    void read_page();
    void draw_lines();
    std::string name_of(model::ClientId client) const;
    std::optional<DaysProblem> problem() const;
    storage::ActFilter filter() const;

    /// The days that the lines are narrowed to.
    struct Days {
        std::optional<model::Date> from{};
        std::optional<model::Date> to{};
        bool operator==(const Days&) const = default;
    };

    Workplace place_;
    std::map<model::ClientId, model::Client> clients_;
    std::map<model::ClientId, std::string> gone_; ///< Codes of clients who were merged, removed or erased.
    std::vector<model::Act> acts_;                ///< Those that are shown.
    Days days_{};
    Screen screen_;
};

} // namespace app
