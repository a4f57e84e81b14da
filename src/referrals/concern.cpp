#include "referrals/concern.hpp"

namespace referrals {

std::string_view in_words(Source source) {
    switch (source) {
        case Source::parent: return "A parent or carer";
        case Source::staff: return "School staff";
        case Source::agency: return "An outside agency";
    }
    return {};
}

std::string_view in_words(ParentsSpokenTo spoken) {
    switch (spoken) {
        case ParentsSpokenTo::yes: return "Yes";
        case ParentsSpokenTo::not_yet: return "Not yet";
        case ParentsSpokenTo::better_not: return "Better not";
    }
    return {};
}

int version_of(std::span<Concern const> concerns) {
    int version = 0;
    for (auto const& concern : concerns) version += concern.version;
    return version;
}

}  // namespace referrals
