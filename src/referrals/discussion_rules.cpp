#include "referrals/discussion_rules.hpp"

#include "cases/rules.hpp"

namespace referrals {

using cases::DiscussionOutcome;

namespace {

std::string why_not_due(cases::Facts const& facts, cases::Step step, std::string_view taken_already) {
    if (facts.closed_at) return cases::in_words(cases::Refusal::closed);
    auto const objection = cases::objection_to_taking(facts.steps, step);
    if (!objection) return {};
    if (*objection == cases::Refusal::already_taken) return std::string(taken_already);
    return cases::in_words(*objection);
}

}  // namespace

std::vector<DiscussionFault> faults_of(DiscussionInput const& said, Date referred_on, Date today) {
    std::vector<DiscussionFault> faults;
    auto const note = [&](bool wrong, DiscussionFault fault) {
        if (wrong) faults.push_back(fault);
    };
    note(said.held_on > today, DiscussionFault::held_in_the_future);
    note(said.held_on < referred_on, DiscussionFault::held_before_the_referral);
    switch (said.outcome) {
        case DiscussionOutcome::go_on: note(said.areas.empty(), DiscussionFault::no_target_area); break;
        case DiscussionOutcome::something_else:
            note(said.instead.empty(), DiscussionFault::not_said_what_instead);
            break;
        case DiscussionOutcome::more_information:
            note(said.information_from.empty(), DiscussionFault::not_said_who_finds_out);
            note(!said.information_by_on, DiscussionFault::not_said_by_when);
            note(
                said.information_by_on && *said.information_by_on <= today, DiscussionFault::by_when_is_past
            );
            break;
        case DiscussionOutcome::no_need_now: break;
    }
    return faults;
}

std::string why_not_due(cases::Facts const& facts) {
    return why_not_due(
        facts,
        cases::Step::discussion,
        "This has been talked through already, and stands as it was recorded then"
    );
}

std::string why_not_weighed(cases::Facts const& facts) {
    return why_not_due(
        facts,
        cases::Step::prioritisation,
        "This has been weighed already, and stands as it was recorded then"
    );
}

bool ends_the_case(DiscussionOutcome outcome) {
    switch (outcome) {
        case DiscussionOutcome::go_on:
        case DiscussionOutcome::more_information: return false;
        case DiscussionOutcome::something_else:
        case DiscussionOutcome::no_need_now: return true;
    }
    return false;
}

std::string why_closed(DiscussionInput const& said) {
    auto const what = said.outcome == DiscussionOutcome::something_else
                          ? "something else instead (" + said.instead + ")"
                          : std::string("no need now");
    return what + ". " + said.reason;
}

std::string_view field_of(DiscussionFault fault) {
    switch (fault) {
        case DiscussionFault::held_in_the_future:
        case DiscussionFault::held_before_the_referral: return "held_on";
        case DiscussionFault::no_target_area: return "areas";
        case DiscussionFault::not_said_what_instead: return "instead";
        case DiscussionFault::not_said_who_finds_out: return "information_from";
        case DiscussionFault::not_said_by_when:
        case DiscussionFault::by_when_is_past: return "information_by_on";
    }
    return {};
}

std::string in_words(DiscussionFault fault) {
    switch (fault) {
        case DiscussionFault::held_in_the_future: return "Enter a day that has come already, such as today";
        case DiscussionFault::held_before_the_referral:
            return "The discussion comes after the referral; enter that day or a later one";
        case DiscussionFault::no_target_area: return "Choose at least one target area to work on";
        case DiscussionFault::not_said_what_instead: return "Enter what will help instead";
        case DiscussionFault::not_said_who_finds_out: return "Enter who will find out more";
        case DiscussionFault::not_said_by_when: return "Enter the day by which they will know more";
        case DiscussionFault::by_when_is_past:
            return "Enter a day after today, so that there is time to find out";
    }
    return {};
}

}  // namespace referrals
