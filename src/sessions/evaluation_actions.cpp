#include "consent/rules.hpp"
#include "consent/store.hpp"
#include "programmes/store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "sessions/actions.hpp"
#include "sessions/presence_actions.hpp"
#include "sessions/voice_rules.hpp"

// Saving an evaluation is what happens most often of all writes, so it asks the database little: the card,
// the consent, the targets, then what it writes.
namespace sessions {
namespace {

using records::text_of;

using History = std::vector<consent::Received>;

std::optional<Refusal> objection_to(
    Visit& visit, store::Card const& card, History const& answers, bool attended, bool says_something
) {
    auto const day = card.held_on.value_or(visit.today);
    // Who was on the register before somebody objected on that day, was there.
    bool const consented = card.on_register ? consent::in_force_until_objected(answers, day)
                                            : consent::in_force_on(answers, day);
    bool const agreed_to_form = card.on_register ? consent::in_force_until_objected(answers, card.form, day)
                                                 : consent::in_force_to(answers, card.form, day);
    return objection_to_evaluating(
        {.outcome = card.outcome,
         .held_on = card.held_on,
         .on_register = card.on_register,
         .started_on = card.started_on,
         .by_deliverer_or_stand_in = visit.staff() == card.deliverer || visit.staff() == card.stand_in,
         .written_up = card.evaluation.has_value(),
         .written = card.writing == Writing::written,
         .impact_measured = card.reviewed_on.has_value(),
         .case_closed = card.case_closed,
         .attended = attended,
         .says_something = says_something,
         .consent_in_force = consented,
         .agreed_to_form = agreed_to_form,
         .another_could_come = attended || card.evaluation || another_could_come(visit, card)}
    );
}

// What stands written may stay beside an absence: whoever finds out late that a child was not there takes
// nothing back of what was confided.
bool says_more_than(Visit& visit, store::Card const& card, Evaluation const& evaluation) {
    if (evaluation.next_time.empty() && evaluation.confidence.empty()) return false;
    if (evaluation.attended || !card.evaluation) return true;
    auto const before = store::evaluation(visit.db, visit.school, card.session, card.place);
    auto const adds = [](std::string const& said, std::string const& stood) {
        return !said.empty() && said != stood;
    };
    return !before || adds(evaluation.next_time, before->next_time) ||
           adds(evaluation.confidence, before->confidence);
}

std::string words_of(std::vector<Rating> const& ratings) {
    std::string words;
    for (auto const& rating : ratings) {
        if (!words.empty()) words += ", ";
        words += std::string(rating.target.text()) + ": " +
                 (rating.rating ? std::to_string(*rating.rating) : std::string(not_seen));
    }
    return words;
}

std::string word_of(std::optional<WhyAbsent> const& why) {
    return why ? std::string(word(*why)) : std::string();
}

// What the log keeps. What was confided is for the deliverer alone, so the log says no more than that it
// changed.
std::vector<records::FieldChange> changes(Evaluation const& before, Evaluation const& after) {
    std::vector<records::FieldChange> fields;
    auto const note = [&](char const* field, std::string const& from, std::string const& to) {
        if (from != to) fields.push_back({field, from, to});
    };
    note(
        "attended",
        before.version == 0 ? ""
        : before.attended   ? "yes"
                            : "no",
        after.attended ? "yes" : "no"
    );
    note("why_absent", word_of(before.why_absent), word_of(after.why_absent));
    auto const said = changes_of_voice(before, after);
    fields.insert(fields.end(), said.begin(), said.end());
    note("ratings", words_of(before.ratings), words_of(after.ratings));
    note("noticed", before.noticed, after.noticed);
    note("next_time", before.next_time, after.next_time);
    if (before.confidence != after.confidence) fields.push_back({"confidence", "", "changed"});
    return fields;
}

void record(
    Visit& visit,
    store::Card const& card,
    records::Action action,
    Evaluation const& before,
    Evaluation const& after
) {
    records::write(
        visit,
        {.action = action,
         .subject = "evaluation",
         .subject_id = text_of(after.id),
         .case_id = std::string(card.the_case.text()),
         .about = card.sealed_for,
         .fields = changes(before, after)}
    );
}

void forget_what_is_for_children_who_came(Evaluation& evaluation) {
    evaluation.voice = {};
    evaluation.ratings.clear();
    evaluation.noticed.clear();
}

Expected<void, Refusal> add(Visit& visit, store::Card const& card, Evaluation evaluation) {
    evaluation.id = visit.new_id<EvaluationId>();
    store::add(visit.db, visit.school, evaluation, card.pupil);
    Evaluation nothing;
    nothing.version = 0;
    record(visit, card, records::Action::made, nothing, evaluation);
    return {};
}

Expected<void, Refusal> change(
    Visit& visit, store::Card const& card, Asked const& asked, Evaluation evaluation
) {
    auto const before = store::evaluation(visit.db, visit.school, card.session, card.place);
    if (!before) return refuse(Refusal::changed_meanwhile);
    // What the child said while the adult was writing is no change that the adult has to look at.
    bool const only_begun = before->writing == Writing::begun && evaluation.version == 0;
    if (!only_begun && evaluation.version != before->version) return refuse(Refusal::changed_meanwhile);
    evaluation.id = before->id;
    evaluation.version = before->version;
    bool const adds_no_voice = !asked.voice || (only_begun && !evaluation.voice.says_something());
    if (evaluation.attended && adds_no_voice) evaluation.voice = before->voice;
    if (!asked.confidence) evaluation.confidence = before->confidence;
    store::Changes const changes{
        .own_words = evaluation.voice != before->voice, .confidence = asked.confidence};
    if (!store::change(visit.db, visit.school, evaluation, changes))
        return refuse(Refusal::changed_meanwhile);
    record(visit, card, records::Action::changed, *before, evaluation);
    return {};
}

}  // namespace

Expected<void, Refusal> evaluate(
    Visit& visit,
    store::Card const& card,
    Asked const& asked,
    Evaluation evaluation,
    std::vector<programmes::Target> const& targets
) {
    bool const says_something = says_more_than(visit, card, evaluation);
    bool const needs_consent = evaluation.attended || says_something;
    auto const answers =
        needs_consent ? consent::store::history(visit.db, visit.school, card.the_case) : History{};
    if (auto const objection = objection_to(visit, card, answers, evaluation.attended, says_something))
        return refuse(*objection);
    if (!evaluation.attended) forget_what_is_for_children_who_came(evaluation);
    evaluation.voice = kept_unless_shared(std::move(evaluation.voice));
    std::erase_if(evaluation.ratings, [&](auto const& rating) {
        return std::ranges::find(targets, rating.target, &programmes::Target::id) == targets.end();
    });
    if (auto const lack = what_it_lacks(evaluation, targets)) return refuse(*lack);

    evaluation.session = card.session;
    evaluation.place = card.place;
    evaluation.writing = Writing::written;
    evaluation.written_by = visit.staff();
    evaluation.written_at = visit.now;
    if (card.evaluation) return change(visit, card, asked, std::move(evaluation));
    if (evaluation.version != 0) return refuse(Refusal::changed_meanwhile);
    if (!asked.confidence) evaluation.confidence.clear();
    if (!asked.voice) evaluation.voice = {};
    return add(visit, card, std::move(evaluation));
}

std::optional<Refusal> objection_to_asking(Visit& visit, store::Card const& card) {
    auto const answers = consent::store::history(visit.db, visit.school, card.the_case);
    if (auto const objection = objection_to(visit, card, answers, true, false)) return objection;
    // What is on record stays (C6); asking the child is something new.
    if (!consent::in_force_to(answers, card.form, visit.today)) return Refusal::not_asked_any_more;
    return std::nullopt;
}

Expected<void, Refusal> check_in(Visit& visit, store::Card const& card, Voice voice) {
    if (auto const objection = objection_to_asking(visit, card)) return refuse(*objection);
    voice = kept_unless_shared(std::move(voice));
    if (!card.evaluation) {
        if (!voice.says_something()) return {};
        Evaluation begun;
        begun.session = card.session;
        begun.place = card.place;
        begun.voice = std::move(voice);
        begun.writing = Writing::begun;
        begun.written_by = visit.staff();
        begun.written_at = visit.now;
        return add(visit, card, std::move(begun));
    }
    auto const before = store::evaluation(visit.db, visit.school, card.session, card.place);
    if (!before || !before->attended) return refuse(Refusal::changed_meanwhile);
    auto after = *before;
    after.voice = std::move(voice);
    store::change_voice(visit.db, visit.school, after);
    record(visit, card, records::Action::changed, *before, after);
    return {};
}

}  // namespace sessions
