#include <gtest/gtest.h>

#include "consent/rules_test.hpp"

namespace consent {
namespace {

// The rule once more, said about rows instead of voices, as the database says it.
bool concerns(Received const& one, Form form) {
    return one.answer == Answer::withdrawn || !one.form || *one.form == form;
}
bool replaced(std::vector<Received> const& history, std::size_t at, Form form) {
    auto const& one = history[at];
    for (std::size_t other = 0; other < history.size(); ++other) {
        if (!one.by || history[other].by != one.by || !concerns(history[other], form)) continue;
        auto const days = history[other].answered_on - one.answered_on;
        if (days > 0 || (days == 0 && other > at)) return true;
    }
    return false;
}
bool decided_over(std::vector<Received> const& history, std::size_t at, Form form) {
    for (std::size_t later = at + 1; later < history.size(); ++later)
        if (history[later].answer == Answer::decided_to_go_ahead && concerns(history[later], form) &&
            history[later].answered_on >= history[at].answered_on)
            return true;
    return false;
}

// Of the same person, however many refusals came between.
bool comes_after_a_yes(std::vector<Received> const& history, std::size_t at, Form form) {
    auto const& one = history[at];
    for (std::size_t other = 0; other < history.size(); ++other) {
        bool const yes = history[other].answer == Answer::given || history[other].answer == Answer::withdrawn;
        if (!yes || history[other].by != one.by || !concerns(history[other], form)) continue;
        auto const days = one.answered_on - history[other].answered_on;
        if (days > 0 || (days == 0 && other < at)) return true;
    }
    return false;
}

struct Rows {
    bool agreement = false;   // one stands
    bool over = false;        // one stood until its time was over
    bool objection = false;   // one stands
    bool withdrawal = false;  // one of these takes a yes back
    bool decided_not_to = false;

