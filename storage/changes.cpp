#include "storage/changes.h"

#include <vector>

namespace storage {

Subscription& Subscription::operator=(Subscription&& other) noexcept
{
    if (this != &other) {
        end();
        stop_ = std::exchange(other.stop_, nullptr);
    }
    return *this;
}

void Subscription::end()
{
    if (const auto stop = std::exchange(stop_, nullptr)) {
        stop();
    }
}

Subscription Changes::subscribe(std::function<void(const Change&)> listener)
{
    const std::uint64_t key = next_++;
    listeners_->emplace(key, std::move(listener));
    // A subscription may outlive the casebook that it listens to.
    return Subscription{[weak = std::weak_ptr{listeners_}, key] {
        if (const auto listeners = weak.lock()) {
            listeners->erase(key);
        }
    }};
}

void Changes::publish(const Change& change)
{
    std::vector<std::uint64_t> keys;
    for (const auto& [key, listener] : *listeners_) {
        keys.push_back(key);
    }
    for (const std::uint64_t key : keys) {
        // One listener may have ended another in the meantime, and may end itself while it runs.
        if (const auto found = listeners_->find(key); found != listeners_->end()) {
            try {
                const auto listener = found->second;
                listener(change);
            } catch (...) {
                on_failure(std::current_exception());
            }
        }
    }
}

} // namespace storage
