#include "data_map/sealing_store.hpp"

#include <algorithm>
#include <functional>
#include <type_traits>
#include <utility>

#include "child_keys/about.hpp"
#include "data_map/statement_store.hpp"
#include "data_map/whole.hpp"
#include "db/erasing.hpp"

namespace data_map {
namespace {

constexpr bool is_log(Table const& table) { return table.name == "record"; }
// What is of all children of a programme is sealed with the programme's key.
constexpr bool is_of_a_programme(Table const& table) {
    return table.of_child == Found::by_place_in_its_programme;
}
// What a contact needs is told of them whatever child they are reached for.
constexpr bool is_of_a_contact(Table const& table) {
    return table.of_child == Found::by_child_it_is_reached_for;
}
constexpr std::string_view whose(Table const& table) {
    if (is_of_a_programme(table)) return "t.school_id = $1 AND t.programme_id = $2";
    if (is_of_a_contact(table)) return "t.school_id = $1 AND t.id = $2";
    return condition(table.of_child);
}
constexpr std::string_view record_of(Table const& table) {
    if (is_of_a_programme(table)) return child_keys::programme_record;
    if (table.kept == Retention::safeguarding_pointer) return child_keys::safeguarding_record;
    if (table.kept == Retention::on_the_roll || table.kept == Retention::data_request)
        return child_keys::roll_record;
    return child_keys::nurture_record;
}
// Of a column that says for whom a child said it: the rows that they share, or those that they keep.
enum class Rows { all, shared, kept };
constexpr std::string_view record_of(Table const& table, Column const& column, Rows rows) {
    bool const confided = column.sealed_with == SealedWith::of_confidence && rows != Rows::shared;
    return confided ? child_keys::confided_record : record_of(table);
}
constexpr bool is_of_bytes(Column const& column) { return column.name.ends_with("pdf"); }

// The mark as text, and as PostgreSQL writes bytes.
constexpr void add_is_sealed(Text& text, Column const& column, bool is) {
    text.add(is ? " AND (substr(CAST(t." : " AND NOT (substr(CAST(t.");
    text.add(column.name);
    text.add(" AS TEXT), 1, 2) = '");
    text.add(db::sealed_mark);
    text.add("' OR substr(CAST(t.");
    text.add(column.name);
    text.add(" AS TEXT), 1, 6) = '\\x0231')");
}

constexpr void add_rows(Text& text, Column const& column, Rows rows) {
    if (rows == Rows::all) return;
    text.add(" AND coalesce(t.");
    text.add(column.said_for);
    text.add(rows == Rows::kept ? ", '') = '" : ", '') <> '");
    text.add("only_here'");
}

constexpr void add_says_something(Text& text, Column const& column) {
    text.add(" AND t.");
    text.add(column.name);
    text.add(" IS NOT NULL AND t.");
    text.add(column.name);
    text.add(" <> ''");
    if (column.name == "detail") text.add(" AND t.detail <> '{}'");
}

constexpr Text counting(Table const& table, Column const& column, bool is_sealed) {
    Text text;
    text.add("SELECT count(*) FROM ");
    text.add(table.name);
    text.add(" t WHERE t.school_id = $1");
    add_says_something(text, column);
    add_is_sealed(text, column, is_sealed);
    if (is_log(table)) text.add(" AND t.case_id IN (SELECT n.id FROM nurture_case n WHERE n.school_id = $1)");
    if (is_of_a_programme(table))
        text.add(" AND t.programme_id IN (SELECT p.programme_id FROM place p WHERE p.school_id = $1)");
    return text;
}

constexpr Text words_of_before(Table const& table, Column const& column, Rows rows) {
    Text text;
    text.add("SELECT DISTINCT t.");
    text.add(column.name);
    text.add(" FROM ");
    text.add(table.name);
    text.add(" t WHERE ");
    text.add(whose(table));
    add_says_something(text, column);
    add_rows(text, column, rows);
    add_is_sealed(text, column, false);
    return text;
}

// The condition begins with $1 and $2, which have to come first.
constexpr Text sealing(Table const& table, Column const& column, Rows rows) {
    Text text;
    text.add("WITH given (school, whom, words) AS (SELECT $1, $2, $3) UPDATE ");
    text.add(table.name);
    text.add(" AS t SET ");
    text.add(column.name);
    text.add(" = (SELECT words FROM given) WHERE ");
    text.add(whose(table));
    text.add(" AND t.");
    text.add(column.name);
    text.add(" = $4");
    add_rows(text, column, rows);
    return text;
}

constexpr Text all_words(Table const& table, Column const& column, Rows rows) {
    Text text;
    text.add("SELECT DISTINCT t.");
    text.add(column.name);
    text.add(" FROM ");
    text.add(table.name);
    text.add(" t WHERE ");
    text.add(whose(table));
    add_says_something(text, column);
    add_rows(text, column, rows);
    return text;
}

template <std::size_t table, std::size_t column, Rows rows = Rows::all>
struct Statements {
    static constexpr auto unsealed_text = counting(tables[table], tables[table].columns[column], false);
    static constexpr auto sealed_text = counting(tables[table], tables[table].columns[column], true);
    static constexpr auto before_text = words_of_before(tables[table], tables[table].columns[column], rows);
    static constexpr auto sealing_text = sealing(tables[table], tables[table].columns[column], rows);
    static constexpr auto all_text = all_words(tables[table], tables[table].columns[column], rows);
    static constexpr db::Sql all = all_text.letters.data();
    static constexpr db::Sql unsealed = unsealed_text.letters.data();
    static constexpr db::Sql sealed = sealed_text.letters.data();
    static constexpr db::Sql before = before_text.letters.data();
    static constexpr db::Sql seal = sealing_text.letters.data();
};

// Calls it with the numbers of the table and the column, of each that is sealed.
template <std::size_t table, class Visit>
void in_each_column(Visit const& visit) {
    [&]<std::size_t... column>(std::index_sequence<column...>) {
        (
            [&] {
                if constexpr (tables[table].columns[column].is_sealed())
                    visit.template operator()<table, column>();
            }(),
            ...
        );
    }
    (std::make_index_sequence<tables[table].columns.size()>{});
}
template <class Visit>
void in_each(Visit const& visit) {
    [&]<std::size_t... table>(std::index_sequence<table...>) { (in_each_column<table>(visit), ...); }
    (std::make_index_sequence<tables.size()>{});
}

std::vector<std::string> programmes_of(db::Connection& db, SchoolId school, std::string const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT p.programme_id FROM place p WHERE p.school_id = $1 AND p.pupil_id = $2)";
    return db.all<std::string>(sql, school, pupil);
}

std::vector<std::string> contacts_of(db::Connection& db, SchoolId school, std::string const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT k.contact_id FROM pupil_contact k WHERE k.school_id = $1 AND k.pupil_id = $2)";
    return db.all<std::string>(sql, school, pupil);
}

