#include <gtest/gtest.h>

#include <optional>
#include <set>

#include "base/secret.hpp"
#include "base/text.hpp"
#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "consent/rules.hpp"
#include "consent/store.hpp"
#include "data_map/sealing_store.hpp"
#include "demonstration/actions.hpp"
#include "demonstration/days_rules.hpp"
#include "demonstration/pages.hpp"
#include "demonstration/sign_in_actions.hpp"
#include "demonstration/store.hpp"
#include "letters/parent_actions.hpp"
#include "records/rules.hpp"
#include "records/store.hpp"
#include "retention/rules.hpp"
#include "retention/store.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"
#include "sign_in/second_way_rules.hpp"
#include "sign_in/store.hpp"
#include "support/test_database.hpp"
#include "today/actions.hpp"

namespace demonstration {
namespace {

SchoolId const school{1};
Size const a_small_county{.schools = 2, .pupils = 200, .cases = 30, .evaluations = 240};
Size const a_village{.schools = 1, .pupils = 100, .cases = 14, .evaluations = 80};

Instant morning_of(int year, unsigned month, unsigned day) {
    return calendar::start_of(*calendar::date(year, month, day)) + 10 * hours;
}
Instant const a_tuesday = morning_of(2026, 5, 12);

// The stages that no case of the school is in.
std::string missing_stages(db::Connection& db, Date today) {
    std::vector<std::string> missing;
    for (auto const* const name : words(cases::Stage{})) missing.emplace_back(name);
    for (auto const& id : db.all<CaseId>("SELECT id FROM nurture_case WHERE school_id = $1", school)) {
        auto const found = cases::store::find(db, school, id, today);
        std::erase(missing, word(cases::status_of(found->facts, today).stage));
    }
    return text::listed(missing);
}

// Every change with its detail, in its words: what they are sealed with differs each time, and with it the
// chain.
std::string all_of_the_log(db::Connection& db) {
    db::Transaction transaction(db, db::Mode::read);
    db.enter(school);
    std::string all;
    for (auto const& entry : records::store::all(db, school))
        all = secret::digest({all, entry.subject_id, entry.why, entry.detail.value_or("")});
    return all;
}

// The demonstration's own school, made once; these tests only read it.
class Demonstration : public testing::Test {
protected:
    static void SetUpTestSuite() {
        made.emplace();
        ASSERT_TRUE(make(made->database(), {}, a_tuesday, {}));
    }
    static void TearDownTestSuite() { made.reset(); }
    void SetUp() override { db.enter(school); }

    std::int64_t count(db::Sql sql) { return db.the<std::int64_t>(sql, school); }

    // Of the impact: written after the policy's six weeks.
    std::int64_t late_reviews() {
        struct Review {
            Date completed_on;
            Date reviewed_on;
            auto columns() { return std::tie(completed_on, reviewed_on); }
        };
        constexpr db::Sql sql = R"(
            SELECT g.completed_on, r.reviewed_on FROM impact_review r
              JOIN place p ON p.school_id = r.school_id AND p.id = r.place_id
              JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
             WHERE r.school_id = $1 AND g.completed_on IS NOT NULL)";
        return std::ranges::count_if(db.all<Review>(sql, school), [](auto const& review) {
            return review.reviewed_on > review.completed_on + 6 * calendar::days_in_week;
        });
    }
    static constexpr db::Sql moved_to_another_class_with_a_place = R"(
        SELECT count(*) FROM place p
          JOIN class_membership before ON before.school_id = p.school_id AND before.pupil_id = p.pupil_id
          JOIN class_membership after ON after.school_id = p.school_id AND after.pupil_id = p.pupil_id
          JOIN class a ON a.school_id = p.school_id AND a.id = before.class_id
          JOIN class b ON b.school_id = p.school_id AND b.id = after.class_id
         WHERE p.school_id = $1 AND before.ends_on <= after.starts_on AND a.school_year = b.school_year
           AND after.starts_on > p.allocated_on)";

    inline static std::optional<support::TestDatabase> made;
    db::Connection& db = made->connection();
    db::Transaction transaction{db, db::Mode::read};
};

