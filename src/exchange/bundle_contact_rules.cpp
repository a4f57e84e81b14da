#include "exchange/bundle_contact_rules.hpp"

namespace exchange {
namespace {

using RowsOfPeople = std::map<std::string, std::vector<CsvRow const*>>;
using RowsOfPupils = std::vector<std::vector<CsvRow const*>>;

// The relationships of each pupil whose other user is known, as many as a row holds.
RowsOfPupils known_relationships(
    Table const& relationships, std::size_t whom, RowsOfPeople const& people, JoinedRows& rows
) {
    auto const of_pupil = relationships.by(relationships.column({"usersourcedid"}));
    RowsOfPupils contacts;
    for (auto const* pupil : rows.pupils()) {
        auto& of_this = contacts.emplace_back();
        auto const found = of_pupil.find(rows.id_of(pupil));
        if (found == of_pupil.end()) continue;
        for (auto const* row : found->second) {
            bool const is_known = people.contains(relationships.cell(*row, whom));
            if (!is_known)
                rows.add_fault(unknown_id(relationships, *row, whom));
            else if (of_this.size() == contacts_in_a_row)
                rows.add_fault(
                    {Code::contacts_left_out, row->number, {}, rows.id_of(pupil), relationships.file}
                );
            else
                of_this.push_back(row);
        }
    }
    return contacts;
}

}  // namespace

// A relationship names two users: the pupil and the contact.
void join_contacts(Bundle const& bundle, JoinedRows& rows) {
    auto const* relationships = bundle.one(Part::contacts);
    if (!relationships) return;
    auto const& lead = bundle.lead();
    auto const whom = relationships->column({"relationshipusersourcedid"}).value();
    auto const people = lead.by(rows.own_id());
    auto const contacts = known_relationships(*relationships, whom, people, rows);

    auto const add_from =
        [&](Table const& table, std::optional<std::size_t> column, std::size_t which, bool of_user) {
            if (!column) return;
            auto const& heading = table.sheet.heading[*column];
            std::vector<SaidInRow> cells;
            for (auto const& of_pupil : contacts) {
                auto& cell = cells.emplace_back();
                if (which >= of_pupil.size()) continue;
                auto const* row = of_pupil[which];
                if (of_user) row = people.at(relationships->cell(*row, whom)).front();
                cell = {table.cell(*row, column), row->number};
            }
            auto const numbered = "Contact " + std::to_string(which + 1) + " " + heading;
            rows.add(numbered, {table.file, heading}, std::move(cells));
        };
    for (std::size_t which = 0; which < contacts_in_a_row; ++which) {
        add_from(lead, lead.column({"givenname", "firstname"}), which, true);
        add_from(lead, lead.column({"familyname", "lastname"}), which, true);
        add_from(*relationships, relationships->column({"relationshiprole"}), which, false);
        add_from(lead, lead.column({"email"}), which, true);
        add_from(lead, lead.column({"phone"}), which, true);
    }
}

}  // namespace exchange
