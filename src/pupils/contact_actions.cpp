#include "pupils/contact_actions.hpp"

#include <algorithm>

#include "child_keys/about.hpp"
#include "pupils/address_change_actions.hpp"
#include "pupils/contact_rules.hpp"
#include "pupils/contact_store.hpp"
#include "records/actions.hpp"

namespace pupils::actions {
namespace {

// What is sealed where it stands is sealed in the log too.
bool is_sealed(Difference const& difference) {
    return difference.field == "needs" || difference.field == "restriction";
}

void write_contact(
    Visit& visit,
    records::Action action,
    PupilId const& pupil,
    ContactId const& contact,
    std::vector<Difference> const& differences,
    std::string const& why
) {
    std::vector<records::FieldChange> fields;
    bool const is_made = action == records::Action::made;
    if (is_made) fields.push_back({"pupil_id", "", std::string(pupil.text())});
    for (auto const& [field, from, to] : differences)
        fields.push_back({field, is_made ? std::string() : from, to});
    records::write(
        visit,
        {.action = action,
         .subject = "contact",
         .subject_id = std::string(contact.text()),
         .about = std::ranges::any_of(differences, is_sealed) ? std::optional(std::string(contact.text()))
                                                              : std::nullopt,
         .record = child_keys::roll_record,
         .why = why,
         .fields = std::move(fields)}
    );
}

void end_links(Visit& visit, PupilId const& pupil, Contact const& contact) {
    for (auto const& the_case :
         contact_store::end_links(visit.db, visit.school, pupil, contact.id, visit.now))
        records::write(
            visit,
            {.action = records::Action::ended,
             .subject = "consent_link",
             .subject_id = std::string(contact.id.text()),
             .case_id = std::string(the_case.text()),
             .why = contact.restriction.empty() ? "They hold no parental responsibility on record any more"
                                                : "A court order restricts contact"}
        );
}

}  // namespace

ContactId add_contact(Visit& visit, PupilId const& pupil, Contact contact, std::string const& why) {
    contact.id = visit.new_id<ContactId>();
    contact_store::add(visit.db, visit.school, contact);
    link_contact(visit, pupil, contact, why);
    return contact.id;
}

void link_contact(Visit& visit, PupilId const& pupil, Contact const& contact, std::string const& why) {
    contact_store::link(visit.db, visit.school, pupil, contact);
    auto const made = differences(named_values(Contact{}), named_values(contact));
    write_contact(visit, records::Action::made, pupil, contact.id, made, why);
}

bool change_contact(
    Visit& visit,
    PupilId const& pupil,
    ContactOnFile const& before,
    Contact const& after,
    std::string const& why
) {
    auto const changes = differences(named_values(before.contact), named_values(after));
    if (changes.empty()) return true;
    if (!contact_store::change(visit.db, visit.school, pupil, after, before.version)) return false;
    write_contact(visit, records::Action::changed, pupil, before.contact.id, changes, why);
    if (before.contact.address != after.address) tell_address_changed(visit, before.contact, after.address);
    if (ends_links(before.contact, after)) end_links(visit, pupil, after);
    return true;
}

}  // namespace pupils::actions
