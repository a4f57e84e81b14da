#include "agencies/store.hpp"

#include "child_keys/about.hpp"

namespace agencies::store {

std::vector<Advice> of_case(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT a.id, a.agency, a.person, a.asked_on, a.asked, a.advice, a.follows, a.shares_the_name,
               a.sharing_reason, f.name, a.written_at
          FROM agency_advice a
          JOIN staff f ON f.school_id = a.school_id AND f.id = a.asked_by
         WHERE a.school_id = $1 AND a.case_id = $2
         ORDER BY a.asked_on DESC, a.id DESC)";
    return db.all<Advice>(sql, school, the_case);
}

void add(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    AdviceId const& id,
    AdviceInput const& said,
    StaffId const& by,
    Instant at
) {
    constexpr db::Sql sql = R"(
        INSERT INTO agency_advice (school_id, id, case_id, agency, person, asked_on, asked, advice, follows,
                                   shares_the_name, sharing_reason, asked_by, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))";
    auto const about = child_keys::about_case(db, school, the_case.text());
    db.run(
        sql,
        school,
        id,
        the_case,
        said.agency,
        said.person,
        said.asked_on,
        about(said.asked),
        about(said.advice),
        about(said.follows),
        said.shares_the_name,
        about(said.sharing_reason),
        by,
        at
    );
}

}  // namespace agencies::store
