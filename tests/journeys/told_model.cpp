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

// What the child lets somebody know, by their role, by name, or in a circle that they belong to. No circle
// opens a door that was closed to the headteacher.
bool lets_know(
    std::set<std::string> const& doors,
    std::string const& role,
    std::string const& token,
    Told const& told,
    bool by_name_alone
) {
    bool const is_shut_out = role == "headteacher" && told.closed_to_headteacher;
    bool const in_a_circle = (token == told.raised && doors.contains("concern")) ||
                             (token == told.deliverer && doors.contains("support"));
    return doors.contains(token) || (!by_name_alone && doors.contains(role)) || (in_a_circle && !is_shut_out);
}

bool agrees_today(Told const& told, Date today) {
    return !told.case_closed && told.agreed && told.agreed->understands &&
           (!told.agreed->until_on || *told.agreed->until_on >= today);
}

bool keeps_senco_today(Told const& told, Date today) {
    return !told.case_closed && told.agreed && told.agreed->understands && told.agreed->keeps_senco &&
           (!told.agreed->keeps_senco_until || *told.agreed->keeps_senco_until >= today);
}

// Who takes over within some days prepares already, and is told nothing of what was confided.
bool delivers(std::string const& token, Told const& told, Date today) {
    return token == told.deliverer && (!told.delivers_from || *told.delivers_from <= today);
}

}  // namespace

Told together(Told const& stays, Told const& former) {
    Told both = stays;
    both.held += former.held;
    both.family.insert(former.family.begin(), former.family.end());
    for (auto const& [token, until] : former.overridden) {
        auto& latest = both.overridden.try_emplace(token, until).first->second;
        latest = std::max(latest, until);
    }
    both.overrides.insert(both.overrides.end(), former.overrides.begin(), former.overrides.end());
    both.opened_by_headteacher = std::max(both.opened_by_headteacher, former.opened_by_headteacher);
    return both;
}

// Who answers for safeguarding; where nobody else does, the headteacher, and then the SENCo.
std::set<std::string> told_of_an_override(
    Duties const& duties, std::string const& by, std::set<std::string> const& family
) {
    for (auto people : {duties.safeguarding_leads, {duties.headteacher}, {duties.senco}}) {
        std::erase_if(people, [&](auto const& token) { return token == by || family.contains(token); });
        if (!people.empty()) return people;
    }
    return {};
}

bool reads_why(
    Duties const& duties, std::string const& token, Told const& told, Told::Override const& override_
) {
    bool const answers = token == duties.headteacher || duties.safeguarding_leads.contains(token);
    bool const had_part = token == override_.by || override_.told.contains(token);
    return !told.family.contains(token) && (answers || had_part);
}

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
    bool const agreed = agrees_today(told, today);
    auto const shared = told.shared_by_senco.find(token);
    bool const named = (agreed && lets_know(told.agreed->progress, role, token, told, true)) ||
                       (is_open && shared != told.shared_by_senco.end() && shared->second >= today);
    bool const supports = is_open && token == told.deliverer;
    if (role == "class_teacher" || role == "senco" || supports || opened || named) {
        bool const told_all = (agreed && lets_know(told.agreed->confidence, role, token, told, false)) ||
                              (role == "senco" && keeps_senco_today(told, today));
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
    bool const takes_part = !told.case_closed && !told.place_ended;
    bool const stands_in = takes_part && token == told.stands_in && !told.family.contains(token);
    auto const nearest = nearness(duties, token, told, now);
    if (!stands_in) return nearest;
    bool const told_all =
        agrees_today(told, calendar::local_date(now)) &&
        (told.agreed->confidence.contains("support") || told.agreed->confidence.contains(token));
    return std::max(nearest, told_all ? Near::everything : Near::progress);
}

bool hears_what_was_kept(std::string const& token, Told const& told, Instant now) {
    if (told.family.contains(token)) return false;
    auto const until = told.overridden.find(token);
    bool const overrides = until != told.overridden.end() && until->second > now;
    bool const holds_its_sessions = !told.case_closed && delivers(token, told, calendar::local_date(now));
    return overrides || (holds_its_sessions && token == told.held_by);
}

bool hears_what_was_kept_in_first_session(std::string const& token, Told const& told, Instant now) {
    bool const held_it = !told.case_closed && token == told.held_by && !told.family.contains(token);
    return held_it || hears_what_was_kept(token, told, now);
}

}  // namespace journeys
