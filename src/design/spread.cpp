#include "design/spread.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace design {
namespace {

// The field of a section's drawing, in its own units; it scales with the page. As wide and tall as that of
// one child, so that both are read alike.
constexpr double width = 640;
constexpr double tall = 128;
constexpr double around = 24;
constexpr double narrow = 52;
constexpr double wide = 124;
constexpr std::size_t letters = 2;
constexpr double left = 8;
constexpr double largest = 4.5;   // radius of a dot
constexpr double smallest = 2.2;  // still told apart on paper
constexpr double bar = 4;

bool is_short(SpreadColumn const& column) { return column.code.size() <= letters; }

std::string figure(double value) {
    auto const tenths = std::lround(value * 10);
    auto text = std::to_string(tenths / 10);
    if (auto const rest = tenths % 10; rest != 0) text.append({'.', static_cast<char>('0' + rest)});
    return text;
}

h::Node box(double x, double y, double across, double high, std::string_view classes) {
    return h::element(
        "rect",
        h::css(classes),
        h::attribute("x", figure(x)),
        h::attribute("y", figure(y)),
        h::attribute("width", figure(across)),
        h::attribute("height", figure(high))
    );
}

h::Node line(double x1, double x2, double y, std::string_view classes) {
    return h::element(
        "line",
        h::css(classes),
        h::attribute("x1", figure(x1)),
        h::attribute("x2", figure(x2)),
        h::attribute("y1", figure(y)),
        h::attribute("y2", figure(y))
    );
}

h::Node dot(double x, double y, double radius, std::string_view classes) {
    return h::element(
        "circle",
        h::css(classes),
        h::attribute("cx", figure(x)),
        h::attribute("cy", figure(y)),
        h::attribute("r", figure(radius))
    );
}

using ByScore = std::map<int, int>;  // how many children have it

ByScore by_score(std::vector<int> const& values) {
    ByScore counted;
    for (int const value : values) ++counted[value];
    return counted;
}

// One column with the children's marks.
class Marks {
public:
    Marks(SpreadSection const& section, SpreadColumn const& column, double from, double across)
        : section_(section), column_(column), from_(from), across_(across) {
        for (auto const& values : column.values) {
            series_.push_back(by_score(values));
            for (auto const& [score, children] : series_.back()) most_ = std::max(most_, children);
        }
    }

    h::Node drawn() const {
        return h::group(box(from_, around, across_, tall, "profile__column"), usual(), marks());
    }

private:
    double place(int score) const {
        auto const share = static_cast<double>(score - column_.scores.least) /
                           std::max(1, column_.scores.most - column_.scores.least);
        auto const far = std::clamp(share, 0.0, 1.0) * tall;
        return section_.drawn_down ? around + far : around + tall - far;
    }

    h::Node usual() const {
        if (!column_.usual) return {};
        auto const low = place(column_.usual->least);
        auto const high = place(column_.usual->most);
        return h::group(
            box(from_, std::min(low, high), across_, std::abs(high - low), "profile__usual"),
            line(from_, from_ + across_, low, "profile__edge"),
            line(from_, from_ + across_, high, "profile__edge")
        );
    }

    h::Node marks() const {
        std::vector<h::Node> drawn;
        auto const each = across_ / static_cast<double>(std::max<std::size_t>(series_.size(), 1));
        auto const radius = std::min(largest, each * 0.92 / (2 * most_));
        for (std::size_t i = 0; i < series_.size(); ++i) {
            bool const is_last = i + 1 == series_.size();
            auto const* const classes = is_last ? "spread__mark" : "spread__mark spread__mark--before";
            auto const middle = from_ + each * (static_cast<double>(i) + 0.5);
            for (auto const& [score, children] : series_[i])
                drawn.push_back(
                    radius < smallest ? bar_of(children, middle, each, place(score), classes)
                                      : dots_of(children, middle, radius, place(score), classes)
                );
        }
        return h::group(drawn);
    }

    h::Node bar_of(int children, double middle, double each, double y, std::string_view classes) const {
        auto const across = each * 0.9 * children / most_;
        return box(middle - across / 2, y - bar / 2, across, bar, classes);
    }

    static h::Node dots_of(int children, double middle, double radius, double y, std::string_view classes) {
        std::vector<h::Node> drawn;
        auto const first = middle - radius * (children - 1);
        for (int i = 0; i < children; ++i) drawn.push_back(dot(first + 2 * radius * i, y, radius, classes));
        return h::group(drawn);
    }

    SpreadSection const& section_;
    SpreadColumn const& column_;
    double from_;
    double across_;
    std::vector<ByScore> series_;
    int most_ = 1;  // children at one height
};

h::Node drawing(Spread const& spread, SpreadSection const& section) {
    if (section.columns.empty()) return {};
    auto const step = std::min(
        std::ranges::all_of(section.columns, is_short) ? narrow : wide,
        (width - 2 * left) / static_cast<double>(section.columns.size())
    );
    auto const base = section.drawn_down ? around : around + tall;
    std::vector<h::Node> drawn;
    for (std::size_t i = 0; i < section.columns.size(); ++i) {
        auto const& column = section.columns[i];
        auto const from = left + step * (static_cast<double>(i) + 0.1);
        auto const across = step * 0.8;
        drawn.push_back(Marks(section, column, from, across).drawn());
        drawn.push_back(h::element(
            "text",
            h::css("profile__code"),
            h::attribute("x", figure(from + across / 2)),
            h::attribute("y", figure(section.drawn_down ? base - 8 : base + 18)),
            column.code
        ));
    }
    auto const end = left + step * static_cast<double>(section.columns.size());
    return h::group(
        h::p(h::css("profile__section"), section.name),
        h::element(
            "svg",
            h::css("profile__drawing"),
            h::attribute("viewBox", "0 0 " + figure(width) + " " + figure(tall + 2 * around)),
            h::role("img"),
            h::attribute(
                "aria-label", spread.title + ", " + section.name + ". The figures are in the table below."
            ),
            drawn,
            line(left, end, base, "profile__line")
        )
    );
}

h::Node key(Spread const& spread) {
    if (spread.series.size() < 2) return {};
    std::vector<h::Node> items;
    for (std::size_t i = 0; i < spread.series.size(); ++i)
        items.push_back(h::li(
            h::css(i + 1 == spread.series.size() ? "spread__key" : "spread__key spread__key--before"),
            spread.series[i]
        ));
    return h::ul(h::css("profile__names"), items);
}

}  // namespace

h::Node spread(Spread const& spread) {
    std::vector<h::Node> drawings;
    for (auto const& section : spread.sections) drawings.push_back(drawing(spread, section));
    return h::figure(
        h::css("profile"),
        h::p(h::css("profile__title"), spread.title),
        key(spread),
        drawings,
        h::figcaption(h::css("profile__caption"), spread.caption),
        h::div(h::css("profile__figures"), spread.figures)
    );
}

}  // namespace design
