#include "history/store.hpp"

#include <algorithm>

#include "story/store.hpp"

namespace history::store {
namespace {

// What is logged of a programme, of its sessions and of a contact names no case.
std::vector<Since> since(db::Connection& db, SchoolId school, CaseId const& the_case, Instant until) {
    constexpr db::Sql sql = R"(
        SELECT r.number, r.action, r.subject, r.subject_id, coalesce(r.detail, '')
          FROM record r
         WHERE r.school_id = $1 AND r.case_id = $2 AND r.case_id IS NOT NULL AND r.at >= $3
        UNION ALL
        SELECT r.number, r.action, r.subject, r.subject_id, coalesce(r.detail, '')
          FROM place p
          JOIN record r ON r.school_id = p.school_id AND r.subject_id = p.programme_id AND r.case_id IS NULL
                       AND r.subject = 'programme'
         WHERE p.school_id = $1 AND p.case_id = $2 AND r.at >= $3
        UNION ALL
        SELECT r.number, r.action, r.subject, r.subject_id, coalesce(r.detail, '')
          FROM place p
          JOIN session s ON s.school_id = p.school_id AND s.programme_id = p.programme_id
          JOIN record r ON r.school_id = s.school_id AND r.subject_id = s.id AND r.case_id IS NULL
                       AND r.subject = 'session'
         WHERE p.school_id = $1 AND p.case_id = $2 AND r.at >= $3
        UNION ALL
        SELECT r.number, r.action, r.subject, r.subject_id, coalesce(r.detail, '')
          FROM nurture_case n
          JOIN pupil_contact c ON c.school_id = n.school_id AND c.pupil_id = n.pupil_id
          JOIN record r ON r.school_id = c.school_id AND r.subject_id = c.contact_id AND r.case_id IS NULL
                       AND r.subject = 'contact'
         WHERE n.school_id = $1 AND n.id = $2 AND r.at >= $3)";
    auto entries = db.all<Since>(sql, school, the_case, until);
    // Put in order here: SQLite would go through the whole log to merge them. Two places in one programme
    // find each of its entries twice.
    std::ranges::sort(entries, std::ranges::greater{}, &Since::number);
    auto const same = [](Since const& one, Since const& other) { return one.number == other.number; };
    entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
    return entries;
}

std::optional<Discussed> discussed(
    db::Connection& db, SchoolId school, CaseId const& the_case, Instant until
) {
    constexpr db::Sql sql = R"(
        SELECT outcome, information_from, information_by_on
          FROM discussion
         WHERE school_id = $1 AND case_id = $2 AND made_at < $3
         ORDER BY made_at DESC, id DESC
         LIMIT 1)";
    return db.one<Discussed>(sql, school, the_case, until);
}

// As cases/facts_store asks today: by the letter that stood, and printed by then.
std::optional<Asked> asked(db::Connection& db, SchoolId school, CaseId const& the_case, Instant until) {
    constexpr db::Sql sql = R"(
        SELECT t.asked_at,
               CASE l.way WHEN 'paper' THEN CASE WHEN l.printed_at < $1 THEN l.printed_at END ELSE t.asked_at END,
               t.form
          FROM consent_request t
          JOIN letter l ON l.school_id = t.school_id AND l.id = t.letter_id
          JOIN step s ON s.school_id = t.school_id AND s.case_id = t.case_id AND s.step = 'letter'
                     AND (s.undone_at IS NULL OR s.undone_at >= $1) AND s.taken_at <= t.asked_at
         WHERE t.school_id = $2 AND t.case_id = $3 AND t.asked_at < $1
         ORDER BY t.asked_at DESC, t.id DESC
         LIMIT 1)";
    return db.one<Asked>(sql, until, school, the_case);
}

std::vector<Waited> waited(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT id, since_on, review_by_on, ended_on FROM waiting WHERE school_id = $1 AND case_id = $2)";
    return db.all<Waited>(sql, school, the_case);
}

