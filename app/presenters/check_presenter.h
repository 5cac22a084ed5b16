#pragma once

#include "app/exchange/verification_report.h"
#include "app/presenters/earlier_versions.h"
#include "app/presenters/workplace.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The check of the casebook without a window. It works in slices, so that the window stays alive; going away stops it.
class CheckPresenter {
public:
    static constexpr std::size_t most_findings = 100; ///< That are shown one by one.

    enum class State { waiting, working, stopped, done };

    /// A finding, and the record it is about as a backup has it.
    struct Finding : FindingWords {
        EarlierVersion earlier{};

        bool operator==(const Finding&) const = default;
    };

    /// Everything the panel draws.
    struct Screen {
        State state = State::waiting;
        int percent = 0;
        std::string outcome{};           ///< In one sentence, once it is done.
        std::vector<Finding> findings{}; ///< The first of them.
        std::size_t more_findings = 0;   ///< Not among `findings`.

        bool operator==(const Screen&) const = default;
    };

    explicit CheckPresenter(const Workplace& place);

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};

    void begin();
    /// Works on for a moment; false when there is nothing to do any more.
    bool step();
    void stop(); ///< Does nothing unless it is working.
    void names_changed();

private:
    void finish();
    void name_findings();
    void look_into_backups();
    std::string name_of(model::ClientId client) const;

    Workplace place_;
    std::optional<storage::Verification> verification_; ///< While it is working.
    storage::VerificationReport report_;                ///< Of the last one that was done.
    std::map<model::ClientId, model::Client> clients_;
    Screen screen_;
    EarlierVersions earlier_; ///< Last: it speaks of the findings on the screen.
};

} // namespace app
