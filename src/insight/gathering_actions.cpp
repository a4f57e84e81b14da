#include "insight/gathering_actions.hpp"

#include <algorithm>
#include <map>

#include "assessments/instrument_rules.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/store.hpp"
#include "base/secret.hpp"
#include "insight/edition_rules.hpp"
#include "insight/lot_rules.hpp"
#include "insight/rules.hpp"
#include "insight/score_rules.hpp"
#include "insight/store.hpp"
#include "programmes/rules.hpp"
#include "programmes/store.hpp"

namespace insight::actions {
namespace {

using store::Begun;

struct Period {
    int school_year = 0;
    Date from;
    Date until;
};

Period period_of(int school_year) {
    return {school_year, first_day_of(school_year), last_day_of(school_year)};
}

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

using Scores = std::map<Scale, Change>;

// Reads each case and each instrument once.
class ScoresOf {
public:
    explicit ScoresOf(Visit const& visit) : visit_(visit) {}

    Scores over(CaseId const& the_case, SupportTime const& time) {
        db::WordsStayClosed const no_words(visit_.db);
        auto const all = assessments::store::of_case(visit_.db, visit_.school, the_case);
        for (auto const& one : all) load(one.instrument);
        return changes_of_scores(all, time, instruments_);
    }

private:
    void load(assessments::InstrumentId const& id) {
        if (instruments_.contains(id)) return;
        instruments_.emplace(id, assessments::store::instrument(visit_.db, visit_.school, id).value());
    }

    Visit const& visit_;
    Instruments instruments_;
};

// Of each case with support in the year; `ever` is all support that there was in any year.
std::map<CaseId, SupportTime> times_of(
    std::vector<Begun> const& in_year, std::vector<Begun> const& ever, Date until
) {
    std::map<CaseId, SupportTime> times;
    std::set<PlaceId> of_this_year;
    for (auto const& one : in_year) {
        of_this_year.insert(one.place);
        auto& time = times.try_emplace(one.the_case, SupportTime{.began_on = one.began_on, .until = until})
                         .first->second;
        time.began_on = std::min(time.began_on, one.began_on);
    }
    for (auto const& one : ever)
        if (auto const of = times.find(one.the_case); of != times.end() && !of_this_year.contains(one.place))
            of->second.others.push_back(one.began_on);
    return times;
}

// From the case's first referral to the day on which its support began; nothing where it had support before,
// since nobody waited for what goes on.
std::optional<int> days_waited(
    std::vector<store::Referral> const& referrals, Begun const& begun, SupportTime const& time
) {
    bool const is_first =
        std::ranges::none_of(time.others, [&](Date other) { return other < begun.began_on; });
    if (!is_first) return std::nullopt;
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

std::map<CaseId, PupilId> pupils_of(std::vector<Begun> const& begun) {
    std::map<CaseId, PupilId> pupils;
    for (auto const& one : begun) pupils.emplace(one.the_case, one.pupil);
    return pupils;
}

std::map<PupilId, Support> support_in(
    Visit const& visit, Period const& period, std::vector<store::Referral> const& referrals
) {
    auto& db = visit.db;
    auto const begun = store::begun(db, visit.school, period.from, period.until);
    auto const fidelity = fidelity_of(visit, begun);
    auto const ever = store::begun(db, visit.school, first_day_of(2000), last_day_of(9000));
    auto const times = times_of(begun, ever, last_day_to_score(period.school_year));
    ScoresOf scores(visit);
    std::map<PupilId, Support> all;
    std::map<PlaceId, PupilId> whose;
    for (auto const& one : begun) {
        whose.emplace(one.place, one.pupil);
        auto& support = all[one.pupil];
        if (!support.one_to_one && !support.in_group)
            support.days_waited = days_waited(referrals, one, times.at(one.the_case));
        auto const held = fidelity.find(one.place);
        add(support, one, held == fidelity.end() ? programmes::Fidelity{} : held->second);
    }
    for (auto const& [the_case, pupil] : pupils_of(begun))
        all[pupil].scores.merge(scores.over(the_case, times.at(the_case)));
    auto const measured = store::targets_measured(db, visit.school, period.from, period.until);
    for (auto const& [pupil, change] : changes_of_targets(measured, whose)) all[pupil].targets = change;
    for (auto const& one : store::areas_worked_on(db, visit.school, period.from, period.until))
        if (auto const of = whose.find(one.place); of != whose.end()) all[of->second].areas.insert(one.area);
    return all;
}

ScaleInWords words_for(assessments::Instrument const& instrument, std::string const& scale) {
    ScaleInWords words{
        .instrument = instrument.name,
        .scale = assessments::scale_of(instrument, scale)->label,
        .direction = assessments::section_of(instrument, scale)->direction,
        .edition = edition_of(instrument, scale)};
    if (auto const range = assessments::range_of(instrument, scale, assessments::Occasion::entry)) {
        words.least = range->least;
        words.most = range->most;
    }
    return words;
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
            .pupil_premium = one.pupil_premium,
            .ethnicity = one.ethnicity,
            .referred = referred.contains(one.pupil)};
        if (auto const found = support.find(one.pupil); found != support.end()) {
            child.referred = true;
            child.support = std::move(found->second);
        }
        children.push_back(std::move(child));
    }
    return drawn_by_lot(std::move(children), secret::random_below);
}

void name_scales(Visit const& visit, std::vector<ScaleChange>& scales) {
    Instruments instruments;
    for (auto& one : scales) {
        auto const id =
            store::instrument(visit.db, visit.school, one.scale.instrument, one.scale.version).value();
        if (!instruments.contains(id))
            instruments.emplace(id, assessments::store::instrument(visit.db, visit.school, id).value());
        one.in_words = words_for(instruments.at(id).instrument, one.scale.scale);
    }
}

}  // namespace insight::actions
