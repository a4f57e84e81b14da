#include "journeys/told_model.hpp"

namespace journeys {
namespace {

std::string role_to_the_child(support::SmallSchool const& school, Person const& person, Told const& told) {
    auto const& teacher = told.in_class_4b ? school.teacher_of_4b : school.teacher_of_5a;
    if (person.token == teacher.token) return "class_teacher";
    if (person.token == school.senco.token) return "senco";
    if (person.token == school.headteacher.token) return "headteacher";
    return {};
}

// Sees how it goes by what they are to the child, without anybody's word.
bool has_a_duty(support::SmallSchool const& school, std::string const& role, Person const& person) {
    return role == "class_teacher" || role == "senco" || person.token == school.nurture_assistant.token;
}

}  // namespace

Near nearness(support::SmallSchool const& school, Person const& person, Told const& told, Instant now) {
    auto const today = calendar::local_date(now);
    auto const& token = person.token;
    if (told.family.contains(token)) return Near::nothing;
    if (auto const until = told.overridden.find(token); until != told.overridden.end() && until->second > now)
        return Near::everything;

    auto const role = role_to_the_child(school, person, told);
    bool const opened =
        role == "headteacher" && told.opened_by_headteacher > now && !told.closed_to_headteacher;
    bool const agreed = told.agreed && told.agreed->understands &&
                        (!told.agreed->until_on || *told.agreed->until_on >= today);
    auto const shared = told.shared_by_senco.find(token);
    bool const named = (agreed && told.agreed->progress.contains(token)) ||
                       (shared != told.shared_by_senco.end() && shared->second >= today);
    if (has_a_duty(school, role, person) || opened || named) {
        bool const told_all =
            agreed && (told.agreed->confidence.contains(role) || told.agreed->confidence.contains(token));
        bool const confidant = token == school.nurture_assistant.token;
        return told_all || confidant ? Near::everything : Near::progress;
    }
    bool const by_their_work = role == "headteacher" || token == school.safeguarding_lead.token ||
                               token == school.teacher_of_4b.token;
    return by_their_work ? Near::headline : Near::nothing;
}

}  // namespace journeys
