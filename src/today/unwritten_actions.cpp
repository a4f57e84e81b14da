#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "programmes/programmes.hpp"
#include "today/gathering_actions.hpp"
#include "today/store.hpp"

namespace today {
namespace {

// What was seen is forgotten by then, and the impact review is to be read from it.
constexpr int days_to_write_in = 7;

Item waiting_for_evaluations(std::vector<store::Unwritten> const& of_one_person) {
    int evaluations = 0;
    std::vector<std::string> programmes;
    for (auto const& one : of_one_person) {
        evaluations += one.evaluations;
        programmes.push_back("“" + one.programme_name + "”");  // a name may hold a comma
    }
    auto const first = std::ranges::min_element(of_one_person, {}, &store::Unwritten::since);
    return {
        .about = no_child,
        .title = first->staff_name + ": " + text::counted(evaluations, "evaluation", "evaluations") + " of " +
                 text::listed(programmes) + " still to write",
        .path = programmes::path_of(first->programme),
        .detail = "The first is of the session on " + calendar::in_words(first->since) + ".",
        .waiting = first->since};
}

}  // namespace

void add_unwritten(Visit& visit, Day& day) {
    std::map<StaffId, std::vector<store::Unwritten>> by_person;
    auto const held_by = visit.today - days_to_write_in;
    for (auto& one : store::unwritten(visit.db, visit.school, visit.today, held_by))
        if (one.staff != visit.staff()) by_person[one.staff].push_back(std::move(one));
    for (auto const& [person, theirs] : by_person) day.items.push_back(waiting_for_evaluations(theirs));
}

}  // namespace today
