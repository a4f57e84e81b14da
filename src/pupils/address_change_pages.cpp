#include "pupils/address_change_pages.hpp"

#include <algorithm>

#include "design/lists.hpp"

namespace pupils::pages {

design::Page address_changes(design::FormGuard const& guard, std::vector<AddressChange> const& changes) {
    design::Table table{
        .caption = "Changed addresses",
        .columns = {{"Whose"}, {"What was done"}, {"Seen?"}},
        .rows = {},
        .caption_unseen = true,
        .if_empty = "No changed address that you have not seen."};
    for (auto const& one : changes)
        table.rows.push_back(
            {one.contact_name + ", for " + one.pupil_name,
             in_words(one),
             design::post_button(
                 guard,
                 std::string(address_changes_path) + "/" + std::string(one.id.text()) + "/seen",
                 "I have seen it"
             )}
        );
    return {
        .title = "Changed addresses of parents and carers",
        .back = {"Today", "/"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Changed addresses of parents and carers"),
            h::p("The next letter, with its link, goes to the new address. Ask the parent or carer where a "
                 "change surprises you, and put it right on the child’s contacts."),
            design::table(table)
        )};
}

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
