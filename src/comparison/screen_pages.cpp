#include "comparison/screen_pages.hpp"

#include <algorithm>

#include "comparison/screen_sentences.hpp"
#include "comparison/sentences.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace comparison::pages {
namespace {

using need_to_know::Named;

struct Row {
    Named child;
    std::size_t place = 0;
    bool has_case = false;
    std::string furthest = {};
    std::string how_unusual = {};  // empty where nothing is claimed
};

// "In behaviour", "All together": what puts a pupil on the list.
std::string furthest_in_words(Screen const& screen, std::vector<std::size_t> const& places) {
    std::vector<Measure> measures;
    for (auto const place : places) measures.push_back(screen.of.measures[place]);
    auto words = measures.empty() ? "all together" : in_measures(measures);
    words.front() = words.front() == 'a' ? 'A' : 'I';
    return words;
}

std::vector<Row> rows_of(NamedScreen const& named) {
    auto const& screen = named.screen;
    std::vector<Row> rows;
    auto const add = [&](auto const& one, std::string const& words) {
        auto const found = named.names.find(screen.of.pupils[one.place]);
        if (found != named.names.end())
            rows.push_back(
                {.child = found->second,
                 .place = one.place,
                 .has_case = named.with_case.contains(found->first),
                 .furthest = furthest_in_words(screen, one.furthest_in),
                 .how_unusual = words}
            );
    };
    for (auto const& one : screen.out) add(one, how_unusual(one, screen.reference_pupils));
    for (auto const& one : screen.first) add(one, {});
    return rows;
}

std::string score_of(Screen const& screen, std::size_t pupil, std::size_t measure) {
    auto const& score = screen.of.scores[pupil][measure];
    return score ? score_in_words(*score) : "none";
}

h::Node table_of(Screen const& screen, std::vector<Row> const& rows) {
    if (rows.empty()) return {};
    bool const claims = screen.says == Says::who_stands_out;
    design::Table table{
        .caption = claims ? "Who stands out, and the scores" : "Whom to talk about first, and the scores",
        .columns = {{"Pupil"}},
        .rows = {}};
    for (auto const place : screen.measures) {
        auto const& definition = screen.of.measures[place].definition;
        table.columns.push_back(
            {std::string(measures::in_words(definition.kind)) + ", " + score_in_words(definition.least) +
                 " to " + score_in_words(definition.most),
             design::Align::number}
        );
    }
    bool const several = screen.measures.size() > 1;
    if (several) table.columns.push_back({"Furthest from the class"});
    if (claims) table.columns.push_back({"How unusual"});
    for (auto const& row : rows) {
        auto const path = "/pupils/" + std::string(row.child.id().text());
        auto& cells = table.rows.emplace_back();
        cells.emplace_back(h::group(
            h::a(h::href(path), row.child.in_full()),
            h::when(
                row.has_case,
                []() -> h::Node { return h::group(" ", design::tag(design::TagKind::calm, "Has a case")); }
            )
        ));
        for (auto const place : screen.measures) cells.emplace_back(score_of(screen, row.place, place));
        if (several) cells.emplace_back(row.furthest);
        if (claims) cells.emplace_back(row.how_unusual);
    }
    return design::table(table);
}

h::Node bullets(std::vector<std::string> const& sentences) {
    auto const sentence = [](std::string const& words) -> h::Node { return h::li(words); };
    return h::ul(h::each(sentences, sentence));
}

h::Node not_said(Screen const& screen) {
    return h::group(h::h3("What it does not say"), bullets(what_it_does_not_say(screen)));
}

// To who teaches the class: whose scores are still to be entered.
std::vector<Named> who_lack_a_score(NamedScreen const& named) {
    std::vector<Named> lacking;
    if (!named.names_who_lack_a_score || named.screen.says == Says::nothing) return lacking;
    for (std::size_t place = 0; place < named.screen.of.pupils.size(); ++place) {
        auto const found = named.names.find(named.screen.of.pupils[place]);
        if (found != named.names.end() && !named.screen.was_screened(place)) lacking.push_back(found->second);
    }
    return lacking;
}

h::Node not_looked_at(NamedScreen const& named) {
    std::string names;
    for (auto const& pupil : who_lack_a_score(named)) names += (names.empty() ? "" : ", ") + pupil.in_full();
    return names.empty() ? h::Node() : h::Node(h::p("Not looked at, for want of a score: ", names, "."));
}

h::Node paragraph(std::string const& words) { return words.empty() ? h::Node() : h::Node(h::p(words)); }

std::string taken(Screen const& screen) {
    auto words = measured_in_words(screen.of.days, screen.of.taken_on);
    words.front() = 'M';
    return words;
}

// `sentence`: what comes first; `why`: no more is said. Either may stand elsewhere.
h::Node findings(NamedScreen const& named, std::string const& sentence, std::string const& why) {
    auto const& screen = named.screen;
    auto const rows = rows_of(named);
    return h::group(
        h::when(
            !sentence.empty(), [&]() -> h::Node { return h::p(h::css("comparison__sentence"), sentence); }
        ),
        h::when(
            screen.says == Says::who_stands_out && rows.empty(),
            []() -> h::Node { return h::p("This does not mean that nobody is in need."); }
        ),
        paragraph(why),
        table_of(screen, rows),
        not_looked_at(named),
        h::when(
            !named.screen.of.own.empty(),
            []() -> h::Node {
                return h::p("A child of yours is in this class, and stands on no list of yours.");
            }
        )
    );
}

std::string sentence_of(NamedScreen const& named) {
    return first_sentence(named.screen, static_cast<int>(rows_of(named).size()));
}

h::Node of_one(NamedScreen const& named) {
    return h::section(
        h::h2(named.screen.of.class_name),
        design::small_print(taken(named.screen)),
        findings(named, sentence_of(named), why_no_more(named.screen)),
        not_said(named.screen),
        design::details("How this is worked out", h::p(method_in_words(named.screen)))
    );
}

// What holds of every class stands once for all of them.
h::Node one_of_several(NamedScreen const& named) {
    auto const& screen = named.screen;
    auto const own = not_said_of_this_class(screen);
    bool const once = screen.why == Short::few_other_classes;
    return h::section(
        h::h2(screen.of.class_name),
        design::small_print(taken(screen)),
        once ? findings(named, {}, {}) : findings(named, sentence_of(named), why_no_more(screen)),
        h::when(!own.empty(), [&]() -> h::Node { return bullets(own); })
    );
}

int that_say(SchoolScreens const& screens, Says says) {
    return static_cast<int>(std::ranges::count_if(screens.measured, [&](NamedScreen const& one) {
        return one.screen.says == says;
    }));
}

h::Node explained_once(SchoolScreens const& screens) {
    if (screens.measured.empty()) return {};
    std::vector<std::string> not_said;
    std::vector<h::Node> methods;
    for (auto const says : {Says::who_stands_out, Says::whom_first}) {
        if (that_say(screens, says) == 0) continue;
        for (auto const& sentence : not_said_of_any(says))
            if (std::ranges::find(not_said, sentence) == not_said.end()) not_said.push_back(sentence);
        methods.emplace_back(h::p(method_of_several(says)));
    }
    if (methods.empty()) return {};
    return h::section(
        h::h2("What these lists do not say"),
        bullets(not_said),
        design::details("How they are worked out", h::group(methods))
    );
}

h::Node not_measured(SchoolScreens const& screens) {
    std::string names;
    for (auto const& name : screens.not_measured) names += (names.empty() ? "" : ", ") + name;
    return names.empty() ? h::Node() : h::Node(h::p("Not measured this term: ", names, "."));
}

}  // namespace

