#include "programmes/view_store.hpp"

#include "db/joined_sql.hpp"

namespace programmes::store {
namespace {

struct TakenRow {
    ProgrammeId programme;
    int taken = 0;
    auto columns() { return std::tie(programme, taken); }
};

struct AnswerRow {
    CaseId the_case;
    consent::Received received;
    auto columns() { return std::tuple_cat(std::tie(the_case), received.columns()); }
};

// The programme's first day, or of who joined later the first session since.
constexpr db::Part first_day = R"(
               CASE WHEN p.allocated_on <= g.starts_on THEN g.starts_on
                    ELSE coalesce((SELECT min(s.planned_on) FROM session s
                                    WHERE s.school_id = p.school_id AND s.programme_id = p.programme_id
                                      AND s.planned_on >= p.allocated_on AND s.outcome <> 'not_held'),
                                  p.allocated_on) END)";

constexpr db::Part lacks_a_measure = R"(
               EXISTS (SELECT 1 FROM target t
                        WHERE t.school_id = p.school_id AND t.place_id = p.id AND t.ended_on IS NULL
                          AND t.words <> ''
                          AND NOT EXISTS (SELECT 1 FROM target_measure b
                                           WHERE b.school_id = t.school_id AND b.target_id = t.id
                                             AND b.occasion = 'before')))";

}  // namespace

std::map<ProgrammeId, int> taken(db::Connection& db, SchoolId school, Date today) {
    constexpr db::Sql sql = R"(
        SELECT g.id, (SELECT count(*) FROM place p
                       WHERE p.school_id = g.school_id AND p.programme_id = g.id
                         AND (p.ended_on IS NULL OR p.end_reason = 'completed'))
          FROM programme g
         WHERE g.school_id = $1 AND (g.completed_on IS NULL OR g.completed_on >= $2))";
    std::map<ProgrammeId, int> taken;
    for (auto const& row : db.all<TakenRow>(sql, school, today - days_shown_completed))
        taken[row.programme] = row.taken;
    return taken;
}

std::set<CaseId> started_cases(db::Connection& db, SchoolId school, ProgrammeId const& programme) {
    constexpr db::Sql sql = R"(
        SELECT p.case_id
          FROM place p
          JOIN step t ON t.school_id = p.school_id AND t.case_id = p.case_id AND t.step = 'start'
                     AND t.undone_at IS NULL
         WHERE p.school_id = $1 AND p.programme_id = $2)";
    auto const cases = db.all<CaseId>(sql, school, programme);
    return {cases.begin(), cases.end()};
}

std::map<CaseId, std::vector<consent::Received>> answers_in(
    db::Connection& db, SchoolId school, ProgrammeId const& programme
) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT a.case_id, a.number, a.contact_id, a.answer, a.route, a.answered_on, a.received_at,
               a.recorded_by, a.witness, a.reason, a.expires_on, a.form, a.although, a.has_a_say
          FROM place p
          JOIN consent_said a ON a.school_id = p.school_id AND a.case_id = p.case_id
         WHERE p.school_id = $1 AND p.programme_id = $2
         ORDER BY a.case_id, a.number)";
    std::map<CaseId, std::vector<consent::Received>> answers;
    db::WordsStayClosed const closed(db);
    for (auto& row : db.all<AnswerRow>(sql, school, programme))
        answers[row.the_case].push_back(std::move(row.received));
    return answers;
}

std::vector<Unmeasured> unmeasured(db::Connection& db, SchoolId school, StaffId const& teacher, Date today) {
    using Statement = db::Joined<
        R"(
        SELECT p.id, p.programme_id, p.case_id, p.allocated_on, p.ended_on, p.end_reason, u.id,
               CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END,
               CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END,
               u.year_group, c.id, c.name, g.name,)",
        first_day,
        R"( AS first_day_on
          FROM role_held h
          JOIN class c ON c.school_id = h.school_id AND c.id = h.class_id
          JOIN class_membership m ON m.school_id = c.school_id AND m.class_id = c.id AND m.starts_on <= $1
                                 AND (m.ends_on IS NULL OR m.ends_on >= $1)
          JOIN pupil u ON u.school_id = m.school_id AND u.id = m.pupil_id
          JOIN place p ON p.school_id = u.school_id AND p.pupil_id = u.id AND p.ended_on IS NULL
          JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
         WHERE h.school_id = $2 AND h.staff_id = $3 AND h.role = 'class_teacher' AND h.starts_on <= $1
           AND (h.ends_on IS NULL OR h.ends_on >= $1)
           AND)",
        lacks_a_measure,
        R"(
         ORDER BY first_day_on, p.id)">;
    return db.all<Unmeasured>(Statement::sql, today, school, teacher);
}

std::vector<Unmeasured> unmeasured_in_what_runs(db::Connection& db, SchoolId school) {
    using Statement = db::Joined<
        R"(
        SELECT p.id, p.programme_id, p.case_id, p.allocated_on, p.ended_on, p.end_reason, u.id,
               CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END,
               CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END,
               u.year_group, NULL, '', g.name,)",
        first_day,
        R"( AS first_day_on
          FROM place p
          JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
                          AND g.started_on IS NOT NULL AND g.completed_on IS NULL
          JOIN pupil u ON u.school_id = p.school_id AND u.id = p.pupil_id
         WHERE p.school_id = $1 AND p.ended_on IS NULL
           AND)",
        lacks_a_measure,
        R"(
         ORDER BY first_day_on, p.id)">;
    return db.all<Unmeasured>(Statement::sql, school);
}

std::vector<NurtureStaff> nurture_staff(db::Connection& db, SchoolId school, Date today) {
    constexpr db::Sql sql = R"(
        SELECT f.id, f.name,
               CASE WHEN EXISTS (SELECT 1 FROM programme g
                                  WHERE g.school_id = f.school_id AND g.deliverer_id = f.id
                                    AND g.completed_on IS NULL) THEN 1 ELSE 0 END
          FROM staff f
         WHERE f.school_id = $1 AND (f.left_on IS NULL OR f.left_on > $2)
           AND (EXISTS (SELECT 1 FROM role_held h
                         WHERE h.school_id = f.school_id AND h.staff_id = f.id AND h.role = 'nurture_assistant'
                           AND h.starts_on <= $2 AND (h.ends_on IS NULL OR h.ends_on >= $2))
                OR EXISTS (SELECT 1 FROM programme g
                            WHERE g.school_id = f.school_id AND g.deliverer_id = f.id AND g.completed_on IS NULL))
         ORDER BY f.name, f.id)";
    return db.all<NurtureStaff>(sql, school, today);
}

}  // namespace programmes::store
