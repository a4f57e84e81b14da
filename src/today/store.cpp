#include "today/store.hpp"

namespace today::store {

namespace {

// A programme beside a child who is to start in it and one of the answers about them, where there are any.
struct MoveRow {
    ProgrammeToMove to_move;
    std::optional<CaseId> the_case;
    std::optional<PupilId> pupil;
    std::string forename;
    bool has_targets = false;
    std::optional<Instant> received_at;
    consent::Received answer;
    auto columns() {
        return std::tuple_cat(
            to_move.columns(), std::tie(the_case, pupil, forename, has_targets, received_at), answer.columns()
        );
    }
};

bool is_of_the_same(ProgrammeToMove const& one, ProgrammeToMove const& other) {
    return one.programme.id == other.programme.id && one.joins == other.joins;
}

}  // namespace

std::vector<ProgrammeToMove> programmes_to_move(
    db::Connection& db, SchoolId school, StaffId const& deliverer
) {
    constexpr db::Sql sql = R"(
        SELECT g.id, g.name, g.form, g.starts_on, g.started_on, g.places, g.bounds_reason,
               g.few_children_reason, g.few_children,
               CASE WHEN g.started_on IS NULL THEN g.starts_on
                    WHEN j.id IS NOT NULL
                    THEN (SELECT min(s.planned_on) FROM session s
                           WHERE s.school_id = g.school_id AND s.programme_id = g.id AND s.outcome = 'planned')
                    ELSE coalesce((SELECT max(s.planned_on) FROM session s
                                    WHERE s.school_id = g.school_id AND s.programme_id = g.id), g.started_on) END,
               (SELECT count(*) FROM place p
                 WHERE p.school_id = g.school_id AND p.programme_id = g.id AND p.ended_on IS NULL),
               g.made_at,
               CASE WHEN g.started_on IS NULL THEN ''
                    ELSE coalesce((CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END)
                                  || ' ' ||
                                  (CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END),
                                  '') END,
               j.allocated_on, CASE WHEN g.started_on IS NULL THEN NULL ELSE j.case_id END,
               j.case_id, j.pupil_id,
               coalesce(CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END, ''),
               CASE WHEN EXISTS (SELECT 1 FROM target t WHERE t.school_id = j.school_id AND t.place_id = j.id
                                                          AND t.ended_on IS NULL)
                     AND NOT EXISTS (SELECT 1 FROM target t WHERE t.school_id = j.school_id AND t.place_id = j.id
                                                              AND t.ended_on IS NULL AND t.words = '')
                    THEN 1 ELSE 0 END,
               c.received_at, coalesce(c.number, 0), c.contact_id, coalesce(c.answer, 'refused'),
               coalesce(c.route, 'link'), coalesce(c.answered_on, g.starts_on), coalesce(c.received_at, 0),
               c.recorded_by, coalesce(c.witness, ''), coalesce(c.reason, ''), c.expires_on, c.form,
               c.although, coalesce((SELECT a.has_a_say FROM consent_said a
                                      WHERE a.school_id = c.school_id AND a.case_id = c.case_id
                                        AND a.number = c.number), 0)
          FROM programme g
          LEFT JOIN place j ON j.school_id = g.school_id AND j.programme_id = g.id AND j.ended_on IS NULL
                           AND (g.started_on IS NULL
                                OR NOT EXISTS (SELECT 1 FROM step t
                                                WHERE t.school_id = j.school_id AND t.case_id = j.case_id
                                                  AND t.step = 'start' AND t.undone_at IS NULL)
                               AND EXISTS (SELECT 1 FROM session s
                                            WHERE s.school_id = g.school_id AND s.programme_id = g.id
                                              AND s.outcome = 'planned'))
          LEFT JOIN pupil u ON u.school_id = j.school_id AND u.id = j.pupil_id
          LEFT JOIN consent_answer c ON c.school_id = j.school_id AND c.case_id = j.case_id
         WHERE g.school_id = $1 AND g.deliverer_id = $2 AND g.completed_on IS NULL
           AND (g.started_on IS NULL OR j.id IS NOT NULL
                OR NOT EXISTS (SELECT 1 FROM place p
                                WHERE p.school_id = g.school_id AND p.programme_id = g.id AND p.ended_on IS NULL)
                OR NOT EXISTS (SELECT 1 FROM session s
                                WHERE s.school_id = g.school_id AND s.programme_id = g.id
                                  AND s.outcome = 'planned'))
         ORDER BY g.starts_on, g.id, j.allocated_on, j.id, c.number)";
    std::vector<ProgrammeToMove> all;
    for (auto& row : db.all<MoveRow>(sql, school, deliverer)) {
        if (all.empty() || !is_of_the_same(all.back(), row.to_move)) all.push_back(row.to_move);
        if (!row.the_case) continue;
        auto& to_start = all.back().to_start;
        if (to_start.empty() || to_start.back().the_case != *row.the_case)
            to_start.push_back(
                {.the_case = *row.the_case,
                 .pupil = row.pupil.value(),
                 .forename = std::move(row.forename),
                 .has_targets = row.has_targets,
                 .answers = {}}
            );
        if (row.received_at) to_start.back().answers.push_back(std::move(row.answer));
    }
    return all;
}