struct Sealing {
    db::Connection& db;
    SchoolId school;
    std::string const& pupil;
    std::vector<std::string> programmes;
    std::vector<std::string> contacts;
    std::int64_t values = 0;

    template <std::size_t table, std::size_t column>
    void seal_of() {
        if constexpr (is_of_a_programme(tables[table])) {
            for (auto const& programme : programmes) seal_words_of<table, column>(programme);
        } else if constexpr (is_of_a_contact(tables[table])) {
            for (auto const& contact : contacts) seal_words_of<table, column>(contact);
        } else if constexpr (!tables[table].columns[column].said_for.empty()) {
            seal_words_of<table, column, Rows::shared>(pupil);
            seal_words_of<table, column, Rows::kept>(pupil);
        } else {
            seal_words_of<table, column>(pupil);
        }
    }

    template <std::size_t table, std::size_t column, Rows rows = Rows::all>
    void seal_words_of(std::string const& whom) {
        using Said = Statements<table, column, rows>;
        auto const record = record_of(tables[table], tables[table].columns[column], rows);
        child_keys::About const about(db, school, whom, record);
        if constexpr (is_of_bytes(tables[table].columns[column])) {
            for (auto const& bytes : db.all<db::Bytes>(Said::before, school, whom))
                values += db.run(Said::seal, school, whom, about.bytes(bytes.data), bytes);
        } else {
            for (auto const& words : db.all<std::string>(Said::before, school, whom))
                values += db.run(Said::seal, school, whom, about(words), words);
        }
    }
};

// A value as the table holds it, sealed or not.
struct StoredText {
    std::string data;
};
struct StoredBytes {
    std::string data;
};
void read(db::Row const& row, int column, StoredText& into) { into.data = row.text(column); }
void read(db::Row const& row, int column, StoredBytes& into) { into.data = row.bytes(column); }

// Looks first, so that the gates are held still for those tables alone that have something to change.
struct SealingAnew {
    db::Connection& db;
    SchoolId school;
    std::string const& pupil;
    std::vector<child_keys::KeyAnew> keys;
    std::vector<std::string_view> with_changes;
    std::vector<std::function<std::int64_t()>> changes;

