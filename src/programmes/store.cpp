#include "programmes/store.hpp"

#include "programmes/view_store.hpp"

namespace programmes::store {
namespace {

template <class Key, class Value>
struct Pair {
    Key key;
    Value value{};
    auto columns() { return std::tie(key, value); }
};

template <class Key>
struct AreaOf {
    Key of;
    Area area;
    auto columns() { return std::tuple_cat(std::tie(of), area.columns()); }
};

template <class Key>
std::map<Key, std::vector<Area>> by_key(std::vector<AreaOf<Key>>&& rows) {
    std::map<Key, std::vector<Area>> sorted;
    for (auto& row : rows) sorted[row.of].push_back(std::move(row.area));
    return sorted;
}

// One child on the register of one session.
struct AttendanceRow {
    PlaceId place;
    SessionId session;
    bool written = false;
    bool to_write = false;
    std::optional<bool> attended;  // none: neither child nor adult has said anything yet
    auto columns() { return std::tie(place, session, written, to_write, attended); }
};

}  // namespace

std::vector<Programme> all(db::Connection& db, SchoolId school, Date today) {
    constexpr db::Sql sql = R"(
        SELECT g.id, g.name, g.form, g.deliverer_id, f.name, g.room_id, r.name, g.starts_on, g.starts_at_time,
               g.minutes, g.weeks, g.places, g.policy_version_id, g.bounds_reason, g.few_children_reason,
               g.few_children, g.extension_reason, g.started_on, g.completed_on, g.weekday, g.version
          FROM programme g
          JOIN staff f ON f.school_id = g.school_id AND f.id = g.deliverer_id
          JOIN room r ON r.school_id = g.school_id AND r.id = g.room_id
         WHERE g.school_id = $1 AND (g.completed_on IS NULL OR g.completed_on >= $2)
           AND NOT EXISTS (SELECT 1 FROM removed_programme d
                            WHERE d.school_id = g.school_id AND d.programme_id = g.id)
         ORDER BY g.starts_on, g.starts_at_time, g.id)";
    return db.all<Programme>(sql, school, today - days_shown_completed);
}

std::optional<Programme> find(db::Connection& db, SchoolId school, ProgrammeId const& programme) {
    constexpr db::Sql sql = R"(
        SELECT g.id, g.name, g.form, g.deliverer_id, f.name, g.room_id, r.name, g.starts_on, g.starts_at_time,
               g.minutes, g.weeks, g.places, g.policy_version_id, g.bounds_reason, g.few_children_reason,
               g.few_children, g.extension_reason, g.started_on, g.completed_on, g.weekday, g.version
          FROM programme g
          JOIN staff f ON f.school_id = g.school_id AND f.id = g.deliverer_id
          JOIN room r ON r.school_id = g.school_id AND r.id = g.room_id
         WHERE g.school_id = $1 AND g.id = $2)";
    return db.one<Programme>(sql, school, programme);
}

void add(
    db::Connection& db, SchoolId school, Programme const& programme, StaffId const& made_by, Instant made_at
) {
    constexpr db::Sql sql = R"(
        INSERT INTO programme (school_id, id, name, form, deliverer_id, room_id, starts_on, starts_at_time, minutes,
                               weeks, places, policy_version_id, bounds_reason, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))";
    db.run(
        sql,
        school,
        programme.id,
        programme.name,
        programme.form,
        programme.deliverer,
        programme.room,
        programme.starts_on,
        programme.starts_at_time,
        programme.minutes,
        programme.weeks,
        programme.places,
        programme.policy_version,
        programme.bounds_reason,
        made_by,
        made_at
    );
}

bool change(db::Connection& db, SchoolId school, Programme const& programme) {
    constexpr db::Sql sql = R"(
        UPDATE programme
           SET started_on = $1, completed_on = $2, weeks = $3, policy_version_id = $4, extension_reason = $5,
               few_children_reason = $6, few_children = $7, version = version + 1
         WHERE school_id = $8 AND id = $9 AND version = $10)";
    return db.run(
               sql,
               programme.started_on,
               programme.completed_on,
               programme.weeks,
               programme.policy_version,
               programme.extension_reason,
               programme.few_children_reason,
               programme.few_children,
               school,
               programme.id,
               programme.version
           ) == 1;
}

std::vector<Session> sessions(db::Connection& db, SchoolId school, ProgrammeId const& programme) {
    constexpr db::Sql sql = R"(
        SELECT s.id, s.programme_id, s.number, s.planned_on, s.starts_at_time, s.room_id, r.name, s.plan,
               s.plan_reviewed_on, s.plan_review, s.plan_changed, s.outcome, s.held_on, s.delivered_by, s.stand_in_id,
               s.why_not, s.rearranged, s.version, s.deliverer_id
          FROM session s
          JOIN room r ON r.school_id = s.school_id AND r.id = s.room_id
         WHERE s.school_id = $1 AND s.programme_id = $2
         ORDER BY s.planned_on, s.number)";
    return db.all<Session>(sql, school, programme);
}

std::vector<Session> running_sessions(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT s.id, s.programme_id, s.number, s.planned_on, s.starts_at_time, s.room_id, r.name, s.plan,
               s.plan_reviewed_on, s.plan_review, s.plan_changed, s.outcome, s.held_on, s.delivered_by, s.stand_in_id,
               s.why_not, s.rearranged, s.version, s.deliverer_id
          FROM programme g
          JOIN session s ON s.school_id = g.school_id AND s.programme_id = g.id
          JOIN room r ON r.school_id = s.school_id AND r.id = s.room_id
         WHERE g.school_id = $1 AND g.completed_on IS NULL
         ORDER BY s.programme_id, s.planned_on, s.number)";
    db::WordsStayClosed const closed(db);
    return db.all<Session>(sql, school);
}

