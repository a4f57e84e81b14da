#include "need_to_know/store.hpp"

#include <algorithm>

#include "db/joined_sql.hpp"
#include "need_to_know/share_store.hpp"

namespace need_to_know::store {
namespace {

struct ChildRow {
    std::optional<CaseId> open_case;
    bool has_agreed = false;
    bool is_opened = false;
    bool has_family_here = false;
    pupils::Pupil pupil;
    auto columns() {
        return std::tuple_cat(std::tie(open_case, has_agreed, is_opened, has_family_here), pupil.columns());
    }
};

struct PlaceRow {
    StaffId deliverer;
    bool open = false;
    std::optional<StaffId> handing_over;  // has them until a change of hands
    std::optional<Date> from_on;          // where who delivers it only takes over on that day
    std::string name;                     // of the deliverer
    auto columns() { return std::tie(deliverer, open, handing_over, from_on, name); }
};

void add(Child& child, PlaceRow const& place) {
    if (place.from_on)
        child.successors.push_back({place.deliverer, *place.from_on});
    else
        child.deliverers.push_back(place.deliverer);
}

// Whether anything was said of the child `p` and their open case `n` that opens or closes more than ties do:
// by the child, and by others.
constexpr db::Part something_is_said = R"(
               CASE WHEN EXISTS (SELECT 1 FROM sharing_agreement a
                                  WHERE a.school_id = n.school_id AND a.case_id = n.id AND a.replaced_at IS NULL)
                    THEN 1 ELSE 0 END,
               CASE WHEN EXISTS (SELECT 1 FROM opening o
                                  WHERE o.school_id = p.school_id AND o.pupil_id = p.id AND o.until_at > $1)
                      OR EXISTS (SELECT 1 FROM override o
                                  WHERE o.school_id = p.school_id AND o.pupil_id = p.id AND o.until_at > $1)
                      OR EXISTS (SELECT 1 FROM named_share a
                                  WHERE a.school_id = n.school_id AND a.case_id = n.id AND a.ended_at IS NULL)
                    THEN 1 ELSE 0 END)";

constexpr db::Part family_works_here = R"(
               CASE WHEN EXISTS (SELECT 1 FROM pupil_contact l
                                   JOIN contact_at_work w ON w.school_id = l.school_id AND w.contact_id = l.contact_id
                                  WHERE l.school_id = p.school_id AND l.pupil_id = p.id)
                    THEN 1 ELSE 0 END)";

// A hand-over `h` of programme `g` that is still to come, from who delivers it today, with no session before
// it: until then the children have nobody else. Where whoever hands over is still to take over themselves, it
// is nobody's yet.
constexpr db::Part before_its_first_session = R"(
    h.school_id = g.school_id AND h.programme_id = g.id AND h.deliverer_id = g.deliverer_id
    AND h.deliverer_before <> h.deliverer_id AND h.from_on > $1
    AND NOT EXISTS (SELECT 1 FROM session b
                     WHERE b.school_id = g.school_id AND b.programme_id = g.id AND b.planned_on < h.from_on)
    AND NOT EXISTS (SELECT 1 FROM programme_change o
                     WHERE o.school_id = g.school_id AND o.programme_id = g.id AND o.deliverer_id = h.deliverer_before
                       AND o.deliverer_before <> o.deliverer_id AND o.from_on > $1))";