std::vector<Unwritten> unwritten(db::Connection& db, SchoolId school, Date today, Date held_by) {
    constexpr db::Sql sql = R"(
        WITH line (school_id, staff_id, programme_id, held_on) AS (
            SELECT w.school_id,
                   coalesce((SELECT h.id
                               FROM staff h
                              WHERE h.school_id = s.school_id AND h.id = s.delivered_by
                                AND (h.left_on IS NULL OR h.left_on > $1)
                                AND EXISTS (SELECT 1 FROM role_held r
                                             WHERE r.school_id = h.school_id AND r.staff_id = h.id
                                               AND r.role = 'nurture_assistant' AND r.starts_on <= $1
                                               AND (r.ends_on IS NULL OR r.ends_on >= $1))),
                            s.deliverer_id, g.deliverer_id),
                   g.id, s.held_on
              FROM register_to_write w
              JOIN session s ON s.school_id = w.school_id AND s.id = w.session_id AND s.held_on <= $2
              JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
              JOIN nurture_case n ON n.school_id = w.school_id AND n.id = w.case_id AND n.closed_at IS NULL
             WHERE w.school_id = $3 AND w.written = 0)
        SELECT f.id, f.name, g.id, g.name, count(*), min(l.held_on) AS since
          FROM line l
          JOIN staff f ON f.school_id = l.school_id AND f.id = l.staff_id
          JOIN programme g ON g.school_id = l.school_id AND g.id = l.programme_id
         GROUP BY f.id, f.name, g.id, g.name
         ORDER BY f.name, f.id, since, g.id)";
    return db.all<Unwritten>(sql, today, held_by, school);
}

