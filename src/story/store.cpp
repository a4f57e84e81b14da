#include "story/store.hpp"

#include <algorithm>

#include "db/joined_sql.hpp"

namespace story::store {

std::vector<PlaceTold> places(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT p.id, g.id, g.name, g.form, f.name, p.allocated_on, p.ended_on, p.end_reason
          FROM place p
          JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
          JOIN staff f ON f.school_id = g.school_id AND f.id = g.deliverer_id
         WHERE p.school_id = $1 AND p.case_id = $2
         ORDER BY p.allocated_at DESC, p.id DESC)";
    return db.all<PlaceTold>(sql, school, the_case);
}

namespace {

// One for each target rated, or one alone where none was.
struct EvaluationRow {
    PlaceId place;
    SessionId session;
    std::optional<bool> attended;
    std::optional<sessions::WhyAbsent> why_absent;
    std::optional<sessions::Feeling> feeling;
    std::string own_words;
    std::string noticed;
    std::string next_time;
    std::optional<TargetId> target;
    std::optional<int> rating;
    auto columns() {
        return std::tie(
            place, session, attended, why_absent, feeling, own_words, noticed, next_time, target, rating
        );
    }
};

// What the child keeps with who delivers is not even read here.
std::vector<EvaluationRow> evaluations(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT e.place_id, e.session_id, e.attended, e.why_absent,
               CASE WHEN coalesce(e.voice_for, 'helpers') = 'helpers' THEN e.feeling END,
               CASE WHEN coalesce(e.voice_for, 'helpers') = 'helpers' THEN e.own_words ELSE '' END,
               e.noticed, e.next_time, r.target_id, r.rating
          FROM place p
          JOIN evaluation e ON e.school_id = p.school_id AND e.place_id = p.id AND e.writing = 'written'
          LEFT JOIN target_rating r ON r.school_id = e.school_id AND r.evaluation_id = e.id
         WHERE p.school_id = $1 AND p.case_id = $2)";
    return db.all<EvaluationRow>(sql, school, the_case);
}

void put(EvaluationRow&& row, SessionTold& session) {
    if (row.target) session.ratings.push_back({*row.target, row.rating});
    session.attended = row.attended;
    session.why_absent = row.why_absent;
    session.feeling = row.feeling;
    session.own_words = std::move(row.own_words);
    session.noticed = std::move(row.noticed);
    session.next_time = std::move(row.next_time);
}

}  // namespace

// Sessions and evaluations are each read in one sweep, and brought together here.
std::vector<SessionTold> sessions(db::Connection& db, SchoolId school, CaseId const& the_case) {
    // Only a session still to come is asked for its plan, which stands outside of the index, and for its
    // room. Every day is after none: that leads SQLite to the index in which the rest stands.
    constexpr db::Sql sql = R"(
        SELECT p.id, s.id, s.number, s.planned_on, s.starts_at_time,
               CASE WHEN s.outcome = 'planned'
                    THEN (SELECT r.name FROM room r WHERE r.school_id = s.school_id AND r.id = s.room_id)
                    ELSE '' END,
               s.outcome, s.held_on, s.why_not,
               CASE WHEN s.outcome = 'planned' AND s.plan <> '' THEN 1 ELSE 0 END,
               CASE WHEN s.held_on IS NOT NULL
                     AND NOT EXISTS (SELECT 1 FROM register_line l
                                      WHERE l.school_id = s.school_id AND l.session_id = s.id
                                        AND l.place_id = p.id)
                    THEN 1 ELSE 0 END
          FROM place p
          JOIN session s ON s.school_id = p.school_id AND s.programme_id = p.programme_id AND s.planned_on > ''
         WHERE p.school_id = $1 AND p.case_id = $2)";
    auto sessions = db.all<SessionTold>(sql, school, the_case);
    for (auto& row : evaluations(db, school, the_case)) {
        auto const of = std::ranges::find_if(sessions, [&](auto const& session) {
            return session.id == row.session && session.place == row.place;
        });
        if (of != sessions.end()) put(std::move(row), *of);
    }
    std::ranges::stable_sort(sessions, {}, [](auto const& session) {
        return std::tie(session.planned_on, session.number);
    });
    return sessions;
}

