#include "exchange/bundle_join_rules.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "exchange/bundle_id_rules.hpp"
#include "exchange/guess_rules.hpp"

namespace exchange {
namespace {

// As much as one file may have (CsvLimits); bytes, since one row's text may stand beside many pupils.
constexpr CsvLimits together;
constexpr std::size_t bytes_together = std::size_t{40} * 1024 * 1024;
constexpr int classes_told = 10;

struct Cell {
    std::string text;
    int row = 0;
};

bool is_pupil(std::string const& role) {
    auto const plain = text::ascii_lower(role);
    return plain == "student" || plain == "pupil";
}

// Gathers what the other files say onto the rows of the file that holds the pupils' names.
class Joining {
public:
    Joining(Table const& lead, std::vector<Table> const& tables) : lead_(lead), tables_(tables) {
        own_id_ = lead.column({"sourcedid", "id", "studentid", "pupilid"});
        people_ = lead.by(own_id_);
        joined_.leading_file = lead.file;
        joined_.heading_row = lead.sheet.heading_row;
        for (auto const& table : tables)
            if (table.part == Part::unneeded) joined_.unneeded.push_back(table.file);
    }

    Expected<Sheet, Fault> run() {
        if (!take_pupils()) return refuse(Fault{Code::nobody_is_a_student});
        refuse_pupils_of_one_id(own_id_);
        for (std::size_t at = 0; at < lead_.sheet.heading.size(); ++at)
            if (!is_left_out(lead_.sheet.heading[at])) take_own(at);
        take_years();
        auto const details = of(Part::details);
        if (!details.empty()) {
            LeadingIds const ids(lead_);
            for (auto const* table : details) {
                auto const common = ids.common_with(*table);
                if (!common) return refuse(common.error());
                take_details(*table, *common);
            }
        }
        take_classes();
        take_contacts();
        take_schools();
        if (is_too_much_) return refuse(Fault{Code::too_much_together});
        return std::move(joined_);
    }

private:
    std::vector<Table const*> of(Part part) const {
        std::vector<Table const*> found;
        for (auto const& table : tables_)
            if (table.part == part && &table != &lead_) found.push_back(&table);
        return found;
    }
    Table const* one(Part part) const {
        auto const found = of(part);
        return found.empty() ? nullptr : found.front();
    }
    std::string const& id_of(CsvRow const* pupil) const { return lead_.cell(*pupil, own_id_); }

    // Users that files give roles to are pupils where they are students somewhere; without roles all are.
    bool take_pupils() {
        auto const* roles = one(Part::roles);
        auto const own_role = lead_.column({"role"});
        if (roles) {
            auto const role = roles->column({"role"});
            for (auto const& [user, rows] : roles->by(roles->column({"usersourcedid"})))
                for (auto const* row : rows)
                    if (is_pupil(roles->cell(*row, role))) student_roles_[user].push_back(row);
        }
        for (auto const& row : lead_.sheet.rows) {
            auto const& own = lead_.cell(row, own_role);
            bool const is_one = roles ? student_roles_.contains(id_of(&row)) : own.empty() || is_pupil(own);
            if (!is_one) continue;
            pupils_.push_back(&row);
            joined_.rows.push_back({.number = row.number, .cells = {}});
        }
        return !pupils_.empty();
    }

    void add(std::string heading, Origin origin, std::vector<Cell> cells) {
        if (std::ranges::all_of(cells, [](auto const& cell) { return cell.text.empty(); })) return;
        for (auto const& cell : cells) bytes_ += cell.text.size();
        auto const columns = joined_.heading.size() + 1;
        is_too_much_ = is_too_much_ || columns > together.columns ||
                       columns * pupils_.size() > together.cells || bytes_ > bytes_together;
        if (is_too_much_) return;
        plain_headings_.insert(plain_heading(heading));
        joined_.heading.push_back(std::move(heading));
        joined_.origins.push_back(std::move(origin));
        for (std::size_t at = 0; at < cells.size(); ++at) {
            joined_.rows[at].cells.push_back(std::move(cells[at].text));
            joined_.rows[at].numbers.push_back(cells[at].row);
        }
    }

    void take_own(std::size_t column) {
        std::vector<Cell> cells;
        for (auto const* pupil : pupils_) cells.push_back({lead_.cell(*pupil, column), pupil->number});
        add(lead_.sheet.heading[column], {lead_.file, lead_.sheet.heading[column]}, std::move(cells));
    }

