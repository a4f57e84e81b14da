#include "county/breakdown_pages.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "county/sentences.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "insight/sentences.hpp"

namespace county::pages {
namespace {

using insight::percent_in_words;

// One column of a table of parts; it is left out where it would be dashes alone.
struct Figure {
    std::string_view heading;
    std::string (*of)(OfPart const&);
};

std::string share(int part, int whole) { return whole > 0 ? percent_in_words(part, whole) : std::string(); }

std::string schools(OfPart const& part) { return text::grouped(part.schools); }
std::string supported(OfPart const& part) { return text::grouped(part.supported); }
std::string reached(OfPart const& part) {
    if (!part.reach) return {};
    return share(part.reach->supported, part.reach->on_roll) + " of " + text::grouped(part.reach->on_roll);
}
std::string waited(OfPart const& part) {
    return part.days_waited ? text::grouped(*part.days_waited) : std::string();
}
std::string held(OfPart const& part) { return share(part.delivered, part.planned); }
std::string attended(OfPart const& part) { return share(part.attended, part.planned); }

constexpr std::array figures_of_support{
    Figure{"Schools", schools},
    Figure{"With support", supported},
    Figure{"Of the roll, where that is told", reached},
    Figure{"Median wait, days", waited},
    Figure{"Sessions held", held},
    Figure{"Attended", attended}};

std::string schools_measured(OfPart const& part) { return text::grouped(part.change->schools); }
std::string measured(OfPart const& part) { return text::grouped(part.change->measured); }
std::string not_counted(OfPart const& part) { return text::grouped(part.change->not_counted); }
std::string days_between(OfPart const& part) { return text::grouped(part.change->days_between); }
std::string changed(OfPart const& part) { return mean_of_schools(part.change->mean, part.change->schools); }
std::string effect(OfPart const& part) { return insight::effect_in_words(part.change->effect); }

constexpr std::array figures_of_change{
    Figure{"Schools", schools_measured},
    Figure{"Measured twice", measured},
    Figure{"Not counted", not_counted},
    Figure{"Median days between", days_between},
    Figure{"Mean change, 95 % interval", changed},
    Figure{"Effect size", effect}};

template <class Figures>
h::Node table_of(
    ByDimension const& by, std::vector<OfPart> const& parts, std::string caption, Figures const& figures
) {
    design::Table table{.caption = std::move(caption), .columns = {{std::string(told_by(by.dimension))}}};
    for (auto const& part : parts) table.rows.push_back({in_words(Part{by.dimension, part.name})});
    for (auto const& [heading, of] : figures) {
        auto const is_empty = [of = of](OfPart const& part) { return of(part).empty(); };
        if (std::ranges::all_of(parts, is_empty)) continue;
        table.columns.push_back({std::string(heading), design::Align::number});
        for (std::size_t i = 0; i < parts.size(); ++i)
            table.rows[i].push_back(is_empty(parts[i]) ? "–" : of(parts[i]));
    }
    return design::table(table);
}

h::Node changes(ByDimension const& by) {
    std::vector<OfPart> told;
    std::ranges::copy_if(by.parts, std::back_inserter(told), [](OfPart const& part) {
        return part.change.has_value();
    });
    if (told.empty()) return h::p("Change is told of no part of these by five schools.");
    constexpr auto caption = "Change in the children's own targets, rated 0 to 10 by the class teacher";
    return table_of(by, told, caption, figures_of_change);
}

std::string who_told(ByDimension const& by) {
    auto const told = text::counted(by.schools, "school", "schools") + " told of it.";
    if (by.parts_left_out == 0) return told;
    return told + " Left out: " + text::counted(by.parts_left_out, "part", "parts") +
           " told by fewer than five schools.";
}

h::Node section_of(ByDimension const& by) {
    if (by.parts.empty()) return {};
    return h::group(
        h::h3(told_by(by.dimension)),
        h::p(who_told(by)),
        table_of(by, by.parts, "Reach, waiting and sessions", figures_of_support),
        changes(by)
    );
}

h::Node ways_to_others(Shown const& shown) {
    std::vector<design::Filter> choices;
    for (auto const dimension : all_of<insight::Dimension>())
        choices.push_back(
            {.text = std::string(told_by(dimension)),
             .path = shown.path_to(shown.measure, dimension),
             .current = dimension == shown.by}
        );
    return design::filters("Told apart by", choices);
}

std::string number(std::optional<int> const& value) { return value ? std::to_string(*value) : std::string(); }

std::string change_as_csv(std::optional<ChangeOfPart> const& change) {
    if (!change) return ",,,,,,";
    return fmt::format(
        "{},{},{},{},{:.3f},{:.3f},{:.3f}",
        change->schools,
        change->measured,
        change->not_counted,
        change->days_between,
        change->mean.value,
        change->mean.standard_error,
        change->effect
    );
}

std::string as_line(ByDimension const& by, OfPart const& part) {
    bool const is_by_support = by.dimension == insight::Dimension::everyone;
    return fmt::format(
        "{},{},{},{},{},{},{},{},{},{},{}\r\n",
        is_by_support ? "support" : word(by.dimension),
        text::csv_cell(in_words(Part{by.dimension, part.name})),
        part.schools,
        part.supported,
        part.reach ? std::to_string(part.reach->supported) : "",
        part.reach ? std::to_string(part.reach->on_roll) : "",
        number(part.days_waited),
        part.planned,
        part.delivered,
        part.attended,
        change_as_csv(part.change)
    );
}

}  // namespace

h::Node breakdown(County const& county, Shown const& shown) {
    auto const is_told = [](ByDimension const& by) { return !by.parts.empty(); };
    bool const is_anything_told = std::ranges::any_of(county.dimensions, is_told);
    if (!is_anything_told && shown.path.empty()) return {};
    auto const section = [](ByDimension const& by) -> h::Node { return section_of(by); };
    return h::section(
        h::h2("By support, target area and children"),
        h::p("Over all years. Each school joins neighbouring year groups and small parts in its own way, so "
             "that no figure tells of fewer than five children: lines of one table may tell of the same "
             "children, and do not add up."),
        h::p("Each line has schools and years of its own. A difference between two lines is a reason to ask, "
             "not a finding; and of twenty intervals about one misses by chance."),
        h::p("Pupil premium, SEN provision, sex and ethnicity are those on the roll on the day on which a "
             "school "
             "made its figures; a year group is that of a child's last class in the school year."),
        h::p("A median wait is that of the schools' medians, a mean change that of schools. An effect size "
             "is Hedges' g of the "
             "change."),
        shown.path.empty() ? h::Node() : ways_to_others(shown),
        is_anything_told ? h::Node(h::group(h::each(county.dimensions, section)))
                         : h::Node(h::p("No part of it is told by five schools."))
    );
}

std::string breakdown_as_csv(County const& county) {
    std::string csv =
        "by,part,schools,with_support,with_support_where_roll_is_told,on_roll,"
        "median_of_medians_days_waited,sessions_planned,sessions_held,sessions_attended,schools_measured,"
        "measured_twice,not_counted,median_days_between,mean_change,standard_error,hedges_g\r\n";
    for (auto const& by : county.dimensions)
        for (auto const& part : by.parts) csv += as_line(by, part);
    return csv;
}

}  // namespace county::pages
