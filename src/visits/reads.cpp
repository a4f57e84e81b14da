#include "visits/reads.hpp"

#include <algorithm>
#include <utility>

namespace visits {

void Reads::note(Read read) {
    auto const known = std::ranges::find_if(all_, [&](Read const& one) {
        return one.pupil_id == read.pupil_id && one.case_id == read.case_id;
    });
    if (known == all_.end())
        all_.push_back(std::move(read));
    else if (known->zone < read.zone)
        *known = std::move(read);
}

}  // namespace visits
