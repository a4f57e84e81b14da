#include "county/pages.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "county/breakdown_pages.hpp"
#include "county/funnel_pages.hpp"
#include "county/sentences.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "html/url.hpp"
#include "insight/sentences.hpp"

namespace county::pages {
namespace {

using insight::number_in_words;
using insight::percent_in_words;

constexpr auto numbers = design::Align::number;

std::string_view where_it_lies(Standing standing) {
    switch (standing) {
        case Standing::by_chance: return "Within what schools of its size show";
        case Standing::beyond_95: return "At the edge: one school in twenty lies there";
        case Standing::beyond_99_8: return "Beyond what schools of its size show: worth a conversation";
    }
    return {};
}

h::Node number(int value) { return text::grouped(value); }

h::Node number(std::optional<int> const& value) { return value ? number(*value) : h::Node("–"); }

h::Node effect_in_words(std::optional<double> const& effect) {
    return effect ? insight::effect_in_words(*effect) : "–";
}

h::Node support_by_year(County const& county) {
    design::Table table{
        .caption = "All schools that gave their figures, by school year",
        .columns = {
            {"School year"},
            {"Schools", numbers},
            {"Children with support", numbers},
            {"Median of the schools' median waits, days", numbers},
            {"Sessions attended", numbers}}};
    for (auto const& year : county.years)
        table.rows.push_back(
            {insight::year_in_words(year.school_year),
             number(year.schools),
             number(year.supported),
             number(year.days_waited),
             year.planned > 0 ? h::Node(percent_in_words(year.attended, year.planned)) : h::Node("–")}
        );
    return design::table(table);
}

h::Node change_by_year(County const& county) {
    design::Table table{
        .caption = "Change of the children's own targets, by school year",
        .columns = {
            {"School year"},
            {"Schools that measured", numbers},
            {"Measured twice", numbers},
            {"Not counted", numbers},
            {"Median days between", numbers},
            {"Mean change, 95 % interval", numbers},
            {"Effect size", numbers}}};
    for (auto const& year : county.years)
        table.rows.push_back(
            {insight::year_in_words(year.school_year),
             number(year.schools_measured),
             number(year.measured),
             number(year.not_counted),
             number(year.days_between),
             year.change ? mean_of_schools(*year.change, year.schools_measured) : "–",
             effect_in_words(year.effect)}
        );
    return design::table(table);
}

h::Node years_of(County const& county) { return h::group(support_by_year(county), change_by_year(county)); }

std::string all_together(ByMeasure const& by) {
    auto const mean = "Over " + text::counted(by.schools, "school", "schools") + " and " +
                      text::counted(by.measured, "child", "children") +
                      " measured twice, the mean change is " + mean_of_schools(by.over_all, by.schools);
    if (by.of_schools.empty())
        return mean + ". How sure it is, and how far schools differ, is said from five schools on.";
    return mean + " with a confidence of 95 %. Beyond chance, schools differ by a standard deviation of " +
           number_in_words(by.between, 1) + ".";
}

std::string not_counted(OfSchool const& school) {
    auto const fewest = text::grouped(school.not_counted);
    return school.years_of_several_versions > 0 ? fewest + " or more" : fewest;
}

h::Node schools_of(ByMeasure const& by) {
    design::Table table{
        .caption = "Each school by name, over all years",
        .columns = {
            {"School"},
            {"Years", numbers},
            {"Measured twice", numbers},
            {"Not counted", numbers},
            {"Median days between", numbers},
            {"Its own mean change, 95 % interval", numbers},
            {"Effect size (Hedges' g of the change)", numbers},
            {"What it is likely to be", numbers},
            {"Where it lies"}}};
    for (auto const& school : by.of_schools)
        table.rows.push_back(
            {school.school.name,
             number(school.years),
             number(school.measured),
             not_counted(school),
             number(school.days_between),
             with_interval({school.mean, school.standard_error}, school.degrees),
             insight::effect_in_words(school.effect),
             with_interval(school.likely, school.degrees),
             where_it_lies(school.standing)}
        );
    return design::table(table);
}

h::Node plot_of(ByMeasure const& by) {
    constexpr std::string_view caption =
        "A mark is a school. The line is the mean of all. Nineteen in twenty schools lie between the dotted "
        "lines, and all but two in a thousand between the dashed ones, by chance and by what schools differ "
        "anyway. A diamond lies beyond them.";
    auto const question = "How do children change in schools of each size? " + in_words(by);
    return h::element(
        "figure",
        h::attribute("style", "margin: 0"),
        funnel(by, question),
        h::element("figcaption", design::small_print(caption))
    );
}

// Where schools rate by several editions of one scale.
h::Node which_edition(ByMeasure const& by) {
    if (by.editions == 1) return {};
    auto const& scale = *by.measure.scale;
    return h::p(
        scale.edition.empty() ? "What version of the instrument this was is known to each school alone, so "
                                "that it is put together "
                                "with no other."
                              : "Schools rate by " + std::to_string(by.editions) +
                                    " editions of this scale, whose words, items or scores differ. They are "
                                    "not put together; the "
                                    "one that was given first is edition 1."
    );
}

// Where a school used several versions of one edition within a year.
h::Node who_may_count_twice(ByMeasure const& by) {
    if (!by.may_count_twice) return {};
    return h::p(
        "In some years a school used two versions or more of the instrument, in which this scale is the "
        "same. "
        "A child who was measured by both then counts as two, “Not counted” is the fewest that it can be, "
        "and "
        "an interval may be too narrow."
    );
}

h::Node section_of(ByMeasure const& by) {
    auto const schools = [&]() -> h::Node { return h::group(plot_of(by), schools_of(by)); };
    return h::section(
        h::attribute("id", "schools"),
        h::h2(in_words(by)),
        which_edition(by),
        who_may_count_twice(by),
        h::p(all_together(by)),
        by.of_schools.empty() ? h::Node(h::p("Schools are told apart from five on.")) : schools()
    );
}

// Each measure leads to its schools where the page has an address.
h::Node measures_of(County const& county, Shown const& shown) {
    design::Table table{
        .caption = "All schools together, by what was measured",
        .columns =
            {{"What was measured"},
             {"Schools", numbers},
             {"Measured twice", numbers},
             {"Not counted", numbers},
             {"Median days between", numbers},
             {"Mean change of schools, 95 % interval", numbers},
             {"Effect size", numbers},
             {"Schools differ beyond chance by (standard deviation)", numbers}},
        .rows = {},
        .caption_unseen = true};
    for (std::size_t i = 0; i < county.measures.size(); ++i) {
        auto const& by = county.measures[i];
        auto const number_of_it = std::to_string(i + 1);
        auto const path = shown.path_to(i, shown.by) + "#schools";
        auto const name = number_of_it + ". " + in_words(by);
        bool const leads = !shown.path.empty() && i != shown.measure;
        table.rows.push_back(
            {leads ? h::a(h::href(path), name) : h::Node(name),
             number(by.schools),
             number(by.measured),
             number(by.not_counted),
             number(by.days_between),
             mean_of_schools(by.over_all, by.schools),
             effect_in_words(by.effect),
             by.of_schools.empty() ? h::Node("–") : h::Node(number_in_words(by.between, 1))}
        );
    }
    return h::section(h::h2("What was measured"), design::table(table));
}

h::Node chosen_of(County const& county, Shown const& shown) {
    if (county.measures.empty()) return {};
    auto const chosen = shown.measure < county.measures.size() ? shown.measure : 0;
    return h::group(measures_of(county, shown), section_of(county.measures[chosen]));
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
            h::li("Pupil premium, SEN provision, sex and ethnicity are those of the day on which a school "
                  "made its "
                  "figures. What they were when a child had support is not told."),
            h::li(
                "Each school gave its own figures, and none of them tells of fewer than five children. Sums "
                "over schools and years are sums of these."
            )
        )
    );
}

