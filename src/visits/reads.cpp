#include "visits/reads.hpp"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace visits {
namespace {

bool are_of_the_same(Read const& one, Read const& other) {
    return one.pupil_id == other.pupil_id && one.case_id == other.case_id &&
           (!one.pupil_id.empty() || one.listed == other.listed) &&
           one.contacts.has_value() == other.contacts.has_value();
}

// A child whom a duty gathers is a list of one, which names them while nobody else stands on it. Who was
// opened by themselves is on none, whoever else the page opened: each is shown as looked at.
bool is_by_duty(Read const& read) {
    return !read.case_id && !read.contacts &&
           (read.pupil_id.empty() || read.listed == std::vector<std::string>{read.pupil_id});
}

bool make_one_list(Read const& one, Read const& other) {
    return is_by_duty(one) && is_by_duty(other) && !other.pupil_id.empty() &&
           one.pupil_id != other.pupil_id &&
           std::tie(one.zone, one.reason) == std::tie(other.zone, other.reason);
}

void put_on_list(Read& list, std::string child) {
    list.pupil_id.clear();
    auto const place = std::ranges::lower_bound(list.listed, child);
    if (place == list.listed.end() || *place != child) list.listed.insert(place, std::move(child));
}

}  // namespace

void Reads::come_near(std::string_view pupil_id, ReadZone zone) {
    auto& nearest = nearest_.try_emplace(std::string(pupil_id), zone).first->second;
    nearest = std::max(nearest, zone);
}

bool Reads::may_open(WordsOf words, std::string_view pupil_id) const {
    auto const decided = nearest_.find(pupil_id);
    bool const somehow = decided != nearest_.end();
    switch (words) {
        case WordsOf::the_roll: return somehow || allows_the_roll_ || allowed_on_the_roll_.contains(pupil_id);
        case WordsOf::progress: return somehow && decided->second >= ReadZone::progress;
        case WordsOf::confidence: return somehow && decided->second >= ReadZone::confidence;
    }
    return false;
}

void Reads::note(Decision, Read read) {
    auto const decide = [&](std::string const& child) {
        read.contacts ? void(allowed_on_the_roll_.insert(child)) : come_near(child, read.zone);
    };
    if (!read.pupil_id.empty()) decide(read.pupil_id);
    std::ranges::for_each(read.listed, decide);
    std::ranges::sort(read.listed);
    // clang 14 takes no std::ranges::unique.
    read.listed.erase(std::unique(read.listed.begin(), read.listed.end()), read.listed.end());
    if (read.pupil_id.empty() && read.listed.empty()) return;
    auto const list = std::ranges::find_if(all_, [&](Read const& one) { return make_one_list(one, read); });
    if (list != all_.end()) return put_on_list(*list, std::move(read.pupil_id));
    auto const known =
        std::ranges::find_if(all_, [&](Read const& one) { return are_of_the_same(one, read); });
    if (known == all_.end())
        all_.push_back(std::move(read));
    else if (std::tie(known->zone, known->contacts) < std::tie(read.zone, read.contacts))
        *known = std::move(read);
}

}  // namespace visits