// The measure after the programme goes with the review that it was taken for.
std::vector<Hoped> hoped(db::Connection& db, SchoolId school, CaseId const& the_case, Instant until) {
    constexpr db::Sql sql = R"(
        SELECT t.id, t.place_id, t.area_id, a.name, t.words, b.rating, b.rated_at,
               coalesce((SELECT n.rating FROM target_measure n
                          WHERE n.school_id = t.school_id AND n.target_id = t.id AND n.occasion = 'after'
                            AND n.rated_at < $1),
                        (SELECT max(u.rating)
                           FROM impact_review i
                           JOIN undone_measure u ON u.school_id = i.school_id AND u.review_id = i.id
                          WHERE i.school_id = p.school_id AND i.case_id = p.case_id AND i.undone_at >= $1
                            AND u.target_id = t.id AND u.rated_at < $1)),
               t.made_at, t.ended_on
          FROM place p
          JOIN target t ON t.school_id = p.school_id AND t.place_id = p.id
          JOIN target_area a ON a.school_id = t.school_id AND a.id = t.area_id
          LEFT JOIN target_measure b ON b.school_id = t.school_id AND b.target_id = t.id AND b.occasion = 'before'
         WHERE p.school_id = $2 AND p.case_id = $3
         ORDER BY t.made_at, t.id)";
    return db.all<Hoped>(sql, until, school, the_case);
}

std::vector<InProgramme> programmes(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT g.id, g.starts_on, v.impact_opens_weeks, v.impact_closes_weeks
          FROM place p
          JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
          JOIN policy_version v ON v.school_id = g.school_id AND v.id = g.policy_version_id
         WHERE p.school_id = $1 AND p.case_id = $2)";
    return db.all<InProgramme>(sql, school, the_case);
}

std::vector<Evaluated> evaluated(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT e.id, e.session_id, e.place_id
          FROM place p
          JOIN evaluation e ON e.school_id = p.school_id AND e.place_id = p.id
         WHERE p.school_id = $1 AND p.case_id = $2)";
    return db.all<Evaluated>(sql, school, the_case);
}

std::vector<Laid> laid(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT s.id, r.name, CASE s.plan WHEN '' THEN 0 ELSE 1 END
          FROM place p
          JOIN session s ON s.school_id = p.school_id AND s.programme_id = p.programme_id
          JOIN room r ON r.school_id = s.school_id AND r.id = s.room_id
         WHERE p.school_id = $1 AND p.case_id = $2)";
    return db.all<Laid>(sql, school, the_case);
}

std::vector<Tie> ties(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT contact_id, responsibility, restriction
          FROM pupil_contact
         WHERE school_id = $1 AND pupil_id = $2)";
    return db.all<Tie>(sql, school, pupil);
}

struct Named {
    std::string id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};

std::map<std::string, std::string> names(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT id, name FROM staff WHERE school_id = $1
        UNION ALL
        SELECT id, name FROM room WHERE school_id = $1)";
    std::map<std::string, std::string> names;
    for (auto& [id, name] : db.all<Named>(sql, school)) names.emplace(std::move(id), std::move(name));
    return names;
}

}  // namespace

Past past_of(db::Connection& db, SchoolId school, CaseId const& the_case, PupilId const& pupil, Date day) {
    auto const until = calendar::start_of(day + 1);
    return {
        .day = day,
        .until = until,
        .since = since(db, school, the_case, until),
        .discussed = discussed(db, school, the_case, until),
        .asked = asked(db, school, the_case, until),
        .waited = waited(db, school, the_case),
        .hoped = hoped(db, school, the_case, until),
        .programmes = programmes(db, school, the_case),
        .evaluated = evaluated(db, school, the_case),
        .laid = laid(db, school, the_case),
        .ties = ties(db, school, pupil),
        .needs = story::store::needs(db, school, the_case, until),
        .names = names(db, school)};
}

std::optional<Instant> opened_at(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = "SELECT opened_at FROM nurture_case WHERE school_id = $1 AND id = $2";
    return db.one<Instant>(sql, school, the_case);
}

}  // namespace history::store
