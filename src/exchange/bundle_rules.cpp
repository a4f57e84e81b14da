#include "exchange/bundle_rules.hpp"

#include <algorithm>

#include "exchange/bundle_join_rules.hpp"
#include "exchange/guess_rules.hpp"
#include "pupils/names.hpp"

namespace exchange {
namespace {

// Of several files with names the longest leads; another's names are left out, its other columns join.
Table* leading(std::vector<Table>& tables) {
    Table* lead = nullptr;
    for (auto& table : tables) {
        if (table.part != Part::pupils) continue;
        if (lead && table.sheet.rows.size() <= lead->sheet.rows.size()) {
            table.part = Part::details;
            continue;
        }
        if (lead) lead->part = Part::details;
        lead = &table;
    }
    return lead;
}

// School Data Sync says in a file of its own which of its users are pupils.
bool are_users_without_roles(Sheet const& sheet) {
    auto const has = [&](std::string_view wanted) {
        return std::ranges::find(sheet.heading, wanted, plain_heading) != sheet.heading.end();
    };
    return has("sourcedid") && has("username") && !has("role");
}

}  // namespace

Expected<Sheet, Fault> read_files(Files const& files, Kind kind) {
    if (files.size() == 1) {
        auto sheet = read_sheet(files.front().bytes, kind);
        if (!sheet) return refuse(Fault{sheet.error()});
        // No column alone says who a pupil is.
        if (kind == Kind::pupils && sheet->heading.size() < 2) return refuse(Fault{Code::one_column});
        if (kind == Kind::staff && are_users_without_roles(*sheet)) return refuse(Fault{Code::roles_unsaid});
        return std::move(*sheet);
    }
    if (files.empty()) return refuse(Fault{Code::file_empty});
    if (kind == Kind::staff) return refuse(Fault{Code::several_files});
    std::vector<Table> tables;
    for (auto const& [name, bytes] : files) {
        auto sheet = read_sheet(bytes, kind);
        // Bundles carry files with headings alone for what a school does not use.
        bool const headings_alone = !sheet && sheet.error() == Code::no_rows;
        if (!sheet && !headings_alone) return refuse(Fault{sheet.error(), 0, {}, {}, name});
        tables.push_back({name, headings_alone ? Sheet{} : std::move(*sheet), Part::unneeded});
        if (!headings_alone) tables.back().part = part_of(tables.back());
    }
    auto const* lead = leading(tables);
    if (!lead) return refuse(Fault{Code::no_file_of_pupils});
    return joined(*lead, tables);
}

Sheet of_school(Sheet sheet, std::string_view id) {
    std::erase_if(sheet.rows, [&](auto const& row) {
        return std::ranges::find(row.schools, id) == row.schools.end();
    });
    return sheet;
}

std::string school_called(Sheet const& sheet, std::string_view name) {
    std::string id;
    for (auto const& school : sheet.schools) {
        if (!pupils::same_name(school.name, name) && school.id != name) continue;
        if (!id.empty()) return {};
        id = school.id;
    }
    return id;
}

}  // namespace exchange
