#include "overviews/panel_pages.hpp"

#include <algorithm>
#include <cmath>

#include "assessments/fields.hpp"
#include "assessments/lead_pages.hpp"
#include "base/text.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "design/spread.hpp"

namespace overviews::pages {
namespace {

using assessments::Instrument;
using assessments::LoadedInstrument;

constexpr std::size_t strands_named = 3;

std::string begun_small(std::string_view words) {
    std::string text(words);
    if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z')
        text.front() = static_cast<char>(text.front() - 'A' + 'a');
    return text;
}

// "7", "7.5"
std::string half_figure(double value) {
    auto const halves = std::lround(value * 2);
    return std::to_string(halves / 2) + (halves % 2 == 0 ? "" : ".5");
}

design::ProfileRange drawn_range(assessments::Range const& range) { return {range.least, range.most}; }

bool has_entry(Drawn const& drawn) {
    return std::ranges::any_of(drawn.panel.children, [](Shown const& child) {
        return child.entry.has_value();
    });
}

Strand const* strand_of(Drawn const& drawn, std::string_view scale) {
    auto const found = std::ranges::find(drawn.strands, scale, &Strand::scale);
    return found == drawn.strands.end() ? nullptr : &*found;
}

std::vector<design::SpreadSection> sections_of(Drawn const& drawn, bool with_entry) {
    std::vector<design::SpreadSection> sections;
    for (auto const& section : drawn.instrument.instrument.sections) {
        design::SpreadSection made{
            .name = section.name + ": " + begun_small(in_words(section.direction)),
            .drawn_down = section.drawn == assessments::Drawn::down,
            .columns = {}};
        for (auto const& scale : section.scales) {
            auto const* const strand = strand_of(drawn, scale.code);
            if (strand == nullptr) continue;
            design::SpreadColumn column{.code = scale.code, .scores = drawn_range(strand->scores)};
            if (strand->usual) column.usual = drawn_range(*strand->usual);
            if (with_entry) column.values.push_back(strand->entry);
            column.values.push_back(strand->latest);
            made.columns.push_back(std::move(column));
        }
        if (!made.columns.empty()) sections.push_back(std::move(made));
    }
    return sections;
}

// "3 to 9, middle 7"
std::string spread_in_words(std::vector<int> const& rising) {
    if (rising.empty()) return "not rated";
    if (rising.front() == rising.back()) return std::to_string(rising.front());
    return std::to_string(rising.front()) + " to " + std::to_string(rising.back()) + ", middle " +
           half_figure(middle_of(rising));
}

// By the forename, or in full where another child here has the same.
std::string const& called(need_to_know::Named const& named, Overview const& overview) {
    auto const alike = std::ranges::count_if(overview.names, [&](auto const& other) {
        return other.second.forename() == named.forename();
    });
    return alike > 1 ? named.in_full() : named.forename();
}

h::Node way_to(Shown const& child, std::string const& name) {
    return h::a(h::href(path_of(child.latest.the_case, child.latest.id)), name);
}

// "Sam and Ada", each leading to the rating.
h::Node who(Strand const& strand, Drawn const& drawn, Overview const& overview) {
    std::vector<h::Node> names;
    for (auto const& pupil : strand.in_need) {
        auto const named = overview.names.find(pupil);
        auto const child = std::ranges::find(drawn.panel.children, pupil, &Shown::pupil);
        if (named == overview.names.end() || child == drawn.panel.children.end()) continue;
        if (!names.empty()) names.emplace_back(", ");
        names.push_back(way_to(*child, called(named->second, overview)));
    }
    if (names.empty()) return h::Node("nobody");
    return h::group(names);
}

// Norms of the school's own say where the middle half of its children lies, and not what is usual.
bool has_own_norms(Drawn const& drawn) {
    auto const* const norms = norms_of(drawn.instrument, drawn.panel.norms);
    return norms != nullptr && norms->own;
}

bool has_norms(Drawn const& drawn) {
    return std::ranges::any_of(drawn.strands, [](Strand const& strand) { return strand.usual.has_value(); });
}

class Figures {
public:
    Figures(Drawn const& drawn, Overview const& overview, bool with_entry, Names names)
        : drawn_(drawn),
          overview_(overview),
          with_entry_(with_entry),
          with_norms_(has_norms(drawn)),
          names_(names) {}

    h::Node of(assessments::Section const& section) const {
        design::Table table{.caption = section.name, .columns = headings(), .rows = {}};
        for (auto const& scale : section.scales)
            if (auto const* const strand = strand_of(drawn_, scale.code)) table.rows.push_back(row(*strand));
        return table.rows.empty() ? h::Node{} : design::table(table);
    }

private:
    std::vector<design::Column> headings() const {
        using design::Align;
        std::vector<design::Column> columns{{.heading = "Strand or scale"}, {"Rated", Align::number}};
        if (with_entry_) columns.push_back({"Scores on entry", Align::number});
        columns.push_back({with_entry_ ? "Latest scores" : "Scores", Align::number});
        columns.push_back({"Can score", Align::number});
        if (!with_norms_) return columns;
        columns.push_back({has_own_norms(drawn_) ? "Middle half" : "Usual range", Align::number});
        columns.push_back({"Outside, in need", Align::number});
        if (names_ == Names::told) columns.push_back({.heading = "Who"});
        return columns;
    }

