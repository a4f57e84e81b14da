#include "liaison/message_store.hpp"

#include "child_keys/about.hpp"

namespace liaison::message_store {

std::optional<ParentMessage> find(db::Connection& db, SchoolId school, ParentMessageId const& message) {
    constexpr db::Sql sql = R"(
        SELECT m.id, m.case_id, m.pupil_id,
               coalesce(nullif(p.preferred_forename, ''), p.legal_forename) || ' ' ||
               coalesce(nullif(p.preferred_surname, ''), p.legal_surname),
               m.contact_id, c.name, c.address, w.name, m.written_at, m.words, m.state, m.words_sent,
               coalesce(h.name, ''), m.handled_at, m.note
          FROM parent_message m
          JOIN pupil p ON p.school_id = m.school_id AND p.id = m.pupil_id
          JOIN contact c ON c.school_id = m.school_id AND c.id = m.contact_id
          JOIN staff w ON w.school_id = m.school_id AND w.id = m.written_by
          LEFT JOIN staff h ON h.school_id = m.school_id AND h.id = m.handled_by
         WHERE m.school_id = $1 AND m.id = $2)";
    return db.one<ParentMessage>(sql, school, message);
}

std::vector<ParentMessage> of_case(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT m.id, m.case_id, m.pupil_id,
               coalesce(nullif(p.preferred_forename, ''), p.legal_forename) || ' ' ||
               coalesce(nullif(p.preferred_surname, ''), p.legal_surname),
               m.contact_id, c.name, c.address, w.name, m.written_at, m.words, m.state, m.words_sent,
               coalesce(h.name, ''), m.handled_at, m.note
          FROM parent_message m
          JOIN pupil p ON p.school_id = m.school_id AND p.id = m.pupil_id
          JOIN contact c ON c.school_id = m.school_id AND c.id = m.contact_id
          JOIN staff w ON w.school_id = m.school_id AND w.id = m.written_by
          LEFT JOIN staff h ON h.school_id = m.school_id AND h.id = m.handled_by
         WHERE m.school_id = $1 AND m.case_id = $2
         ORDER BY m.written_at DESC, m.id DESC)";
    return db.all<ParentMessage>(sql, school, the_case);
}

std::vector<ParentMessage> waiting_for(
    db::Connection& db, SchoolId school, StaffId const& teacher, Date today
) {
    // No address of anybody who may not be written to, as may_be_written_to says it.
    constexpr db::Sql sql = R"(
        SELECT DISTINCT m.id, m.case_id, m.pupil_id,
               coalesce(nullif(p.preferred_forename, ''), p.legal_forename) || ' ' ||
               coalesce(nullif(p.preferred_surname, ''), p.legal_surname),
               m.contact_id, c.name,
               CASE WHEN EXISTS (SELECT 1 FROM pupil_contact x
                                  WHERE x.school_id = m.school_id AND x.pupil_id = m.pupil_id
                                    AND x.contact_id = m.contact_id AND x.restriction = ''
                                    AND (x.is_parent = 1 OR x.responsibility = 1)) THEN c.address ELSE '' END,
               w.name, m.written_at, m.words, m.state, m.words_sent, '', m.handled_at, m.note
          FROM role_held r
          JOIN class_membership k ON k.school_id = r.school_id AND k.class_id = r.class_id AND k.starts_on <= $1
           AND (k.ends_on IS NULL OR k.ends_on >= $1)
          JOIN parent_message m ON m.school_id = k.school_id AND m.pupil_id = k.pupil_id AND m.state = 'waiting'
          JOIN pupil p ON p.school_id = m.school_id AND p.id = m.pupil_id
          JOIN contact c ON c.school_id = m.school_id AND c.id = m.contact_id
          JOIN staff w ON w.school_id = m.school_id AND w.id = m.written_by
         WHERE r.school_id = $2 AND r.staff_id = $3 AND r.role = 'class_teacher' AND r.starts_on <= $1
           AND (r.ends_on IS NULL OR r.ends_on >= $1)
         ORDER BY m.written_at, m.id)";
    return db.all<ParentMessage>(sql, today, school, teacher);
}

void add(
    db::Connection& db,
    SchoolId school,
    ParentMessageId const& message,
    CaseId const& the_case,
    PupilId const& pupil,
    MessageInput const& said,
    StaffId const& by,
    Instant at
) {
    constexpr db::Sql sql = R"(
        INSERT INTO parent_message (school_id, id, case_id, pupil_id, contact_id, written_by, written_at, words, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting'))";
    auto const about = child_keys::about_child(db, school, pupil.text());
    db.run(sql, school, message, the_case, pupil, said.contact, by, at, about(said.words));
}

bool handle(
    db::Connection& db,
    SchoolId school,
    ParentMessageId const& message,
    Handling const& handling,
    StaffId const& by,
    Instant at
) {
    constexpr db::Sql sql = R"(
        UPDATE parent_message SET state = $1, words_sent = $2, note = $3, handled_by = $4, handled_at = $5
         WHERE school_id = $6 AND id = $7 AND state = 'waiting')";
    auto const about = child_keys::about_parent_message(db, school, message.text());
    return db.run(sql, handling.way, about(handling.words), about(handling.note), by, at, school, message) ==
           1;
}

}  // namespace liaison::message_store