TEST_F(Demonstration, has_a_case_in_every_stage) {
    EXPECT_EQ(missing_stages(db, calendar::local_date(a_tuesday)), "");
}

// How many Nurture Assistants have a session on the day.
std::int64_t assistants_busy_on(db::Connection& db, Date day) {
    return db.the<std::int64_t>(
        "SELECT count(DISTINCT g.deliverer_id) FROM session s "
        "JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id "
        "WHERE s.school_id = $1 AND s.planned_on = $2 AND g.started_on IS NOT NULL",
        school,
        day
    );
}

TEST_F(Demonstration, has_sessions_on_every_day_of_the_week_and_of_both_nurture_assistants_today) {
    auto const today = calendar::local_date(a_tuesday);
    EXPECT_EQ(assistants_busy_on(db, today), 2);
    auto const monday = calendar::monday_of(today);
    for (int weekday = 0; weekday < 5; ++weekday) EXPECT_GE(assistants_busy_on(db, monday + weekday), 1);
}

TEST_F(Demonstration, keeps_a_log_that_holds) {
    auto const log = records::store::from(db, school, 1, 1'000'000);
    EXPECT_GT(log.size(), 3'000U);
    EXPECT_EQ(records::first_fault(school, log), std::nullopt);
}

// V4. Each column that the data map says is sealed, after whole ways of many children.
TEST_F(Demonstration, holds_no_words_about_a_child_as_they_were_typed) {
    int columns_with_words = 0;
    for (auto const& standing : data_map::how_words_stand(db, school)) {
        EXPECT_EQ(standing.unsealed, 0) << standing.table << "." << standing.column;
        columns_with_words += standing.sealed > 0 ? 1 : 0;
    }
    EXPECT_GT(columns_with_words, 20);
}

TEST_F(Demonstration, is_a_junior_school_of_twelve_classes_and_360_pupils) {
    EXPECT_EQ(count("SELECT count(*) FROM pupil WHERE school_id = $1"), 360);
    EXPECT_EQ(count("SELECT count(*) FROM class WHERE school_id = $1 AND school_year = 2025"), 12);
    EXPECT_EQ(count("SELECT count(*) FROM role_held WHERE school_id = $1 AND role = 'nurture_assistant'"), 2);
}

TEST_F(Demonstration, holds_the_awkward_ones) {
    EXPECT_GT(count("SELECT count(*) FROM waiting WHERE school_id = $1 AND ended_on IS NULL"), 6);
    EXPECT_GT(
        count("SELECT count(*) FROM session WHERE school_id = $1 AND why_not = 'staff_absent' AND rearranged "
              "= 1"),
        0
    );
    EXPECT_GT(count("SELECT count(*) FROM session WHERE school_id = $1 AND why_not = 'room_lost'"), 1);
    EXPECT_GT(late_reviews(), 0);
    EXPECT_GT(count(moved_to_another_class_with_a_place), 0);
    EXPECT_GT(
        count("SELECT count(*) FROM place WHERE school_id = $1 AND end_reason = 'consent_withdrawn'"), 0
    );
    EXPECT_GT(count("SELECT count(*) FROM place WHERE school_id = $1 AND end_reason = 'left_school'"), 0);
    EXPECT_GT(count("SELECT count(*) FROM programme WHERE school_id = $1 AND extension_reason <> ''"), 0);
    EXPECT_GT(count("SELECT count(*) FROM pupil_contact WHERE school_id = $1 AND restriction <> ''"), 0);
    EXPECT_GT(count("SELECT count(*) FROM step WHERE school_id = $1 AND undone_at IS NOT NULL"), 0);
    EXPECT_GT(count("SELECT count(*) FROM question WHERE school_id = $1 AND answered_at IS NULL"), 0);
    EXPECT_GT(
        count("SELECT count(*) FROM pupil_contact WHERE school_id = $1 AND relationship = 'Corporate parent'"
        ),
        0
    );
}

TEST_F(Demonstration, has_one_child_whose_yes_ends_soon) {
    int ending = 0;
    for (auto const& one : cases::store::open(db, school, calendar::local_date(a_tuesday)))
        if (cases::renewal_of(one.facts, calendar::local_date(a_tuesday))) ++ending;
    EXPECT_EQ(ending, 1);
}

// The records that two people could sign for and erase.
std::vector<retention::Category> records_to_erase(db::Connection& db, Date today) {
    std::vector<retention::Category> found;
    auto const periods = retention::store::periods(db, school);
    for (auto const& record : retention::store::records(db, school))
        for (auto const& due : retention::dues_of(record, periods))
            if (!retention::objection_to_erasing(record, due.category, periods, today))
                found.push_back(due.category);
    return found;
}

TEST_F(Demonstration, has_one_record_whose_time_has_come) {
    EXPECT_EQ(
        records_to_erase(db, calendar::local_date(a_tuesday)), std::vector{retention::Category::not_taken_up}
    );
}

TEST_F(Demonstration, no_child_was_in_a_session_without_consent_in_force_that_day) {
    struct Attended {
        CaseId the_case;
        Date held_on;
        auto columns() { return std::tie(the_case, held_on); }
    };
    constexpr db::Sql sql = R"(
        SELECT p.case_id, s.held_on FROM evaluation e
          JOIN session s ON s.school_id = e.school_id AND s.id = e.session_id
          JOIN place p ON p.school_id = e.school_id AND p.id = e.place_id
         WHERE e.school_id = $1 AND e.attended = 1)";
    auto const attended = db.all<Attended>(sql, school);
    EXPECT_GT(attended.size(), 250U);
    for (auto const& [the_case, held_on] : attended)
        EXPECT_TRUE(consent::in_force_on(consent::store::history(db, school, the_case), held_on));
}

