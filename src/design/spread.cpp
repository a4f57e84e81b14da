#include "design/spread.hpp"

#include <algorithm>
#include <map>

#include "design/strand_columns.hpp"

namespace design {
namespace {

constexpr double largest = 4.5;   // radius of a dot
constexpr double smallest = 2.2;  // still told apart on paper
constexpr double bar = 4;

using ByScore = std::map<int, int>;  // how many children have it

ByScore by_score(std::vector<int> const& values) {
    ByScore counted;
    for (int const value : values) ++counted[value];
    return counted;
}

// The children's marks in one column.
class Marks {
public:
    Marks(StrandColumns const& columns, std::size_t at, SpreadColumn const& column)
        : columns_(columns), column_(column), from_(columns.from(at)) {
        for (auto const& values : column.values) {
            series_.push_back(by_score(values));
            for (auto const& [score, children] : series_.back()) most_ = std::max(most_, children);
        }
    }

    h::Node drawn() const {
        std::vector<h::Node> drawn;
        auto const each = columns_.across() / static_cast<double>(std::max<std::size_t>(series_.size(), 1));
        auto const radius = std::min(largest, each * 0.92 / (2 * most_));
        for (std::size_t i = 0; i < series_.size(); ++i) {
            bool const is_last = i + 1 == series_.size();
            auto const* const classes = is_last ? "spread__mark" : "spread__mark spread__mark--before";
            auto const middle = from_ + each * (static_cast<double>(i) + 0.5);
            for (auto const& [score, children] : series_[i]) {
                auto const y = columns_.place(score, column_.scores);
                drawn.push_back(
                    radius < smallest ? bar_of(children, middle, each, y, classes)
                                      : dots_of(children, middle, radius, y, classes)
                );
            }
        }
        return h::group(drawn);
    }

private:
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

    StrandColumns const& columns_;
    SpreadColumn const& column_;
    double from_;
    std::vector<ByScore> series_;
    int most_ = 1;  // children at one height
};

h::Node drawing(Spread const& spread, SpreadSection const& section) {
    if (section.columns.empty()) return {};
    std::vector<std::string> codes;
    for (auto const& column : section.columns) codes.push_back(column.code);
    StrandColumns const columns(std::move(codes), section.drawn_down);
    std::vector<h::Node> drawn;
    for (std::size_t at = 0; at < section.columns.size(); ++at) {
        auto const& column = section.columns[at];
        h::Node const marks = h::group(columns.end_of(at, column.scores), Marks(columns, at, column).drawn());
        drawn.push_back(columns.column(at, column.scores, column.usual, marks));
    }
    return columns.picture(spread.title, section.name, drawn);
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
