#include "pupils/contact_actions.hpp"

#include "pupils/contact_store.hpp"
#include "records/actions.hpp"

namespace pupils::actions {
namespace {

void write_contact(
    Visit& visit,
    records::Action action,
    PupilId const& pupil,
    ContactId const& contact,
    std::vector<Difference> const& differences
) {
    std::vector<records::FieldChange> fields;
    if (action == records::Action::made) fields.push_back({"pupil_id", "", std::string(pupil.text())});
    for (auto const& [field, from, to] : differences) fields.push_back({field, from, to});
    records::write(
        visit,
        {.action = action,
         .subject = "contact",
         .subject_id = std::string(contact.text()),
         .fields = std::move(fields)}
    );
}

}  // namespace

ContactId add_contact(Visit& visit, PupilId const& pupil, Contact contact) {
    contact.id = visit.new_id<ContactId>();
    contact_store::add(visit.db, visit.school, contact);
    link_contact(visit, pupil, contact);
    return contact.id;
}

void link_contact(Visit& visit, PupilId const& pupil, Contact const& contact) {
    contact_store::link(visit.db, visit.school, pupil, contact);
    auto const made = differences(named_values(Contact{}), named_values(contact));
    write_contact(visit, records::Action::made, pupil, contact.id, made);
}

bool change_contact(Visit& visit, PupilId const& pupil, ContactOnFile const& before, Contact const& after) {
    auto const changes = differences(named_values(before.contact), named_values(after));
    if (changes.empty()) return true;
    if (!contact_store::change(visit.db, visit.school, pupil, after, before.version)) return false;
    write_contact(visit, records::Action::changed, pupil, before.contact.id, changes);
    return true;
}

}  // namespace pupils::actions