// Who delivers the places that are open or is to take them over, and who still has a session to hold before a
// change of hands, or has them until then because none lies before it; where no place is open, who delivered
// the last one.
void add_deliverers(db::Connection& db, SchoolId school, CaseId const& the_case, Child& child) {
    using Statement = db::Joined<
        R"(
        SELECT g.deliverer_id, CASE WHEN p.ended_on IS NULL THEN 1 ELSE 0 END,
               coalesce((SELECT min(s.deliverer_id) FROM session s
                          WHERE s.school_id = g.school_id AND s.programme_id = g.id AND s.deliverer_id IS NOT NULL
                            AND s.outcome = 'planned'),
                        (SELECT min(h.deliverer_before) FROM programme_change h WHERE)",
        before_its_first_session,
        R"()),
               (SELECT max(h.from_on) FROM programme_change h
                 WHERE h.school_id = g.school_id AND h.programme_id = g.id AND h.deliverer_id = g.deliverer_id
                   AND h.deliverer_before <> h.deliverer_id AND h.from_on > $1),
               f.name
          FROM place p
          JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
          JOIN staff f ON f.school_id = g.school_id AND f.id = g.deliverer_id
         WHERE p.school_id = $2 AND p.case_id = $3
         ORDER BY p.allocated_at DESC, p.id DESC)">;

    auto const places = db.all<PlaceRow>(Statement::sql, child.today, school, the_case);
    for (auto const& place : places)
        if (place.open) {
            add(child, place);
            child.supporters.insert(place.name);
            if (place.handing_over) child.deliverers.push_back(*place.handing_over);
        }
    bool const none_open = child.deliverers.empty() && child.successors.empty();
    if (none_open && !places.empty()) add(child, places.front());
}

bool speaks_of_a_concern(std::vector<Share> const& shares) {
    return std::ranges::find(shares, Circle::concern, &Share::circle) != shares.end();
}

Child child_from(db::Connection& db, SchoolId school, ChildRow const& row, Date today, Instant now) {
    Child child{.pupil = row.pupil, .deliverers = {}, .raised_by = {}, .open_case = row.open_case};
    child.today = today;
    child.now = now;
    if (row.open_case) add_deliverers(db, school, *row.open_case, child);
    if (row.open_case && row.has_agreed) child.shares = share_store::agreed(db, school, *row.open_case);
    if (row.is_opened) {
        auto const opened = share_store::opened(db, school, row.pupil.id, row.open_case, now);
        child.shares.insert(child.shares.end(), opened.begin(), opened.end());
    }
    if (row.has_family_here) child.family = share_store::family(db, school, row.pupil.id);
    if (row.open_case && speaks_of_a_concern(child.shares))
        child.raised_by = raised_by(db, school, *row.open_case);
    return child;
}

std::set<std::string> supporters(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT f.name
          FROM place p
          JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
          JOIN staff f ON f.school_id = g.school_id AND f.id = g.deliverer_id
         WHERE p.school_id = $1 AND p.pupil_id = $2 AND p.ended_on IS NULL)";
    auto const names = db.all<std::string>(sql, school, pupil);
    return {names.begin(), names.end()};
}

struct InTouchRow {
    CaseId the_case;
    StaffId staff;
    Instant closed_at;
    auto columns() { return std::tie(the_case, staff, closed_at); }
};

}  // namespace

std::vector<KeepsInTouch> in_touch(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT n.id, g.deliverer_id, n.closed_at
          FROM nurture_case n
          JOIN place p ON p.school_id = n.school_id AND p.case_id = n.id AND p.end_reason = 'completed'
          JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
         WHERE n.school_id = $1 AND n.pupil_id = $2 AND n.closed_at IS NOT NULL
           AND EXISTS (SELECT 1 FROM next_step x
                        WHERE x.school_id = n.school_id AND x.case_id = n.id AND x.undone_at IS NULL)
           AND NOT EXISTS (SELECT 1 FROM place o
                            WHERE o.school_id = p.school_id AND o.case_id = p.case_id
                              AND (o.allocated_at > p.allocated_at
                                   OR (o.allocated_at = p.allocated_at AND o.id > p.id)))
         ORDER BY n.closed_at, n.id)";
    std::vector<KeepsInTouch> people;
    for (auto const& row : db.all<InTouchRow>(sql, school, pupil))
        people.push_back({row.staff, calendar::local_date(row.closed_at), row.the_case});
    return people;
}

