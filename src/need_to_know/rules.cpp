#include "need_to_know/rules.hpp"

#include <algorithm>
#include <cctype>

#include "need_to_know/share_rules.hpp"

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

// What brings a person near to a child, and how far it opens.
struct Tie {
    Relationship relationship{};
    Zone deepest{};
    std::optional<StaffId> confidant;
    std::string because;  // "teach 4B"
};

// A headteacher oversees every case, and opens one with a reason.
Tie as_headteacher(visits::Who const& who, Child const& child) {
    if (!shared_by(By::reason, Zone::progress, who, child))
        return {Relationship::headteacher, Zone::headline, {}, "are the headteacher"};
    return {Relationship::headteacher, Zone::progress, {}, "are the headteacher and opened it with a reason"};
}

std::optional<Tie> as_nurture_assistant(visits::Who const& who, Child const& child) {
    auto const& name = child.pupil.forename;
    if (among(who.staff, child.deliverers))
        return Tie{Relationship::deliverer, Zone::progress, who.staff, "support " + name};
    if (among(who.staff, child.former))
        return Tie{
            Relationship::former_deliverer, Zone::progress, who.staff, "held a session of " + name + "'s"};
    return std::nullopt;
}

std::optional<Tie> as_stand_in(visits::Who const& who, Child const& child) {
    auto const& name = child.pupil.forename;
    if (among(who.staff, child.stand_ins))
        return Tie{Relationship::stand_in, Zone::progress, {}, "hold a session of " + name + "'s"};
    auto const from_on = takes_over_on(who.staff, child);
    if (!from_on) return std::nullopt;
    return Tie{
        Relationship::stand_in,
        Zone::progress,
        {},
        "support " + name + " from " + calendar::weekday_day_month(*from_on) + " on"};
}

std::optional<Tie> as_one_of_the_headline(visits::Who const& who, Child const& child) {
    if (auto const until = last_day_in_touch(who, child))
        return Tie{
            Relationship::keeps_in_touch,
            Zone::headline,
            {},
            "supported " + child.pupil.forename + " and hold check-ins until " +
                calendar::weekday_day_month(*until)};
    if (who.holds(Role::safeguarding_lead))
        return Tie{Relationship::safeguarding_lead, Zone::headline, {}, "are the safeguarding lead"};
    if (among(who.staff, child.raised_by))
        return Tie{Relationship::raised_a_concern, Zone::headline, {}, "raised a concern"};
    return std::nullopt;
}

std::optional<Tie> nearest_tie(visits::Who const& who, Child const& child) {
    bool const assists = who.holds(Role::nurture_assistant);
    if (assists)
        if (auto tie = as_nurture_assistant(who, child)) return tie;
    if (teaches(who, child.pupil))
        return Tie{Relationship::class_teacher, Zone::progress, {}, "teach " + child.pupil.class_name};
    if (who.holds(Role::senco)) return Tie{Relationship::senco, Zone::progress, {}, "are the SENCo"};
    if (assists)
        if (auto tie = as_stand_in(who, child)) return tie;
    if (who.holds(Role::headteacher)) return as_headteacher(who, child);
    return as_one_of_the_headline(who, child);
}

std::string whom_the_child_means(Share const& agreed) {
    if (agreed.circle == Circle::concern) return " agreed that whoever raised a concern may";
    if (agreed.circle == Circle::support) return " agreed that whoever holds their sessions may";
    return " agreed that you may";
}

std::string you_see_this_because(std::string const& why) { return "You see this because " + why + "."; }

}  // namespace

bool may_prepare(Date from_on, Date today) { return from_on - today <= days_to_prepare; }

Date in_touch_until(Date closed_on) { return closed_on + weeks_in_touch * calendar::days_in_week; }

bool keeps_in_touch(visits::Who const& who, Child const& child) {
    return last_day_in_touch(who, child).has_value();
}

bool is_family(visits::Who const& who, Child const& child) { return among(who.staff, child.family); }

bool is_in_circle(visits::Who const& who, Child const& child, Circle circle) {
    switch (circle) {
        case Circle::support:
            return who.holds(Role::nurture_assistant) &&
                   (as_nurture_assistant(who, child) || as_stand_in(who, child));
        case Circle::concern: return among(who.staff, child.raised_by);
    }
    return false;
}

std::optional<Access> access_of(visits::Who const& who, Child const& child) {
    if (!who.staff || is_family(who, child)) return std::nullopt;
    auto const tie = nearest_tie(who, child);
    auto const& name = child.pupil.forename;
    auto const whom_within = [&](Zone deepest) {
        return Named(child.pupil.id, name, child.pupil.name(), deepest >= Zone::progress);
    };

    if (auto const until = overridden_until(who, child))
        return Access(
            whom_within(Zone::confidence),
            tie ? tie->relationship : Relationship::overrides,
            Zone::confidence,
            std::nullopt,
            you_see_this_because("you opened it for safeguarding until " + calendar::local_time(*until)),
            true
        );

    bool const by_tie = tie && tie->deepest >= Zone::progress;
    auto const* const agreed = agreed_with(who, child);
    auto const* const named = shared_by(By::senco, Zone::progress, who, child);
    if (!by_tie && !agreed && !named) {
        if (!tie) return std::nullopt;
        return Access(
            whom_within(Zone::headline),
            tie->relationship,
            Zone::headline,
            {},
            you_see_this_because("you " + tie->because)
        );
    }

    bool const told_all = shared_by(By::child, Zone::confidence, who, child) != nullptr;
    auto const deepest = told_all ? Zone::confidence : Zone::progress;
    auto const whom = whom_within(deepest);
    auto const confidant = tie ? tie->confidant : std::nullopt;
    auto const and_all = told_all ? " " + name + " agreed that you may know what was said." : std::string();
    if (by_tie)
        return Access(
            whom, tie->relationship, deepest, confidant, you_see_this_because("you " + tie->because) + and_all
        );
    if (agreed)
        return Access(
            whom,
            tie ? tie->relationship : Relationship::agreed,
            deepest,
            confidant,
            you_see_this_because(name + whom_the_child_means(*agreed)) + and_all
        );
    return Access(
        whom,
        tie ? tie->relationship : Relationship::named_share,
        deepest,
        confidant,
        you_see_this_because(
            "the SENCo shares it with you until " + calendar::weekday_day_month(named->until_on.value())
        ) + and_all
    );
}

std::optional<Named> named(visits::Who const& who, Child const& child) {
    auto const access = access_of(who, child);
    if (!access) return std::nullopt;
    return access->child();
}

visits::ReadZone zone_read(Access const& access, StaffId const& reader) {
    if (access.sees_confided_to(reader)) return visits::ReadZone::confidence;
    return access.sees(Zone::progress) ? visits::ReadZone::progress : visits::ReadZone::headline;
}

std::string reason_without_name(std::string reason, std::string_view forename) {
    if (forename.empty()) return reason;
    auto const parts_words = [&](std::size_t at) {
        return at >= reason.size() || std::isalnum(static_cast<unsigned char>(reason[at])) == 0;
    };
    for (auto at = reason.find(forename); at != reason.npos; at = reason.find(forename, at)) {
        bool const whole = (at == 0 || parts_words(at - 1)) && parts_words(at + forename.size());
        bool const begins_a_sentence = at == 0 || reason.substr(0, at).ends_with(". ");
        std::string_view const instead = begins_a_sentence ? "The child" : "the child";
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
