#include "strategies/store.hpp"

#include <algorithm>

namespace strategies::store {

std::vector<TargetArea> areas(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT id, name FROM target_area WHERE school_id = $1 AND closed_on IS NULL ORDER BY name)";
    return db.all<TargetArea>(sql, school);
}

std::optional<TargetArea> area_named(db::Connection& db, SchoolId school, std::string const& name) {
    constexpr db::Sql sql = R"(
        SELECT id, name FROM target_area WHERE school_id = $1 AND lower(name) = lower($2))";
    return db.one<TargetArea>(sql, school, name);
}

void add_area(db::Connection& db, SchoolId school, TargetArea const& area) {
    constexpr db::Sql sql = "INSERT INTO target_area (school_id, id, name) VALUES ($1, $2, $3)";
    db.run(sql, school, area.id, area.name);
}

std::vector<Shelf> shelves(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT id, area_id, title, words, schools_own, version
          FROM strategy
         WHERE school_id = $1
         ORDER BY area_id, schools_own DESC, title)";
    auto const all = db.all<Strategy>(sql, school);
    std::vector<Shelf> shelves;
    for (auto const& area : areas(db, school)) {
        Shelf shelf{.area = area, .strategies = {}};
        std::ranges::copy_if(all, std::back_inserter(shelf.strategies), [&](auto const& strategy) {
            return strategy.area == area.id;
        });
        shelves.push_back(std::move(shelf));
    }
    return shelves;
}

std::vector<Shelf> shelves_of(db::Connection& db, SchoolId school, std::span<AreaId const> areas) {
    auto all = shelves(db, school);
    std::erase_if(all, [&](Shelf const& shelf) {
        return std::ranges::find(areas, shelf.area.id) == areas.end();
    });
    return all;
}

std::optional<Strategy> find(db::Connection& db, SchoolId school, StrategyId const& strategy) {
    constexpr db::Sql sql = R"(
        SELECT id, area_id, title, words, schools_own, version FROM strategy WHERE school_id = $1 AND id = $2)";
    return db.one<Strategy>(sql, school, strategy);
}

void add(db::Connection& db, SchoolId school, Strategy const& strategy) {
    constexpr db::Sql sql = R"(
        INSERT INTO strategy (school_id, id, area_id, title, words, schools_own)
        VALUES ($1, $2, $3, $4, $5, $6))";
    db.run(sql, school, strategy.id, strategy.area, strategy.title, strategy.words, strategy.schools_own);
}

bool change(
    db::Connection& db, SchoolId school, StrategyId const& strategy, StrategyInput const& input, int version
) {
    constexpr db::Sql sql = R"(
        UPDATE strategy SET area_id = $1, title = $2, words = $3, schools_own = 1, version = version + 1
         WHERE school_id = $4 AND id = $5 AND version = $6)";
    return db.run(sql, input.area, input.title, input.words, school, strategy, version) == 1;
}

}  // namespace strategies::store
