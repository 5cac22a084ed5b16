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
        work.thread = std::jthread{
            [&window = window_, &is_done = work.is_done, afterwards = work.afterwards, task = std::move(task)] {
                *afterwards = task();
                window.CallAfter([&window, afterwards] { run_once(window, *afterwards); });
                is_done = true;
            }};
    };
}

void Worker::wait()
{
    // What was handed back may begin something new.
    while (!works_.empty()) {
        std::list<Work> works;
        works.swap(works_);
        for (Work& work : works) {
            work.thread.join();
            run_once(window_, *work.afterwards);
        }
    }
}

void Worker::run_once(wxWindow& window, std::function<void()>& afterwards)
{
    if (const auto run = std::exchange(afterwards, {})) {
        guarded(window, run);
    }
}

} // namespace app
