#include "assessments/strand_area_store.hpp"

namespace assessments::store {
namespace {

struct AreaRow {
    std::string scale;
    AreaId area;
    auto columns() { return std::tie(scale, area); }
};

struct InstrumentRow {
    std::string instrument;
    AreaRow row;
    auto columns() { return std::tuple_cat(std::tie(instrument), row.columns()); }
};

}  // namespace

std::map<std::string, StrandAreas> strand_areas(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT instrument, scale, area_id FROM strand_area
         WHERE school_id = $1
         ORDER BY instrument, scale, area_id)";
    std::map<std::string, StrandAreas> all;
    for (auto const& one : db.all<InstrumentRow>(sql, school))
        all[one.instrument][one.row.scale].push_back(one.row.area);
    return all;
}

StrandAreas strand_areas(db::Connection& db, SchoolId school, std::string const& instrument) {
    constexpr db::Sql sql = R"(
        SELECT scale, area_id FROM strand_area
         WHERE school_id = $1 AND instrument = $2
         ORDER BY scale, area_id)";
    StrandAreas areas;
    for (auto const& row : db.all<AreaRow>(sql, school, instrument)) areas[row.scale].push_back(row.area);
    return areas;
}

void set_strand_areas(
    db::Connection& db,
    SchoolId school,
    std::string const& instrument,
    std::string const& scale,
    std::vector<AreaId> const& areas
) {
    constexpr db::Sql none =
        "DELETE FROM strand_area WHERE school_id = $1 AND instrument = $2 AND scale = $3";
    constexpr db::Sql one = R"(
        INSERT INTO strand_area (school_id, instrument, scale, area_id) VALUES ($1, $2, $3, $4))";
    db.run(none, school, instrument, scale);
    for (auto const& area : areas) db.run(one, school, instrument, scale, area);
}

}  // namespace assessments::store
