#include "data_map/moving_store.hpp"

#include <algorithm>
#include <utility>

#include "data_map/statement_store.hpp"
#include "data_map/whole.hpp"
#include "db/erasing.hpp"

namespace data_map {
namespace {

// A row is named by its id; what a contact is to the child, by the contact.
constexpr std::string_view name_of_row(Table const& table) {
    return has_column(table, "id") ? "id" : "contact_id";
}

constexpr bool goes_over(Table const& table) {
    return table.of_child != Found::nowhere && std::ranges::any_of(table.columns, [](Column const& column) {
               return column.name == "pupil_id" && column.merged == Merged::moved;
           });
}

constexpr Text naming(Table const& table) {
    Text text;
    text.add("SELECT t.");
    text.add(name_of_row(table));
    text.add(" FROM ");
    text.add(table.name);
    text.add(" t WHERE ");
    text.add(condition(table.of_child));
    text.add(" AND t.pupil_id = $2 ORDER BY t.");
    text.add(name_of_row(table));
    return text;
}

constexpr Text moving(Table const& table, std::string_view condition) {
    Text text;
    text.add("UPDATE ");
    text.add(table.name);
    text.add(" SET pupil_id = $1 WHERE school_id = $2 AND pupil_id = $3");
    text.add(condition);
    return text;
}

constexpr Text moving_one(Table const& table) {
    auto text = moving(table, " AND ");
    text.add(name_of_row(table));
    text.add(" = $4");
    return text;
}

// What came since to a case or a place that goes back belongs to it.
constexpr std::string_view with_its_case_or_place(Table const& table) {
    if (has_column(table, "case_id"))
        return " AND case_id IN (SELECT n.id FROM nurture_case n WHERE n.school_id = $2 AND n.pupil_id = $1)";
    if (has_column(table, "place_id"))
        return " AND place_id IN (SELECT p.id FROM place p WHERE p.school_id = $2 AND p.pupil_id = $1)";
    return "";
}

template <std::size_t at>
struct Naming {
    static constexpr auto text = naming(tables[at]);
    static constexpr db::Sql sql = text.letters.data();
};
template <std::size_t at>
struct MovingOne {
    static constexpr auto text = moving_one(tables[at]);
    static constexpr db::Sql sql = text.letters.data();
};
template <std::size_t at>
struct MovingWith {
    static constexpr auto text = moving(tables[at], with_its_case_or_place(tables[at]));
    static constexpr db::Sql sql = text.letters.data();
};

template <class Do>
void for_each_table(Do const& act) {
    [&]<std::size_t... at>(std::index_sequence<at...>) { (act.template operator()<at>(), ...); }
    (std::make_index_sequence<tables.size()>{});
}

struct Collecting {
    db::Connection& db;
    SchoolId school;
    std::string const& pupil;
    std::vector<Named>& rows;

    template <std::size_t at>
    void operator()() const {
        if constexpr (goes_over(tables[at]))
            for (auto& row : db.all<std::string>(Naming<at>::sql, school, pupil))
                rows.push_back({std::string(tables[at].name), std::move(row)});
    }
};

struct MovingRows {
    db::Connection& db;
    SchoolId school;
    std::vector<Named> const& rows;
    std::string const& from;
    std::string const& to;

    template <std::size_t at>
    void operator()() const {
        if constexpr (goes_over(tables[at]))
            for (auto const& row : rows)
                if (row.table == tables[at].name) db.run(MovingOne<at>::sql, to, school, from, row.row);
    }
};

struct MovingWhatCameSince {
    db::Connection& db;
    SchoolId school;
    std::string const& from;
    std::string const& to;

    template <std::size_t at>
    void operator()() const {
        if constexpr (goes_over(tables[at]) && !with_its_case_or_place(tables[at]).empty())
            db.run(MovingWith<at>::sql, to, school, from);
    }
};

std::vector<std::string_view> tables_that_change() {
    std::vector<std::string_view> names;
    for (auto const& table : tables)
        if (goes_over(table)) names.push_back(table.name);
    return names;
}

}  // namespace

std::vector<Named> rows_naming(db::Connection& db, SchoolId school, std::string const& pupil) {
    std::vector<Named> rows;
    for_each_table(Collecting{db, school, pupil, rows});
    return rows;
}

void move_rows(
    db::Connection& db,
    SchoolId school,
    std::vector<Named> const& rows,
    std::string const& from,
    std::string const& to
) {
    auto const change = tables_that_change();
    db::Merging const merging(db, change);
    for_each_table(MovingRows{db, school, rows, from, to});
}

// In the order of the map a place stands before its evaluations.
void move_back(
    db::Connection& db,
    SchoolId school,
    std::vector<Named> const& rows,
    std::string const& from,
    std::string const& to
) {
    auto const change = tables_that_change();
    db::Merging const merging(db, change);
    for_each_table(MovingRows{db, school, rows, from, to});
    for_each_table(MovingWhatCameSince{db, school, from, to});
}

}  // namespace data_map
