#include <gtest/gtest.h>

#include "base/text.hpp"
#include "cases/rules.hpp"
#include "support/golden.hpp"

// docs/states.md is written from the rules themselves: from what status_of answers for an example of each
// stage.
namespace cases {
namespace {

using consent::Answer;

auto const last_step_on = *calendar::parse_iso("2026-05-04");

Facts after(Step last) {
    Facts facts;
    for (auto const step : all_of<Step>()) {
        if (step > last || (step == Step::waiting_list && last != step)) continue;
        StepTaken row;
        row.step = step;
        row.taken_on = last_step_on;
        facts.steps.push_back(row);
    }
    facts.deliverer = "Mrs Ward";
    if (last > Step::letter) {
        consent::Received given;
        given.number = 1;
        given.by = ContactId::parse("0190b6e0-0000-7000-8000-00000000000a");
        given.answer = Answer::given;
        given.answered_on = last_step_on;
        facts.answers.push_back(given);
    }
    return facts;
}

Facts with(Facts facts, std::string const& contact, Answer answer) {
    consent::Received received;
    received.number = static_cast<int>(facts.answers.size()) + 1;
    received.by = ContactId::parse("0190b6e0-0000-7000-8000-00000000000" + contact);
    received.answer = answer;
    received.answered_on = last_step_on;
    facts.answers.push_back(received);
    return facts;
}

struct Example {
    Facts facts;
    Date today = last_step_on;
    std::string by_when;  // in words, where the day is no count of days after the step before
};

Example example_of(Stage stage) {
    auto const completed = [] {
        auto facts = after(Step::completion);
        facts.last_delivered_on = last_step_on;
        return facts;
    };
    auto const window = "the day the window closes, " + std::to_string(completed().impact_closes_weeks) +
                        " weeks after the last session held";
    switch (stage) {
        case Stage::concern_raised: return {after(Step::concern)};
        case Stage::referred: return {after(Step::referral)};
        case Stage::more_information: {
            auto facts = after(Step::referral);
            facts.last_discussion = DiscussionOutcome::more_information;
            facts.information_from = "Mr Hall";
            facts.information_by_on = last_step_on + 7;
            return {facts, last_step_on, "the day agreed in the discussion"};
        }
        case Stage::to_prioritise: return {after(Step::discussion)};
        case Stage::waiting: {
            auto facts = after(Step::waiting_list);
            facts.waiting_review_by_on = last_step_on + 42;
            return {facts, last_step_on, "the review-by date of the waiting list"};
        }
        case Stage::letter_due: return {after(Step::prioritisation)};
        case Stage::awaiting_answer: return {after(Step::letter)};
        case Stage::consent_expired: {
            auto facts = after(Step::start);
            facts.answers.front().expires_on = last_step_on;
            return {facts, last_step_on + 1};
        }
        case Stage::consent_to_note: return {with(after(Step::letter), "a", Answer::given)};
        case Stage::consent_refused: return {with(after(Step::letter), "a", Answer::refused)};
        case Stage::in_dispute:
            return {with(with(after(Step::letter), "a", Answer::given), "b", Answer::refused)};
        case Stage::to_allocate: return {after(Step::consent)};
        case Stage::to_start: {
            auto facts = after(Step::allocation);
            facts.starts_on = last_step_on + 7;
            return {
                facts,
                last_step_on,
                "the programme's first day, or the day the child was given a place, if later"};
        }
        case Stage::running: {
            auto facts = after(Step::start);
            facts.next_session_on = last_step_on + 7;
            return {facts, last_step_on, "the next session"};
        }
        case Stage::stopped: return {with(after(Step::start), "a", Answer::withdrawn)};
        case Stage::impact_to_come: return {completed(), last_step_on, window};
        case Stage::impact_open: return {completed(), last_step_on + 30, window};
        case Stage::impact_overdue: return {completed(), last_step_on + 50, window};
        case Stage::next_step_due: return {after(Step::impact_review)};
        case Stage::closed: {
            auto facts = after(Step::next_step);
            facts.closed_at = calendar::start_of(last_step_on + 1);
            facts.closed_why = "no more support is needed.";
            return {facts, last_step_on + 1, "no day"};
        }
    }
    return {};
}

std::string by_when(Example const& example, Status const& status) {
    if (!example.by_when.empty()) return example.by_when;
    return "within " + text::counted(*status.due_on - last_step_on, "day", "days");
}

std::string what_comes_next(Status const& status) {
    if (status.next) return std::string(in_words(*status.next));
    return status.stage == Stage::closed ? "nothing" : "ask again and undo steps, or close the case";
}

std::string paragraph(Stage stage) {
    auto const example = example_of(stage);
    auto const status = status_of(example.facts, example.today);
    EXPECT_EQ(word(status.stage), word(stage));
    return "### " + std::string(in_words(stage)) + "\n\n" + std::string(meaning_of(stage)) + "\n\n> " +
           status.sentence + "\n\n- Whose move: " + std::string(in_words(status.owner)) +
           "\n- What comes next: " + what_comes_next(status) + "\n- By when: " + by_when(example, status) +
           "\n\n";
}

std::string row_of_order(Step step) {
    std::vector<StepTaken> before;
    for (auto const earlier : all_of<Step>()) {
        if (earlier >= step) break;
        if (earlier == Step::waiting_list) continue;
        StepTaken row;
        row.step = earlier;
        before.push_back(row);
    }
    std::vector<std::string> then;
    before.push_back({});
    before.back().step = step;
    for (auto const next : all_of<Step>())
        if (!objection_to_taking(before, next)) then.emplace_back(in_words(next));
    return "| " + std::to_string(static_cast<int>(step) + 1) + " | " + std::string(in_words(step)) + " | " +
           (then.empty() ? "the case is closed" : text::joined(then, " or ")) + " |\n";
}

std::string states_page() {
    std::string page =
        "# Where a case stands\n\n"
        "Nobody types where a case stands. Withy works it out from what has happened and from today's date, "
        "and says\n"
        "why, whose move it is and by when. This page is written by a test from the rules themselves, so it "
        "can't be\n"
        "out of date. Days are days of the calendar; what falls due on a day without school is due on the "
        "next\n"
        "school day.\n\n"
        "## The order of steps\n\n"
        "No step can be skipped; the waiting list alone is passed over where a place is free. The latest "
        "step can be\n"
        "undone with a reason, and the history shows both.\n\n"
        "| | step | what may follow |\n|---|---|---|\n";
    for (auto const step : all_of<Step>()) page += row_of_order(step);
    page += "\n## The stages\n\n";
    for (auto const stage : all_of<Stage>()) page += paragraph(stage);
    page.pop_back();
    return page;
}

TEST(States, the_page_a_senco_can_read_says_what_the_rules_say) {
    support::expect_golden("docs/states.md", states_page());
}

}  // namespace
}  // namespace cases
