#include "journeys/told_model.hpp"

#include <algorithm>

namespace journeys {
namespace {

std::string role_to_the_child(Duties const& duties, std::string const& token, Told const& told) {
    if (told.teachers.contains(token)) return "class_teacher";
    if (token == duties.senco) return "senco";
    if (token == duties.headteacher) return "headteacher";
    return {};
}

// Who takes over within some days prepares already, and is told nothing of what was confided.
bool delivers(std::string const& token, Told const& told, Date today) {
    return token == told.deliverer && (!told.delivers_from || *told.delivers_from <= today);
}

}  // namespace

Near nearness(Duties const& duties, std::string const& token, Told const& told, Instant now) {
    auto const today = calendar::local_date(now);
    if (told.family.contains(token)) return Near::nothing;
    if (auto const until = told.overridden.find(token); until != told.overridden.end() && until->second > now)
        return Near::everything;

    auto const role = role_to_the_child(duties, token, told);
    bool const opened =
        role == "headteacher" && told.opened_by_headteacher > now && !told.closed_to_headteacher;
    // With the case end the words about it, and who delivers it and raised it is nobody any more.
    bool const is_open = !told.case_closed;
    bool const agreed = is_open && told.agreed && told.agreed->understands &&
                        (!told.agreed->until_on || *told.agreed->until_on >= today);
    auto const shared = told.shared_by_senco.find(token);
    bool const named = (agreed && told.agreed->progress.contains(token)) ||
                       (is_open && shared != told.shared_by_senco.end() && shared->second >= today);
    bool const supports = is_open && token == told.deliverer;
    if (role == "class_teacher" || role == "senco" || supports || opened || named) {
        bool const told_all =
            agreed && (told.agreed->confidence.contains(role) || told.agreed->confidence.contains(token));
        bool const confidant = supports && delivers(token, told, today) && token == told.held_by;
        return told_all || confidant ? Near::everything : Near::progress;
    }
    bool const by_their_work = role == "headteacher" || duties.safeguarding_leads.contains(token) ||
                               (is_open && token == told.raised);
    return by_their_work ? Near::headline : Near::nothing;
}

Near nearness_in_first_session(
    Duties const& duties, std::string const& token, Told const& told, Instant now
) {
    bool const held_it = !told.case_closed && token == told.held_by && !told.family.contains(token);
    return held_it ? Near::everything : nearness(duties, token, told, now);
}

Near nearness_in_second_session(
    Duties const& duties, std::string const& token, Told const& told, Instant now
) {
    bool const stands_in = !told.case_closed && token == told.stands_in && !told.family.contains(token);
    auto const nearest = nearness(duties, token, told, now);
    return stands_in ? std::max(nearest, Near::progress) : nearest;
}

}  // namespace journeys