std::vector<Told> told_of_children(
    db::Connection& db, SchoolId school, StaffId const& deliverer, Date today, Instant concerns_since
) {
    // In whose hands a programme is, as need to know has it: who takes over later is told nothing yet, and
    // who hands over is told until their last session is held. CROSS JOIN keeps SQLite to the concerns of the
    // last weeks, which are few, and what is told is put in order once it is found: an ORDER BY of both
    // halves takes 15 times as long.
    constexpr db::Sql sql = R"(
        WITH in_hand (school_id, programme_id) AS (
            SELECT g.school_id, g.id
              FROM programme g
             WHERE g.school_id = $1 AND g.deliverer_id = $2
               AND NOT EXISTS (SELECT 1 FROM programme_change h
                                WHERE h.school_id = g.school_id AND h.programme_id = g.id
                                  AND h.deliverer_id = g.deliverer_id AND h.deliverer_before <> h.deliverer_id
                                  AND h.from_on > $3)
             UNION
            SELECT s.school_id, s.programme_id
              FROM session s
             WHERE s.school_id = $1 AND s.deliverer_id = $2 AND s.outcome = 'planned'),
        told (kind, case_id, pupil_id, child, by_whom, asked_on, written_at, closed_at, version, reworded) AS (
            SELECT 0, k.case_id, k.pupil_id,
                   (CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END) || ' ' ||
                   (CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END),
                   k.asked_by, k.asked_on, NULL, n.closed_at, 0, 0
              FROM check_in k
              JOIN nurture_case n ON n.school_id = k.school_id AND n.id = k.case_id
              JOIN pupil u ON u.school_id = k.school_id AND u.id = k.pupil_id
             WHERE k.school_id = $1 AND k.held_on IS NULL
               AND EXISTS (SELECT 1 FROM place p
                             JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
                            WHERE p.school_id = k.school_id AND p.case_id = k.case_id
                              AND p.programme_id IN (SELECT programme_id FROM in_hand)
                              AND (p.ended_on IS NULL OR g.deliverer_id = $2))
             UNION ALL
            SELECT 1, c.id, c.pupil_id,
                   (CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END) || ' ' ||
                   (CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END),
                   f.name, NULL, c.written_at, NULL, c.version,
                   CASE WHEN c.reworded_at IS NULL THEN 0 ELSE 1 END
              FROM concern c
             CROSS JOIN place p
              JOIN pupil u ON u.school_id = c.school_id AND u.id = c.pupil_id
              JOIN staff f ON f.school_id = c.school_id AND f.id = c.written_by
             WHERE c.school_id = $1 AND c.written_at >= $4 AND c.written_by <> $2
               AND p.school_id = c.school_id AND p.case_id = c.case_id AND p.allocated_at <= c.written_at
               AND p.ended_on IS NULL AND p.programme_id IN (SELECT programme_id FROM in_hand)
               AND NOT EXISTS (SELECT 1 FROM concern_seen x
                                WHERE x.school_id = c.school_id AND x.concern_id = c.id AND x.staff_id = $2
                                  AND x.words_at = coalesce(c.reworded_at, 0)))
        SELECT kind, case_id, pupil_id, child, by_whom, asked_on, written_at, closed_at, version, reworded
          FROM told
         ORDER BY kind, asked_on, written_at, case_id)";
    return db.all<Told>(sql, school, deliverer, today, concerns_since);
}

std::vector<Asked> asked_by(db::Connection& db, SchoolId school, StaffId const& asker) {
    constexpr db::Sql sql = R"(
        WITH asked (to_parent, id, case_id, pupil_id, words, asked_at, answer, answered_by, answered_at) AS (
            SELECT '', q.id, q.case_id, q.pupil_id, q.words, q.asked_at, q.answer, q.answered_by, q.answered_at
              FROM question q
             WHERE q.school_id = $1 AND q.asked_by = $2 AND q.answer_seen_at IS NULL
             UNION ALL
            SELECT c.name, m.id, m.case_id, m.pupil_id, m.words, m.written_at, '', NULL, NULL
              FROM parent_message m
              JOIN contact c ON c.school_id = m.school_id AND c.id = m.contact_id
             WHERE m.school_id = $1 AND m.written_by = $2 AND m.state = 'waiting')
        SELECT a.to_parent, a.id, a.case_id, a.pupil_id,
               (CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END) || ' ' ||
               (CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END),
               a.words, a.asked_at, a.answer, coalesce(b.name, ''), a.answered_at,
               CASE WHEN EXISTS (SELECT 1 FROM place p
                                   JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
                                  WHERE p.school_id = $1 AND p.case_id = a.case_id AND p.ended_on IS NULL
                                    AND g.deliverer_id = $2)
                    THEN 1 ELSE 0 END
          FROM asked a
          JOIN nurture_case n ON n.school_id = $1 AND n.id = a.case_id AND n.closed_at IS NULL
          JOIN pupil u ON u.school_id = $1 AND u.id = a.pupil_id
          LEFT JOIN staff b ON b.school_id = $1 AND b.id = a.answered_by
         ORDER BY a.asked_at, a.id)";
    return db.all<Asked>(sql, school, asker);
}

namespace {

// A session of a child beside one of the answers of their case.
struct SessionWithAnswer {
    OutOfClass out;
    SessionId session;
    PlaceId place;
    consent::Form form{};
    consent::Received answer;
    auto columns() { return std::tuple_cat(out.columns(), std::tie(session, place, form), answer.columns()); }
};

}  // namespace

