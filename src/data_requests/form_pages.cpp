#include "data_requests/form_pages.hpp"

#include <algorithm>

#include "design/controls.hpp"
#include "design/form.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace data_requests::pages {
namespace {

template <Worded Set>
std::vector<design::Choice> choices() {
    std::vector<design::Choice> all;
    for (auto const value : all_of<Set>())
        all.push_back({.value = std::string(word(value)), .text = std::string(in_words(value))});
    return all;
}

// The lines that this may have been decided about before they changed.
h::Node lines_named_so(RequestId const& request, std::vector<Line> const& lines, KeptBack const& kept) {
    std::vector<h::Node> links;
    for (auto const& line : lines)
        if (line.id == kept.line || (line.names == kept.names && !line.kept_back))
            links.push_back(h::li(h::a(h::href(path_of(request, line)), line.names)));
    return links.empty() ? h::Node("None is held by this name.") : h::ul(links);
}

}  // namespace

h::Node questions(Answers const& answers) {
    return h::group(
        design::text_input(
            answers, {.name = "asked_by", .label = "Who asks?", .width = design::Chars::thirty}
        ),
        design::radios(
            answers, {.name = "asked_as", .legend = "As whom do they ask?", .choices = choices<AskedAs>()}
        ),
        design::radios(
            answers,
            {.name = "kind",
             .legend = "What do they ask for?",
             .choices = choices<Kind>(),
             .hint = "All that is held is due in a month. A parent may see the educational record within 15 "
                     "school "
                     "days."}
        ),
        design::date_input(answers, {.name = "received_on", .legend = "When did it come?"}),
        design::textarea(
            answers,
            {.name = "identity_check",
             .label = "How did you make sure who asks, and that they may?",
             .hint = "Such as: known to the office; holds parental responsibility. For a child who "
                     "understands, what "
                     "the child says.",
             .rows = 2}
        ),
        design::button("Write the request down")
    );
}

h::Node line_form(design::FormGuard const& guard, std::string const& address, Answers const& answers) {
    auto const phrases = design::textarea(
        answers,
        {.name = "phrases",
         .label = "What to black out",
         .hint = "Each word or phrase on a line of its own, as it stands above",
         .rows = 3}
    );
    return design::form(
        guard,
        address,
        design::radios(
            answers,
            {.name = "decision",
             .legend = "What becomes of this line?",
             .choices =
                 {{.value = "given", .text = "It is given out as it stands"},
                  {.value = "redacted", .text = "A part of it is blacked out", .more = phrases},
                  {.value = "withheld", .text = "It is kept back"}}}
        ),
        design::radios(
            answers,
            {.name = "reason",
             .legend = "Why?",
             .choices = choices<Reason>(),
             .hint = "Only where something is kept back"}
        ),
        design::textarea(
            answers,
            {.name = "words",
             .label = "In words",
             .hint = "For another reason; else if it helps. It stands in the list of what was kept back.",
             .rows = 2}
        ),
        design::button("Save")
    );
}

h::Node preparation_form(
    design::FormGuard const& guard,
    std::string const& address,
    std::string const& lines_shown,
    Answers const& answers
) {
    return design::form(
        guard,
        address,
        design::hidden("lines_shown", lines_shown),
        design::checkbox(answers, {.name = "read", .text = "I have read every line above"}),
        design::button("It is prepared: ask for a signature")
    );
}

h::Node giving_form(design::FormGuard const& guard, std::string const& address, Answers const& answers) {
    return design::form(
        guard,
        address,
        design::date_input(answers, {.name = "given_on", .legend = "When was it given out?"}),
        design::radios(answers, {.name = "way", .legend = "How?", .choices = choices<Way>()}),
        design::button("Record that it was given out")
    );
}

h::Node sending_back_form(
    design::FormGuard const& guard, std::string const& address, Answers const& answers
) {
    return design::form(
        guard,
        address,
        design::textarea(answers, {.name = "why", .label = "What is to be looked at again?", .rows = 2}),
        design::secondary_button("Send it back")
    );
}

h::Node extension_form(design::FormGuard const& guard, std::string const& address, Answers const& answers) {
    return design::details(
        "It takes two months more",
        design::form(
            guard,
            address,
            h::p("Where a request is complex, or one of many by the same person. Tell them first, within the "
                 "month, and why."),
            design::textarea(
                answers,
                {.name = "extended_why", .label = "What did you tell them of why it takes longer?", .rows = 2}
            ),
            design::date_input(answers, {.name = "told_on", .legend = "When were they told?"}),
            design::secondary_button("Take two months more")
        ),
        !answers.error("extended_why").empty() || !answers.error("told_on").empty()
    );
}

h::Node to_decide_again(
    design::FormGuard const& guard,
    Request const& request,
    std::vector<Line> const& lines,
    std::vector<KeptBack> const& decided,
    May may
) {
    design::Table table{
        .caption = "To decide again",
        .columns = {{"Line"}, {"What was kept back"}, {"Why"}, {"Lines as they stand now"}, {"Then"}},
        .rows = {}};
    for (auto const& kept : decided) {
        auto const line = std::ranges::find(lines, kept.line, &Line::id);
        if (line != lines.end() && line->kept_back) continue;
        bool const is_taken_off = line == lines.end() && may.prepare && !request.prepared_at;
        auto const taking_off = [&]() -> h::Node {
            return design::form(
                guard,
                data_requests::path_of(request.id) + "/lines/" + kept.line,
                design::hidden("decision", "given"),
                design::secondary_button("Take it off")
            );
        };
        table.rows.push_back(
            {kept.names,
             kept.decision == Decision::withheld ? "The whole line" : "A part of it",
             h::group(in_words(kept.reason), kept.words.empty() ? "" : ". ", design::as_written(kept.words)),
             lines_named_so(request.id, lines, kept),
             h::group(h::when(is_taken_off, taking_off))}
        );
    }
    if (table.rows.empty()) return {};
    return h::group(
        design::table(table),
        design::small_print("These lines have changed since, or are gone. Nothing of them is kept back now.")
    );
}

}  // namespace data_requests::pages
