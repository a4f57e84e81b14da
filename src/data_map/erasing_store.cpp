#include "data_map/erasing_store.hpp"

#include <algorithm>
#include <utility>

#include "data_map/statement_store.hpp"
#include "data_map/whole.hpp"
#include "db/erasing.hpp"

namespace data_map {
namespace {

constexpr bool loses_rows(Table const& table, Retention kept) {
    return table.kept == kept && table.of_child != Found::nowhere;
}

constexpr bool is_cleared(Column const& column) {
    return column.erased.how == Ending::emptied || column.erased.how == Ending::taken_out;
}

// Values that are emptied belong to the nurture record, whatever table they stand in.
constexpr bool loses_values(Table const& table, Retention kept) {
    if (kept != Retention::nurture_record || table.of_child == Found::nowhere) return false;
    for (auto const& column : table.columns)
        if (is_cleared(column)) return true;
    return false;
}

// What a session of a group was to be is the other children's too, until the last of their records goes.
constexpr std::string_view but_not_of_others(Found found) {
    if (found != Found::by_place_in_its_programme) return "";
    return " AND NOT EXISTS (SELECT 1 FROM place o WHERE o.school_id = $1 AND o.programme_id = t.programme_id"
           " AND o.pupil_id <> $2)";
}

constexpr Text deletion(Table const& table) {
    Text text;
    text.add("DELETE FROM ");
    text.add(table.name);
    text.add(" AS t WHERE ");
    text.add(condition(table.of_child));
    return text;
}

constexpr Text clearing(Table const& table) {
    Text text;
    text.add("UPDATE ");
    text.add(table.name);
    text.add(" AS t");
    std::string_view before = " SET ";
    for (auto const& column : table.columns) {
        if (!is_cleared(column)) continue;
        text.add(before);
        text.add(column.name);
        text.add(column.erased.how == Ending::emptied ? " = ''" : " = NULL");
        before = ", ";
    }
    text.add(" WHERE ");
    text.add(condition(table.of_child));
    text.add(but_not_of_others(table.of_child));
    return text;
}

template <std::size_t at>
struct Deletion {
    static constexpr auto text = deletion(tables[at]);
    static constexpr db::Sql sql = text.letters.data();
};
template <std::size_t at>
struct Clearing {
    static constexpr auto text = clearing(tables[at]);
    static constexpr db::Sql sql = text.letters.data();
};

struct Erasure {
    db::Connection& db;
    SchoolId school;
    std::string const& pupil;
    std::vector<Count> counts = {};

    template <std::size_t at, Retention kept>
    void erase_of() {
        if constexpr (loses_rows(tables[at], kept))
            count(tables[at], db.run(Deletion<at>::sql, school, pupil));
        if constexpr (loses_values(tables[at], kept))
            count(tables[at], db.run(Clearing<at>::sql, school, pupil));
    }
    void count(Table const& table, std::int64_t rows) {
        if (rows > 0) counts.push_back({table.name, rows});
    }
};

// From the last table to the first: a table stands in the map after those that it names.
template <Retention kept>
std::vector<Count> erase_all(db::Connection& db, SchoolId school, std::string const& pupil) {
    constexpr auto last = tables.size() - 1;
    Erasure erasure{.db = db, .school = school, .pupil = pupil};
    [&]<std::size_t... at>(std::index_sequence<at...>) {
        (erasure.template erase_of<last - at, kept>(), ...);
    }
    (std::make_index_sequence<tables.size()>{});
    return std::move(erasure.counts);
}

}  // namespace

std::vector<Count> erase(db::Connection& db, SchoolId school, Retention kept, std::string const& pupil) {
    std::vector<std::string_view> tables_of_children;
    for (auto const& table : tables)
        if (table.of_child != Found::nowhere) tables_of_children.push_back(table.name);
    db::Erasing const erasing(db, tables_of_children);
    if (kept == Retention::nurture_record) return erase_all<Retention::nurture_record>(db, school, pupil);
    if (kept == Retention::safeguarding_pointer)
        return erase_all<Retention::safeguarding_pointer>(db, school, pupil);
    return {};
}

}  // namespace data_map
