#include "referrals/waiting_store.hpp"

#include <map>
#include <set>

#include "child_keys/about.hpp"

namespace referrals::waiting_store {
namespace {

using ByCase = std::map<CaseId, WaitingLine*>;

struct ChildRow {
    Waiting waiting;
    pupils::Pupil pupil;
    std::optional<std::string> moved_by;
    std::optional<Instant> moved_at;
    std::string sex;
    std::string sen_provision;
    std::string pupil_premium;
    auto columns() {
        return std::tuple_cat(
            waiting.columns(),
            pupil.columns(),
            std::tie(moved_by, moved_at, sex, sen_provision, pupil_premium)
        );
    }
};

// Who gave the reason for which a child stands where it does, the log tells: its last change with a reason,
// since nothing else about waiting is changed with one. Reasons are sealed, each differently, and can't be
// compared; those of before, for children who moved along with another, are known by their words.
std::vector<ChildRow> waiting_children(db::Connection& db, SchoolId school, Date today) {
    constexpr db::Sql sql = R"(
        SELECT w.id, w.case_id, w.since_on, w.review_by_on, w.meanwhile, w.position, w.position_reason, w.version,
               p.id, coalesce(nullif(p.preferred_forename, ''), p.legal_forename),
               coalesce(nullif(p.preferred_surname, ''), p.legal_surname), p.year_group, c.id, coalesce(c.name, ''),
               r.by_name, r.at, p.sex, p.sen_provision, p.pupil_premium
          FROM waiting w
          JOIN nurture_case n ON n.school_id = w.school_id AND n.id = w.case_id AND n.closed_at IS NULL
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
          LEFT JOIN class_membership m ON m.school_id = p.school_id AND m.pupil_id = p.id AND m.starts_on <= $1
           AND (m.ends_on IS NULL OR m.ends_on >= $1)
          LEFT JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id
          LEFT JOIN record r ON r.school_id = w.school_id AND w.position_reason <> ''
           AND r.number = (SELECT max(o.number) FROM record o
                            WHERE o.school_id = w.school_id AND o.case_id = w.case_id AND o.subject = 'waiting'
                              AND o.subject_id = w.id AND o.action = 'changed'
                              AND o.why NOT IN ('', 'Another child was moved'))
         WHERE w.school_id = $2 AND w.ended_on IS NULL
         ORDER BY w.position, w.since_on, w.id, m.starts_on DESC)";
    db::WordsStayClosed const closed(db);
    return db.all<ChildRow>(sql, today, school);
}

std::set<CaseId> cases_written_to(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT s.case_id
          FROM waiting w
          JOIN step s ON s.school_id = w.school_id AND s.case_id = w.case_id AND s.step = 'letter'
           AND s.undone_at IS NULL
         WHERE w.school_id = $1 AND w.ended_on IS NULL)";
    auto const cases = db.all<CaseId>(sql, school);
    return {cases.begin(), cases.end()};
}

struct WeighedRow {
    CaseId the_case;
    PrioritisationInput said;
    auto columns() {
        return std::tie(
            the_case, said.form, said.need, said.impact_on_learning, said.earlier_support, said.reason
        );
    }
};

// The latest of each case comes last and stays.
void put_weighed(db::Connection& db, SchoolId school, ByCase const& by_case) {
    constexpr db::Sql sql = R"(
        SELECT q.case_id, q.form, q.need, q.impact_on_learning, q.earlier_support, q.reason
          FROM waiting w
          JOIN prioritisation q ON q.school_id = w.school_id AND q.case_id = w.case_id
         WHERE w.school_id = $1 AND w.ended_on IS NULL
         ORDER BY q.made_at, q.id)";
    db::WordsStayClosed const closed(db);
    for (auto const& row : db.all<WeighedRow>(sql, school))
        if (auto const line = by_case.find(row.the_case); line != by_case.end())
            line->second->weighed = row.said;
}

struct ConcernRow {
    CaseId the_case;
    Source source{};
    Date first_on;
    auto columns() { return std::tie(the_case, source, first_on); }
};

// The first concern of each case comes last and stays.
void put_concerns(db::Connection& db, SchoolId school, ByCase const& by_case) {
    constexpr db::Sql sql = R"(
        SELECT o.case_id, o.source, s.taken_on
          FROM waiting w
          JOIN concern o ON o.school_id = w.school_id AND o.case_id = w.case_id
          JOIN step s ON s.school_id = w.school_id AND s.case_id = w.case_id AND s.step = 'concern'
           AND s.undone_at IS NULL
         WHERE w.school_id = $1 AND w.ended_on IS NULL
         ORDER BY o.written_at DESC, o.id DESC)";
    for (auto const& row : db.all<ConcernRow>(sql, school))
        if (auto const line = by_case.find(row.the_case); line != by_case.end()) {
            line->second->source = row.source;
            line->second->first_concern_on = row.first_on;
        }
}

struct AreaRow {
    CaseId the_case;
    std::string name;
    auto columns() { return std::tie(the_case, name); }
};

