#include "comparison/pages.hpp"

#include "comparison/sentences.hpp"
#include "design/dots.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"

namespace comparison::pages {
namespace {

double points(int hundredths) { return hundredths / 100.0; }

h::Node paragraph(std::string const& words) { return words.empty() ? h::Node() : h::Node(h::p(words)); }

h::Node verdict(Comparison const& comparison, std::string const& forename) {
    auto const meaning = what_it_means(comparison);
    auto const said = [&]() -> h::Node { return h::p(meaning); };
    return h::group(
        h::p(h::css("comparison__sentence"), first_sentence(comparison, forename)),
        h::when(!meaning.empty(), said),
        paragraph(what_is_counted(comparison, forename))
    );
}

// How many classmates are as low where the child is furthest from them: what a teacher can check.
h::Node classmates_there(Comparison const& comparison, std::string const& forename) {
    auto const one = [&](std::size_t place) -> h::Node {
        auto const& beside = comparison.measures[place];
        if (beside.others.size() < fewest_classmates) return {};
        return h::p(
            measures::in_words(beside.measure.definition.kind), ": ", beside_classmates(beside, forename)
        );
    };
    return h::group(h::each(comparison.furthest_in, one));
}

// What there is of a measure where its plot would tell whose scores it shows.
h::Node unplotted(Beside const& one, std::string const& forename) {
    auto const own = one.own ? forename + " has " + score_in_words(*one.own) + ". " : std::string();
    return h::section(
        h::h2(
            std::string(measures::in_words(one.measure.definition.kind)) + ": " + one.measure.definition.name
        ),
        h::p(own + beside_classmates(one, forename))
    );
}

h::Node plot(Beside const& one, std::string const& forename) {
    if (one.others.size() < fewest_classmates) return unplotted(one, forename);
    auto const& definition = one.measure.definition;
    std::vector<double> others;
    for (int const other : one.others) others.push_back(points(other));
    auto const interval = with_interval(one);
    return h::group(design::dots(
        {.question = std::string(measures::in_words(definition.kind)) + ": " + definition.name,
         .caption = beside_classmates(one, forename) + (interval.empty() ? "" : " " + interval),
         .least = points(definition.least),
         .most = points(definition.most),
         .others = others,
         .own = one.own ? std::optional(points(*one.own)) : std::nullopt,
         .own_name = forename,
         .others_are = "Classmates"}
    ));
}

h::Node not_said(Comparison const& comparison, std::string const& forename) {
    auto const sentence = [](std::string const& words) -> h::Node { return h::li(words); };
    return h::section(
        h::h2("What it does not say"), h::ul(h::each(what_it_does_not_say(comparison, forename), sentence))
    );
}

std::string taken(Comparison const& comparison) {
    return comparison.class_name + ", " + measured_in_words(comparison.days, comparison.taken_on);
}

h::Node figures(ChildBeside const& beside) {
    auto const& [child, comparison] = beside;
    auto const& forename = child.forename();
    auto const one = [&](Beside const& measure) -> h::Node { return plot(measure, forename); };
    return h::group(
        paragraph(share_in_words(comparison, forename)),
        design::small_print(
            taken(comparison) + ". Each dot is a classmate, the diamond is " + forename + "."
        ),
        h::each(comparison.measures, one),
        not_said(comparison, forename),
        design::details("How this is worked out", h::p(method_in_words(comparison)))
    );
}

// A worry that is being told is on no record yet, so no other page can know of it: the figures stay with it.
h::Node way_to_figures(ChildBeside const& beside, Worry worry) {
    constexpr std::string_view words = "The figures, and what they do not say";
    if (worry == Worry::told) return design::details(words, figures(beside));
    return h::p(h::a(h::href(path_of(beside.child.id())), words), " (", taken(beside.comparison), ")");
}

}  // namespace

h::Node beside_the_class(ChildBeside const& beside) {
    return h::group(verdict(beside.comparison, beside.child.forename()), figures(beside));
}

h::Node in_short(ChildBeside const& beside, Worry worry) {
    auto const& forename = beside.child.forename();
    return h::section(
        h::css("comparison"),
        h::h2("Beside the rest of the class"),
        verdict(beside.comparison, forename),
        classmates_there(beside.comparison, forename),
        h::each(
            warnings(beside.comparison, forename), [](std::string const& words) { return paragraph(words); }
        ),
        way_to_figures(beside, worry)
    );
}

design::Page comparison(need_to_know::Seen const& child, std::optional<ChildBeside> const& beside) {
    auto const header = need_to_know::pages::header(child);
    auto const& forename = child.access.child().forename();
    return {
        .title = forename + " beside the class",
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::pupil_header(header),
            design::heading("Beside the rest of the class"),
            beside ? beside_the_class(*beside)
                   : design::empty_state(
                         "Nobody has measured " + forename +
                         " yet. The class teacher enters achievement, progress and behaviour of the whole "
                         "class, and "
                         "the comparison stands here."
                     ),
            safeguarding::pages::link_for(child.access.child().id())
        )};
}

}  // namespace comparison::pages
