#include "today/late_delivery_rules.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "liaison/liaison.hpp"
#include "story/move_rules.hpp"

namespace today {
namespace {

using cases::Stage;

// What is waited for of who delivers the programme.
struct Late {
    std::string what;   // "to record"
    std::string kinds;  // "sessions"
    std::string one;    // "session 3 of Friendship group"
    std::string detail;
    Date since;
};

Item waiting_for(programmes::Programme const& programme, Late const& late) {
    auto const who = programme.deliverer_name + ", " + late.what + " ";
    return {
        .about = no_child,
        .title = who + late.one,
        .path = programmes::path_of(programme.id),
        .detail = late.detail,
        .due_on = late.since,
        .waiting = late.since,
        .kind = who + late.kinds,
        .child = late.one};
}

std::vector<HeldUp> at_stage(std::span<HeldUp const> children, Stage stage) {
    std::vector<HeldUp> there;
    std::ranges::copy_if(children, std::back_inserter(there), [&](HeldUp const& one) {
        return one.stage == stage;
    });
    return there;
}

std::string names_of(std::vector<HeldUp> const& children) {
    std::vector<std::string> names;
    for (auto const& child : children) names.push_back(child.called);
    return text::listed(names);
}

Date first_of(std::vector<HeldUp> const& children) {
    return std::ranges::min_element(children, {}, &HeldUp::due_on)->due_on;
}

// Who joins a programme that runs starts by themselves.
Item to_start(programmes::Programme const& programme, std::vector<HeldUp> const& children) {
    auto const since = first_of(children);
    auto const names = names_of(children);
    auto const have = children.size() == 1 ? " has a place" : " have a place";
    auto const whom = programme.started_on ? names + " in " + programme.name : programme.name;
    return waiting_for(
        programme,
        {.what = "to start",
         .kinds = "programmes",
         .one = whom,
         .detail = names + have + "; it was to start on " + calendar::in_words(since) + ".",
         .since = since}
    );
}

Item to_record(
    programmes::Programme const& programme,
    programmes::Session const& session,
    std::vector<HeldUp> const& children
) {
    auto item = waiting_for(
        programme,
        {.what = "to record",
         .kinds = "sessions",
         .one = "session " + std::to_string(session.number) + " of " + programme.name,
         .detail = calendar::weekday_day_month(session.planned_on) + ", for " + names_of(children) +
                   ": held or not held?",
         .since = session.planned_on}
    );
    item.path = programmes::path_of(session.id);
    return item;
}

Item to_complete(programmes::Programme const& programme, std::vector<HeldUp> const& children) {
    return waiting_for(
        programme,
        {.what = "to complete",
         .kinds = "programmes",
         .one = programme.name,
         .detail = "No session is left for " + names_of(children) + ".",
         .since = first_of(children)}
    );
}

bool is_to_be_recorded(programmes::Session const& session, Date today) {
    return session.outcome == programmes::Outcome::planned && session.planned_on < today;
}

}  // namespace

std::vector<Item> late_deliveries(
    programmes::Programme const& programme,
    std::span<programmes::Session const> sessions,
    std::span<HeldUp const> children,
    Date today
) {
    std::vector<Item> items;
    if (auto const joining = at_stage(children, Stage::to_start); !joining.empty())
        items.push_back(to_start(programme, joining));
    auto const running = at_stage(children, Stage::running);
    if (running.empty()) return items;
    for (auto const& session : sessions)
        if (is_to_be_recorded(session, today)) items.push_back(to_record(programme, session, running));
    bool const none_left = std::ranges::none_of(sessions, [](auto const& session) {
        return session.outcome == programmes::Outcome::planned;
    });
    if (none_left) items.push_back(to_complete(programme, running));
    return items;
}

Item late_measure(
    programmes::MeasureDue const& late, need_to_know::Named const& child, std::string const& called
) {
    return {
        .about = child,
        .title = story::of(called) + " class teacher, to give the measure before the programme",
        .path = "/pupils/" + std::string(late.place.pupil.id.text()),
        .detail = "“" + late.programme_name + "” began on " + calendar::in_words(late.first_day_on) +
                  " for the child; once it is completed, no such measure can be given.",
        .due_on = late.first_day_on,
        .waiting = late.first_day_on,
        .act =
            Act{.opens = {},
                .path = liaison::reminder_of_measure_path(late.place.the_case),
                .label = {},
                .field = {},
                .button = "Remind",
                .leads = true},
        .kind = "Class teachers, to give the measure before a programme",
        .child = called};
}

}  // namespace today