namespace {

struct ConfidedRow {
    SessionId session;
    Confided said;
    auto columns() { return std::tie(session, said.words, said.feeling, said.own_words); }
};

// What was confided in the sessions of the case, each piece only as far as it is open to the reader.
constexpr db::Part what_is_open = R"(
          FROM (SELECT e.session_id, e.confidence, e.feeling, e.own_words,
                       CASE WHEN e.confidence <> ''
                             AND (CAST($1 AS TEXT) = 'everybodys'
                                  OR (CAST($1 AS TEXT) = 'readers'
                                      AND coalesce(s.deliverer_id, g.deliverer_id) = $2))
                            THEN 1 ELSE 0 END AS noted,
                       CASE WHEN e.voice_for = 'only_here'
                             AND (CAST($3 AS TEXT) = 'everybodys'
                                  OR (CAST($3 AS TEXT) = 'readers'
                                      AND coalesce(s.deliverer_id, g.deliverer_id) = $2))
                            THEN 1 ELSE 0 END AS kept
                  FROM place p
                  JOIN evaluation e ON e.school_id = p.school_id AND e.place_id = p.id AND e.writing = 'written'
                                   AND (e.confidence <> '' OR e.voice_for = 'only_here')
                  JOIN session s ON s.school_id = e.school_id AND s.id = e.session_id
                  JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
                 WHERE p.school_id = $4 AND p.case_id = $5) said
         WHERE said.noted = 1 OR said.kept = 1)";

}  // namespace

std::map<SessionId, Confided> confided(
    db::Connection& db, SchoolId school, CaseId const& the_case, OpenTo const& open
) {
    std::map<SessionId, Confided> found;
    for (auto& row : db.all<ConfidedRow>(
             db::Joined<
                 R"(
        SELECT said.session_id, CASE WHEN said.noted = 1 THEN said.confidence ELSE '' END,
               CASE WHEN said.kept = 1 THEN said.feeling END,
               CASE WHEN said.kept = 1 THEN said.own_words ELSE '' END)",
                 what_is_open>::sql,
             open.noted,
             open.reader,
             open.kept,
             school,
             the_case
         ))
        found.emplace(row.session, std::move(row.said));
    return found;
}

bool has_confided(db::Connection& db, SchoolId school, CaseId const& the_case, OpenTo const& open) {
    return db.the<std::int64_t>(
               db::Joined<
                   R"(
        SELECT count(*))",
                   what_is_open>::sql,
               open.noted,
               open.reader,
               open.kept,
               school,
               the_case
           ) > 0;
}

