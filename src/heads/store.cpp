#include "heads/store.hpp"

namespace heads::store {
namespace {

constexpr std::size_t letters_of_a_hash = 64;

struct Row {
    std::int64_t size = 0;
    std::string root;
    std::string subtrees;
    Instant signed_at;
    std::string public_key;
    std::string signature;
    auto columns() { return std::tie(size, root, subtrees, signed_at, public_key, signature); }
};

merkle::Hash hash_in(std::string_view text) {
    auto const hash = sha256::from_hexadecimal(text);
    if (!hash) throw db::Broken("a signed head holds no hash where one belongs");
    return *hash;
}

Kept kept(Row&& row, SchoolId school, Log log) {
    Kept kept{
        .head =
            {.school = school,
             .log = log,
             .size = static_cast<merkle::Size>(row.size),
             .root = hash_in(row.root),
             .signed_at = row.signed_at,
             .public_key = std::move(row.public_key),
             .signature = std::move(row.signature)},
        .subtrees = {}};
    for (std::size_t at = 0; at < row.subtrees.size(); at += letters_of_a_hash)
        kept.subtrees.push_back(hash_in(std::string_view(row.subtrees).substr(at, letters_of_a_hash)));
    return kept;
}

template <class R, class... Arguments>
std::vector<R> of_log(
    db::Connection& db, Log log, db::Sql of_changes, db::Sql of_reads, Arguments const&... arguments
) {
    switch (log) {
        case Log::changes: return db.all<R>(of_changes, arguments...);
        case Log::reads: return db.all<R>(of_reads, arguments...);
    }
    return {};
}

template <class R>
std::optional<R> first_of(std::vector<R>&& rows) {
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

}  // namespace

std::vector<School> schools(db::Connection& db) {
    return db.all<School>("SELECT id, name FROM school ORDER BY id");
}

std::vector<Kept> all(db::Connection& db, SchoolId school, Log log) {
    constexpr db::Sql sql = R"(
        SELECT size, root, subtrees, signed_at, public_key, signature
          FROM signed_head
         WHERE school_id = $1 AND log = $2
         ORDER BY size)";
    std::vector<Kept> heads;
    for (auto& row : db.all<Row>(sql, school, log)) heads.push_back(kept(std::move(row), school, log));
    return heads;
}

std::optional<Kept> latest(db::Connection& db, SchoolId school, Log log) {
    constexpr db::Sql sql = R"(
        SELECT size, root, subtrees, signed_at, public_key, signature
          FROM signed_head
         WHERE school_id = $1 AND log = $2
         ORDER BY size DESC
         LIMIT 1)";
    auto row = db.one<Row>(sql, school, log);
    if (!row) return std::nullopt;
    return kept(std::move(*row), school, log);
}

void add(db::Connection& db, Kept const& kept) {
    constexpr db::Sql sql = R"(
        INSERT INTO signed_head (school_id, log, size, root, subtrees, signed_at, public_key, signature)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
    std::string subtrees;
    for (auto const& subtree : kept.subtrees) subtrees += sha256::hexadecimal(subtree);
    auto const& head = kept.head;
    db.run(
        sql,
        head.school,
        head.log,
        static_cast<std::int64_t>(head.size),
        sha256::hexadecimal(head.root),
        subtrees,
        head.signed_at,
        head.public_key,
        head.signature
    );
}

merkle::Size size(db::Connection& db, SchoolId school, Log log) {
    auto const last = first_of(of_log<std::int64_t>(
        db,
        log,
        "SELECT number FROM record WHERE school_id = $1 AND number > 0 ORDER BY number DESC LIMIT 1",
        "SELECT number FROM reading WHERE school_id = $1 AND number > 0 ORDER BY number DESC LIMIT 1",
        school
    ));
    return static_cast<merkle::Size>(last.value_or(0));
}

std::vector<std::string> hashes(
    db::Connection& db, SchoolId school, Log log, std::int64_t number, std::int64_t most
) {
    return of_log<std::string>(
        db,
        log,
        "SELECT hash FROM record WHERE school_id = $1 AND number >= $2 ORDER BY number LIMIT $3",
        "SELECT hash FROM reading WHERE school_id = $1 AND number >= $2 ORDER BY number LIMIT $3",
        school,
        number,
        most
    );
}

std::optional<std::string> hash(db::Connection& db, SchoolId school, Log log, std::int64_t number) {
    return first_of(of_log<std::string>(
        db,
        log,
        "SELECT hash FROM record WHERE school_id = $1 AND number = $2",
        "SELECT hash FROM reading WHERE school_id = $1 AND number = $2",
        school,
        number
    ));
}

std::optional<std::int64_t> before_the_first(db::Connection& db, SchoolId school, Log log) {
    return first_of(of_log<std::int64_t>(
        db,
        log,
        "SELECT number FROM record WHERE school_id = $1 AND number < 1 ORDER BY number LIMIT 1",
        "SELECT number FROM reading WHERE school_id = $1 AND number < 1 ORDER BY number LIMIT 1",
        school
    ));
}

}  // namespace heads::store
