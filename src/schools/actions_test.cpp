#include "schools/actions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "records/store.hpp"
#include "schools/store.hpp"
#include "support/refused.hpp"
#include "support/small_school.hpp"

namespace schools {
namespace {

Date day(std::string_view iso) { return *calendar::parse_iso(iso); }

class Schools : public testing::Test {
protected:
    std::string refused(db::Sql sql) { return support::refused(db, sql, school.school); }
    std::size_t records() { return records::store::all(db, school.school).size(); }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    db::Transaction transaction{db, db::Mode::write};
    Visit visit = school.visit(db, school.administrator);
};

// The tables' own defaults stand in migrations and can't be read from the program.
TEST_F(Schools, the_database_takes_the_published_policys_numbers_where_none_are_given) {
    PolicyVersion const published;
    auto const kept = store::policy_versions(db, school.school);
    ASSERT_EQ(kept.size(), 1U);
    auto const numbers_of = [](PolicyVersion const& version) {
        return std::array{
            version.group_least,
            version.group_most,
            version.weeks_least,
            version.weeks_most,
            version.impact_opens_weeks,
            version.impact_closes_weeks,
            version.consent_weeks};
    };
    EXPECT_EQ(numbers_of(kept.front()), numbers_of(published));
}

TEST_F(Schools, a_new_school_begins_with_the_published_policy_and_eight_target_areas) {
    auto const id = actions::open_school(visit, {.name = "Brook Lane", .telephone = "01234"});
    EXPECT_EQ(id, SchoolId{2});
    EXPECT_EQ(visit.school, id);
    EXPECT_EQ(visit.frame.school_name, "Brook Lane");
    auto const versions = store::policy_versions(db, id);
    ASSERT_EQ(versions.size(), 1U);
    EXPECT_EQ(versions[0].number, "1");
    EXPECT_EQ(versions[0].group_least, 4);
    EXPECT_EQ(versions[0].group_most, 6);
    EXPECT_EQ(versions[0].weeks_least, 6);
    EXPECT_EQ(versions[0].weeks_most, 8);
    EXPECT_EQ(versions[0].impact_opens_weeks, 4);
    EXPECT_EQ(versions[0].impact_closes_weeks, 6);
    EXPECT_EQ(versions[0].consent_weeks, 52);
    EXPECT_EQ(
        db.the<std::int64_t>("SELECT count(*) FROM target_area WHERE school_id = $1", id), std::int64_t{8}
    );
    auto const log = records::store::all(db, id);
    EXPECT_EQ(std::ranges::count(log, "school", &records::Entry::subject), 1);
    EXPECT_EQ(std::ranges::count(log, "policy_version", &records::Entry::subject), 1);
    EXPECT_EQ(std::ranges::count(log, "target_area", &records::Entry::subject), 8);
}

TEST_F(Schools, a_term_is_added_changed_and_removed_with_a_record_of_each) {
    auto const before = records();
    auto const term = actions::add_term(visit, {"Autumn 2026", day("2026-09-02"), day("2026-12-18")});
    ASSERT_TRUE(term);
    EXPECT_TRUE(actions::change_term(visit, *term, 1, {"Autumn 2026", day("2026-09-03"), day("2026-12-18")}));
    auto const terms = store::terms(db, school.school);
    ASSERT_EQ(terms.size(), 2U);
    EXPECT_EQ(terms[1].starts_on, day("2026-09-03"));
    EXPECT_TRUE(actions::remove_term(visit, *term));
    EXPECT_FALSE(actions::remove_term(visit, *term));
    EXPECT_EQ(store::terms(db, school.school).size(), 1U);
    EXPECT_EQ(records(), before + 3);
}

TEST_F(Schools, which_weeks_count_for_the_impact_review_is_set_once_and_recorded) {
    auto const before = records();
    EXPECT_FALSE(store::days_that_count(db, school.school));
    actions::count_impact_weeks(visit, ImpactWeeks::school);
    actions::count_impact_weeks(visit, ImpactWeeks::school);
    EXPECT_EQ(records(), before + 1);
    ASSERT_TRUE(store::days_that_count(db, school.school));
    EXPECT_EQ(store::days_that_count(db, school.school)->terms.size(), 1U);
    actions::count_impact_weeks(visit, ImpactWeeks::calendar);
    EXPECT_FALSE(store::days_that_count(db, school.school));
}

TEST_F(Schools, a_term_over_another_is_refused) {
    auto const term = actions::add_term(visit, {"Summer again", day("2026-07-01"), day("2026-08-01")});
    ASSERT_FALSE(term);
    EXPECT_EQ(term.error(), Refusal::overlaps_another_term);
}

TEST_F(Schools, who_saves_a_term_second_is_told_and_overwrites_nothing) {
    auto const summer = store::terms(db, school.school).at(0);
    ASSERT_TRUE(actions::change_term(visit, summer.id, 1, {"First", summer.starts_on, summer.ends_on}));
    auto const second =
        actions::change_term(visit, summer.id, 1, {"Second", summer.starts_on, summer.ends_on});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error(), Refusal::changed_meanwhile);
    EXPECT_EQ(store::terms(db, school.school).at(0).name, "First");
}

TEST_F(Schools, a_year_that_overlaps_is_added_not_even_in_part) {
    YearForward const year{
        .terms =
            {{"Autumn", day("2026-09-02"), day("2026-12-18")},
             {"Spring", day("2026-12-18"), day("2027-03-25")}},
        .closures = {{"Half term", day("2026-10-26"), day("2026-10-30")}}};
    EXPECT_FALSE(actions::add_year(visit, year));
    EXPECT_EQ(store::terms(db, school.school).size(), 1U);

    auto mended = year;
    mended.terms[1].starts_on = day("2027-01-04");
    EXPECT_TRUE(actions::add_year(visit, mended));
    EXPECT_EQ(store::terms(db, school.school).size(), 3U);
    EXPECT_EQ(store::closures(db, school.school).size(), 2U);
}

TEST_F(Schools, a_closed_room_is_offered_no_longer_and_its_name_is_free_again) {
    auto const nest = actions::add_room(visit, "The Nest");
    ASSERT_TRUE(nest);
    EXPECT_EQ(actions::add_room(visit, "the nest").error(), Refusal::name_taken);
    EXPECT_TRUE(actions::close_room(visit, *nest));
    EXPECT_EQ(store::rooms(db, school.school).size(), 1U);
    EXPECT_TRUE(actions::add_room(visit, "The Nest"));
    EXPECT_FALSE(actions::close_room(visit, RoomId::make(visit.now)));
}

TEST_F(Schools, a_policy_version_is_added_once_and_reviewed_against_what_stands) {
    PolicyVersion const version{
        .id = {}, .number = "1.4", .in_force_from_on = day("2026-09-01"), .group_most = 5};
    auto const id = actions::add_policy_version(visit, version);
    ASSERT_TRUE(id);
    EXPECT_EQ(actions::add_policy_version(visit, version).error(), Refusal::name_taken);
    auto same_day = version;
    same_day.number = "1.5";
    EXPECT_EQ(actions::add_policy_version(visit, same_day).error(), Refusal::another_version_from_this_day);

    auto late = version;
    late.number = "1.5";
    late.in_force_from_on = visit.today - 1;
    EXPECT_EQ(actions::add_policy_version(visit, late).error(), Refusal::version_from_the_past);
    EXPECT_EQ(store::policy_versions(db, school.school).size(), 2U);

    Review const review{"12 May 2026 by the head", day("2027-05-12"), "Full governing body", "None"};
    EXPECT_TRUE(actions::review_policy(visit, *id, 1, review));
    EXPECT_EQ(actions::review_policy(visit, *id, 1, review).error(), Refusal::changed_meanwhile);
    auto const stands = store::policy_versions(db, school.school).back();
    EXPECT_EQ(stands.next_review_on, day("2027-05-12"));
    EXPECT_EQ(stands.group_most, 5);
}

TEST_F(Schools, a_policy_version_stands_as_it_was_put_in_force_in_the_database_too) {
    ASSERT_TRUE(actions::add_policy_version(visit, {.number = "2.1", .in_force_from_on = day("2026-09-01")}));
    for (db::Sql const sql :
         {db::Sql("UPDATE policy_version SET group_most = 5 WHERE school_id = $1"),
          db::Sql("UPDATE policy_version SET impact_opens_weeks = 1 WHERE school_id = $1"),
          db::Sql("UPDATE policy_version SET consent_weeks = 52 WHERE school_id = $1"),
          db::Sql("UPDATE policy_version SET in_force_from_on = '2020-01-01' WHERE school_id = $1"),
          db::Sql("DELETE FROM policy_version WHERE school_id = $1")})
        EXPECT_EQ(refused(sql), "policy_version_stands") << sql.text();
    EXPECT_EQ(refused("UPDATE policy_version SET comments = 'Read' WHERE school_id = $1"), "");
}

TEST_F(Schools, no_policy_version_lets_a_seventh_child_into_a_group_in_the_database_either) {
    constexpr db::Sql add = R"(
        INSERT INTO policy_version (school_id, id, number, in_force_from_on, group_least, group_most, weeks_least,
                                    weeks_most, impact_opens_weeks, impact_closes_weeks)
        VALUES ($1, 'another', '9', '2031-01-01', 4, 7, 6, 8, 4, 6))";
    EXPECT_EQ(refused(add), "group_too_large");
}

