#include <algorithm>
#include <cmath>

#include "design/lists.hpp"
#include "design/notices.hpp"
#include "design/way.hpp"

namespace design {
namespace {

// The field of the drawing, in its own units; the drawing scales with its column.
constexpr double width = 640;
constexpr double height = 252;
constexpr double left = 32;
constexpr double top = 16;
constexpr double bottom = 44;

struct Spot {
    double x;
    double y;
};

// Room for the names at the ends of the lines.
double right_of(Chart const& chart) {
    std::size_t longest = 0;
    for (auto const& line : chart.lines) longest = std::max(longest, line.name.size());
    return std::min(240.0, 48 + 8.5 * static_cast<double>(longest));
}

// "96.5", "8": to a tenth.
std::string figure(double value) {
    auto const tenths = std::lround(value * 10);
    auto text = (tenths < 0 ? "-" : "") + std::to_string(std::abs(tenths) / 10);
    if (auto const rest = std::abs(tenths) % 10; rest != 0) text.append({'.', static_cast<char>('0' + rest)});
    return text;
}

double height_of(Chart const& chart, double value) {
    auto const up = (value - chart.least) / (chart.most - chart.least);
    return top + (1 - up) * (height - top - bottom);
}

double place_of_day(Chart const& chart, std::vector<ChartPoint> const& points, double day) {
    auto const first = points.front().day;
    auto const days = static_cast<double>(std::max(points.back().day - first, 1L));
    return left + (day - static_cast<double>(first)) / days * (width - left - right_of(chart));
}

double place_of(Chart const& chart, std::vector<ChartPoint> const& points, std::size_t index) {
    return place_of_day(chart, points, static_cast<double>(points[index].day));
}

// True where the mark lies between two points that are drawn.
bool is_marked(Chart const& chart) {
    if (!chart.mark || chart.lines.empty() || chart.lines.front().points.empty()) return false;
    auto const& points = chart.lines.front().points;
    return points.front().day < chart.mark->day && chart.mark->day <= points.back().day;
}

bool is_over_the_mark(Chart const& chart, std::vector<ChartPoint> const& points, std::size_t index) {
    return chart.mark && index > 0 && points[index - 1].day < chart.mark->day &&
           chart.mark->day <= points[index].day;
}

Spot spot(Chart const& chart, std::vector<ChartPoint> const& points, std::size_t index) {
    return {place_of(chart, points, index), height_of(chart, *points[index].value)};
}

h::Node text_at(Spot at, std::string_view classes, std::string_view text) {
    return h::element(
        "text", h::css(classes), h::attribute("x", figure(at.x)), h::attribute("y", figure(at.y)), text
    );
}

h::Node grid_line(Chart const& chart, double value) {
    auto const y = figure(height_of(chart, value));
    auto const end = figure(width - right_of(chart));
    return h::group(
        h::element(
            "line",
            h::css("chart__grid"),
            h::attribute("x1", figure(left)),
            h::attribute("x2", end),
            h::attribute("y1", y),
            h::attribute("y2", y)
        ),
        text_at({left - 8, height_of(chart, value) + 5}, "chart__value", figure(value))
    );
}

// A week without a rating leaves a gap: the line starts anew after it.
std::string path_of(Chart const& chart, ChartLine const& line) {
    std::string path;
    bool drawing = false;
    for (std::size_t i = 0; i < line.points.size(); ++i) {
        auto const& value = line.points[i].value;
        if (is_over_the_mark(chart, line.points, i)) drawing = false;
        if (value) {
            auto const at = spot(chart, line.points, i);
            path += (drawing ? "L" : "M") + figure(at.x) + " " + figure(at.y);
        }
        drawing = value.has_value();
    }
    return path;
}

h::Node dot(Spot at) {
    return h::element(
        "circle",
        h::css("chart__dot"),
        h::attribute("cx", figure(at.x)),
        h::attribute("cy", figure(at.y)),
        h::attribute("r", "4")
    );
}

auto ratings_of(ChartLine const& line) {
    return std::ranges::count_if(line.points, [](auto const& point) { return point.value.has_value(); });
}

// Two values are a before and an after: a line between them would show a way that nobody saw.
bool is_before_and_after(ChartLine const& line) { return ratings_of(line) == 2; }

// The number above the mark of the first, on a wide screen and on a narrow one; that of the last stands
// beside it.
h::Node before(Spot at, double value) {
    return h::group(
        text_at({at.x - 4, at.y - 14}, "chart__name", figure(value)),
        text_at({at.x - 8, at.y - 14}, "chart__figure", figure(value))
    );
}

// "3 on 5 May, and 6 on 12 May."
std::string in_words(ChartLine const& line) {
    std::string words;
    for (auto const& point : line.points)
        if (point.value)
            words += (words.empty() ? " " : ", and ") + figure(*point.value) + " on " + point.when;
    return words + ".";
}

h::Node drawn_line(Chart const& chart, ChartLine const& line, std::size_t number) {
    bool const two = is_before_and_after(line);
    std::vector<h::Node> dots;
    Spot last{};
    double value = 0;
    for (std::size_t i = 0; i < line.points.size(); ++i) {
        if (!line.points[i].value) continue;
        value = *line.points[i].value;
        last = spot(chart, line.points, i);
        if (two && dots.empty()) dots.push_back(before(last, value));
        dots.push_back(dot(last));
    }
    if (dots.empty()) return {};
    auto const joined = [&]() -> h::Node {
        return h::element("path", h::attribute("d", path_of(chart, line)));
    };
    return h::element(
        "g",
        h::css(number == 0 ? "chart__line" : "chart__line chart__line--second"),
        h::when(!two, joined),
        dots,
        text_at({last.x + 12, last.y + 5}, "chart__name", line.name + " " + figure(value)),
        text_at({last.x + 12, last.y + 10}, "chart__figure", figure(value))
    );
}

// Between the days, since the mark's own day belongs to what follows.
h::Node mark(Chart const& chart) {
    if (!is_marked(chart)) return {};
    auto const& points = chart.lines.front().points;
    auto const x = place_of_day(chart, points, static_cast<double>(chart.mark->day) - 0.5);
    return h::group(
        h::element(
            "line",
            h::css("chart__mark"),
            h::attribute("x1", figure(x)),
            h::attribute("x2", figure(x)),
            h::attribute("y1", "4"),
            h::attribute("y2", figure(height - bottom))
        ),
        text_at({x - 8, 12}, "chart__side chart__side--before", chart.mark->before),
        text_at({x + 8, 12}, "chart__side", chart.mark->from)
    );
}

// Under the days, so that none covers a value.
h::Node happenings(Chart const& chart) {
    if (!chart.happening || chart.lines.empty()) return {};
    constexpr double side = 8;
    auto const& points = chart.lines.front().points;
    std::vector<h::Node> squares;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (points[i].happened)
            squares.push_back(h::element(
                "rect",
                h::css("chart__happened"),
                h::attribute("x", figure(place_of(chart, points, i) - side / 2)),
                h::attribute("y", figure(height - bottom + 3)),
                h::attribute("width", figure(side)),
                h::attribute("height", figure(side))
            ));
    return h::group(squares);
}

h::Node key_of_happening(Chart const& chart) {
    if (!chart.happening) return {};
    return h::p(h::css("chart__happening"), h::attribute("aria-hidden", "true"), chart.happening->key);
}

// The first and the last day are named, and of those between the ones that have room.
constexpr double room_of_a_day = 60;

std::vector<h::Node> days(Chart const& chart) {
    std::vector<h::Node> labels;
    if (chart.lines.empty() || chart.lines.front().points.empty()) return labels;
    auto const& points = chart.lines.front().points;
    auto const end = place_of(chart, points, points.size() - 1);
    auto named = -room_of_a_day;
    for (std::size_t i = 0; i < points.size(); ++i) {
        auto const x = place_of(chart, points, i);
        bool const is_last = i + 1 == points.size();
        if (x - named < room_of_a_day || (!is_last && end - x < room_of_a_day)) continue;
        auto const* const css = i == 0    ? "chart__day chart__day--first"
                                : is_last ? "chart__day"
                                          : "chart__day chart__day--between";
        labels.push_back(text_at({x, height - 12}, css, points[i].when));
        named = x;
    }
    return labels;
}

std::string key_css(ChartLine const& line, bool is_first) {
    return std::string("chart__key") + (is_first ? "" : " chart__key--second") +
           (ratings_of(line) > 2 ? "" : " chart__key--dots");
}

// On a narrow screen the names stand here instead of beside the lines.
h::Node names(Chart const& chart) {
    std::vector<h::Node> items;
    for (auto const& line : chart.lines)
        items.push_back(h::li(h::css(key_css(line, items.empty())), line.name));
    return h::ul(h::css("chart__names"), h::attribute("aria-hidden", "true"), items);
}

std::vector<h::Node> figures_of_day(Chart const& chart, std::size_t index) {
    std::vector<h::Node> cells{chart.lines.front().points[index].when};
    for (auto const& line : chart.lines) {
        auto const has = index < line.points.size() && line.points[index].value;
        cells.emplace_back(has ? figure(*line.points[index].value) : "no rating");
    }
    bool const happened = chart.lines.front().points[index].happened;
    if (chart.happening) cells.emplace_back(happened ? chart.happening->happened : chart.happening->did_not);
    if (chart.mark)
        cells.emplace_back(
            chart.lines.front().points[index].day < chart.mark->day ? chart.mark->before : chart.mark->from
        );
    return cells;
}

h::Node figures(Chart const& chart) {
    if (chart.lines.empty()) return {};
    Table table{
        .caption = chart.question, .columns = {{.heading = "Day"}}, .rows = {}, .caption_unseen = true};
    for (auto const& line : chart.lines) table.columns.push_back({line.name, Align::number});
    if (chart.happening) table.columns.push_back({.heading = chart.happening->heading});
    if (chart.mark) table.columns.push_back({.heading = "When"});
    for (std::size_t i = 0; i < chart.lines.front().points.size(); ++i)
        table.rows.push_back(figures_of_day(chart, i));
    return design::table(table);
}

h::Node drawing(Chart const& chart) {
    std::vector<h::Node> lines;
    for (auto const& line : chart.lines) lines.push_back(drawn_line(chart, line, lines.size()));
    std::string said = " The figures are in the table below.";
    if (chart.lines.size() == 1 && is_before_and_after(chart.lines.front()))
        said = in_words(chart.lines.front());
    return h::element(
        "svg",
        h::css("chart__drawing"),
        h::attribute("viewBox", "0 0 " + figure(width) + " " + figure(height)),
        h::role("img"),
        h::attribute("aria-label", chart.question + said),
        grid_line(chart, chart.least),
        grid_line(chart, (chart.least + chart.most) / 2),
        grid_line(chart, chart.most),
        days(chart),
        mark(chart),
        happenings(chart),
        lines
    );
}

}  // namespace

h::Node chart(Chart const& chart) {
    return h::figure(
        h::css("chart"),
        h::p(h::css("chart__question"), chart.question),
        names(chart),
        key_of_happening(chart),
        drawing(chart),
        h::figcaption(h::css("chart__caption"), chart.caption),
        details("The figures", figures(chart))
    );
}

}  // namespace design
