#include "assessments/instrument_store.hpp"

#include <algorithm>

#include "assessments/document.hpp"

namespace assessments::store {
namespace {

struct InstrumentRow {
    InstrumentId id;
    int version = 1;
    std::string document;
    std::string loaded_by_name;
    Instant loaded_at;
    auto columns() { return std::tie(id, version, document, loaded_by_name, loaded_at); }
};

struct DocumentRow {
    InstrumentId id;
    std::string document;
    auto columns() { return std::tie(id, document); }
};

struct Entered {
    std::string scale;
    int items = 0;
    auto columns() { return std::tie(scale, items); }
};

struct NormsRow {
    NormSetId id;
    std::string code;
    int least_age = 0;
    int most_age = 0;
    std::string source;
    std::string made_by_name;
    Instant made_at;
    std::optional<Informant> informant;
    std::optional<int> children;
    std::optional<Date> first_on;
    std::optional<Date> last_on;
    auto columns() {
        return std::tie(
            id,
            code,
            least_age,
            most_age,
            source,
            made_by_name,
            made_at,
            informant,
            children,
            first_on,
            last_on
        );
    }
    std::optional<OwnChildren> own() const {
        if (!informant) return std::nullopt;
        return OwnChildren{*informant, children.value(), first_on.value(), last_on.value()};
    }
};

struct BandRow {
    NormSetId norms;
    std::string scale;
    int low = 0;
    int high = 0;
    std::optional<double> mean;
    std::optional<double> standard_deviation;
    std::optional<double> reliability;
    std::optional<ReliabilityKind> kind;
    std::optional<int> lowest_tenth;
    std::optional<int> highest_tenth;
    auto columns() {
        return std::tie(
            norms, scale, low, high, mean, standard_deviation, reliability, kind, lowest_tenth, highest_tenth
        );
    }
};

NormBand band_in(BandRow const& row) {
    NormBand band{.scale = row.scale, .usual = {row.low, row.high}};
    if (row.mean && row.standard_deviation && row.reliability)
        band.precision = Precision{*row.mean, *row.standard_deviation, *row.reliability, row.kind};
    band.lowest_tenth = row.lowest_tenth;
    band.highest_tenth = row.highest_tenth;
    return band;
}

ItemCounts items_entered(db::Connection& db, SchoolId school, InstrumentId const& instrument) {
    constexpr db::Sql sql = R"(
        SELECT code, items FROM instrument_scale
         WHERE school_id = $1 AND instrument_id = $2 AND items IS NOT NULL)";
    ItemCounts items;
    for (auto const& one : db.all<Entered>(sql, school, instrument)) items.emplace(one.scale, one.items);
    return items;
}

std::vector<LoadedNorms> norms_of(db::Connection& db, SchoolId school, InstrumentId const& instrument) {
    constexpr db::Sql sets = R"(
        SELECT n.id, n.code, n.least_age, n.most_age, n.source, f.name, n.made_at, o.informant, o.children,
               o.first_on, o.last_on
          FROM norm_set n
          JOIN staff f ON f.school_id = n.school_id AND f.id = n.made_by
          LEFT JOIN own_norm_set o ON o.school_id = n.school_id AND o.norm_set_id = n.id
         WHERE n.school_id = $1 AND n.instrument_id = $2
         ORDER BY n.made_at DESC, n.id DESC)";
    constexpr db::Sql bands = R"(
        SELECT b.norm_set_id, b.scale, b.low, b.high, b.mean, b.standard_deviation, b.reliability,
               b.reliability_kind, b.lowest_tenth, b.highest_tenth
          FROM norm_set n
          JOIN norm_band b ON b.school_id = n.school_id AND b.norm_set_id = n.id
         WHERE n.school_id = $1 AND n.instrument_id = $2
         ORDER BY b.scale)";
    auto const all = db.all<BandRow>(bands, school, instrument);
    std::vector<LoadedNorms> norms;
    for (auto const& row : db.all<NormsRow>(sets, school, instrument)) {
        LoadedNorms one{
            .id = row.id,
            .norms =
                {.code = row.code, .ages = {row.least_age, row.most_age}, .source = row.source, .bands = {}},
            .made_by_name = row.made_by_name,
            .made_at = row.made_at,
            .own = row.own()};
        for (auto const& band : all)
            if (band.norms == row.id) one.norms.bands.push_back(band_in(band));
        norms.push_back(std::move(one));
    }
    return norms;
}

LoadedInstrument loaded_from(db::Connection& db, SchoolId school, InstrumentRow const& row) {
    return {
        .id = row.id,
        .version = row.version,
        .instrument = with_items(read_document(row.document).instrument, items_entered(db, school, row.id)),
        .document = row.document,
        .loaded_by_name = row.loaded_by_name,
        .loaded_at = row.loaded_at,
        .norms = norms_of(db, school, row.id)};
}

}  // namespace

