#include "letters/today_store.hpp"

#include "db/joined_sql.hpp"

namespace letters::today_store {
namespace {

constexpr db::Part their_name = R"(
               (CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END) || ' ' ||
               (CASE p.preferred_surname WHEN '' THEN p.legal_surname ELSE p.preferred_surname END),)";

constexpr db::Part not_written_again = R"(
           AND NOT EXISTS (SELECT 1 FROM letter m
                            WHERE m.school_id = l.school_id AND m.case_id = l.case_id
                              AND m.contact_id = l.contact_id AND m.made_at > l.made_at))";

// Whom consent asks today, as reason_to_leave_out and may_answer_by say it: nothing stands against them, or
// only what was known when they were written to last.
constexpr db::Part still_asked = R"(
               EXISTS (SELECT 1 FROM pupil_contact k
                        WHERE k.school_id = $1 AND k.pupil_id = p.id AND k.contact_id = c.id
                          AND (k.restriction = '' AND k.responsibility = 1
                               OR CASE k.restriction WHEN '' THEN 'no_responsibility' ELSE 'restricted' END
                                  = (SELECT i.although FROM consent_link i
                                      WHERE i.school_id = $1 AND i.case_id = n.id AND i.contact_id = c.id
                                      ORDER BY i.made_at DESC LIMIT 1))))";

}  // namespace

std::vector<Unanswered> unanswered(db::Connection& db, SchoolId school) {
    using Statement = db::Joined<
        "SELECT n.id, p.id, ",
        their_name,
        R"(
               c.id, c.name, min(r.asked_at), max(r.asked_at), count(*), CASE WHEN)",
        still_asked,
        R"( THEN 1 ELSE 0 END
          FROM nurture_case n
          JOIN consent_request r ON r.school_id = n.school_id AND r.case_id = n.id
          JOIN contact c ON c.school_id = r.school_id AND c.id = r.contact_id
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
         WHERE n.school_id = $1 AND n.closed_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM consent_answer a
                            WHERE a.school_id = r.school_id AND a.case_id = r.case_id
                              AND a.contact_id = r.contact_id AND a.received_at >= r.asked_at)
           AND NOT EXISTS (SELECT 1 FROM letter l
                            WHERE l.school_id = r.school_id AND l.case_id = r.case_id
                              AND l.contact_id = r.contact_id AND l.made_at >= r.asked_at
                              AND l.way = 'paper' AND l.printed_at IS NULL)
         GROUP BY n.id, p.id, p.preferred_forename, p.legal_forename, p.preferred_surname, p.legal_surname,
                  c.id, c.name
         ORDER BY min(r.asked_at), c.name)">;
    return db.all<Unanswered>(Statement::sql, school);
}

std::vector<Withdrawal> withdrawals_since(db::Connection& db, SchoolId school, Date day) {
    using Statement = db::Joined<
        "SELECT n.id, p.id, ",
        their_name,
        R"(
               c.name, a.route, a.answered_on, a.reason
          FROM nurture_case n
          JOIN consent_answer a ON a.school_id = n.school_id AND a.case_id = n.id
          JOIN contact c ON c.school_id = a.school_id AND c.id = a.contact_id
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
         WHERE n.school_id = $1 AND n.closed_at IS NULL AND (a.answered_on >= $2 OR a.received_at >= $3)
           AND (a.answer = 'withdrawn'
                OR a.answer = 'refused'
               AND EXISTS (SELECT 1 FROM consent_answer b
                            WHERE b.school_id = a.school_id AND b.case_id = a.case_id
                              AND b.contact_id = a.contact_id AND b.answer = 'given' AND b.number < a.number
                              AND (a.form IS NULL OR b.form IS NULL OR b.form = a.form)))
         ORDER BY a.received_at DESC)">;
    return db.all<Withdrawal>(Statement::sql, school, day, calendar::start_of(day));
}

std::vector<LockedLink> locked_links(db::Connection& db, SchoolId school) {
    using Statement = db::Joined<
        "SELECT n.id, p.id, ",
        their_name,
        R"(
               c.name, l.revoked_at
          FROM nurture_case n
          JOIN consent_link l ON l.school_id = n.school_id AND l.case_id = n.id
          JOIN contact c ON c.school_id = l.school_id AND c.id = l.contact_id
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
         WHERE n.school_id = $1 AND n.closed_at IS NULL AND l.revoked_at IS NOT NULL AND l.wrong_tries >= $2
           AND)",
        still_asked,
        R"(
           AND NOT EXISTS (SELECT 1 FROM consent_link o
                            WHERE o.school_id = l.school_id AND o.case_id = l.case_id
                              AND o.contact_id = l.contact_id AND o.made_at > l.made_at)
         ORDER BY l.revoked_at DESC)">;
    return db.all<LockedLink>(Statement::sql, school, most_wrong_tries);
}

std::vector<Undelivered> undelivered(db::Connection& db, SchoolId school) {
    using Statement = db::Joined<
        "SELECT n.id, p.id, ",
        their_name,
        R"(
               c.name, o.made_at
          FROM nurture_case n
          JOIN letter l ON l.school_id = n.school_id AND l.case_id = n.id
          JOIN outbox o ON o.school_id = l.school_id AND o.letter_id = l.id
          JOIN contact c ON c.school_id = l.school_id AND c.id = l.contact_id
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
         WHERE n.school_id = $1 AND n.closed_at IS NULL AND o.state = 'given_up'
           AND)",
        still_asked,
        not_written_again,
        R"(
         ORDER BY o.made_at)">;
    return db.all<Undelivered>(Statement::sql, school);
}

std::vector<ToPrint> to_print(db::Connection& db, SchoolId school) {
    using Statement = db::Joined<
        "SELECT l.id, n.id, p.id, ",
        their_name,
        R"(
               c.name, l.made_at, CASE WHEN)",
        still_asked,
        R"( THEN 1 ELSE 0 END
          FROM nurture_case n
          JOIN letter l ON l.school_id = n.school_id AND l.case_id = n.id
          JOIN contact c ON c.school_id = l.school_id AND c.id = l.contact_id
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
         WHERE n.school_id = $1 AND n.closed_at IS NULL AND l.way = 'paper' AND l.printed_at IS NULL)",
        not_written_again,
        R"(
           AND NOT EXISTS (SELECT 1 FROM consent_answer a
                            WHERE a.school_id = l.school_id AND a.case_id = l.case_id
                              AND a.contact_id = l.contact_id AND a.received_at >= l.made_at)
         ORDER BY l.made_at, c.name)">;
    return db.all<ToPrint>(Statement::sql, school);
}

}  // namespace letters::today_store
