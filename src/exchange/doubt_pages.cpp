#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "exchange/review_pages.hpp"

// Rows of which only a person can say who is meant.
namespace exchange::pages {
namespace {

std::string rows_to_decide(std::size_t doubts) {
    return text::counted(static_cast<long>(doubts), "row", "rows") + " to decide";
}

std::string why(Likeness likeness, int of_row) {
    auto const row = std::to_string(of_row);
    if (of_row == 0) return std::string(in_words(likeness));
    return "Row " + row + " is this pupil too. If you say yes, only row " + row + " comes in";
}

// Two pupils of one UPN can't be imported, so nobody is offered to say so.
h::Node another_child_of_this_upn(
    design::FormGuard const& guard, Import const& import, std::string const& name
) {
    return h::group(
        h::p(
            "If ",
            name,
            " is another child, one of the two has the wrong UPN. Put it right in the file, or leave its "
            "cell "
            "empty, and upload the file again."
        ),
        design::post_button(guard, path_of(import, "/left"), "Leave this import")
    );
}

// "joan@example.org, Nurture Assistant, who left on 3 May 2026"
std::string known_of(Namesake const& one) {
    std::vector<std::string> parts;
    parts.push_back(one.person.address.empty() ? "no e-mail address" : one.person.address);
    for (auto const& held : one.roles)
        parts.push_back(
            std::string(visits::in_words(held.role)) + (held.class_name ? " of " + *held.class_name : "")
        );
    if (one.person.left_on) parts.push_back("who left on " + calendar::day_month_year(*one.person.left_on));
    return text::joined(parts, ", ");
}

// Who is meant by a row.
struct Question {
    std::string title;
    std::size_t doubts_left;
    int row;
    std::vector<design::SummaryRow> rows;
    design::Radios whom;
};

design::Page asked(
    design::FormGuard const& guard,
    Import const& import,
    Question const& question,
    Answers const& answers,
    h::Node const& before,
    h::Node const& after
) {
    return {
        .title = question.title,
        .back = {.text = "Check", .path = path_of(import, "/check")},
        .refused = !answers.errors.empty(),
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading(question.title, rows_to_decide(question.doubts_left)),
            before,
            design::summary_list(question.rows),
            design::form(
                guard,
                path_of(import, "/matches"),
                design::hidden("row", std::to_string(question.row)),
                design::radios(answers, question.whom),
                design::button("Save and go on")
            ),
            after
        )};
}

}  // namespace

design::Page doubt(
    design::FormGuard const& guard,
    Import const& import,
    Doubt const& doubt,
    std::size_t doubts_left,
    Answers const& answers
) {
    auto const& details = doubt.pupil.details;
    auto const name = details.legal_forename + " " + details.legal_surname;
    std::vector<design::Choice> choices;
    for (auto const& [pupil, likeness, of_row] : doubt.candidates) {
        auto const& known_as = pupil.details.preferred_forename;
        auto text = "Yes: " + pupil.details.legal_forename + " " + pupil.details.legal_surname +
                    (known_as.empty() ? "" : ", known as " + known_as) + ", born " +
                    calendar::day_month_year(pupil.details.born_on);
        if (!pupil.class_name.empty()) text += ", " + pupil.class_name;
        if (pupil.left_on) text += ", who left on " + calendar::day_month_year(*pupil.left_on);
        choices.push_back({std::string(pupil.id.text()), text, why(likeness, of_row)});
    }
    bool const clash =
        std::ranges::find(doubt.candidates, Likeness::upn_but_other_child, &Candidate::likeness) !=
        doubt.candidates.end();
    if (!clash) choices.push_back({"new", "No: " + name + " is new to the school"});
    std::vector<design::SummaryRow> rows{
        {"Row", std::to_string(doubt.pupil.row)},
        {"Name", name},
        {"Born", calendar::day_month_year(details.born_on)},
        {"UPN", details.upn.empty() ? "none" : details.upn},
        {"Class", doubt.pupil.class_name.empty() ? "none" : doubt.pupil.class_name}};
    return asked(
        guard,
        import,
        {.title = "Is this a pupil you know?",
         .doubts_left = doubts_left,
         .row = doubt.pupil.row,
         .rows = std::move(rows),
         .whom = {.name = "pupil", .legend = "Is " + name + " one of these?", .choices = std::move(choices)}},
        answers,
        {},
        clash ? another_child_of_this_upn(guard, import, name) : h::Node{}
    );
}

design::Page doubt(
    design::FormGuard const& guard,
    Import const& import,
    StaffDoubt const& doubt,
    std::size_t doubts_left,
    Answers const& answers
) {
    auto const& person = doubt.person;
    std::vector<design::Choice> choices;
    for (auto const& one : doubt.candidates)
        choices.push_back({std::string(one.person.id.text()), "Yes: " + one.person.name, known_of(one)});
    choices.push_back({"new", "No: " + person.name + " is new to the school"});
    auto const* const none = "none";
    std::vector<design::SummaryRow> rows{
        {"Row", std::to_string(person.row)},
        {"Name", person.name},
        {"E-mail address", person.address.empty() ? none : person.address},
        {"Role", person.role ? std::string(visits::in_words(*person.role)) : none},
        {"Class", person.class_name.empty() ? none : person.class_name}};
    return asked(
        guard,
        import,
        {.title = "Is this somebody who works here already?",
         .doubts_left = doubts_left,
         .row = person.row,
         .rows = std::move(rows),
         .whom =
             {.name = "person",
              .legend = "Is " + person.name + " one of these?",
              .choices = std::move(choices)}},
        answers,
        h::p("The name is the same, and nothing else says who is meant."),
        {}
    );
}

}  // namespace exchange::pages
