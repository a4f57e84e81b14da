#include "letters/store.hpp"

#include "child_keys/about.hpp"

namespace letters::store {

std::optional<Template> school_template(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = "SELECT title, words, version FROM letter_template WHERE school_id = $1";
    return db.one<Template>(sql, school);
}

bool change_template(db::Connection& db, SchoolId school, TemplateId const& id, Template const& changed) {
    constexpr db::Sql first = R"(
        INSERT INTO letter_template (school_id, id, title, words) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING)";
    constexpr db::Sql later = R"(
        UPDATE letter_template SET title = $1, words = $2, version = version + 1
         WHERE school_id = $3 AND version = $4)";
    if (changed.version == 0) return db.run(first, school, id, changed.title, changed.words) == 1;
    return db.run(later, changed.title, changed.words, school, changed.version) == 1;
}

std::optional<Child> child(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT n.id, p.id, CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END,
               CASE p.preferred_surname WHEN '' THEN p.legal_surname ELSE p.preferred_surname END,
               p.born_on, CASE WHEN n.closed_at IS NULL THEN 1 ELSE 0 END
          FROM nurture_case n
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
         WHERE n.school_id = $1 AND n.id = $2)";
    return db.one<Child>(sql, school, the_case);
}

std::vector<pupils::Contact> contacts(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.name, c.address, c.telephone, c.postal_address, c.language, c.needs, p.relationship,
               p.is_parent, p.responsibility, p.lives_with, p.restriction
          FROM pupil_contact p
          JOIN contact c ON c.school_id = p.school_id AND c.id = p.contact_id
         WHERE p.school_id = $1 AND p.pupil_id = $2
         ORDER BY p.responsibility DESC, c.name, c.id)";
    return db.all<pupils::Contact>(sql, school, pupil);
}

Support support(db::Connection& db, SchoolId school, CaseId const& the_case, Date today) {
    constexpr db::Sql form = R"(
        SELECT form FROM prioritisation WHERE school_id = $1 AND case_id = $2 ORDER BY made_at DESC, id DESC)";
    constexpr db::Sql weeks = R"(
        SELECT NULL, weeks_least, weeks_most, consent_weeks FROM policy_version
         WHERE school_id = $1 AND in_force_from_on <= $2
         ORDER BY in_force_from_on DESC, id DESC)";
    auto support = db.one<Support>(weeks, school, today).value_or(Support{});
    support.form = db.one<consent::Form>(form, school, the_case);
    return support;
}

std::string telephone(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = "SELECT telephone FROM school WHERE id = $1";
    return db.one<std::string>(sql, school).value_or("");
}

std::optional<OnlySchool> only_school(db::Connection& db) {
    constexpr db::Sql sql =
        "SELECT id, name, telephone FROM school WHERE kind = 'school' ORDER BY id LIMIT 2";
    auto schools = db.all<OnlySchool>(sql);
    if (schools.size() != 1) return std::nullopt;
    return std::move(schools.front());
}

void add(db::Connection& db, SchoolId school, Made const& letter, StaffId const& by, Instant now) {
    constexpr db::Sql sql = R"(
        INSERT INTO letter (school_id, id, case_id, contact_id, way, title, words, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))";
    constexpr db::Sql sheet = R"(
        INSERT INTO letter_sheet (school_id, letter_id, pdf, kept_pdf) VALUES ($1, $2, $3, $4))";
    auto const about = child_keys::about_case(db, school, letter.case_id.text());
    auto const kept_pdf =
        letter.kept_pdf.empty() ? std::nullopt : std::optional(about.bytes(letter.kept_pdf));
    db.run(
        sql,
        school,
        letter.id,
        letter.case_id,
        letter.contact,
        letter.way,
        letter.title,
        about(letter.words),
        by,
        now
    );
    db.run(sheet, school, letter.id, about.bytes(letter.pdf), kept_pdf);
}

bool mark_printed(
    db::Connection& db, SchoolId school, LetterId const& letter, StaffId const& by, Instant now
) {
    constexpr db::Sql sql = R"(
        UPDATE letter SET printed_at = $1, printed_by = $2
         WHERE school_id = $3 AND id = $4 AND printed_at IS NULL)";
    return db.run(sql, now, by, school, letter) == 1;
}

