#include "measures/class_page.hpp"

#include <algorithm>
#include <charconv>

#include "base/hundredths.hpp"
#include "base/text.hpp"

namespace measures {
namespace {

Stood one_from(std::string_view text) {
    auto const colon = text.find(':');
    Stood stood;
    std::from_chars(text.data(), text.data() + std::min(colon, text.size()), stood.version);
    if (colon != std::string_view::npos) stood.score = hundredths::parse(text.substr(colon + 1));
    return stood;
}

// The kinds in the order of the page's columns, by what it says of them; where it says nothing, as measures
// stand now.
std::vector<Kind> columns_of(Fields const& form, std::vector<Measure> const& measures) {
    std::vector<Kind> columns;
    for (auto const& [name, value] : form.entries())
        for (auto const kind : all_of<Kind>())
            if (name == measure_field(kind)) columns.push_back(kind);
    if (columns.empty())
        for (auto const& measure : measures) columns.push_back(measure.definition.kind);
    return columns;
}

}  // namespace

std::string score_field(PupilId const& pupil, Kind kind) {
    return std::string(word(kind)) + "." + std::string(pupil.text());
}

std::string stood_field(PupilId const& pupil) { return "stood." + std::string(pupil.text()); }

std::string measure_field(Kind kind) { return "measure." + std::string(word(kind)); }

std::string as_text(std::vector<Stood> const& row) {
    std::string text;
    for (auto const& [score, version] : row) {
        if (!text.empty()) text += ' ';
        text += std::to_string(version) + ':';
        if (score) text += hundredths::in_words(*score);
    }
    return text;
}

std::vector<Stood> stood_from(std::string_view text, std::size_t cells) {
    std::vector<Stood> row;
    for (auto const one : text::split(text, ' ')) row.push_back(one_from(one));
    row.resize(cells);
    return row;
}

bool is_of_other_measures(Fields const& form, std::vector<Measure> const& measures) {
    return std::ranges::any_of(all_of<Kind>(), [&](Kind kind) {
        auto const field = measure_field(kind);
        if (!form.has(field)) return false;
        return std::ranges::none_of(measures, [&](Measure const& one) {
            return one.definition.kind == kind && one.id.text() == form.value(field);
        });
    });
}

std::vector<Stood> stood_in(Fields const& form, PupilId const& pupil, std::vector<Measure> const& measures) {
    auto const columns = columns_of(form, measures);
    auto const shown = stood_from(form.value(stood_field(pupil)), columns.size());
    std::vector<Stood> row;
    for (auto const& measure : measures) {
        auto const found = std::ranges::find(columns, measure.definition.kind);
        row.push_back(
            found == columns.end() ? Stood{} : shown[static_cast<std::size_t>(found - columns.begin())]
        );
    }
    return row;
}

}  // namespace measures
