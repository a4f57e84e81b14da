#include "county/store.hpp"

namespace county::store {
namespace {

struct SchoolRow {
    SchoolId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};

struct Thousandths {
    int measured = 0;
    int mean = 0;
    int deviation = 0;
    int days_between = 0;

    insight::GroupChange change() const {
        return {
            .measured = measured,
            .mean = mean / 1000.0,
            .deviation = deviation / 1000.0,
            .days_between = days_between};
    }
};

struct YearRow {
    Given given;
    std::optional<int> measured, mean, deviation, days_between;
    auto columns() {
        return std::tie(
            given.school_year,
            given.supported,
            given.on_roll,
            given.days_waited,
            given.planned,
            given.attended,
            measured,
            mean,
            deviation,
            days_between
        );
    }
};

struct ScaleRow {
    int school_year = 0;
    insight::Scale scale;
    Thousandths of;
    int supported = 0;
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
            supported,
            in_words.instrument,
            in_words.scale,
            in_words.direction
        );
    }
};

void add_years(db::Connection& db, SchoolRow const& school, int from_year, int until_year, GivenByAll& all) {
    constexpr db::Sql sql = R"(
        SELECT c.school_year, c.supported, c.on_roll, c.days_waited, c.planned, c.attended, c.measured, c.mean,
               c.deviation, c.days_between
          FROM outcome_release r
          JOIN outcome_cell c ON c.school_id = r.school_id AND c.school_year = r.school_year AND c.provision = ''
                             AND c.dimension = 'everyone'
         WHERE r.school_id = $1 AND r.school_year BETWEEN $2 AND $3 AND r.given_at IS NOT NULL
         ORDER BY c.school_year)";
    for (auto& row : db.all<YearRow>(sql, school.id, from_year, until_year)) {
        row.given.school = {school.name, school.id.number};
        if (row.measured) {
            Thousandths const of{
                *row.measured, row.mean.value_or(0), row.deviation.value_or(0), row.days_between.value_or(0)};
            all.changes.push_back(
                {.school = row.given.school,
                 .school_year = row.given.school_year,
                 .measure = {},
                 .change = of.change(),
                 .supported = row.given.supported}
            );
        }
        all.years.push_back(std::move(row.given));
    }
}

void add_scales(db::Connection& db, SchoolRow const& school, int from_year, int until_year, GivenByAll& all) {
    constexpr db::Sql sql = R"(
        SELECT s.school_year, s.instrument, s.version, s.scale, s.informant, s.span, s.measured, s.mean,
               s.deviation, s.days_between, c.supported, s.instrument_name, s.scale_label, s.direction
          FROM outcome_release r
          JOIN outcome_cell c ON c.school_id = r.school_id AND c.school_year = r.school_year AND c.provision = ''
                             AND c.dimension = 'everyone'
          JOIN outcome_scale s ON s.school_id = r.school_id AND s.school_year = r.school_year
         WHERE r.school_id = $1 AND r.school_year BETWEEN $2 AND $3 AND r.given_at IS NOT NULL
         ORDER BY s.school_year, s.instrument, s.version, s.scale, s.informant, s.span)";
    for (auto& row : db.all<ScaleRow>(sql, school.id, from_year, until_year))
        all.changes.push_back(
            {.school = {school.name, school.id.number},
             .school_year = row.school_year,
             .measure = {std::move(row.scale)},
             .change = row.of.change(),
             .supported = row.supported,
             .in_words = std::move(row.in_words)}
        );
}

}  // namespace

GivenByAll given(db::Connection& db, int from_year, int until_year) {
    GivenByAll all;
    for (auto const& school : db.all<SchoolRow>("SELECT id, name FROM school ORDER BY name, id")) {
        db.enter(school.id);
        add_years(db, school, from_year, until_year, all);
        add_scales(db, school, from_year, until_year, all);
    }
    return all;
}

}  // namespace county::store
