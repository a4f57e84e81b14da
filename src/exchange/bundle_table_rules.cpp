#include "exchange/bundle_table_rules.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "exchange/guess_rules.hpp"

namespace exchange {
namespace {

bool names_people(Sheet const& sheet) {
    auto const says = [&](Field field) {
        return std::ranges::any_of(sheet.heading, [&](auto const& heading) {
            return meaning_of(heading, Kind::pupils).field == field;
        });
    };
    bool const forename = says(Field::legal_forename) || says(Field::preferred_forename);
    bool const surname = says(Field::legal_surname) || says(Field::preferred_surname);
    return (forename && surname) || says(Field::full_name);
}

bool is_called(Table const& table, std::string_view what) {
    return text::ascii_lower(table.file).find(what) != std::string::npos;
}

}  // namespace

std::optional<std::size_t> Table::column(std::initializer_list<std::string_view> headings) const {
    for (auto const wanted : headings)
        for (std::size_t at = 0; at < sheet.heading.size(); ++at)
            if (plain_heading(sheet.heading[at]) == wanted) return at;
    return std::nullopt;
}

std::string const& Table::cell(CsvRow const& row, std::optional<std::size_t> column) const {
    static std::string const empty;
    return column ? sheet.cell(row, *column) : empty;
}

std::map<std::string, std::vector<CsvRow const*>> Table::by(std::optional<std::size_t> column) const {
    std::map<std::string, std::vector<CsvRow const*>> rows;
    for (auto const& row : sheet.rows)
        if (auto const& key = cell(row, column); !key.empty()) rows[key].push_back(&row);
    return rows;
}

// Two files of School Data Sync have headings in common with others: their names tell them apart.
Part part_of(Table const& table) {
    auto const has = [&](auto... headings) { return (table.column({headings}) && ...); };
    if (has("teachernumber") || is_called(table, "teacherroster")) return Part::unneeded;
    if (has("usersourcedid", "relationshipusersourcedid")) return Part::contacts;
    if (has("classsourcedid", "usersourcedid") || has("sectionid", "id")) return Part::places;
    if (has("usersourcedid", "role")) return Part::roles;
    if (has("usersourcedid", "flag")) return Part::unneeded;
    if (has("schoolyearsourcedid") || has("title", "startdate") || is_called(table, "courses"))
        return Part::unneeded;
    if (has("sourcedid", "title") || has("id", "sectionname")) return Part::classes;
    if (names_people(table.sheet) && !has("sourcedid", "name", "type") && !has("dfenumber", "name"))
        return Part::pupils;
    if (has("sourcedid", "name") || has("dfenumber", "name")) return Part::schools;
    return Part::details;
}

bool may_hold_ids(std::string_view heading) {
    auto const field = meaning_of(heading, Kind::pupils).field;
    auto const plain = plain_heading(heading);
    return field == Field::upn || field == Field::admission_number || plain.ends_with("id") ||
           plain.ends_with("number");
}

}  // namespace exchange
