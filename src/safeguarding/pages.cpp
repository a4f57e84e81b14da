#include "safeguarding/pages.hpp"

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

h::Node list_of(std::vector<Pointer> const& earlier) {
    design::Table table{
        .caption = "On CPOMS already",
        .columns = {{"Put on CPOMS"}, {"Reference"}, {"Noted by"}},
        .rows = {},
        .if_empty = "Nothing about this child has been noted as put on CPOMS."};
    for (auto const& pointer : earlier)
        table.rows.push_back({calendar::in_words(pointer.put_at), pointer.reference, pointer.noted_by_name});
    return design::table(table);
}

h::Node way_to_cpoms(std::string const& address) {
    if (!address.starts_with("https://")) return {};
    return h::p(h::a(h::href(address), h::attribute("rel", "noopener noreferrer"), "Open CPOMS"));
}

}  // namespace

h::Node opening_notice() {
    return design::warning_text("A safeguarding concern? Record it on CPOMS, not here.");
}

std::string path_of(PupilId const& pupil) { return "/pupils/" + std::string(pupil.text()) + "/safeguarding"; }

h::Node link_for(PupilId const& pupil) {
    return h::p(
        h::css("on-screen"),
        h::a(h::href(path_of(pupil)), "Note that a safeguarding concern was put on CPOMS")
    );
}

h::Node link_about(PupilId const& pupil, std::string_view forename) {
    return h::a(
        h::href(path_of(pupil)), "Note a CPOMS entry", design::unseen(" about " + std::string(forename))
    );
}

h::Node link_for(PupilId const& pupil, std::string_view forename) {
    return h::p(h::css("on-screen"), link_about(pupil, forename));
}

h::Node link_naming(PupilId const& pupil, std::string_view forename) {
    return h::p(
        h::css("on-screen"),
        h::a(h::href(path_of(pupil)), "Note a CPOMS entry about " + std::string(forename))
    );
}

design::Page pointers(
    need_to_know::Seen const& child,
    std::vector<Pointer> const& earlier,
    std::string const& cpoms_address,
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
            way_to_cpoms(cpoms_address),
            form(child.pupil.id, guard, answers),
            list_of(earlier)
        )};
}

}  // namespace safeguarding::pages
