// What is on its way to another school.
#include "moving/actions.hpp"
#include "today/gathering_actions.hpp"

namespace today {
namespace {

std::string what_helps(moving::Told const& told) {
    if (told.needs_another) return in_words(told.standing) + ". Send another, or take it back.";
    return "Sent on " + calendar::in_words(*told.pack.sent_at) + ". Ring the SENCo there.";
}

}  // namespace

void add_not_received(Visit& visit, Day& day) {
    for (auto const& [told, pupil, forename] : moving::not_received(visit)) {
        auto const child = day.duty.names(pupil, forename);
        if (!child) continue;
        day.items.push_back(
            {.about = *child,
             .title =
                 "What went about " + child->forename() + " has not been received at " + told.pack.to.name,
             .path = moving::path_of(told.pack.the_case, told.pack.id),
             .detail = what_helps(told),
             .kind = told.needs_another ? "Send another pack" : "Ring the next school",
             .child = child->forename()}
        );
    }
}

}  // namespace today