std::vector<LoadedInstrument> instruments(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT i.id, i.version, i.document, f.name, i.loaded_at
          FROM instrument i
          JOIN staff f ON f.school_id = i.school_id AND f.id = i.loaded_by
         WHERE i.school_id = $1
           AND NOT EXISTS (SELECT 1 FROM instrument later
                            WHERE later.school_id = i.school_id AND later.code = i.code
                              AND later.version > i.version)
         ORDER BY i.name, i.id)";
    std::vector<LoadedInstrument> all;
    for (auto const& row : db.all<InstrumentRow>(sql, school)) all.push_back(loaded_from(db, school, row));
    return all;
}

std::optional<LoadedInstrument> instrument(db::Connection& db, SchoolId school, InstrumentId const& id) {
    constexpr db::Sql sql = R"(
        SELECT i.id, i.version, i.document, f.name, i.loaded_at
          FROM instrument i
          JOIN staff f ON f.school_id = i.school_id AND f.id = i.loaded_by
         WHERE i.school_id = $1 AND i.id = $2)";
    auto const row = db.one<InstrumentRow>(sql, school, id);
    return row ? std::optional(loaded_from(db, school, *row)) : std::nullopt;
}

std::optional<LoadedInstrument> newest(db::Connection& db, SchoolId school, std::string const& code) {
    constexpr db::Sql sql = R"(
        SELECT id FROM instrument WHERE school_id = $1 AND code = $2 ORDER BY version DESC LIMIT 1)";
    auto const id = db.one<InstrumentId>(sql, school, code);
    return id ? instrument(db, school, *id) : std::nullopt;
}

std::vector<WeeklyInstrument> rated_weekly(db::Connection& db, SchoolId school) {
    // Most files name no weekly form, and reading one costs more than looking for the word.
    constexpr db::Sql sql = R"(
        SELECT i.id, i.document
          FROM instrument i
         WHERE i.school_id = $1
           AND i.document LIKE '%weekly%'
           AND NOT EXISTS (SELECT 1 FROM instrument later
                            WHERE later.school_id = i.school_id AND later.code = i.code
                              AND later.version > i.version)
         ORDER BY i.name, i.id)";
    std::vector<WeeklyInstrument> weekly;
    for (auto const& row : db.all<DocumentRow>(sql, school)) {
        auto const instrument = read_document(row.document).instrument;
        auto const* const form = form_for(instrument, Occasion::weekly);
        if (form != nullptr)
            weekly.push_back(
                {.id = row.id,
                 .ages = instrument.ages,
                 .informants = instrument.informants,
                 .names_items = !form->items.empty()}
            );
    }
    return weekly;
}

void add(db::Connection& db, SchoolId school, LoadedInstrument const& loaded, StaffId const& by) {
    constexpr db::Sql sql = R"(
        INSERT INTO instrument (school_id, id, code, version, name, document, rating_least, rating_most, loaded_by,
                                loaded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))";
    auto const& instrument = loaded.instrument;
    std::optional<int> least;
    std::optional<int> most;
    if (instrument.rating) {
        least = instrument.rating->least;
        most = instrument.rating->most;
    }
    db.run(
        sql,
        school,
        loaded.id,
        instrument.code,
        loaded.version,
        instrument.name,
        loaded.document,
        least,
        most,
        by,
        loaded.loaded_at
    );
}

void add_scale(
    db::Connection& db,
    SchoolId school,
    InstrumentId const& instrument,
    std::string const& scale,
    std::optional<int> items,
    Range const& scores
) {
    constexpr db::Sql sql = R"(
        INSERT INTO instrument_scale (school_id, instrument_id, code, items, least, most)
        VALUES ($1, $2, $3, $4, $5, $6))";
    db.run(sql, school, instrument, scale, items, scores.least, scores.most);
}

void add(
    db::Connection& db,
    SchoolId school,
    InstrumentId const& instrument,
    LoadedNorms const& norms,
    StaffId const& by
) {
    constexpr db::Sql set = R"(
        INSERT INTO norm_set (school_id, id, instrument_id, code, least_age, most_age, source, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))";
    constexpr db::Sql band = R"(
        INSERT INTO norm_band (school_id, norm_set_id, scale, low, high, mean, standard_deviation, reliability,
                               reliability_kind, lowest_tenth, highest_tenth)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))";
    constexpr db::Sql of_children = R"(
        INSERT INTO own_norm_set (school_id, norm_set_id, informant, children, first_on, last_on)
        VALUES ($1, $2, $3, $4, $5, $6))";
    auto const& one = norms.norms;
    db.run(
        set,
        school,
        norms.id,
        instrument,
        one.code,
        one.ages.least,
        one.ages.most,
        one.source,
        by,
        norms.made_at
    );
    auto const part = [](NormBand const& of, double Precision::*member) {
        return of.precision ? std::optional((*of.precision).*member) : std::nullopt;
    };
    for (auto const& of : one.bands)
        db.run(
            band,
            school,
            norms.id,
            of.scale,
            of.usual.least,
            of.usual.most,
            part(of, &Precision::mean),
            part(of, &Precision::standard_deviation),
            part(of, &Precision::reliability),
            of.precision ? of.precision->kind : std::nullopt,
            of.lowest_tenth,
            of.highest_tenth
        );
    if (auto const& own = norms.own)
        db.run(of_children, school, norms.id, own->informant, own->children, own->first_on, own->last_on);
}

}  // namespace assessments::store
