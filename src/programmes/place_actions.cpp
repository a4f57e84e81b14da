#include <algorithm>
#include <utility>

#include "cases/actions.hpp"
#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "consent/rules.hpp"
#include "consent/store.hpp"
#include "programmes/actions.hpp"
#include "programmes/few_children_rules.hpp"
#include "programmes/returning_actions.hpp"
#include "programmes/store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"

// What becomes of a child's place: targets, measures, start, completion.
namespace programmes {
namespace {

using records::text_of;

void record(
    Visit& visit,
    records::Action action,
    std::string_view subject,
    std::string subject_id,
    CaseId const& the_case,
    std::vector<records::FieldChange> fields,
    std::string why = {}
) {
    records::write(
        visit,
        {.action = action,
         .subject = subject,
         .subject_id = std::move(subject_id),
         .case_id = text_of(the_case),
         .why = std::move(why),
         .fields = std::move(fields)}
    );
}

bool has_started(Visit& visit, Place const& place) {
    return cases::standing(cases::store::steps(visit.db, visit.school, place.the_case), cases::Step::start);
}

std::vector<Place> open_places_of(Visit& visit, ProgrammeId const& programme) {
    auto places = store::places(visit.db, visit.school, programme, visit.today);
    std::erase_if(places, [](auto const& place) { return !place.is_open(); });
    return places;
}

Starting starting_of(Visit& visit, Programme const& programme, Place const& place) {
    auto const targets = store::targets(visit.db, visit.school, place.id);
    auto const without_words = [](Target const& target) { return target.words.empty(); };
    auto const answers = consent::store::history(visit.db, visit.school, place.the_case);
    return {
        .consent_in_force = consent::in_force_on(answers, visit.today),
        .agreed_to_form = consent::in_force_to(answers, programme.form, visit.today),
        .targets_in_own_words = !targets.empty() && std::ranges::none_of(targets, without_words)};
}

// The version that is in force on the day of the start judges the programme (G1).
Expected<void, Refusal> judge_by_policy_of_the_start(Visit& visit, Programme& programme, int starting) {
    auto const policy = policy_of_the_start(visit, programme);
    if (!policy) return refuse(Refusal::no_policy_in_force);
    auto const objections = objections_to(
        {.form = programme.form,
         .places = programme.places,
         .weeks = programme.weeks,
         .reason_given = !programme.bounds_reason.empty()},
        *policy
    );
    // A version that came since asks for no reason after the fact, but its most is the most.
    if (std::ranges::find(objections, Refusal::group_too_large) != objections.end())
        return refuse(Refusal::group_too_large);
    if (lacks_reason_for_few(programme, starting, *policy)) return refuse(Refusal::few_children_need_reason);
    programme.policy_version = policy->id;
    return {};
}

void end_planned_sessions(Visit& visit, ProgrammeId const& programme) {
    for (auto const& session : store::end_planned_sessions(visit.db, visit.school, programme))
        records::write(
            visit,
            {.action = records::Action::changed,
             .subject = "session",
             .subject_id = session,
             .fields = {{"outcome", "planned", "not_held"}}}
        );
}

// Who never started, or came when the last session was over, has nothing to measure, and needs another place.
bool complete_for(Visit& visit, Place const& place, int delivered) {
    if (!has_started(visit, place))
        return undo_allocation(visit, place.the_case, "The programme was completed before the child started")
            .has_value();
    if (delivered == 0 && !obstacle_to_taking_back(visit, place.the_case)) {
        auto const why = "The programme was completed before a session was held for the child";
        return undo_start(visit, place.the_case, why) && undo_allocation(visit, place.the_case, why);
    }
    if (!cases::take(visit, place.the_case, cases::Step::completion)) return false;
    end_place(visit, place.id, cases::EndReason::completed, "");
    return true;
}

}  // namespace

TargetId add_target(Visit& visit, Place const& place, AreaId const& area, std::string const& words) {
    Target target;
    target.id = visit.new_id<TargetId>();
    target.place = place.id;
    target.area = area;
    target.words = words;
    store::add_target(visit.db, visit.school, target, visit.now);
    record(
        visit, records::Action::made, "target", text_of(target.id), place.the_case, {{"words", "", words}}
    );
    return target.id;
}

Expected<void, Refusal> word_target(
    Visit& visit, Place const& place, TargetId const& id, std::string const& words
) {
    auto const targets = store::targets(visit.db, visit.school, place.id);
    auto const target = std::ranges::find(targets, id, &Target::id);
    if (target == targets.end()) return refuse(Refusal::changed_meanwhile);
    if (target->words == words) return {};
    store::word_target(visit.db, visit.school, id, words);
    record(
        visit,
        records::Action::changed,
        "target",
        text_of(id),
        place.the_case,
        {{"words", target->words, words}}
    );
    return {};
}

Expected<void, Refusal> end_target(Visit& visit, Place const& place, TargetId const& id) {
    auto const targets = store::targets(visit.db, visit.school, place.id);
    if (std::ranges::find(targets, id, &Target::id) == targets.end()) return {};
    if (targets.size() == 1) return refuse(Refusal::last_target);
    store::end_target(visit.db, visit.school, id, visit.today);
    record(visit, records::Action::ended, "target", text_of(id), place.the_case, {});
    return {};
}

Expected<void, Refusal> measure_before(
    Visit& visit, Place const& place, std::vector<Measure> const& measures
) {
    if (!place.is_open()) return refuse(Refusal::place_ended);
    auto const targets = store::targets(visit.db, visit.school, place.id);
    for (auto const& measure : measures) {
        auto const target = std::ranges::find(targets, measure.target, &Target::id);
        if (target == targets.end()) return refuse(Refusal::changed_meanwhile);
        if (target->before) return refuse(Refusal::measured_already);
        store::add_measure(
            visit.db,
            visit.school,
            measure.target,
            store::Occasion::before,
            measure.rating,
            visit.staff(),
            visit.now
        );
        record(
            visit,
            records::Action::made,
            "target_measure",
            text_of(measure.target),
            place.the_case,
            {{"before", "", std::to_string(measure.rating)}}
        );
    }
    return {};
}

std::optional<schools::PolicyVersion> policy_of_the_start(Visit& visit, Programme const& programme) {
    auto const day = day_of_the_start(programme, visit.today);
    return schools::policy_in_force(schools::store::policy_versions(visit.db, visit.school), day);
}

Expected<void, Refusal> explain_few_children(
    Visit& visit, Programme const& before, int children, std::string const& reason
) {
    auto after = before;
    after.few_children_reason = reason;
    after.few_children = children;
    if (!store::change(visit.db, visit.school, after)) return refuse(Refusal::changed_meanwhile);
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "programme",
         .subject_id = text_of(before.id),
         .why = reason,
         .fields =
             {{"few_children_reason", before.few_children_reason, reason},
              {"few_children",
               before.few_children ? std::to_string(*before.few_children) : "",
               std::to_string(children)}}}
    );
    return {};
}

