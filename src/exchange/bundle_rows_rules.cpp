#include "exchange/bundle_rows_rules.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "exchange/guess_rules.hpp"

namespace exchange {
namespace {

// As much as one file may have (CsvLimits); bytes, since one row's text may stand beside many pupils.
constexpr CsvLimits together;
constexpr std::size_t bytes_together = std::size_t{40} * 1024 * 1024;

}  // namespace

std::vector<Table const*> Bundle::of(Part part) const {
    std::vector<Table const*> found;
    for (auto const& table : tables_)
        if (table.part == part && &table != &lead_) found.push_back(&table);
    return found;
}

Table const* Bundle::one(Part part) const {
    auto const found = of(part);
    return found.empty() ? nullptr : found.front();
}

std::vector<std::string> Bundle::unneeded() const {
    std::vector<std::string> files;
    for (auto const& table : tables_)
        if (table.part == Part::unneeded) files.push_back(table.file);
    return files;
}

bool is_pupil(std::string const& role) {
    auto const plain = text::ascii_lower(role);
    return plain == "student" || plain == "pupil";
}

// Users that files give roles to are pupils where they are students somewhere; without roles all are.
JoinedRows::JoinedRows(Bundle const& bundle)
    : lead_(bundle.lead()), own_id_(lead_.column({"sourcedid", "id", "studentid", "pupilid"})) {
    sheet_.leading_file = lead_.file;
    sheet_.heading_row = lead_.sheet.heading_row;
    sheet_.unneeded = bundle.unneeded();
    auto const* roles = bundle.one(Part::roles);
    auto const own_role = lead_.column({"role"});
    if (roles) {
        auto const role = roles->column({"role"});
        for (auto const& [user, rows] : roles->by(roles->column({"usersourcedid"})))
            for (auto const* row : rows)
                if (is_pupil(roles->cell(*row, role))) roles_[user].push_back(row);
    }
    for (auto const& row : lead_.sheet.rows) {
        auto const& own = lead_.cell(row, own_role);
        bool const is_one = roles ? roles_.contains(id_of(&row)) : own.empty() || is_pupil(own);
        if (!is_one) continue;
        pupils_.push_back(&row);
        sheet_.rows.push_back({.number = row.number, .cells = {}});
    }
}

std::vector<CsvRow const*> const& JoinedRows::roles_of(CsvRow const* pupil) const {
    static std::vector<CsvRow const*> const none;
    auto const found = roles_.find(id_of(pupil));
    return found == roles_.end() ? none : found->second;
}

bool JoinedRows::has(std::string const& heading) const {
    return plain_headings_.contains(plain_heading(heading));
}

void JoinedRows::add(std::string heading, Origin origin, std::vector<SaidInRow> cells) {
    if (std::ranges::all_of(cells, [](auto const& cell) { return cell.text.empty(); })) return;
    for (auto const& cell : cells) bytes_ += cell.text.size();
    auto const columns = sheet_.heading.size() + 1;
    is_too_much_ = is_too_much_ || columns > together.columns || columns * pupils_.size() > together.cells ||
                   bytes_ > bytes_together;
    if (is_too_much_) return;
    plain_headings_.insert(plain_heading(heading));
    sheet_.heading.push_back(std::move(heading));
    sheet_.origins.push_back(std::move(origin));
    for (std::size_t at = 0; at < cells.size(); ++at) {
        sheet_.rows[at].cells.push_back(std::move(cells[at].text));
        sheet_.rows[at].numbers.push_back(cells[at].row);
    }
}

bool same_cells(CsvRow const& one, CsvRow const& other) { return one.cells == other.cells; }

Fault unknown_id(Table const& table, CsvRow const& row, std::size_t column) {
    return {Code::id_unknown, row.number, table.sheet.heading[column], table.cell(row, column), table.file};
}

}  // namespace exchange