std::optional<PupilId> child_of_link(db::Connection& db, SchoolId school, std::string const& token_hash) {
    constexpr db::Sql sql = R"(
        SELECT n.pupil_id
          FROM (SELECT school_id, case_id FROM consent_link WHERE school_id = $1 AND token_hash = $2
                 UNION ALL
                SELECT school_id, case_id FROM moving_link WHERE school_id = $1 AND token_hash = $2) l
          JOIN nurture_case n ON n.school_id = l.school_id AND n.id = l.case_id)";
    return db.one<PupilId>(sql, school, token_hash);
}

std::optional<PupilId> child_who_lets_go(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT n.pupil_id
          FROM (SELECT school_id, case_id, confided, understands
                  FROM next_school_word
                 WHERE school_id = $1 AND case_id = $2
                 ORDER BY made_at DESC, id DESC
                 LIMIT 1) w
          JOIN nurture_case n ON n.school_id = w.school_id AND n.id = w.case_id
         WHERE w.confided = 1 AND w.understands = 1)";
    return db.one<PupilId>(sql, school, the_case);
}

bool wrote_of(db::Connection& db, SchoolId school, StaffId const& staff, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT 1 FROM concern WHERE school_id = $1 AND written_by = $2 AND pupil_id = $3 LIMIT 1)";
    return db.one<std::int64_t>(sql, school, staff, pupil).has_value();
}

std::vector<std::string> told_by_words_of(db::Connection& db, SchoolId school, std::string_view whom) {
    constexpr db::Sql sql = R"(
        SELECT stays_id FROM merging WHERE school_id = $1 AND former_id = $2 AND undone_at IS NULL
         UNION ALL
        SELECT pupil_id FROM pupil_contact WHERE school_id = $1 AND contact_id = $2
         UNION ALL
        SELECT id FROM staff WHERE school_id = $1 AND id = $2)";
    return db.all<std::string>(sql, school, whom);
}

std::vector<StaffId> raised_by(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT written_by FROM concern WHERE school_id = $1 AND case_id = $2 ORDER BY written_by)";
    return db.all<StaffId>(sql, school, the_case);
}

std::optional<Child> child(
    db::Connection& db, SchoolId school, PupilId const& pupil, Date today, Instant now
) {
    using Statement = db::Joined<
        R"(
        SELECT n.id,)",
        something_is_said,
        ",",
        family_works_here,
        R"(,
               p.id, CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END,
               CASE p.preferred_surname WHEN '' THEN p.legal_surname ELSE p.preferred_surname END,
               p.year_group, c.id, coalesce(c.name, '')
          FROM pupil p
          LEFT JOIN class_membership m ON m.school_id = p.school_id AND m.pupil_id = p.id
                                      AND m.starts_on <= $2 AND (m.ends_on IS NULL OR m.ends_on >= $2)
          LEFT JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id
          LEFT JOIN nurture_case n ON n.school_id = p.school_id AND n.pupil_id = p.id AND n.closed_at IS NULL
         WHERE p.school_id = $3 AND p.id = $4
         ORDER BY m.starts_on DESC)">;
    auto const row = db.one<ChildRow>(Statement::sql, now, today, school, pupil);
    if (!row) return std::nullopt;
    return child_from(db, school, *row, today, now);
}

std::optional<Child> child_of_case(
    db::Connection& db, SchoolId school, CaseId const& the_case, Date today, Instant now
) {
    using Statement = db::Joined<
        R"(
        SELECT CASE WHEN n.closed_at IS NULL THEN n.id END,)",
        something_is_said,
        ",",
        family_works_here,
        R"(,
               p.id,
               CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END,
               CASE p.preferred_surname WHEN '' THEN p.legal_surname ELSE p.preferred_surname END,
               p.year_group, c.id, coalesce(c.name, '')
          FROM nurture_case n
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
          LEFT JOIN class_membership m ON m.school_id = p.school_id AND m.pupil_id = p.id
                                      AND m.starts_on <= $2 AND (m.ends_on IS NULL OR m.ends_on >= $2)
          LEFT JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id
         WHERE n.school_id = $3 AND n.id = $4
         ORDER BY m.starts_on DESC)">;
    auto const row = db.one<ChildRow>(Statement::sql, now, today, school, the_case);
    if (!row) return std::nullopt;
    auto child = child_from(db, school, *row, today, now);
    if (!row->open_case) child.supporters = supporters(db, school, row->pupil.id);  // by another case
    return child;
}

