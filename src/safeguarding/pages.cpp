#include "safeguarding/pages.hpp"

#include <algorithm>

#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"

namespace safeguarding::pages {
namespace {

h::Node form(PupilId const& pupil, design::FormGuard const& guard, Answers const& answers) {
    return design::form(
        guard,
        path_of(pupil),
        design::date_input(answers, {.name = "put_on", .legend = "The day it was put on CPOMS"}),
        design::text_input(
            answers,
            {.name = "time", .label = "The time", .hint = "Such as 14:05", .width = design::Chars::five}
        ),
        design::text_input(
            answers,
            {.name = "reference",
             .label = "CPOMS reference",
             .hint = "The number alone. What happened stands on CPOMS, not here.",
             .width = design::Chars::twenty}
        ),
        design::button("Note the reference")
    );
}

std::string come_how_far(PointerId const& pointer, std::vector<Handover> const& handovers) {
    auto const found = std::ranges::find(handovers, pointer, &Handover::pointer);
    return found == handovers.end() ? "Not handed over" : in_words(*found);
}

h::Node list_of(std::vector<Pointer> const& earlier, std::vector<Handover> const& handovers) {
    design::Table table{
        .caption = "On CPOMS already",
        .columns = {{"Put on CPOMS"}, {"Reference"}, {"Noted by"}},
        .rows = {},
        .if_empty = "Nothing about this child has been noted as put on CPOMS."};
    if (!handovers.empty()) table.columns.push_back({"Handed over to CPOMS"});
    for (auto const& pointer : earlier) {
        table.rows.push_back({calendar::in_words(pointer.put_at), pointer.reference, pointer.noted_by_name});
        if (!handovers.empty()) table.rows.back().emplace_back(come_how_far(pointer.id, handovers));
    }
    return design::table(table);
}

h::Node way_to_cpoms(std::string const& address) {
    if (!address.starts_with("https://")) return {};
    return h::p(h::a(h::href(address), h::attribute("rel", "noopener noreferrer"), "Open CPOMS"));
}

h::Node way_to_settings(bool may_set_up) {
    if (!may_set_up) return {};
    return h::p(h::a(h::href("/school/cpoms"), "Set where CPOMS opens, and see what is handed over"));
}

}  // namespace

h::Node opening_notice() {
    return design::warning_text("A safeguarding concern? Record it on CPOMS, not here.");
}

std::string path_of(PupilId const& pupil) { return "/pupils/" + std::string(pupil.text()) + "/safeguarding"; }

h::Node link_for(PupilId const& pupil) {
    return h::p(
        h::css("on-screen"),
        h::a(h::href("/cpoms"), "Open CPOMS"),
        " or ",
        h::a(h::href(path_of(pupil)), "note that a safeguarding concern was put on CPOMS")
    );
}

h::Node link_about(need_to_know::Named const& child, std::string_view called) {
    return h::a(
        h::href(path_of(child.id())), "Note a CPOMS entry", design::unseen(" about " + std::string(called))
    );
}

h::Node link_for(need_to_know::Named const& child, std::string_view called) {
    return h::p(h::css("on-screen"), link_about(child, called));
}

h::Node link_naming(need_to_know::Named const& child, std::string_view called) {
    return h::p(
        h::css("on-screen"),
        h::a(h::href(path_of(child.id())), "Note a CPOMS entry about " + std::string(called))
    );
}

design::Page no_cpoms_address() {
    return {
        .title = "CPOMS",
        .back = {"Today", "/"},
        .main = h::group(
            design::heading("Withy does not know where your CPOMS opens"),
            h::p("Open CPOMS as you do otherwise, or tell the safeguarding lead now."),
            h::p("An administrator, the SENCo or the safeguarding lead can set its address.")
        )};
}

design::Page pointers(
    need_to_know::Seen const& child,
    WhatStands const& stands,
    bool may_set_up,
    design::FormGuard const& guard,
    Answers const& answers
) {
    auto const header = need_to_know::pages::header(child);
    return {
        .title = "Safeguarding",
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading("Note that a concern was put on CPOMS"),
            opening_notice(),
            way_to_cpoms(stands.cpoms_address),
            form(child.pupil.id, guard, answers),
            list_of(stands.pointers, stands.handovers),
            way_to_settings(may_set_up)
        )};
}

}  // namespace safeguarding::pages
