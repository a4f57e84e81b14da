#include "county/pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "county/funnel_pages.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "insight/sentences.hpp"

namespace county::pages {
namespace {

using insight::number_in_words;
using insight::percent_in_words;
using statistics::Estimate;

constexpr double z_of_95 = 1.959964;
constexpr auto numbers = design::Align::number;

std::string with_sign(double value) { return (value > 0 ? "+" : "") + number_in_words(value, 1); }

std::string with_interval(Estimate const& estimate) {
    auto const out = z_of_95 * estimate.standard_error;
    return with_sign(estimate.value) + " (" + with_sign(estimate.value - out) + " to " +
           with_sign(estimate.value + out) + ")";
}

std::string_view where_it_lies(Standing standing) {
    switch (standing) {
        case Standing::by_chance: return "Within what schools of its size show";
        case Standing::beyond_95: return "At the edge: one school in twenty lies there";
        case Standing::beyond_99_8: return "Beyond what schools of its size show: worth a conversation";
    }
    return {};
}

h::Node number(int value) { return text::grouped(value); }

h::Node years_of(County const& county) {
    design::Table table{
        .caption = "All schools that gave their figures, by school year",
        .columns = {
            {"School year"},
            {"Schools", numbers},
            {"Children with support", numbers},
            {"Median wait, days", numbers},
            {"Sessions attended", numbers},
            {"Measured twice", numbers},
            {"Mean change of own targets, 95 % interval", numbers}}};
    for (auto const& year : county.years)
        table.rows.push_back(
            {insight::year_in_words(year.school_year),
             number(year.schools),
             number(year.supported),
             year.days_waited ? number(*year.days_waited) : h::Node("–"),
             year.planned > 0 ? h::Node(percent_in_words(year.attended, year.planned)) : h::Node("–"),
             number(year.measured),
             year.change ? with_interval(*year.change) : "–"}
        );
    return design::table(table);
}

std::string all_together(ByMeasure const& by) {
    return "Over " + text::counted(by.schools, "school", "schools") + " and " +
           text::counted(by.measured, "child", "children") + " measured twice, the mean change is " +
           with_interval(by.over_all) +
           " with a confidence of 95 %. Beyond chance, schools differ by a standard "
           "deviation of " +
           number_in_words(by.between, 1) + ".";
}

h::Node schools_of(ByMeasure const& by) {
    design::Table table{
        .caption = "Each school by name, over all years",
        .columns = {
            {"School"},
            {"Years", numbers},
            {"Measured twice", numbers},
            {"Its own mean change, 95 % interval", numbers},
            {"What it is likely to be", numbers},
            {"Where it lies"}}};
    for (auto const& school : by.of_schools)
        table.rows.push_back(
            {school.school.name,
             number(school.years),
             number(school.measured),
             with_interval({school.mean, school.standard_error}),
             with_interval(school.likely),
             where_it_lies(school.standing)}
        );
    return design::table(table);
}

h::Node plot_of(ByMeasure const& by) {
    constexpr std::string_view caption =
        "A mark is a school. The line is the mean of all. Nineteen in twenty schools lie between the dotted "
        "lines, and all but two in a thousand between the dashed ones, by chance and by what schools differ "
        "anyway. A diamond lies beyond them.";
    auto const question = "How do children change in schools of each size? " + in_words(by.measure);
    return h::element(
        "figure",
        h::attribute("style", "margin: 0"),
        funnel(by, question),
        h::element("figcaption", design::small_print(caption))
    );
}

h::Node section_of(ByMeasure const& by) {
    auto const schools = [&]() -> h::Node { return h::group(plot_of(by), schools_of(by)); };
    return h::section(
        h::h2(in_words(by.measure)),
        h::p(all_together(by)),
        by.of_schools.empty() ? h::Node(h::p("Schools are told apart from five on.")) : schools()
    );
}

h::Node what_it_does_not_say() {
    return h::section(
        h::h2("What it does not say"),
        h::ul(
            h::li(
                "This is change, not effect: no children without support were measured beside these. Part of "
                "it would have come by itself, since children come when things are at their worst."
            ),
            h::li("Schools are in the order of their names. They differ in whom they support, and a list by "
                  "results would be an order of chance."),
            h::li(
                "“What it is likely to be” draws a school to the mean of all, the more the fewer children it "
                "measured (empirical Bayes, Paule and Mandel 1982)."
            ),
            h::li(
                "Each school gave its own figures, and none of them tells of fewer than five children. Sums "
                "over schools and years are sums of these."
            )
        )
    );
}

std::string quoted(std::string const& text) {
    bool const is_formula = text.find_first_of("=+-@") == 0;
    std::string quoted = is_formula ? "\"'" : "\"";
    for (char const one : text) quoted += one == '"' ? std::string("\"\"") : std::string(1, one);
    return quoted + "\"";
}

}  // namespace

std::string in_words(Measure const& measure) {
    if (!measure.scale) return "The children's own targets, 0 to 10";
    auto informant = measure.scale->informant;
    std::ranges::replace(informant, '_', ' ');
    return measure.scale->instrument + ": " + measure.scale->scale + ", rated by " +
           (measure.scale->informant == "child" ? "the child" : "a " + informant) + ", " +
           std::string(insight::in_words(measure.scale->span));
}

design::Page outcomes(County const& county) {
    if (county.years.empty())
        return {
            .title = "Outcomes over schools",
            .main = h::group(
                design::heading("Outcomes over schools"),
                design::empty_state("No school has given its figures yet. Schools do so under Insight.")
            )};
    auto const section = [](ByMeasure const& by) -> h::Node { return section_of(by); };
    return {
        .title = "Outcomes over schools",
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Outcomes over schools"),
            years_of(county),
            h::each(county.measures, section),
            what_it_does_not_say()
        )};
}

std::string as_csv(County const& county) {
    std::string csv =
        "school_year,schools,with_support,median_days_waited,sessions_planned,sessions_attended,"
        "measured_twice,mean_change,standard_error\r\n";
    for (auto const& year : county.years)
        csv += fmt::format(
            "{},{},{},{},{},{},{},{},{}\r\n",
            insight::year_in_words(year.school_year),
            year.schools,
            year.supported,
            year.days_waited ? std::to_string(*year.days_waited) : "",
            year.planned,
            year.attended,
            year.measured,
            year.change ? fmt::format("{:.3f}", year.change->value) : "",
            year.change ? fmt::format("{:.3f}", year.change->standard_error) : ""
        );
    csv +=
        "\r\nmeasure,school,years,measured_twice,mean_change,standard_error,likely_change,likely_standard_"
        "error,"
        "where_it_lies\r\n";
    for (auto const& by : county.measures)
        for (auto const& school : by.of_schools)
            csv += fmt::format(
                "{},{},{},{},{:.3f},{:.3f},{:.3f},{:.3f},{}\r\n",
                quoted(in_words(by.measure)),
                quoted(school.school.name),
                school.years,
                school.measured,
                school.mean,
                school.standard_error,
                school.likely.value,
                school.likely.standard_error,
                word(school.standing)
            );
    return csv;
}

}  // namespace county::pages
