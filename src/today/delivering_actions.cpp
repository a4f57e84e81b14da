#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "consent/rules.hpp"
#include "impact/impact.hpp"
#include "need_to_know/rules.hpp"
#include "programmes/rules.hpp"
#include "referrals/concern_rules.hpp"
#include "schools/schools.hpp"
#include "sessions/store.hpp"
#include "today/gathering_actions.hpp"
#include "today/rules.hpp"
#include "today/store.hpp"

namespace today {
namespace {

constexpr int days_to_plan_ahead = 7;
constexpr std::int64_t an_answer_stays = 3 * (24 * hours);

// In the order of the clock's own words, "09:05" before "10:30".
bool has_begun(sessions::store::Line const& line, Visit const& visit) {
    return line.planned_on < visit.today ||
           (line.planned_on == visit.today && line.starts_at_time <= calendar::local_time(visit.now));
}

Lesson lesson(sessions::store::Line const& line, Visit const& visit) {
    return {
        .id = line.session,
        .programme = line.programme_name,
        .number = line.number,
        .on = line.planned_on,
        .at = line.starts_at_time,
        .begun = has_begun(line, visit),
        .room = line.room_name,
        .outcome = line.outcome,
        .planned_in_words = line.planned_in_words,
        .as_stand_in = line.as_stand_in,
        .children = line.children,
        .evaluated = line.evaluated};
}

// Every child has left a programme that runs: it is to be ended, and none of its sessions to be held.
bool is_left(store::ProgrammeToMove const& programme) {
    return programme.started_on && programme.children == 0;
}

bool is_off(sessions::store::Line const& line, std::vector<store::ProgrammeToMove> const& to_move) {
    return line.outcome == programmes::Outcome::planned &&
           std::ranges::any_of(to_move, [&](auto const& programme) {
               return programme.id == line.programme && is_left(programme);
           });
}

bool is_to_start(sessions::store::Line const& line, std::vector<store::ProgrammeToMove> const& to_move) {
    return std::ranges::any_of(to_move, [&](auto const& programme) {
        return programme.id == line.programme && !programme.started_on;
    });
}

void add_sessions(Visit& visit, Day& day, std::vector<store::ProgrammeToMove> const& to_move) {
    auto const last = visit.today + days_to_plan_ahead;
    for (auto const& line : sessions::store::mine(visit.db, visit.school, visit.staff(), visit.today, last)) {
        if (is_off(line, to_move)) continue;
        auto one = lesson(line, visit);
        one.begun = one.begun && !is_to_start(line, to_move);
        if (one.on == visit.today) {
            day.lessons.push_back(std::move(one));
        } else if (one.outcome == programmes::Outcome::planned && !one.planned_in_words) {
            day.items.push_back(to_plan(one));
        }
    }
    for (auto const& line : sessions::store::to_write_up(visit.db, visit.school, visit.staff(), visit.today))
        if (line.children > 0 || !is_off(line, to_move))
            day.items.push_back(to_write_up(lesson(line, visit)));
}

// Whom no consent lets start on the day on which they would.
struct HeldUp {
    ProgrammeId programme;
    CaseId the_case;
    std::string forename;
};
std::vector<HeldUp> held_up_by_consent(
    Visit const& visit, std::vector<store::ProgrammeToMove> const& to_move
) {
    std::vector<HeldUp> held_up;
    for (auto const& programme : to_move)
        for (auto const& child : programme.to_start)
            if (!consent::in_force_to(child.answers, child.form, std::max(visit.today, programme.day)))
                held_up.push_back({programme.id, child.the_case, child.forename});
    return held_up;
}

std::vector<std::string> names_in(std::vector<HeldUp> const& held_up, ProgrammeId const& programme) {
    std::vector<std::string> names;
    for (auto const& child : held_up)
        if (child.programme == programme) names.push_back(child.forename);
    return names;
}

std::string children_of(store::ProgrammeToMove const& programme, std::size_t held_up) {
    if (is_left(programme)) return "Every child has left it";
    return text::counted(programme.children - static_cast<int>(held_up), "child", "children");
}

// Who joins a programme that runs starts with its next session, and not before they have the place.
void add_joiners(
    Visit const& visit,
    Day& day,
    std::vector<store::ProgrammeToMove> const& to_move,
    std::vector<HeldUp> const& held_up
) {
    std::vector<Joining> programmes;
    for (auto const& one : to_move) {
        if (one.joiner.empty()) continue;
        auto const path = programmes::path_of(one.id);
        if (programmes.empty() || programmes.back().path != path)
            programmes.push_back({.programme = one.name, .path = path, .held_up = names_in(held_up, one.id)});
        if (std::ranges::find(held_up, *one.joins, &HeldUp::the_case) != held_up.end()) continue;
        auto& joining = programmes.back();
        joining.children.push_back({one.joiner, std::max(one.day, *one.allocated_on), *one.allocated_on});
    }
    for (auto const& joining : programmes)
        if (!joining.children.empty()) day.items.push_back(to_start(joining, visit.today));
}

std::string when_to_start(Date day, Date today) {
    if (day < today) return "; it was to start on " + calendar::in_words(day) + ", and has not.";
    return ", to start on " + calendar::in_words(day) + ".";
}

bool lacks_reason_for(store::ProgrammeToMove const& one, int children) {
    programmes::Programme programme;
    programme.form = one.form;
    programme.places = one.places;
    programme.bounds_reason = one.bounds_reason;
    programme.few_children_reason = one.few_children_reason;
    programme.few_children = one.few_children;
    schools::PolicyVersion policy;
    policy.group_least = *one.group_least;
    return programmes::lacks_reason_for_few(programme, children, policy);
}

// With how many a group would start that only the SENCo can let start with so few: those who have a place, or
// from its day on those who are ready. Looked at from a week before, as the SENCo is asked.
std::optional<int> too_few(store::ProgrammeToMove const& one, std::size_t held_up, Date today) {
    if (one.started_on || !one.group_least || one.children == 0) return std::nullopt;
    if (today + calendar::days_in_week < one.day) return std::nullopt;
    if (lacks_reason_for(one, one.children)) return one.children;
    auto const worded = std::ranges::count_if(one.to_start, &store::ToStart::has_targets);
    auto const agreed = one.children - static_cast<int>(held_up);
    bool const all_worded = std::cmp_equal(worded, one.to_start.size());
    bool const only_consent_lacks = today >= one.day && all_worded && agreed > 0;
    return only_consent_lacks && lacks_reason_for(one, agreed) ? std::optional(agreed) : std::nullopt;
}

Item reason_to_come(store::ProgrammeToMove const& one, int children, std::string const& others) {
    auto const asked_from = one.day - calendar::days_in_week;
    return {
        .title = "The SENCo, to say why " + one.name + " may start with " +
                 text::counted(children, "child", "children"),
        .path = programmes::path_of(one.id),
        .detail = "The policy says at least " + std::to_string(*one.group_least) + " in a group." + others,
        .due_on = one.day,
        .waiting = std::max(asked_from, calendar::local_date(one.made_at))};
}

std::optional<Item> targets_to_write(store::ProgrammeToMove const& one) {
    std::vector<std::string> names;
    for (auto const& child : one.to_start)
        if (!child.has_targets) names.push_back(child.forename);
    if (names.empty()) return std::nullopt;
    return Item{
        .title = "Write the targets for " + one.name,
        .path = programmes::path_of(one.id),
        .detail = "In the own words of " + text::listed(names) + ".",
        .due_on = one.day};
}

// Only what is theirs is for who delivers to do while the SENCo is still to say why there are so few.
bool leaves_to_senco(
    Visit const& visit,
    Day& day,
    store::ProgrammeToMove const& one,
    std::size_t held_up,
    std::string const& others
) {
    if (visit.who.may(visits::Permission::coordinate)) return false;
    auto const few = too_few(one, held_up, visit.today);
    if (!few) return false;
    day.items.push_back(reason_to_come(one, *few, others));
    if (auto targets = targets_to_write(one)) day.items.push_back(std::move(*targets));
    return true;
}

void add_programmes(
    Visit const& visit,
    Day& day,
    std::vector<store::ProgrammeToMove> const& to_move,
    std::vector<HeldUp> const& held_up
) {
    for (auto const& one : to_move) {
        if (!one.joiner.empty()) continue;
        auto const to_start = !one.started_on.has_value();
        auto const without = to_start ? names_in(held_up, one.id) : std::vector<std::string>();
        auto const children = children_of(one, without.size());
        auto const others = without.empty() ? "" : " " + who_cannot_start(without);
        if (leaves_to_senco(visit, day, one, without.size(), others)) continue;
        day.items.push_back(
            {.title = (to_start       ? "Start "
                       : is_left(one) ? "End "
                                      : "Complete ") +
                      one.name,
             .path = programmes::path_of(one.id),
             .detail = to_start            ? children + when_to_start(one.day, visit.today) + others
                       : one.children == 0 ? children + "."
                                           : children + ". No session is left.",
             .due_on = is_left(one) ? std::nullopt : std::optional(one.day),
             .fresh = calendar::local_date(one.made_at) == visit.today}
        );
    }
}

std::string asked_by(store::Told const& wish) {
    if (wish.by == "child") return wish.name;
    return wish.by == "class_teacher" ? "the class teacher" : "a Nurture Assistant";
}

// The weeks for check-ins after a closing are over.
bool is_over(store::Told const& wish, Date today) {
    return wish.closed_at && today > need_to_know::in_touch_until(calendar::local_date(*wish.closed_at));
}

Item meeting(store::Told const& wish) {
    return {
        .title = "Meet " + wish.name + " for a check-in",
        .path = impact::check_ins_path(*CaseId::parse(wish.id)),
        .detail = "Asked for by " + asked_by(wish) + " on " + calendar::in_words(*wish.asked_on) + "."};
}

// What somebody else saw of a child while support runs bears on the next session. Its words stand on its own
// page, which who delivers may read.
Item later_concern(store::Told const& concern) {
    auto const written_on = calendar::local_date(*concern.written_at);
    return {
        .title = "Read the new concern about " + concern.name,
        .path = "/concerns/" + concern.id,
        .detail = "Written by " + concern.by + " on " + calendar::weekday_day_month(written_on) +
                  ", while support runs.",
        .act =
            Act{.opens = {},
                .path = "/concerns/" + concern.id + "/seen",
                .label = {},
                .field = {},
                .button = "Seen",
                .carries = {{"from", "today"}}},
        .kind = "Read new concerns",
        .child = concern.name};
}

void add_what_is_told_of_children(Visit& visit, Day& day) {
    auto const since = calendar::start_of(visit.today - referrals::days_a_later_concern_stays);
    for (auto const& told :
         store::told_of_children(visit.db, visit.school, visit.staff(), visit.today, since)) {
        if (!told.is_concern) {
            if (!is_over(told, visit.today)) day.items.push_back(meeting(told));
        } else if (!visit.who.holds(visits::Role::senco)) {
            day.items.push_back(later_concern(told));  // the SENCo has it among the cases
        }
    }
}

}  // namespace

void add_questions_asked(Visit& visit, Day& day) {
    for (auto const& asked :
         store::asked_by(visit.db, visit.school, visit.staff(), visit.now - an_answer_stays)) {
        auto const path = "/questions/" + std::string(asked.id.text());
        if (asked.answered_at) {
            day.items.push_back(
                {.title = "Read the answer about " + asked.name,
                 .path = path,
                 .detail = asked.answered_by + " answered: " + asked.answer}
            );
        } else {
            day.items.push_back(
                {.title = "An answer about " + asked.name,
                 .path = path,
                 .detail = asked.words,
                 .waiting = calendar::local_date(asked.asked_at)}
            );
        }
    }
}

void add_delivering(Visit& visit, Day& day) {
    day.delivers = true;
    auto const to_move = store::programmes_to_move(visit.db, visit.school, visit.staff(), visit.today);
    add_sessions(visit, day, to_move);
    auto const held_up = held_up_by_consent(visit, to_move);
    add_programmes(visit, day, to_move, held_up);
    add_joiners(visit, day, to_move, held_up);
    auto const since = visit.today - a_withdrawal_stays;
    day.withdrawn = store::withdrawn_from(visit.db, visit.school, visit.staff(), since);
    add_what_is_told_of_children(visit, day);
    add_questions_asked(visit, day);
}

}  // namespace today
