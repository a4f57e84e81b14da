#include "schools/actions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "records/actions.hpp"
#include "schools/store.hpp"
#include "strategies/actions.hpp"

namespace schools::actions {
namespace {

void add_first_policy(Visit& visit, std::string const& number) {
    PolicyVersion const policy{
        .id = visit.new_id<PolicyVersionId>(), .number = number, .in_force_from_on = visit.today};
    store::add(visit.db, visit.school, policy);
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "policy_version",
         .subject_id = std::string(policy.id.text()),
         .fields = {{"number", "", policy.number}}}
    );
}

}  // namespace

SchoolId open_school(Visit& visit, Details const& details, std::string const& policy_number) {
    School const school{
        .id = store::next_school(visit.db),
        .name = details.name,
        .telephone = details.telephone,
        .cpoms_address = details.cpoms_address};
    store::add(visit.db, school, visit.now);
    visit.enter(school.id, school.name);
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "school",
         .subject_id = std::to_string(school.id.number),
         .fields = {{"name", "", details.name}, {"telephone", "", details.telephone}}}
    );
    add_first_policy(visit, policy_number);
    strategies::seed(visit);
    return school.id;
}

Expected<void, Refusal> change_details(Visit& visit, int version, Details const& details) {
    auto const before = store::school(visit.db, visit.school);
    if (!before || !store::change(visit.db, visit.school, version, details))
        return refuse(Refusal::changed_meanwhile);
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "school",
         .subject_id = std::to_string(visit.school.number),
         .fields =
             {{"name", before->name, details.name},
              {"telephone", before->telephone, details.telephone},
              {"cpoms_address", before->cpoms_address, details.cpoms_address}}}
    );
    return {};
}

Expected<RoomId, Refusal> add_room(Visit& visit, std::string const& name) {
    auto const rooms = store::rooms(visit.db, visit.school);
    auto const same = [&](Room const& room) { return text::folded(room.name) == text::folded(name); };
    if (std::ranges::any_of(rooms, same)) return refuse(Refusal::name_taken);

    Room const room{.id = visit.new_id<RoomId>(), .name = name};
    store::add(visit.db, visit.school, room);
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "room",
         .subject_id = std::string(room.id.text()),
         .fields = {{"name", "", name}}}
    );
    return room.id;
}

bool close_room(Visit& visit, RoomId const& id) {
    auto const room = store::room(visit.db, visit.school, id);
    if (!room) return false;
    store::close(visit.db, visit.school, id, visit.today);
    records::write(
        visit,
        {.action = records::Action::ended,
         .subject = "room",
         .subject_id = std::string(id.text()),
         .fields = {{"closed_on", "", calendar::iso(visit.today)}}}
    );
    return true;
}

}  // namespace schools::actions
