#include "today/rules.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "cases/rules.hpp"
#include "liaison/liaison.hpp"
#include "referrals/list_rules.hpp"
#include "sessions/sessions.hpp"
#include "story/move_rules.hpp"

namespace today {
namespace {

std::string session_of(Lesson const& lesson) {
    return "session " + std::to_string(lesson.number) + " of " + lesson.programme;
}

// What is to be done, for any number of children.
std::string kind_of(cases::Stage stage) {
    using cases::Stage;
    switch (stage) {
        case Stage::concern_raised: return "Decide whether there is to be a referral";
        case Stage::referred:
        case Stage::more_information: return "Talk the referral through";
        case Stage::to_prioritise: return "Prioritise the referral";
        case Stage::waiting: return "Look again at the place on the waiting list";
        case Stage::letter_due: return "Write to the parents";
        case Stage::consent_expired: return "Ask the parents again";
        case Stage::awaiting_answer:
        case Stage::consent_to_note: return "Bring consent up to date";
        case Stage::consent_refused: return story::decide_after_the_refusal();
        case Stage::stopped: return story::decide_after_the_stop();
        case Stage::in_dispute: return "Decide where parents differ";
        case Stage::to_allocate: return "Find a place in a programme";
        case Stage::to_start: return "Start the programme";
        case Stage::running: return "Record the session";
        case Stage::impact_open:
        case Stage::impact_overdue: return "Class teachers, to measure the impact";
        case Stage::next_step_due: return std::string(story::decide_the_next_step);
        case Stage::impact_to_come:
        case Stage::closed: return {};
    }
    return {};
}

// The sentence that says no more than what is to be done.
bool is_said_by_the_title(cases::Stage stage) {
    using enum cases::Stage;
    constexpr std::array said{
        concern_raised, referred, to_prioritise, letter_due, in_dispute, to_allocate, next_step_due};
    return std::ranges::find(said, stage) != said.end();
}

Item of_its_kind(Item item, cases::Status const& status, story::About const& about) {
    item.kind = kind_of(status.stage);
    item.child = about.forename;
    return item;
}

Item waiting_for(
    need_to_know::Named const& child,
    std::string title,
    std::string path,
    cases::Status const& status,
    Date today
) {
    return {
        .about = child,
        .title = std::move(title),
        .path = std::move(path),
        .detail = status.sentence,
        .due_on = status.due_on,
        .waiting = std::min(status.due_on.value_or(today), today)};
}

}  // namespace

Urgency urgency_of(Item const& item, Date today) {
    if (item.waiting) return Urgency::waiting;
    if (item.comes_first) return Urgency::first;
    auto const day = day_of(item, today);
    if (day < today) return Urgency::overdue;
    bool const near = day <= today + calendar::days_in_week;
    return near || item.may_begin || item.fresh ? Urgency::due : Urgency::later;
}

Work in_order(std::vector<Item> items, Date today) {
    Work work;
    for (auto& item : items) {
        switch (urgency_of(item, today)) {
            case Urgency::first: work.first.push_back(std::move(item)); break;
            case Urgency::overdue: work.overdue.push_back(std::move(item)); break;
            case Urgency::due: work.due.push_back(std::move(item)); break;
            case Urgency::later: work.later.push_back(std::move(item)); break;
            case Urgency::waiting: work.waiting.push_back(std::move(item)); break;
        }
    }
    auto const earliest = [&](Item const& item) { return day_of(item, today); };
    std::ranges::stable_sort(work.first, {}, earliest);
    std::ranges::stable_sort(work.overdue, {}, earliest);
    std::ranges::stable_sort(work.due, {}, earliest);
    std::ranges::stable_sort(work.later, {}, earliest);
    std::ranges::stable_sort(work.waiting, {}, [](Item const& item) { return *item.waiting; });
    return work;
}

Item to_write_up(Lesson const& lesson) {
    bool const recorded = lesson.outcome == programmes::Outcome::delivered;
    bool const only_one_is_left = lesson.to_write_up && lesson.children - lesson.evaluated == 1;
    auto const left = std::to_string(lesson.children - lesson.evaluated) + " of " +
                      text::counted(lesson.children, "child", "children") + " still to evaluate";
    return {
        .about = no_child,
        .title = (recorded ? "Evaluate " : "Record ") + session_of(lesson),
        .path = only_one_is_left ? sessions::evaluation_path(lesson.id, *lesson.to_write_up)
                                 : programmes::path_of(lesson.id),
        .detail =
            calendar::weekday_day_month(lesson.on) + (recorded ? ": " + left + "." : ": held or not held?"),
        .due_on = lesson.on};
}

std::string who_cannot_start(std::vector<std::string> const& names) {
    if (names.empty()) return {};
    return text::listed(names) + " can't start: no consent to this programme is in force.";
}

std::string whose_targets_come_first(std::vector<std::string> const& names) {
    if (names.empty()) return {};
    auto const whose = names.size() == 1 ? "the child's" : "each child's";
    return "First write the targets of " + text::listed(names) + ", in " + whose + " own words.";
}

Item to_start(Joining const& joining, Date today) {
    auto const& children = joining.children;
    auto const [earliest, latest] = std::ranges::minmax_element(children, {}, &Joining::Child::starts_on);
    auto const first = earliest->starts_on;
    auto const last = latest->starts_on;
    std::vector<std::string> names;
    std::vector<std::string> without_targets;
    for (auto const& child : children) {
        names.push_back(child.name);
        if (!child.has_targets) without_targets.push_back(child.name);
    }
    bool const one = children.size() == 1;
    std::string const whose = first == last ? "it" : "the first";
    auto const when = (first < today   ? "; " + whose + " was to start on "
                       : first == last ? std::string(", to start on ")
                                       : ", the first to start on ") +
                      calendar::in_words(first) + ".";
    auto const targets = whose_targets_come_first(without_targets);
    auto const others = (targets.empty() ? "" : " " + targets) +
                        (joining.held_up.empty() ? "" : " " + who_cannot_start(joining.held_up));
    auto const whom =
        one ? names.front() : text::counted(static_cast<long>(names.size()), "child", "children");
    return {
        .about = no_child,
        .title = "Start " + whom + " in " + joining.programme,
        .path = joining.path,
        .detail = (one ? "Has a place" : text::listed(names) + " have a place") + when + others,
        .due_on = first,
        .fresh =
            std::ranges::any_of(children, [&](auto const& child) { return child.allocated_on == today; })};
}

Item to_plan(Lesson const& lesson) {
    return {
        .about = no_child,
        .title = "Plan " + session_of(lesson),
        .path = programmes::path_of(lesson.id),
        .detail = calendar::weekday_day_month(lesson.on) + " at " + lesson.at + " in " + lesson.room + ".",
        .due_on = lesson.on};
}

std::optional<Item> for_senco(
    need_to_know::Named const& child,
    cases::Status const& status,
    story::About const& about,
    cases::Facts const& facts,
    Date today
) {
    switch (status.owner) {
        case cases::Owner::senco:
            // Each letter that waits for the printer has a line of its own.
            if (status.stage == cases::Stage::awaiting_answer) return std::nullopt;
            break;
        case cases::Owner::senco_or_headteacher: break;
        case cases::Owner::class_teacher: {
            auto item = waiting_for(
                child,
                story::of(about.forename) + " class teacher, to measure the impact",
                "/pupils/" + std::string(about.pupil.text()),
                status,
                today
            );
            item.waiting = cases::impact_window_of(facts).opens_on;
            if (status.due_on && *status.due_on < today)
                item.act =
                    Act{.opens = {},
                        .path = liaison::reminder_of_review_path(about.the_case),
                        .label = {},
                        .field = {},
                        .button = "Remind",
                        .leads = true};
            return of_its_kind(std::move(item), status, about);
        }
        case cases::Owner::nurture_assistant:
        case cases::Owner::parent:
        case cases::Owner::nobody: return std::nullopt;
    }
    auto const move = story::move_in(status, about);
    if (!move) return std::nullopt;
    return of_its_kind(
        {.about = child,
         .title = move->title,
         .path = move->path,
         .detail = is_said_by_the_title(status.stage) ? std::string() : status.sentence,
         .due_on = status.due_on},
        status,
        about
    );
}

bool came_today(cases::Facts const& facts, StaffId const& person, Date today) {
    auto const is_of_today = [&](Instant at) { return calendar::local_date(at) == today; };
    auto const* const furthest = cases::furthest(facts.steps);
    bool const by_a_step = furthest && furthest->taken_by != person && is_of_today(furthest->taken_at);
    bool const by_an_answer = std::ranges::any_of(facts.answers, [&](consent::Received const& received) {
        return received.recorded_by != person && is_of_today(received.received_at);
    });
    return by_a_step || by_an_answer || facts.place_ended_on == today;
}

std::vector<Withdrawn> each_once(std::vector<Withdrawn> withdrawn) {
    std::ranges::stable_sort(withdrawn, [](auto const& one, auto const& other) { return one.on > other.on; });
    std::vector<Withdrawn> once;
    for (auto& one : withdrawn)
        if (std::ranges::find(once, one.pupil, &Withdrawn::pupil) == once.end())
            once.push_back(std::move(one));
    return once;
}

void count(Counts& counts, cases::Status const& status) {
    using cases::Stage;
    if (status.stage == Stage::closed) return;
    ++counts.open;
    if (referrals::group_of(status.stage)) ++counts.referrals;
    if (status.stage == Stage::waiting) ++counts.waiting;
    if (status.stage == Stage::running) ++counts.running;
    if (status.stage == Stage::stopped) ++counts.stopped;
    if (status.stage == Stage::impact_to_come || status.stage == Stage::impact_open ||
        status.stage == Stage::impact_overdue)
        ++counts.to_measure;
    if (status.stage == Stage::impact_overdue) ++counts.late_reviews;
    if (status.stage == Stage::next_step_due) ++counts.next_steps;
}

}  // namespace today
