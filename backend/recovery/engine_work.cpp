// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/engine_work.h"

#include <exception>
#include <future>

namespace milepost {

void runOnEngine(Engine& engine, const std::function<void(Store&)>& work)
{
    std::promise<void> ended;
    engine.run([&](Store& store) {
        try {
            work(store);
            ended.set_value();
        } catch (...) {
            ended.set_exception(std::current_exception());
        }
    });
    ended.get_future().get();
}

} // namespace milepost
