#include "design/profile.hpp"

#include <algorithm>

#include "design/lists.hpp"
#include "design/notices.hpp"
#include "design/strand_columns.hpp"

namespace design {
namespace {

std::vector<std::string> codes_of(ProfileSection const& section) {
    std::vector<std::string> codes;
    for (auto const& column : section.columns)
        codes.push_back(column.drawn_as.empty() ? column.code : column.drawn_as);
    return codes;
}

// Draws the bars of one section in its columns.
class Bars {
public:
    explicit Bars(ProfileSection const& section)
        : section_(section), columns_(codes_of(section), section.drawn_down) {}

    h::Node picture(std::string const& title) const {
        std::vector<h::Node> drawn;
        for (std::size_t at = 0; at < section_.columns.size(); ++at) {
            auto const& column = section_.columns[at];
            drawn.push_back(columns_.column(at, column.scores, column.usual, bars(at)));
        }
        return columns_.picture(title, section_.name, drawn);
    }

private:
    h::Node bars(std::size_t at) const {
        auto const& column = section_.columns[at];
        std::vector<h::Node> drawn;
        auto const across = columns_.across();
        auto const count = column.values.size();
        // What is usual is seen on either side of them.
        auto const taken = across * (count < 2 ? 0.5 : 0.64);
        auto const each = taken / static_cast<double>(std::max<std::size_t>(count, 1));
        for (std::size_t i = 0; i < count; ++i) {
            if (!column.values[i]) continue;
            bool const is_last = i + 1 == count;
            auto const high = columns_.far(*column.values[i], column.scores);
            auto const from = columns_.from(at) + (across - taken) / 2 + each * static_cast<double>(i);
            auto const top = section_.drawn_down ? columns_.base() : columns_.base() - high;
            drawn.push_back(
                box(from, top, each, high, is_last ? "profile__bar" : "profile__bar profile__bar--before")
            );
            if (is_last) drawn.push_back(number(column, from + each / 2));
        }
        return h::group(drawn);
    }

    h::Node number(ProfileColumn const& column, double x) const {
        auto const score = *column.values.back();
        auto const y = columns_.beside(score, column.scores, column.usual);
        return text_at(x, y, "profile__figure", std::to_string(score));
    }

    ProfileSection const& section_;
    StrandColumns columns_;
};

h::Node drawing(Profile const& profile, ProfileSection const& section) {
    if (section.columns.empty()) return {};
    return Bars(section).picture(profile.title);
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
    return is_short(column.code) ? column.code + ", " + column.label : column.label;
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
        if (has_usual(section)) table.columns.push_back({profile.usual_heading, Align::number});
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
