#include "referrals/concern_rules.hpp"

#include <algorithm>

#include "schools/rules.hpp"

namespace referrals {

using need_to_know::Relationship;

namespace {

bool reads_concerns(cases::Step step) {
    using cases::Step;
    return step == Step::discussion || step == Step::prioritisation || step == Step::next_step;
}

}  // namespace

bool may_read(
    std::optional<need_to_know::Access> const& access, StaffId const& reader, StaffId const& writer
) {
    return reader == writer || (access && access->sees(need_to_know::Zone::progress));
}

std::optional<Refusal> objection_to_changing(
    StaffId const& person, StaffId const& writer, Date written_on, Date today
) {
    if (person != writer) return Refusal::not_the_writer;
    if (written_on != today) return Refusal::another_day;
    return std::nullopt;
}

Date parent_answered_by(Instant written_at, schools::OpenDays const& open) {
    return schools::school_day_from(
        calendar::local_date(written_at) + days_to_answer_a_parent, open.terms, open.closures
    );
}

std::optional<Refusal> objection_to_answering(bool speaks_with_parents, Source source, bool answered) {
    if (source != Source::parent) return Refusal::not_a_parents_concern;
    if (!speaks_with_parents) return Refusal::not_theirs_to_answer;
    if (answered) return Refusal::already_answered;
    return std::nullopt;
}

std::optional<Refusal> objection_to_referring(Relationship relationship, bool parents_spoken_to) {
    if (relationship == Relationship::senco) return std::nullopt;
    if (relationship != Relationship::class_teacher) return Refusal::not_theirs_to_refer;
    if (!parents_spoken_to) return Refusal::parents_not_spoken_to;
    return std::nullopt;
}

std::optional<Talk> talk_with_parents(std::span<cases::StepTaken const> steps) {
    auto const* referral = cases::standing(steps, cases::Step::referral);
    if (!referral || !referral->reason.starts_with(parents_spoken_to_since)) return std::nullopt;
    return Talk{referral->taken_on, referral->taken_at};
}

bool came_after_referral(Instant written_at, std::span<cases::StepTaken const> steps) {
    auto const* referral = cases::standing(steps, cases::Step::referral);
    return referral && written_at > referral->taken_at;
}

bool reworded_after_referral(
    Instant written_at, std::optional<Instant> reworded_at, std::span<cases::StepTaken const> steps
) {
    return !came_after_referral(written_at, steps) && reworded_at && came_after_referral(*reworded_at, steps);
}

bool is_told_to_who_delivers(Instant written_at, std::span<cases::StepTaken const> steps, Date today) {
    auto const* allocation = cases::standing(steps, cases::Step::allocation);
    return allocation && written_at >= allocation->taken_at &&
           written_at >= calendar::start_of(today - days_a_later_concern_stays);
}

bool waits_to_be_read(
    Instant written_at,
    std::optional<Instant> read_at,
    std::span<cases::StepTaken const> steps,
    std::optional<Instant> reworded_at
) {
    auto const words_since = reworded_at.value_or(written_at);
    if (read_at || !came_after_referral(words_since, steps)) return false;
    return std::ranges::none_of(steps, [&](auto const& taken) {
        return taken.stands() && reads_concerns(taken.step) && taken.taken_at > words_since;
    });
}

bool waits_to_be_known(Instant decided_at, std::optional<Instant> read_at, Date today) {
    bool const is_known = read_at && *read_at >= decided_at;
    return !is_known && today - calendar::local_date(decided_at) <= a_decision_stays;
}

std::vector<Concern> after_referral(std::vector<Concern> concerns, std::span<cases::StepTaken const> steps) {
    std::erase_if(concerns, [&](auto const& concern) {
        return !came_after_referral(concern.reworded_at.value_or(concern.written_at), steps);
    });
    return concerns;
}

bool were_shown(Fields const& form, std::span<Concern const> concerns) {
    return form.value("concerns") == std::to_string(version_of(concerns));
}

FormErrors with_unread(
    FormErrors errors, std::string_view field, Fields const& form, std::span<Concern const> concerns
) {
    if (!were_shown(form, concerns))
        errors.insert(errors.begin(), {std::string(field), in_words(Refusal::another_concern_came)});
    return errors;
}

bool waits_for_answer(Concern const& concern) {
    return concern.said.source == Source::parent && concern.answer.empty();
}

std::optional<Refusal> objection_to_closing(std::span<Concern const> concerns, bool has_a_place) {
    if (has_a_place) return Refusal::has_a_place;
    if (std::ranges::any_of(concerns, waits_for_answer)) return Refusal::parent_unanswered;
    return std::nullopt;
}

std::optional<Refusal> objection_to_declining(bool concern_raised, std::span<Concern const> concerns) {
    if (!concern_raised) return Refusal::decided_already;
    if (std::ranges::any_of(concerns, waits_for_answer)) return Refusal::answer_parent_first;
    return std::nullopt;
}

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::not_the_writer: return "Only who wrote a concern can change its words";
        case Refusal::another_day:
            return "A concern can be changed on the day it was written. Raise another one to add to it";
        case Refusal::changed_meanwhile:
            return "This concern was changed on another page while you wrote. Both texts stand below; keep "
                   "what is best";
        case Refusal::other_than_shown:
            return "This concern was changed since you opened the page, and is not marked as seen yet. Read "
                   "what it says now, then say so";
        case Refusal::another_concern_came:
            return "A concern about this child has come or changed since you opened this page, and nothing "
                   "is "
                   "decided yet. Read what the concerns say now, then decide; what you typed is kept";
        case Refusal::noticed_in_the_future: return "Enter a day that has come already, such as today";
        case Refusal::unknown_area: return "Choose from the areas shown";
        case Refusal::not_a_parents_concern: return "This concern did not come from a parent or carer";
        case Refusal::already_answered: return "The parent's answer has been recorded already";
        case Refusal::not_theirs_to_answer:
            return "The class teacher, the SENCo or the headteacher answers a parent";
        case Refusal::not_theirs_to_refer: return "The SENCo or the child's class teacher refers a pupil";
        case Refusal::parents_not_spoken_to:
            return "Speak with a parent or carer first, then tick that you have; or ask the SENCo to refer";
        case Refusal::parent_unanswered:
            return "A parent raised a concern and has not been answered. Record the answer on the concern, "
                   "then close";
        case Refusal::has_a_place:
            return "The child has a place in a programme. End the place first, then close";
        case Refusal::decided_already: return "This concern has been decided on already";
        case Refusal::answer_parent_first:
            return "A parent raised a concern and waits for an answer. Record what the parent was told first";
    }
    return {};
}

}  // namespace referrals