TEST_F(Schools, details_are_saved_once_for_each_version_that_was_read) {
    EXPECT_TRUE(actions::change_details(visit, 1, {"Alder Brook", "1", "https://alder.cpoms.net"}));
    EXPECT_FALSE(actions::change_details(visit, 1, {"Alder", "2", ""}));
    EXPECT_EQ(store::school(db, school.school)->cpoms_address, "https://alder.cpoms.net");
}

TEST_F(Schools, readiness_tells_what_is_there_and_what_is_missing) {
    auto const small = store::readiness(db, school.school, visit.today);
    EXPECT_TRUE(small.terms && small.rooms && small.people && small.training && small.pupils);
    EXPECT_FALSE(small.letter);

    auto const id = actions::open_school(visit, {.name = "Brook Lane", .telephone = ""});
    auto const empty = store::readiness(db, id, visit.today);
    EXPECT_FALSE(empty.terms || empty.rooms || empty.people || empty.training || empty.pupils);
    EXPECT_FALSE(empty.letter || empty.policy);
}

TEST_F(Schools, people_stay_to_be_seen_to_while_an_invited_person_was_given_no_role) {
    auto const people = [&] { return store::readiness(db, school.school, visit.today).people; };
    auto const newcomer = school.add_person("Mia New", visits::Role::governor);
    EXPECT_TRUE(people());
    db.run("DELETE FROM role_held WHERE staff_id = $1", newcomer.staff);
    EXPECT_FALSE(people());
    db.run("UPDATE staff SET left_on = $1 WHERE id = $2", visit.today, newcomer.staff);
    EXPECT_TRUE(people()) << "who has left needs none";
    db.run(
        "INSERT INTO staff (school_id, id, name, address) VALUES ($1, $2, 'Ben Next', 'ben@x.example')",
        school.school,
        visit.new_id<visits::StaffId>()
    );
    EXPECT_TRUE(people()) << "who was not invited yet";
    constexpr db::Sql invite = R"(
        INSERT INTO invitation (token_hash, school_id, staff_id, made_at, expires_at)
        SELECT 'hash', school_id, id, $1, $2 FROM staff WHERE name = 'Ben Next')";
    db.run(invite, visit.now, visit.now + 24 * hours);
    EXPECT_FALSE(people());
    db.run("UPDATE invitation SET revoked_at = $1 WHERE token_hash = 'hash'", visit.now);
    EXPECT_TRUE(people());
}

TEST_F(Schools, a_school_has_checked_its_policy_once_it_reviewed_the_first_version_or_added_its_own) {
    auto const checked = [&] { return store::readiness(db, visit.school, visit.today).policy; };
    actions::open_school(visit, {.name = "Brook Lane", .telephone = ""});
    EXPECT_FALSE(checked());
    auto const first = store::policy_versions(db, visit.school).at(0);
    EXPECT_TRUE(actions::review_policy(visit, first.id, first.version, {"By the head", {}, "", ""}));
    EXPECT_TRUE(checked());

    actions::open_school(visit, {.name = "Alder Brook", .telephone = ""});
    EXPECT_FALSE(checked()) << "of another school nothing counts";
    EXPECT_TRUE(actions::add_policy_version(visit, {.number = "2.1", .in_force_from_on = day("2026-09-01")}));
    EXPECT_TRUE(checked());
}

}  // namespace
}  // namespace schools
