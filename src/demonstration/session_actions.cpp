#include "demonstration/session_actions.hpp"

#include <algorithm>
#include <set>

#include "programmes/actions.hpp"
#include "programmes/store.hpp"
#include "sessions/actions.hpp"
#include "sessions/presence_actions.hpp"
#include "sessions/store.hpp"

namespace demonstration {
namespace {

using programmes::Outcome;
using programmes::Session;

constexpr std::int64_t lasts = 45 * minutes;

// How far on among the texts each session goes: no child of a programme gets the same sentence twice, nor two
// of them on one day.
constexpr std::size_t sentences_apart = 7;

Session current(Visit& visit, SessionId const& session) {
    return must(sessions::store::find(visit.db, visit.school, session), "the session");
}

void plan(Telling& telling, Visit& visit, SharedCourse const& course, SessionId const& id) {
    auto const session = current(visit, id);
    auto& story = *course->stories.front();
    auto const words = texts::filled(
        texts::plan(story.topic, session.number, course->planned.sessions, story.turn),
        "each child",
        story.chance
    );
    must_hold(sessions::write_plan(visit, session, words), "a plan");
    if (session.number % 3 != 0) return;
    auto const looked_at = at(telling.days.counted_from(visit.today, 0), 16, 40);
    telling.diary.on(looked_at, telling.school.senco, [course, id](Visit& the_sencos) {
        auto& chance = course->stories.front()->chance;
        sessions::review_plan(the_sencos, current(the_sencos, id), std::string(texts::plan_review(chance)));
    });
}

int risen(Chance& chance, int number) {
    return std::clamp(chance.between(1, 4) + number / 2 + chance.between(0, 1), 0, 10);
}

// Some children add a sentence, and three in five let those who help see it.
sessions::Voice voice_of(std::size_t turn, sessions::Feeling feeling) {
    return {
        .feeling = feeling,
        .own_words = turn % 3 == 0 ? std::string(texts::own_words(turn / 3)) : std::string(),
        .said_for = turn % 5 < 3 ? sessions::VoiceFor::helpers : sessions::VoiceFor::only_here};
}

sessions::Evaluation evaluation_of(
    Telling& telling, Story& story, std::vector<programmes::Target> const& targets, int number
) {
    auto& chance = story.chance;
    auto const turn = story.turn + sentences_apart * static_cast<std::size_t>(number);
    auto const fill = [&](std::string_view words) {
        return texts::filled(words, story.of(telling.school).forename, chance);
    };
    sessions::Evaluation evaluation;
    evaluation.version = 0;
    auto const feeling = std::min(4, chance.between(0, 3) + (number > 2 ? 1 : 0));
    evaluation.voice = voice_of(turn, static_cast<sessions::Feeling>(feeling));
    evaluation.noticed = fill(texts::noticed(story.topic, turn));
    evaluation.next_time = fill(texts::next_time(turn));
    if (chance.in_a_hundred(35)) evaluation.confidence = fill(texts::confidence(turn));
    for (auto const& target : targets) evaluation.ratings.push_back({target.id, risen(chance, number)});
    // One week is given to the first target alone.
    if (number == 3)
        for (std::size_t at = 1; at < evaluation.ratings.size(); ++at) evaluation.ratings[at].rating.reset();
    return evaluation;
}

void evaluate(Telling& telling, Visit& visit, Story& story, Session const& session) {
    auto const card = sessions::store::card(visit.db, visit.school, session.id, story.place);
    if (!card || card->place_ended_on || card->evaluation) return;
    auto const targets = programmes::store::targets(visit.db, visit.school, story.place);
    must_hold(
        sessions::evaluate(visit, *card, {}, evaluation_of(telling, story, targets, session.number), targets),
        "an evaluation"
    );
}

// On some afternoons of this week an evaluation is still to be written.
bool left_for_later(Telling const& telling, Story& story, Date day) {
    return !telling.of_a_county && day >= telling.days.counted_from(telling.today, -3) &&
           story.chance.in_a_hundred(40);
}

bool nobody_is_left(Visit& visit, Course const& course, sessions::Register const& present) {
    auto const places = programmes::store::places(visit.db, visit.school, course.programme, visit.today);
    return std::ranges::none_of(places, [&](programmes::Place const& place) {
        return place.is_open() && !present.absent.contains(place.id);
    });
}

std::set<PlaceId> who_could_come(Visit& visit, Course const& course) {
    auto const programme = *programmes::store::find(visit.db, visit.school, course.programme);
    std::set<PlaceId> places;
    for (auto const& child : sessions::children_on_register(visit, programme, visit.today))
        if (child.could_come && child.started) places.insert(child.place.id);
    return places;
}

void deliver(Telling& telling, Visit& visit, Course& course, SessionId const& id) {
    auto const session = current(visit, id);
    sessions::Register present;
    present.held_on = visit.today;
    auto const could_come = who_could_come(visit, course);
    for (auto const& story : course.stories) {
        if (course.stories.size() == 1 || !story->chance.in_a_hundred(5)) continue;
        auto const why =
            story->chance.in_a_hundred(70) ? sessions::WhyAbsent::ill : sessions::WhyAbsent::away;
        if (could_come.contains(story->place)) present.absent[story->place] = why;
    }
    if (nobody_is_left(visit, course, present)) {
        must_hold(
            sessions::not_hold(
                visit,
                session,
                {programmes::WhyNot::pupil_absent, sessions::Instead::nothing, {}, present.absent}
            ),
            "a session that nobody came to"
        );
        return;
    }
    must_hold(sessions::deliver(visit, session, present), "a session");
    for (auto const& story : course.stories)
        if (!left_for_later(telling, *story, visit.today)) evaluate(telling, visit, *story, session);
}

void enter_session(Telling& telling, SharedCourse const& course, Session const& session);

// A session that was put off is laid again; the new one is entered like the others.
void not_hold(
    Telling& telling,
    Visit& visit,
    SharedCourse const& course,
    SessionId const& id,
    programmes::WhyNot why,
    bool again
) {
    auto const instead = again ? sessions::Instead::after_the_last : sessions::Instead::nothing;
    must_hold(sessions::not_hold(visit, current(visit, id), {why, instead, {}}), "a session not held");
    if (again)
        enter_session(
            telling, course, programmes::store::sessions(visit.db, visit.school, course->programme).back()
        );
}

// The Nurture Assistant says that it was the last one; the SENCo ends the programme on the next day.
void complete_after(Telling& telling, Visit& visit, SharedCourse const& course) {
    auto const all = programmes::store::sessions(visit.db, visit.school, course->programme);
    bool const more =
        std::ranges::any_of(all, [](auto const& session) { return session.outcome == Outcome::planned; });
    bool const somebody = std::ranges::any_of(
        programmes::store::places(visit.db, visit.school, course->programme, visit.today),
        &programmes::Place::is_open
    );
    if (more) return;
    auto const day = telling.days.counted_from(visit.today, 1);
    telling.diary.on(at(day, 15, 45), course->deliverer, [course](Visit& the_next_days) {
        must_hold(programmes::complete(the_next_days, course->programme), "a completion");
    });
    if (somebody) enter_reviews(telling, course, visit.today);
}

bool was_put_off(Visit& visit, Session const& session) {
    auto const all = programmes::store::sessions(visit.db, visit.school, session.programme);
    return programmes::moved_from(session, all).has_value();
}

void hold(Telling& telling, Visit& visit, SharedCourse const& course, SessionId const& id) {
    auto const session = current(visit, id);
    auto const twist = course->planned.twist;
    bool const first_running_weeks = session.planned_on >= day_in_week(telling.today, -2, 0);
    if (nobody_is_left(visit, *course, {}))
        not_hold(telling, visit, course, id, programmes::WhyNot::something_else, false);
    else if (twist == Twist::week_cancelled && session.number == 3 && !was_put_off(visit, session))
        not_hold(telling, visit, course, id, programmes::WhyNot::staff_absent, true);
    else if (twist == Twist::provision_missing && first_running_weeks && session.planned_on < day_in_week(telling.today, 0, 0))
        not_hold(telling, visit, course, id, programmes::WhyNot::room_lost, false);
    else
        deliver(telling, visit, *course, id);
    complete_after(telling, visit, course);
}

void enter_session(Telling& telling, SharedCourse const& course, Session const& session) {
    auto const starts_at = at(session.planned_on, course->hour, course->minute);
    auto const planned_at =
        std::max(at(telling.days.counted_from(session.planned_on, -2), 15, 30), at(course->starts_on, 8, 30));
    telling.diary.on(planned_at, course->deliverer, [&telling, course, id = session.id](Visit& visit) {
        plan(telling, visit, course, id);
    });
    telling.diary.on(starts_at + lasts, course->deliverer, [&telling, course, id = session.id](Visit& visit) {
        hold(telling, visit, course, id);
    });
}

}  // namespace

void enter_added_sessions(Telling& telling, Visit& visit, SharedCourse const& course, int from_number) {
    for (auto const& session : programmes::store::sessions(visit.db, visit.school, course->programme))
        if (session.number >= from_number) enter_session(telling, course, session);
}

void enter_sessions(Telling& telling, SharedCourse const& course) {
    telling.diary.on(at(course->starts_on, 8, 20), course->deliverer, [&telling, course](Visit& visit) {
        must_hold(programmes::start(visit, course->programme), "a start");
        enter_added_sessions(telling, visit, course, 1);
    });
}

}  // namespace demonstration
