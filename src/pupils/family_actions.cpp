#include "pupils/family_actions.hpp"

#include "pupils/family_store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"

namespace pupils::actions {
namespace {

std::string staff_in_the_log(std::optional<visits::StaffId> const& staff) {
    return staff ? records::text_of(*staff) : std::string();
}

}  // namespace

void note_work(Visit& visit, ContactId const& contact, std::optional<visits::StaffId> const& staff) {
    auto const before = family_store::works_as(visit.db, visit.school, contact);
    family_store::note(visit.db, visit.school, contact, staff);
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "contact_at_work",
         .subject_id = records::text_of(contact),
         .fields = {{"staff_id", staff_in_the_log(before), staff_in_the_log(staff)}}}
    );
}

}  // namespace pupils::actions
