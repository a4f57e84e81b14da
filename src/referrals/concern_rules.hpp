#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/fields.hpp"
#include "cases/rules.hpp"
#include "need_to_know/need_to_know.hpp"
#include "referrals/concern.hpp"

namespace referrals {

enum class Refusal {
    not_the_writer,
    another_day,
    changed_meanwhile,
    other_than_shown,
    another_concern_came,
    noticed_in_the_future,
    unknown_area,
    not_a_parents_concern,
    already_answered,
    not_theirs_to_answer,
    not_theirs_to_refer,
    parents_not_spoken_to,
    parent_unanswered,
    has_a_place,
    decided_already,
    answer_parent_first
};
std::string in_words(Refusal refusal);

// A concern is declined while nobody has referred the child, and a parent's only once the parent has been
// answered (I5).
std::optional<Refusal> objection_to_declining(bool concern_raised, std::span<Concern const> concerns);

// Who knows the child's progress reads every concern; who wrote one always sees their own.
bool may_read(
    std::optional<need_to_know::Access> const& access, StaffId const& reader, StaffId const& writer
);

// The writer may change the words until the end of the day on which they were written.
std::optional<Refusal> objection_to_changing(
    StaffId const& person, StaffId const& writer, Date written_on, Date today
);

// A parent who raised a concern hears within the days in which somebody decides about it, since it is not
// declined before they have been answered (I5). Where there is no school on that day, the next school day
// counts.
inline constexpr int days_to_answer_a_parent = cases::pace::referral_after_concern;
Date parent_answered_by(Instant written_at, schools::OpenDays const& open);

// A parent hears from the class teacher, the SENCo or the headteacher, once (I5).
std::optional<Refusal> objection_to_answering(bool speaks_with_parents, Source source, bool answered);

// The SENCo may refer; the class teacher too, once parents have been spoken to.
std::optional<Refusal> objection_to_referring(
    need_to_know::Relationship relationship, bool parents_spoken_to
);

// What a referral says whose writer has spoken with a parent since the concern.
inline constexpr std::string_view parents_spoken_to_since = "Parents have been spoken to.";
// The talk of which the referral tells, where it stands.
std::optional<Talk> talk_with_parents(std::span<cases::StepTaken const> steps);

// A concern that joined a case already referred: no referral or discussion of that case rested on it.
bool came_after_referral(Instant written_at, std::span<cases::StepTaken const> steps);

// Who delivers support is told for so many days, as of a withdrawal, of what others wrote since the place was
// given.
inline constexpr int days_a_later_concern_stays = 7;
bool is_told_to_who_delivers(Instant written_at, std::span<cases::StepTaken const> steps, Date today);

// It was written before, and has other words since: the referral rested on those that it had then.
bool reworded_after_referral(
    Instant written_at, std::optional<Instant> reworded_at, std::span<cases::StepTaken const> steps
);

// A concern of either sort waits until the SENCo has read it, or has talked the case through, weighed it or
// decided on it since, with the concern before them in the words that it has.
bool waits_to_be_read(
    Instant written_at,
    std::optional<Instant> read_at,
    std::span<cases::StepTaken const> steps,
    std::optional<Instant> reworded_at = {}
);

// Who wrote a concern that was not taken up is told why until they say that they have read it, and for so
// many days at most.
inline constexpr int a_decision_stays = 14;
bool waits_to_be_known(Instant decided_at, std::optional<Instant> read_at, Date today);

// Those of them that came after the referral or have other words since, in their order.
std::vector<Concern> after_referral(std::vector<Concern> concerns, std::span<cases::StepTaken const> steps);

// The form was sent from a page that showed these concerns as they stand; none is decided on unread.
bool were_shown(Fields const& form, std::span<Concern const> concerns);

// The errors of a form with, first, that a concern came or changed where its page did not show them as they
// stand: the page that comes back shows all, and no other error hides that.
FormErrors with_unread(
    FormErrors errors, std::string_view field, Fields const& form, std::span<Concern const> concerns
);

// True where a parent's concern has no answer yet.
bool waits_for_answer(Concern const& concern);

// A case with a parent's concern closes only when that parent has been answered (I5), and none while the
// child has a place in a programme.
std::optional<Refusal> objection_to_closing(std::span<Concern const> concerns, bool has_a_place = false);

}  // namespace referrals
