#include "history/actions.hpp"

#include <memory>

#include "history/rules.hpp"
#include "history/store.hpp"
#include "records/rules.hpp"
#include "schools/store.hpp"
#include "story/telling_actions.hpp"

namespace history {
namespace {

using need_to_know::Zone;

// A case is gathered without the days on which school is open where its status of today does not ask for
// them.
void add_school_days(Visit const& visit, cases::Facts& facts) {
    if (facts.school_days) return;
    facts.school_days =
        std::make_shared<schools::OpenDays const>(schools::store::open_days(visit.db, visit.school));
}

}  // namespace

story::Story look_back(Visit const& visit, need_to_know::Seen seen, CaseId const& the_case, Date day) {
    auto past = store::past_of(visit.db, visit.school, the_case, seen.pupil.id, day);
    for (auto& since : past.since) since.fields = records::fields_of(since.detail);
    auto now = story::gather(visit, seen, the_case);
    auto stood = now ? as_it_stood(std::move(*now), past) : story::Gathered{.id = the_case};
    add_school_days(visit, stood.facts);
    seen.supporters = supporters_of(stood);
    story::Story story{.seen = std::move(seen), .today = day};
    if (story.seen.access.sees(Zone::progress)) {
        story.told = story::told_of(visit, story.seen, std::move(stood), day);
        story.told->earlier = closed_by(std::move(story.told->earlier), past.until);
    } else {
        story.headline = headline_of(stood, day);
    }
    return story;
}

}  // namespace history
