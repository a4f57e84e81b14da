#include "visits/reads.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace visits {
namespace {

bool are_of_the_same(Read const& one, Read const& other) {
    return one.pupil_id == other.pupil_id && one.case_id == other.case_id && one.listed == other.listed &&
           one.contacts.has_value() == other.contacts.has_value();
}

}  // namespace

void Reads::note(Read read) {
    std::ranges::sort(read.listed);
    // clang 14 takes no std::ranges::unique.
    read.listed.erase(std::unique(read.listed.begin(), read.listed.end()), read.listed.end());
    if (read.pupil_id.empty() && read.listed.empty()) return;
    auto const known =
        std::ranges::find_if(all_, [&](Read const& one) { return are_of_the_same(one, read); });
    if (known == all_.end())
        all_.push_back(std::move(read));
    else if (std::tie(known->zone, known->contacts) < std::tie(read.zone, read.contacts))
        *known = std::move(read);
}

}  // namespace visits
