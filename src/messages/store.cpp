#include "messages/store.hpp"

#include "child_keys/about.hpp"
#include "db/vault.hpp"

namespace messages::store {

std::vector<SchoolId> schools(db::Connection& db) {
    constexpr db::Sql sql = "SELECT id FROM school ORDER BY id";
    return db.all<SchoolId>(sql);
}

std::string school_name(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = "SELECT name FROM school WHERE id = $1";
    return db.one<std::string>(sql, school).value_or("");
}

void add(db::Connection& db, SchoolId school, MessageId const& id, Outgoing const& outgoing, Instant now) {
    constexpr db::Sql sql = R"(
        INSERT INTO outbox (school_id, id, address, subject, words, letter_id, state, next_attempt_at, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8))";
    // Whoever sends it opens what was sealed, and would tell it in clear.
    if (db::holds_sealed(outgoing.subject) || db::holds_sealed(outgoing.words))
        throw db::Broken("words that were not opened can't be sent");
    auto const words = outgoing.about
                           ? child_keys::about_child(db, school, outgoing.about->text())(outgoing.words)
                           : db::Sealed{outgoing.words};
    db.run(sql, school, id, outgoing.address, outgoing.subject, words, outgoing.letter, State::waiting, now);
}

std::vector<Message> due(db::Connection& db, SchoolId school, Instant now) {
    constexpr db::Sql sql = R"(
        SELECT id, address, subject, words, letter_id, state, attempts, made_at, sent_at, last_fault
          FROM outbox
         WHERE school_id = $1 AND state = 'waiting' AND next_attempt_at <= $2
         ORDER BY next_attempt_at, id
         LIMIT 20)";
    return db.all<Message>(sql, school, now);
}

std::optional<std::string> pdf(db::Connection& db, SchoolId school, LetterId const& letter) {
    constexpr db::Sql sql = "SELECT pdf FROM letter_sheet WHERE school_id = $1 AND letter_id = $2";
    auto bytes = db.one<db::Bytes>(sql, school, letter);
    if (!bytes) return std::nullopt;
    return std::move(bytes->data);
}

bool claim(db::Connection& db, SchoolId school, MessageId const& message, Instant now, Instant until) {
    constexpr db::Sql sql = R"(
        UPDATE outbox SET next_attempt_at = $1
         WHERE school_id = $2 AND id = $3 AND state = 'waiting' AND next_attempt_at <= $4)";
    return db.run(sql, until, school, message, now) == 1;
}

void mark_sent(db::Connection& db, SchoolId school, MessageId const& message, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE outbox
           SET state = 'sent', attempts = attempts + 1, sent_at = $1, last_fault = '', words = ''
         WHERE school_id = $2 AND id = $3)";
    db.run(sql, now, school, message);
}

void mark_failed(
    db::Connection& db,
    SchoolId school,
    MessageId const& message,
    std::string const& fault,
    std::optional<Instant> next_attempt_at
) {
    constexpr db::Sql sql = R"(
        UPDATE outbox
           SET state = $1, attempts = attempts + 1, last_fault = $2,
               next_attempt_at = coalesce($3, next_attempt_at),
               words = CASE WHEN $1 = 'given_up' THEN '' ELSE words END
         WHERE school_id = $4 AND id = $5)";
    db.run(sql, next_attempt_at ? State::waiting : State::given_up, fault, next_attempt_at, school, message);
}

std::vector<Message> given_up(db::Connection& db, SchoolId school, Instant since) {
    constexpr db::Sql sql = R"(
        SELECT id, address, subject, words, letter_id, state, attempts, made_at, sent_at, last_fault
          FROM outbox
         WHERE school_id = $1 AND state = 'given_up' AND next_attempt_at >= $2
         ORDER BY next_attempt_at DESC, id)";
    return db.all<Message>(sql, school, since);
}

}  // namespace messages::store