    void take_years() {
        auto const* roles = one(Part::roles);
        auto const grade = roles ? roles->column({"grade"}) : std::nullopt;
        if (!grade) return;
        std::vector<Cell> cells;
        for (auto const* pupil : pupils_) {
            auto const* row = student_roles_.at(id_of(pupil)).front();
            cells.push_back({roles->cell(*row, grade), row->number});
        }
        add(roles->sheet.heading[*grade], {roles->file, roles->sheet.heading[*grade]}, std::move(cells));
    }

    void take_details(Table const& table, CommonIds const& common) {
        refuse_ids_twice(table, common.theirs, same_cells);
        refuse_pupils_of_one_id(common.ours);
        auto const rows = table.by(common.theirs);
        std::vector<CsvRow const*> row_of;
        for (auto const* pupil : pupils_) {
            auto const found = rows.find(lead_.cell(*pupil, common.ours));
            row_of.push_back(found == rows.end() ? nullptr : found->second.front());
        }
        for (std::size_t at = 0; at < table.sheet.heading.size() && !is_too_much_; ++at) {
            auto const& heading = table.sheet.heading[at];
            if (at == common.theirs || is_left_out(heading) || has(heading)) continue;
            std::vector<Cell> cells;
            for (auto const* row : row_of)
                cells.push_back(row ? Cell{table.cell(*row, at), row->number} : Cell{});
            add(heading, {table.file, heading}, std::move(cells));
        }
    }

    static bool same_cells(CsvRow const& one, CsvRow const& other) { return one.cells == other.cells; }

    // A list repeats a child's row for each contact. Where contacts have a file of their own, a row is a
    // person.
    bool same_pupil(CsvRow const& row, CsvRow const& other) const {
        if (same_cells(row, other)) return true;
        if (one(Part::contacts)) return false;
        for (std::size_t at = 0; at < lead_.sheet.heading.size(); ++at)
            if (meaning_of(lead_.sheet.heading[at], Kind::pupils).contact == 0 &&
                lead_.cell(row, at) != lead_.cell(other, at))
                return false;
        return true;
    }

    // Two children of one id would share what another file says of one of them, such as the date of birth.
    void refuse_pupils_of_one_id(std::optional<std::size_t> column) {
        if (!column || !looked_over_.insert(*column).second) return;
        refuse_ids_twice(lead_, column, [this](auto const& one, auto const& other) {
            return same_pupil(one, other);
        });
    }

    template <class Same>
    void refuse_ids_twice(Table const& table, std::optional<std::size_t> column, Same const& same) {
        for (auto const& [id, rows] : table.by(column))
            for (auto const* row : rows)
                if (!same(*rows.front(), *row))
                    joined_.faults.push_back(
                        {Code::id_twice, row->number, table.sheet.heading[*column], id, table.file}
                    );
    }

    bool has(std::string const& heading) const { return plain_headings_.contains(plain_heading(heading)); }

    void take_classes() {
        auto const* places = one(Part::places);
        auto const* classes = one(Part::classes);
        if (!places || !classes) return;
        auto const name = classes->column({"title", "sectionname"}).value();
        auto const of_class = places->column({"classsourcedid", "sectionid"}).value();
        auto const role = places->column({"role"});
        auto const own_id = classes->column({"sourcedid", "id"});
        auto const known = classes->by(own_id);
        refuse_ids_twice(*classes, own_id, same_cells);
        auto const places_of = places->by(places->column({"usersourcedid", "id"}));
        std::vector<Cell> cells;
        for (auto const* pupil : pupils_) {
            auto& cell = cells.emplace_back();
            auto const found = places_of.find(id_of(pupil));
            if (found == places_of.end()) continue;
            for (auto const* row : found->second) {
                auto const& as = places->cell(*row, role);
                if (!as.empty() && !is_pupil(as)) continue;
                auto const known_class = known.find(places->cell(*row, of_class));
                if (known_class == known.end()) {
                    joined_.faults.push_back(unknown_id(*places, *row, of_class));
                    continue;
                }
                if (cell.row == 0) cell.row = row->number;
                add_line(cell.text, classes->cell(*known_class->second.front(), name));
            }
        }
        add("Class title", {places->file, places->sheet.heading[of_class]}, std::move(cells));
    }

    // Two classes tell already that nobody can say which is the child's own.
    static void add_line(std::string& lines, std::string const& line) {
        auto const known = text::split(lines, '\n');
        if (known.size() == classes_told || std::ranges::find(known, line) != known.end()) return;
        lines += (lines.empty() ? "" : "\n") + line;
    }

    static Fault unknown_id(Table const& table, CsvRow const& row, std::size_t column) {
        return {
            Code::id_unknown, row.number, table.sheet.heading[column], table.cell(row, column), table.file};
    }

