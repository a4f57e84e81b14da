#include "need_to_know/words_actions.hpp"

#include <algorithm>

#include "base/secret.hpp"
#include "child_keys/about.hpp"
#include "need_to_know/contact_rules.hpp"
#include "need_to_know/deciding.hpp"
#include "need_to_know/store.hpp"

namespace need_to_know {

namespace {

using visits::WordsOf;

WordsOf words_of(std::string_view record) {
    if (record == child_keys::roll_record) return WordsOf::the_roll;
    return record == child_keys::confided_record ? WordsOf::confidence : WordsOf::progress;
}

}  // namespace

bool WordsByDecision::opens(std::string_view whom, std::string_view record) {
    if (record == child_keys::programme_record) return true;
    auto const words = words_of(record);
    if (visit_.reads.may_open(words, whom)) return true;
    return std::ranges::any_of(told_by_words_of(whom), [&](auto const& told) {
        return (words == WordsOf::the_roll && told == whom) || visit_.reads.may_open(words, told);
    });
}

std::vector<std::string> const& WordsByDecision::told_by_words_of(std::string_view whom) {
    auto const known = told_by_words_of_.find(whom);
    if (known != told_by_words_of_.end()) return known->second;
    auto told = store::told_by_words_of(visit_.db, visit_.school, whom);
    return told_by_words_of_.emplace(whom, std::move(told)).first->second;
}

void decide_by_link(Visit const& visit, std::string_view token) {
    if (auto const child = store::child_of_link(visit.db, visit.school, secret::hash_of_token(token)))
        visit.reads.allow(Deciding::made(), child->text());
}

void decide_for_writer(Visit const& visit, PupilId const& pupil) {
    if (visit.who.staff && store::wrote_of(visit.db, visit.school, *visit.who.staff, pupil))
        visit.reads.allow(Deciding::made(), pupil.text());
}

void decide_to_write_on(Visit const& visit, Access const& access, StaffId const& deliverer) {
    if (access.sees_confided_to(deliverer))
        visit.reads.allow_with_confidence(Deciding::made(), access.child().id().text());
}

void decide_to_pass_on_what_was_confided(Visit const& visit, CaseId const& the_case) {
    if (auto const child = store::child_who_lets_go(visit.db, visit.school, the_case))
        visit.reads.allow_with_confidence(Deciding::made(), child->text());
}

void decide_on_the_roll(Visit const& visit) {
    if (duty_to_contacts(visit.who)) visit.reads.allow_the_roll(Deciding::made());
}

}  // namespace need_to_know
