#include "change/measured_pages.hpp"

#include "base/text.hpp"
#include "change/measured_sentences.hpp"
#include "change/report.hpp"
#include "change/weeks.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"

namespace change::pages {
namespace {

h::Node bullet(std::string const& words) { return h::li(words); }

h::Node bullets(std::vector<std::string> const& sentences) {
    return h::ul(h::css("govuk-list govuk-list--bullet"), h::each(sentences, bullet));
}

h::Node figures(Stretch const& stretch) {
    design::Table table{
        .caption = "Scores before and after",
        .columns =
            {{"Scale"},
             {"Before", design::Align::number},
             {"After", design::Align::number},
             {"Change", design::Align::number},
             {"After, expected without a true change", design::Align::number},
             {"What lies beyond that"}},
        .rows = {},
        .caption_unseen = true};
    for (auto const& scale : stretch.scales)
        table.rows.push_back(
            {scale.label + " (" + text::ascii_lower(in_words(scale.better)) + ")",
             std::to_string(scale.before),
             std::to_string(scale.after),
             signed_points(scale.difference()),
             scale.figures ? points_in_words(scale.figures->expected) : "cannot tell",
             std::string(beyond_the_drift(scale))}
        );
    return design::table(table);
}

// One reason that holds for all scales is given once.
h::Node all_untold(Stretch const& stretch, std::string const& forename) {
    return h::p(in_words(stretch.scales.front(), forename), " The same holds for the other scales.");
}

bool have_one_reason(Stretch const& stretch) {
    if (stretch.scales.size() < 2) return false;
    for (auto const& scale : stretch.scales)
        if (!scale.why || scale.why != stretch.scales.front().why) return false;
    return true;
}

// Where one scale has figures, who wants them can open them.
h::Node drift(Stretch const& stretch) {
    std::vector<std::string> numbers;
    for (auto const& scale : stretch.scales)
        if (auto words = figures_in_words(scale); !words.empty()) numbers.push_back(std::move(words));
    if (numbers.empty()) return {};
    return h::group(
        h::p("Scores far from the usual come back towards it by themselves, without any true change: the "
             "table "
             "says how far."),
        design::details("The figures", bullets(numbers))
    );
}

h::Node said(Stretch const& stretch, std::string const& forename) {
    if (stretch.why_not)
        return h::p("The two are not subtracted. ", assessments::in_words(*stretch.why_not), ".");
    if (have_one_reason(stretch)) return h::group(all_untold(stretch, forename), figures(stretch));
    std::vector<std::string> sentences;
    for (auto const& scale : stretch.scales) sentences.push_back(in_words(scale, forename));
    return h::group(bullets(sentences), figures(stretch), drift(stretch));
}

h::Node measured(Measured const& by, std::string const& forename) {
    auto const one = [&](Stretch const& stretch) -> h::Node {
        return h::group(h::h3(in_words(stretch)), said(stretch, forename));
    };
    auto const none = []() -> h::Node {
        return h::p(
            "There is a rating on entry, and none in the same view at the end or at the follow-up to hold "
            "beside "
            "it."
        );
    };
    auto const other = [](assessments::Assessment const& rating) -> h::Node {
        return h::p(another_view_in_words(rating));
    };
    auto const held = "Held against " + (by.norms.empty() ? "no norms" : by.norms) + ".";
    return h::section(
        h::h2(std::string(assessments::in_words(by.informant)) + ": " + by.instrument),
        design::small_print(held),
        h::when(by.stretches.empty(), none),
        h::each(by.stretches, one),
        h::each(by.in_other_views, other)
    );
}

h::Node the_class(ChangeView const& view, std::string const& forename) {
    std::vector<std::string> sentences;
    for (auto const& drift : view.change.classes) sentences.push_back(in_words(drift, forename));
    auto const none = []() -> h::Node {
        return h::p(
            "Cannot be told: the class was not measured twice in the same measure around the support, up to "
            "its "
            "beginning and from then until a term after its end, with five classmates or more on both days."
        );
    };
    return h::section(
        h::h2("How the rest of the class moved"), sentences.empty() ? none() : bullets(sentences)
    );
}

h::Node waited_beside(WaitedBeside const& one) {
    std::vector<std::string> sentences;
    for (auto const& scale : one.scales) sentences.push_back(in_words(scale, scale.scale));
    return h::group(h::h3(one.instrument), bullets(sentences));
}

h::Node those_who_waited(std::vector<WaitedBeside> const& waited) {
    auto const none = []() -> h::Node {
        return h::p(
            "There is no such group: it takes five other children or more who were rated twice while they "
            "waited, by the same instrument, on the same form, against the same norms and in the same view. "
            "So what would have happened without support is not known."
        );
    };
    return h::section(
        h::h2("What children who waited did"),
        h::when(waited.empty(), none),
        h::each(waited, waited_beside),
        design::small_print(std::string(method_of_waiting()))
    );
}

h::Node ways_on(ChangeView const& view) {
    auto const report = [&]() -> h::Node {
        return h::p(h::a(h::href(report_path(view.the_case)), "The report for parents"));
    };
    return design::on_screen(h::group(
        h::p(h::a(h::href(weeks_path(view.the_case)), "Week by week"), ": ratings over time"),
        h::when(view.may_report, report)
    ));
}

}  // namespace

design::Page change(ChangeView const& view) {
    auto const header = need_to_know::pages::header(view.child);
    auto const& forename = view.child.access.child().forename();
    auto const by = [&](Measured const& one) -> h::Node { return measured(one, forename); };
    auto const none = [&]() -> h::Node {
        return design::empty_state(
            "Nobody has rated " + forename +
            " on entry yet, so there is nothing that a later rating could be "
            "held beside."
        );
    };
    return {
        .title = "What has changed for " + forename,
        .back = {.text = header.name, .path = header.path},
        .layout = design::Layout::paper,
        .main = h::group(
            design::on_screen(design::pupil_header(header)),
            design::heading("What has changed for " + forename),
            ways_on(view),
            h::when(view.change.measured.empty(), none),
            h::each(view.change.measured, by),
            the_class(view, forename),
            view.change.waited ? those_who_waited(*view.change.waited) : h::Node(),
            h::section(h::h2("What it does not say"), bullets(what_change_does_not_say(forename))),
            design::details("How this is worked out", h::p(std::string(method_of_change()))),
            design::on_screen(safeguarding::pages::link_for(view.child.access.child().id()))
        )};
}

}  // namespace change::pages
