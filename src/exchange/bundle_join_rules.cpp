#include "exchange/bundle_join_rules.hpp"

#include "exchange/bundle_class_rules.hpp"
#include "exchange/bundle_contact_rules.hpp"
#include "exchange/bundle_id_rules.hpp"
#include "exchange/bundle_rows_rules.hpp"
#include "exchange/bundle_school_rules.hpp"
#include "exchange/guess_rules.hpp"
#include "exchange/left_out_rules.hpp"

namespace exchange {
namespace {

// Refuses two children of one id: they would share what another file says of one of them, such as the date of
// birth.
class OneOfEachId {
public:
    OneOfEachId(Bundle const& bundle, JoinedRows& rows)
        : lead_(bundle.lead()), contacts_apart_(bundle.one(Part::contacts) != nullptr), rows_(rows) {}

    void look_over(std::optional<std::size_t> column) {
        if (!column || !looked_over_.insert(*column).second) return;
        rows_.refuse_ids_twice(lead_, column, [this](auto const& one, auto const& other) {
            return same_pupil(one, other);
        });
    }

private:
    // A list repeats a child's row for each contact. Where contacts have a file of their own, a row is a
    // person.
    bool same_pupil(CsvRow const& row, CsvRow const& other) const {
        if (same_cells(row, other)) return true;
        if (contacts_apart_) return false;
        for (std::size_t at = 0; at < lead_.sheet.heading.size(); ++at)
            if (of_a_contact(lead_.sheet.heading[at]).contact == 0 &&
                lead_.cell(row, at) != lead_.cell(other, at))
                return false;
        return true;
    }

    Table const& lead_;
    bool contacts_apart_;
    JoinedRows& rows_;
    std::set<std::size_t> looked_over_;
};

void join_own(Table const& lead, JoinedRows& rows) {
    for (std::size_t at = 0; at < lead.sheet.heading.size(); ++at) {
        auto const& heading = lead.sheet.heading[at];
        if (is_left_out(heading)) continue;
        std::vector<SaidInRow> cells;
        for (auto const* pupil : rows.pupils()) cells.push_back({lead.cell(*pupil, at), pupil->number});
        rows.add(heading, {lead.file, heading}, std::move(cells));
    }
}

void join_years(Bundle const& bundle, JoinedRows& rows) {
    auto const* roles = bundle.one(Part::roles);
    auto const grade = roles ? roles->column({"grade"}) : std::nullopt;
    if (!grade) return;
    std::vector<SaidInRow> cells;
    for (auto const* pupil : rows.pupils()) {
        auto const* row = rows.roles_of(pupil).front();
        cells.push_back({roles->cell(*row, grade), row->number});
    }
    auto const& heading = roles->sheet.heading[*grade];
    rows.add(heading, {roles->file, heading}, std::move(cells));
}

void join_details(Table const& lead, Table const& table, CommonIds const& common, JoinedRows& rows) {
    auto const of_id = table.by(common.theirs);
    std::vector<CsvRow const*> row_of;
    for (auto const* pupil : rows.pupils()) {
        auto const found = of_id.find(lead.cell(*pupil, common.ours));
        row_of.push_back(found == of_id.end() ? nullptr : found->second.front());
    }
    for (std::size_t at = 0; at < table.sheet.heading.size() && !rows.is_too_much(); ++at) {
        auto const& heading = table.sheet.heading[at];
        if (at == common.theirs || is_left_out(heading) || rows.has(heading)) continue;
        std::vector<SaidInRow> cells;
        for (auto const* row : row_of)
            cells.push_back(row ? SaidInRow{table.cell(*row, at), row->number} : SaidInRow{});
        rows.add(heading, {table.file, heading}, std::move(cells));
    }
}

// The first file that nothing ties to the leading one stops it.
std::optional<Fault> join_all_details(Bundle const& bundle, OneOfEachId& ids_once, JoinedRows& rows) {
    auto const details = bundle.of(Part::details);
    if (details.empty()) return std::nullopt;
    LeadingIds const ids(bundle.lead());
    for (auto const* table : details) {
        auto const common = ids.common_with(*table);
        if (!common) return common.error();
        rows.refuse_ids_twice(*table, common->theirs, same_cells);
        ids_once.look_over(common->ours);
        join_details(bundle.lead(), *table, *common, rows);
    }
    return std::nullopt;
}

}  // namespace

Expected<Sheet, Fault> joined(Table const& lead, std::vector<Table> const& tables) {
    Bundle const bundle(lead, tables);
    JoinedRows rows(bundle);
    if (rows.pupils().empty()) return refuse(Fault{Code::nobody_is_a_student});
    OneOfEachId ids_once(bundle, rows);
    ids_once.look_over(rows.own_id());
    join_own(lead, rows);
    join_years(bundle, rows);
    if (auto const fault = join_all_details(bundle, ids_once, rows)) return refuse(*fault);
    join_classes(bundle, rows);
    join_contacts(bundle, rows);
    join_schools(bundle, rows);
    if (rows.is_too_much()) return refuse(Fault{Code::too_much_together});
    return rows.taken();
}

}  // namespace exchange
