#include "referrals/concern_store.hpp"

#include <algorithm>

#include "child_keys/about.hpp"

namespace referrals::concern_store {
namespace {

struct AreaRow {
    ConcernId concern;
    AreaId area;
    auto columns() { return std::tie(concern, area); }
};

void add_areas(
    db::Connection& db, SchoolId school, ConcernId const& concern, std::vector<AreaId> const& areas
) {
    constexpr db::Sql sql = R"(
        INSERT INTO concern_area (school_id, concern_id, area_id) VALUES ($1, $2, $3)
        ON CONFLICT (school_id, concern_id, area_id) DO NOTHING)";
    for (auto const& area : areas) db.run(sql, school, concern, area);
}

std::vector<Concern> with_areas(std::vector<Concern> concerns, std::vector<AreaRow> const& rows) {
    for (auto const& [id, area] : rows) {
        auto const concern = std::ranges::find(concerns, id, &Concern::id);
        if (concern != concerns.end()) concern->said.areas.push_back(area);
    }
    return concerns;
}

}  // namespace

std::optional<Concern> find(db::Connection& db, SchoolId school, ConcernId const& concern) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.case_id, c.pupil_id, c.source, c.source_name, c.seen, c.tried, c.attachment_figure,
               c.parents_spoken_to, c.noticed_on, c.written_by, w.name, c.written_at, c.answer,
               coalesce(a.name, ''), c.answered_at, c.read_at, c.decision_read_at, c.version, c.reworded_at, 0
          FROM concern c
          JOIN staff w ON w.school_id = c.school_id AND w.id = c.written_by
          LEFT JOIN staff a ON a.school_id = c.school_id AND a.id = c.answered_by
         WHERE c.school_id = $1 AND c.id = $2)";
    constexpr db::Sql areas = R"(
        SELECT area_id FROM concern_area WHERE school_id = $1 AND concern_id = $2 ORDER BY area_id)";
    auto found = db.one<Concern>(sql, school, concern);
    if (found) found->said.areas = db.all<AreaId>(areas, school, concern);
    return found;
}

std::vector<Concern> of_case(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.case_id, c.pupil_id, c.source, c.source_name, c.seen, c.tried, c.attachment_figure,
               c.parents_spoken_to, c.noticed_on, c.written_by, w.name, c.written_at, c.answer,
               coalesce(a.name, ''), c.answered_at, c.read_at, c.decision_read_at, c.version, c.reworded_at, 0
          FROM concern c
          JOIN staff w ON w.school_id = c.school_id AND w.id = c.written_by
          LEFT JOIN staff a ON a.school_id = c.school_id AND a.id = c.answered_by
         WHERE c.school_id = $1 AND c.case_id = $2
         ORDER BY c.written_at, c.id)";
    constexpr db::Sql areas = R"(
        SELECT a.concern_id, a.area_id
          FROM concern c
          JOIN concern_area a ON a.school_id = c.school_id AND a.concern_id = c.id
         WHERE c.school_id = $1 AND c.case_id = $2
         ORDER BY a.area_id)";
    return with_areas(db.all<Concern>(sql, school, the_case), db.all<AreaRow>(areas, school, the_case));
}

std::vector<Concern> with_those_beside(
    db::Connection& db, SchoolId school, ConcernId const& concern, StaffId const& reader
) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.case_id, c.pupil_id, c.source, c.source_name, c.seen, c.tried, c.attachment_figure,
               c.parents_spoken_to, c.noticed_on, c.written_by, w.name, c.written_at, c.answer,
               coalesce(a.name, ''), c.answered_at, c.read_at, c.decision_read_at, c.version, c.reworded_at,
               CASE WHEN EXISTS (SELECT 1 FROM concern_seen x
                                  WHERE x.school_id = c.school_id AND x.concern_id = c.id AND x.staff_id = $1
                                    AND x.words_at = coalesce(c.reworded_at, 0))
                    THEN 1 ELSE 0 END
          FROM concern c
          JOIN staff w ON w.school_id = c.school_id AND w.id = c.written_by
          LEFT JOIN staff a ON a.school_id = c.school_id AND a.id = c.answered_by
         WHERE c.school_id = $2
           AND c.case_id = (SELECT o.case_id FROM concern o WHERE o.school_id = $2 AND o.id = $3)
         ORDER BY c.written_at, c.id)";
    constexpr db::Sql areas = R"(
        SELECT a.concern_id, a.area_id
          FROM concern c
          JOIN concern_area a ON a.school_id = c.school_id AND a.concern_id = c.id
         WHERE c.school_id = $1
           AND c.case_id = (SELECT o.case_id FROM concern o WHERE o.school_id = $1 AND o.id = $2)
         ORDER BY a.area_id)";
    return with_areas(db.all<Concern>(sql, reader, school, concern), db.all<AreaRow>(areas, school, concern));
}

std::vector<Headline> of_open_cases(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.case_id, CASE WHEN c.source = 'parent' AND c.answer = '' THEN 1 ELSE 0 END, c.written_by,
               c.written_at, c.read_at, c.reworded_at
          FROM nurture_case n
          JOIN concern c ON c.school_id = n.school_id AND c.case_id = n.id
         WHERE n.school_id = $1 AND n.closed_at IS NULL
         ORDER BY c.written_at, c.id)";
    return db.all<Headline>(sql, school);
}

