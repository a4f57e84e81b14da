#include <fmt/format.h>

#include "base/text.hpp"
#include "insight/pages.hpp"
#include "insight/sentences.hpp"

namespace insight::pages {
namespace {

std::string number(std::optional<int> const& value) { return value ? std::to_string(*value) : std::string(); }

std::string three_places(std::optional<double> const& value) {
    return value ? fmt::format("{:.3f}", *value) : std::string();
}

std::string change(std::optional<GroupChange> const& change, int supported) {
    if (!change) return ",,,,,";
    return fmt::format(
        "{},{},{:.3f},{:.3f},{},{}",
        change->measured,
        supported - change->measured,
        change->mean,
        change->deviation,
        change->days_between,
        three_places(effect_of(*change))
    );
}

}  // namespace

std::string as_csv(Release const& release) {
    auto const& outcomes = release.outcomes;
    std::string csv =
        "school_year,support,by,part,with_support,on_roll,referred,median_days_waited,sessions_"
        "planned,"
        "sessions_held,sessions_attended,measure,rated_by,when,measured_twice,not_counted,mean_change,"
        "standard_deviation,median_days_between,hedges_g\r\n";
    for (auto const& cell : outcomes.cells) {
        bool const is_everybody = cell.provision.empty() && cell.dimension == Dimension::everyone;
        csv += fmt::format(
            "{},{},{},{},{},{},{},{},{},{},{},own targets,class_teacher,before_to_impact_review,{}\r\n",
            year_in_words(release.school_year),
            text::csv_cell(cell.provision),
            word(cell.dimension),
            text::csv_cell(cell.part),
            cell.supported,
            number(cell.on_roll),
            is_everybody ? number(outcomes.referred) : "",
            number(cell.days_waited),
            number(cell.planned),
            number(cell.delivered),
            number(cell.attended),
            change(cell.change, cell.supported)
        );
    }
    for (auto const& [scale, of_scale, called] : outcomes.scales)
        csv += fmt::format(
            "{},,everyone,,,,,,,,,{},{},{},{}\r\n",
            year_in_words(release.school_year),
            text::csv_cell(called.instrument + ": " + called.scale),
            scale.informant,
            word(scale.span),
            change(of_scale, outcomes.cells.front().supported)
        );
    return csv;
}

}  // namespace insight::pages
