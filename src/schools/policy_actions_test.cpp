#include <gtest/gtest.h>

#include "records/store.hpp"
#include "schools/actions.hpp"
#include "schools/forms.hpp"
#include "schools/policy_routes.hpp"
#include "schools/store.hpp"
#include "support/refused.hpp"
#include "support/small_school.hpp"

namespace schools {
namespace {

Date day(std::string_view iso) { return *calendar::parse_iso(iso); }

PolicyVersion of_may_2025() {
    return {.id = {}, .number = "1.3", .in_force_from_on = day("2025-05-05"), .group_most = 5};
}

class FirstPolicy : public testing::Test {
protected:
    std::string refused(db::Sql sql) { return support::refused(db, sql, school.school); }

    void a_programme_is_made() {
        constexpr db::Sql sql = R"(
            INSERT INTO programme (school_id, id, name, form, deliverer_id, room_id, starts_on, starts_at_time, minutes,
                                   weeks, places, policy_version_id, made_by, made_at)
            VALUES ($1, 'friendship', 'Friendship group', 'group', $2, $3, $4, '09:30', 30, 6, 4, $5, $2, $6))";
        db.run(
            sql,
            school.school,
            school.nurture_assistant.staff,
            school.room,
            visit.today,
            school.policy,
            visit.now
        );
    }

    std::string page(std::string_view path) {
        for (auto const& route : policy_routes())
            if (route.method == "GET" && route.path == path)
                return route.handle(visit, school.get(school.administrator, path)).body;
        return {};
    }
    http::Response enters(std::string_view number, Date from, std::string const& version) {
        Fields form = forms::typed(PolicyVersion{});
        form.add("number", std::string(number));
        form.add("in_force_from_on", calendar::iso(from));
        form.add("version", version);
        auto request = school.get(school.administrator, "/school/policy");
        request.form = form;
        for (auto const& route : policy_routes())
            if (route.method == "POST" && route.path == "/school/policy") return route.handle(visit, request);
        return {};
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    db::Transaction transaction{db, db::Mode::write};
    Visit visit = school.visit(db, school.administrator);
};

bool holds(std::string const& page, std::string_view words) { return page.find(words) != std::string::npos; }

TEST_F(FirstPolicy, the_policy_that_withy_began_with_gives_way_to_the_schools_own_on_the_day_it_is_set_up) {
    actions::open_school(visit, {.name = "Brook Lane", .telephone = ""});
    auto const begun = store::policy_versions(db, visit.school).at(0);
    auto own = of_may_2025();
    own.next_review_on = day("2026-05-12");
    EXPECT_EQ(actions::enter_policy_version(visit, own, begun.version), begun.id);

    auto const kept = store::policy_versions(db, visit.school);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].number, "1.3");
    EXPECT_EQ(kept[0].in_force_from_on, day("2025-05-05"));
    EXPECT_EQ(kept[0].next_review_on, day("2026-05-12"));
    EXPECT_EQ(kept[0].group_most, 5);
    EXPECT_TRUE(store::readiness(db, visit.school, visit.today).policy);
    auto const last = records::store::all(db, visit.school).back();
    EXPECT_NE(last.detail->find(R"("number":["1","1.3"])"), std::string::npos) << *last.detail;
    EXPECT_NE(last.detail->find(R"("group_most":["6","5"])"), std::string::npos) << *last.detail;
}

TEST_F(
    FirstPolicy,
    the_policy_that_withy_began_with_gives_way_also_to_one_from_today_and_stays_before_a_later_one
) {
    auto from_today = of_may_2025();
    from_today.in_force_from_on = visit.today;
    auto later = from_today;
    later.in_force_from_on = visit.today + 1;

    actions::open_school(visit, {.name = "Brook Lane", .telephone = ""});
    EXPECT_TRUE(actions::enter_policy_version(visit, from_today, 1));
    EXPECT_EQ(store::policy_versions(db, visit.school).size(), 1U);

    actions::open_school(visit, {.name = "Alder Brook", .telephone = ""});
    EXPECT_TRUE(actions::enter_policy_version(visit, later, 1));
    EXPECT_EQ(store::policy_versions(db, visit.school).size(), 2U);
}

