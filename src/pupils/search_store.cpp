#include "pupils/search_store.hpp"

#include "db/joined_sql.hpp"

namespace pupils::search_store {
namespace {

// Behind every text that begins with the word: no character comes after U+10FFFF.
std::string end_of(std::string const& word) { return word + "\U0010FFFF"; }

std::string anywhere(std::string const& word) { return "%" + word + "%"; }

// Empty where there is no word: a pattern that fits everything would be matched with every name.
std::string anywhere_if_any(std::string const& word) { return word.empty() ? word : anywhere(word); }

// Every day is after none: that leads SQLite to the index in which the class stands.
constexpr db::Part who_has_the_word = R"(
        SELECT p.id, coalesce(nullif(p.preferred_forename, ''), p.legal_forename),
               coalesce(nullif(p.preferred_surname, ''), p.legal_surname), p.year_group, c.id, coalesce(c.name, ''),
               p.folded_name
          FROM name_part n
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
          LEFT JOIN class_membership m ON m.school_id = p.school_id AND m.pupil_id = p.id AND m.starts_on > ''
                                      AND m.ends_on IS NULL
          LEFT JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id
         WHERE n.school_id = $1 AND n.part >= $2 AND n.part < $3
           AND (p.left_on IS NULL OR p.left_on > $4))";

// Binds what stands before the others in the statement, then each other word by name and by class.
std::vector<Candidate> with_others(
    db::Connection& db, db::Sql sql, OtherWords const& others, int most, auto const&... before
) {
    return db.all<Candidate>(
        sql,
        before...,
        anywhere(others[0].text),
        others[0].classes,
        anywhere(others[1].text),
        others[1].classes,
        anywhere(others[2].text),
        others[2].classes,
        most
    );
}

}  // namespace

std::int64_t names_with(db::Connection& db, SchoolId school, std::string const& word, std::int64_t enough) {
    constexpr db::Sql sql = R"(
        SELECT count(*)
          FROM (SELECT 1 FROM name_part WHERE school_id = $1 AND part >= $2 AND part < $3 LIMIT $4) AS found)";
    return db.the<std::int64_t>(sql, school, word, end_of(word), enough);
}

std::vector<NamedClass> classes_since(db::Connection& db, SchoolId school, int school_year) {
    constexpr db::Sql sql = "SELECT id, name FROM class WHERE school_id = $1 AND school_year >= $2";
    return db.all<NamedClass>(sql, school, school_year);
}

std::vector<Candidate> by_name(
    db::Connection& db, SchoolId school, std::string const& word, OtherWords const& others, Date day, int most
) {
    using Statement = db::Joined<who_has_the_word, R"(
           AND ($5 = '' OR p.folded_name LIKE $5)
           AND ($6 = '' OR p.folded_name LIKE $6)
           AND ($7 = '' OR p.folded_name LIKE $7)
         LIMIT $8)">;
    return db.all<Candidate>(
        Statement::sql,
        school,
        word,
        end_of(word),
        day,
        anywhere_if_any(others[0].text),
        anywhere_if_any(others[1].text),
        anywhere_if_any(others[2].text),
        most
    );
}

std::vector<Candidate> by_name_and_class(
    db::Connection& db, SchoolId school, std::string const& word, OtherWords const& others, Date day, int most
) {
    using Statement = db::Joined<who_has_the_word, R"(
           AND (p.folded_name LIKE $5 OR $6 LIKE '%' || c.id || '%')
           AND (p.folded_name LIKE $7 OR $8 LIKE '%' || c.id || '%')
           AND (p.folded_name LIKE $9 OR $10 LIKE '%' || c.id || '%')
         LIMIT $11)">;
    return with_others(db, Statement::sql, others, most, school, word, end_of(word), day);
}

std::vector<Candidate> by_class(
    db::Connection& db, SchoolId school, Word const& word, OtherWords const& others, int school_year, int most
) {
    // The order of the joins is the only quick one; CROSS JOIN keeps SQLite to it.
    constexpr db::Sql sql = R"(
        SELECT p.id, coalesce(nullif(p.preferred_forename, ''), p.legal_forename),
               coalesce(nullif(p.preferred_surname, ''), p.legal_surname), p.year_group, c.id, c.name, p.folded_name
          FROM class c
         CROSS JOIN class_membership m
         CROSS JOIN pupil p
         WHERE m.school_id = c.school_id AND m.class_id = c.id AND m.ends_on IS NULL
           AND p.school_id = m.school_id AND p.id = m.pupil_id
           AND c.school_id = $1 AND c.school_year >= $2 AND $3 LIKE '%' || c.id || '%'
           AND (p.folded_name LIKE $4 OR $5 LIKE '%' || c.id || '%')
           AND (p.folded_name LIKE $6 OR $7 LIKE '%' || c.id || '%')
           AND (p.folded_name LIKE $8 OR $9 LIKE '%' || c.id || '%')
         LIMIT $10)";
    // Until they have moved up, pupils are in the classes of the year before.
    return with_others(db, sql, others, most, school, school_year - 1, word.classes);
}

}  // namespace pupils::search_store
