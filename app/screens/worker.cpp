#include "app/screens/worker.h"

#include "app/screens/guarded.h"

#include <functional>
#include <utility>

namespace app {

SlowWork Worker::slow_work()
{
    return [this](std::function<std::function<void()>()> task) {
        works_.remove_if([](const Work& work) { return work.is_done.load(); });
        Work& work = works_.emplace_back();
        work.thread = std::jthread{[&window = window_, &is_done = work.is_done, task = std::move(task)] {
            window.CallAfter([&window, afterwards = task()] { guarded(window, afterwards); });
            is_done = true;
        }};
    };
}

void Worker::wait()
{
    works_.clear();
}

} // namespace app
