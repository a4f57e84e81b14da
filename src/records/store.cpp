#include "records/store.hpp"

#include <algorithm>

#include "records/rules.hpp"

namespace records::store {
namespace {

struct Undone {
    std::int64_t number = 0;
    std::string subject_id;
    std::optional<std::string> case_id;
    auto columns() { return std::tie(number, subject_id, case_id); }
};

struct StoredEntry : Entry {
    auto columns() {
        return std::tuple_cat(
            std::tie(number, at, by_staff_id, by_name, action, subject, subject_id, case_id),
            std::tuple{db::AsStored{why}, db::AsStored{detail}},
            std::tie(detail_digest, previous_hash, hash)
        );
    }
};

}  // namespace

Head head(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = "SELECT number, hash FROM record_head WHERE school_id = $1";
    return db.one<Head>(sql, school).value_or(Head{0, first_hash()});
}

void add(db::Connection& db, SchoolId school, Entry const& entry) {
    constexpr db::Sql add_entry = R"(
        INSERT INTO record (school_id, number, at, by_staff_id, by_name, action, subject, subject_id, case_id, why,
                            detail, detail_digest, previous_hash, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))";
    constexpr db::Sql move_head = R"(
        INSERT INTO record_head (school_id, number, hash) VALUES ($1, $2, $3)
        ON CONFLICT (school_id) DO UPDATE SET number = excluded.number, hash = excluded.hash)";

    db.run(
        add_entry,
        school,
        entry.number,
        entry.at,
        entry.by_staff_id,
        entry.by_name,
        entry.action,
        entry.subject,
        entry.subject_id,
        entry.case_id,
        entry.why,
        entry.detail,
        entry.detail_digest,
        entry.previous_hash,
        entry.hash
    );
    db.run(move_head, school, entry.number, entry.hash);
}

std::vector<Entry> all(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT number, at, by_staff_id, by_name, action, subject, subject_id, case_id, why, detail, detail_digest,
               previous_hash, hash
          FROM record
         WHERE school_id = $1
         ORDER BY number)";
    return db.all<Entry>(sql, school);
}

std::vector<Entry> from(db::Connection& db, SchoolId school, std::int64_t number, std::int64_t most) {
    constexpr db::Sql sql = R"(
        SELECT number, at, by_staff_id, by_name, action, subject, subject_id, case_id, why, detail, detail_digest,
               previous_hash, hash
          FROM record
         WHERE school_id = $1 AND number >= $2
         ORDER BY number
         LIMIT $3)";
    auto stored = db.all<StoredEntry>(sql, school, number, most);
    std::vector<Entry> entries;
    entries.reserve(stored.size());
    for (auto& entry : stored) entries.push_back(static_cast<Entry&&>(entry));
    return entries;
}

bool something_was_undone_since(
    db::Connection& db, SchoolId school, Instant moment, std::set<std::string> const& concerned
) {
    constexpr std::int64_t worth_looking_through = 1000;
    constexpr db::Sql sql = R"(
        SELECT number, subject_id, case_id
          FROM record
         WHERE school_id = $1 AND number >= $2 AND at > $3 AND (action = 'undone' OR number = $2))";
    auto const from = head(db, school).number - worth_looking_through;
    return std::ranges::any_of(db.all<Undone>(sql, school, from, moment), [&](auto const& undone) {
        return concerned.empty() || undone.number == from || concerned.contains(undone.subject_id) ||
               (undone.case_id && concerned.contains(*undone.case_id));
    });
}

std::vector<Entry> of_case(db::Connection& db, SchoolId school, std::string const& case_id) {
    constexpr db::Sql sql = R"(
        SELECT number, at, by_staff_id, by_name, action, subject, subject_id, case_id, why, detail, detail_digest,
               previous_hash, hash
          FROM record
         WHERE school_id = $1 AND case_id = $2
         ORDER BY number)";
    return db.all<Entry>(sql, school, case_id);
}

}  // namespace records::store
