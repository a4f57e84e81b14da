#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "exchange/bundle_table_rules.hpp"

// What joining the files of a bundle works on: the files by what they hold, and the pupils' rows as they
// grow.
namespace exchange {

// The files of one bundle; the leading one holds the pupils' names.
class Bundle {
public:
    Bundle(Table const& lead, std::vector<Table> const& tables) : lead_(lead), tables_(tables) {}

    Table const& lead() const { return lead_; }
    // The other files that hold this part, and the first of them.
    std::vector<Table const*> of(Part part) const;
    Table const* one(Part part) const;
    // The names of those that nobody needs.
    std::vector<std::string> unneeded() const;

private:
    Table const& lead_;
    std::vector<Table> const& tables_;
};

// What a file says of one pupil, and in which of its rows.
struct SaidInRow {
    std::string text;
    int row = 0;
};

bool is_pupil(std::string const& role);

// The leading file's pupils with what was joined to them so far.
class JoinedRows {
public:
    explicit JoinedRows(Bundle const& bundle);

    std::vector<CsvRow const*> const& pupils() const { return pupils_; }
    std::string const& id_of(CsvRow const* pupil) const { return lead_.cell(*pupil, own_id_); }
    std::optional<std::size_t> own_id() const { return own_id_; }
    // The rows that make the pupil a student; there are none where no file gives roles.
    std::vector<CsvRow const*> const& roles_of(CsvRow const* pupil) const;

    bool has(std::string const& heading) const;
    // A column more, one cell for each pupil; passed over where it is empty or the whole grows too large.
    void add(std::string heading, Origin origin, std::vector<SaidInRow> cells);
    bool is_too_much() const { return is_too_much_; }

    void add_fault(Fault fault) { sheet_.faults.push_back(std::move(fault)); }
    // A fault for each row that says under an id something else than the first row of that id.
    template <class Same>
    void refuse_ids_twice(Table const& table, std::optional<std::size_t> column, Same const& same) {
        for (auto const& [id, rows] : table.by(column))
            for (auto const* row : rows)
                if (!same(*rows.front(), *row))
                    add_fault({Code::id_twice, row->number, table.sheet.heading[*column], id, table.file});
    }

    // Of which schools each pupil is, in the order of pupils(), and those that there are.
    void set_schools_of(std::size_t pupil, std::vector<std::string> schools) {
        sheet_.rows[pupil].schools = std::move(schools);
    }
    void add_school(SchoolInFiles school) { sheet_.schools.push_back(std::move(school)); }

    Sheet taken() { return std::move(sheet_); }

private:
    Table const& lead_;
    std::optional<std::size_t> own_id_;
    std::map<std::string, std::vector<CsvRow const*>> roles_;
    std::vector<CsvRow const*> pupils_;
    Sheet sheet_;
    std::set<std::string> plain_headings_;
    std::size_t bytes_ = 0;
    bool is_too_much_ = false;
};

// Two rows that say the same throughout.
bool same_cells(CsvRow const& one, CsvRow const& other);

// The id in this cell stands in no file that should have it.
Fault unknown_id(Table const& table, CsvRow const& row, std::size_t column);

}  // namespace exchange
