#include "liaison/store.hpp"

#include "child_keys/about.hpp"

namespace liaison::store {

std::optional<Question> question(db::Connection& db, SchoolId school, QuestionId const& question) {
    constexpr db::Sql sql = R"(
        SELECT q.id, q.case_id, q.pupil_id,
               coalesce(nullif(p.preferred_forename, ''), p.legal_forename) || ' ' ||
               coalesce(nullif(p.preferred_surname, ''), p.legal_surname),
               q.asked_by, s.name, q.asked_at, q.words, q.answer, coalesce(a.name, ''), q.answered_at,
               q.answer_seen_at
          FROM question q
          JOIN pupil p ON p.school_id = q.school_id AND p.id = q.pupil_id
          JOIN staff s ON s.school_id = q.school_id AND s.id = q.asked_by
          LEFT JOIN staff a ON a.school_id = q.school_id AND a.id = q.answered_by
         WHERE q.school_id = $1 AND q.id = $2)";
    return db.one<Question>(sql, school, question);
}

std::vector<Question> questions_of(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT q.id, q.case_id, q.pupil_id,
               coalesce(nullif(p.preferred_forename, ''), p.legal_forename) || ' ' ||
               coalesce(nullif(p.preferred_surname, ''), p.legal_surname),
               q.asked_by, s.name, q.asked_at, q.words, q.answer, coalesce(a.name, ''), q.answered_at,
               q.answer_seen_at
          FROM question q
          JOIN pupil p ON p.school_id = q.school_id AND p.id = q.pupil_id
          JOIN staff s ON s.school_id = q.school_id AND s.id = q.asked_by
          LEFT JOIN staff a ON a.school_id = q.school_id AND a.id = q.answered_by
         WHERE q.school_id = $1 AND q.case_id = $2
         ORDER BY q.asked_at DESC, q.id DESC)";
    return db.all<Question>(sql, school, the_case);
}

std::vector<Question> questions_for(db::Connection& db, SchoolId school, StaffId const& teacher, Date today) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT q.id, q.case_id, q.pupil_id,
               coalesce(nullif(p.preferred_forename, ''), p.legal_forename) || ' ' ||
               coalesce(nullif(p.preferred_surname, ''), p.legal_surname),
               q.asked_by, s.name, q.asked_at, q.words, q.answer, '', q.answered_at, q.answer_seen_at
          FROM role_held r
          JOIN class_membership m ON m.school_id = r.school_id AND m.class_id = r.class_id AND m.starts_on <= $1
           AND (m.ends_on IS NULL OR m.ends_on >= $1)
          JOIN question q ON q.school_id = m.school_id AND q.pupil_id = m.pupil_id AND q.answered_at IS NULL
          JOIN nurture_case n ON n.school_id = q.school_id AND n.id = q.case_id AND n.closed_at IS NULL
          JOIN pupil p ON p.school_id = q.school_id AND p.id = q.pupil_id
          JOIN staff s ON s.school_id = q.school_id AND s.id = q.asked_by
         WHERE r.school_id = $2 AND r.staff_id = $3 AND r.role = 'class_teacher' AND r.starts_on <= $1
           AND (r.ends_on IS NULL OR r.ends_on >= $1)
         ORDER BY q.asked_at, q.id)";
    return db.all<Question>(sql, today, school, teacher);
}

void add(db::Connection& db, SchoolId school, Question const& question) {
    constexpr db::Sql sql = R"(
        INSERT INTO question (school_id, id, case_id, pupil_id, asked_by, asked_at, words)
        VALUES ($1, $2, $3, $4, $5, $6, $7))";
    auto const about = child_keys::about_child(db, school, question.pupil.text());
    db.run(
        sql,
        school,
        question.id,
        question.the_case,
        question.pupil,
        question.asked_by,
        question.asked_at,
        about(question.words)
    );
}

bool answer(
    db::Connection& db,
    SchoolId school,
    QuestionId const& question,
    std::string const& words,
    StaffId const& by,
    Instant at
) {
    constexpr db::Sql sql = R"(
        UPDATE question SET answer = $1, answered_by = $2, answered_at = $3
         WHERE school_id = $4 AND id = $5 AND answered_at IS NULL)";
    auto const about = child_keys::about_question(db, school, question.text());
    return db.run(sql, about(words), by, at, school, question) == 1;
}

bool see_answer(db::Connection& db, SchoolId school, QuestionId const& question, Instant at) {
    constexpr db::Sql sql = R"(
        UPDATE question SET answer_seen_at = $1
         WHERE school_id = $2 AND id = $3 AND answered_at IS NOT NULL AND answer_seen_at IS NULL)";
    return db.run(sql, at, school, question) == 1;
}

std::vector<Line> lines_of(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT l.id, l.with_whom, l.held_on, l.line, s.name
          FROM liaison l
          JOIN staff s ON s.school_id = l.school_id AND s.id = l.written_by
         WHERE l.school_id = $1 AND l.case_id = $2
         ORDER BY l.held_on DESC, l.written_at DESC, l.id DESC)";
    return db.all<Line>(sql, school, the_case);
}

void add(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    LineId const& line,
    LineInput const& said,
    StaffId const& by,
    Instant at
) {
    constexpr db::Sql sql = R"(
        INSERT INTO liaison (school_id, id, case_id, with_whom, held_on, line, written_by, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
    auto const about = child_keys::about_case(db, school, the_case.text());
    db.run(sql, school, line, the_case, said.with_whom, said.held_on, about(said.line), by, at);
}

}  // namespace liaison::store
