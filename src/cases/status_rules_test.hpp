#pragma once

#include <gtest/gtest.h>

#include <optional>

#include "cases/rules.hpp"
#include "consent/rules.hpp"

namespace cases {

// What a case has come to in tests of its status.
using consent::Answer;

inline auto const taken_on = *calendar::parse_iso("2026-05-04");
inline auto const mother = *ContactId::parse("0190b6e0-0000-7000-8000-00000000000a");
inline auto const father = *ContactId::parse("0190b6e0-0000-7000-8000-00000000000b");

inline Facts after(Step last, bool with_waiting_list = false) {
    Facts facts;
    for (auto const step : all_of<Step>()) {
        if (step > last || (step == Step::waiting_list && last != step && !with_waiting_list)) continue;
        StepTaken row;
        row.step = step;
        row.taken_on = taken_on;
        facts.steps.push_back(row);
    }
    return facts;
}

inline void hear(Facts& facts, std::optional<ContactId> who, Answer answer, Date on = taken_on) {
    consent::Received received;
    received.number = static_cast<int>(facts.answers.size()) + 1;
    received.by = who;
    received.answer = answer;
    received.answered_on = on;
    facts.answers.push_back(received);
}

inline Facts with_consent(Step last) {
    auto facts = after(last);
    facts.last_asked_on = taken_on;
    hear(facts, mother, Answer::given);
    facts.deliverer = "Mrs Ward";
    facts.starts_on = taken_on + 7;
    return facts;
}

inline void expect(Facts const& facts, Date today, Status const& expected) {
    auto const status = status_of(facts, today);
    EXPECT_EQ(word(status.stage), word(expected.stage));
    EXPECT_EQ(status.sentence, expected.sentence);
    EXPECT_EQ(status.next, expected.next) << word(status.stage);
    EXPECT_EQ(word(status.owner), word(expected.owner)) << word(status.stage);
    EXPECT_EQ(status.due_on, expected.due_on) << word(status.stage);
}

}  // namespace cases