std::vector<SessionOut> out_of_class(
    db::Connection& db, SchoolId school, StaffId const& teacher, Date today, Date from, Date to
) {
    constexpr db::Sql sql = R"(
        SELECT u.id,
               (CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END) || ' ' ||
               (CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END),
               s.planned_on, s.starts_at_time, g.minutes, r.name,
               CASE s.outcome WHEN 'not_held' THEN 1 ELSE 0 END, i.planned_on, coalesce(i.starts_at_time, ''),
               s.id, p.id, g.form, c.number, c.contact_id, c.answer, c.route, c.answered_on, c.received_at,
               c.recorded_by, c.witness, c.reason, c.expires_on, c.form, c.although, c.has_a_say
          FROM role_held h
          JOIN class_membership m ON m.school_id = h.school_id AND m.class_id = h.class_id AND m.starts_on <= $1
                                 AND (m.ends_on IS NULL OR m.ends_on >= $1)
          JOIN pupil u ON u.school_id = m.school_id AND u.id = m.pupil_id
          JOIN place p ON p.school_id = m.school_id AND p.pupil_id = m.pupil_id AND p.ended_on IS NULL
          JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
          JOIN session s ON s.school_id = g.school_id AND s.programme_id = g.id AND s.planned_on BETWEEN $2 AND $3
                        AND (s.outcome <> 'not_held' OR s.planned_on = $1)
          JOIN room r ON r.school_id = s.school_id AND r.id = s.room_id
          LEFT JOIN session i ON i.school_id = s.school_id AND i.programme_id = s.programme_id
                             AND i.number = s.number AND i.rearranged = 0 AND i.outcome <> 'not_held'
                             AND s.outcome = 'not_held'
          JOIN consent_said c ON c.school_id = p.school_id AND c.case_id = p.case_id
         WHERE h.school_id = $4 AND h.staff_id = $5 AND h.role = 'class_teacher' AND h.starts_on <= $1
           AND (h.ends_on IS NULL OR h.ends_on >= $1)
         ORDER BY s.planned_on, s.starts_at_time, u.id, p.id, s.id, c.number)";
    std::vector<SessionOut> all;
    std::optional<std::pair<SessionId, PlaceId>> last;
    for (auto& row : db.all<SessionWithAnswer>(sql, today, from, to, school, teacher)) {
        std::pair const of(row.session, row.place);
        if (last != of) all.push_back({.child = std::move(row.out), .form = row.form, .answers = {}});
        all.back().answers.push_back(std::move(row.answer));
        last = of;
    }
    return all;
}

std::vector<Withdrawn> withdrawn_from(
    db::Connection& db, SchoolId school, StaffId const& deliverer, Date since
) {
    constexpr db::Sql sql = R"(
        SELECT u.id,
               (CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END) || ' ' ||
               (CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END),
               coalesce((SELECT max(a.answered_on) FROM consent_answer a
                          WHERE a.school_id = p.school_id AND a.case_id = p.case_id
                            AND a.answer IN ('withdrawn', 'refused', 'decided_not_to')
                            AND a.answered_on <= p.ended_on), p.ended_on)
          FROM programme g
          JOIN place p ON p.school_id = g.school_id AND p.programme_id = g.id
                      AND p.end_reason = 'consent_withdrawn' AND p.ended_on >= $1
          JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id AND n.closed_at IS NULL
          JOIN pupil u ON u.school_id = p.school_id AND u.id = p.pupil_id
         WHERE g.school_id = $2 AND g.deliverer_id = $3
           AND NOT EXISTS (SELECT 1 FROM place o
                            WHERE o.school_id = p.school_id AND o.case_id = p.case_id AND o.ended_on IS NULL)
         ORDER BY p.ended_on DESC, u.id)";
    return db.all<Withdrawn>(sql, since, school, deliverer);
}

