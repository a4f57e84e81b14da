#include "sign_in/second_way_actions.hpp"

#include "base/calendar.hpp"
#include "today/gathering_actions.hpp"

namespace today {

void add_second_way(Visit& visit, Day& day) {
    auto const demand = sign_in::actions::own_demand(visit, visit.who.account);
    if (!demand) return;
    bool const is_to_come = demand->stands == sign_in::DemandStands::to_come;
    day.items.push_back(
        {.about = no_child,
         .title = "Add a second way to sign in",
         .path = "/sign-ins/second-way",
         .detail =
             is_to_come
                 ? "From " + calendar::in_words(demand->starts_on) +
                       " your school asks for a passkey or an authenticator app beside your password. "
                       "Without one, what belongs to a part of your roles is closed from that day until "
                       "you add it. It takes a few minutes, once: the next page leads you through."
                 : "Your school asks for a passkey or an authenticator app beside your password. Until you "
                   "have one, what belongs to a part of your roles stays closed. It takes a "
                   "few minutes, once.",
         .due_on = demand->starts_on,
         .may_begin = true}
    );
}

}  // namespace today
