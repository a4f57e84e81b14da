#include "sharing/next_school_rules.hpp"

namespace sharing {

bool may_go(OwnWords own, std::span<NextSchoolWord const> words) {
    if (words.empty() || !words.front().understands) return false;
    switch (own) {
        case OwnWords::views: return words.front().views;
        case OwnWords::confided: return words.front().confided;
    }
    return false;
}

}  // namespace sharing
