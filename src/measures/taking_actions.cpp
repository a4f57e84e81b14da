#include "measures/taking_actions.hpp"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

#include "base/hundredths.hpp"
#include "measures/due_rules.hpp"
#include "measures/store.hpp"
#include "measures/taking_store.hpp"
#include "need_to_know/actions.hpp"
#include "pupils/class_store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "schools/store.hpp"

namespace measures::actions {
namespace {

using records::Action;
using records::text_of;

Date first_day_of(pupils::SchoolClass const& a_class) { return *calendar::date(a_class.school_year, 9, 1); }

// A page of scores shows how each child gets on, so it lists whom the visitor sees that of today: a past day
// opens nobody who has left the class.
void name_pupils(Visit const& visit, std::vector<pupils::Pupil> pupils, ClassOnDay& on_day) {
    need_to_know::Sight const sight(visit);
    auto const own_children = need_to_know::own_children(visit);
    std::map<PupilId, taking_store::InClassToday> today;
    for (auto& one : taking_store::classes_today(visit.db, visit.school, on_day.class_id, visit.today))
        today.emplace(one.pupil, one);
    for (auto& pupil : pupils) {
        auto const in = today.find(pupil.id);
        pupil.class_id = in == today.end() ? std::nullopt : std::optional(in->second.class_id);
        pupil.class_name = in == today.end() ? std::string() : in->second.class_name;
        if (own_children.contains(pupil.id))
            ++on_day.not_shown;
        else if (auto named = sight.names(pupil); named && named->is_near())
            on_day.pupils.push_back(std::move(*named));
        else
            on_day.left.push_back(pupil.id);
    }
}

std::string in_the_log(std::optional<int> score) {
    return score ? hundredths::in_words(*score) : std::string();
}

void record(Visit& visit, Action action, Score const& score, std::optional<int> before) {
    records::write(
        visit,
        {.action = action,
         .subject = "class_score",
         .subject_id = text_of(score.id),
         .about = text_of(score.pupil),
         .record = child_keys::roll_record,
         .fields = {{"score", in_the_log(before), in_the_log(score.score)}}}
    );
}

// Taking the measures of this class on this day, begun where nobody has yet.
TakingId taking_of(Visit& visit, ClassOnDay const& on_day) {
    if (auto const begun = taking_store::find(visit.db, visit.school, on_day.class_id, on_day.day))
        return begun->id;
    Taking const taking{.id = visit.new_id<TakingId>(), .class_id = on_day.class_id, .taken_on = on_day.day};
    taking_store::add(visit.db, visit.school, taking, visit.staff(), visit.now);
    records::write(
        visit,
        {.action = Action::made,
         .subject = "class_taking",
         .subject_id = text_of(taking.id),
         .fields = {{"class_id", "", text_of(taking.class_id)}, {"taken_on", "", text_of(taking.taken_on)}}}
    );
    return taking.id;
}

void add(Visit& visit, TakingId const& taking, Entry const& entry) {
    Score const made{
        .id = visit.new_id<ScoreId>(),
        .taking = taking,
        .measure = entry.measure,
        .pupil = entry.pupil,
        .score = entry.score};
    taking_store::add(visit.db, visit.school, made, visit.staff(), visit.now);
    record(visit, Action::made, made, std::nullopt);
}

void change(Visit& visit, Score const& stands, Entry const& entry) {
    auto changed = stands;
    changed.score = entry.score;
    taking_store::change(visit.db, visit.school, changed, visit.staff(), visit.now);
    record(visit, entry.score ? Action::changed : Action::undone, changed, stands.score);
}

bool changes_something(ClassOnDay const& on_day, Entry const& entry) {
    return entry.was_touched() && on_day.score(entry.pupil, entry.measure) != entry.score;
}

std::vector<EnteredMeanwhile> entered_meanwhile(
    Visit const& visit, ClassOnDay const& on_day, std::vector<Entry> const& changed
) {
    std::vector<EnteredMeanwhile> all;
    for (auto const& entry : changed) {
        auto const found = on_day.scores.find({entry.pupil, entry.measure});
        if (found == on_day.scores.end() || found->second.version == entry.version) continue;
        auto const by = taking_store::entered(visit.db, visit.school, found->second.id);
        all.push_back(
            {.place = found->first,
             .stands = found->second.score,
             .by_name = by ? by->by_name : std::string(),
             .at = by ? by->at : visit.now}
        );
    }
    return all;
}

std::vector<LastScored> last_scored(
    Visit const& visit, ClassId const& class_id, std::set<PupilId> const& own_children
) {
    std::vector<LastScored> all;
    for (auto const& [pupil, measure, taken_on] :
         taking_store::last_scores(visit.db, visit.school, class_id, visit.today)) {
        if (own_children.contains(pupil)) continue;
        if (all.empty() || all.back().pupil != pupil) all.push_back({pupil});
        if (measure && taken_on) all.back().by_measure.emplace(*measure, *taken_on);
    }
    return all;
}

}  // namespace

std::optional<ClassOnDay> open_class(Visit const& visit, ClassId const& class_id, Date day) {
    if (!visit.who.teaches(class_id)) return std::nullopt;
    auto const the_class = pupils::class_store::find(visit.db, visit.school, class_id);
    if (!the_class || day > visit.today || day < first_day_of(*the_class)) return std::nullopt;

    ClassOnDay on_day{.class_id = class_id, .class_name = the_class->name, .day = day};
    on_day.measures = store::standing(visit.db, visit.school, day);
    name_pupils(visit, taking_store::pupils_on(visit.db, visit.school, class_id, day), on_day);
    for (auto const& pupil : taking_store::members_on(visit.db, visit.school, class_id, day))
        on_day.was_in_class.insert(pupil);
    auto const taking = taking_store::find(visit.db, visit.school, class_id, day);
    if (!taking) return on_day;
    on_day.taking = taking->id;
    for (auto const& score : taking_store::scores_of(visit.db, visit.school, taking->id))
        on_day.scores.emplace(Place{score.pupil, score.measure}, score);
    return on_day;
}

void note_read(Visit const& visit, ClassOnDay const& on_day) {
    need_to_know::note_list_of_progress(visit, {on_day.pupils.begin(), on_day.pupils.end()});
}

std::vector<TakingSoFar> takings_of(Visit const& visit, ClassId const& class_id) {
    return taking_store::all_of(visit.db, visit.school, class_id, need_to_know::own_children(visit));
}

Expected<int, std::vector<EnteredMeanwhile>> enter(
    Visit& visit, ClassOnDay const& on_day, std::vector<Entry> const& entries
) {
    std::vector<Entry> changed;
    std::ranges::copy_if(entries, std::back_inserter(changed), [&](Entry const& entry) {
        return changes_something(on_day, entry);
    });
    if (auto others = entered_meanwhile(visit, on_day, changed); !others.empty()) return refuse(others);
    if (changed.empty()) return 0;
    auto const taking = taking_of(visit, on_day);
    for (auto const& entry : changed) {
        auto const stands = on_day.scores.find({entry.pupil, entry.measure});
        if (stands == on_day.scores.end())
            add(visit, taking, entry);
        else
            change(visit, stands->second, entry);
    }
    return static_cast<int>(changed.size());
}

std::vector<PupilId> who_lack_one(Visit const& visit, ClassId const& class_id) {
    return measures::who_lack_one(
        store::standing(visit.db, visit.school, visit.today),
        schools::store::open_days(visit.db, visit.school),
        last_scored(visit, class_id, need_to_know::own_children(visit)),
        visit.today
    );
}

std::vector<StillToTake> still_to_take(Visit const& visit) {
    auto const standing = store::standing(visit.db, visit.school, visit.today);
    if (standing.empty()) return {};
    auto const open = schools::store::open_days(visit.db, visit.school);
    auto const own_children = need_to_know::own_children(visit);
    std::vector<StillToTake> all;
    for (auto const& held : visit.who.roles) {
        if (held.role != visits::Role::class_teacher || !held.class_id) continue;
        auto const lacks =
            outstanding(standing, open, last_scored(visit, *held.class_id, own_children), visit.today);
        if (lacks)
            all.push_back(
                {.class_id = *held.class_id,
                 .class_name = held.class_name,
                 .occasion = lacks->occasion.name,
                 .pupils = lacks->pupils,
                 .complete = lacks->complete}
            );
    }
    return all;
}

}  // namespace measures::actions
