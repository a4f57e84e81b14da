#include "programmes/view_actions.hpp"
#include "staff/staff.hpp"
#include "today/gathering_actions.hpp"

namespace today {
namespace {

using programmes::TrainingEnding;
using visits::Permission;
using visits::Role;

std::string when_it_ends(TrainingEnding const& training, Date today) {
    return std::string(training.until < today ? "It ended" : "It ends") + " on " +
           calendar::in_words(training.until);
}

std::string what_it_stops(TrainingEnding const& training, Date today) {
    return training.until < today
               ? "Until a new one is recorded, no child can be given a place and no session held."
               : "After that day no child can be given a place and no session held.";
}

Item to_record(TrainingEnding const& training, Date today) {
    return {
        .about = no_child,
        .title = "Renew " + training.name + "'s nurture training",
        .path = staff::path_of(training.staff),
        .detail =
            when_it_ends(training, today) + (training.delivers ? ", and they deliver a programme." : "."),
        .due_on = training.until};
}

Item to_see_to(TrainingEnding const& training, Date today) {
    auto const programme = training.delivers ? ", and they deliver a programme. " : ". ";
    auto const way_out = training.delivers
                             ? " The administrator records the new one; or let somebody else deliver."
                             : " The administrator records the new one.";
    return {
        .about = no_child,
        .title = "See that " + training.name + "'s nurture training is renewed",
        .path = training.delivers ? "/programmes" : "",
        .detail = when_it_ends(training, today) + programme + what_it_stops(training, today) + way_out,
        .due_on = training.until};
}

Item to_renew(TrainingEnding const& own, Date today) {
    return {
        .about = no_child,
        .title = "Renew your nurture training",
        .path = {},
        .detail = when_it_ends(own, today) + ". " + what_it_stops(own, today) +
                  " Ask the administrator to record the new one.",
        .due_on = own.until};
}

}  // namespace

bool add_trainings(Visit& visit, Day& day) {
    auto const ending = programmes::trainings_ending(visit);
    for (auto const& training : ending) {
        if (visit.who.may(Permission::run_school))
            day.items.push_back(to_record(training, visit.today));
        else if (training.staff == visit.staff())
            day.items.push_back(to_renew(training, visit.today));
        else if (visit.who.holds(Role::senco))
            day.items.push_back(to_see_to(training, visit.today));
    }
    return !ending.empty();
}

}  // namespace today