    // Contacts are users too: a relationship names two of them.
    void take_contacts() {
        auto const* relationships = one(Part::contacts);
        if (!relationships) return;
        auto const whom = relationships->column({"relationshipusersourcedid"}).value();
        auto const of_pupil = relationships->by(relationships->column({"usersourcedid"}));
        std::vector<std::vector<CsvRow const*>> contacts;
        for (auto const* pupil : pupils_) {
            auto& of_this = contacts.emplace_back();
            auto const found = of_pupil.find(id_of(pupil));
            if (found == of_pupil.end()) continue;
            for (auto const* row : found->second) {
                bool const is_known = people_.contains(relationships->cell(*row, whom));
                if (!is_known)
                    joined_.faults.push_back(unknown_id(*relationships, *row, whom));
                else if (of_this.size() == contacts_in_a_row)
                    joined_.faults.push_back(
                        {Code::contacts_left_out, row->number, {}, id_of(pupil), relationships->file}
                    );
                else
                    of_this.push_back(row);
            }
        }
        for (std::size_t which = 0; which < contacts_in_a_row; ++which)
            take_contact(*relationships, whom, contacts, which);
    }

    void take_contact(
        Table const& relationships,
        std::size_t whom,
        std::vector<std::vector<CsvRow const*>> const& contacts,
        std::size_t which
    ) {
        auto const add_from = [&](Table const& table, std::optional<std::size_t> column, bool of_user) {
            if (!column) return;
            auto const& heading = table.sheet.heading[*column];
            std::vector<Cell> cells;
            for (auto const& of_pupil : contacts) {
                auto& cell = cells.emplace_back();
                if (which >= of_pupil.size()) continue;
                auto const* row = of_pupil[which];
                if (of_user) row = people_.at(relationships.cell(*row, whom)).front();
                cell = {table.cell(*row, column), row->number};
            }
            add("Contact " + std::to_string(which + 1) + " " + heading,
                {table.file, heading},
                std::move(cells));
        };
        add_from(lead_, lead_.column({"givenname", "firstname"}), true);
        add_from(lead_, lead_.column({"familyname", "lastname"}), true);
        add_from(relationships, relationships.column({"relationshiprole"}), false);
        add_from(lead_, lead_.column({"email"}), true);
        add_from(lead_, lead_.column({"phone"}), true);
    }

    void take_schools() {
        auto const* roles = one(Part::roles);
        auto const* schools = one(Part::schools);
        auto const own = lead_.column({"schooldfenumber", "orgsourcedids", "orgsourcedid"});
        std::map<std::string, std::size_t> pupils;
        for (std::size_t at = 0; at < pupils_.size(); ++at) {
            auto& of_pupil = joined_.rows[at].schools;
            if (roles)
                for (auto const* row : student_roles_.at(id_of(pupils_[at])))
                    of_pupil.push_back(roles->cell(*row, roles->column({"orgsourcedid"})));
            else
                of_pupil.push_back(lead_.cell(*pupils_[at], own));
            std::ranges::sort(of_pupil);
            of_pupil.erase(std::unique(of_pupil.begin(), of_pupil.end()), of_pupil.end());
            for (auto const& school : of_pupil) ++pupils[school];
        }
        pupils.erase("");
        if (pupils.size() < 2) return;
        if (schools) refuse_ids_twice(*schools, schools->column({"sourcedid", "dfenumber"}), same_cells);
        auto const known = schools ? schools->by(schools->column({"sourcedid", "dfenumber"}))
                                   : std::map<std::string, std::vector<CsvRow const*>>{};
        for (auto const& [id, count] : pupils) {
            auto const found = known.find(id);
            auto const name =
                found == known.end() ? id : schools->cell(*found->second.front(), schools->column({"name"}));
            joined_.schools.push_back({id, name, count});
        }
    }

    Table const& lead_;
    std::vector<Table> const& tables_;
    std::optional<std::size_t> own_id_;
    std::map<std::string, std::vector<CsvRow const*>> people_;
    std::map<std::string, std::vector<CsvRow const*>> student_roles_;
    std::vector<CsvRow const*> pupils_;
    std::set<std::size_t> looked_over_;  // columns of ids in the leading file
    Sheet joined_;
    std::set<std::string> plain_headings_;
    std::size_t bytes_ = 0;
    bool is_too_much_ = false;
};

}  // namespace

Expected<Sheet, Fault> joined(Table const& lead, std::vector<Table> const& tables) {
    return Joining(lead, tables).run();
}

}  // namespace exchange
