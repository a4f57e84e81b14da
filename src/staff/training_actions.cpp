#include <algorithm>

#include "records/actions.hpp"
#include "staff/actions.hpp"
#include "staff/rules.hpp"
#include "staff/store.hpp"

// What is recorded of training, and how it is put right.
namespace staff::actions {
namespace {

void write(
    Visit& visit,
    records::Action action,
    TrainingId const& id,
    std::vector<records::FieldChange> fields,
    std::string why = {}
) {
    records::write(
        visit,
        {.action = action,
         .subject = "training",
         .subject_id = std::string(id.text()),
         .why = std::move(why),
         .fields = std::move(fields)}
    );
}

Training corrected(Training training, TrainingCorrection const& correction) {
    training.name = correction.name;
    training.held_on = correction.held_on;
    training.expires_on = correction.expires_on;
    return training;
}

void keep_what_stood(
    Visit& visit,
    Training const& training,
    std::optional<TrainingCorrection> const& correction,
    std::string const& reason
) {
    store::add_correction(
        visit.db,
        visit.school,
        visit.new_id<TrainingId>(),
        training,
        correction,
        static_cast<int>(untrained_by(visit, training, correction).size()),
        reason,
        visit.staff(),
        visit.now
    );
}

}  // namespace

bool is_trained(Visit const& visit, StaffId const& id, Date day) {
    return trained_on(store::trainings_of(visit.db, visit.school, id), TrainingKind::nurture, day);
}

std::optional<Date> trained_until(Visit const& visit, StaffId const& id, Date day) {
    return staff::trained_until(store::trainings_of(visit.db, visit.school, id), TrainingKind::nurture, day);
}

TrainingId add_training(Visit& visit, StaffId const& id, TrainingInput const& input) {
    Training const training{
        visit.new_id<TrainingId>(), id, input.kind, input.name, input.held_on, input.expires_on};
    store::add(visit.db, visit.school, training);
    write(
        visit,
        records::Action::made,
        training.id,
        {{"staff_id", "", std::string(id.text())},
         {"kind", "", std::string(word(input.kind))},
         {"name", "", input.name},
         {"held_on", "", calendar::iso(input.held_on)},
         {"expires_on", "", calendar::iso(input.expires_on)}}
    );
    return training.id;
}

std::vector<HeldSession> untrained_by(
    Visit& visit, Training const& training, std::optional<TrainingCorrection> const& correction
) {
    auto const before = store::trainings_of(visit.db, visit.school, training.staff);
    auto after = before;
    std::erase_if(after, [&](auto const& one) { return one.id == training.id; });
    if (correction) after.push_back(corrected(training, *correction));
    return left_untrained(store::held_by(visit.db, visit.school, training.staff), before, after);
}

Expected<void, Refusal> correct_training(
    Visit& visit, Training const& training, TrainingCorrection const& correction
) {
    bool const same = correction.name == training.name && correction.held_on == training.held_on &&
                      correction.expires_on == training.expires_on;
    if (same) return refuse(Refusal::nothing_changes);
    keep_what_stood(visit, training, correction, correction.reason);
    store::change(visit.db, visit.school, corrected(training, correction));
    write(
        visit,
        records::Action::changed,
        training.id,
        {{"name", training.name, correction.name},
         {"held_on", calendar::iso(training.held_on), calendar::iso(correction.held_on)},
         {"expires_on", calendar::iso(training.expires_on), calendar::iso(correction.expires_on)}},
        correction.reason
    );
    return {};
}

void take_back_training(Visit& visit, Training const& training, std::string const& reason) {
    keep_what_stood(visit, training, std::nullopt, reason);
    store::remove(visit.db, visit.school, training.id);
    write(
        visit,
        records::Action::undone,
        training.id,
        {{"name", training.name, ""},
         {"held_on", calendar::iso(training.held_on), ""},
         {"expires_on", calendar::iso(training.expires_on), ""}},
        reason
    );
}

}  // namespace staff::actions
