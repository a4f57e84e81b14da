#include "programmes/numbering_rules.hpp"

#include <algorithm>

namespace programmes {

std::map<int, int> numbers_by_day(std::vector<Session> const& sessions) {
    std::vector<Session const*> standing;
    for (auto const& session : sessions)
        if (!in_place_of(session, sessions)) standing.push_back(&session);
    std::ranges::stable_sort(standing, {}, [](Session const* session) {
        return std::pair(session->planned_on, session->number);
    });
    std::map<int, int> changed;
    int number = 0;
    for (auto const* session : standing)
        if (++number != session->number) changed.emplace(session->number, number);
    return changed;
}

}  // namespace programmes