    template <std::size_t table, std::size_t column, Rows rows = Rows::all>
    void look_at() {
        using Said = Statements<table, column, rows>;
        constexpr bool bytes = is_of_bytes(tables[table].columns[column]);
        for (auto& stored :
             db.all<std::conditional_t<bytes, StoredBytes, StoredText>>(Said::all, school, pupil)) {
            auto anew = child_keys::sealed_anew(db, school, stored.data, keys);
            if (!anew) continue;
            with_changes.push_back(tables[table].name);
            changes.emplace_back([this, before = std::move(stored.data), after = std::move(*anew)] {
                if constexpr (is_of_bytes(tables[table].columns[column]))
                    return db.run(Said::seal, school, pupil, db::SealedBytes{after}, db::Bytes{before});
                else
                    return db.run(Said::seal, school, pupil, db::Sealed{after}, before);
            });
        }
    }
};

// What was confided before that had a key of its own. Called past the gates.
std::int64_t seal_what_was_confided(db::Connection& db, SchoolId school, std::string const& pupil) {
    SealingAnew sealing{
        .db = db,
        .school = school,
        .pupil = pupil,
        .keys = child_keys::keys_before_confidence(db, school, pupil),
        .with_changes = {},
        .changes = {}};
    in_each([&]<std::size_t table, std::size_t column>() {
        constexpr auto const& of = tables[table].columns[column];
        if constexpr (of.sealed_with == SealedWith::of_confidence)
            sealing.template look_at<table, column, of.said_for.empty() ? Rows::all : Rows::kept>();
    });
    std::int64_t values = 0;
    for (auto const& change : sealing.changes) values += change();
    return values;
}

}  // namespace

std::vector<Standing> how_words_stand(db::Connection& db, SchoolId school) {
    std::vector<Standing> all;
    in_each([&]<std::size_t table, std::size_t column>() {
        using Said = Statements<table, column>;
        all.push_back(
            {.table = tables[table].name,
             .column = tables[table].columns[column].name,
             .unsealed = db.the<std::int64_t>(Said::unsealed, school),
             .sealed = db.the<std::int64_t>(Said::sealed, school)}
        );
    });
    return all;
}

std::vector<std::string> children_with_words(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT n.pupil_id FROM nurture_case n WHERE n.school_id = $1
        UNION SELECT o.pupil_id FROM opening o WHERE o.school_id = $1
        UNION SELECT v.pupil_id FROM override v WHERE v.school_id = $1
        UNION SELECT h.pupil_id FROM retention_hold h WHERE h.school_id = $1
        UNION SELECT r.pupil_id FROM data_request r WHERE r.school_id = $1 AND r.pupil_id IS NOT NULL
        UNION SELECT m.stays_id FROM merging m WHERE m.school_id = $1
        UNION SELECT k.pupil_id
                FROM pupil_contact k
                JOIN contact c ON c.school_id = k.school_id AND c.id = k.contact_id
               WHERE k.school_id = $1 AND (k.restriction <> '' OR c.needs <> '')
         ORDER BY 1)";
    return db.all<std::string>(sql, school);
}

std::int64_t seal_words_of_before(db::Connection& db, SchoolId school, std::string const& pupil) {
    std::vector<std::string_view> with_words;
    for (auto const& table : tables)
        if (!is_log(table) && std::ranges::any_of(table.columns, &Column::is_sealed))
            with_words.push_back(table.name);
    db::Erasing const past_the_gates(db, with_words);
    Sealing sealing{
        .db = db,
        .school = school,
        .pupil = pupil,
        .programmes = programmes_of(db, school, pupil),
        .contacts = contacts_of(db, school, pupil)};
    in_each([&]<std::size_t table, std::size_t column>() {
        if constexpr (!is_log(tables[table])) sealing.template seal_of<table, column>();
    });
    return sealing.values + seal_what_was_confided(db, school, pupil);
}

std::int64_t seal_words_anew(
    db::Connection& db, SchoolId school, std::string const& from, std::string const& to
) {
    SealingAnew sealing{
        .db = db,
        .school = school,
        .pupil = to,
        .keys = child_keys::keys_anew(db, school, from, to),
        .with_changes = {},
        .changes = {}};
    in_each([&]<std::size_t table, std::size_t column>() {
        if constexpr (!is_log(tables[table]) && !is_of_a_programme(tables[table]) && !is_of_a_contact(tables[table]))
            sealing.template look_at<table, column>();
    });
    if (sealing.changes.empty()) return 0;
    std::ranges::sort(sealing.with_changes);
    sealing.with_changes.erase(
        std::unique(sealing.with_changes.begin(), sealing.with_changes.end()), sealing.with_changes.end()
    );
    db::Erasing const past_the_gates(db, sealing.with_changes);
    std::int64_t values = 0;
    for (auto const& change : sealing.changes) values += change();
    return values;
}

}  // namespace data_map
