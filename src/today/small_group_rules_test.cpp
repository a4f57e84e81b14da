#include "today/small_group_rules.hpp"

#include <gtest/gtest.h>

namespace today {
namespace {

constexpr Date monday{std::chrono::sys_days{std::chrono::year{2026} / 5 / 11}};

programmes::Programme kite_group() {
    programmes::Programme programme;
    programme.id = ProgrammeId::make(Instant{});
    programme.name = "Kite group";
    programme.form = programmes::Form::group;
    programme.places = 6;
    programme.starts_on = monday;
    return programme;
}

schools::PolicyVersion policy(Date from, int group_least) {
    schools::PolicyVersion version;
    version.in_force_from_on = from;
    version.group_least = group_least;
    return version;
}

std::optional<SmallGroup> group_on(Date day, int with_a_place, int may_start) {
    return small_group_of(kite_group(), {with_a_place, may_start}, std::vector{policy(monday - 90, 4)}, day);
}

TEST(SmallGroup, is_told_of_from_a_week_before_its_first_day_on) {
    EXPECT_FALSE(group_on(monday - 8, 3, 3));
    EXPECT_FALSE(group_on(monday - 8, 5, 3));
    for (Date const day : {monday - 7, monday, monday + 7}) {
        EXPECT_TRUE(group_on(day, 3, 3));
        EXPECT_TRUE(group_on(day, 5, 3));
        EXPECT_FALSE(group_on(day, 5, 4));
        EXPECT_FALSE(group_on(day, 0, 0)) << "somebody is to be given a place first";
    }
}

TEST(SmallGroup, is_small_by_the_policy_of_its_start) {
    std::vector const versions{policy(monday - 90, 4), policy(monday, 2)};
    EXPECT_FALSE(small_group_of(kite_group(), {5, 3}, versions, monday - 3));
    EXPECT_EQ(small_group_of(kite_group(), {5, 1}, versions, monday - 3)->group_least, 2);
    EXPECT_FALSE(small_group_of(kite_group(), {1, 1}, {}, monday)) << "no policy, no least";
}

TEST(SmallGroup, asks_the_senco_why_so_few_where_so_few_have_a_place) {
    auto const item = asked_of_the_senco(*group_on(monday, 2, 1), 0);
    EXPECT_EQ(item.title, "Say why Kite group starts with 2 children");
    EXPECT_EQ(item.detail, "The policy says at least 4 in a group.");
    EXPECT_EQ(item.due_on, monday);
}

TEST(SmallGroup, tells_the_senco_how_many_consent_lets_start_by_when_and_whose_move_it_is) {
    auto const asked = [](int may_start, int parents_asked) {
        return asked_of_the_senco(*group_on(monday - 2, 5, may_start), parents_asked);
    };
    auto const item = asked(3, 0);
    EXPECT_EQ(item.title, "See that enough children can start Kite group");
    EXPECT_EQ(
        item.detail,
        "Consent lets only 3 of 5 children start; its page says who can't. The policy says at least 4 in a "
        "group. See to their consent, say why so few, or choose another first day."
    );
    EXPECT_EQ(item.due_on, monday);
    EXPECT_FALSE(item.waiting) << "it is the SENCo's move";
    auto const ends_with = [](Item const& one, std::string const& words) {
        return one.detail.size() > words.size() &&
               one.detail.compare(one.detail.size() - words.size(), words.size(), words) == 0;
    };
    EXPECT_TRUE(ends_with(
        asked(3, 2),
        " Their parents have been asked: remind them, say why so few, or choose another first day."
    ));
    EXPECT_TRUE(ends_with(
        asked(3, 1),
        " The parents of 1 have been asked: remind them, say why so few, or choose another first day."
    ));
    EXPECT_EQ(
        asked(0, 0).detail,
        "Consent lets none of 5 children start; its page says who can't. The policy says at least 4 in a "
        "group. See to their consent or choose another first day."
    ) << "no reason starts a group with nobody";
}

TEST(SmallGroup, that_runs_is_said_to_be_of_so_few_now_and_has_no_day) {
    auto group = kite_group();
    group.started_on = monday;
    std::vector versions{policy(monday - 90, 4)};
    versions.front().id = schools::PolicyVersionId::make(Instant{});
    group.policy_version = versions.front().id;
    EXPECT_FALSE(small_group_of(group, {4, 0}, versions, monday + 21)) << "whatever consent lets start";
    EXPECT_FALSE(small_group_of(group, {3, 3, false}, versions, monday + 21)) << "it is to be ended";
    auto const item = asked_of_the_senco(*small_group_of(group, {3, 3}, versions, monday + 21), 0);
    EXPECT_EQ(item.title, "Kite group has 3 children now: say why, or give more a place");
    EXPECT_EQ(item.detail, "The policy says at least 4 in a group.");
    EXPECT_FALSE(item.due_on);
}

TEST(SmallGroup, waits_for_the_senco_where_somebody_else_delivers_it) {
    auto const item = waits_for_the_senco(*group_on(monday, 5, 3), " Tom can't start.");
    EXPECT_EQ(item.title, "The SENCo, to say why Kite group may start with 3 children");
    EXPECT_EQ(item.detail, "The policy says at least 4 in a group. Tom can't start.");
    EXPECT_EQ(item.due_on, monday);
    EXPECT_EQ(item.waiting, monday - 7);
    EXPECT_EQ(
        waits_for_the_senco(*group_on(monday, 5, 0), "").title,
        "The SENCo, to see that somebody can start Kite group"
    );
}

}  // namespace
}  // namespace today
