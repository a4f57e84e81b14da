#include "design/dots.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "design/lists.hpp"
#include "design/notices.hpp"

namespace design {
namespace {

// The field of the drawing, in its own units; the drawing scales with its column.
constexpr double width = 640;
constexpr double side = 24;
constexpr double below = 64;  // the line's figures, the diamond and its name
constexpr double widest_step = 14;
constexpr double radius = 6;
constexpr std::size_t most_figures = 11;

// "96.5", "8": to a hundredth, without what says nothing.
std::string figure(double value) {
    auto const hundredths = std::lround(value * 100);
    auto text = (hundredths < 0 ? "-" : "") + std::to_string(std::abs(hundredths) / 100);
    if (auto const rest = std::abs(hundredths) % 100; rest != 0) {
        text += rest < 10 ? ".0" : ".";
        text += std::to_string(rest % 10 == 0 ? rest / 10 : rest);
    }
    return text;
}

double place_of(Dots const& plot, double value) {
    return side + (value - plot.least) / (plot.most - plot.least) * (width - 2 * side);
}

// Dots that would overlap stand on each other, in the middle of their places.
struct Stack {
    int dots = 0;
    double places = 0;

    double middle() const { return places / dots; }
};
using Stacks = std::map<long, Stack>;

Stacks stacks_of(Dots const& plot) {
    Stacks stacks;
    for (double const value : plot.others) {
        double const place = place_of(plot, value);
        auto& stack = stacks[std::lround(place / (2 * radius))];
        ++stack.dots;
        stack.places += place;
    }
    return stacks;
}

struct Field {
    double step = widest_step;  // from a dot to the one on it
    double line = 0;            // where the scale lies, from above
    double height = 0;
};

Field field_of(Stacks const& stacks) {
    int tallest = 1;
    for (auto const& [place, stack] : stacks) tallest = std::max(tallest, stack.dots);
    Field field;
    field.step = std::min(widest_step, 196.0 / tallest);
    field.line = field.step * tallest + 16;
    field.height = field.line + below;
    return field;
}

h::Node text_at(double x, double y, std::string_view classes, std::string_view text) {
    return h::element(
        "text", h::css(classes), h::attribute("x", figure(x)), h::attribute("y", figure(y)), text
    );
}

std::vector<h::Node> stacked(Stacks const& stacks, Field const& field) {
    std::vector<h::Node> drawn;
    for (auto const& [place, stack] : stacks)
        for (int nth = 0; nth < stack.dots; ++nth)
            drawn.push_back(h::element(
                "circle",
                h::css("dots__one"),
                h::attribute("cx", figure(stack.middle())),
                h::attribute("cy", figure(field.line - 10 - field.step * nth)),
                h::attribute("r", figure(std::min(radius - 1, field.step / 2)))
            ));
    return drawn;
}

// The whole numbers of a short scale, else its ends and middle.
std::vector<double> figures_on(Dots const& plot) {
    std::vector<double> values;
    if (plot.most - plot.least < most_figures)
        for (double value = plot.least; value <= plot.most; value += 1) values.push_back(value);
    else
        for (int quarter = 0; quarter <= 4; ++quarter)
            values.push_back(plot.least + (plot.most - plot.least) * quarter / 4);
    return values;
}

h::Node scale(Dots const& plot, Field const& field) {
    std::vector<h::Node> drawn;
    for (double const value : figures_on(plot))
        drawn.push_back(text_at(place_of(plot, value), field.line + 20, "dots__value", figure(value)));
    return h::group(
        h::element(
            "line",
            h::css("chart__grid"),
            h::attribute("x1", figure(side - 12)),
            h::attribute("x2", figure(width - side + 12)),
            h::attribute("y1", figure(field.line)),
            h::attribute("y2", figure(field.line))
        ),
        drawn
    );
}

h::Node diamond(Dots const& plot, Field const& field) {
    if (!plot.own) return {};
    double const x = place_of(plot, *plot.own), y = field.line + 40;
    bool const at_the_end = x > width * 0.7;
    auto const path = "M" + figure(x) + " " + figure(y - 10) + "l10 10l-10 10l-10 -10Z";
    return h::group(
        h::element("path", h::css("dots__own"), h::attribute("d", path)),
        text_at(
            at_the_end ? x - 16 : x + 16,
            y + 6,
            at_the_end ? "dots__name dots__name--before" : "dots__name",
            plot.own_name + " " + figure(*plot.own)
        )
    );
}

h::Node figures(Dots const& plot) {
    std::map<double, int> counts;
    for (double const value : plot.others) ++counts[value];
    if (plot.own) counts.try_emplace(*plot.own, 0);
    Table table{
        .caption = plot.question,
        .columns = {{.heading = "Score"}, {plot.others_are, Align::number}, {.heading = plot.own_name}},
        .rows = {},
        .caption_unseen = true};
    for (auto const& [value, count] : counts)
        table.rows.push_back(
            {figure(value), std::to_string(count), plot.own == value ? h::Node("here") : h::Node("")}
        );
    return design::table(table);
}

}  // namespace

h::Node dots(Dots const& plot) {
    auto const stacks = stacks_of(plot);
    auto const field = field_of(stacks);
    auto const drawing = [&]() -> h::Node {
        return h::element(
            "svg",
            h::css("chart__drawing dots__drawing"),
            h::attribute("viewBox", "0 0 " + figure(width) + " " + figure(field.height)),
            h::role("img"),
            h::attribute("aria-label", plot.question + " The figures are in the table below."),
            scale(plot, field),
            stacked(stacks, field),
            diamond(plot, field)
        );
    };
    return h::figure(
        h::css("chart dots"),
        h::p(h::css("chart__question"), plot.question),
        drawing(),
        h::figcaption(h::css("chart__caption"), plot.caption),
        details("The figures", figures(plot))
    );
}

}  // namespace design