std::vector<Happening> happenings(
    db::Connection& db, SchoolId school, CaseId const& the_case, PupilId const& pupil
) {
    constexpr db::Sql sql = R"(
        SELECT 'concern', x.id, x.written_at, f.name, x.seen, x.source, x.answer, CAST(NULL AS TEXT)
          FROM concern x JOIN staff f ON f.school_id = x.school_id AND f.id = x.written_by
         WHERE x.school_id = $1 AND x.case_id = $2
        UNION ALL
        SELECT 'answer_to_parent', x.id, x.answered_at, f.name, x.answer, '', '', NULL
          FROM concern x JOIN staff f ON f.school_id = x.school_id AND f.id = x.answered_by
         WHERE x.school_id = $1 AND x.case_id = $2 AND x.answered_at IS NOT NULL
        UNION ALL
        SELECT 'discussion', x.id, x.made_at, f.name, x.reason, x.outcome, x.instead, x.held_on
          FROM discussion x JOIN staff f ON f.school_id = x.school_id AND f.id = x.made_by
         WHERE x.school_id = $1 AND x.case_id = $2
        UNION ALL
        SELECT 'decision', CAST(x.number AS TEXT), x.received_at, coalesce(f.name, ''), x.reason, x.answer, '', NULL
          FROM consent_answer x LEFT JOIN staff f ON f.school_id = x.school_id AND f.id = x.recorded_by
         WHERE x.school_id = $1 AND x.case_id = $2 AND x.contact_id IS NULL
        UNION ALL
        SELECT 'question', x.id, x.asked_at, f.name, x.words, coalesce(b.name, ''), x.answer, NULL
          FROM question x JOIN staff f ON f.school_id = x.school_id AND f.id = x.asked_by
          LEFT JOIN staff b ON b.school_id = x.school_id AND b.id = x.answered_by
         WHERE x.school_id = $1 AND x.case_id = $2
        UNION ALL
        SELECT 'parent_message', x.id, x.written_at, f.name, x.words, x.state, x.words_sent, NULL
          FROM parent_message x JOIN staff f ON f.school_id = x.school_id AND f.id = x.written_by
         WHERE x.school_id = $1 AND x.case_id = $2
        UNION ALL
        SELECT 'liaison', x.id, x.written_at, f.name, x.line, x.with_whom, '', NULL
          FROM liaison x JOIN staff f ON f.school_id = x.school_id AND f.id = x.written_by
         WHERE x.school_id = $1 AND x.case_id = $2
        UNION ALL
        SELECT 'impact_review', x.id, x.reviewed_at, f.name, x.words, x.outcome,
               CASE WHEN x.undone_at IS NULL THEN '' ELSE 'undone' END, NULL
          FROM impact_review x
          JOIN staff f ON f.school_id = x.school_id AND f.id = x.reviewer_id
         WHERE x.school_id = $1 AND x.case_id = $2
        UNION ALL
        SELECT 'next_step', x.id, x.made_at, f.name,
               CASE x.what WHEN '' THEN x.reason ELSE x.what || '. ' || x.reason END, x.next,
               CASE WHEN x.undone_at IS NULL THEN '' ELSE 'undone' END, NULL
          FROM next_step x JOIN staff f ON f.school_id = x.school_id AND f.id = x.made_by
         WHERE x.school_id = $1 AND x.case_id = $2
        UNION ALL
        SELECT 'check_in', x.id, x.made_at, f.name, x.line, x.asked_by, coalesce(x.held_on, ''), NULL
          FROM check_in x JOIN staff f ON f.school_id = x.school_id AND f.id = x.made_by
         WHERE x.school_id = $1 AND x.case_id = $2
        UNION ALL
        SELECT 'assessment', x.id, x.rated_at, f.name, i.name, x.occasion || ' ' || x.informant,
               CASE WHEN x.taken_back_at IS NULL THEN '' ELSE 'undone' END, x.rated_on
          FROM assessment x
          JOIN staff f ON f.school_id = x.school_id AND f.id = x.rated_by
          JOIN instrument i ON i.school_id = x.school_id AND i.id = x.instrument_id
         WHERE x.school_id = $1 AND x.case_id = $2 AND x.occasion <> 'weekly'
        UNION ALL
        SELECT 'closing', x.id, x.closed_at, '', x.closed_why,
               CASE WHEN EXISTS (SELECT 1 FROM step t
                                  WHERE t.school_id = x.school_id AND t.case_id = x.id AND t.step = 'referral'
                                    AND t.taken_at <= x.closed_at
                                    AND (t.undone_at IS NULL OR t.undone_at > x.closed_at))
                    THEN '' ELSE 'concern' END,
               '', NULL
          FROM nurture_case x
         WHERE x.school_id = $1 AND x.id = $2 AND x.closed_at IS NOT NULL
        UNION ALL
        SELECT 'closing', x.id, x.closed_at, '', x.closed_why,
               CASE WHEN EXISTS (SELECT 1 FROM step t
                                  WHERE t.school_id = x.school_id AND t.case_id = x.case_id AND t.step = 'referral'
                                    AND t.taken_at <= x.closed_at
                                    AND (t.undone_at IS NULL OR t.undone_at > x.closed_at))
                    THEN '' ELSE 'concern' END,
               'undone', NULL
          FROM undone_closing x
         WHERE x.school_id = $1 AND x.case_id = $2
        UNION ALL
        SELECT 'reopening', x.id, x.undone_at, f.name, x.reason, '', '', NULL
          FROM undone_closing x JOIN staff f ON f.school_id = x.school_id AND f.id = x.undone_by
         WHERE x.school_id = $1 AND x.case_id = $2
        UNION ALL
        SELECT 'cpoms', x.id, x.noted_at, f.name, '', '', '', NULL
          FROM safeguarding_pointer x JOIN staff f ON f.school_id = x.school_id AND f.id = x.noted_by
         WHERE x.school_id = $1 AND x.pupil_id = $3
        UNION ALL
        SELECT 'opening', x.id, x.opened_at, f.name, x.reason, '', '', NULL
          FROM opening x JOIN staff f ON f.school_id = x.school_id AND f.id = x.staff_id
         WHERE x.school_id = $1 AND x.pupil_id = $3
        UNION ALL
        SELECT 'override', x.id, x.opened_at, f.name, '', '', '', NULL
          FROM override x JOIN staff f ON f.school_id = x.school_id AND f.id = x.staff_id
         WHERE x.school_id = $1 AND x.pupil_id = $3)";
    // Put in order here: SQLite would sort each of them and merge them, at twice the cost. Of one save, what
    // came of it stands above what it was, which a case that is looked back to keeps.
    auto happenings = db.all<Happening>(sql, school, the_case, pupil);
    std::ranges::sort(happenings, std::ranges::greater{}, [](Happening const& one) {
        return std::tie(one.at, one.kind, one.id);
    });
    return happenings;
}