Expected<void, Refusal> start(Visit& visit, ProgrammeId const& id) {
    auto programme = store::find(visit.db, visit.school, id);
    if (!programme) return refuse(Refusal::changed_meanwhile);
    auto const places = open_places_of(visit, id);
    std::vector<Place> to_start;
    std::ranges::copy_if(places, std::back_inserter(to_start), [&](auto const& place) {
        return !has_started(visit, place);
    });
    std::vector<Starting> starting;
    for (auto const& place : to_start) starting.push_back(starting_of(visit, *programme, place));
    if (auto const objection =
            objection_to_starting(*programme, static_cast<int>(places.size()), starting, visit.today))
        return refuse(*objection);

    if (!programme->started_on) {
        auto const ready = static_cast<int>(std::ranges::count_if(starting, is_ready));
        if (auto const judged = judge_by_policy_of_the_start(visit, *programme, ready); !judged)
            return refuse(judged.error());
        programme->started_on = visit.today;
        if (!store::change(visit.db, visit.school, *programme)) return refuse(Refusal::changed_meanwhile);
        records::write(
            visit,
            {.action = records::Action::changed,
             .subject = "programme",
             .subject_id = text_of(id),
             .fields = {{"started_on", "", calendar::iso(visit.today)}}}
        );
    }
    for (std::size_t at = 0; at < to_start.size(); ++at)
        if (is_ready(starting[at]) && !cases::take(visit, to_start[at].the_case, cases::Step::start))
            return refuse(Refusal::step_out_of_order);
    return {};
}

Expected<void, Refusal> complete(Visit& visit, ProgrammeId const& id) {
    auto programme = store::find(visit.db, visit.school, id);
    if (!programme) return refuse(Refusal::changed_meanwhile);
    auto const children = open_places_of(visit, id);
    auto const sessions = store::sessions(visit.db, visit.school, id);
    if (auto const objection =
            objection_to_completing(*programme, static_cast<int>(children.size()), sessions))
        return refuse(*objection);

    auto attendance = store::attendance(visit.db, visit.school, id);
    for (auto const& place : children) {
        auto const fidelity = fidelity_of(sessions, place, attendance[place.id]);
        if (!complete_for(visit, place, fidelity.delivered)) return refuse(Refusal::step_out_of_order);
    }
    end_planned_sessions(visit, id);
    programme->completed_on = visit.today;
    if (!store::change(visit.db, visit.school, *programme)) return refuse(Refusal::changed_meanwhile);
    records::write(
        visit,
        {.action = records::Action::ended,
         .subject = "programme",
         .subject_id = text_of(id),
         .fields = {{"completed_on", "", calendar::iso(visit.today)}}}
    );
    return {};
}

}  // namespace programmes
