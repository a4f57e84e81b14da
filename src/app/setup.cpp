#include "app/setup.hpp"

#include <mutex>
#include <utility>

namespace app {
namespace {

// Handlers are plain functions, and one of them judges what the process was started with.
std::mutex mutex;
visits::Setup in_force;

}  // namespace

visits::Setup setup_in_force() {
    std::lock_guard const lock(mutex);
    return in_force;
}

void put_in_force(visits::Setup setup) {
    std::lock_guard const lock(mutex);
    in_force = std::move(setup);
}

}  // namespace app