    std::vector<h::Node> row(Strand const& strand) const {
        std::vector<h::Node> cells{
            named(drawn_.instrument, strand.scale), std::to_string(strand.latest.size())};
        if (with_entry_) cells.emplace_back(spread_in_words(strand.entry));
        cells.emplace_back(spread_in_words(strand.latest));
        cells.emplace_back(in_words(strand.scores));
        if (!with_norms_) return cells;
        cells.emplace_back(strand.usual ? in_words(*strand.usual) : std::string("not known"));
        cells.emplace_back(strand.usual ? std::to_string(strand.in_need.size()) : std::string("not known"));
        if (names_ == Names::told)
            cells.push_back(strand.usual ? who(strand, drawn_, overview_) : h::Node("not known"));
        return cells;
    }

    Drawn const& drawn_;
    Overview const& overview_;
    bool with_entry_;
    bool with_norms_;
    Names names_;
};

h::Node tables(Drawn const& drawn, Overview const& overview, bool with_entry, Names names) {
    Figures const figures(drawn, overview, with_entry, names);
    std::vector<h::Node> made;
    for (auto const& section : drawn.instrument.instrument.sections) made.push_back(figures.of(section));
    return h::group(made);
}

std::string caption_of(Drawn const& drawn) {
    std::string caption =
        "Each dot is a child; where there are many, a bar is as long as there are children with that score. "
        "Each column is as tall as its strand can score, and the number at its end is the most. ";
    if (has_norms(drawn))
        caption += has_own_norms(drawn)
                       ? "The shaded band between two broken lines is the middle half of this "
                         "school’s own children. "
                       : "The shaded band between two broken lines is what is usual by the "
                         "norms. ";
    if (!drawn.instrument.instrument.standardised) caption += "This instrument is not standardised. ";
    return caption + "It shows where to look, and says nothing of why.";
}

h::Node in_need(Drawn const& drawn, Strand const& strand) {
    return h::li(
        h::strong(named(drawn.instrument, strand.scale)),
        ": " + std::to_string(strand.in_need.size()) + " of " +
            text::counted(static_cast<long>(strand.latest.size()), "child", "children") + " outside the " +
            (has_own_norms(drawn) ? "middle half" : "usual range") + ", in the direction of need",
        assessments::pages::ways_on(drawn.ways, strand.scale)
    );
}

h::Node most_needs_support(Drawn const& drawn) {
    if (!has_norms(drawn))
        return h::p("No norms are held here by which to say which strands most need support.");
    if (drawn.in_need.empty())
        return h::p(
            "No score lies outside the ",
            has_own_norms(drawn) ? "middle half" : "usual range",
            " in the direction of need. A child may need support all the same."
        );
    std::vector<h::Node> items;
    double furthest = 0;  // of the last that is named
    for (auto const& strand : drawn.in_need) {
        if (items.size() >= strands_named && strand.distance < furthest) break;
        items.push_back(in_need(drawn, strand));
        furthest = strand.distance;
    }
    auto const others = drawn.in_need.size() - items.size();
    return h::group(
        h::h3(has_own_norms(drawn) ? "Furthest from the middle half" : "What most needs support"),
        h::ul(items),
        design::small_print(
            "The furthest outside in the mean of all children comes first." +
            (others == 0 ? std::string()
                         : " In " + text::counted(static_cast<long>(others), "more strand", "more strands") +
                               " children lie outside too, less far: see the table.")
        )
    );
}

// An older rating is no last one: whose it is, of when, and why it stands in.
h::Node older_ones(Drawn const& drawn, Overview const& overview, Names names) {
    std::vector<h::Node> said;
    for (auto const& child : drawn.panel.children) {
        auto const named = overview.names.find(child.pupil);
        if (!child.later_on || named == overview.names.end()) continue;
        said.push_back(h::li(
            names == Names::told ? way_to(child, called(named->second, overview)) : h::Node("One child"),
            ": the rating of " + calendar::day_month_year(child.latest.rated_on) + " stands in for that of " +
                calendar::day_month_year(*child.later_on) +
                ", beside which a second adult rated; neither of the two is agreed to yet."
        ));
    }
    if (said.empty()) return {};
    return h::ul(h::css("small"), said);
}

std::string counted_children(Panel const& panel) {
    return text::counted(static_cast<long>(panel.children.size()), "child", "children");
}

}  // namespace

std::string named(LoadedInstrument const& loaded, std::string const& scale) {
    return assessments::called(*scale_of(loaded.instrument, scale));
}

std::string by_whom(
    LoadedInstrument const& loaded,
    assessments::Informant informant,
    std::optional<assessments::NormSetId> const& norms
) {
    auto const by = "By " + assessments::seen_by(informant) + ", held against ";
    auto const* const held = norms_of(loaded, norms);
    return by + (held == nullptr ? "no norms" : held_against(*held));
}

h::Node panel(Drawn const& drawn, Overview const& overview, Points points, Names names) {
    bool const with_entry = points == Points::entry_and_latest && has_entry(drawn);
    auto const& loaded = drawn.instrument;
    std::vector<std::string> series{"Scores"};
    if (with_entry) series = {"On entry", "Latest"};
    return h::section(
        h::css("part"),
        h::h2(loaded.instrument.name),
        h::p(
            by_whom(loaded, drawn.panel.informant, drawn.panel.norms),
            ". ",
            counted_children(drawn.panel),
            "."
        ),
        design::spread(
            {.title = "Where do the scores lie?",
             .caption = caption_of(drawn),
             .series = series,
             .sections = sections_of(drawn, with_entry),
             .figures = tables(drawn, overview, with_entry, names)}
        ),
        older_ones(drawn, overview, names),
        most_needs_support(drawn)
    );
}

}  // namespace overviews::pages
