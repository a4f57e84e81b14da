#include "county/funnel_pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "insight/sentences.hpp"

namespace county::pages {
namespace {

// The field of the drawing, in its own units; the drawing scales with its column.
constexpr double width = 720;
constexpr double height = 380;
constexpr double left = 52;
constexpr double right = 92;
constexpr double above = 16;
constexpr double below = 48;
constexpr int steps = 60;

struct Field {
    int fewest = 1;
    int most = 1;
    double least = 0;
    double greatest = 0;

    double x(double children) const {
        return left + (children - fewest) / std::max(1, most - fewest) * (width - left - right);
    }
    double y(double change) const {
        return above + (greatest - change) / (greatest - least) * (height - above - below);
    }
};

Field field_of(ByMeasure const& by) {
    Field field{.fewest = insight::fewest_children, .most = insight::fewest_children + 1};
    for (auto const& school : by.of_schools) field.most = std::max(field.most, school.measured);
    auto const limits = by_chance(by.around, field.fewest, Standing::beyond_99_8);
    field.least = std::floor(limits.lower);
    field.greatest = std::ceil(limits.upper);
    for (auto const& school : by.of_schools) {
        field.least = std::min(field.least, std::floor(school.mean));
        field.greatest = std::max(field.greatest, std::ceil(school.mean));
    }
    return field;
}

std::string change_in_words(double change) {
    return (change > 0 ? "+" : "") + insight::number_in_words(change, 0);
}

std::string place(double value) { return fmt::format("{:.1f}", value); }

h::Node text_at(double x, double y, std::string_view anchor, std::string_view text) {
    return h::element(
        "text",
        h::css("dots__value"),
        h::attribute("x", place(x)),
        h::attribute("y", place(y)),
        h::attribute("style", fmt::format("text-anchor: {}; fill: currentColor; font-size: 15px", anchor)),
        text
    );
}

h::Node path_of(std::string const& path, std::string_view dashes) {
    return h::element(
        "path",
        h::attribute("d", path),
        h::attribute("fill", "none"),
        h::attribute("stroke", "currentColor"),
        h::attribute("stroke-width", "1.5"),
        h::attribute_if("stroke-dasharray", dashes)
    );
}

template <class Of>
std::string curve(Field const& field, Of of) {
    std::string path;
    for (int step = 0; step <= steps; ++step) {
        double const children =
            field.fewest + (field.most - field.fewest) * static_cast<double>(step) / steps;
        auto const n = std::max(field.fewest, static_cast<int>(std::lround(children)));
        path += (step == 0 ? "M" : " L") + place(field.x(n)) + " " + place(field.y(of(n)));
    }
    return path;
}

h::Node limits(Field const& field, Around const& around, Standing beyond, std::string_view dashes) {
    auto const lower = [&](int n) { return by_chance(around, n, beyond).lower; };
    auto const upper = [&](int n) { return by_chance(around, n, beyond).upper; };
    return h::group(path_of(curve(field, lower), dashes), path_of(curve(field, upper), dashes));
}

// What each line is, beside its end and never over another.
h::Node names_of_lines(Field const& field, Around const& around) {
    constexpr double line = 18;
    auto const end_of = [&](Standing beyond) { return field.y(by_chance(around, field.most, beyond).upper); };
    auto const x = width - right + 6;
    auto const of_99_8 = end_of(Standing::beyond_99_8) + 5;
    auto const of_95 = std::max(end_of(Standing::beyond_95) + 5, of_99_8 + line);
    auto const of_all = std::max(field.y(around.mean) + 5, of_95 + line);
    return h::group(
        text_at(x, of_99_8, "start", "99.8 %"),
        text_at(x, of_95, "start", "95 %"),
        text_at(x, of_all, "start", "all schools")
    );
}

h::Node mark(Field const& field, OfSchool const& school) {
    auto const x = field.x(school.measured), y = field.y(school.mean);
    if (school.standing != Standing::beyond_99_8)
        return h::element(
            "circle",
            h::css("dots__one"),
            h::attribute("cx", place(x)),
            h::attribute("cy", place(y)),
            h::attribute("r", "3.5")
        );
    auto const diamond = "M" + place(x) + " " + place(y - 6) + " L" + place(x + 6) + " " + place(y) + " L" +
                         place(x) + " " + place(y + 6) + " L" + place(x - 6) + " " + place(y) + " Z";
    return h::element("path", h::css("dots__own"), h::attribute("d", diamond));
}

h::Node scale(Field const& field) {
    std::vector<h::Node> drawn;
    double const step = std::max(1.0, std::ceil((field.greatest - field.least) / 6));
    for (double change = std::ceil(field.least / step) * step; change <= field.greatest; change += step) {
        drawn.push_back(h::element(
            "line",
            h::css("chart__grid"),
            h::attribute("x1", place(left)),
            h::attribute("x2", place(width - right)),
            h::attribute("y1", place(field.y(change))),
            h::attribute("y2", place(field.y(change)))
        ));
        drawn.push_back(text_at(left - 8, field.y(change) + 5, "end", change_in_words(change)));
    }
    for (int const children : {field.fewest, (field.fewest + field.most) / 2, field.most})
        drawn.push_back(text_at(field.x(children), height - below + 20, "middle", std::to_string(children)));
    drawn.push_back(text_at(
        left + (width - left - right) / 2, height - 6, "middle", "children measured twice, over all years"
    ));
    return h::group(drawn);
}

}  // namespace

h::Node funnel(ByMeasure const& by, std::string_view question) {
    auto const field = field_of(by);
    std::vector<h::Node> marks;
    for (auto const& school : by.of_schools) marks.push_back(mark(field, school));
    auto const mean = [&](int) { return by.around.mean; };
    return h::element(
        "svg",
        h::attribute("viewBox", fmt::format("0 0 {} {}", width, height)),
        h::role("img"),
        h::attribute("aria-label", question),
        h::attribute("style", "width: 100%; max-width: 720px; height: auto"),
        scale(field),
        limits(field, by.around, Standing::beyond_95, "2 4"),
        limits(field, by.around, Standing::beyond_99_8, "8 4"),
        path_of(curve(field, mean), ""),
        names_of_lines(field, by.around),
        marks
    );
}

}  // namespace county::pages
