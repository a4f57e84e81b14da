#include "measures/taking_pages.hpp"

#include <algorithm>

#include "base/hundredths.hpp"
#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "measures/ready.hpp"

namespace measures::pages {
namespace {

std::string scale_in_words(Definition const& definition) {
    return hundredths::in_words(definition.least) + " to " + hundredths::in_words(definition.most);
}

h::Node error_of(Cell const& cell) {
    if (cell.error.empty()) return {};
    return h::p(
        h::css("govuk-error-message"),
        h::id(cell.field + "-error"),
        h::span(h::css("govuk-visually-hidden"), "Error: "),
        cell.error
    );
}

// "12345": each of them is a score. Nothing where a score may have several figures.
std::string keys_of(Definition const& definition) {
    std::string keys;
    if (!takes_one_key(definition)) return keys;
    for (int score = definition.least; score <= definition.most; score += definition.step)
        keys += hundredths::in_words(score);
    return keys;
}

h::Node score_input(Line const& line, Cell const& cell, Definition const& definition) {
    if (cell.field.empty())
        return h::td(
            h::role("cell"), h::attribute("data-heading", in_words(definition.kind)), "Not in class"
        );
    auto const label = std::string(in_words(definition.kind)) + ", " + line.pupil.in_full();
    bool const is_wrong = !cell.error.empty();
    return h::td(
        h::role("cell"),
        h::attribute("data-heading", in_words(definition.kind)),
        h::input(
            h::css(is_wrong ? "govuk-input scores__score govuk-input--error" : "govuk-input scores__score"),
            h::id(cell.field),
            h::name(cell.field),
            h::type("text"),
            h::attribute("inputmode", "decimal"),
            h::attribute("autocomplete", "off"),
            h::attribute("aria-label", label),
            h::attribute_if("value", cell.value),
            h::attribute_if("aria-describedby", is_wrong ? cell.field + "-error" : ""),
            h::attribute_if("data-one-key", keys_of(definition))
        ),
        error_of(cell)
    );
}

h::Node line_of(Line const& line, std::vector<Measure> const& measures) {
    std::vector<h::Node> cells;
    for (std::size_t at = 0; at < measures.size(); ++at)
        cells.push_back(score_input(line, line.cells[at], measures[at].definition));
    return h::tr(
        h::role("row"),
        h::id("line." + std::string(line.pupil.id().text())),
        h::th(
            h::scope("row"),
            h::role("rowheader"),
            line.pupil.in_full(),
            design::hidden(line.stood_field, line.stood)
        ),
        cells,
        h::td(
            h::role("cell"),
            h::css("scores__saved"),
            h::when(
                line.is_complete, []() -> h::Node { return design::tag(design::TagKind::done, "Complete"); }
            )
        )
    );
}

h::Node column_heading(Measure const& measure) {
    auto const& what = measure.definition;
    return h::th(
        h::scope("col"),
        in_words(what.kind),
        h::span(h::css("scores__scale"), what.name, ", ", scale_in_words(what)),
        design::hidden(measure_field(what.kind), measure.id.text())
    );
}

h::Node table_of(ClassPage const& page) {
    auto const& measures = page.on_day.measures;
    auto const line = [&](Line const& one) -> h::Node { return line_of(one, measures); };
    return h::table(
        h::css("table scores"),
        h::role("table"),
        h::caption(h::css("govuk-visually-hidden"), "Scores of each pupil"),
        h::thead(h::tr(
            h::th(h::scope("col"), "Pupil"),
            h::each(measures, column_heading),
            h::th(h::scope("col"), design::unseen("Saved"))
        )),
        h::tbody(h::each(page.lines, line))
    );
}

h::Node what_scores_mean(std::vector<Measure> const& measures) {
    auto const meaning = [](Measure const& measure) -> h::Node {
        auto const& what = measure.definition;
        auto const explained = meaning_of(what);
        return h::li(
            h::strong(what.name),
            ", ",
            scale_in_words(what),
            ": a score gives concern ",
            in_words(what.concern_when),
            ". ",
            explained.empty() || explained.ends_with('.') ? explained : explained + "."
        );
    };
    return design::details("What the scores mean", h::ul(h::each(measures, meaning)));
}

std::string how_far(TakingSoFar const& taking) {
    return std::to_string(taking.complete) + " of " + std::to_string(taking.pupils) + " complete";
}

h::Node taken_before(ClassPage const& page) {
    design::Table table{
        .caption = "Taken so far",
        .columns = {{"Day"}, {"Term"}, {"How complete"}},
        .rows = {},
        .if_empty = {}};
    for (auto const& [so_far, occasion] : page.takings) {
        auto const on = so_far.taking.taken_on;
        auto const words = calendar::in_words(on);
        table.rows.push_back(
            {on == page.on_day.day ? h::Node(h::strong(words))
                                   : h::Node(h::a(h::href(path_of_class(page.on_day.class_id, on)), words)),
             occasion,
             how_far(so_far)}
        );
    }
    return table.rows.empty() ? h::Node() : design::table(table);
}

h::Node another_day(ClassPage const& page) {
    Answers const answers{page.typed_day, page.errors};
    bool const is_wrong = !answers.error("on").empty();
    return design::details(
        "Enter measures of another day",
        design::ask_form(
            path_of_class(page.on_day.class_id),
            design::date_input(
                answers,
                {.name = "on",
                 .legend = "When they were taken",
                 .hint = "Who was in the class on that day and has not left it is listed."}
            ),
            design::secondary_button("Show that day")
        ),
        is_wrong
    );
}

h::Node from_a_file(design::FormGuard const& guard, ClassPage const& page) {
    Answers const answers{page.typed_day, page.errors};
    return design::details(
        "Fill them in from a file",
        design::upload_form(
            guard,
            path_of_class(page.on_day.class_id) + "/file",
            design::hidden("on", calendar::iso(page.on_day.day)),
            design::file_upload(
                answers,
                {.name = "file",
                 .label = "CSV file",
                 .hint =
                     "One column names the pupil, by UPN or by the name as it stands here; one column for "
                     "each measure is headed Achievement, Progress or Behaviour, or with its own name.",
                 .accept = ".csv,text/csv"}
            ),
            design::secondary_button("Look at the file")
        ),
        !answers.error("file").empty()
    );
}

h::Node who_has_left(ClassPage const& page) {
    if (page.on_day.left.empty()) return {};
    return h::p(text::counted(
        static_cast<long>(page.on_day.left.size()),
        "pupil who has left the class is not shown.",
        "pupils who have left the class are not shown."
    ));
}

h::Node own_children(ClassPage const& page) {
    if (page.on_day.not_shown == 0) return {};
    return h::p(
        page.on_day.not_shown == 1 ? "A child of yours is in this class"
                                   : "Children of yours are in this class",
        ": a colleague who teaches it enters those scores."
    );
}

// What a file filled in, and what was typed on a page that has changed since: script saves none of it by
// itself.
bool is_to_be_looked_over(ClassPage const& page) {
    return !page.from_file.empty() || !Answers{page.typed_day, page.errors}.error("measures").empty();
}

h::Node to_enter(design::FormGuard const& guard, ClassPage const& page) {
    if (page.on_day.measures.empty())
        return design::empty_state("No measure stood on this day. The SENCo says what the school measures.");
    if (page.lines.empty() && page.on_day.left.empty() && page.on_day.not_shown == 0)
        return design::empty_state("Nobody was in this class on this day.");
    if (page.lines.empty()) return h::group(own_children(page), who_has_left(page));
    return h::group(
        what_scores_mean(page.on_day.measures),
        h::form(
            h::css("form"),
            h::method("post"),
            h::action(path_of_class(page.on_day.class_id)),
            h::flag("novalidate", true),
            h::flag("data-scores", true),
            h::flag("data-to-look-over", is_to_be_looked_over(page)),
            design::guard_fields(guard),
            design::hidden("on", calendar::iso(page.on_day.day)),
            table_of(page),
            own_children(page),
            who_has_left(page),
            h::p(h::css("scores__state"), h::role("status")),
            design::button("Save the measures")
        )
    );
}

h::Node filled_in(ClassPage const& page) {
    if (page.from_file.empty()) return {};
    return design::notice("Look these over, then save them", h::p(page.from_file, " Nothing is saved yet."));
}

std::string day_in_words(ClassPage const& page) {
    auto words = calendar::in_words(page.on_day.day);
    if (page.on_day.day == page.today) words = "Today, " + words;
    return page.occasion.empty() ? words : words + ". " + page.occasion;
}

h::Node so_far(ClassPage const& page) {
    auto const complete = std::ranges::count(page.lines, true, &Line::is_complete);
    if (page.lines.empty() || page.on_day.measures.empty()) return {};
    return h::p(
        h::flag("data-so-far", true),
        std::to_string(complete),
        " of ",
        text::counted(static_cast<long>(page.lines.size()), "pupil is", "pupils are"),
        " complete. Leave blank whoever was not measured."
    );
}

// "Ada Marsh, Bo Fell"; only how many, where they are many.
std::string who_lack(ClassPage const& page) {
    constexpr std::size_t few = 8;
    if (page.lacking.size() > few) return std::to_string(page.lacking.size()) + " pupils";
    std::string names;
    for (auto const& pupil : page.lacking) names += (names.empty() ? "" : ", ") + pupil.in_full();
    return names;
}

// Why an empty page need not be filled in.
h::Node what_still_counts(ClassPage const& page) {
    if (page.counting.empty() || page.lines.empty()) return {};
    std::string days;
    for (auto const& day : page.counting)
        days += (days.empty() ? "" : ", ") + calendar::weekday_day_month(day);
    auto const lacking = page.lacking.empty()
                             ? "Nobody lacked a score when this page was opened."
                             : "Who lacked one when this page was opened: " + who_lack(page) + ".";
    return design::notice(
        "Earlier scores of " + page.occasion + " still count",
        h::p(
            "They were taken on ",
            days,
            ". ",
            lacking,
            " Leave everybody else blank, or enter a newer score, which counts in place of the earlier one."
        )
    );
}

h::Node way_to_the_screen(ClassPage const& page) {
    if (page.takings.empty()) return {};
    return h::p(h::a(h::href(screen_path(page.on_day.class_id)), "Whom to talk about first"));
}

}  // namespace

design::Page of_class(design::FormGuard const& guard, ClassPage const& page) {
    auto const title = "Measures of " + page.on_day.class_name;
    return {
        .title = title,
        .back =
            {.text = "Class " + page.on_day.class_name,
             .path = "/classes/" + std::string(page.on_day.class_id.text())},
        .layout = design::Layout::wide,
        .main = h::group(
            design::error_summary(page.errors),
            design::heading(title, day_in_words(page)),
            what_still_counts(page),
            so_far(page),
            way_to_the_screen(page),
            filled_in(page),
            h::div(h::id("measures"), to_enter(guard, page)),
            from_a_file(guard, page),
            another_day(page),
            taken_before(page)
        )};
}

}  // namespace measures::pages
