#include "sharing/next_school_rules.hpp"

namespace sharing {

bool may_go(OwnWords own, std::span<NextSchoolWord const> words) {
    return !words.empty() && words.front().understands && answered(own, words.front());
}

}  // namespace sharing
