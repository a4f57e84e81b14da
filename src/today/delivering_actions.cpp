#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text.hpp"
#include "consent/rules.hpp"
#include "impact/impact.hpp"
#include "liaison/rules.hpp"
#include "need_to_know/actions.hpp"
#include "need_to_know/rules.hpp"
#include "programmes/few_children_rules.hpp"
#include "referrals/concern_rules.hpp"
#include "schools/store.hpp"
#include "sessions/store.hpp"
#include "today/gathering_actions.hpp"
#include "today/rules.hpp"
#include "today/small_group_rules.hpp"
#include "today/store.hpp"

namespace today {
namespace {

constexpr int days_to_plan_ahead = 7;

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
        .evaluated = line.evaluated,
        .to_write_up = line.to_write_up};
}

// Every child has left a programme that runs: it is to be ended, and none of its sessions to be held.
bool is_left(store::ProgrammeToMove const& programme) {
    return programme.programme.started_on && programme.children == 0;
}

bool is_off(sessions::store::Line const& line, std::vector<store::ProgrammeToMove> const& to_move) {
    return line.outcome == programmes::Outcome::planned &&
           std::ranges::any_of(to_move, [&](auto const& programme) {
               return programme.programme.id == line.programme && is_left(programme);
           });
}

bool is_to_start(sessions::store::Line const& line, std::vector<store::ProgrammeToMove> const& to_move) {
    return std::ranges::any_of(to_move, [&](auto const& programme) {
        return programme.programme.id == line.programme && !programme.programme.started_on;
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

// Who joins a programme that runs starts with its next session.
bool may_start(store::ToStart const& child, store::ProgrammeToMove const& one, Date today) {
    if (!one.programme.started_on) return programmes::consent_lets_start(child.answers, one.programme, today);
    return consent::in_force_to(child.answers, one.programme.form, std::max(today, one.day));
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
    for (auto const& one : to_move)
        for (auto const& child : one.to_start)
            if (!may_start(child, one, visit.today))
                held_up.push_back({one.programme.id, child.the_case, child.forename});
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

// They count with the others of the group.
void name_no_own_child(Day const& day, std::vector<store::ProgrammeToMove>& to_move) {
    for (auto& one : to_move)
        for (auto& child : one.to_start) {
            if (day.duty.is_own(child.pupil)) child.forename = "a child of your own";
            if (day.duty.is_own(child.pupil) && one.joins) one.joiner = child.forename;
        }
}

std::vector<std::string> without_targets(store::ProgrammeToMove const& one) {
    std::vector<std::string> names;
    for (auto const& child : one.to_start)
        if (!child.has_targets) names.push_back(child.forename);
    return names;
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
        auto const& [id, name] = std::tie(one.programme.id, one.programme.name);
        auto const path = programmes::path_of(id);
        if (programmes.empty() || programmes.back().path != path)
            programmes.push_back({.programme = name, .path = path, .held_up = names_in(held_up, id)});
        if (std::ranges::find(held_up, *one.joins, &HeldUp::the_case) != held_up.end()) continue;
        auto& joining = programmes.back();
        joining.children.push_back(
            {one.joiner,
             std::max(one.day, *one.allocated_on),
             *one.allocated_on,
             without_targets(one).empty()}
        );
    }
    for (auto const& joining : programmes)
        if (!joining.children.empty()) day.items.push_back(to_start(joining, visit.today));
}

std::string when_to_start(Date day, Date today) {
    auto const on = calendar::in_words(day);
    if (day < today) return "; it was to start on " + on + ", and has not.";
    return ", to start on " + on + ".";
}

// What waits for the SENCo's word, as the SENCo is asked.
std::optional<SmallGroup> small_group(
    store::ProgrammeToMove const& one,
    std::size_t held_up,
    std::vector<schools::PolicyVersion> const& policy_versions,
    Date today
) {
    if (one.programme.started_on) return std::nullopt;  // it is to be ended
    auto const with_a_place = static_cast<int>(one.to_start.size());
    ChildrenOfGroup const children{
        .with_a_place = with_a_place, .may_start = with_a_place - static_cast<int>(held_up)};
    return small_group_of(one.programme, children, policy_versions, today);
}

// The policy is asked for only where something is to start.
std::vector<schools::PolicyVersion> policy_of_starts(
    Visit const& visit, std::vector<store::ProgrammeToMove> const& to_move
) {
    bool const some_start =
        std::ranges::any_of(to_move, [](auto const& one) { return !one.programme.started_on; });
    if (!some_start) return {};
    return schools::store::policy_versions(visit.db, visit.school);
}

std::optional<Item> targets_to_write(store::ProgrammeToMove const& one) {
    auto const names = without_targets(one);
    if (names.empty()) return std::nullopt;
    return Item{
        .about = no_child,
        .title = "Write the targets for " + one.programme.name,
        .path = programmes::path_of(one.programme.id),
        .detail = "In the own words of " + text::listed(names) + ".",
        .due_on = one.day};
}

// Only what is theirs is for who delivers to do while it waits for the SENCo.
void leave_to_senco(
    Day& day, store::ProgrammeToMove const& one, SmallGroup const& group, std::string const& others
) {
    auto item = waits_for_the_senco(group, others);
    item.waiting = std::max(*item.waiting, calendar::local_date(one.made_at));
    day.items.push_back(std::move(item));
    if (auto targets = targets_to_write(one)) day.items.push_back(std::move(*targets));
}

Item to_end(store::ProgrammeToMove const& one) {
    bool const left = is_left(one);
    return {
        .about = no_child,
        .title = (left ? "End " : "Complete ") + one.programme.name,
        .path = programmes::path_of(one.programme.id),
        .detail = children_of(one, 0) + (left ? "." : ". No session is left."),
        .due_on = left ? std::nullopt : std::optional(one.day)};
}

// Before the day of the start the targets alone are to be done, and nothing once they are written.
std::optional<Item> to_start(
    store::ProgrammeToMove const& one, std::vector<std::string> const& held_up, Date today
) {
    auto const others = held_up.empty() ? "" : " " + who_cannot_start(held_up);
    if (one.day > today) {
        auto targets = targets_to_write(one);
        if (targets) targets->detail += " It starts on " + calendar::in_words(one.day) + "." + others;
        return targets;
    }
    auto const first = whose_targets_come_first(without_targets(one));
    return Item{
        .about = no_child,
        .title = "Start " + one.programme.name,
        .path = programmes::path_of(one.programme.id),
        .detail = children_of(one, held_up.size()) + when_to_start(one.day, today) +
                  (first.empty() ? "" : " " + first) + others,
        .due_on = one.day};
}

void add_programmes(
    Visit const& visit,
    Day& day,
    std::vector<store::ProgrammeToMove> const& to_move,
    std::vector<HeldUp> const& held_up
) {
    auto const policy_versions = policy_of_starts(visit, to_move);
    bool const is_the_senco = visit.who.may(visits::Permission::coordinate);
    for (auto const& one : to_move) {
        if (!one.joiner.empty()) continue;
        bool const started = one.programme.started_on.has_value();
        auto const without = started ? std::vector<std::string>() : names_in(held_up, one.programme.id);
        auto const group = small_group(one, without.size(), policy_versions, visit.today);
        if (group && !is_the_senco) {
            leave_to_senco(day, one, *group, without.empty() ? "" : " " + who_cannot_start(without));
            continue;
        }
        auto item = started ? std::optional(to_end(one)) : to_start(one, without, visit.today);
        if (!item) continue;
        item->fresh = calendar::local_date(one.made_at) == visit.today;
        day.items.push_back(std::move(*item));
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

Item meeting(need_to_know::Named const& child, store::Told const& wish) {
    return {
        .about = child,
        .title = "Meet " + child.in_full() + " for a check-in",
        .path = impact::check_ins_path(*CaseId::parse(wish.id)),
        .detail = "Asked for by " + asked_by(wish) + " on " + calendar::in_words(*wish.asked_on) + "."};
}

// What somebody else saw of a child while support runs bears on the next session. Its words stand on its own
// page, which who delivers may read.
Item later_concern(need_to_know::Named const& child, store::Told const& concern) {
    auto const written_on = calendar::local_date(*concern.written_at);
    Item item{
        .about = child,
        .title = "Read the new concern about " + child.in_full(),
        .path = "/concerns/" + concern.id,
        .detail = "Written by " + concern.by + " on " + calendar::weekday_day_month(written_on) +
                  ", while support runs" + (concern.reworded ? ", and its words were changed since." : "."),
        .kind = "Read new concerns",
        .child = child.in_full()};
    // Who read the first words may not know that there are others: those are said to be seen where they
    // stand.
    if (!concern.reworded)
        item.act =
            Act{.opens = {},
                .path = item.path + "/seen",
                .label = {},
                .field = {},
                .button = "Seen",
                .carries = {{"version", std::to_string(concern.version)}, {"from", "today"}}};
    return item;
}

void add_what_is_told_of_children(Visit& visit, Day& day) {
    auto const since = calendar::start_of(visit.today - referrals::days_a_later_concern_stays);
    for (auto const& told :
         store::told_of_children(visit.db, visit.school, visit.staff(), visit.today, since)) {
        auto const child = day.duty.names(told.pupil, told.name);
        if (!child) continue;
        if (!told.is_concern) {
            if (!is_over(told, visit.today)) day.items.push_back(meeting(*child, told));
        } else if (!visit.who.holds(visits::Role::senco)) {
            day.items.push_back(later_concern(*child, told));  // the SENCo has it among the cases
        }
    }
}

// Who supports the child no more needs no answer, and could not open it.
void leave_out_what_is_not_theirs(Visit const& visit, std::vector<store::Asked>& all) {
    auto const is_near = [&](store::Asked const& one) {
        return one.in_hand || visit.who.holds(visits::Role::senco);
    };
    if (std::ranges::all_of(all, is_near)) return;
    need_to_know::Sight const sight(visit);
    std::erase_if(all, [&](store::Asked const& one) {
        pupils::Pupil pupil;
        pupil.id = one.pupil;
        auto const access = sight.of_case(pupil, one.the_case);
        return !access || !access->sees(need_to_know::Zone::progress);
    });
}

std::string path_of(store::Asked const& asked) {
    return (asked.to_parent.empty() ? "/questions/" : "/parent-messages/") + asked.id;
}

Item to_read(need_to_know::Named const& child, store::Asked const& asked) {
    return {
        .about = child,
        .title = "Read the answer about " + child.in_full(),
        .path = path_of(asked),
        .detail = asked.answered_by + " answered: " + asked.answer,
        .act =
            Act{.opens = {},
                .path = path_of(asked) + "/answer-seen",
                .label = {},
                .field = {},
                .button = "Seen",
                .carries = {{"from", "today"}}}};
}

Item waits_for_the_class_teacher(
    need_to_know::Named const& child, store::Asked const& asked, schools::OpenDays const& open
) {
    bool const is_message = !asked.to_parent.empty();
    return {
        .about = child,
        .title = is_message ? "The class teacher, to see to a message to " + asked.to_parent + " about " +
                                  child.in_full()
                            : "An answer about " + child.in_full(),
        .path = path_of(asked),
        .detail = asked.words,
        .due_on = is_message ? liaison::seen_to_by(asked.asked_at, open)
                             : liaison::answered_by(asked.asked_at, open),
        .waiting = calendar::local_date(asked.asked_at)};
}

}  // namespace

void add_questions_asked(Visit& visit, Day& day) {
    auto all = store::asked_by(visit.db, visit.school, visit.staff());
    leave_out_what_is_not_theirs(visit, all);
    if (all.empty()) return;
    auto const open = schools::store::open_days(visit.db, visit.school);
    for (auto const& asked : all) {
        auto const child = day.duty.reads(visit, asked.pupil, asked.name, "You see this because you asked.");
        if (!child) continue;
        day.items.push_back(
            asked.answered_at ? to_read(*child, asked) : waits_for_the_class_teacher(*child, asked, open)
        );
    }
}

void add_delivering(Visit& visit, Day& day) {
    day.delivers = true;
    auto to_move = store::programmes_to_move(visit.db, visit.school, visit.staff());
    name_no_own_child(day, to_move);
    for (auto const& one : to_move)
        for (auto const& child : one.to_start)
            if (auto const named = day.duty.names(child.pupil, child.forename))
                day.named_in_programmes.emplace_back(*named);
    add_sessions(visit, day, to_move);
    auto const held_up = held_up_by_consent(visit, to_move);
    add_programmes(visit, day, to_move, held_up);
    add_joiners(visit, day, to_move, held_up);
    auto const since = visit.today - a_withdrawal_stays;
    day.withdrawn = store::withdrawn_from(visit.db, visit.school, visit.staff(), since);
    add_what_is_told_of_children(visit, day);
    add_to_ask(visit, day);
    add_questions_asked(visit, day);
    add_confided_to_give(visit, day);
}

}  // namespace today
