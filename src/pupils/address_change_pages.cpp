#include "pupils/address_change_pages.hpp"

#include <algorithm>

namespace pupils::pages {

h::Node changed_address(std::vector<AddressChange> const& changes, ContactId const& contact) {
    auto const latest = std::find_if(changes.rbegin(), changes.rend(), [&](auto const& one) {
        return one.contact == contact;
    });
    if (latest == changes.rend()) return {};
    return h::p(
        h::strong("Their e-mail address is new. "),
        in_words(*latest),
        " ",
        h::a(h::css("govuk-link"), h::href(address_changes_path), "Say that you have seen it")
    );
}

}  // namespace pupils::pages