std::vector<Named> shown_of(NamedScreen const& named) {
    std::vector<Named> shown;
    for (auto const& row : rows_of(named)) shown.push_back(row.child);
    for (auto const& pupil : who_lack_a_score(named)) shown.push_back(pupil);
    return shown;
}

design::Page screen_of_class(ScreenOfClass const& of) {
    auto const measures = measures::path_of_class(of.class_id);
    auto const nothing = []() -> h::Node {
        return design::empty_state(
            "Nobody has measured this class yet. Enter its measures, and whom to talk about first stands "
            "here."
        );
    };
    return {
        .title = "Whom to talk about first: " + of.class_name,
        .back = {.text = "The measures of " + of.class_name, .path = measures},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Whom to talk about first"), of.screen ? of_one(*of.screen) : nothing()
        )};
}

design::Page screens_of_school(SchoolScreens const& screens) {
    auto const chance = by_chance_in_words(that_say(screens, Says::who_stands_out));
    bool const any_short = std::ranges::any_of(screens.measured, [](NamedScreen const& one) {
        return one.screen.why == Short::few_other_classes;
    });
    return {
        .title = "Whom to talk about first",
        .back = {.text = "Pupils", .path = "/pupils"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Whom to talk about first"),
            h::p("Each class that was measured this term, looked at as a whole."),
            not_measured(screens),
            paragraph(chance),
            paragraph(any_short ? why_no_more_of_several() : std::string()),
            screens.measured.empty()
                ? design::empty_state(
                      "No class has been measured this term. Class teachers enter the measures of "
                      "their class from Today."
                  )
                : h::group(h::each(screens.measured, one_of_several)),
            explained_once(screens)
        )};
}

}  // namespace comparison::pages
