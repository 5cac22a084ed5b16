#include "app/screens/worker.h"

#include "app/screens/guarded.h"

#include <functional>
#include <utility>

namespace app {

SlowWork Worker::slow_work()
{
    return [this](std::function<std::function<void()>()> task) {
        threads_.emplace_back([&window = window_, task = std::move(task)] {
            window.CallAfter([&window, afterwards = task()] { guarded(window, afterwards); });
        });
    };
}

} // namespace app
