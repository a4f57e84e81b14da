#include "insight/pages.hpp"

#include <algorithm>
#include <array>

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "html/url.hpp"
#include "insight/sentences.hpp"

namespace insight::pages {
namespace {

std::string path_to(int school_year, Asked const& asked) {
    bool const by_any = asked.dimension == Dimension::everyone;
    return url::with_query(
        path_of(school_year),
        {{"provision", asked.provision},
         {"by", by_any ? std::string_view{} : word(asked.dimension)},
         {"part", asked.part}}
    );
}

std::vector<Cell> parts_of(Outcomes const& outcomes, std::string const& provision, Dimension dimension) {
    std::vector<Cell> parts;
    std::ranges::copy_if(outcomes.cells, std::back_inserter(parts), [&](Cell const& cell) {
        return cell.provision == provision && cell.dimension == dimension;
    });
    return parts;
}

h::Node year_links(Year const& page) {
    if (page.years.size() < 2) return {};
    std::vector<design::Filter> years;
    for (int const year : page.years)
        years.push_back(
            {.text = year_in_words(year), .path = path_of(year), .current = year == page.release.school_year}
        );
    return design::filters("School year", years);
}

h::Node provision_links(Year const& page) {
    auto const& outcomes = page.release.outcomes;
    std::vector<design::Filter> choices;
    for (auto const& cell : outcomes.cells) {
        bool const is_whole = cell.dimension == Dimension::everyone;
        if (!is_whole) continue;
        Asked asked = page.asked;
        asked.provision = cell.provision;
        if (!find(outcomes, asked.provision, asked.dimension, asked.part))
            asked = {.provision = cell.provision};
        choices.push_back(
            {.text = provision_in_words(cell.provision),
             .path = path_to(page.release.school_year, asked),
             .current = cell.provision == page.asked.provision}
        );
    }
    return choices.size() > 1 ? design::filters("Support", choices) : h::Node();
}

void add_parts(Year const& page, Dimension dimension, std::vector<design::Filter>& choices) {
    for (auto const& cell : parts_of(page.release.outcomes, page.asked.provision, dimension))
        choices.push_back(
            {.text = part_in_words(dimension, cell.part),
             .path = path_to(
                 page.release.school_year,
                 {.provision = cell.provision, .dimension = dimension, .part = cell.part}
             ),
             .current = page.asked.dimension == dimension && page.asked.part == cell.part}
        );
}

constexpr std::array told_by{
    Dimension::sex,
    Dimension::sen_provision,
    Dimension::year_group,
    Dimension::pupil_premium,
    Dimension::ethnicity,
    Dimension::target_area};

h::Node part_links(Year const& page) {
    std::vector<design::Filter> choices{
        {.text = "Everyone",
         .path = path_to(page.release.school_year, {.provision = page.asked.provision}),
         .current = page.asked.dimension == Dimension::everyone}};
    for (auto const dimension : told_by) add_parts(page, dimension, choices);
    return choices.size() > 1 ? design::filters("Children", choices) : h::Node();
}

h::Node section(
    std::string_view heading, std::vector<std::string> const& sentences, std::string_view otherwise
) {
    auto const paragraph = [](std::string const& words) -> h::Node { return h::p(words); };
    if (sentences.empty()) return h::section(h::h2(heading), h::p(otherwise));
    return h::section(h::h2(heading), h::each(sentences, paragraph));
}

std::vector<std::string> unless_empty(std::string sentence) {
    return sentence.empty() ? std::vector<std::string>{} : std::vector{std::move(sentence)};
}

std::vector<std::string> reach_of(Cell const& cell, Outcomes const& outcomes) {
    std::vector<std::string> sentences{reach_in_words(cell)};
    bool const is_everybody = cell.dimension == Dimension::everyone && cell.provision.empty();
    if (is_everybody && outcomes.referred)
        sentences.push_back(
            text::counted(*outcomes.referred, "child was", "children were") +
            " referred in the year or had support."
        );
    return sentences;
}

h::Node how_it_is_worked_out(Cell const& cell) {
    if (!cell.change) return {};
    auto const sentences = how_change_is_worked_out(*cell.change, cell.supported);
    auto const paragraph = [](std::string const& words) -> h::Node { return h::p(words); };
    return design::details("How this is worked out", h::group(h::each(sentences, paragraph)));
}

h::Node figures(Cell const& cell, Outcomes const& outcomes) {
    constexpr std::string_view not_told =
        "This is not told here: too few children, or too few others, would be left to tell of.";
    auto const change =
        cell.change ? change_in_words(*cell.change, cell.supported) : std::vector<std::string>{};
    return h::group(
        section("Reach", reach_of(cell, outcomes), not_told),
        section("Waiting", unless_empty(waiting_in_words(cell)), not_told),
        section("Sessions", unless_empty(sessions_in_words(cell)), not_told),
        section("Change in the children's own targets, as class teachers saw it", change, not_told),
        how_it_is_worked_out(cell)
    );
}

h::Node number(std::optional<int> const& value) {
    return value ? h::Node(text::grouped(*value)) : h::Node("–");
}

// One column of a table of parts; it is left out where it would be dashes alone.
struct Figure {
    std::string_view heading;
    std::string (*of)(Cell const&);
};

std::string share(std::optional<int> const& part, std::optional<int> const& whole) {
    return part && whole && *whole > 0 ? percent_in_words(*part, *whole) : std::string();
}

std::string reached(Cell const& cell) {
    if (!cell.on_roll) return text::grouped(cell.supported);
    return text::grouped(cell.supported) + " of " + text::grouped(*cell.on_roll) + " (" +
           percent_in_words(cell.supported, *cell.on_roll) + ")";
}
std::string waited(Cell const& cell) { return cell.days_waited ? text::grouped(*cell.days_waited) : ""; }
std::string held(Cell const& cell) { return share(cell.delivered, cell.planned); }
std::string attended(Cell const& cell) { return share(cell.attended, cell.planned); }
std::string measured(Cell const& cell) {
    return cell.change ? text::grouped(cell.change->measured) : std::string();
}
std::string not_counted(Cell const& cell) {
    return cell.change ? text::grouped(cell.supported - cell.change->measured) : std::string();
}
std::string days_between(Cell const& cell) {
    return cell.change ? text::grouped(cell.change->days_between) : std::string();
}
std::string changed(Cell const& cell) {
    return cell.change ? interval_in_words(*cell.change) : std::string();
}
std::string effect(Cell const& cell) { return cell.change ? effect_in_words(*cell.change) : std::string(); }

constexpr std::array figures_of_parts{
    Figure{"With support, of the roll", reached},
    Figure{"Median wait, days", waited},
    Figure{"Sessions held", held},
    Figure{"Attended", attended},
    Figure{"Measured twice", measured},
    Figure{"Not counted", not_counted},
    Figure{"Median days between", days_between},
    Figure{"Mean change, 95 % interval", changed},
    Figure{"Effect size", effect}};

design::Table table_of(Year const& page, Dimension dimension) {
    auto const parts = parts_of(page.release.outcomes, page.asked.provision, dimension);
    design::Table table{
        .caption = std::string(in_words(dimension)) + ", " +
                   text::ascii_lower(provision_in_words(page.asked.provision)),
        .columns = {{"Children"}}};
    for (auto const& cell : parts) table.rows.push_back({part_in_words(cell.dimension, cell.part)});
    for (auto const& [heading, of] : figures_of_parts) {
        auto const is_empty = [of = of](Cell const& cell) { return of(cell).empty(); };
        if (std::ranges::all_of(parts, is_empty)) continue;
        table.columns.push_back({std::string(heading), design::Align::number});
        for (std::size_t i = 0; i < parts.size(); ++i)
            table.rows[i].push_back(is_empty(parts[i]) ? "–" : of(parts[i]));
    }
    return table;
}

h::Node side_by_side(Year const& page) {
    std::vector<h::Node> tables;
    for (auto const dimension : told_by) {
        auto const table = table_of(page, dimension);
        if (!table.rows.empty()) tables.push_back(design::table(table));
    }
    if (tables.empty()) return {};
    return h::section(
        h::h2("Side by side"),
        h::p("Change is that of the children's own targets, as class teachers saw it. "
             "A dash stands, and change is left out, where too few children, or too few others, would be "
             "left to tell of. A "
             "child who works on several target areas stands under each."),
        tables
    );
}

h::Node by_instruments(Year const& page) {
    auto const& scales = page.release.outcomes.scales;
    if (scales.empty()) return {};
    constexpr auto numbers = design::Align::number;
    auto const supported = page.release.outcomes.cells.front().supported;
    design::Table table{
        .caption = "Scores of everyone with support who was rated twice by the same kind of adult",
        .columns = {
            {"Scale"},
            {"Which way is better"},
            {"Rated by"},
            {"When"},
            {"Measured twice", numbers},
            {"Not counted", numbers},
            {"Median days between", numbers},
            {"Mean change, 95 % interval", numbers},
            {"Effect size", numbers}}};
    for (auto const& [scale, change, called] : scales)
        table.rows.push_back(
            {called.instrument + ": " + called.scale,
             assessments::in_words(called.direction),
             informant_in_words(scale.informant),
             in_words(scale.span),
             number(change.measured),
             number(supported - change.measured),
             number(change.days_between),
             interval_in_words(change),
             effect_in_words(change)}
        );
    return h::section(
        h::h2("Scores by instruments"),
        h::p("Ratings of different adults, and of two versions of an instrument, are never put together."),
        design::table(table)
    );
}

h::Node county_form(design::FormGuard const& guard, Year const& page) {
    auto const& release = page.release;
    if (release.given_at)
        return h::p(
            "The county can see these figures. " + release.given_by_name + " gave them on " +
            calendar::in_words(calendar::local_date(*release.given_at)) + "."
        );
    if (!page.may_make || release.outcomes.cells.empty()) return {};
    return h::section(
        h::h2("For the county"),
        h::p("The figures are the school's. Given to the county, they stand beside those of other schools, "
             "without a "
             "league table. They name no child."),
        design::form(
            guard,
            path_of(release.school_year) + "/county",
            design::secondary_button("Give these figures to the county")
        )
    );
}

h::Node heading_of(Year const& page) {
    auto const& asked = page.asked;
    std::vector<std::string> words;
    if (!asked.provision.empty()) words.push_back(provision_in_words(asked.provision));
    if (asked.dimension != Dimension::everyone) words.push_back(part_in_words(asked.dimension, asked.part));
    return design::heading("Insight, " + year_in_words(page.release.school_year), text::joined(words, " · "));
}

h::Node too_few(Release const& release) {
    return h::p(
        "Of " + text::counted(release.outcomes.on_roll, "child", "children") +
        " on the roll, fewer than five, or all but so few, began a programme. Nothing is told of so few."
    );
}

}  // namespace

design::Page year(design::FormGuard const& guard, Year const& page) {
    auto const& release = page.release;
    auto const& asked = page.asked;
    auto const* const cell = find(release.outcomes, asked.provision, asked.dimension, asked.part);
    bool const is_unfiltered = asked.provision.empty() && asked.dimension == Dimension::everyone;
    auto const shown = [&]() -> h::Node {
        if (release.outcomes.cells.empty()) return too_few(release);
        return h::group(
            year_links(page),
            provision_links(page),
            part_links(page),
            cell
                ? figures(*cell, release.outcomes)
                : h::p("These filters together would leave too few children, or too few others, to tell of."),
            is_unfiltered ? by_instruments(page) : h::Node(),
            side_by_side(page)
        );
    };
    return {
        .title = "Insight, " + year_in_words(release.school_year),
        .layout = design::Layout::wide,
        .main = h::group(
            heading_of(page),
            shown(),
            how_children_are_safe(),
            design::small_print(
                "Made by " + release.made_by_name + " on " +
                calendar::in_words(calendar::local_date(release.made_at)) +
                ". Sex, SEN provision, pupil premium and ethnicity, where the school keeps it, are those on "
                "the roll on that day."
            ),
            h::p(h::a(
                h::href(path_of(release.school_year) + "/outcomes.csv"), "All these figures as a CSV file"
            )),
            h::when(
                page.may_decide_on_ethnicity,
                []() -> h::Node {
                    return h::p(
                        h::a(h::href("/school/ethnicity"), "Whether the school keeps ethnicity"),
                        ", for figures of years to come."
                    );
                }
            ),
            county_form(guard, page),
            ways_to_make(page.years_to_make)
        )};
}

}  // namespace insight::pages