std::vector<ParentWaits> parents_who_wait_for(
    db::Connection& db, SchoolId school, StaffId const& person, Date today
) {
    // Without an ORDER BY of both halves, which would keep SQLite from beginning at the person.
    constexpr db::Sql sql = R"(
        SELECT c.id, u.id,
               (CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END) || ' ' ||
               (CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END),
               c.written_by, w.name, c.written_at
          FROM role_held h
          JOIN class_membership m ON m.school_id = h.school_id AND m.class_id = h.class_id AND m.starts_on <= $1
                                 AND (m.ends_on IS NULL OR m.ends_on >= $1)
          JOIN nurture_case n ON n.school_id = m.school_id AND n.pupil_id = m.pupil_id AND n.closed_at IS NULL
          JOIN concern c ON c.school_id = n.school_id AND c.case_id = n.id AND c.source = 'parent' AND c.answer = ''
          JOIN pupil u ON u.school_id = n.school_id AND u.id = n.pupil_id
          JOIN staff w ON w.school_id = c.school_id AND w.id = c.written_by
         WHERE h.school_id = $2 AND h.staff_id = $3 AND h.role = 'class_teacher' AND h.starts_on <= $1
           AND (h.ends_on IS NULL OR h.ends_on >= $1)
         UNION
        SELECT c.id, u.id,
               (CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END) || ' ' ||
               (CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END),
               c.written_by, w.name, c.written_at
          FROM concern c
          JOIN nurture_case n ON n.school_id = c.school_id AND n.id = c.case_id AND n.closed_at IS NULL
          JOIN pupil u ON u.school_id = n.school_id AND u.id = n.pupil_id
          JOIN staff w ON w.school_id = c.school_id AND w.id = c.written_by
         WHERE c.school_id = $2 AND c.written_by = $3 AND c.source = 'parent' AND c.answer = ''
           AND EXISTS (SELECT 1 FROM role_held r
                        WHERE r.school_id = c.school_id AND r.staff_id = c.written_by AND r.role = 'headteacher'
                          AND r.starts_on <= $1 AND (r.ends_on IS NULL OR r.ends_on >= $1)))";
    auto waiting = db.all<ParentWaits>(sql, today, school, person);
    std::ranges::sort(waiting, {}, [](ParentWaits const& one) { return std::tie(one.written_at, one.id); });
    return waiting;
}

void add(db::Connection& db, SchoolId school, Concern const& concern) {
    constexpr db::Sql sql = R"(
        INSERT INTO concern (school_id, id, case_id, pupil_id, source, source_name, seen, tried, attachment_figure,
                             parents_spoken_to, noticed_on, written_by, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))";
    auto const& said = concern.said;
    auto const about = child_keys::about_child(db, school, concern.pupil.text());
    db.run(
        sql,
        school,
        concern.id,
        concern.the_case,
        concern.pupil,
        said.source,
        said.source_name,
        about(said.seen),
        about(said.tried),
        said.attachment_figure,
        said.parents_spoken_to,
        said.noticed_on,
        concern.written_by,
        concern.written_at
    );
    add_areas(db, school, concern.id, said.areas);
}

bool change(
    db::Connection& db,
    SchoolId school,
    ConcernId const& concern,
    ConcernInput const& said,
    int version,
    Instant at
) {
    constexpr db::Sql sql = R"(
        UPDATE concern
           SET source = $1, source_name = $2, seen = $3, tried = $4, attachment_figure = $5,
               parents_spoken_to = $6, noticed_on = $7, reworded_at = $8, read_at = NULL, read_by = NULL,
               version = version + 1
         WHERE school_id = $9 AND id = $10 AND version = $11)";
    constexpr db::Sql forget = "DELETE FROM concern_area WHERE school_id = $1 AND concern_id = $2";
    auto const about = child_keys::about_concern(db, school, concern.text());
    auto const changed = db.run(
        sql,
        said.source,
        said.source_name,
        about(said.seen),
        about(said.tried),
        said.attachment_figure,
        said.parents_spoken_to,
        said.noticed_on,
        at,
        school,
        concern,
        version
    );
    if (changed != 1) return false;
    db.run(forget, school, concern);
    add_areas(db, school, concern, said.areas);
    return true;
}

bool set_answer(
    db::Connection& db,
    SchoolId school,
    ConcernId const& concern,
    std::string const& answer,
    StaffId const& by,
    Instant at
) {
    constexpr db::Sql sql = R"(
        UPDATE concern SET answer = $1, answered_by = $2, answered_at = $3, version = version + 1
         WHERE school_id = $4 AND id = $5 AND answered_at IS NULL)";
    auto const about = child_keys::about_concern(db, school, concern.text());
    return db.run(sql, about(answer), by, at, school, concern) == 1;
}

void set_read(db::Connection& db, SchoolId school, ConcernId const& concern, StaffId const& by, Instant at) {
    constexpr db::Sql sql = R"(
        UPDATE concern SET read_at = $1, read_by = $2
         WHERE school_id = $3 AND id = $4 AND read_at IS NULL)";
    db.run(sql, at, by, school, concern);
}

bool add_seen(db::Connection& db, SchoolId school, Concern const& concern, StaffId const& by, Instant at) {
    constexpr db::Sql sql = R"(
        INSERT INTO concern_seen (school_id, concern_id, staff_id, seen_at, words_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (school_id, concern_id, staff_id, words_at) DO NOTHING)";
    return db.run(sql, school, concern.id, by, at, concern.reworded_at.value_or(Instant{})) == 1;
}

void set_decision_read(
    db::Connection& db, SchoolId school, CaseId const& the_case, StaffId const& writer, Instant at
) {
    constexpr db::Sql sql = R"(
        UPDATE concern SET decision_read_at = $1 WHERE school_id = $2 AND case_id = $3 AND written_by = $4)";
    db.run(sql, at, school, the_case, writer);
}

}  // namespace referrals::concern_store
