#include "schools/store.hpp"

namespace schools::store {

std::vector<PolicyVersion> policy_versions(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT id, number, in_force_from_on, group_least, group_most, weeks_least, weeks_most, impact_opens_weeks,
               impact_closes_weeks, consent_weeks, last_review, next_review_on, committee, comments, statutory, version
          FROM policy_version
         WHERE school_id = $1
         ORDER BY in_force_from_on, id)";
    return db.all<PolicyVersion>(sql, school);
}

bool any_programme_under(db::Connection& db, SchoolId school, PolicyVersionId const& id) {
    constexpr db::Sql sql = R"(
        SELECT count(*)
          FROM (SELECT 1 FROM programme WHERE school_id = $1 AND policy_version_id = $2 LIMIT 1) AS first)";
    return db.the<std::int64_t>(sql, school, id) > 0;
}

void add(db::Connection& db, SchoolId school, PolicyVersion const& version) {
    constexpr db::Sql sql = R"(
        INSERT INTO policy_version (school_id, id, number, in_force_from_on, group_least, group_most, weeks_least,
                                    weeks_most, impact_opens_weeks, impact_closes_weeks, consent_weeks, last_review,
                                    next_review_on, committee, comments, statutory)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16))";
    db.run(
        sql,
        school,
        version.id,
        version.number,
        version.in_force_from_on,
        version.group_least,
        version.group_most,
        version.weeks_least,
        version.weeks_most,
        version.impact_opens_weeks,
        version.impact_closes_weeks,
        version.consent_weeks,
        version.last_review,
        version.next_review_on,
        version.committee,
        version.comments,
        version.statutory
    );
}

bool correct(db::Connection& db, SchoolId school, PolicyVersion const& version) {
    constexpr db::Sql sql = R"(
        UPDATE policy_version
           SET number = $1, in_force_from_on = $2, group_least = $3, group_most = $4, weeks_least = $5, weeks_most = $6,
               impact_opens_weeks = $7, impact_closes_weeks = $8, consent_weeks = $9, last_review = $10,
               next_review_on = $11, committee = $12, comments = $13, statutory = $14, version = version + 1
         WHERE school_id = $15 AND id = $16 AND version = $17)";
    return db.run(
               sql,
               version.number,
               version.in_force_from_on,
               version.group_least,
               version.group_most,
               version.weeks_least,
               version.weeks_most,
               version.impact_opens_weeks,
               version.impact_closes_weeks,
               version.consent_weeks,
               version.last_review,
               version.next_review_on,
               version.committee,
               version.comments,
               version.statutory,
               school,
               version.id,
               version.version
           ) == 1;
}

bool review(
    db::Connection& db, SchoolId school, PolicyVersionId const& id, int version, Review const& review
) {
    constexpr db::Sql sql = R"(
        UPDATE policy_version
           SET last_review = $1, next_review_on = $2, committee = $3, comments = $4, version = version + 1
         WHERE school_id = $5 AND id = $6 AND version = $7)";
    return db.run(
               sql,
               review.last_review,
               review.next_review_on,
               review.committee,
               review.comments,
               school,
               id,
               version
           ) == 1;
}

}  // namespace schools::store