TEST_F(Demonstration, no_child_is_told_of_twice_in_the_same_words) {
    EXPECT_EQ(
        count("SELECT count(*) FROM (SELECT place_id FROM evaluation WHERE school_id = $1 AND noticed <> '' "
              "GROUP BY place_id, noticed HAVING count(*) > 1) AS twice"),
        0
    );
}

TEST_F(Demonstration, names_programmes_by_what_they_are_for) {
    struct Named {
        std::string name;
        std::string area;
        auto columns() { return std::tie(name, area); }
    };
    constexpr db::Sql sql = R"(
        SELECT g.name, a.name FROM programme g
          JOIN place p ON p.school_id = g.school_id AND p.programme_id = g.id
          JOIN target t ON t.school_id = p.school_id AND t.place_id = p.id
          JOIN target_area a ON a.school_id = t.school_id AND a.id = t.area_id
         WHERE g.school_id = $1)";
    std::set<std::string> groups_of_friends;
    for (auto const& [name, area] : db.all<Named>(sql, school)) {
        EXPECT_EQ(name.find_first_of("0123456789"), std::string::npos) << name;
        if (name == "Friendship group" && area == "Friendships") groups_of_friends.insert(name);
    }
    EXPECT_EQ(groups_of_friends.size(), 1U);
}

TEST_F(Demonstration, keeps_the_next_review_with_the_policy_in_force) {
    auto const versions = schools::store::policy_versions(db, school);
    auto const in_force = schools::policy_in_force(versions, calendar::local_date(a_tuesday));
    for (auto const& version : versions)
        EXPECT_EQ(version.next_review_on.has_value(), version.number == in_force->number) << version.number;
}

