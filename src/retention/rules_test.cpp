#include "retention/rules.hpp"

#include <gtest/gtest.h>

namespace retention {
namespace {

Date day(char const* iso) { return *calendar::parse_iso(iso); }
Instant at(char const* iso) { return calendar::start_of(day(iso)); }

Record closed_record() {
    Record record;
    record.born_on = day("2017-03-14");
    record.has_case = true;
    record.taken_further = true;
    record.last_closing = at("2026-05-12");
    return record;
}

std::vector<Due> dues(Record const& record, std::vector<Period> const& set = {}) {
    return dues_of(record, set);
}

// V4.
TEST(Retention, of_a_nurture_record_ends_three_years_after_its_last_entry) {
    EXPECT_EQ(dues(closed_record()), (std::vector<Due>{{Category::nurture, day("2029-05-12")}}));
    auto record = closed_record();
    record.last_check_in = at("2026-07-01");
    EXPECT_EQ(dues(record)[0].on, day("2029-07-01"));
}

TEST(Retention, of_a_child_with_special_needs_ends_thirty_one_years_after_birth) {
    auto record = closed_record();
    record.special_needs = true;
    EXPECT_EQ(dues(record), (std::vector<Due>{{Category::special_needs, day("2048-03-14")}}));
}

TEST(Retention, of_a_concern_that_was_never_taken_further_ends_after_a_year) {
    auto record = closed_record();
    record.taken_further = false;
    EXPECT_EQ(dues(record), (std::vector<Due>{{Category::not_taken_up, day("2027-05-12")}}));
}

TEST(Retention, of_pointers_ends_twenty_five_years_after_birth_whatever_becomes_of_the_case) {
    auto record = closed_record();
    record.open_case = true;
    record.has_pointer = true;
    EXPECT_EQ(dues(record), (std::vector<Due>{{Category::safeguarding_pointer, day("2042-03-14")}}));
}

TEST(Retention, does_not_end_while_a_case_is_open) {
    auto record = closed_record();
    record.open_case = true;
    EXPECT_TRUE(dues(record).empty());
}

TEST(Retention, goes_by_the_schools_own_years_where_it_has_set_them) {
    std::vector<Period> const set{{.category = Category::nurture, .years = 6, .reason = "Our own schedule"}};
    EXPECT_EQ(dues(closed_record(), set)[0].on, day("2032-05-12"));
    EXPECT_EQ(period_of(Category::not_taken_up, set).years, 1);
}

// What the roll says of a leaver goes when nothing else is held of them, and not before.
TEST(Retention, of_what_the_roll_says_ends_three_years_after_leaving_once_nothing_else_is_held) {
    Record leaver;
    leaver.born_on = day("2017-03-14");
    EXPECT_TRUE(dues(leaver).empty()) << "on the roll";
    leaver.left_on = day("2026-07-20");
    EXPECT_EQ(dues(leaver), (std::vector<Due>{{Category::on_the_roll, day("2029-07-20")}}));
    std::vector<Period> const set{
        {.category = Category::on_the_roll, .years = 1, .reason = "Our own register"}};
    EXPECT_EQ(dues(leaver, set)[0].on, day("2027-07-20"));
    leaver.has_pointer = true;
    EXPECT_EQ(dues(leaver), (std::vector<Due>{{Category::safeguarding_pointer, day("2042-03-14")}}));
    auto with_a_case = closed_record();
    with_a_case.left_on = day("2026-07-20");
    EXPECT_EQ(dues(with_a_case), (std::vector<Due>{{Category::nurture, day("2029-05-12")}}));
}

TEST(WhatIsErased, waits_for_an_answer_to_who_has_asked_for_it) {
    auto record = closed_record();
    record.request_waits = true;
    EXPECT_EQ(objection_to_erasing(record, Category::nurture, {}, day("2030-01-01")), Refusal::request_waits);
}

// Every record that there can be, every category and a day on each side: erased is what is due and not held,
// and nothing else.
TEST(WhatIsErased, is_of_what_is_due_and_not_held_and_of_nothing_else) {
    int allowed = 0;
    for (unsigned bits = 0; bits < 256; ++bits)
        for (auto const category : all_of<Category>())
            for (auto const* today : {"2026-06-01", "2027-06-01", "2030-01-01", "2043-01-01", "2049-01-01"}) {
                auto record = closed_record();
                record.special_needs = (bits & 1U) != 0;
                record.open_case = (bits & 2U) != 0;
                record.taken_further = (bits & 4U) != 0;
                record.has_pointer = (bits & 8U) != 0;
                record.held = (bits & 16U) != 0;
                record.has_case = (bits & 32U) != 0;
                record.request_waits = (bits & 64U) != 0;
                if ((bits & 128U) != 0) record.left_on = day("2026-07-20");
                std::string const on = today;
                bool const closed = record.has_case && !record.open_case;
                bool const its_time =
                    category == Category::special_needs ? closed && record.special_needs && on > "2048-03-13"
                    : category == Category::nurture
                        ? closed && !record.special_needs && record.taken_further && on > "2029-05-11"
                    : category == Category::not_taken_up
                        ? closed && !record.special_needs && !record.taken_further && on > "2027-05-11"
                    : category == Category::on_the_roll
                        ? record.left_on && !record.has_case && !record.has_pointer && on > "2029-07-19"
                        : record.has_pointer && on > "2042-03-13";
                bool const may = !objection_to_erasing(record, category, {}, day(today));
                EXPECT_EQ(may, its_time && !record.held && !record.request_waits)
                    << bits << word(category) << today;
                allowed += may ? 1 : 0;
            }
    EXPECT_GT(allowed, 20);
}

TEST(WhatIsErased, is_signed_by_two) {
    Erasure erasure;
    erasure.first_by = *StaffId::parse("0190b6e0-0000-7000-8000-000000000001");
    EXPECT_EQ(objection_to_second(erasure, erasure.first_by), Refusal::same_person);
    auto const another = *StaffId::parse("0190b6e0-0000-7000-8000-000000000002");
    EXPECT_EQ(objection_to_second(erasure, another), std::nullopt);
    erasure.erased_at = Instant{1};
    EXPECT_EQ(objection_to_second(erasure, another), Refusal::already_erased);
}

}  // namespace
}  // namespace retention
