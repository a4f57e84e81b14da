#include "data_map/erasing_store.hpp"

#include <algorithm>
#include <utility>

#include "data_map/statement_store.hpp"
#include "data_map/whole.hpp"
#include "db/erasing.hpp"

namespace data_map {
namespace {

// What names a child can't outlast the child's own row.
constexpr bool goes_with_the_roll(Table const& table) {
    return table.kept == Retention::on_the_roll || table.kept == Retention::data_request ||
           table.kept == Retention::nurture_record || table.kept == Retention::safeguarding_pointer;
}

// Contacts may be another child's too: they go by themselves.
constexpr bool is_about_the_child(Table const& table) {
    return table.of_child != Found::nowhere && table.of_child != Found::by_child_it_is_reached_for;
}

constexpr bool loses_rows(Table const& table, Retention kept) {
    if (!is_about_the_child(table)) return false;
    return kept == Retention::on_the_roll ? goes_with_the_roll(table) : table.kept == kept;
}

constexpr bool is_log(Table const& table) { return table.name == "record"; }

constexpr bool is_cleared(Column const& column) {
    return column.erased.how == Ending::emptied || column.erased.how == Ending::taken_out;
}

constexpr bool has_cleared_values(Table const& table) {
    return std::ranges::any_of(table.columns, is_cleared);
}

// Values that are emptied belong to the nurture record, whatever table they stand in, and at the latest to
// the roll.
constexpr bool loses_values(Table const& table, Retention kept) {
    return (kept == Retention::nurture_record || kept == Retention::on_the_roll) &&
           is_about_the_child(table) && has_cleared_values(table);
}

// What goes with a contact: what is of the roll, the address that was written to, and what the log says.
constexpr bool loses_rows_of_a_contact(Table const& table) {
    return table.of_parent != Found::nowhere &&
           (table.kept == Retention::on_the_roll || table.of_parent == Found::by_address);
}
constexpr bool loses_values_of_a_contact(Table const& table) {
    return table.of_parent == Found::by_entry_of_contact && has_cleared_values(table);
}

// What a session of a group was to be is the other children's too, until the last of their records goes; an
// address may be another's.
constexpr std::string_view but_not_of_others(Found found) {
    if (found == Found::by_place_in_its_programme)
        return " AND NOT EXISTS (SELECT 1 FROM place o WHERE o.school_id = $1 AND o.programme_id = "
               "t.programme_id AND o.pupil_id <> $2)";
    if (found == Found::by_address)
        return " AND NOT EXISTS (SELECT 1 FROM contact o WHERE o.school_id = $1 AND o.id <> $2"
               " AND o.address = t.address)"
               " AND NOT EXISTS (SELECT 1 FROM staff o WHERE o.school_id = $1 AND o.address = t.address)";
    return "";
}

constexpr Text deletion(Table const& table, Found found) {
    Text text;
    text.add("DELETE FROM ");
    text.add(table.name);
    text.add(" AS t WHERE ");
    text.add(condition(found));
    text.add(but_not_of_others(found));
    return text;
}

// A detail goes once, and the one erasure that took it accounts for it.
constexpr std::string_view that_have_a_detail(Table const& table) {
    return is_log(table) ? " AND t.detail IS NOT NULL" : "";
}

constexpr Text clearing(Table const& table, Found found) {
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
    text.add(condition(found));
    text.add(but_not_of_others(found));
    text.add(that_have_a_detail(table));
    return text;
}

constexpr Text entries_to_clear(Table const& table, Found found) {
    Text text;
    text.add("SELECT t.number FROM ");
    text.add(table.name);
    text.add(" AS t WHERE ");
    text.add(condition(found));
    text.add(that_have_a_detail(table));
    return text;
}

// The contacts of a child whom no row about another child names. That they work here and what became of their
// address is told of themselves, and keeps nobody.
constexpr Text of_nobody_else() {
    Text text;
    text.add(
        "SELECT c.id FROM contact c WHERE c.school_id = $1 AND c.id IN (SELECT k.contact_id"
        " FROM pupil_contact k WHERE k.school_id = $1 AND k.pupil_id = $2)"
    );
    for (auto const& table : tables) {
        if (!is_about_the_child(table) || !has_column(table, "contact_id")) continue;
        text.add(" AND NOT EXISTS (SELECT 1 FROM ");
        text.add(table.name);
        text.add(" AS t WHERE t.school_id = $1 AND t.contact_id = c.id AND NOT (");
        text.add(condition(table.of_child));
        text.add("))");
    }
    text.add(" ORDER BY c.id");
    return text;
}

template <std::size_t at>
struct Deletion {
    static constexpr auto text = deletion(tables[at], tables[at].of_child);
    static constexpr db::Sql sql = text.letters.data();
};
template <std::size_t at>
struct Clearing {
    static constexpr auto text = clearing(tables[at], tables[at].of_child);
    static constexpr db::Sql sql = text.letters.data();
};
template <std::size_t at>
struct EntriesToClear {
    static constexpr auto text = entries_to_clear(tables[at], tables[at].of_child);
    static constexpr db::Sql sql = text.letters.data();
};
template <std::size_t at>
struct DeletionOfContact {
    static constexpr auto text = deletion(tables[at], tables[at].of_parent);
    static constexpr db::Sql sql = text.letters.data();
};
template <std::size_t at>
struct ClearingOfContact {
    static constexpr auto text = clearing(tables[at], tables[at].of_parent);
    static constexpr db::Sql sql = text.letters.data();
};
template <std::size_t at>
struct EntriesToClearOfContact {
    static constexpr auto text = entries_to_clear(tables[at], tables[at].of_parent);
    static constexpr db::Sql sql = text.letters.data();
};

struct Erasure {
    db::Connection& db;
    SchoolId school;
    Taken taken = {};

