#include <cmath>

#include "insight/store.hpp"

// Outcomes as they were made. Means and deviations are kept as thousandths.
namespace insight::store {
namespace {

int thousandths(double value) { return static_cast<int>(std::lround(value * 1000)); }

struct ChangeColumns {
    std::optional<int> measured, mean, deviation, days_between;

    std::optional<GroupChange> change() const {
        if (!measured) return std::nullopt;
        return GroupChange{
            .measured = *measured,
            .mean = mean.value_or(0) / 1000.0,
            .deviation = deviation.value_or(0) / 1000.0,
            .days_between = days_between.value_or(0)};
    }
};

struct CellRow {
    Cell cell;
    ChangeColumns change;
    auto columns() {
        return std::tie(
            cell.provision,
            cell.dimension,
            cell.part,
            cell.supported,
            cell.on_roll,
            cell.days_waited,
            cell.planned,
            cell.delivered,
            cell.attended,
            change.measured,
            change.mean,
            change.deviation,
            change.days_between
        );
    }
};

struct ScaleRow {
    Scale scale;
    ChangeColumns change;
    ScaleInWords in_words;
    auto columns() {
        return std::tie(
            scale.instrument,
            scale.version,
            scale.scale,
            scale.informant,
            scale.span,
            change.measured,
            change.mean,
            change.deviation,
            change.days_between,
            in_words.instrument,
            in_words.scale,
            in_words.direction,
            in_words.edition,
            in_words.least,
            in_words.most
        );
    }
};

struct ReleaseRow {
    Release release;
    auto columns() {
        return std::tie(
            release.school_year,
            release.outcomes.on_roll,
            release.outcomes.referred,
            release.made_by_name,
            release.made_at,
            release.given_by_name,
            release.given_at
        );
    }
};

void add_cell(db::Connection& db, SchoolId school, int school_year, int number, Cell const& cell) {
    constexpr db::Sql sql = R"(
        INSERT INTO outcome_cell (school_id, school_year, number, provision, dimension, part, supported, on_roll,
                                  days_waited, planned, delivered, attended, measured, mean,
                                  deviation, days_between)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16))";
    ChangeColumns change;
    if (cell.change)
        change = {
            cell.change->measured,
            thousandths(cell.change->mean),
            thousandths(cell.change->deviation),
            cell.change->days_between};
    db.run(
        sql,
        school,
        school_year,
        number,
        cell.provision,
        cell.dimension,
        cell.part,
        cell.supported,
        cell.on_roll,
        cell.days_waited,
        cell.planned,
        cell.delivered,
        cell.attended,
        change.measured,
        change.mean,
        change.deviation,
        change.days_between
    );
}

void add_scale(db::Connection& db, SchoolId school, int school_year, ScaleChange const& one) {
    constexpr db::Sql sql = R"(
        INSERT INTO outcome_scale (school_id, school_year, instrument, version, scale, informant, span, measured,
                                   mean, deviation, days_between, instrument_name, scale_label, direction,
                                   edition, least, most)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17))";
    db.run(
        sql,
        school,
        school_year,
        one.scale.instrument,
        one.scale.version,
        one.scale.scale,
        one.scale.informant,
        one.scale.span,
        one.change.measured,
        thousandths(one.change.mean),
        thousandths(one.change.deviation),
        one.change.days_between,
        one.in_words.instrument,
        one.in_words.scale,
        one.in_words.direction,
        one.in_words.edition,
        one.in_words.least,
        one.in_words.most
    );
}

}  // namespace

std::vector<int> years(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql =
        "SELECT school_year FROM outcome_release WHERE school_id = $1 ORDER BY school_year DESC";
    return db.all<int>(sql, school);
}

std::optional<Release> find(db::Connection& db, SchoolId school, int school_year) {
    constexpr db::Sql release = R"(
        SELECT r.school_year, r.on_roll, r.referred, m.name, r.made_at, coalesce(g.name, ''), r.given_at
          FROM outcome_release r
          JOIN staff m ON m.school_id = r.school_id AND m.id = r.made_by
          LEFT JOIN staff g ON g.school_id = r.school_id AND g.id = r.given_by
         WHERE r.school_id = $1 AND r.school_year = $2)";
    constexpr db::Sql cells = R"(
        SELECT provision, dimension, part, supported, on_roll, days_waited, planned, delivered,
               attended, measured, mean, deviation, days_between
          FROM outcome_cell
         WHERE school_id = $1 AND school_year = $2
         ORDER BY number)";
    constexpr db::Sql scales = R"(
        SELECT instrument, version, scale, informant, span, measured, mean, deviation, days_between,
               instrument_name, scale_label, direction, edition, least, most
          FROM outcome_scale
         WHERE school_id = $1 AND school_year = $2
         ORDER BY instrument, version, informant, scale, span)";
    auto found = db.one<ReleaseRow>(release, school, school_year);
    if (!found) return std::nullopt;
    auto& outcomes = found->release.outcomes;
    for (auto& row : db.all<CellRow>(cells, school, school_year)) {
        row.cell.change = row.change.change();
        outcomes.cells.push_back(std::move(row.cell));
    }
    for (auto& row : db.all<ScaleRow>(scales, school, school_year))
        outcomes.scales.push_back({std::move(row.scale), row.change.change().value(), std::move(row.in_words)}
        );
    return std::move(found->release);
}

void add(db::Connection& db, SchoolId school, Release const& release, StaffId const& made_by) {
    constexpr db::Sql sql = R"(
        INSERT INTO outcome_release (school_id, school_year, on_roll, referred, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6))";
    auto const& outcomes = release.outcomes;
    db.run(sql, school, release.school_year, outcomes.on_roll, outcomes.referred, made_by, release.made_at);
    int number = 0;
    for (auto const& cell : outcomes.cells) add_cell(db, school, release.school_year, number++, cell);
    for (auto const& scale : outcomes.scales) add_scale(db, school, release.school_year, scale);
}

bool give(db::Connection& db, SchoolId school, int school_year, StaffId const& by, Instant at) {
    constexpr db::Sql sql = R"(
        UPDATE outcome_release SET given_by = $1, given_at = $2
         WHERE school_id = $3 AND school_year = $4 AND given_at IS NULL)";
    return db.run(sql, by, at, school, school_year) > 0;
}

}  // namespace insight::store
