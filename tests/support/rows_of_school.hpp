#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "data_map/whole.hpp"
#include "db/connection.hpp"

// All that the database holds of one school, table by table, on either engine.
namespace support {

namespace rows {

struct Statement {
    std::array<char, 4096> letters{};
    std::size_t size = 0;
    constexpr void add(std::string_view more) {
        for (char const letter : more) letters.at(size++) = letter;
    }
};

constexpr bool is_of_a_school(data_map::Table const& table) {
    return data_map::has_column(table, "school_id");
}

constexpr Statement statement_of(data_map::Table const& table) {
    Statement text;
    std::string_view before = "SELECT ";
    for (auto const& column : table.columns) {
        text.add(before);
        text.add("coalesce(CAST(");
        text.add(column.name);
        text.add(" AS TEXT), '-')");
        before = " || '|' || ";
    }
    text.add(" FROM ");
    text.add(table.name);
    text.add(" WHERE school_id = $1 ORDER BY 1");
    return text;
}

template <std::size_t at>
struct Of {
    static constexpr auto text = statement_of(data_map::tables[at]);
    static constexpr db::Sql sql = text.letters.data();
};

}  // namespace rows

// Each table's rows of the school as one text. The caller has entered the school.
inline std::map<std::string, std::string> rows_of_school(db::Connection& db, SchoolId school) {
    std::map<std::string, std::string> all;
    auto const add = [&]<std::size_t at>() {
        constexpr auto const& table = data_map::tables[at];
        if constexpr (rows::is_of_a_school(table))
            for (auto const& row : db.all<std::string>(rows::Of<at>::sql, school))
                all[std::string(table.name)] += row + '\n';
    };
    [&]<std::size_t... at>(std::index_sequence<at...>) { (add.template operator()<at>(), ...); }
    (std::make_index_sequence<data_map::tables.size()>{});
    return all;
}

// Every id that stands in a text: 36 letters as RFC 9562 writes them.
std::set<std::string> ids_in(std::string_view text);

}  // namespace support
