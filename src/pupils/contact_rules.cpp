#include "pupils/contact_rules.hpp"

namespace pupils {

bool is_asked(Contact const& contact) { return contact.responsibility && contact.restriction.empty(); }

bool ends_links(Contact const& before, Contact const& after) {
    return !is_asked(after) &&
           (before.responsibility != after.responsibility || before.restriction != after.restriction);
}

}  // namespace pupils
