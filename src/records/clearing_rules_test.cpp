#include "records/clearing_rules.hpp"

#include <gtest/gtest.h>

#include "records/rules.hpp"

namespace records {
namespace {

constexpr std::int64_t length = 20;

// Which entries have no detail, and what erasures among them say, each by number.
struct Told {
    std::vector<std::int64_t> without_detail;
    std::vector<std::pair<std::int64_t, std::vector<FieldChange>>> erasures;
};

std::vector<Entry> log_of(Told const& told) {
    std::vector<Entry> log;
    for (std::int64_t number = 1; number <= length; ++number) {
        Entry entry;
        entry.number = number;
        entry.action = Action::changed;
        entry.subject = "concern";
        entry.detail = detail_of({{"seen", "Alone", "Alone at lunch"}});
        log.push_back(std::move(entry));
    }
    for (auto const& erasure : told.erasures) {
        auto& entry = log[static_cast<std::size_t>(erasure.first - 1)];
        entry.action = Action::ended;
        entry.subject = "erasure";
        entry.detail = detail_of(erasure.second);
    }
    for (auto const number : told.without_detail)
        log[static_cast<std::size_t>(number - 1)].detail = std::nullopt;
    return log;
}

// Looked at in stretches of so many entries, which are put together.
LostDetails lost_by(Told const& told, std::int64_t in_a_stretch = length) {
    Clearings all;
    Clearings stretch;
    for (auto const& entry : log_of(told)) {
        stretch.note(entry);
        if (entry.number % in_a_stretch != 0 && entry.number != length) continue;
        all.add(stretch);
        stretch = {};
    }
    return all.lost();
}

std::vector<FieldChange> listing(std::string const& entries) {
    return {
        {"pupil_digest", "", "a"}, {"counts", "", "record 9"}, {std::string(cleared_entries), "", entries}};
}
// As it was written before there were lists.
std::vector<FieldChange> counting(std::string const& counts) {
    return {{"pupil_digest", "", "a"}, {"counts", "", counts}};
}

TEST(Clearings, are_none_where_every_detail_is_there) {
    auto const lost = lost_by({.without_detail = {}, .erasures = {}});
    EXPECT_EQ(lost.all, 0);
    EXPECT_EQ(lost.unaccounted, 0);
    EXPECT_EQ(lost.first, std::nullopt);
}

TEST(Clearings, are_unaccounted_for_where_no_erasure_names_the_entry) {
    auto const lost = lost_by({.without_detail = {3, 4, 9}, .erasures = {}});
    EXPECT_EQ(lost.all, 3);
    EXPECT_EQ(lost.unaccounted, 3);
    EXPECT_EQ(lost.first, 3);
}

TEST(Clearings, are_accounted_for_entry_by_entry_whatever_the_stretches) {
    for (auto const in_a_stretch : {1, 2, 3, 7, 20}) {
        SCOPED_TRACE(in_a_stretch);
        Told told{.without_detail = {2, 3, 4, 5, 9}, .erasures = {{12, listing("2-5,9")}}};
        auto const lawful = lost_by(told, in_a_stretch);
        EXPECT_EQ(lawful.all, 5);
        EXPECT_EQ(lawful.unaccounted, 0);
        told.without_detail.push_back(7);
        told.without_detail.push_back(14);
        auto const more = lost_by(told, in_a_stretch);
        EXPECT_EQ(more.all, 7);
        EXPECT_EQ(more.unaccounted, 2);
        EXPECT_EQ(more.first, 7);
    }
}

TEST(Clearings, of_several_erasures_are_put_together) {
    auto const lost = lost_by(
        {.without_detail = {1, 2, 3, 4, 5, 6}, .erasures = {{10, listing("2,5-6")}, {11, listing("1,4")}}}
    );
    EXPECT_EQ(lost.unaccounted, 1);
    EXPECT_EQ(lost.first, 3);
}

TEST(Clearings, that_an_erasure_names_and_that_are_there_are_no_room_for_others) {
    auto const lost = lost_by({.without_detail = {7}, .erasures = {{10, listing("2-6")}}});
    EXPECT_EQ(lost.unaccounted, 1);
    EXPECT_EQ(lost.first, 7);
}

TEST(Clearings, come_before_the_erasure_that_accounts_for_them) {
    for (std::string const list : {"12", "9-12", "10"}) {
        auto const lost = lost_by({.without_detail = {12}, .erasures = {{10, listing(list)}}});
        EXPECT_EQ(lost.unaccounted, 1) << list;
    }
}

TEST(Clearings, are_not_accounted_for_by_what_no_erasure_wrote) {
    for (std::string const list : {"", "-", "x", "5-2", "0-5", "2-5x", "-5", "2 -5", "2-", "2--5"}) {
        auto const lost = lost_by({.without_detail = {3, 4}, .erasures = {{10, listing(list)}}});
        EXPECT_EQ(lost.unaccounted, 2) << list;
    }
    auto log = log_of({.without_detail = {3}, .erasures = {{10, listing("3")}}});
    log[9].subject = "place";
    Clearings clearings;
    for (auto const& entry : log) clearings.note(entry);
    EXPECT_EQ(clearings.lost().unaccounted, 1) << "another's entry";
}

TEST(Clearings, of_an_erasures_own_detail_are_unaccounted_for_with_all_that_it_named) {
    auto const lost = lost_by({.without_detail = {2, 3, 10}, .erasures = {{10, listing("2-3")}}});
    EXPECT_EQ(lost.unaccounted, 3);
    EXPECT_EQ(lost.first, 2);
}

// From before erasures said which entries.
TEST(Clearings, are_taken_by_their_number_where_an_erasure_counted_them) {
    Told told{.without_detail = {2, 3, 4}, .erasures = {{10, counting("letter 4, record 3, step 1")}}};
    auto const as_many = lost_by(told);
    EXPECT_EQ(as_many.all, 3);
    EXPECT_EQ(as_many.counted, 3);
    EXPECT_EQ(as_many.unaccounted, 0);
    told.without_detail.push_back(8);
    auto const more = lost_by(told);
    EXPECT_EQ(more.counted, 3);
    EXPECT_EQ(more.unaccounted, 1);
    EXPECT_EQ(more.first, std::nullopt) << "any of the four";
}

TEST(Clearings, that_were_counted_come_before_the_erasure_too) {
    auto const lost = lost_by({.without_detail = {2, 12}, .erasures = {{10, counting("record 5")}}});
    EXPECT_EQ(lost.counted, 1);
    EXPECT_EQ(lost.unaccounted, 1);
    EXPECT_EQ(lost.first, 12);
}

TEST(Clearings, that_a_later_erasure_counted_leave_the_count_of_an_earlier_one) {
    auto const lost = lost_by(
        {.without_detail = {2, 3, 12, 13, 14},
         .erasures = {{10, counting("record 2")}, {20, counting("record 2")}}}
    );
    EXPECT_EQ(lost.counted, 4);
    EXPECT_EQ(lost.unaccounted, 1);
}

TEST(Clearings, that_are_named_take_nothing_of_a_count) {
    auto const lost =
        lost_by({.without_detail = {2, 3, 4}, .erasures = {{10, counting("record 1")}, {11, listing("3-4")}}}
        );
    EXPECT_EQ(lost.counted, 1);
    EXPECT_EQ(lost.unaccounted, 0);
}

TEST(Clearings, are_not_counted_by_what_names_another_table) {
    for (std::string const counts : {"", "record_head 3", "letter 3", "record", "record x"}) {
        auto const lost = lost_by({.without_detail = {2}, .erasures = {{10, counting(counts)}}});
        EXPECT_EQ(lost.unaccounted, 1) << counts;
    }
}

TEST(NumbersOfEntries, are_written_as_ranges) {
    EXPECT_EQ(in_ranges({}), "");
    EXPECT_EQ(in_ranges({4}), "4");
    EXPECT_EQ(in_ranges({14, 12, 40, 13, 15, 42}), "12-15,40,42");
}

}  // namespace
}  // namespace records
