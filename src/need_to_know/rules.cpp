#include "need_to_know/rules.hpp"

#include <algorithm>
#include <cctype>

namespace need_to_know {
namespace {

using visits::Role;

bool among(std::optional<StaffId> const& person, std::vector<StaffId> const& people) {
    return person && std::ranges::find(people, *person) != people.end();
}

// The first day on which this person takes one of the child's programmes over, where it is near.
std::optional<Date> takes_over_on(std::optional<StaffId> const& person, Child const& child) {
    std::optional<Date> first;
    for (auto const& successor : child.successors)
        if (person == successor.staff && may_prepare(successor.from_on, child.today))
            first = std::min(first.value_or(successor.from_on), successor.from_on);
    return first;
}

// The last day on which this person holds check-ins, where that has not passed.
std::optional<Date> last_day_in_touch(visits::Who const& who, Child const& child) {
    std::optional<Date> last;
    if (!who.holds(Role::nurture_assistant)) return last;
    for (auto const& one : child.in_touch) {
        auto const until = in_touch_until(one.closed_on);
        if (who.staff == one.staff && child.today <= until) last = std::max(last.value_or(until), until);
    }
    return last;
}

}  // namespace

bool may_prepare(Date from_on, Date today) { return from_on - today <= days_to_prepare; }

Date in_touch_until(Date closed_on) { return closed_on + weeks_in_touch * calendar::days_in_week; }

bool keeps_in_touch(visits::Who const& who, Child const& child) {
    return last_day_in_touch(who, child).has_value();
}

bool Access::sees(Zone zone) const {
    switch (zone) {
        case Zone::headline: return true;
        case Zone::progress: return deepest_ != Zone::headline;
    }
    return false;
}

std::optional<Access> access_of(visits::Who const& who, Child const& child) {
    if (!who.staff) return std::nullopt;
    if (who.holds(Role::nurture_assistant) && among(who.staff, child.deliverers))
        return Access(
            Relationship::deliverer,
            Zone::progress,
            who.staff,
            "You see this because you support " + child.pupil.forename + "."
        );
    if (who.holds(Role::nurture_assistant) && among(who.staff, child.former))
        return Access(
            Relationship::former_deliverer,
            Zone::progress,
            who.staff,
            "You see this because you held a session of " + child.pupil.forename + "'s."
        );
    if (teaches(who, child.pupil))
        return Access(
            Relationship::class_teacher,
            Zone::progress,
            std::nullopt,
            "You see this because you teach " + child.pupil.class_name + "."
        );
    if (who.holds(Role::senco))
        return Access(
            Relationship::senco, Zone::progress, std::nullopt, "You see this because you are the SENCo."
        );
    if (who.holds(Role::nurture_assistant) && among(who.staff, child.stand_ins))
        return Access(
            Relationship::stand_in,
            Zone::progress,
            std::nullopt,
            "You see this because you hold a session of " + child.pupil.forename + "'s."
        );
    if (auto const from_on = takes_over_on(who.staff, child); from_on && who.holds(Role::nurture_assistant))
        return Access(
            Relationship::stand_in,
            Zone::progress,
            std::nullopt,
            "You see this because you support " + child.pupil.forename + " from " +
                calendar::weekday_day_month(*from_on) + " on."
        );
    if (who.holds(Role::headteacher))
        return Access(
            Relationship::headteacher,
            Zone::progress,
            std::nullopt,
            "You see this because you are the headteacher."
        );
    if (auto const until = last_day_in_touch(who, child))
        return Access(
            Relationship::keeps_in_touch,
            Zone::headline,
            std::nullopt,
            "You see this because you supported " + child.pupil.forename + " and hold check-ins until " +
                calendar::weekday_day_month(*until) + "."
        );
    if (who.holds(Role::safeguarding_lead))
        return Access(
            Relationship::safeguarding_lead,
            Zone::headline,
            std::nullopt,
            "You see this because you are the safeguarding lead."
        );
    if (among(who.staff, child.raised_by))
        return Access(
            Relationship::raised_a_concern,
            Zone::headline,
            std::nullopt,
            "You see this because you raised a concern."
        );
    return std::nullopt;
}

visits::ReadZone zone_read(Access const& access, StaffId const& reader) {
    if (access.sees_confided_to(reader)) return visits::ReadZone::confidence;
    return access.sees(Zone::progress) ? visits::ReadZone::progress : visits::ReadZone::headline;
}

std::string reason_without_name(std::string reason, std::string_view forename) {
    if (forename.empty()) return reason;
    constexpr std::string_view instead = "the child";
    auto const parts_words = [&](std::size_t at) {
        return at >= reason.size() || std::isalnum(static_cast<unsigned char>(reason[at])) == 0;
    };
    for (auto at = reason.find(forename); at != reason.npos; at = reason.find(forename, at)) {
        bool const whole = (at == 0 || parts_words(at - 1)) && parts_words(at + forename.size());
        if (whole) reason.replace(at, forename.size(), instead);
        at += whole ? instead.size() : forename.size();
    }
    return reason;
}

bool teaches(visits::Who const& who, pupils::Pupil const& pupil) {
    return pupil.class_id && who.teaches(*pupil.class_id);
}

bool speaks_with_parents(visits::Who const& who, pupils::Pupil const& pupil) {
    return teaches(who, pupil) || who.holds(Role::senco) || who.holds(Role::headteacher);
}

}  // namespace need_to_know
