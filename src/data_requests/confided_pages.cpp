#include "data_requests/confided_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace data_requests::pages {
namespace {

h::Node what_became(Confided const& one) {
    if (one.given_on) return "Given to the child on " + calendar::in_words(*one.given_on);
    if (!one.why_not.empty()) return design::as_written("Not given: " + one.why_not);
    return "Not given to the child yet";
}

void add_rows(SaidInConfidence const& said, std::vector<design::SummaryRow>& rows) {
    auto const day = calendar::in_words(said.on);
    if (!said.words.empty()) rows.push_back({.key = day, .value = design::as_written(said.words)});
    if (auto const feeling = from_word<design::Feeling>(said.face))
        rows.push_back({.key = day, .value = design::face(*feeling)});
    if (!said.at_the_end.empty()) rows.push_back({.key = day, .value = design::as_written(said.at_the_end)});
}

h::Node given_form(design::FormGuard const& guard, Request const& request, Answers const& answers) {
    return design::form(
        guard,
        confided_path_of(request.id),
        design::date_input(answers, {.name = "confided_on", .legend = "When did you give it to the child?"}),
        design::button("Record that the child has it")
    );
}

h::Node giving_up_form(
    design::FormGuard const& guard,
    Request const& request,
    std::vector<Confided> const& confided,
    Answers const& answers
) {
    std::vector<design::Choice> adults;
    for (auto const& one : confided)
        if (!is_settled(one)) adults.push_back({.value = std::string(one.to.text()), .text = one.to_name});
    return design::form(
        guard,
        confided_path_of(request.id) + "/not-given",
        design::radios(answers, {.name = "adult", .legend = "Who can't give it?", .choices = adults}),
        design::textarea(
            answers,
            {.name = "why_not",
             .label = "Why can't it be given to the child?",
             .hint = "Such as that they have left, or that the child does not want it. Write nothing of what "
                     "was said.",
             .rows = 2}
        ),
        design::secondary_button("Record why it is not given")
    );
}

}  // namespace

design::Page confided(
    design::FormGuard const& guard,
    Request const& request,
    std::vector<SaidInConfidence> const& said,
    Confided const& of_reader,
    Answers const& answers
) {
    std::vector<design::SummaryRow> rows;
    for (auto const& one : said) add_rows(one, rows);
    auto const form = [&]() -> h::Node { return given_form(guard, request, answers); };
    return {
        .title = "What was said to you in confidence",
        .back = {.text = "Today", .path = "/"},
        .layout = design::Layout::paper,
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("What " + request.whom + " said to you in confidence"),
            design::small_print(
                request.whom + " asked on " + calendar::in_words(request.asked.received_on) +
                " for what is held. Print this and give it to the child yourself. Nobody else reads it on "
                "the way."
            ),
            design::summary_list(rows),
            h::p(what_became(of_reader)),
            h::when(!is_settled(of_reader), form)
        )};
}

h::Node confided_to(
    design::FormGuard const& guard,
    Request const& request,
    std::vector<Confided> const& confided,
    bool may_prepare,
    Answers const& answers
) {
    if (confided.empty()) return {};
    design::Table table{
        .caption = "Said in confidence",
        .columns = {{"To whom"}, {"How much"}, {"What became of it"}},
        .rows = {}};
    for (auto const& one : confided)
        table.rows.push_back({one.to_name, text::counted(one.lines, "line", "lines"), what_became(one)});
    bool const is_open = may_prepare && !is_over(request) &&
                         std::ranges::any_of(confided, [](auto const& one) { return !is_settled(one); });
    auto const form = [&]() -> h::Node { return giving_up_form(guard, request, confided, answers); };
    return h::group(
        design::table(table),
        design::small_print(
            "The adult to whom it was said prints it and gives it to the child. It stands on their "
            "Today, and is recorded before the rest is given out."
        ),
        h::when(is_open, form)
    );
}

}  // namespace data_requests::pages
