#include "score_files/rules.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "base/hundredths.hpp"
#include "base/text.hpp"
#include "exchange/guess_rules.hpp"

namespace score_files {
namespace {

using exchange::CsvRow;
using exchange::Field;
using exchange::Sheet;
using measures::Measure;

struct ScoreColumn {
    std::size_t at = 0;
    Measure const* measure = nullptr;
};

struct Layout {
    std::optional<std::size_t> upn;
    std::optional<std::size_t> name;
    std::optional<std::size_t> forename;
    std::optional<std::size_t> surname;
    std::vector<ScoreColumn> scores;

    bool names_pupils() const { return upn || name || (forename && surname); }
};

// What a school's own list calls the column of names.
bool heads_names(std::string const& plain) {
    return plain == "name" || plain == "pupil" || plain == "pupilname" || plain == "child";
}

Measure const* measure_of(std::string const& plain, std::span<Measure const> measures) {
    auto const found = std::ranges::find_if(measures, [&](Measure const& one) {
        return plain == word(one.definition.kind) || plain == exchange::plain_heading(one.definition.name);
    });
    return found == measures.end() ? nullptr : &*found;
}

void place_of_pupil(Layout& layout, std::string const& heading, std::size_t at) {
    if (heads_names(exchange::plain_heading(heading))) layout.name = layout.name.value_or(at);
    auto const set = [&](std::optional<std::size_t>& place) { place = place.value_or(at); };
    auto const field = exchange::meaning_of(heading, exchange::Kind::pupils).field;
    if (field == Field::upn) set(layout.upn);
    if (field == Field::full_name) set(layout.name);
    if (field == Field::preferred_forename || field == Field::legal_forename) set(layout.forename);
    if (field == Field::preferred_surname || field == Field::legal_surname) set(layout.surname);
}

Layout layout_of(Sheet const& sheet, std::span<Measure const> measures, std::vector<Fault>& faults) {
    Layout layout;
    std::set<Measure const*> seen;
    for (std::size_t at = 0; at < sheet.heading.size(); ++at) {
        auto const& heading = sheet.heading[at];
        auto const* const measure = measure_of(exchange::plain_heading(heading), measures);
        if (measure == nullptr) {
            place_of_pupil(layout, heading, at);
            continue;
        }
        if (!seen.insert(measure).second)
            faults.push_back({.code = Code::two_columns_of_one_measure, .column = heading});
        layout.scores.push_back({at, measure});
    }
    if (!layout.names_pupils()) faults.push_back({.code = Code::no_column_of_pupils});
    if (layout.scores.empty()) faults.push_back({.code = Code::no_column_of_scores});
    return layout;
}

// "Okafor, Sam" is "Sam Okafor".
std::string forename_first(std::string const& name) {
    auto const comma = name.find(',');
    if (comma == std::string::npos) return name;
    return name.substr(comma + 1) + " " + name.substr(0, comma);
}

std::string name_in(Sheet const& sheet, Layout const& layout, CsvRow const& row) {
    if (layout.name && !sheet.cell(row, *layout.name).empty())
        return forename_first(sheet.cell(row, *layout.name));
    if (!layout.forename || !layout.surname) return {};
    return sheet.cell(row, *layout.forename) + " " + sheet.cell(row, *layout.surname);
}

// Those whom the row may mean, and the cell that says so.
struct Meant {
    std::vector<PupilOfClass const*> pupils;
    std::string column;
    std::string value;
};

template <class Is>
std::vector<PupilOfClass const*> those_who(std::span<PupilOfClass const> pupils, Is const& is) {
    std::vector<PupilOfClass const*> found;
    for (auto const& pupil : pupils)
        if (is(pupil)) found.push_back(&pupil);
    return found;
}

Meant meant_by(
    Sheet const& sheet, Layout const& layout, CsvRow const& row, std::span<PupilOfClass const> pupils
) {
    auto const upn = layout.upn ? sheet.cell(row, *layout.upn) : std::string();
    if (!upn.empty()) {
        auto const same = [&](PupilOfClass const& one) {
            return !one.upn.empty() && text::ascii_lower(one.upn) == text::ascii_lower(upn);
        };
        return {those_who(pupils, same), sheet.heading[*layout.upn], upn};
    }
    auto const name = name_in(sheet, layout, row);
    auto const folded = text::folded(name);
    auto const same = [&](PupilOfClass const& one) {
        return std::ranges::any_of(one.names, [&](auto const& other) {
            return text::folded(other) == folded;
        });
    };
    auto const column = layout.name ? layout.name : layout.surname;
    return {those_who(pupils, same), column ? sheet.heading[*column] : std::string(), name};
}

class Reading {
public:
    Reading(Sheet const& sheet, Layout const& layout, std::span<PupilOfClass const> pupils)
        : sheet_(sheet), layout_(layout), pupils_(pupils) {
        for (auto const& one : pupils)
            if (one.is_left_out) left_out_.insert(one.id);
    }

    void read(CsvRow const& row) {
        auto const pupil = pupil_of(row);
        if (pupil && left_out_.contains(*pupil)) return;
        for (auto const& column : layout_.scores) read_score(row, column, pupil);
    }

    std::vector<FoundScore> scores;
    std::vector<Fault> faults;

private:
    std::optional<PupilId> pupil_of(CsvRow const& row) {
        auto const meant = meant_by(sheet_, layout_, row, pupils_);
        auto const fault = [&](Code code) {
            faults.push_back({code, row.number, meant.column, meant.value});
            return std::optional<PupilId>();
        };
        if (meant.pupils.empty()) return fault(Code::pupil_unknown);
        if (meant.pupils.size() > 1) return fault(Code::name_of_several);
        auto const& id = meant.pupils.front()->id;
        if (!seen_.insert(id).second) return fault(Code::pupil_twice);
        return id;
    }

    void read_score(CsvRow const& row, ScoreColumn const& column, std::optional<PupilId> const& pupil) {
        auto const& cell = sheet_.cell(row, column.at);
        if (cell.empty()) return;
        auto const& definition = column.measure->definition;
        auto const score = hundredths::parse(cell);
        if (!score || !is_on_scale(definition, *score))
            faults.push_back({Code::score_off_its_scale, row.number, sheet_.heading[column.at], cell});
        else if (pupil)
            scores.push_back({*pupil, definition.kind, *score});
    }

    Sheet const& sheet_;
    Layout const& layout_;
    std::span<PupilOfClass const> pupils_;
    std::set<PupilId> left_out_;
    std::set<PupilId> seen_;
};

}  // namespace

Expected<std::vector<FoundScore>, std::vector<Fault>> scores_in(
    Sheet const& sheet, std::span<Measure const> measures, std::span<PupilOfClass const> pupils
) {
    std::vector<Fault> faults;
    auto const layout = layout_of(sheet, measures, faults);
    if (!faults.empty()) return refuse(faults);
    Reading reading(sheet, layout, pupils);
    for (auto const& row : sheet.rows) reading.read(row);
    if (!reading.faults.empty()) return refuse(reading.faults);
    if (reading.scores.empty()) return refuse(std::vector<Fault>{{.code = Code::no_scores}});
    return reading.scores;
}

}  // namespace score_files