TEST_F(FirstPolicy, a_mistake_in_the_only_policy_version_is_corrected_and_its_review_stays) {
    actions::open_school(visit, {.name = "Brook Lane", .telephone = ""});
    auto const begun = store::policy_versions(db, visit.school).at(0);
    ASSERT_TRUE(actions::review_policy(visit, begun.id, 1, {"By the head", day("2027-05-12"), "", "Read"}));
    ASSERT_TRUE(actions::enter_policy_version(visit, of_may_2025(), 2));
    auto right = of_may_2025();
    right.group_most = 4;
    EXPECT_TRUE(actions::enter_policy_version(visit, right, 3));

    auto const kept = store::policy_versions(db, visit.school);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].group_most, 4);
    EXPECT_EQ(kept[0].last_review, "By the head");
    EXPECT_EQ(kept[0].next_review_on, day("2027-05-12"));
    EXPECT_EQ(kept[0].comments, "Read");
}

TEST_F(FirstPolicy, who_corrects_the_policy_second_is_told_and_overwrites_nothing) {
    actions::open_school(visit, {.name = "Brook Lane", .telephone = ""});
    ASSERT_TRUE(actions::enter_policy_version(visit, of_may_2025(), 1));
    auto second = of_may_2025();
    second.number = "1.4";
    EXPECT_EQ(actions::enter_policy_version(visit, second, 1).error(), Refusal::changed_meanwhile);
    EXPECT_EQ(store::policy_versions(db, visit.school).at(0).number, "1.3");
}

TEST_F(FirstPolicy, a_policy_version_with_another_beside_it_is_not_corrected) {
    EXPECT_TRUE(actions::policy_version_to_correct(visit));
    auto next = of_may_2025();
    next.in_force_from_on = day("2026-09-01");
    ASSERT_TRUE(actions::enter_policy_version(visit, next, 1));
    EXPECT_FALSE(actions::policy_version_to_correct(visit)) << "another is beside it";
}

TEST_F(FirstPolicy, the_first_programme_makes_the_policy_stand) {
    a_programme_is_made();
    EXPECT_FALSE(actions::policy_version_to_correct(visit));
    EXPECT_EQ(actions::enter_policy_version(visit, of_may_2025(), 1).error(), Refusal::version_from_the_past);
    EXPECT_EQ(
        refused("UPDATE policy_version SET group_most = 5 WHERE school_id = $1"), "policy_version_stands"
    );
}

TEST_F(
    FirstPolicy, the_only_policy_version_may_change_before_the_first_programme_but_lets_no_seventh_child_in
) {
    EXPECT_EQ(refused("UPDATE policy_version SET group_most = 5 WHERE school_id = $1"), "");
    EXPECT_EQ(refused("UPDATE policy_version SET group_most = 7 WHERE school_id = $1"), "group_too_large");
    EXPECT_EQ(
        refused("UPDATE policy_version SET id = 'another' WHERE school_id = $1"), "policy_version_stands"
    );
    EXPECT_EQ(refused("DELETE FROM policy_version WHERE school_id = $1"), "policy_version_stands");
}

TEST_F(FirstPolicy, its_pages_say_that_the_schools_own_takes_its_place_and_it_does) {
    EXPECT_TRUE(holds(page("/school/policy"), "Enter your school&#39;s own version to put it in its place."));
    EXPECT_TRUE(holds(
        page("/school/policy/new"),
        "takes its place if it is in force from today or an earlier day. From a later"
    ));
    EXPECT_EQ(enters("1.3", day("2025-05-05"), "1").status, 303);
    auto const register_ = page("/school/policy");
    EXPECT_TRUE(holds(register_, "Version 1.3 "));
    EXPECT_FALSE(holds(register_, "Version 1.0 "));
    EXPECT_TRUE(holds(register_, "To correct it, enter it again with its day or an earlier one."));
    EXPECT_TRUE(holds(
        page("/school/policy/new"),
        "from Monday 5 May 2025 or an earlier day. From today or a later day it stands beside"
    ));
}

TEST_F(FirstPolicy, once_it_judged_a_programme_its_pages_offer_only_a_day_to_come_and_refuse_any_other) {
    a_programme_is_made();
    EXPECT_FALSE(holds(page("/school/policy"), "in its place"));
    auto const form = page("/school/policy/new");
    EXPECT_TRUE(holds(form, "Earlier versions stay as they are"));
    EXPECT_TRUE(holds(form, "Today or a later day, from which no other version is in force."));
    auto const again = enters("1.3", visit.today - 1, "1");
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(holds(again.body, "Enter today or a later day."));
    EXPECT_EQ(enters("1.3", visit.today, "0").status, 303);
    EXPECT_EQ(store::policy_versions(db, school.school).size(), 2U);
}

}  // namespace
}  // namespace schools