void put_areas(db::Connection& db, SchoolId school, ByCase const& by_case) {
    constexpr db::Sql sql = R"(
        SELECT d.case_id, t.name
          FROM waiting w
          JOIN discussion d ON d.school_id = w.school_id AND d.case_id = w.case_id
          JOIN agreed_area a ON a.school_id = d.school_id AND a.discussion_id = d.id
          JOIN target_area t ON t.school_id = a.school_id AND t.id = a.area_id
         WHERE w.school_id = $1 AND w.ended_on IS NULL
           AND NOT EXISTS (SELECT 1
                             FROM discussion later
                            WHERE later.school_id = d.school_id AND later.case_id = d.case_id
                              AND (later.made_at > d.made_at OR (later.made_at = d.made_at AND later.id > d.id)))
         ORDER BY t.name)";
    for (auto& row : db.all<AreaRow>(sql, school))
        if (auto const line = by_case.find(row.the_case); line != by_case.end())
            line->second->areas.push_back(std::move(row.name));
}

}  // namespace

std::vector<WaitingLine> list(db::Connection& db, SchoolId school, Date today) {
    auto const written_to = cases_written_to(db, school);
    std::vector<WaitingLine> lines;
    for (auto const& row : waiting_children(db, school, today)) {
        if (written_to.contains(row.waiting.the_case)) continue;
        if (!lines.empty() && lines.back().waiting.id == row.waiting.id) continue;
        lines.push_back(
            {.waiting = row.waiting,
             .pupil = row.pupil,
             .weighed = {},
             .first_concern_on = row.waiting.since_on,
             .moved_by = row.moved_by.value_or(""),
             .moved_at = row.moved_at,
             .sex = row.sex,
             .sen_provision = row.sen_provision,
             .pupil_premium = row.pupil_premium}
        );
    }
    std::map<CaseId, WaitingLine*> by_case;
    for (auto& line : lines) by_case[line.waiting.the_case] = &line;
    put_weighed(db, school, by_case);
    put_concerns(db, school, by_case);
    put_areas(db, school, by_case);
    return lines;
}

std::optional<Waiting> find(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT id, case_id, since_on, review_by_on, meanwhile, position, position_reason, version
          FROM waiting
         WHERE school_id = $1 AND case_id = $2 AND ended_on IS NULL)";
    return db.one<Waiting>(sql, school, the_case);
}

void add(
    db::Connection& db,
    SchoolId school,
    WaitingId const& waiting,
    CaseId const& the_case,
    WaitingInput const& said,
    Date since_on
) {
    constexpr db::Sql sql = R"(
        INSERT INTO waiting (school_id, id, case_id, since_on, review_by_on, meanwhile, position)
        VALUES ($1, $2, $3, $4, $5, $6,
                (SELECT coalesce(max(position), 0) + 1 FROM waiting WHERE school_id = $1 AND ended_on IS NULL)))";
    auto const about = child_keys::about_case(db, school, the_case.text());
    db.run(sql, school, waiting, the_case, since_on, said.review_by_on, about(said.meanwhile));
}

std::optional<WaitingId> end(db::Connection& db, SchoolId school, CaseId const& the_case, Date on) {
    constexpr db::Sql sql = R"(
           UPDATE waiting SET ended_on = $1, version = version + 1
            WHERE school_id = $2 AND case_id = $3 AND ended_on IS NULL
        RETURNING id)";
    return db.one<WaitingId>(sql, on, school, the_case);
}

std::optional<WaitingId> take_up_again(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
           UPDATE waiting SET ended_on = NULL, version = version + 1
            WHERE school_id = $1
              AND id = (SELECT w.id FROM waiting w
                         WHERE w.school_id = $1 AND w.case_id = $2
                         ORDER BY w.since_on DESC, w.id DESC LIMIT 1)
              AND ended_on IS NOT NULL
              AND EXISTS (SELECT 1 FROM step s
                           WHERE s.school_id = $1 AND s.case_id = $2 AND s.step = 'waiting_list'
                             AND s.undone_at IS NULL)
        RETURNING id)";
    return db.one<WaitingId>(sql, school, the_case);
}

bool change(
    db::Connection& db, SchoolId school, Waiting const& waiting, WaitingInput const& said, int version
) {
    constexpr db::Sql sql = R"(
        UPDATE waiting SET review_by_on = $1, meanwhile = $2, version = version + 1
         WHERE school_id = $3 AND id = $4 AND version = $5 AND ended_on IS NULL)";
    auto const about = child_keys::about_waiting(db, school, waiting.id.text());
    return db.run(sql, said.review_by_on, about(said.meanwhile), school, waiting.id, version) == 1;
}

void set_position(db::Connection& db, SchoolId school, WaitingId const& waiting, int position) {
    constexpr db::Sql sql = "UPDATE waiting SET position = $1 WHERE school_id = $2 AND id = $3";
    db.run(sql, position, school, waiting);
}

void set_position_reason(
    db::Connection& db, SchoolId school, WaitingId const& waiting, std::string const& reason
) {
    constexpr db::Sql sql = "UPDATE waiting SET position_reason = $1 WHERE school_id = $2 AND id = $3";
    auto const about = child_keys::about_waiting(db, school, waiting.text());
    db.run(sql, about(reason), school, waiting);
}

}  // namespace referrals::waiting_store
