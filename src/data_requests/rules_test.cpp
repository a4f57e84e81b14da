#include "data_requests/rules.hpp"

#include <gtest/gtest.h>

namespace data_requests {
namespace {

Date day(char const* iso) { return *calendar::parse_iso(iso); }

schools::OpenDays summer_term() {
    schools::OpenDays open;
    open.terms.push_back({.name = "Summer", .starts_on = day("2026-04-13"), .ends_on = day("2026-07-21")});
    open.closures.push_back(
        {.name = "Half term", .starts_on = day("2026-05-25"), .ends_on = day("2026-05-29")}
    );
    return open;
}

Date due(char const* received, Kind kind = Kind::all_that_is_held) {
    return due_on(kind, day(received), summer_term());
}

TEST(DueOn, is_the_same_day_of_the_next_month) {
    EXPECT_EQ(due("2026-05-12"), day("2026-06-12"));
    EXPECT_EQ(due("2026-12-08"), day("2027-01-08"));
}

TEST(DueOn, is_the_last_day_of_a_month_that_lacks_the_day) {
    EXPECT_EQ(due("2027-03-31"), day("2027-04-30"));
    EXPECT_EQ(due("2024-01-31"), day("2024-02-29"));
}

TEST(DueOn, moves_on_from_weekends_and_bank_holidays) {
    EXPECT_EQ(due("2026-05-13"), day("2026-06-15")) << "13 June is a Saturday";
    EXPECT_EQ(due("2026-11-25"), day("2026-12-29")) << "Christmas, a weekend and Boxing Day's substitute";
}

TEST(DueOn, of_the_educational_record_is_the_fifteenth_school_day) {
    EXPECT_EQ(due("2026-04-13", Kind::educational_record), day("2026-05-05")) << "3 weeks, and May Day";
    EXPECT_EQ(due("2026-05-12", Kind::educational_record), day("2026-06-09")) << "over half term";
}

// Independent of how it is counted: whatever day it came, 15 school days lie after it up to the day due.
TEST(DueOn, leaves_fifteen_school_days_for_whatever_day_of_a_term_it_came) {
    for (auto received = day("2026-04-13"); received < day("2026-06-20"); received = received + 1) {
        int school_days = 0;
        auto const last = due_on(Kind::educational_record, received, summer_term());
        for (auto on = received + 1; on <= last; on = on + 1) {
            auto const weekday = calendar::weekday_of(on);
            bool const weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
            bool const half_term = on >= day("2026-05-25") && on <= day("2026-05-29");
            school_days += weekend || half_term || on == day("2026-05-04") ? 0 : 1;
        }
        EXPECT_EQ(school_days, 15) << calendar::iso(received);
    }
}

auto const senco = *StaffId::parse("0190b6e0-0000-7000-8000-000000000001");
auto const head = *StaffId::parse("0190b6e0-0000-7000-8000-000000000002");

Request prepared() {
    Request request;
    request.asked.received_on = day("2026-05-12");
    request.prepared_by = senco;
    request.prepared_at = Instant{1};
    request.prepared_digest = "digest";
    return request;
}

TEST(TwoMonthsMore, are_counted_from_the_same_day_of_the_month) {
    auto request = prepared();
    EXPECT_EQ(due_on(request, summer_term()), day("2026-06-12"));
    request.extended_on = day("2026-06-01");
    EXPECT_EQ(due_on(request, summer_term()), day("2026-08-12"));
    request.asked.received_on = day("2026-11-30");
    EXPECT_EQ(due_on(request, summer_term()), day("2027-03-01")) << "28 February 2027 is a Sunday";
}

// Every day of telling, of every kind of request, against what the law says in words.
TEST(TwoMonthsMore, are_taken_once_where_whoever_asked_was_told_within_the_month) {
    auto const received = day("2026-05-12");
    auto const today = day("2026-07-01");
    for (int told = -5; told < 60; ++told)
        for (int bits = 0; bits < 8; ++bits) {
            auto request = prepared();
            bool const of_the_record = (bits & 1) != 0;
            bool const once_already = (bits & 2) != 0;
            bool const given_out = (bits & 4) != 0;
            if (of_the_record) request.asked.kind = Kind::educational_record;
            if (once_already) request.extended_on = received;
            if (given_out) request.given_on = received;
            auto const told_on = received + told;
            bool const in_time = told_on >= received && told_on <= day("2026-06-12") && told_on <= today;
            bool const taken = !objection_to_extending(request, told_on, today, summer_term());
            EXPECT_EQ(taken, in_time && !of_the_record && !once_already && !given_out)
                << calendar::iso(told_on) << ' ' << bits;
        }
    EXPECT_EQ(objection_to_extending(prepared(), today + 1, today, summer_term()), Refusal::in_the_future);
    EXPECT_EQ(
        objection_to_extending(prepared(), day("2026-06-13"), today, summer_term()), Refusal::told_too_late
    );
}

TEST(Signing, is_another_persons) {
    EXPECT_EQ(objection_to_signing(prepared(), senco, Since::nothing), Refusal::same_person);
    EXPECT_EQ(objection_to_signing(prepared(), head, Since::nothing), std::nullopt);
}

TEST(Signing, is_of_what_was_prepared_and_nothing_else) {
    EXPECT_EQ(objection_to_signing(prepared(), head, Since::more), Refusal::held_has_changed);
    EXPECT_EQ(objection_to_signing(prepared(), head, Since::changed), Refusal::held_has_changed);
    EXPECT_EQ(objection_to_signing(Request{}, head, Since::nothing), Refusal::other_stage);
    auto signed_already = prepared();
    signed_already.signed_at = Instant{2};
    EXPECT_EQ(objection_to_signing(signed_already, head, Since::nothing), Refusal::other_stage);
}

TEST(GivingOut, comes_after_the_signature_and_not_before_the_request) {
    auto request = prepared();
    auto const today = day("2026-05-20");
    EXPECT_EQ(objection_to_giving_out(request, today, today, Since::nothing), Refusal::other_stage);
    request.signed_at = Instant{2};
    EXPECT_EQ(objection_to_giving_out(request, today, today, Since::nothing), std::nullopt);
    EXPECT_EQ(objection_to_giving_out(request, today + 1, today, Since::nothing), Refusal::in_the_future);
    EXPECT_EQ(
        objection_to_giving_out(request, day("2026-05-11"), today, Since::nothing),
        Refusal::before_it_was_asked
    );
    EXPECT_EQ(objection_to_giving_out(request, today, today, Since::changed), Refusal::held_has_changed);
    EXPECT_EQ(objection_to_giving_out(request, today, today, Since::more), std::nullopt)
        << "what was signed goes out as it was signed";
}

TEST(Stage, is_derived_from_what_was_done) {
    Request request;
    EXPECT_EQ(stage_of(request), Stage::preparing);
    request = prepared();
    EXPECT_EQ(stage_of(request), Stage::prepared);
    request.signed_at = Instant{2};
    EXPECT_EQ(stage_of(request), Stage::signed_);
    EXPECT_FALSE(is_over(request));
    auto withdrawn = request;
    withdrawn.withdrawn_at = Instant{3};
    EXPECT_EQ(stage_of(withdrawn), Stage::withdrawn);
    EXPECT_TRUE(is_over(withdrawn));
    request.given_on = day("2026-05-20");
    EXPECT_EQ(stage_of(request), Stage::given_out);
    EXPECT_TRUE(is_over(request));
}

}  // namespace
}  // namespace data_requests