void add_session(db::Connection& db, SchoolId school, Session const& session) {
    constexpr db::Sql sql = R"(
        INSERT INTO session (school_id, id, programme_id, number, planned_on, starts_at_time, room_id, deliverer_id,
                             outcome)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'planned'))";
    db.run(
        sql,
        school,
        session.id,
        session.programme,
        session.number,
        session.planned_on,
        session.starts_at_time,
        session.room,
        session.deliverer
    );
}

std::vector<std::string> end_planned_sessions(
    db::Connection& db, SchoolId school, ProgrammeId const& programme
) {
    constexpr db::Sql sql = R"(
           UPDATE session SET outcome = 'not_held', why_not = 'something_else', version = version + 1
            WHERE school_id = $1 AND programme_id = $2 AND outcome = 'planned'
        RETURNING id)";
    return db.all<std::string>(sql, school, programme);
}

std::map<PlaceId, Attendance> attendance(db::Connection& db, SchoolId school, ProgrammeId const& programme) {
    constexpr db::Sql sql = R"(
        SELECT l.place_id, l.session_id, l.written,
               CASE WHEN EXISTS (SELECT 1 FROM register_to_write w
                                  WHERE w.school_id = l.school_id AND w.session_id = l.session_id
                                    AND w.place_id = l.place_id AND w.written = 0)
                    THEN 1 ELSE 0 END,
               e.attended
          FROM session s
          JOIN register_line l ON l.school_id = s.school_id AND l.session_id = s.id
          LEFT JOIN evaluation e ON e.school_id = l.school_id AND e.session_id = l.session_id
                                AND e.place_id = l.place_id
         WHERE s.school_id = $1 AND s.programme_id = $2 AND s.outcome = 'delivered')";
    std::map<PlaceId, Attendance> found;
    for (auto const& row : db.all<AttendanceRow>(sql, school, programme)) {
        auto& of = found[row.place];
        if (row.attended.value_or(row.to_write)) ++of.attended;
        if (row.to_write) ++of.not_written_up;
        of.on_register.insert(row.session);
        if (row.written) of.written_up.insert(row.session);
    }
    return found;
}

std::vector<Area> areas(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT id, name FROM target_area WHERE school_id = $1 AND closed_on IS NULL ORDER BY name, id)";
    return db.all<Area>(sql, school);
}

std::vector<Area> agreed_areas(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT a.id, a.name
          FROM agreed_area g
          JOIN target_area a ON a.school_id = g.school_id AND a.id = g.area_id
         WHERE g.school_id = $1
           AND g.discussion_id = (SELECT d.id FROM discussion d
                                   WHERE d.school_id = g.school_id AND d.case_id = $2 AND d.outcome = 'go_on'
                                   ORDER BY d.made_at DESC, d.id DESC LIMIT 1)
         ORDER BY a.name, a.id)";
    return db.all<Area>(sql, school, the_case);
}

std::map<CaseId, std::vector<Area>> agreed_areas(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT n.id, a.id, a.name
          FROM nurture_case n
          JOIN discussion d ON d.school_id = n.school_id AND d.case_id = n.id AND d.outcome = 'go_on'
          JOIN agreed_area g ON g.school_id = d.school_id AND g.discussion_id = d.id
          JOIN target_area a ON a.school_id = g.school_id AND a.id = g.area_id
         WHERE n.school_id = $1 AND n.closed_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM discussion o
                            WHERE o.school_id = d.school_id AND o.case_id = d.case_id AND o.outcome = 'go_on'
                              AND (o.made_at > d.made_at OR (o.made_at = d.made_at AND o.id > d.id)))
         ORDER BY n.id, a.name, a.id)";
    return by_key<CaseId>(db.all<AreaOf<CaseId>>(sql, school));
}

std::map<ProgrammeId, std::vector<Area>> areas_in_programmes(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT g.id, a.id, a.name
          FROM programme g
          JOIN place p ON p.school_id = g.school_id AND p.programme_id = g.id AND p.ended_on IS NULL
          JOIN target t ON t.school_id = p.school_id AND t.place_id = p.id AND t.ended_on IS NULL
          JOIN target_area a ON a.school_id = t.school_id AND a.id = t.area_id
         WHERE g.school_id = $1 AND g.completed_on IS NULL
         ORDER BY g.id, a.name, a.id)";
    return by_key<ProgrammeId>(db.all<AreaOf<ProgrammeId>>(sql, school));
}

std::optional<Form> chosen_form(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT form FROM prioritisation
         WHERE school_id = $1 AND case_id = $2
         ORDER BY made_at DESC, id DESC LIMIT 1)";
    return db.one<Form>(sql, school, the_case);
}

std::map<CaseId, Form> chosen_forms(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT p.case_id, p.form
          FROM nurture_case n
          JOIN prioritisation p ON p.school_id = n.school_id AND p.case_id = n.id
         WHERE n.school_id = $1 AND n.closed_at IS NULL
         ORDER BY p.made_at, p.id)";
    std::map<CaseId, Form> forms;
    for (auto const& [the_case, form] : db.all<Pair<CaseId, Form>>(sql, school)) forms[the_case] = form;
    return forms;
}

}  // namespace programmes::store
