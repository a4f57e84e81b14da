#include "sharing/next_school_store.hpp"

#include "child_keys/about.hpp"

namespace sharing::next_school_store {

std::vector<NextSchoolWord> words_of(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT w.id, w.asked_on, f.name, w.views, w.confided, w.understands, w.why_judged
          FROM next_school_word w
          JOIN staff f ON f.school_id = w.school_id AND f.id = w.asked_by
         WHERE w.school_id = $1 AND w.case_id = $2
         ORDER BY w.made_at DESC, w.id DESC)";
    return db.all<NextSchoolWord>(sql, school, the_case);
}

void add(db::Connection& db, SchoolId school, NewWord const& made) {
    constexpr db::Sql sql = R"(
        INSERT INTO next_school_word (school_id, id, case_id, asked_on, asked_by, views, confided, understands,
                                      why_judged, made_at)
        VALUES ($1, $2, $3, $4, $5, CAST($6 AS INTEGER), CAST($7 AS INTEGER), CAST($8 AS INTEGER), $9, $10))";
    auto const about = child_keys::about_case(db, school, made.the_case.text());
    db.run(
        sql,
        school,
        made.id,
        made.the_case,
        made.asked_on,
        made.asked_by,
        made.said.views ? 1 : 0,
        made.said.confided ? 1 : 0,
        made.said.understands ? 1 : 0,
        about(made.said.why_judged),
        made.made_at
    );
}

}  // namespace sharing::next_school_store
