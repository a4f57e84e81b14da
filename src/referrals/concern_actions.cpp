#include "referrals/concern_actions.hpp"

#include <algorithm>

#include "cases/actions.hpp"
#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "referrals/concern_store.hpp"
#include "strategies/store.hpp"

namespace referrals {
namespace {

using records::Action;
using records::FieldChange;
using records::text_of;

std::string names_of(std::vector<AreaId> const& chosen, std::vector<strategies::TargetArea> const& areas) {
    std::string names;
    for (auto const& area : areas)
        if (std::ranges::find(chosen, area.id) != chosen.end())
            names += (names.empty() ? "" : ", ") + area.name;
    return names;
}

std::vector<std::pair<std::string, std::string>> values_of(
    ConcernInput const& said, std::vector<strategies::TargetArea> const& areas
) {
    return {
        {"source", std::string(word(said.source))},
        {"source_name", said.source_name},
        {"seen", said.seen},
        {"tried", said.tried},
        {"areas", names_of(said.areas, areas)},
        {"attachment_figure", said.attachment_figure ? "yes" : "no"},
        {"parents_spoken_to", std::string(word(said.parents_spoken_to))},
        {"noticed_on", calendar::iso(said.noticed_on)}};
}

// A concern that is made was nothing before: not even what an empty form says.
std::vector<FieldChange> all_that_is_said(
    ConcernInput const& said, std::vector<strategies::TargetArea> const& areas
) {
    std::vector<FieldChange> fields;
    for (auto const& [field, value] : values_of(said, areas))
        if (!value.empty()) fields.push_back({field, "", value});
    return fields;
}

std::vector<FieldChange> differences(
    ConcernInput const& from, ConcernInput const& to, std::vector<strategies::TargetArea> const& areas
) {
    auto const before = values_of(from, areas);
    auto const after = values_of(to, areas);
    std::vector<FieldChange> differing;
    for (std::size_t at = 0; at < after.size(); ++at)
        if (before[at].second != after[at].second)
            differing.push_back({after[at].first, before[at].second, after[at].second});
    return differing;
}

std::optional<Refusal> objection_to_words(
    ConcernInput const& said, std::vector<strategies::TargetArea> const& areas, Date today
) {
    if (said.noticed_on > today) return Refusal::noticed_in_the_future;
    bool const all_known = std::ranges::all_of(said.areas, [&](auto const& area) {
        return std::ranges::find(areas, area, &strategies::TargetArea::id) != areas.end();
    });
    return all_known ? std::nullopt : std::optional(Refusal::unknown_area);
}

bool parents_spoken_to(std::vector<Concern> const& concerns) {
    return std::ranges::any_of(concerns, [](auto const& concern) {
        return concern.said.parents_spoken_to == ParentsSpokenTo::yes;
    });
}

}  // namespace

Expected<ConcernId, Refusal> raise(Visit& visit, PupilId const& pupil, ConcernInput const& said) {
    auto const areas = strategies::store::areas(visit.db, visit.school);
    if (auto const objection = objection_to_words(said, areas, visit.today)) return refuse(*objection);

    Concern concern;
    concern.id = visit.new_id<ConcernId>();
    concern.the_case = cases::open_for(visit, pupil);
    concern.pupil = pupil;
    concern.said = said;
    concern.written_by = visit.staff();
    concern.written_at = visit.now;
    auto const steps = cases::store::steps(visit.db, visit.school, concern.the_case);
    if (!cases::objection_to_taking(steps, cases::Step::concern))
        cases::take(visit, concern.the_case, cases::Step::concern);
    concern_store::add(visit.db, visit.school, concern);
    records::write(
        visit,
        {.action = Action::made,
         .subject = "concern",
         .subject_id = text_of(concern.id),
         .case_id = text_of(concern.the_case),
         .fields = all_that_is_said(said, areas)}
    );
    return concern.id;
}

Expected<void, Refusal> change(Visit& visit, Concern const& concern, ConcernInput const& said, int version) {
    auto const written_on = calendar::local_date(concern.written_at);
    if (auto const objection =
            objection_to_changing(visit.staff(), concern.written_by, written_on, visit.today))
        return refuse(*objection);
    auto const areas = strategies::store::areas(visit.db, visit.school);
    if (auto const objection = objection_to_words(said, areas, visit.today)) return refuse(*objection);
    auto fields = differences(concern.said, said, areas);
    if (fields.empty() && version == concern.version) return {};
    if (!concern_store::change(visit.db, visit.school, concern.id, said, version, visit.now))
        return refuse(Refusal::changed_meanwhile);
    if (concern.read_at) fields.push_back({"read", "yes", "no"});
    records::write(
        visit,
        {.action = Action::changed,
         .subject = "concern",
         .subject_id = text_of(concern.id),
         .case_id = text_of(concern.the_case),
         .fields = std::move(fields)}
    );
    return {};
}

Expected<void, Refusal> answer(
    Visit& visit, Concern const& concern, bool speaks_with_parents, std::string const& words
) {
    bool const answered = concern.answered_at.has_value();
    if (auto const objection = objection_to_answering(speaks_with_parents, concern.said.source, answered))
        return refuse(*objection);
    if (!concern_store::set_answer(visit.db, visit.school, concern.id, words, visit.staff(), visit.now))
        return refuse(Refusal::already_answered);
    records::write(
        visit,
        {.action = Action::changed,
         .subject = "concern",
         .subject_id = text_of(concern.id),
         .case_id = text_of(concern.the_case),
         .fields = {{"answer", "", words}}}
    );
    return {};
}

Expected<void, Refusal> note_read(Visit& visit, Concern const& concern, int version) {
    if (version != concern.version) return refuse(Refusal::other_than_shown);
    if (concern.read_at) return {};
    concern_store::set_read(visit.db, visit.school, concern.id, visit.staff(), visit.now);
    records::write(
        visit,
        {.action = Action::changed,
         .subject = "concern",
         .subject_id = text_of(concern.id),
         .case_id = text_of(concern.the_case),
         .fields = {{"read", "no", "yes"}}}
    );
    return {};
}

Expected<void, Refusal> note_seen(Visit& visit, Concern const& concern, int version) {
    if (version != concern.version) return refuse(Refusal::other_than_shown);
    if (!concern_store::add_seen(visit.db, visit.school, concern, visit.staff(), visit.now)) return {};
    records::write(
        visit,
        {.action = Action::made,
         .subject = "concern_seen",
         .subject_id = text_of(concern.id),
         .case_id = text_of(concern.the_case),
         .fields = {{"seen", "", "yes"}}}
    );
    return {};
}

void note_decision_read(Visit& visit, Concern const& concern) {
    auto const found = cases::store::find(visit.db, visit.school, concern.the_case, visit.today);
    if (!found || !cases::was_declined(found->facts)) return;
    if (!waits_to_be_known(*found->facts.closed_at, concern.decision_read_at, visit.today)) return;
    concern_store::set_decision_read(visit.db, visit.school, concern.the_case, concern.written_by, visit.now);
    records::write(
        visit,
        {.action = Action::changed,
         .subject = "concern",
         .subject_id = text_of(concern.id),
         .case_id = text_of(concern.the_case),
         .fields = {{"decision_read", "no", "yes"}}}
    );
}

Expected<void, std::string> refer(
    Visit& visit, CaseId const& the_case, need_to_know::Relationship relationship, ReferralInput const& said
) {
    bool const spoken =
        said.parents_spoken_to || parents_spoken_to(concern_store::of_case(visit.db, visit.school, the_case));
    if (auto const objection = objection_to_referring(relationship, spoken))
        return refuse(in_words(*objection));

    auto reason = said.reason;
    if (said.parents_spoken_to)
        reason = std::string(parents_spoken_to_since) + (reason.empty() ? "" : " " + reason);
    auto const taken = cases::take(visit, the_case, cases::Step::referral, std::move(reason));
    if (!taken) return refuse(cases::in_words(taken.error()));
    return {};
}

Expected<void, Refusal> decline(Visit& visit, CaseId const& the_case, std::string const& why) {
    auto const found = cases::store::find(visit.db, visit.school, the_case, visit.today);
    if (!found) return refuse(Refusal::decided_already);
    auto const stage = cases::status_of(found->facts, visit.today).stage;
    auto const concerns = concern_store::of_case(visit.db, visit.school, the_case);
    if (auto const objection = objection_to_declining(stage == cases::Stage::concern_raised, concerns))
        return refuse(*objection);
    cases::close(visit, the_case, why);
    return {};
}

Expected<void, Refusal> close(Visit& visit, CaseId const& the_case, std::string const& why) {
    auto const concerns = concern_store::of_case(visit.db, visit.school, the_case);
    bool const has_a_place = cases::store::open_place(visit.db, visit.school, the_case).has_value();
    if (auto const objection = objection_to_closing(concerns, has_a_place)) return refuse(*objection);
    cases::close(visit, the_case, why);
    return {};
}

}  // namespace referrals
