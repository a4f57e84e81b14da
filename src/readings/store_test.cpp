#include "readings/store.hpp"

#include <gtest/gtest.h>

#include "readings/log_actions.hpp"
#include "readings/rules.hpp"
#include "support/refused.hpp"
#include "support/small_school.hpp"

namespace readings {
namespace {

class ReadsOfAChild : public testing::Test {
protected:
    void is_read(support::Child const& child) {
        Entry entry;
        entry.number = ++number_;
        entry.at = school_.now;
        entry.by_name = "Priya Nair";
        entry.pupil_id = std::string(child.id.text());
        entry.reason = "You see this because you are the SENCo.";
        entry.page = "GET /pupils/{pupil}";
        entry.hash = std::string(64, 'a');
        store::add(db_, school_.school, entry);
    }
    void stand_on_a_list(std::vector<std::string> children) {
        log_.add(
            db_,
            {.school = school_.school,
             .at = school_.now,
             .by_staff_id = {},
             .by_name = "Priya Nair",
             .page = "GET /referrals",
             .reads = {{.pupil_id = {}, .reason = {}, .listed = std::move(children)}}}
        );
    }
    std::int64_t lists_with(support::Child const& child) {
        auto const pupil = *pupils::PupilId::parse(child.id.text());
        auto const count = store::count_of_lists_with(db_, school_.school, pupil);
        EXPECT_EQ(
            store::of_lists_with(db_, school_.school, pupil, 50, 0).size(), static_cast<std::size_t>(count)
        );
        return count;
    }
    std::int64_t reads_of(support::Child const& child) {
        auto const pupil = *pupils::PupilId::parse(child.id.text());
        auto const count = store::count_of_pupil(db_, school_.school, pupil);
        EXPECT_EQ(store::of_pupil(db_, school_.school, pupil, 50, 0).size(), static_cast<std::size_t>(count));
        return count;
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Connection& db_ = database_.connection();
    db::Transaction transaction_{db_, db::Mode::write};
    Visit entered_ = school_.visit(db_, school_.senco);
    std::int64_t number_ = 0;
    Log log_;
    std::string sam_ = std::string(school_.sam.id.text());
    std::string amira_ = std::string(school_.amira.id.text());
};

// V6: whoever looked at the record that is no more, looked at the child.
TEST_F(ReadsOfAChild, are_those_of_both_records_while_the_two_are_one) {
    is_read(school_.sam);
    is_read(school_.sam);
    is_read(school_.amira);
    EXPECT_EQ(reads_of(school_.amira), 1);
    db_.run(
        R"(INSERT INTO merging (school_id, id, stays_id, stays_version, former_id, made_by, made_at)
           VALUES ($1, 'one', $2, 2, $3, $4, 1))",
        school_.school,
        school_.amira.id,
        school_.sam.id,
        school_.senco.staff
    );
    EXPECT_EQ(reads_of(school_.amira), 3);
    EXPECT_EQ(reads_of(school_.tom), 0);
    db_.run(
        "UPDATE merging SET undone_by = made_by, undone_at = 2, undone_why = 'Twins' WHERE school_id = $1",
        school_.school
    );
    EXPECT_EQ(reads_of(school_.amira), 1);
}

TEST_F(ReadsOfAChild, on_a_list_are_found_for_each_child_of_it_and_for_no_other) {
    auto const both = std::min(sam_, amira_) == sam_ ? std::vector{sam_, amira_} : std::vector{amira_, sam_};
    stand_on_a_list(both);
    stand_on_a_list(both);
    stand_on_a_list({sam_});
    EXPECT_EQ(lists_with(school_.sam), 3);
    EXPECT_EQ(lists_with(school_.amira), 2);
    EXPECT_EQ(lists_with(school_.tom), 0);
    EXPECT_EQ(reads_of(school_.sam), 0) << "no page of the child's own";
    EXPECT_EQ(store::children_of_list(db_, school_.school, list_id_of(both)), both);
    constexpr db::Sql kept = "SELECT count(*) FROM reading_list WHERE school_id = $1";
    EXPECT_EQ(db_.the<std::int64_t>(kept, school_.school), 3) << "each list once, however often it is opened";
    EXPECT_EQ(
        first_fault(school_.school, before_the_first(), store::from(db_, school_.school, 1, 50)), std::nullopt
    );
}

TEST_F(ReadsOfAChild, on_a_list_stay_as_they_are) {
    stand_on_a_list({sam_});
    for (auto const& sql :
         {db::Sql("UPDATE reading_list SET pupil_id = '' WHERE school_id = $1"),
          db::Sql("DELETE FROM reading_list WHERE school_id = $1")})
        EXPECT_EQ(support::refused(db_, sql, school_.school), "reads_stay") << sql.text();
}

// Somebody who reloads a page, or a program that asks again and again, does not fill the log.
TEST_F(ReadsOfAChild, and_refusals_stand_once_in_ten_minutes_for_each_person_child_page_and_reason) {
    OfPage page{
        .school = school_.school,
        .at = school_.now,
        .by_staff_id = "a",
        .by_name = "Rob Ellis",
        .page = "GET /pupils/{pupil}/contacts",
        .reads = {},
        .refusals = {{.pupil_id = sam_, .why = Refused::contacts}}};
    auto const sam = *pupils::PupilId::parse(sam_);
    auto const refusals = [&] {
        auto const count = store::count_of_refusals(db_, school_.school, sam);
        EXPECT_EQ(
            store::refusals_of(db_, school_.school, sam, 50, 0).size(), static_cast<std::size_t>(count)
        );
        return count;
    };
    for (int again = 0; again < 5; ++again) log_.add(db_, page);
    EXPECT_EQ(refusals(), 1);
    page.at = school_.now + one_refusal_for - 1;
    log_.add(db_, page);
    EXPECT_EQ(refusals(), 1);
    page.at = school_.now + one_refusal_for;
    log_.add(db_, page);
    EXPECT_EQ(refusals(), 2);
    page.page = "POST /pupils/{pupil}/contacts";
    log_.add(db_, page);
    page.by_staff_id = "b";
    log_.add(db_, page);
    page.refusals[0].why = Refused::own_child;
    log_.add(db_, page);
    EXPECT_EQ(refusals(), 5);
    page.refusals[0].pupil_id = amira_;
    log_.add(db_, page);
    EXPECT_EQ(refusals(), 5) << "of another child";
    EXPECT_EQ(reads_of(school_.sam), 0) << "no read";
    EXPECT_EQ(
        first_fault(school_.school, before_the_first(), store::from(db_, school_.school, 1, 50)), std::nullopt
    );
}

TEST_F(ReadsOfAChild, and_refusals_are_never_both) {
    is_read(school_.sam);
    constexpr db::Sql with_a_zone = R"(
        INSERT INTO reading (school_id, number, at, by_staff_id, by_name, pupil_id, zone, reason, page, hash, refused)
        SELECT school_id, number + 1, at, by_staff_id, by_name, pupil_id, zone, '', page, hash, 'no_tie'
          FROM reading WHERE school_id = $1)";
    constexpr db::Sql with_why_they_could = R"(
        INSERT INTO reading (school_id, number, at, by_staff_id, by_name, pupil_id, reason, page, hash, refused)
        SELECT school_id, number + 1, at, by_staff_id, by_name, pupil_id, reason, page, hash, 'no_tie'
          FROM reading WHERE school_id = $1)";
    constexpr db::Sql near_to_nobody = R"(
        INSERT INTO reading (school_id, number, at, by_staff_id, by_name, pupil_id, reason, page, hash, refused)
        SELECT school_id, number + 1, at, by_staff_id, by_name, '', '', page, hash, 'no_tie'
          FROM reading WHERE school_id = $1)";
    EXPECT_EQ(support::refused(db_, with_a_zone, school_.school), "read_or_refused");
    EXPECT_EQ(support::refused(db_, with_why_they_could, school_.school), "refused_and_nothing_read");
    EXPECT_EQ(support::refused(db_, near_to_nobody, school_.school), "refused_a_child_or_by_role");
}

// A child and a list in one entry, or neither, would be found for nobody or for too many.
TEST_F(ReadsOfAChild, are_of_a_child_or_of_a_list) {
    is_read(school_.sam);
    constexpr db::Sql of_neither = R"(
        INSERT INTO reading (school_id, number, at, by_staff_id, by_name, pupil_id, zone, reason, page, hash)
        SELECT school_id, number + 1, at, by_staff_id, by_name, '', zone, reason, page, hash
          FROM reading WHERE school_id = $1)";
    constexpr db::Sql of_both = R"(
        INSERT INTO reading (school_id, number, at, by_staff_id, by_name, pupil_id, zone, reason, page, hash, list_id)
        SELECT school_id, number + 1, at, by_staff_id, by_name, pupil_id, zone, reason, page, hash, hash
          FROM reading WHERE school_id = $1)";
    for (auto const& sql : {of_neither, of_both})
        EXPECT_EQ(support::refused(db_, sql, school_.school), "of_a_child_or_of_a_list");
}

}  // namespace
}  // namespace readings
