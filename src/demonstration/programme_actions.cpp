#include <fmt/format.h>

#include <algorithm>

#include "demonstration/session_actions.hpp"
#include "letters/answer_actions.hpp"
#include "programmes/actions.hpp"
#include "programmes/store.hpp"
#include "pupils/actions.hpp"
#include "pupils/class_store.hpp"
#include "pupils/store.hpp"
#include "referrals/concern_actions.hpp"

namespace demonstration {
namespace {

constexpr int made_before = 6;       // school days before the first session
constexpr int allocated_before = 4;  // and allocation
constexpr int weeks_most = 8;

using Names = std::array<std::string_view, 5>;

Names const& names_of_groups(Topic topic) {
    static constexpr Names friendships{
        "Friendship group", "Bridge builders", "Den builders", "Playground crew", "Circle of friends"};
    static constexpr Names self_esteem{
        "Treasure chest", "Strengths tree", "Proud moments", "Lantern group", "Shield makers"};
    static constexpr Names anger{
        "Calm crew", "Traffic lights", "Cool heads", "Volcano group", "Steady group"};
    static constexpr Names anxiety{
        "Brave steps", "Worry tamers", "Lighthouse group", "Kite group", "Harbour group"};
    static constexpr Names separation{
        "Memory makers", "Rainbow group", "Anchor group", "Patchwork group", "Nest group"};
    switch (topic) {
        case Topic::self_esteem: return self_esteem;
        case Topic::anger: return anger;
        case Topic::anxiety: return anxiety;
        case Topic::separation: return separation;
        case Topic::friendships: break;
    }
    return friendships;
}

Names const& names_for_one(Topic topic) {
    static constexpr Names friendships{
        "Asking to play", "Finding a friend", "Making up", "Games for two", "Kind words"};
    static constexpr Names self_esteem{
        "What I am good at", "Small proud steps", "My shield", "Trying it", "Not yet"};
    static constexpr Names anger{
        "My calm card", "Stop and think", "My toolbox", "Cooling down", "Fair and unfair"};
    static constexpr Names anxiety{
        "My brave ladder", "Three jars", "A safe place", "Good mornings", "Feathers"};
    static constexpr Names separation{
        "Memory jar", "Two homes", "My helpers", "Remembering", "Someone to tell"};
    switch (topic) {
        case Topic::self_esteem: return self_esteem;
        case Topic::anger: return anger;
        case Topic::anxiety: return anxiety;
        case Topic::separation: return separation;
        case Topic::friendships: break;
    }
    return friendships;
}

// Programmes go through the topics in turn, and each topic through its names.
std::string name_of(Topic topic, int children, std::size_t number) {
    auto const round = number / topics.size();
    auto const& names = children > 1 ? names_of_groups(topic) : names_for_one(topic);
    auto const name = std::string(names[round % names.size()]);
    return children > 1 ? name : name + ", one to one";
}

void make(Telling& telling, Visit& visit, Course& course) {
    programmes::NewProgramme wanted;
    wanted.name = name_of(course.stories.front()->topic, course.planned.children, course.number);
    wanted.form = course.planned.children > 1 ? programmes::Form::group : programmes::Form::one_to_one;
    wanted.deliverer = course.deliverer.staff;
    wanted.room = telling.school.rooms[course.number % telling.school.rooms.size()];
    wanted.starts_on = course.starts_on;
    wanted.starts_at_time = fmt::format("{:02}:{:02}", course.hour, course.minute);
    wanted.minutes = course.planned.children > 1 ? 45 : 30;
    wanted.weeks = course.planned.twist == Twist::extended ? weeks_most : course.planned.sessions;
    wanted.places = course.planned.children;
    if (wanted.weeks > weeks_most || wanted.weeks < 6)
        wanted.reason = "Change cannot always be rapid; the group needs another length.";
    if (wanted.places > 1 && wanted.places < 4)
        wanted.reason = "A small group: the children know each other well.";
    course.programme = must(programmes::make(visit, wanted), "a programme " + wanted.name);
    auto const children = static_cast<int>(course.stories.size());
    bool const few = children < 4 && wanted.places >= 4;
    if (few)
        must_hold(
            programmes::explain_few_children(
                visit,
                *programmes::store::find(visit.db, visit.school, course.programme),
                children,
                "The others are still to be found."
            ),
            "a reason for few children"
        );
}

void allocate(Visit& visit, Course& course) {
    for (auto const& story : course.stories)
        story->place = must(programmes::allocate(visit, course.programme, story->the_case), "a place");
}

// The Nurture Assistant asks each child what they hope for.
void word_targets(Telling& telling, Visit& visit, Course& course) {
    for (auto const& story : course.stories) {
        auto const place =
            must(programmes::store::place(visit.db, visit.school, story->place, visit.today), "the place");
        for (auto const& target : programmes::store::targets(visit.db, visit.school, story->place)) {
            auto topic = story->topic;
            for (auto const other : topics)
                if (area_of(other) == target.area_name) topic = other;
            auto const words = texts::filled(
                texts::hope(topic, story->chance), story->of(telling.school).forename, story->chance
            );
            must_hold(programmes::word_target(visit, place, target.id, words), "a target");
        }
    }
}

void enter_measures(Telling& telling, SharedCourse const& course, Date day) {
    for (auto const& story : course->stories)
        telling.diary.on(
            at(day, 14, story->chance.between(0, 59)),
            telling.school.senco,
            [&telling, story](Visit& visit) {
                auto const place = must(
                    programmes::store::place(visit.db, visit.school, story->place, visit.today), "the place"
                );
                auto const* const teacher = telling.school.teacher_of(place.pupil.class_id);
                if (!teacher) return;
                telling.diary.on(visit.now, *teacher, [story, place](Visit& the_teachers) {
                    std::vector<programmes::Measure> measures;
                    for (auto const& target :
                         programmes::store::targets(the_teachers.db, the_teachers.school, place.id))
                        measures.push_back({target.id, story->chance.between(1, 5)});
                    must_hold(programmes::measure_before(the_teachers, place, measures), "a measure");
                });
            }
        );
}

void withdraw(Telling& telling, Visit& visit, Story& story) {
    letters::Answering answering;
    answering.contact = story.of(telling.school).asked.front().id;
    answering.answer = consent::Answer::withdrawn;
    answering.route = consent::Route::in_person;
    answering.answered_on = visit.today;
    answering.words = "The family would like a pause.";
    must_hold(letters::record_answer(visit, story.the_case, answering), "a withdrawal");
}

// Two letters of one year group: the child's class and the one beside it.
void move_class(Telling& telling, Visit& visit, Story& story) {
    auto const before =
        must(pupils::store::known(visit.db, visit.school, story.of(telling.school).id), "the pupil");
    auto const year = calendar::school_year(visit.today);
    for (auto const& other : telling.school.classes)
        if (std::to_string(other.year_group) == before.details.year_group &&
            other.name != before.class_name) {
            pupils::actions::join_class(
                visit, before.id, before.class_name, other.in_year.at(year), other.name
            );
            return;
        }
}

void leave_school(Telling& telling, Visit& visit, Story& story) {
    auto const pupil =
        must(pupils::store::known(visit.db, visit.school, story.of(telling.school).id), "the pupil");
    pupils::actions::leave(visit, pupil);
}

// What goes otherwise with one child, some days after the second or third session.
void enter_the_twist(Telling& telling, SharedCourse const& course, std::vector<Date> const& days) {
    auto const& story = course->stories[std::min<std::size_t>(1, course->stories.size() - 1)];
    auto const after = [&](std::size_t session, int school_days) {
        return at(telling.days.counted_from(days[std::min(session, days.size()) - 1], school_days), 15, 20);
    };
    auto const& senco = telling.school.senco;
    auto const& office = telling.school.administrator;
    switch (course->planned.twist) {
        case Twist::consent_withdrawn:
            telling.diary.on(after(2, 1), senco, [&telling, story](Visit& visit) {
                withdraw(telling, visit, *story);
            });
            if (course->planned.last_week < -10)
                telling.diary.on(after(2, 15), senco, [story](Visit& visit) {
                    must_hold(
                        referrals::close(
                            visit, story->the_case, "The family prefers a pause. The door stays open."
                        ),
                        "closing a case"
                    );
                });
            return;
        case Twist::class_moved:
            telling.diary.on(after(3, 2), office, [&telling, story](Visit& visit) {
                move_class(telling, visit, *story);
            });
            return;
        case Twist::left_school:
            telling.diary.on(after(4, 2), office, [&telling, story](Visit& visit) {
                leave_school(telling, visit, *story);
            });
            telling.diary.on(after(4, 2) + 10 * minutes, senco, [story](Visit& visit) {
                programmes::end_place(
                    visit, story->place, cases::EndReason::left_school, "The family has moved away."
                );
                must_hold(
                    referrals::close(visit, story->the_case, "The family has moved away."), "closing a case"
                );
            });
            return;
        case Twist::extended:
            telling.diary.on(after(6, 1), senco, [&telling, course](Visit& visit) {
                auto const reason =
                    "Change cannot always be rapid: the second target has only just begun to move.";
                must_hold(
                    programmes::extend(visit, course->programme, course->planned.sessions, reason),
                    "an extension"
                );
                enter_added_sessions(telling, visit, course, weeks_most + 1);
            });
            return;
        case Twist::none:
        case Twist::week_cancelled:
        case Twist::provision_missing:
        case Twist::reviews_late: return;
    }
}

void lay_sessions(Telling const& telling, Course& course, int week_of_the_last, int weekday) {
    auto const last = day_in_week(telling.today, week_of_the_last, weekday);
    course.days = telling.days.weekly_until(last, course.planned.sessions);
    course.starts_on = course.days.front();
}

// What was held lately lies so many weeks of school back, since the impact is due by weeks of school, too.
// What is long past is told of by the calendar.
int week_of_the_last(Telling const& telling, PlannedProgramme const& planned) {
    constexpr int lately = -9;
    bool const is_past = lately <= planned.last_week && planned.last_week < 0;
    if (telling.of_a_county || !is_past) return planned.last_week;
    return telling.days.week_before(telling.today, -planned.last_week);
}

// On which weekday and at which time, so that no Nurture Assistant is in two places at once.
void find_a_slot(Telling& telling, Course& course) {
    constexpr std::array<std::pair<int, int>, 5> times{{{9, 15}, {10, 45}, {11, 30}, {13, 15}, {14, 15}}};
    auto const slot = course.number / telling.school.assistants.size();
    course.deliverer = telling.school.assistants[course.number % telling.school.assistants.size()];
    course.hour = times[slot % times.size()].first;
    course.minute = times[slot % times.size()].second;
    if (auto const later = course.planned.weekdays_after_today) {
        auto const weekday = weekday_after(telling.days.first_from(telling.today), *later);
        return lay_sessions(telling, course, course.planned.last_week, weekday);
    }
    // A Nurture Assistant of a county has two sessions on one day.
    auto const first_choice = static_cast<int>(telling.of_a_county ? slot / 2 : slot);
    for (int shift = 0; shift < 4; ++shift) {
        // Tuesday to Friday: the first Monday of a term is a training day.
        auto const weekday = 1 + (first_choice + shift) % 4;
        auto week = week_of_the_last(telling, course.planned);
        lay_sessions(telling, course, week, weekday);
        // Holidays ahead put off what is to start, rather than let it have started.
        while (course.planned.is_ahead() && course.starts_on <= telling.today && week < last_week)
            lay_sessions(telling, course, ++week, weekday);
        if (telling.days.holds(day_in_week(telling.today, week, weekday))) return;
    }
}

}  // namespace

void tell_programme(
    Telling& telling,
    PlannedProgramme const& planned,
    std::vector<SharedStory> const& stories,
    std::size_t number
) {
    auto const course = std::make_shared<Course>();
    course->planned = planned;
    course->stories = stories;
    course->number = number;
    find_a_slot(telling, *course);
    for (std::size_t index = 0; index < stories.size(); ++index) stories[index]->turn = 3 * number + index;

    if (planned.yes_ends_in > 0) stories.front()->yes_until = telling.today + planned.yes_ends_in;

    auto const& senco = telling.school.senco;
    // Who starts soon has been given a place already.
    auto const allocated_on = std::min(
        telling.days.counted_from(course->starts_on, -allocated_before),
        telling.days.counted_from(telling.today, -2)
    );
    auto const made_on = telling.days.counted_from(allocated_on, allocated_before - made_before);
    for (auto const& story : stories)
        tell_case(telling, story, allocated_on, Until::consent, {}, planned.children > 1);

    telling.diary.on(at(made_on, 16, 0), senco, [&telling, course](Visit& visit) {
        make(telling, visit, *course);
    });
    telling.diary.on(at(allocated_on, 16, 5), senco, [course](Visit& visit) { allocate(visit, *course); });
    auto const before_the_start = telling.days.counted_from(course->starts_on, -1);
    telling.diary.on(at(before_the_start, 12, 30), course->deliverer, [&telling, course](Visit& visit) {
        word_targets(telling, visit, *course);
    });
    enter_measures(telling, course, before_the_start);
    enter_the_twist(telling, course, course->days);
    enter_liaison(telling, course);
    enter_agreements(telling, course);
    enter_sessions(telling, course);
}

}  // namespace demonstration