std::vector<Withdrawn> withdrawn_of_class(
    db::Connection& db, SchoolId school, StaffId const& teacher, Date today, Date since
) {
    constexpr db::Sql sql = R"(
        SELECT u.id,
               (CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END) || ' ' ||
               (CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END),
               coalesce((SELECT max(a.answered_on) FROM consent_answer a
                          WHERE a.school_id = p.school_id AND a.case_id = p.case_id
                            AND a.answer IN ('withdrawn', 'refused', 'decided_not_to')
                            AND a.answered_on <= p.ended_on), p.ended_on)
          FROM role_held h
          JOIN class_membership m ON m.school_id = h.school_id AND m.class_id = h.class_id AND m.starts_on <= $1
                                 AND (m.ends_on IS NULL OR m.ends_on >= $1)
          JOIN pupil u ON u.school_id = m.school_id AND u.id = m.pupil_id
          JOIN place p ON p.school_id = m.school_id AND p.pupil_id = m.pupil_id
                      AND p.end_reason = 'consent_withdrawn' AND p.ended_on >= $2
          JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id AND n.closed_at IS NULL
         WHERE h.school_id = $3 AND h.staff_id = $4 AND h.role = 'class_teacher' AND h.starts_on <= $1
           AND (h.ends_on IS NULL OR h.ends_on >= $1)
           AND NOT EXISTS (SELECT 1 FROM place o
                            WHERE o.school_id = p.school_id AND o.case_id = p.case_id AND o.ended_on IS NULL)
         ORDER BY p.ended_on DESC, u.id)";
    return db.all<Withdrawn>(sql, today, since, school, teacher);
}

std::vector<NextConcern> next_concerns(db::Connection& db, SchoolId school, Instant decided_since) {
    constexpr db::Sql sql = R"(
        SELECT n.id, n.pupil_id,
               (CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END) || ' ' ||
               (CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END),
               x.made_at
          FROM next_step x
          JOIN nurture_case n ON n.school_id = x.school_id AND n.id = x.case_id AND n.closed_at IS NOT NULL
          JOIN pupil u ON u.school_id = n.school_id AND u.id = n.pupil_id AND u.left_on IS NULL
         WHERE x.school_id = $1 AND x.next = 'another_programme' AND x.undone_at IS NULL AND x.made_at >= $2
           AND NOT EXISTS (SELECT 1 FROM nurture_case o
                            WHERE o.school_id = n.school_id AND o.pupil_id = n.pupil_id AND o.id <> n.id
                              AND (o.closed_at IS NULL OR o.opened_at >= n.closed_at))
         ORDER BY x.made_at, n.id)";
    return db.all<NextConcern>(sql, school, decided_since);
}

std::vector<Declined> declined(db::Connection& db, SchoolId school, StaffId const& writer, Instant since) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.pupil_id,
               (CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END) || ' ' ||
               (CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END),
               n.closed_at, n.closed_why
          FROM concern c
          JOIN nurture_case n ON n.school_id = c.school_id AND n.id = c.case_id AND n.closed_at >= $1
          JOIN pupil u ON u.school_id = c.school_id AND u.id = c.pupil_id
         WHERE c.school_id = $2 AND c.written_by = $3
           AND (c.decision_read_at IS NULL OR c.decision_read_at < n.closed_at)
           AND NOT EXISTS (SELECT 1 FROM step s WHERE s.school_id = c.school_id AND s.case_id = c.case_id
                              AND s.step = 'referral' AND s.undone_at IS NULL)
           AND NOT EXISTS (SELECT 1 FROM concern o
                            WHERE o.school_id = c.school_id AND o.case_id = c.case_id
                              AND o.written_by = c.written_by
                              AND (o.written_at > c.written_at OR (o.written_at = c.written_at AND o.id > c.id)))
         ORDER BY n.closed_at DESC, c.id)";
    return db.all<Declined>(sql, since, school, writer);
}

std::vector<Opened> opened_by(db::Connection& db, SchoolId school, StaffId const& staff, Instant now) {
    constexpr db::Sql sql = R"(
        SELECT o.pupil_id, CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END
                           || ' ' ||
                           CASE p.preferred_surname WHEN '' THEN p.legal_surname ELSE p.preferred_surname END,
               o.until_at, 1
          FROM override o
          JOIN pupil p ON p.school_id = o.school_id AND p.id = o.pupil_id
         WHERE o.school_id = $1 AND o.staff_id = $2 AND o.until_at > $3
        UNION ALL
        SELECT o.pupil_id, CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END
                           || ' ' ||
                           CASE p.preferred_surname WHEN '' THEN p.legal_surname ELSE p.preferred_surname END,
               o.until_at, 0
          FROM opening o
          JOIN pupil p ON p.school_id = o.school_id AND p.id = o.pupil_id
         WHERE o.school_id = $1 AND o.staff_id = $2 AND o.until_at > $3
         ORDER BY 3, 1)";
    return db.all<Opened>(sql, school, staff, now);
}

}  // namespace today::store