namespace {

enum class From { agreed, named, attachment };
constexpr auto words(From) { return std::array{"agreed", "named", "attachment"}; }

struct NeedRow {
    From from{};
    strategies::TargetArea area;
    auto columns() { return std::tuple_cat(std::tie(from), area.columns()); }
};

}  // namespace

Needs needs(db::Connection& db, SchoolId school, CaseId const& the_case, Instant before) {
    // Where nothing is agreed yet, what concerns name is the best that is known.
    constexpr db::Sql sql = R"(
        SELECT 'agreed', a.id, a.name
          FROM agreed_area g
          JOIN target_area a ON a.school_id = g.school_id AND a.id = g.area_id
         WHERE g.school_id = $1 AND g.discussion_id = (
                   SELECT d.id FROM discussion d
                    WHERE d.school_id = $1 AND d.case_id = $2 AND d.made_at < $3
                    ORDER BY d.made_at DESC, d.id DESC LIMIT 1)
        UNION ALL
        SELECT 'named', a.id, a.name
          FROM concern c
          JOIN concern_area n ON n.school_id = c.school_id AND n.concern_id = c.id
          JOIN target_area a ON a.school_id = n.school_id AND a.id = n.area_id
         WHERE c.school_id = $1 AND c.case_id = $2 AND c.written_at < $3
        UNION ALL
        SELECT 'attachment', c.id, ''
          FROM concern c
         WHERE c.school_id = $1 AND c.case_id = $2 AND c.attachment_figure = 1 AND c.written_at < $3)";
    auto rows = db.all<NeedRow>(sql, school, the_case, before);
    std::ranges::sort(rows, {}, [](NeedRow const& row) {
        return std::tie(row.from, row.area.name, row.area.id);
    });
    auto const same = [](NeedRow const& one, NeedRow const& other) {
        return one.from == other.from && one.area.id == other.area.id;
    };
    rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());

    Needs needs;
    for (auto const& [from, area] : rows) {
        if (from == From::attachment) {
            needs.attachment_figure = true;
        } else if (from == From::agreed) {
            needs.agreed = true;
            needs.areas.push_back(area);
        } else if (!needs.agreed) {
            needs.areas.push_back(area);
        }
    }
    return needs;
}

std::vector<EarlierCase> earlier(
    db::Connection& db, SchoolId school, PupilId const& pupil, CaseId const& but
) {
    constexpr db::Sql sql = R"(
        SELECT id, opened_at, closed_at, closed_why
          FROM nurture_case
         WHERE school_id = $1 AND pupil_id = $2 AND id <> $3 AND closed_at IS NOT NULL
         ORDER BY opened_at DESC)";
    return db.all<EarlierCase>(sql, school, pupil, but);
}

std::vector<Respondent> respondents(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.name, l.responsibility, l.restriction
          FROM pupil_contact l
          JOIN contact c ON c.school_id = l.school_id AND c.id = l.contact_id
         WHERE l.school_id = $1 AND l.pupil_id = $2)";
    return db.all<Respondent>(sql, school, pupil);
}

std::optional<Headline> headline(db::Connection& db, SchoolId school, PupilId const& pupil, Date today) {
    constexpr db::Sql sql = R"(
        SELECT s.planned_on, coalesce(s.starts_at_time, g.starts_at_time), r.name, f.name
          FROM place p
          JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
          LEFT JOIN session s ON s.school_id = g.school_id AND s.programme_id = g.id AND s.outcome = 'planned'
                             AND s.planned_on >= $1
          JOIN room r ON r.school_id = g.school_id AND r.id = coalesce(s.room_id, g.room_id)
          JOIN staff f ON f.school_id = g.school_id AND f.id = coalesce(s.deliverer_id, g.deliverer_id)
         WHERE p.school_id = $2 AND p.pupil_id = $3 AND p.ended_on IS NULL
         ORDER BY s.planned_on, s.number
         LIMIT 1)";
    return db.one<Headline>(sql, today, school, pupil);
}

}  // namespace story::store
