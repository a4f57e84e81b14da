#include "safeguarding/handover_pages.hpp"

#include "base/calendar.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace safeguarding::pages {
namespace {

std::vector<design::Choice> choices() {
    std::vector<design::Choice> all;
    for (auto const one : {HandsOver::nothing, HandsOver::with_upn, HandsOver::with_admission_number})
        all.push_back({.value = std::string(word(one)), .text = std::string(in_words(one))});
    return all;
}

h::Node form(int version, design::FormGuard const& guard, Answers const& answers) {
    return design::form(
        guard,
        "/school/cpoms",
        design::hidden("version", std::to_string(version)),
        design::text_input(
            answers,
            {.name = "cpoms_address",
             .label = "Where CPOMS opens",
             .hint = "It begins with https://. Every page about a child leads there.",
             .type = "url"}
        ),
        design::radios(
            answers,
            {.name = "hands_over",
             .legend = "What Withy hands over",
             .choices = choices(),
             .hint = "When a CPOMS entry was made, its reference, who noted it and the child's number. Never "
                     "what happened."}
        ),
        design::button("Save")
    );
}

h::Node what_it_takes(SchoolId school) {
    return design::details(
        "What handing over takes",
        h::group(
            h::p("CPOMS has no public way in, so this works only where your CPOMS or your trust has agreed "
                 "to take what "
                 "Withy sends. It is no live connection to CPOMS."),
            h::p(
                "Whoever runs Withy sets it up for school number ",
                std::to_string(school.number),
                ", as docs/operations.md says."
            )
        )
    );
}

std::vector<h::Node> row_of(Handover const& handover, design::FormGuard const& guard) {
    auto const path = "/cpoms/handovers/" + std::string(handover.pointer.text()) + "/again";
    bool const has_arrived = handover.state == HandoverState::handed_over;
    return {
        calendar::in_words(handover.put_at),
        in_words(handover),
        handover.fault,
        has_arrived ? h::Node{} : design::post_button(guard, path, "Try again")};
}

h::Node list_of(std::vector<Handover> const& handovers, design::FormGuard const& guard) {
    design::Table table{
        .caption = "What was handed over",
        .columns = {{"Put on CPOMS"}, {"How far it has come"}, {"What went wrong last"}, {"Try again"}},
        .rows = {},
        .if_empty = "Nothing was handed over yet."};
    for (auto const& handover : handovers) table.rows.push_back(row_of(handover, guard));
    return design::table(table);
}

}  // namespace

design::Page cpoms(
    SchoolId school,
    int version,
    std::vector<Handover> const& handovers,
    design::FormGuard const& guard,
    Answers const& answers
) {
    return {
        .title = "CPOMS",
        .back = {"Today", "/"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("CPOMS"),
            form(version, guard, answers),
            what_it_takes(school),
            list_of(handovers, guard)
        )};
}

}  // namespace safeguarding::pages