std::vector<Tie> ties_of(db::Connection& db, SchoolId school, StaffId const& staff, Date today) {
    using Statement = db::Joined<
        R"(
        SELECT n.pupil_id, 'deliverer',
               (SELECT max(h.from_on) FROM programme_change h
                 WHERE h.school_id = g.school_id AND h.programme_id = g.id AND h.deliverer_id = g.deliverer_id
                   AND h.deliverer_before <> h.deliverer_id AND h.from_on > $1),
               CAST(NULL AS BIGINT)
          FROM programme g
          JOIN place p ON p.school_id = g.school_id AND p.programme_id = g.id
          JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id AND n.closed_at IS NULL
         WHERE g.school_id = $2 AND g.deliverer_id = $3
           AND (p.ended_on IS NULL
                OR NOT EXISTS (SELECT 1 FROM place o
                                WHERE o.school_id = p.school_id AND o.case_id = p.case_id AND o.id <> p.id
                                  AND (o.ended_on IS NULL OR o.allocated_at > p.allocated_at
                                       OR (o.allocated_at = p.allocated_at AND o.id > p.id))))
        UNION
        SELECT n.pupil_id, 'deliverer', CAST(NULL AS TEXT), CAST(NULL AS BIGINT)
          FROM session s
          JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id AND p.ended_on IS NULL
          JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id AND n.closed_at IS NULL
         WHERE s.school_id = $2 AND s.deliverer_id = $3 AND s.outcome = 'planned'
        UNION
        SELECT n.pupil_id, 'deliverer', CAST(NULL AS TEXT), CAST(NULL AS BIGINT)
          FROM place p
         CROSS JOIN programme g
         CROSS JOIN programme_change h
          JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id AND n.closed_at IS NULL
         WHERE p.school_id = $2 AND p.ended_on IS NULL AND g.school_id = p.school_id AND g.id = p.programme_id
           AND h.deliverer_before = $3 AND)",
        before_its_first_session,
        R"(
        UNION
        SELECT c.pupil_id, 'raised_a_concern', CAST(NULL AS TEXT), CAST(NULL AS BIGINT)
          FROM concern c
          JOIN nurture_case n ON n.school_id = c.school_id AND n.id = c.case_id AND n.closed_at IS NULL
         WHERE c.school_id = $2 AND c.written_by = $3
        UNION
        SELECT n.pupil_id, 'keeps_in_touch', CAST(NULL AS TEXT), n.closed_at
          FROM programme g
          JOIN place p ON p.school_id = g.school_id AND p.programme_id = g.id AND p.end_reason = 'completed'
          JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id AND n.closed_at IS NOT NULL
         WHERE g.school_id = $2 AND g.deliverer_id = $3
           AND EXISTS (SELECT 1 FROM next_step x
                        WHERE x.school_id = n.school_id AND x.case_id = n.id AND x.undone_at IS NULL)
           AND NOT EXISTS (SELECT 1 FROM place o
                            WHERE o.school_id = p.school_id AND o.case_id = p.case_id
                              AND (o.allocated_at > p.allocated_at
                                   OR (o.allocated_at = p.allocated_at AND o.id > p.id)))
           AND NOT EXISTS (SELECT 1 FROM nurture_case o
                            WHERE o.school_id = n.school_id AND o.pupil_id = n.pupil_id AND o.closed_at IS NULL))">;
    return db.all<Tie>(Statement::sql, today, school, staff);
}

std::vector<OpenCase> open_cases(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql =
        "SELECT pupil_id, id FROM nurture_case WHERE school_id = $1 AND closed_at IS NULL";
    return db.all<OpenCase>(sql, school);
}

}  // namespace need_to_know::store
