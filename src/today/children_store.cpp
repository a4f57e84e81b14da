#include "today/children_store.hpp"

namespace today::children_store {

std::vector<PupilId> led_to(db::Connection& db, SchoolId school, std::string const& ids) {
    constexpr db::Sql sql = R"(
        WITH RECURSIVE led (id, others) AS (
            SELECT substr(CAST($1 AS TEXT), 1, 36), substr(CAST($1 AS TEXT), 37)
             UNION ALL
            SELECT substr(others, 1, 36), substr(others, 37) FROM led WHERE others <> '')
        SELECT x.id FROM led JOIN pupil x ON x.school_id = $2 AND x.id = led.id
         UNION
        SELECT x.pupil_id FROM led JOIN nurture_case x ON x.school_id = $2 AND x.id = led.id
         UNION
        SELECT x.pupil_id FROM led JOIN concern x ON x.school_id = $2 AND x.id = led.id
         UNION
        SELECT x.pupil_id FROM led JOIN place x ON x.school_id = $2 AND x.id = led.id
         UNION
        SELECT x.pupil_id FROM led JOIN question x ON x.school_id = $2 AND x.id = led.id
         UNION
        SELECT x.pupil_id FROM led JOIN parent_message x ON x.school_id = $2 AND x.id = led.id
         UNION
        SELECT n.pupil_id
          FROM led
          JOIN letter x ON x.school_id = $2 AND x.id = led.id
          JOIN nurture_case n ON n.school_id = x.school_id AND n.id = x.case_id
         UNION
        SELECT x.pupil_id FROM led JOIN override x ON x.school_id = $2 AND x.id = led.id
         UNION
        SELECT x.pupil_id
          FROM led JOIN place x ON x.school_id = $2 AND x.programme_id = led.id AND x.ended_on IS NULL)";
    return db.all<PupilId>(sql, ids, school);
}

}  // namespace today::children_store
