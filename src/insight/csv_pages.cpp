#include <fmt/format.h>

#include "insight/pages.hpp"

namespace insight::pages {
namespace {

// A text that a spreadsheet would take for a formula begins with an apostrophe.
std::string quoted(std::string const& text) {
    bool const is_formula = text.find_first_of("=+-@") == 0 && text != "-";
    std::string quoted = is_formula ? "\"'" : "\"";
    for (char const one : text) quoted += one == '"' ? std::string("\"\"") : std::string(1, one);
    return quoted + "\"";
}

std::string number(std::optional<int> const& value) { return value ? std::to_string(*value) : std::string(); }

std::string change(std::optional<GroupChange> const& change) {
    if (!change) return ",,,";
    return fmt::format(
        "{},{:.3f},{:.3f},{}", change->measured, change->mean, change->deviation, change->days_between
    );
}

}  // namespace

std::string as_csv(Release const& release) {
    auto const& outcomes = release.outcomes;
    std::string csv =
        "school_year,support,by,part,with_support,on_roll,referred,median_days_waited,longest_wait,sessions_"
        "planned,"
        "sessions_held,sessions_attended,measure,rated_by,when,measured_twice,mean_change,standard_deviation,"
        "median_days_between\r\n";
    for (auto const& cell : outcomes.cells) {
        bool const is_everybody = cell.provision.empty() && cell.dimension == Dimension::everyone;
        csv += fmt::format(
            "{},{},{},{},{},{},{},{},{},{},{},{},own targets,class_teacher,before_to_impact_review,{}\r\n",
            year_in_words(release.school_year),
            quoted(cell.provision),
            word(cell.dimension),
            quoted(cell.part),
            cell.supported,
            number(cell.on_roll),
            is_everybody ? number(outcomes.referred) : "",
            number(cell.days_waited),
            number(cell.longest_wait),
            number(cell.planned),
            number(cell.delivered),
            number(cell.attended),
            change(cell.change)
        );
    }
    for (auto const& [scale, of_scale, called] : outcomes.scales)
        csv += fmt::format(
            "{},,everyone,,,,,,,,,,{},{},{},{}\r\n",
            year_in_words(release.school_year),
            quoted(called.instrument + ": " + called.scale),
            scale.informant,
            word(scale.span),
            change(of_scale)
        );
    return csv;
}

}  // namespace insight::pages
