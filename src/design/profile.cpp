#include "design/profile.hpp"

#include <algorithm>
#include <cmath>

#include "design/lists.hpp"
#include "design/notices.hpp"

namespace design {
namespace {

// The field of a section's drawing, in its own units; it scales with the page.
constexpr double width = 640;
constexpr double tall = 128;   // of a column
constexpr double around = 24;  // above and below the columns, for codes and figures
constexpr double narrow =
    52;  // a column with what lies between it and the next, where its code is a letter or two
constexpr double wide = 124;  // where it is a word
constexpr std::size_t letters = 2;
constexpr double left = 8;

bool is_short(ProfileColumn const& column) { return column.code.size() <= letters; }

std::string figure(double value) {
    auto const tenths = std::lround(value * 10);
    auto text = std::to_string(tenths / 10);
    if (auto const rest = tenths % 10; rest != 0) text.append({'.', static_cast<char>('0' + rest)});
    return text;
}

h::Node text_at(double x, double y, std::string_view classes, std::string_view text) {
    return h::element(
        "text", h::css(classes), h::attribute("x", figure(x)), h::attribute("y", figure(y)), text
    );
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

// Draws the columns of one section: from its line up, or down.
class Columns {
public:
    explicit Columns(ProfileSection const& section)
        : section_(section),
          step_(std::min(
              std::ranges::all_of(section.columns, is_short) ? narrow : wide,
              (width - 2 * left) / static_cast<double>(section.columns.size())
          )) {}

    double end() const { return left + step_ * static_cast<double>(section_.columns.size()); }
    double base() const { return section_.drawn_down ? around : around + tall; }

    h::Node drawn(std::size_t at) const {
        auto const& column = section_.columns[at];
        auto const x = left + step_ * static_cast<double>(at) + step_ * 0.1;
        auto const across = step_ * 0.8;
        auto const beside_line = section_.drawn_down ? base() - 8 : base() + 18;
        return h::group(
            box(x, around, across, tall, "profile__column"),
            usual(column, x, across),
            bars(column, x, across),
            text_at(x + across / 2, beside_line, "profile__code", column.code)
        );
    }

private:
    double far(ProfileColumn const& column, int score) const {
        auto const share = static_cast<double>(score - column.scores.least) /
                           std::max(1, column.scores.most - column.scores.least);
        return std::clamp(share, 0.0, 1.0) * tall;
    }
    // Where on the page a score stands.
    double place(ProfileColumn const& column, int score) const {
        return section_.drawn_down ? base() + far(column, score) : base() - far(column, score);
    }

    h::Node usual(ProfileColumn const& column, double x, double across) const {
        if (!column.usual) return {};
        auto const low = place(column, column.usual->least);
        auto const high = place(column, column.usual->most);
        return h::group(
            box(x, std::min(low, high), across, std::abs(high - low), "profile__usual"),
            line(x, x + across, low, "profile__edge"),
            line(x, x + across, high, "profile__edge")
        );
    }

    h::Node bars(ProfileColumn const& column, double x, double across) const {
        std::vector<h::Node> drawn;
        auto const count = column.values.size();
        auto const each = across * 0.8 / static_cast<double>(std::max<std::size_t>(count, 1));
        for (std::size_t i = 0; i < count; ++i) {
            if (!column.values[i]) continue;
            bool const is_last = i + 1 == count;
            auto const high = far(column, *column.values[i]);
            auto const from = x + across * 0.1 + each * static_cast<double>(i);
            auto const top = section_.drawn_down ? base() : base() - high;
            drawn.push_back(
                box(from, top, each, high, is_last ? "profile__bar" : "profile__bar profile__bar--before")
            );
            if (is_last) drawn.push_back(number(column, from + each / 2, high));
        }
        return h::group(drawn);
    }

    h::Node number(ProfileColumn const& column, double x, double high) const {
        auto const end = section_.drawn_down ? base() + high + 16 : base() - high - 5;
        return text_at(x, end, "profile__figure", std::to_string(*column.values.back()));
    }

    ProfileSection const& section_;
    double step_;
};

h::Node drawing(Profile const& profile, ProfileSection const& section) {
    if (section.columns.empty()) return {};
    Columns const columns(section);
    std::vector<h::Node> drawn;
    for (std::size_t i = 0; i < section.columns.size(); ++i) drawn.push_back(columns.drawn(i));
    return h::group(
        h::p(h::css("profile__section"), section.name),
        h::element(
            "svg",
            h::css("profile__drawing"),
            h::attribute("viewBox", "0 0 " + figure(width) + " " + figure(tall + 2 * around)),
            h::role("img"),
            h::attribute(
                "aria-label", profile.title + ", " + section.name + ". The figures are in the table below."
            ),
            drawn,
            line(left, columns.end(), columns.base(), "profile__line")
        )
    );
}

// "The outlined columns are On entry, 5 May 2026; the filled ones …"
h::Node key(Profile const& profile) {
    if (profile.series.size() < 2) return {};
    std::vector<h::Node> items;
    for (std::size_t i = 0; i < profile.series.size(); ++i)
        items.push_back(h::li(
            h::css(i + 1 == profile.series.size() ? "profile__key" : "profile__key profile__key--before"),
            profile.series[i]
        ));
    return h::ul(h::css("profile__names"), items);
}

std::string in_words(ProfileRange const& range) {
    return std::to_string(range.least) + " to " + std::to_string(range.most);
}

std::string difference(ProfileColumn const& column) {
    if (!column.first_left_out.empty()) return "not compared";
    if (!column.change) return "not rated twice";
    if (*column.change == 0) return "the same";
    return (*column.change > 0 ? "up " : "down ") + std::to_string(std::abs(*column.change));
}

// "A, gives purposeful attention"; a code that is a word says what its label says.
std::string named(ProfileColumn const& column) {
    if (column.label.empty()) return column.code;
    return is_short(column) ? column.code + ", " + column.label : column.label;
}

bool has_usual(ProfileSection const& section) {
    return std::ranges::any_of(section.columns, [](auto const& column) { return column.usual.has_value(); });
}

std::vector<h::Node> cells(Profile const& profile, ProfileColumn const& column, bool with_usual) {
    std::vector<h::Node> row{named(column)};
    for (auto const& value : column.values)
        row.emplace_back(value ? std::to_string(*value) : std::string("not rated"));
    if (!column.first_left_out.empty()) row[1] = column.first_left_out;
    row.emplace_back(in_words(column.scores));
    if (with_usual) row.emplace_back(column.usual ? in_words(*column.usual) : std::string("not known"));
    if (!profile.change_heading.empty()) row.emplace_back(difference(column));
    return row;
}

h::Node figures(Profile const& profile) {
    std::vector<h::Node> tables;
    for (auto const& section : profile.sections) {
        Table table{.caption = section.name, .columns = {{.heading = "Strand or scale"}}, .rows = {}};
        for (auto const& name : profile.series) table.columns.push_back({name, Align::number});
        table.columns.push_back({"Can score", Align::number});
        if (has_usual(section)) table.columns.push_back({"Usual range", Align::number});
        if (!profile.change_heading.empty()) table.columns.push_back({profile.change_heading});
        for (auto const& column : section.columns)
            table.rows.push_back(cells(profile, column, has_usual(section)));
        tables.push_back(design::table(table));
    }
    return h::div(h::css("profile__figures"), tables);
}

}  // namespace

h::Node profile(Profile const& profile) {
    std::vector<h::Node> drawings;
    for (auto const& section : profile.sections) drawings.push_back(drawing(profile, section));
    return h::figure(
        h::css("profile"),
        h::p(h::css("profile__title"), profile.title),
        key(profile),
        drawings,
        h::figcaption(h::css("profile__caption"), profile.caption),
        figures(profile)
    );
}

}  // namespace design
