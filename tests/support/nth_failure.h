#pragma once

#include "tests/support/everything_shown.h"
#include "tests/support/front_door_acts.h"
#include "tests/support/quick_casebook.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

/// One request in a long row of them fails: every act must be done whole or not at all, wherever that is.
namespace tests {

/// Which request fails.
struct Strike {
    int at = 0;              ///< The how-manieth since it was armed.
    bool is_lasting = false; ///< All after it fail too.
    bool is_armed = false;
    int asked = 0; ///< Requests since it was armed.

    /// Counts a request, and says whether it fails.
    bool hits()
    {
        if (!is_armed) {
            return false;
        }
        ++asked;
        return asked == at || (is_lasting && asked > at);
    }
};

/// What many failures came to.
struct StrikeToll {
    int trials = 0;
    int undone = 0; ///< The act failed and is not there.
    int kept = 0;   ///< It was done all the same, or was kept though it failed.
    std::map<storage::StorageErrorKind, int> told{};
    std::string first_fault{}; ///< Empty while all is well.
};

/// A casebook on disk that is put back to how it began before every trial.
class StruckCasebook {
public:
    /// Every `stride`-th request fails; with each act it begins with another.
    StruckCasebook(Strike& strike, int stride);

    /// Lets a request of an act, or of closing afterwards, fail once; and the same with all after it.
    void strike(const front_door::Act& act, StrikeToll& toll);

    /// The same for opening and closing.
    void strike_opening(StrikeToll& toll);

private:
    using Files = std::map<std::filesystem::path, std::string>;
    /// Opens, acts and closes; says how that failed, if it did.
    using Trial = std::function<std::optional<storage::StorageError>()>;

    void strike_often(const std::string& name, const Trial& trial, const Everything& before, const Everything& after,
                      StrikeToll& toll);
    std::string fault_after(const std::optional<storage::StorageError>& failure, const Everything& before,
                            const Everything& after, StrikeToll& toll) const;
    Files files() const;
    void put_back_start() const;
    /// What it shows, and what opens it.
    Everything shown_again() const;

    Strike& strike_;
    int stride_;
    int acts_ = 0;
    QuickCasebook place_{};
    Files start_{};
    std::string fault_while_open_{};
};

} // namespace tests
