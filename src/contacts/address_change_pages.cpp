#include "contacts/address_change_pages.hpp"

#include "design/lists.hpp"

namespace contacts::pages {

design::Page address_changes(
    design::FormGuard const& guard, std::vector<pupils::AddressChange> const& changes
) {
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
                 std::string(pupils::address_changes_path) + "/" + std::string(one.id.text()) + "/seen",
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

}  // namespace contacts::pages