    template <std::size_t at, Retention kept>
    void erase_of(std::string const& pupil) {
        if constexpr (loses_rows(tables[at], kept))
            count(tables[at], db.run(Deletion<at>::sql, school, pupil));
        else if constexpr (loses_values(tables[at], kept)) {
            if constexpr (is_log(tables[at])) note_entries(EntriesToClear<at>::sql, pupil);
            count(tables[at], db.run(Clearing<at>::sql, school, pupil));
        }
    }
    template <std::size_t at>
    void erase_of_contact(std::string const& contact) {
        if constexpr (loses_rows_of_a_contact(tables[at]))
            count(tables[at], db.run(DeletionOfContact<at>::sql, school, contact));
        else if constexpr (loses_values_of_a_contact(tables[at])) {
            if constexpr (is_log(tables[at])) note_entries(EntriesToClearOfContact<at>::sql, contact);
            count(tables[at], db.run(ClearingOfContact<at>::sql, school, contact));
        }
    }
    void note_entries(db::Sql sql, std::string const& whom) {
        for (auto const number : db.all<std::int64_t>(sql, school, whom)) taken.entries.push_back(number);
    }
    void count(Table const& table, std::int64_t rows) {
        if (rows == 0) return;
        auto const known = std::ranges::find(taken.counts, table.name, &Count::table);
        if (known == taken.counts.end())
            taken.counts.push_back({table.name, rows});
        else
            known->rows += rows;
    }
};

// From the last table to the first: a table stands in the map after those that it names.
template <Retention kept>
void erase_all(Erasure& erasure, std::string const& pupil) {
    constexpr auto last = tables.size() - 1;
    [&]<std::size_t... at>(std::index_sequence<at...>) {
        (erasure.template erase_of<last - at, kept>(pupil), ...);
    }
    (std::make_index_sequence<tables.size()>{});
}

void erase_contact(Erasure& erasure, std::string const& contact) {
    constexpr auto last = tables.size() - 1;
    [&]<std::size_t... at>(std::index_sequence<at...>) {
        (erasure.template erase_of_contact<last - at>(contact), ...);
    }
    (std::make_index_sequence<tables.size()>{});
}

void erase_from_the_roll(Erasure& erasure, std::string const& pupil) {
    auto const contacts = contacts_of_nobody_else(erasure.db, erasure.school, pupil);
    erase_all<Retention::on_the_roll>(erasure, pupil);
    for (auto const& contact : contacts) erase_contact(erasure, contact);
}

}  // namespace

std::vector<std::string> contacts_of_nobody_else(
    db::Connection& db, SchoolId school, std::string const& pupil
) {
    static constexpr auto text = of_nobody_else();
    constexpr db::Sql sql = text.letters.data();
    return db.all<std::string>(sql, school, pupil);
}

Taken erase(db::Connection& db, SchoolId school, Retention kept, std::string const& pupil) {
    std::vector<std::string_view> tables_of_families;
    for (auto const& table : tables)
        if (table.of_child != Found::nowhere || table.of_parent != Found::nowhere)
            tables_of_families.push_back(table.name);
    db::Erasing const erasing(db, tables_of_families);
    Erasure erasure{.db = db, .school = school};
    if (kept == Retention::nurture_record) erase_all<Retention::nurture_record>(erasure, pupil);
    if (kept == Retention::safeguarding_pointer) erase_all<Retention::safeguarding_pointer>(erasure, pupil);
    if (kept == Retention::on_the_roll) erase_from_the_roll(erasure, pupil);
    return std::move(erasure.taken);
}

}  // namespace data_map
