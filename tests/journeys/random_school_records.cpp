// A child of the random school who is entered twice, and who leaves and comes back.
#include <algorithm>

#include "journeys/random_school.hpp"
#include "pupils/class_store.hpp"
#include "pupils/store.hpp"

namespace journeys {
namespace {

constexpr std::int64_t a_minute = 60'000;

std::string text_of(auto const& id) { return std::string(id.text()); }

}  // namespace

// In any class, and before anybody sees that it is the same child it may be somebody's family, be opened for
// safeguarding, or be held against its erasure.
void RandomSchool::is_entered_again(Known& one) {
    auto const forename = word("Zeb");
    one.again = EnteredAgain{.child = comes(forename), .forename = forename, .told = {}};
    auto& told = one.again->told;
    auto const& child = one.again->child;
    told.case_closed = true;  // there is none
    told.teachers = teachers_of(child.class_id == school.class_4b);
    if (dice_.one_in(2)) {
        told.overrides.push_back(overrides_with(school.safeguarding_lead, story_of(child), told.family));
        told.overridden[school.safeguarding_lead.token] = moment() + 3 * hours;
    }
    if (dice_.one_in(2)) {
        auto const& person =
            *dice_.one_of(People{&school.teacher_of_4b, &school.headteacher, &school.support_staff, &both_});
        works_here(child, text_of(person.staff));
        told.family.insert(person.token);
    }
    if (dice_.one_in(3)) {
        holds(child);
        ++told.held;
    }
    looks_around();
}

void RandomSchool::becomes_one_or_two(Known& one) {
    if (!one.again) return is_entered_again(one);
    if (one.again->is_one) return becomes_two(one);
    becomes_one(one);
}

void RandomSchool::becomes_one(Known& one) {
    if (one.has_left || near(one, senco) < Near::progress) return;
    now += a_minute;
    auto const merging = story_of(one.child) + "/merging/" + text_of(one.again->child.id);
    as(senco).opens(merging).sends(merging, Fields{{{"one_child", "yes"}}});
    one.again->is_one = true;
    one.again->can_be_two = true;
    now += a_minute;
    ++happened.mergings;
}

// Not where the record has said something else since.
void RandomSchool::becomes_two(Known& one) {
    if (near(one, senco) < Near::progress) return;
    now += a_minute;
    auto& coordinator = as(senco).opens(story_of(one.child) + "/merging");
    std::string undoing;
    for (auto const& form : coordinator.browser().forms())
        if (form.action.ends_with("/undoing")) undoing = form.action;
    EXPECT_EQ(!undoing.empty(), one.again->can_be_two) << coordinator.words();
    if (undoing.empty()) return;
    coordinator.sends(undoing, Fields{{{"reason", "They are twins"}}});
    one.again->is_one = false;
    now += a_minute;
    ++happened.undoings;
}

// A child who has left is in no class, so nobody teaches them; their case stays whose it is.
void RandomSchool::leaves_or_comes_back(Known& one) {
    auto const pupil = *pupils::PupilId::parse(one.child.id.text());
    database.change([&](db::Connection& db) {
        db.enter(school.school);
        pupils::store::set_left(
            db, school.school, pupil, one.has_left ? std::nullopt : std::optional(today())
        );
        if (one.has_left)
            pupils::class_store::join(db, school.school, pupil, school.class_5a, today(), moment());
        else
            pupils::class_store::leave(db, school.school, pupil, today() - 1);
    });
    one.told.teachers = one.has_left ? teachers_of(false) : decltype(one.told.teachers){};
    if (!one.has_left) ++happened.leavings;
    one.has_left = !one.has_left;
    if (one.again) one.again->can_be_two = false;
}

}  // namespace journeys
