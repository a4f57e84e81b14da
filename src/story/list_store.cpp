#include "story/list_store.hpp"

#include <utility>

namespace story::list_store {

std::vector<Reached> reached(db::Connection& db, SchoolId school, Pupils const& of) {
    constexpr db::Sql sql = R"(
        SELECT n.pupil_id, n.id,
               (SELECT coalesce(max(CASE s.step WHEN 'concern' THEN 1 WHEN 'referral' THEN 2 WHEN 'discussion' THEN 3
                                       WHEN 'prioritisation' THEN 4 WHEN 'waiting_list' THEN 5 WHEN 'letter' THEN 6
                                       WHEN 'consent' THEN 7 WHEN 'allocation' THEN 8 WHEN 'start' THEN 9
                                       WHEN 'completion' THEN 10 WHEN 'impact_review' THEN 11 ELSE 12 END), 0)
                  FROM step s
                 WHERE s.school_id = n.school_id AND s.case_id = n.id AND s.undone_at IS NULL),
               (SELECT p.end_reason FROM place p
                 WHERE p.school_id = n.school_id AND p.case_id = n.id
                 ORDER BY p.allocated_at DESC, p.id DESC
                 LIMIT 1)
          FROM nurture_case n
         WHERE n.school_id = $1 AND n.closed_at IS NULL AND $2 LIKE '%' || n.pupil_id || '%')";
    return db.all<Reached>(sql, school, of.listed());
}

std::map<CaseId, cases::Facts> answered(db::Connection& db, SchoolId school, Pupils const& of) {
    struct Asked {
        CaseId the_case;
        Instant at;
        std::optional<consent::Form> form;
        auto columns() { return std::tie(the_case, at, form); }
    };
    struct Answered {
        CaseId the_case;
        consent::Received received;
        auto columns() { return std::tuple_cat(std::tie(the_case), received.columns()); }
    };
    constexpr db::Sql asked = R"(
        SELECT r.case_id, r.asked_at, r.form
          FROM nurture_case n
          JOIN consent_request r ON r.school_id = n.school_id AND r.case_id = n.id
         WHERE n.school_id = $1 AND n.closed_at IS NULL AND $2 LIKE '%' || n.pupil_id || '%'
           AND (NOT EXISTS (SELECT 1 FROM step s
                             WHERE s.school_id = n.school_id AND s.case_id = n.id AND s.step = 'allocation'
                               AND s.undone_at IS NULL)
                OR EXISTS (SELECT 1 FROM place p
                            WHERE p.school_id = n.school_id AND p.case_id = n.id
                              AND p.end_reason IN ('consent_withdrawn', 'moved_programme')))
         ORDER BY r.asked_at, r.id)";
    constexpr db::Sql answers = R"(
        SELECT a.case_id, a.number, a.contact_id, a.answer, a.route, a.answered_on, a.received_at, a.recorded_by,
               a.witness, a.reason, a.expires_on, a.form, a.although, a.has_a_say
          FROM nurture_case n
          JOIN consent_said a ON a.school_id = n.school_id AND a.case_id = n.id
         WHERE n.school_id = $1 AND n.closed_at IS NULL AND $2 LIKE '%' || n.pupil_id || '%'
           AND (NOT EXISTS (SELECT 1 FROM step s
                             WHERE s.school_id = n.school_id AND s.case_id = n.id AND s.step = 'allocation'
                               AND s.undone_at IS NULL)
                OR EXISTS (SELECT 1 FROM place p
                            WHERE p.school_id = n.school_id AND p.case_id = n.id
                              AND p.end_reason IN ('consent_withdrawn', 'moved_programme')))
         ORDER BY a.case_id, a.number)";
    std::map<CaseId, cases::Facts> by_case;
    for (auto const& one : db.all<Asked>(asked, school, of.listed())) {
        auto& facts = by_case[one.the_case];
        facts.last_asked_on = calendar::local_date(one.at);
        facts.last_asked_form = one.form;
    }
    db::WordsStayClosed const closed(db);
    for (auto& one : db.all<Answered>(answers, school, of.listed()))
        by_case[one.the_case].answers.push_back(std::move(one.received));
    return by_case;
}

}  // namespace story::list_store