TEST_F(Demonstration, sends_nothing_to_addresses_that_nobody_reads) {
    EXPECT_GT(count("SELECT count(*) FROM outbox WHERE school_id = $1"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM outbox WHERE school_id = $1 AND state <> 'sent'"), 0);
}

TEST(MakingADemonstration, the_same_seed_makes_the_same_data) {
    support::TestDatabase one;
    support::TestDatabase same;
    support::TestDatabase different;
    auto other_seed = a_village;
    other_seed.seed = 7;
    ASSERT_TRUE(make(one.database(), a_village, a_tuesday, {}));
    ASSERT_TRUE(make(same.database(), a_village, a_tuesday, {}));
    ASSERT_TRUE(make(different.database(), other_seed, a_tuesday, {}));
    EXPECT_EQ(all_of_the_log(one.connection()), all_of_the_log(same.connection()));
    EXPECT_NE(all_of_the_log(one.connection()), all_of_the_log(different.connection()));
    EXPECT_FALSE(make(one.database(), a_village, a_tuesday, {})) << "made over a school that was there";
}

TEST(MakingADemonstration, a_county_has_as_many_of_each_as_were_asked_for) {
    support::TestDatabase database;
    ASSERT_TRUE(make(database.database(), a_small_county, a_tuesday, {}));
    auto& db = database.connection();
    db::Transaction transaction(db, db::Mode::read);
    std::int64_t pupils = 0;
    std::int64_t the_cases = 0;
    std::int64_t evaluations = 0;
    for (SchoolId const each : {SchoolId{1}, SchoolId{2}}) {
        db.enter(each);
        pupils += db.the<std::int64_t>("SELECT count(*) FROM pupil WHERE school_id = $1", each);
        the_cases += db.the<std::int64_t>("SELECT count(*) FROM nurture_case WHERE school_id = $1", each);
        evaluations += db.the<std::int64_t>("SELECT count(*) FROM evaluation WHERE school_id = $1", each);
    }
    EXPECT_EQ(pupils, 200);
    EXPECT_EQ(the_cases, 30);
    EXPECT_NEAR(static_cast<double>(evaluations), 240, 40);
}

TEST(MakingADemonstration, says_at_every_step_how_far_each_school_is) {
    support::TestDatabase database;
    std::vector<std::string> said;
    auto const tell = [&](auto const& how_far) {
        auto words = how_far();
        if (said.empty() || said.back() != words) said.push_back(std::move(words));
    };
    ASSERT_TRUE(make(database.database(), a_small_county, a_tuesday, tell));
    EXPECT_EQ(said.front(), "school 1 of 2: 1 of 100 pupils, week 1 of 88");
    EXPECT_EQ(said.back(), "school 2 of 2: 100 of 100 pupils, week 88 of 88");
    EXPECT_GT(said.size(), 2 * 88U);
}

class DemonstrationOn : public testing::TestWithParam<Instant> {};

// What somebody did on a day without school, such as on a Sunday.
std::vector<std::string> done_out_of_school(db::Connection& db) {
    auto const open = schools::store::open_days(db, school);
    auto const is_out = [&](Date day) { return !schools::is_school_day(day, open.terms, open.closures); };
    std::vector<std::string> done;
    for (auto const& entry : records::store::all(db, school))
        if (auto const day = calendar::local_date(entry.at); is_out(day))
            done.push_back(entry.subject + " on " + calendar::in_words(day));
    for (auto const day : db.all<Date>("SELECT noticed_on FROM concern WHERE school_id = $1", school))
        if (is_out(day)) done.push_back("noticed on " + calendar::in_words(day));
    return done;
}

// The featured people whose first page would be empty, and the teachers among them who have nothing to do.
std::vector<std::string> idle_people(std::vector<Featured> const& featured) {
    std::vector<std::string> idle;
    for (auto const& [somebody, day] : featured) {
        bool const teaches = somebody.role == visits::Role::class_teacher;
        if (day == "Today nothing waits." || (teaches && day.find("to do") == std::string::npos))
            idle.push_back(somebody.name + ", " + std::string(in_words(somebody.role)) + ". " + day);
    }
    return idle;
}

constexpr int believable_days = 35;

// What the SENCo of the school has left for longer than a school would.
std::vector<std::string> left_too_long(db::Connection& db, Instant now) {
    auto const senco = db.the<StaffId>(
        "SELECT staff_id FROM role_held WHERE school_id = $1 AND role = 'senco' AND ends_on IS NULL", school
    );
    sign_in::Presence presence;
    presence.school = school;
    presence.staff = senco;
    auto const today = calendar::local_date(now);
    Visit visit{
        .db = db,
        .now = now,
        .today = today,
        .school = school,
        .school_name = {},
        .who = sign_in::with_every_role(sign_in::store::person(db, presence, today).value()),
        .frame = {}};
    std::vector<std::string> left;
    for (auto const& item : today::gather(visit).items)
        if (item.due_on && *item.due_on < today - believable_days)
            left.push_back(item.title + ": " + today::in_words(item, today));
    return left;
}

// One school tells all of it: a school takes seconds to make.
TEST_P(DemonstrationOn, the_school_is_at_work_whatever_the_season) {
    support::TestDatabase database;
    ASSERT_TRUE(make(database.database(), {}, GetParam(), {}));
    auto& db = database.connection();
    db::Transaction transaction(db, db::Mode::write);
    Visit visit{
        .db = db,
        .now = GetParam(),
        .today = calendar::local_date(GetParam()),
        .school = {},
        .school_name = {},
        .who = {},
        .frame = {}};
    auto const chosen = choice(visit, school);
    ASSERT_TRUE(chosen);
    EXPECT_EQ(missing_stages(db, visit.today), "");
    EXPECT_EQ(done_out_of_school(db), std::vector<std::string>());
    EXPECT_EQ(records_to_erase(db, visit.today).size(), 1U);

    auto const open = schools::store::open_days(db, school);
    EXPECT_EQ(assistants_busy_on(db, schools::school_day_from(visit.today, open.terms, open.closures)), 2);
    EXPECT_EQ(left_too_long(db, GetParam()), std::vector<std::string>());

    auto const found = people(visit, *chosen);
    EXPECT_EQ(found.featured.size(), 10U);
    EXPECT_EQ(idle_people(found.featured), std::vector<std::string>());
    ASSERT_TRUE(found.parent);
    auto const link = answer_as_parent(visit, school, found.parent->the_case);
    ASSERT_TRUE(link);
    auto const opened = letters::open_link(visit, link->substr(std::string("/consent/").size()));
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->child, found.parent->child);
    EXPECT_TRUE(opened->choices.may_give);
    EXPECT_TRUE(letters::confirm(visit, *opened, found.parent->born_on));
    auto const again = answer_as_parent(visit, school, found.parent->the_case);
    ASSERT_TRUE(again);
    EXPECT_TRUE(letters::open_link(visit, link->substr(std::string("/consent/").size())))
        << "an earlier link, as the one on their letter, goes on opening";
}

// The week after New Year, a leap day, a day within the summer holidays and a bank holiday at their end, a
// day two weeks after them and one before half term, a Sunday, and Christmas; none of them to come, since the
// database lets no session be held on such a day.
INSTANTIATE_TEST_SUITE_P(
    Seasons,
    DemonstrationOn,
    testing::Values(
        morning_of(2026, 1, 9),
        morning_of(2024, 2, 29),
        morning_of(2026, 8, 12),
        morning_of(2026, 8, 31),
        morning_of(2026, 9, 15),
        morning_of(2026, 10, 15),
        morning_of(2026, 11, 22),
        morning_of(2025, 12, 25)
    )
);

TEST(SigningInAsSomebody, is_told_first_where_no_e_mail_is_sent) {
    auto const says_so = [](bool sends_mail) {
        auto const page = pages::be_somebody(
            {},
            {.school = school,
             .school_name = "Fern Hollow Junior School",
             .schools = 1,
             .sends_mail = sends_mail},
            {}
        );
        return page.main.markup().find("The demonstration sends no e-mail.") != std::string::npos;
    };
    EXPECT_TRUE(says_so(false));
    EXPECT_FALSE(says_so(true));
}

TEST(SigningInAsSomebody, is_not_offered_where_the_data_is_not_made_up) {
    support::TestDatabase database;
    auto& db = database.connection();
    db::Transaction transaction(db, db::Mode::write);
    Visit visit{
        .db = db,
        .now = a_tuesday,
        .today = calendar::local_date(a_tuesday),
        .school = {},
        .school_name = {},
        .who = {},
        .frame = {}};
    EXPECT_FALSE(choice(visit, std::nullopt));
    EXPECT_FALSE(sign_in_as(visit, school, StaffId::make(a_tuesday), "127.0.0.1", "a browser"));
}

}  // namespace
}  // namespace demonstration
