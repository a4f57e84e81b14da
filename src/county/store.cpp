#include "county/store.hpp"

#include <algorithm>

namespace county::store {
namespace {

struct SchoolRow {
    SchoolId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};

// As it is kept: in thousandths of a point.
struct ChangeColumns {
    std::optional<int> measured, mean, deviation, days_between;

    std::optional<insight::GroupChange> change() const {
        if (!measured) return std::nullopt;
        return insight::GroupChange{
            .measured = *measured,
            .mean = mean.value_or(0) / 1000.0,
            .deviation = deviation.value_or(0) / 1000.0,
            .days_between = days_between.value_or(0)};
    }
};

struct CellRow {
    std::string provision;
    GivenPart cell;
    ChangeColumns of;
    auto columns() {
        return std::tie(
            provision,
            cell.part.dimension,
            cell.part.name,
            cell.school_year,
            cell.supported,
            cell.on_roll,
            cell.days_waited,
            cell.planned,
            cell.delivered,
            cell.attended,
            of.measured,
            of.mean,
            of.deviation,
            of.days_between
        );
    }
};

struct ScaleRow {
    int school_year = 0;
    Scale scale;
    ChangeColumns of;
    insight::ScaleInWords in_words;
    auto columns() {
        return std::tie(
            school_year,
            scale.instrument,
            scale.version,
            scale.scale,
            scale.informant,
            scale.span,
            of.measured,
            of.mean,
            of.deviation,
            of.days_between,
            in_words.instrument,
            in_words.scale,
            in_words.direction,
            in_words.edition,
            in_words.least,
            in_words.most
        );
    }
};

void add_year(GivenPart const& cell, std::optional<insight::GroupChange> const& change, GivenBySchool& by) {
    by.years.push_back(
        {.school_year = cell.school_year,
         .supported = cell.supported,
         .on_roll = cell.on_roll,
         .days_waited = cell.days_waited,
         .planned = cell.planned,
         .attended = cell.attended}
    );
    if (change)
        by.changes.push_back({.school_year = cell.school_year, .change = *change, .supported = cell.supported}
        );
}

// From the years that were given on, as CROSS JOIN has it on SQLite: a year's rows are not asked one by one
// whether their year was. Parts by one dimension or by the kind of support; what stands by both is left out.
void add_cells(
    db::Connection& db,
    SchoolId school,
    int from_year,
    int until_year,
    std::optional<insight::Dimension> dimension,
    GivenBySchool& by
) {
    constexpr db::Sql sql = R"(
        SELECT c.provision, c.dimension, c.part, c.school_year, c.supported, c.on_roll, c.days_waited, c.planned,
               c.delivered, c.attended, c.measured, c.mean, c.deviation, c.days_between
          FROM outcome_release r
          CROSS JOIN outcome_cell c
         WHERE r.school_id = $1 AND r.school_year BETWEEN $2 AND $3 AND r.given_at IS NOT NULL
           AND c.school_id = r.school_id AND c.school_year = r.school_year
           AND (c.dimension = 'everyone' OR (c.provision = '' AND ($4 = '' OR c.dimension = $4)))
         ORDER BY r.school_year, c.number)";
    auto const asked = dimension ? word(*dimension) : std::string_view();
    for (auto& row : db.all<CellRow>(sql, school, from_year, until_year, asked)) {
        auto& cell = row.cell;
        bool const is_of_everybody = cell.part.dimension == insight::Dimension::everyone;
        if (is_of_everybody && row.provision.empty()) {
            add_year(cell, row.of.change(), by);
            continue;
        }
        if (dimension && cell.part.dimension != *dimension) continue;
        if (is_of_everybody) cell.part.name = std::move(row.provision);
        cell.change = row.of.change();
        by.parts.push_back(std::move(cell));
    }
}

int supported_in(int school_year, GivenBySchool const& by) {
    auto const year = std::ranges::find(by.years, school_year, &Given::school_year);
    return year == by.years.end() ? 0 : year->supported;
}

// After the years, of whose children they are.
void add_scales(db::Connection& db, SchoolId school, int from_year, int until_year, GivenBySchool& by) {
    constexpr db::Sql sql = R"(
        SELECT s.school_year, s.instrument, s.version, s.scale, s.informant, s.span, s.measured, s.mean,
               s.deviation, s.days_between, s.instrument_name, s.scale_label, s.direction, s.edition, s.least,
               s.most
          FROM outcome_release r
          CROSS JOIN outcome_scale s
         WHERE r.school_id = $1 AND r.school_year BETWEEN $2 AND $3 AND r.given_at IS NOT NULL
           AND s.school_id = r.school_id AND s.school_year = r.school_year
         ORDER BY r.school_year, s.instrument, s.version, s.scale, s.informant, s.span)";
    for (auto& row : db.all<ScaleRow>(sql, school, from_year, until_year)) {
        row.scale.edition = row.in_words.edition;
        if (!row.scale.edition.empty()) row.scale.version = 0;
        by.changes.push_back(
            {.school_year = row.school_year,
             .measure = {std::move(row.scale)},
             .change = row.of.change().value(),
             .supported = supported_in(row.school_year, by),
             .in_words = std::move(row.in_words)}
        );
    }
}

}  // namespace

GivenByAll given(
    db::Connection& db, int from_year, int until_year, std::optional<insight::Dimension> dimension
) {
    GivenByAll all;
    for (auto const& school :
         db.all<SchoolRow>("SELECT id, name FROM school WHERE kind = 'school' ORDER BY name, id")) {
        db.enter(school.id);
        GivenBySchool by{.school = {school.name, school.id.number}};
        add_cells(db, school.id, from_year, until_year, dimension, by);
        add_scales(db, school.id, from_year, until_year, by);
        if (!by.years.empty()) all.push_back(std::move(by));
    }
    return all;
}

}  // namespace county::store
