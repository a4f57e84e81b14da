#include "app/pace.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr std::size_t most_keys = 100'000;

}  // namespace

double Pace::left_at(Left const& left, Instant now) const {
    auto const passed =
        static_cast<double>(std::max<std::int64_t>(0, now - left.at)) / static_cast<double>(1 * minutes);
    return std::min(allowance_.at_once, left.count + passed * allowance_.a_minute);
}

// Who may ask for all at once again need not be remembered. If that frees nothing, an attacker has filled the
// memory with keys, and all begin anew.
void Pace::forget_the_patient(Instant now) {
    std::erase_if(left_, [&](auto const& one) { return left_at(one.second, now) >= allowance_.at_once; });
    if (left_.size() >= most_keys) left_.clear();
}

bool Pace::allows(std::string const& key, Instant now) {
    std::lock_guard const lock(mutex_);
    if (left_.size() >= most_keys) forget_the_patient(now);
    auto& left = left_.try_emplace(key, Left{allowance_.at_once, now}).first->second;
    left = {left_at(left, now), now};
    if (left.count < 1) return false;
    left.count -= 1;
    return true;
}

}  // namespace app