    Rows(std::vector<Received> const& history, Form form) {
        for (std::size_t at = 0; at < history.size(); ++at) {
            auto const answer = history[at].answer;
            if (answer == Answer::decided_to_go_ahead || !concerns(history[at], form) ||
                replaced(history, at, form))
                continue;
            bool const expired =
                !history[at].has_a_say || (history[at].expires_on && *history[at].expires_on < today);
            if (answer == Answer::given)
                (expired ? over : agreement) = true;
            else if (answer == Answer::decided_not_to)
                decided_not_to |= !decided_over(history, at, form);
            else if (!decided_over(history, at, form)) {
                objection = true;
                withdrawal |= answer == Answer::withdrawn || comes_after_a_yes(history, at, form);
            }
        }
    }
    bool in_force() const { return agreement && !objection && !decided_not_to; }
    bool in_dispute() const { return agreement && objection && !withdrawal && !decided_not_to; }
    bool withdrawn_by_one() const { return agreement && withdrawal && !decided_not_to; }
    bool expired() const { return !agreement && over && !objection && !decided_not_to; }
};

std::vector<Received> everything_that_can_be_said() {
    std::vector<Received> all{decides(Answer::decided_to_go_ahead), decides(Answer::decided_not_to)};
    for (auto const& who : {mother, father}) {
        all.push_back(until(says(who, Answer::given, yesterday), yesterday));
        for (auto answer : {Answer::given, Answer::refused, Answer::withdrawn})
            all.push_back(says(who, answer));
    }
    return all;
}

// And agreements of who has lost their say.
std::vector<Received> everything_with_and_without_a_say() {
    auto all = everything_that_can_be_said();
    for (auto const& who : {mother, father}) all.push_back(with_no_say(says(who, Answer::given)));
    return all;
}

// Answers about either form and about both, and decisions over them.
std::vector<Received> everything_that_can_be_said_about_a_form() {
    std::vector<Received> all{says(mother, Answer::withdrawn), says(father, Answer::withdrawn)};
    for (auto const form :
         {std::optional<Form>(), std::optional(Form::group), std::optional(Form::one_to_one)}) {
        for (auto const& who : {mother, father})
            for (auto const answer : {Answer::given, Answer::refused})
                all.push_back(about(form, says(who, answer)));
        if (form != Form::one_to_one)
            for (auto const answer : {Answer::decided_to_go_ahead, Answer::decided_not_to})
                all.push_back(about(form, decides(answer)));
    }
    return all;
}

// The same said yesterday as well as today.
std::vector<Received> everything_that_can_be_said_on_two_days() {
    auto all = everything_that_can_be_said();
    for (auto saying : everything_that_can_be_said()) {
        if (saying.expires_on) continue;
        saying.answered_on = yesterday;
        all.push_back(saying);
    }
    return all;
}

// Compares every history of so many sayings and fewer, and says how many there were.
std::size_t compared(
    std::vector<Received> const& sayings, std::size_t most, std::vector<Form> const& forms = {Form::group}
) {
    std::size_t seen = 0;
    std::vector<Received> history;
    auto const look = [&](auto const& look_further) -> void {
        ++seen;
        for (auto const form : forms) {
            Rows const rows(history, form);
            auto const standing = standing_to(history, form, true, today);
            ASSERT_EQ(standing == Standing::given, rows.in_force()) << "history " << seen;
            ASSERT_EQ(standing == Standing::in_dispute, rows.in_dispute()) << "history " << seen;
            ASSERT_EQ(standing == Standing::expired, rows.expired()) << "history " << seen;
            ASSERT_EQ(rows.agreement && standing == Standing::withdrawn, rows.withdrawn_by_one())
                << "history " << seen;
            ASSERT_EQ(may_be_decided(history, form, today), rows.in_dispute() || rows.withdrawn_by_one());
            ASSERT_NE(standing, Standing::not_asked);
        }
        if (history.size() == most) return;
        for (auto const& saying : sayings) {
            history.push_back(saying);
            history.back().number = static_cast<int>(history.size());
            look_further(look_further);
            history.pop_back();
        }
    };
    look(look);
    return seen;
}

// Every history of up to five answers and decisions of two parents, who may also have agreed for a time that
// is over: 111,111 of them.
TEST(Consent, is_in_force_only_where_one_agrees_and_no_objection_stands_in_any_history) {
    EXPECT_EQ(compared(everything_that_can_be_said(), 5), 111'111U);
}

// Every history of up to four of them, each said today or, recorded whenever, yesterday: 111,151 of them.
TEST(Consent, counts_in_the_order_of_its_days_in_any_history) {
    EXPECT_EQ(compared(everything_that_can_be_said_on_two_days(), 4), 111'151U);
}

// The start of the last unbroken stretch of days, found day by day, over every small history.
TEST(Consent, has_been_in_force_since_the_first_day_of_its_last_unbroken_stretch) {
    auto const first = today - 4;
    std::vector<Received> sayings{decides(Answer::decided_to_go_ahead), decides(Answer::decided_not_to)};
    for (auto const& who : {mother, father})
        for (auto const answer : {Answer::given, Answer::refused, Answer::withdrawn})
            sayings.push_back(says(who, answer));
    sayings.push_back(until(says(mother, Answer::given), first + 1));
    for (auto const& one : sayings)
        for (auto const& two : sayings)
            for (auto const& three : sayings)
                for (int gap = 0; gap < 3; ++gap) {
                    std::vector<Received> history{one, two, three};
                    for (int at = 0; at < 3; ++at)
                        history[static_cast<std::size_t>(at)].answered_on = first + at * gap;
                    history = numbered(history);
                    std::optional<Date> since;
                    for (auto day = today; day >= first && in_force_on(history, day); day = day - 1)
                        since = day;
                    ASSERT_EQ(in_force_since(history, std::nullopt, today), since);
                }
}

TEST(Consent, to_a_form_is_in_force_since_the_yes_to_that_form) {
    auto to_a_group = says(mother, Answer::given, today - 10);
    to_a_group.form = Form::group;
    auto to_one_to_one = says(mother, Answer::given, today - 3);
    to_one_to_one.form = Form::one_to_one;
    auto const history = numbered({to_a_group, to_one_to_one});
    EXPECT_EQ(in_force_since(history, Form::one_to_one, today), today - 3);
    EXPECT_EQ(in_force_since(history, std::nullopt, today), today - 10);
    EXPECT_EQ(in_force_since(history, Form::group, today), today - 10) << "beside it";
    EXPECT_FALSE(in_force_since(std::vector{to_a_group}, Form::one_to_one, today));
}

// Every history of up to four of them, of parents who may have lost their say: 22,621 of them.
TEST(Consent, asks_who_has_a_say_in_any_history) {
    EXPECT_EQ(compared(everything_with_and_without_a_say(), 4), 22'621U);
}

// Every history of up to three answers and decisions, each about a form or both: 6,175 of them.
TEST(Consent, is_in_force_to_each_form_by_what_was_said_about_it_in_any_history) {
    EXPECT_EQ(
        compared(everything_that_can_be_said_about_a_form(), 3, {Form::group, Form::one_to_one}), 6'175U
    );
}

}  // namespace
}  // namespace consent
