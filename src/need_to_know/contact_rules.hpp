#pragma once

#include <optional>
#include <string>

#include "need_to_know/contacts.hpp"

namespace need_to_know {

// Contacts go with a duty and not with the case: the class teacher of the child talks with them and sees who
// they are; the administrator keeps how they are reached and who has parental responsibility; the SENCo, who
// asks for consent, sees what a court forbids too. Everybody else, and a child's own family, nothing: a
// parent at work reads no other parent's address (N7).
std::optional<ContactAccess> contact_access_of(visits::Who const& who, Child const& child);

// The duty by which one person sees how the contacts of many children are reached, without any one child:
// whoever keeps the roll or coordinates does; empty for others.
std::optional<std::string> duty_to_contacts(visits::Who const& who);

}  // namespace need_to_know
