#pragma once

#include "model/ids.h"

#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace storage {

/// What an act has changed.
enum class Changed {
    practice,
    settings,
    clients,
    client_gone, ///< Merged into another, removed or erased: nothing of them can be asked for any more.
    episodes,
    drafts,
    notes,
    goals,
    measures,
    administrations,
    notices,
    choices
};

/// The news of one committed act.
struct Change {
    Changed what{};
    std::optional<model::ClientId> client{}; ///< Empty when it concerns no single client.

    bool operator==(const Change&) const = default;
};

/// Keeps a listener listening; letting go of it stops the news. Move-only.
class Subscription {
public:
    Subscription() = default;
    explicit Subscription(std::function<void()> stop) : stop_{std::move(stop)} {}
    Subscription(Subscription&& other) noexcept : stop_{std::exchange(other.stop_, nullptr)} {}
    Subscription& operator=(Subscription&& other) noexcept;
    ~Subscription() { end(); }

private:
    void end();

    std::function<void()> stop_;
};

/// Hands each change to everyone who listens, in the order in which they began to. One thread only.
class Changes {
public:
    /// Hears what a listener threw; must not throw itself.
    std::function<void(std::exception_ptr)> on_failure = [](const std::exception_ptr&) {};

    /// Calls `listener` for each change until the subscription goes. A listener may subscribe and unsubscribe.
    [[nodiscard]] Subscription subscribe(std::function<void(const Change&)> listener);

    /// Tells everyone. A listener that fails keeps the news from nobody else, and its exception goes to `on_failure`:
    /// what is told is committed already, and must not look failed to whoever did it.
    void publish(const Change& change);

private:
    using Listeners = std::map<std::uint64_t, std::function<void(const Change&)>>;

    std::shared_ptr<Listeners> listeners_ = std::make_shared<Listeners>();
    std::uint64_t next_ = 0;
};

} // namespace storage