// By the page's own rule: of so few schools, an error would lead back to what single ones gave.
std::string error_as_csv(OfYear const& year) {
    bool const are_few = year.schools_measured < static_cast<int>(fewest_schools);
    return year.change && !are_few ? fmt::format("{:.3f}", year.change->standard_error) : std::string();
}

std::string years_as_csv(County const& county) {
    std::string csv =
        "school_year,schools,with_support,median_of_medians_days_waited,sessions_planned,sessions_attended,"
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
            error_as_csv(year)
        );
    return csv;
}

std::string schools_as_csv(County const& county) {
    std::string csv =
        "measure,school,years,measured_twice,not_counted,median_days_between,mean_change,standard_error,"
        "degrees,hedges_g,likely_change,likely_standard_error,where_it_lies,years_of_several_versions\r\n";
    for (auto const& by : county.measures)
        for (auto const& school : by.of_schools)
            csv += fmt::format(
                "{},{},{},{},{},{},{:.3f},{:.3f},{},{:.3f},{:.3f},{:.3f},{},{}\r\n",
                text::csv_cell(in_words(by)),
                text::csv_cell(school.school.name),
                school.years,
                school.measured,
                school.not_counted,
                school.days_between,
                school.mean,
                school.standard_error,
                school.degrees,
                school.effect,
                school.likely.value,
                school.likely.standard_error,
                word(school.standing),
                school.years_of_several_versions
            );
    return csv;
}

}  // namespace

std::string Shown::path_to(std::size_t which, insight::Dimension dimension) const {
    bool const by_support = dimension == insight::Dimension::everyone;
    return url::with_query(
        path,
        {{"measure", std::to_string(which + 1)}, {"by", by_support ? std::string_view() : word(dimension)}}
    );
}

std::string in_words(ByMeasure const& by) {
    auto const& scale = by.measure.scale;
    if (!scale) return "The children's own targets, 0 to 10, rated by the class teacher. More is better";
    auto informant = std::string(insight::informant_in_words(scale->informant));
    informant.front() = text::ascii_lower(informant.substr(0, 1)).front();
    auto const& [instrument, label, direction, edition, least, most] = by.in_words;
    auto const which = by.editions == 1 ? std::string()
                                        : " (edition " + std::to_string(by.edition) + " of " +
                                              std::to_string(by.editions) + ")";
    auto const scores =
        least && most ? ", " + std::to_string(*least) + " to " + std::to_string(*most) : std::string();
    return instrument + ": " + label + which + scores + ", rated by " + informant + ", " +
           std::string(insight::in_words(scale->span)) + ". " + std::string(assessments::in_words(direction));
}

design::Page outcomes(County const& county, Shown const& shown) {
    if (county.years.empty())
        return {
            .title = "Outcomes over schools",
            .main = h::group(
                design::heading("Outcomes over schools"),
                design::empty_state("No school has given its figures yet. Schools do so under Insight.")
            )};
    return {
        .title = "Outcomes over schools",
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Outcomes over schools"),
            years_of(county),
            breakdown(county, shown),
            chosen_of(county, shown),
            what_it_does_not_say(),
            shown.csv_path.empty() ? h::Node()
                                   : h::p(h::a(
                                         h::href(shown.csv_path),
                                         "All these figures, and every school by every measure, as a CSV file"
                                     ))
        )};
}

std::string as_csv(County const& county) {
    return years_as_csv(county) + "\r\n" + breakdown_as_csv(county) + "\r\n" + schools_as_csv(county);
}

}  // namespace county::pages
