#include "staff/rules.hpp"

#include <gtest/gtest.h>

#include "staff/forms.hpp"

namespace staff {
namespace {

Date const today = *calendar::parse_iso("2026-05-12");

StaffId const ada = StaffId::make({1});
StaffId const grace = StaffId::make({2});

Training training(int held, int expires, TrainingKind kind = TrainingKind::nurture) {
    return {{}, ada, kind, "Nurture UK", today + held, today + expires};
}

RoleHeld role(StaffId const& staff, int from, std::optional<int> to = {}) {
    return {
        {},
        staff,
        visits::Role::administrator,
        {},
        {},
        today + from,
        to ? std::optional(today + *to) : std::nullopt};
}

TEST(TrainingRules, training_counts_from_the_day_it_was_held_to_the_day_it_expires) {
    std::vector const trainings{training(-10, 10)};
    for (int offset = -15; offset <= 15; ++offset)
        EXPECT_EQ(trained_on(trainings, TrainingKind::nurture, today + offset), offset >= -10 && offset <= 10)
            << offset;
    EXPECT_FALSE(trained_on(trainings, TrainingKind::safeguarding, today));
}

TEST(TrainingForm, takes_the_safeguarding_procedure_for_a_year_at_most) {
    auto const taken = [](TrainingKind kind, int days) {
        Fields fields({{"kind", std::string(word(kind))}, {"name", "Known"}, {"reason", "A slip"}});
        for (auto const& [field, day] :
             {std::pair("held_on", today), std::pair("expires_on", today + days)}) {
            auto const iso = calendar::iso(day);
            fields.add(std::string(field) + "-year", iso.substr(0, 4));
            fields.add(std::string(field) + "-month", iso.substr(5, 2));
            fields.add(std::string(field) + "-day", iso.substr(8, 2));
        }
        auto const made = forms::training(fields, today).has_value();
        EXPECT_EQ(forms::training_correction(fields, kind, today).has_value(), made);
        return made;
    };
    for (int days : {0, 364, 365, 366, 3650}) {
        EXPECT_EQ(taken(TrainingKind::safeguarding, days), days <= 365) << days;
        EXPECT_TRUE(taken(TrainingKind::nurture, days)) << days;
    }
}

// Every pair of trainings that begin and end within ten days of each other.
TEST(TrainingRules, renewed_training_goes_on_while_no_day_lies_between) {
    for (int held = -5; held <= 5; ++held)
        for (int expires = held; expires <= 8; ++expires) {
            std::vector const trainings{training(-3, 2), training(held, expires)};
            std::optional<Date> expected;
            for (auto day = today; trained_on(trainings, TrainingKind::nurture, day); day = day + 1)
                expected = day;
            ASSERT_EQ(trained_until(trainings, TrainingKind::nurture, today), expected);
        }
}

TEST(TrainingRules, the_last_day_of_training_is_to_come_or_else_the_latest_that_went_by) {
    auto const last_day = [](std::vector<Training> const& trainings) {
        return last_day_trained(trainings, TrainingKind::nurture, today);
    };
    EXPECT_EQ(last_day({}), std::nullopt);
    EXPECT_EQ(last_day({training(1, 300)}), std::nullopt);
    EXPECT_EQ(last_day({training(-300, -1, TrainingKind::safeguarding)}), std::nullopt);
    EXPECT_EQ(last_day({training(-300, 0), training(2, 300)}), today);
    EXPECT_EQ(last_day({training(-300, 0), training(1, 300)}), today + 300);
    EXPECT_EQ(last_day({training(-300, -9), training(-300, -8), training(1, 300)}), today - 8);
}

// Every correction of a training that begins and ends within some days, against the days of which it takes
// the cover.
TEST(TrainingRules, a_correction_leaves_untrained_what_was_covered_and_is_no_more) {
    std::vector<HeldSession> held;
    for (int day = -6; day <= 6; ++day) held.push_back({today + day, "Brave steps", day + 7});
    std::vector const before{training(-4, 4), training(3, 5)};
    for (int from = -6; from <= 6; ++from)
        for (int to = from; to <= 6; ++to) {
            std::vector const after{training(from, to), training(3, 5)};
            std::vector<int> expected;
            for (int day = -4; day <= 2; ++day)
                if (day < from || day > to) expected.push_back(day + 7);
            std::vector<int> left;
            for (auto const& session : left_untrained(held, before, after)) left.push_back(session.number);
            ASSERT_EQ(left, expected);
        }
}

TEST(RoleRules, nobody_gives_themselves_a_role_that_opens_childrens_cases) {
    for (auto const role : all_of<visits::Role>()) {
        EXPECT_TRUE(may_give(ada, grace, role));
        EXPECT_TRUE(may_give(std::nullopt, ada, role));
        bool const opens_none = role == visits::Role::support_staff || role == visits::Role::administrator ||
                                role == visits::Role::governor;
        EXPECT_EQ(may_give(ada, ada, role), opens_none) << word(role);
    }
}

TEST(TrainingRules, the_standing_tells_what_to_do) {
    auto const state = [](std::vector<Training> const& trainings) {
        return training_standing(trainings, TrainingKind::nurture, today).state;
    };
    EXPECT_EQ(state({}), TrainingState::none);
    EXPECT_EQ(state({training(1, 300)}), TrainingState::starts_later);
    EXPECT_EQ(state({training(-300, 61)}), TrainingState::in_force);
    EXPECT_EQ(state({training(-300, 60)}), TrainingState::expires_soon);
    EXPECT_EQ(state({training(-300, 0)}), TrainingState::expires_soon);
    EXPECT_EQ(state({training(-300, -1)}), TrainingState::expired);
    EXPECT_EQ(state({training(-300, 20), training(10, 300)}), TrainingState::in_force);
    EXPECT_EQ(state({training(-300, 300, TrainingKind::safeguarding)}), TrainingState::none);
}

TEST(InvitationRules, a_link_is_open_until_it_is_used_withdrawn_or_two_weeks_old) {
    Invitation invitation{.school = {1}, .staff = ada, .made_at = {0}, .expires_at = {invitation_lasts}};
    EXPECT_EQ(invitation_state(invitation, {invitation_lasts - 1}), InvitationState::open);
    EXPECT_EQ(invitation_state(invitation, {invitation_lasts}), InvitationState::expired);
    invitation.revoked_at = Instant{1};
    EXPECT_EQ(invitation_state(invitation, {2}), InvitationState::revoked);
    invitation.used_at = Instant{1};
    EXPECT_EQ(invitation_state(invitation, {2}), InvitationState::used);
}

TEST(AccountRules, the_account_follows_leaving_first) {
    Person person{.id = ada, .name = "Ada", .address = "ada@x.example"};
    EXPECT_EQ(account_state(person, false, today), AccountState::not_invited);
    EXPECT_EQ(account_state(person, true, today), AccountState::invited);
    person.account = AccountId::make({1});
    EXPECT_EQ(account_state(person, true, today), AccountState::may_sign_in);
    person.left_on = today + 1;
    EXPECT_EQ(account_state(person, false, today), AccountState::may_sign_in);
    person.left_on = today;
    EXPECT_EQ(account_state(person, false, today), AccountState::left);
}

TEST(AdministratorRules, only_another_who_goes_on_without_an_end_can_take_over) {
    auto const takes_over = [](RoleHeld const& other) {
        return somebody_else_administers(std::vector{role(ada, -100), other}, ada, today);
    };
    EXPECT_TRUE(takes_over(role(grace, -1)));
    EXPECT_TRUE(takes_over(role(grace, 0)));
    EXPECT_FALSE(takes_over(role(grace, 1)));
    EXPECT_FALSE(takes_over(role(grace, -10, 20)));
    EXPECT_FALSE(takes_over(role(ada, -10)));
}

TEST(RoleRules, a_role_holds_from_its_first_to_its_last_day) {
    EXPECT_TRUE(holds_on(role(ada, 0, 0), today));
    EXPECT_FALSE(holds_on(role(ada, 1), today));
    EXPECT_FALSE(holds_on(role(ada, -5, -1), today));
    EXPECT_TRUE(holds_on(role(ada, -5), today));
}

TEST(RoleRules, the_same_role_on_the_same_day_is_held_already) {
    auto const again = [](std::vector<RoleHeld> const& roles, int from, std::optional<int> to) {
        RoleInput const input{
            visits::Role::administrator, {}, today + from, to ? std::optional(today + *to) : std::nullopt};
        return held_already(roles, input);
    };
    EXPECT_TRUE(again({role(ada, -5)}, 0, {}));
    EXPECT_TRUE(again({role(ada, -5, 0)}, 0, {}));
    EXPECT_FALSE(again({role(ada, -5, -1)}, 0, {}));
    EXPECT_TRUE(again({role(ada, 5)}, 0, {}));
    EXPECT_FALSE(again({role(ada, 5)}, 0, 4));
    EXPECT_FALSE(held_already(std::vector{role(ada, -5)}, {visits::Role::senco, {}, today, {}}));
}

}  // namespace
}  // namespace staff
