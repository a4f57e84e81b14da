#include "demonstration/pages.hpp"

#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "staff/duties.hpp"

namespace demonstration::pages {
namespace {

std::string role_of(Somebody const& somebody) {
    std::string const role(in_words(somebody.role));
    return somebody.class_name.empty() ? role : role + " of " + somebody.class_name;
}

h::Node sign_in_as(design::FormGuard const& guard, Chosen const& chosen, Somebody const& somebody) {
    return design::form(
        guard,
        "/demonstration",
        design::hidden("school", std::to_string(chosen.school.number)),
        design::hidden("person", somebody.staff.text()),
        design::secondary_button("Sign in as " + somebody.name)
    );
}

design::WorkItem person(design::FormGuard const& guard, Chosen const& chosen, Featured const& one) {
    auto const& somebody = one.somebody;
    return {
        .title = somebody.name,
        .path = {},
        .detail = h::group(
            h::div(h::strong(role_of(somebody)), ". ", staff::duties_of(somebody.role)), h::div(one.day)
        ),
        .tag = {},
        .act_text = {},
        .act = sign_in_as(guard, chosen, somebody)};
}

design::WorkItem short_line(design::FormGuard const& guard, Chosen const& chosen, Somebody const& somebody) {
    return {
        .title = somebody.name,
        .path = {},
        .detail = h::div(role_of(somebody)),
        .tag = {},
        .act_text = {},
        .act = sign_in_as(guard, chosen, somebody)};
}

// Through a link as letters have it, and so with the date of birth that its page asks for.
design::WorkItem parent(design::FormGuard const& guard, Chosen const& chosen, Parent const& parent) {
    return {
        .title = parent.name,
        .path = {},
        .detail = h::group(
            h::div(
                h::strong(parent.relationship + " of " + parent.child),
                ". Was asked whether " + parent.child +
                    " may have nurture support, and answers by a link, without an account."
            ),
            h::div(
                "The page asks for " + parent.child +
                "’s date of birth: " + calendar::day_month_year(parent.born_on) + "."
            )
        ),
        .tag = {},
        .act_text = {},
        .act = design::form(
            guard,
            "/demonstration",
            design::hidden("school", std::to_string(chosen.school.number)),
            design::hidden("case", parent.the_case.text()),
            design::secondary_button("Answer as " + parent.name)
        )};
}

h::Node no_e_mail() {
    return h::p(
        "The demonstration sends no e-mail. Letters and reminders are made to be printed. A pack for the "
        "next school, whose link goes by e-mail alone, can be prepared and not sent."
    );
}

h::Node other_schools(Chosen const& chosen) {
    if (chosen.schools < 2) return {};
    auto const next = chosen.school.number % chosen.schools + 1;
    return h::p(
        "This county has ",
        std::to_string(chosen.schools),
        " made-up schools. ",
        h::a(h::href("/demonstration?school=" + std::to_string(next)), "See the next one")
    );
}

}  // namespace

design::Page be_somebody(design::FormGuard const& guard, Chosen const& chosen, People const& people) {
    design::WorkList in_school{.heading = "In the school", .items = {}, .if_empty = {}};
    for (auto const& one : people.featured) in_school.items.push_back(person(guard, chosen, one));
    design::WorkList at_home{.heading = "At home", .items = {}, .if_empty = {}};
    if (people.parent) at_home.items.push_back(parent(guard, chosen, *people.parent));
    design::WorkList others{.heading = "The others", .items = {}, .if_empty = {}};
    for (auto const& one : people.others) others.items.push_back(short_line(guard, chosen, one));
    return {
        .title = "Be one of these people",
        .back = {},
        .main = h::group(
            design::heading("Be one of these people"),
            h::p("This school, its children and everyone else in it are made up. Nothing here is about "
                 "anybody who lives. Look around, and change what you like."),
            h::when(!chosen.sends_mail, no_e_mail),
            other_schools(chosen),
            design::work_list(in_school),
            design::work_list(at_home),
            others.items.empty() ? h::Node{}
                                 : design::details("More people of this school", design::work_list(others))
        )};
}

}  // namespace demonstration::pages
