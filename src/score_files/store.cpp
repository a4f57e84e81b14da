#include "score_files/store.hpp"

namespace score_files::store {
namespace {

struct Called {
    PupilId id;
    std::string upn;
    std::string preferred;
    std::string legal;
    auto columns() { return std::tie(id, upn, preferred, legal); }
};

}  // namespace

std::vector<PupilOfClass> pupils_of(db::Connection& db, SchoolId school, ClassId const& class_id, Date day) {
    constexpr db::Sql sql = R"(
        SELECT p.id, coalesce(p.upn, ''),
               coalesce(nullif(p.preferred_forename, ''), p.legal_forename) || ' ' ||
               coalesce(nullif(p.preferred_surname, ''), p.legal_surname),
               p.legal_forename || ' ' || p.legal_surname
          FROM class_membership m
          JOIN pupil p ON p.school_id = m.school_id AND p.id = m.pupil_id
         WHERE m.school_id = $1 AND m.class_id = $2 AND m.starts_on <= $3
           AND (m.ends_on IS NULL OR m.ends_on >= $3)
         ORDER BY p.id)";
    std::vector<PupilOfClass> pupils;
    for (auto& one : db.all<Called>(sql, school, class_id, day))
        pupils.push_back({one.id, std::move(one.upn), {std::move(one.preferred), std::move(one.legal)}});
    return pupils;
}

}  // namespace score_files::store
