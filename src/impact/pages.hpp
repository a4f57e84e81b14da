#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"
#include "design/form.hpp"
#include "design/page.hpp"
#include "impact/impact.hpp"
#include "need_to_know/need_to_know.hpp"
#include "referrals/concern.hpp"

namespace impact::pages {

// "open until Friday 12 June 2026", "late by 3 days"
std::string in_words(Due const& due);
// "To be written from Monday 11 May 2026 to Monday 25 May 2026."
std::string window_in_words(Due const& due);

// Each target's two measures by the class teacher, and no more than two numbers can say of them.
h::Node before_and_after(
    std::vector<programmes::Target> const& targets,
    std::vector<FirstMeasurer> const& measured_before,
    ImpactReview const& review
);

struct ReviewView {
    need_to_know::Seen child;
    programmes::Place place;
    std::string programme_name;
    std::vector<programmes::Target> targets;
    std::vector<FirstMeasurer> measured_before;
    Due due;
    std::optional<ImpactReview> written;
    bool may_write = false;
};
// What was hoped, what was first measured, the same again, and words.
design::Page review(design::FormGuard const& guard, ReviewView const& view, Answers const& answers);

struct NextView {
    need_to_know::Seen child;
    CaseId the_case;
    std::vector<programmes::Target> targets;
    std::vector<FirstMeasurer> measured_before;
    std::optional<ImpactReview> review;
    std::vector<Week> weeks;
    std::vector<CheckIn> check_ins;
    std::optional<NextStep> decided;
    std::vector<referrals::Concern> since_referral;
    bool may_decide = false;
    bool may_raise_next = false;  // another programme was decided, and no concern raised since
};
design::Page next_step(design::FormGuard const& guard, NextView const& view, Answers const& answers);

// The ordinary form of a concern, for what another programme begins with.
design::Page next_concern(
    design::FormGuard const& guard,
    pupils::Pupil const& pupil,
    std::vector<strategies::TargetArea> const& areas,
    Answers const& answers
);

struct CheckInsView {
    need_to_know::Seen child;
    CaseId the_case;
    std::vector<CheckIn> check_ins;
    Date today;
    std::optional<Date> until;  // of a closed case: the last day of its check-ins
    bool may_log = false;
    bool may_ask = false;
};
design::Page check_ins(design::FormGuard const& guard, CheckInsView const& view, Answers const& answers);

// A child whose programme is over, and when they were seen last.
struct Contact {
    CaseId the_case;
    need_to_know::Named child;
    Date completed_on;
    std::optional<Date> last_seen_on;
    std::optional<Date> asked_on;
    std::optional<AskedBy> asked_by;
    std::optional<Date> until;  // where the case is closed
    bool long_unseen = false;
};
// Who asked, and who has not been seen for long.
design::Page contacts(std::vector<Contact> const& contacts);

}  // namespace impact::pages
