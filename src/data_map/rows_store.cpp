#include "data_map/rows_store.hpp"

#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "data_map/statement_store.hpp"
#include "data_map/whole.hpp"

namespace data_map {
namespace {

constexpr bool is_read(Column const& column, About about) {
    return column.of == Class::key || is_given(column, about);
}

// Some tables are about a person and given out to nobody, such as the sheet of a letter whose words are
// given.
constexpr bool gives_something(Table const& table, About about) {
    if (found_for(table, about) == Found::nowhere) return false;
    for (auto const& column : table.columns)
        if (is_given(column, about)) return true;
    return false;
}

constexpr std::size_t columns_read(Table const& table, About about) {
    std::size_t count = 0;
    for (auto const& column : table.columns) count += is_read(column, about) ? 1 : 0;
    return count;
}

// That there is something is read of what was confided, and never the words; but where the child lets those
// who help see it.
constexpr void add_value(Text& text, Column const& column) {
    bool const confided = column.of == Class::confided;
    text.add(confided ? "CASE coalesce(t." : "CAST(t.");
    text.add(column.name);
    text.add(confided ? ", '') WHEN '' THEN '' ELSE " : " AS TEXT)");
    if (!confided) return;
    if (!column.said_for.empty()) {
        text.add("CASE WHEN coalesce(t.");
        text.add(column.said_for);
        text.add(", 'helpers') = 'helpers' THEN t.");
        text.add(column.name);
        text.add(" ELSE 'confided' END END");
        return;
    }
    text.add("'confided' END");
}

constexpr Text statement(Table const& table, About about) {
    Text text;
    text.add("SELECT ");
    std::string_view before;
    for (auto const& column : table.columns) {
        if (!is_read(column, about)) continue;
        text.add(before);
        add_value(text, column);
        before = ", ";
    }
    text.add(" FROM ");
    text.add(table.name);
    text.add(" t WHERE ");
    text.add(condition(found_for(table, about)));
    before = " ORDER BY t.";
    for (auto const& column : table.columns) {
        if (column.of != Class::key) continue;
        text.add(before);
        text.add(column.name);
        before = ", t.";
    }
    return text;
}

template <std::size_t at, About about>
struct Statement {
    static constexpr auto text = statement(tables[at], about);
    static constexpr db::Sql sql = text.letters.data();
};

template <std::size_t count>
struct Read {
    std::array<std::optional<std::string>, count> values;
    auto& columns() { return values; }
};

template <std::size_t count>
struct AsStored {
    std::array<std::optional<std::string>, count> values;
    auto columns() {
        return [this]<std::size_t... at>(std::index_sequence<at...>) {
            return std::tuple{db::AsStored{values[at]}...};
        }
        (std::make_index_sequence<count>{});
    }
};

template <template <std::size_t> class As, std::size_t at, About about>
void add_rows(db::Connection& db, SchoolId school, std::string const& id, std::vector<Row>& rows) {
    constexpr auto const& table = tables[at];
    if constexpr (gives_something(table, about)) {
        for (auto& read : db.all<As<columns_read(table, about)>>(Statement<at, about>::sql, school, id)) {
            Row row{.table = &tables[at], .key = {}, .values = {}};
            auto value = read.values.begin();
            for (auto const& column : table.columns) {
                if (!is_read(column, about)) continue;
                if (column.of == Class::key) row.key.push_back(value->value_or(""));
                if (is_given(column, about) && !value->value_or("").empty())
                    row.values.push_back({&column, std::move(**value)});
                ++value;
            }
            if (!row.values.empty()) rows.push_back(std::move(row));
        }
    }
}

template <template <std::size_t> class As, About about>
std::vector<Row> rows_of(db::Connection& db, SchoolId school, std::string const& id) {
    std::vector<Row> rows;
    [&]<std::size_t... at>(std::index_sequence<at...>) {
        (add_rows<As, at, about>(db, school, id, rows), ...);
    }
    (std::make_index_sequence<tables.size()>{});
    return rows;
}

template <template <std::size_t> class As>
std::vector<Row> rows_as(db::Connection& db, SchoolId school, About about, std::string const& id) {
    switch (about) {
        case About::child: return rows_of<As, About::child>(db, school, id);
        case About::parent: return rows_of<As, About::parent>(db, school, id);
        case About::staff: return rows_of<As, About::staff>(db, school, id);
    }
    return {};
}

}  // namespace

std::vector<Row> rows_about(db::Connection& db, SchoolId school, About about, std::string const& id) {
    return rows_as<Read>(db, school, about, id);
}

std::vector<Row> rows_as_stored(db::Connection& db, SchoolId school, About about, std::string const& id) {
    return rows_as<AsStored>(db, school, about, id);
}

}  // namespace data_map
