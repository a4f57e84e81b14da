#include "insight/gathering_actions.hpp"

#include <algorithm>
#include <map>

#include "base/secret.hpp"
#include "insight/lot_rules.hpp"
#include "insight/rules.hpp"
#include "insight/store.hpp"
#include "programmes/rules.hpp"
#include "programmes/store.hpp"

namespace insight::actions {
namespace {

using store::Begun;

struct Period {
    Date from;
    Date until;
};

Period period_of(int school_year) { return {first_day_of(school_year), last_day_of(school_year)}; }

// By place, what the register says; each programme is read once.
std::map<PlaceId, programmes::Fidelity> fidelity_of(Visit const& visit, std::vector<Begun> const& begun) {
    db::WordsStayClosed const no_words(visit.db);
    std::set<ProgrammeId> ids;
    for (auto const& one : begun) ids.insert(one.programme);
    std::map<PlaceId, programmes::Fidelity> found;
    for (auto const& id : ids) {
        auto const sessions = programmes::store::sessions(visit.db, visit.school, id);
        auto attendance = programmes::store::attendance(visit.db, visit.school, id);
        for (auto const& place : programmes::store::places(visit.db, visit.school, id, visit.today))
            found.emplace(place.id, programmes::fidelity_of(sessions, place, attendance[place.id]));
    }
    return found;
}

// What a child's targets changed by on average, with the longest time between two measures of one.
class TargetsOf {
public:
    void add(store::Measured const& one) {
        sum_ += one.after - one.before;
        ++count_;
        days_ = std::max(days_, calendar::local_date(one.after_at) - calendar::local_date(one.before_at));
    }
    Change change() const { return {.by = sum_ / count_, .days = days_}; }

private:
    double sum_ = 0;
    int count_ = 0;
    int days_ = 0;
};

std::map<PupilId, Change> changes_of_targets(
    std::vector<store::Measured> const& measured, std::map<PlaceId, PupilId> const& whose
) {
    std::map<PupilId, TargetsOf> targets;
    for (auto const& one : measured)
        if (auto const of = whose.find(one.place); of != whose.end()) targets[of->second].add(one);
    std::map<PupilId, Change> changes;
    for (auto const& [pupil, of] : targets) changes.emplace(pupil, of.change());
    return changes;
}

// The first score on entry and the last of each later occasion.
struct Scores {
    std::optional<store::Scored> entry, exit, follow_up;

    void add(store::Scored const& one) {
        if (one.occasion == "entry" && !entry) entry = one;
        if (one.occasion == "exit") exit = one;
        if (one.occasion == "follow_up") follow_up = one;
    }
};

std::optional<Change> between(
    std::optional<store::Scored> const& from, std::optional<store::Scored> const& to
) {
    if (!from || !to || to->rated_on < from->rated_on) return std::nullopt;
    return Change{.by = static_cast<double>(to->score - from->score), .days = to->rated_on - from->rated_on};
}

std::map<CaseId, std::map<Scale, Change>> changes_of_scores(std::vector<store::Scored> const& scored) {
    std::map<std::pair<CaseId, Scale>, Scores> scores;
    for (auto const& one : scored)
        scores[{one.the_case, {one.instrument, one.scale, one.informant, Span::entry_to_exit}}].add(one);
    std::map<CaseId, std::map<Scale, Change>> changes;
    for (auto const& [of, all] : scores) {
        auto scale = of.second;
        if (auto const change = between(all.entry, all.exit)) changes[of.first].emplace(scale, *change);
        scale.span = Span::entry_to_follow_up;
        if (auto const change = between(all.entry, all.follow_up)) changes[of.first].emplace(scale, *change);
    }
    return changes;
}

// From the case's first referral to the day on which support began.
std::optional<int> days_waited(std::vector<store::Referral> const& referrals, Begun const& begun) {
    auto const first = std::ranges::find_if(referrals, [&](store::Referral const& one) {
        return one.the_case == begun.the_case && one.referred_on <= begun.began_on;
    });
    return first == referrals.end() ? std::nullopt : std::optional(begun.began_on - first->referred_on);
}

void add(Support& support, Begun const& begun, programmes::Fidelity const& fidelity) {
    (begun.form == programmes::Form::one_to_one ? support.one_to_one : support.in_group) = true;
    support.planned += fidelity.planned;
    support.delivered += fidelity.delivered;
    support.attended += fidelity.attended;
}

std::map<PupilId, Support> support_in(
    Visit const& visit, Period const& period, std::vector<store::Referral> const& referrals
) {
    auto& db = visit.db;
    auto const begun = store::begun(db, visit.school, period.from, period.until);
    auto const fidelity = fidelity_of(visit, begun);
    auto const scores = changes_of_scores(store::scores(db, visit.school, period.from, period.until));
    std::map<PupilId, Support> all;
    std::map<PlaceId, PupilId> whose;
    for (auto const& one : begun) {
        whose.emplace(one.place, one.pupil);
        auto& support = all[one.pupil];
        if (!support.one_to_one && !support.in_group) support.days_waited = days_waited(referrals, one);
        auto const held = fidelity.find(one.place);
        add(support, one, held == fidelity.end() ? programmes::Fidelity{} : held->second);
        if (auto const found = scores.find(one.the_case); found != scores.end())
            support.scores.insert(found->second.begin(), found->second.end());
    }
    auto const measured = store::targets_measured(db, visit.school, period.from, period.until);
    for (auto const& [pupil, change] : changes_of_targets(measured, whose)) all[pupil].targets = change;
    for (auto const& one : store::areas_worked_on(db, visit.school, period.from, period.until))
        if (auto const of = whose.find(one.place); of != whose.end()) all[of->second].areas.insert(one.area);
    return all;
}

}  // namespace

std::vector<Child> children_in(Visit const& visit, int school_year) {
    auto const period = period_of(school_year);
    auto const referrals = store::referrals(visit.db, visit.school, period.until);
    std::set<PupilId> referred;
    for (auto const& one : referrals)
        if (one.referred_on >= period.from) referred.insert(one.pupil);
    auto support = support_in(visit, period, referrals);
    std::vector<Child> children;
    for (auto const& one : store::on_roll(visit.db, visit.school, period.from, period.until, school_year)) {
        Child child{
            .sex = one.sex,
            .sen_provision = one.sen_provision,
            .year_group = one.year_group,
            .referred = referred.contains(one.pupil)};
        if (auto const found = support.find(one.pupil); found != support.end()) {
            child.referred = true;
            child.support = std::move(found->second);
        }
        children.push_back(std::move(child));
    }
    return drawn_by_lot(std::move(children), secret::random_below);
}

}  // namespace insight::actions
