#include "cases/actions.hpp"
#include "cases/rules.hpp"
#include "cases/undoing_store.hpp"
#include "records/actions.hpp"

// Undoing a step or a closing, so that the way can go on from there.
namespace cases {
namespace {

void record(
    Visit& visit,
    records::Action action,
    std::string_view subject,
    std::string subject_id,
    CaseId const& the_case,
    std::vector<records::FieldChange> fields,
    std::string why
) {
    records::write(
        visit,
        {.action = action,
         .subject = subject,
         .subject_id = std::move(subject_id),
         .case_id = std::string(the_case.text()),
         .why = std::move(why),
         .fields = std::move(fields)}
    );
}

void open_again(Visit& visit, CaseId const& the_case, std::string const& why) {
    store::reopen(
        visit.db, visit.school, the_case, visit.new_id<store::ClosingId>(), visit.staff(), visit.now, why
    );
    record(
        visit,
        records::Action::undone,
        "nurture_case",
        std::string(the_case.text()),
        the_case,
        {{"closed", "yes", "no"}},
        why
    );
}

bool is_open(Visit const& visit, CaseId const& the_case) {
    return store::is_open(visit.db, visit.school, the_case);
}

}  // namespace

std::optional<Refusal> obstacle_to_reopening(Visit const& visit, CaseId const& the_case) {
    return objection_to_reopening(
        {.closed = !is_open(visit, the_case),
         .later_case_stands = store::later_case_stands(visit.db, visit.school, the_case)}
    );
}

std::optional<Refusal> obstacle_to_undoing(Visit const& visit, CaseId const& the_case, Step step) {
    bool const closed = !is_open(visit, the_case);
    // The next step closed the case, so undoing it opens the case again.
    if (closed && step != Step::next_step) return Refusal::closing_stands;
    auto const history = store::steps(visit.db, visit.school, the_case);
    if (auto const objection = objection_to_undoing(history, step, "a reason")) return objection;
    return closed ? obstacle_to_reopening(visit, the_case) : std::nullopt;
}

Expected<void, Refusal> undo(Visit& visit, CaseId const& the_case, Step step, std::string const& reason) {
    if (auto const obstacle = obstacle_to_undoing(visit, the_case, step)) return refuse(*obstacle);
    auto const history = store::steps(visit.db, visit.school, the_case);
    if (auto const objection = objection_to_undoing(history, step, reason)) return refuse(*objection);

    auto const& taken = *standing(history, step);
    if (!is_open(visit, the_case)) open_again(visit, the_case, reason);
    store::undo_step(visit.db, visit.school, taken, visit.staff(), visit.now, reason);
    record(
        visit,
        records::Action::undone,
        "step",
        std::string(taken.id.text()),
        the_case,
        {{"step", std::string(word(step)), ""}},
        reason
    );
    return {};
}

Expected<void, Refusal> reopen(Visit& visit, CaseId const& the_case, std::string const& reason) {
    if (auto const obstacle = obstacle_to_reopening(visit, the_case)) return refuse(*obstacle);
    open_again(visit, the_case, reason);
    return {};
}

}  // namespace cases