void forget_links_of_sheets(db::Connection& db, SchoolId school, Instant made_before) {
    constexpr db::Sql sql = R"(
        UPDATE letter_sheet SET pdf = kept_pdf, kept_pdf = NULL
         WHERE school_id = $1 AND kept_pdf IS NOT NULL
           AND EXISTS (SELECT 1 FROM letter l
                        WHERE l.school_id = letter_sheet.school_id AND l.id = letter_sheet.letter_id
                          AND l.made_at < $2))";
    db.run(sql, school, made_before);
}

std::optional<std::string> sheet(
    db::Connection& db, SchoolId school, LetterId const& letter, Instant link_since
) {
    constexpr db::Sql sql = R"(
        SELECT CASE WHEN l.made_at < $1 AND s.kept_pdf IS NOT NULL THEN s.kept_pdf ELSE s.pdf END
          FROM letter l
          JOIN letter_sheet s ON s.school_id = l.school_id AND s.letter_id = l.id
         WHERE l.school_id = $2 AND l.id = $3)";
    auto bytes = db.one<db::Bytes>(sql, link_since, school, letter);
    if (!bytes) return std::nullopt;
    return std::move(bytes->data);
}

std::vector<Sent> letters_of(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT l.id, l.case_id, l.contact_id, l.way, l.title, l.words, s.name, l.made_at, o.state,
               coalesce(o.last_fault, ''), l.printed_at, coalesce(p.name, '')
          FROM letter l
          JOIN staff s ON s.school_id = l.school_id AND s.id = l.made_by
          LEFT JOIN outbox o ON o.school_id = l.school_id AND o.letter_id = l.id
          LEFT JOIN staff p ON p.school_id = l.school_id AND p.id = l.printed_by
         WHERE l.school_id = $1 AND l.case_id = $2
         ORDER BY l.made_at DESC, l.id DESC)";
    return db.all<Sent>(sql, school, the_case);
}

std::optional<Sent> letter(db::Connection& db, SchoolId school, LetterId const& letter) {
    constexpr db::Sql sql = R"(
        SELECT l.id, l.case_id, l.contact_id, l.way, l.title, l.words, s.name, l.made_at, o.state,
               coalesce(o.last_fault, ''), l.printed_at, coalesce(p.name, '')
          FROM letter l
          JOIN staff s ON s.school_id = l.school_id AND s.id = l.made_by
          LEFT JOIN outbox o ON o.school_id = l.school_id AND o.letter_id = l.id
          LEFT JOIN staff p ON p.school_id = l.school_id AND p.id = l.printed_by
         WHERE l.school_id = $1 AND l.id = $2)";
    return db.one<Sent>(sql, school, letter);
}

std::optional<Sent> latest_letter(
    db::Connection& db, SchoolId school, CaseId const& the_case, ContactId const& contact
) {
    for (auto& letter : letters_of(db, school, the_case))
        if (letter.contact == contact) return std::move(letter);
    return std::nullopt;
}

void hold(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        UPDATE nurture_case SET opened_at = opened_at WHERE school_id = $1 AND id = $2)";
    db.run(sql, school, the_case);
}

std::vector<std::string> addresses_to_tell(
    db::Connection& db, SchoolId school, CaseId const& the_case, Date today
) {
    constexpr db::Sql sql = R"(
        SELECT s.address
          FROM role_held r
          JOIN staff s ON s.school_id = r.school_id AND s.id = r.staff_id
         WHERE r.school_id = $1 AND r.role = 'senco' AND r.starts_on <= $2
           AND (r.ends_on IS NULL OR r.ends_on >= $2)
           AND (s.left_on IS NULL OR s.left_on > $2)
        UNION
        SELECT s.address
          FROM place p
          JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
          JOIN staff s ON s.school_id = g.school_id AND s.id = g.deliverer_id
         WHERE p.school_id = $1 AND p.case_id = $3 AND p.ended_on IS NULL
           AND (s.left_on IS NULL OR s.left_on > $2))";
    return db.all<std::string>(sql, school, today, the_case);
}

std::vector<Recorder> recorders(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT a.number, s.name
          FROM consent_answer a
          JOIN staff s ON s.school_id = a.school_id AND s.id = a.recorded_by
         WHERE a.school_id = $1 AND a.case_id = $2
         ORDER BY a.number)";
    return db.all<Recorder>(sql, school, the_case);
}

}  // namespace letters::store
