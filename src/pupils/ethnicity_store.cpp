#include "pupils/ethnicity_store.hpp"

#include <array>

#include "db/erasing.hpp"

namespace pupils::ethnicity_store {

bool is_kept(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = "SELECT count(*) FROM school WHERE id = $1 AND keeps_ethnicity = 1";
    return db.the<std::int64_t>(sql, school) > 0;
}

void keep(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = "UPDATE school SET keeps_ethnicity = 1 WHERE id = $1";
    db.run(sql, school);
}

// A pupil's version stays: their record is no other for it, and two records that became one can still be two
// again. Whoever has the pupil's form open can't bring it back, since the table refuses it now.
std::int64_t erase(db::Connection& db, SchoolId school) {
    constexpr db::Sql not_kept = "UPDATE school SET keeps_ethnicity = 0 WHERE id = $1";
    constexpr db::Sql of_pupils = "UPDATE pupil SET ethnicity = '' WHERE school_id = $1 AND ethnicity <> ''";
    constexpr db::Sql of_former = R"(
        UPDATE merged_pupil SET ethnicity = '' WHERE school_id = $1 AND ethnicity <> '')";
    constexpr std::array<std::string_view, 1> tables{"merged_pupil"};
    db.run(not_kept, school);
    {
        db::Erasing const past_the_gate(db, tables);
        db.run(of_former, school);
    }
    return db.run(of_pupils, school);
}

}  // namespace pupils::ethnicity_store
