#include "letters/consent_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/form.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "letters/answer_pages.hpp"
#include "letters/respondent_pages.hpp"
#include "programmes/placing.hpp"
#include "safeguarding/pages.hpp"

namespace letters::pages {
namespace {

h::Node standing_tag(consent::Standing standing) {
    switch (standing) {
        case consent::Standing::not_asked: return design::tag(design::TagKind::due, "Not asked");
        case consent::Standing::asked: return design::tag(design::TagKind::waiting, "Asked");
        case consent::Standing::given: return design::tag(design::TagKind::done, "Given");
        case consent::Standing::refused: return design::tag(design::TagKind::overdue, "Refused");
        case consent::Standing::in_dispute: return design::tag(design::TagKind::overdue, "Parents differ");
        case consent::Standing::withdrawn: return design::tag(design::TagKind::overdue, "Withdrawn");
        case consent::Standing::expired: return design::tag(design::TagKind::overdue, "Expired");
    }
    return {};
}

bool is_to_be_printed(Overview const& overview) {
    return overview.standing == consent::Standing::asked && !overview.first_letter_went_on;
}

// One sentence, or one for each form where letters about both went out.
h::Node where_it_stands(ConsentPage const& page) {
    auto const& overview = page.overview;
    if (overview.forms.empty())
        return h::p(
            is_to_be_printed(overview) ? design::tag(design::TagKind::due, "To be printed")
                                       : standing_tag(overview.standing),
            " ",
            page.sentence.stands
        );
    std::vector<h::Node> lines;
    for (auto const& one : overview.forms)
        lines.push_back(h::p(standing_tag(one.standing), " ", sentence_of(one)));
    return h::group(lines);
}

// A no stands beside it in the table, so it is said why consent is in force all the same.
h::Node by_whose_decision(Overview const& overview) {
    return h::group(h::each(overview.history, [&](NamedAnswer const& one) -> h::Node {
        if (!one.keeps_in_force) return {};
        auto const& decision = one.received;
        auto const to = overview.forms.empty() || !decision.form
                            ? std::string("In force")
                            : std::string(consent::in_words(*decision.form)) + ": in force";
        return h::p(
            to + " by the decision of " + one.recorded_by + " on " +
                calendar::in_words(decision.answered_on) + ": ",
            design::as_written(decision.reason)
        );
    }));
}

h::Node letter_to_print(design::FormGuard const& guard, Respondent const& one) {
    auto const path = "/letters/" + std::string(one.last_letter->id.text());
    return h::div(
        h::css("link-acts"),
        design::link_button("Print the letter to " + one.contact.name, path),
        design::post_button(guard, path + "/printing", "Printed and handed over")
    );
}

h::Node letters_to_print(design::FormGuard const& guard, ConsentPage const& page) {
    if (!page.may.coordinates || !page.overview.child.open) return {};
    std::vector<h::Node> lines;
    for (auto const& one : page.overview.respondents)
        if (one.to_print) lines.push_back(letter_to_print(guard, one));
    if (lines.empty()) return {};
    auto const count = text::counted(static_cast<long>(lines.size()), "letter", "letters");
    return design::notice(count + " to print", h::div(lines));
}

bool may_be_reminded(Respondent const& one) {
    return one.last_letter && (!one.answer || one.asked_anew) && !one.to_hand_over;
}
bool may_still_be_asked(Respondent const& one) {
    return !one.last_letter && !one.answer && !one.left_out && one.contact.responsibility;
}

// The ways on from a no.
h::Node after_a_no(ConsentPage const& page) {
    auto const& overview = page.overview;
    bool const no =
        overview.standing == consent::Standing::refused || overview.standing == consent::Standing::withdrawn;
    if (!no || !page.may.coordinates || !overview.child.open) return {};
    auto const ask = [&]() -> h::Node {
        return design::secondary_link_button("Ask another parent or carer", path_of(overview, "letters"));
    };
    return design::button_row(
        design::link_button(
            overview.standing == consent::Standing::withdrawn ? "Decide what follows"
                                                              : "Offer something else or close",
            path_of(overview, "closing")
        ),
        h::when(std::ranges::any_of(overview.respondents, may_still_be_asked), ask)
    );
}

// Consent is in force and noted: what is next stands on another page.
h::Node place_to_find(ConsentPage const& page) {
    if (!page.may.coordinates || !page.to_be_placed) return {};
    auto const& child = page.overview.child;
    auto const words = page.overview.had_place ? "Give another place" : "Find a place for " + child.forename;
    return design::link_button(words, programmes::placing_path(child.case_id));
}

h::Node to_do_now(ConsentPage const& page) {
    auto const& overview = page.overview;
    if (!page.may.coordinates || !overview.child.open) return {};
    auto const path = path_of(overview, "letters");
    if (!overview.letter_stands) return design::link_button("Send letters", path);
    auto const to_ask_again = [](Respondent const& one) { return one.to_renew && !one.asked_anew; };
    bool const nobody_has_a_say =
        overview.standing == consent::Standing::expired && !overview.without_a_say.empty();
    if (nobody_has_a_say || std::ranges::any_of(overview.respondents, to_ask_again))
        return design::link_button("Ask again", path);
    if (std::ranges::none_of(overview.respondents, may_be_reminded)) return {};
    return design::secondary_link_button("Choose who is reminded", path);
}

}  // namespace

std::string path_of(Overview const& overview, std::string_view page) {
    return "/cases/" + std::string(overview.child.case_id.text()) + "/" + std::string(page);
}

design::Page consent(design::FormGuard const& guard, ConsentPage const& page, Answers const& answers) {
    bool const recording = is_recording(page, answers);
    auto const record = record_an_answer(guard, page, answers);
    return {
        .title = "Consent: " + page.overview.child.forename,
        .back =
            {page.overview.child.forename + " " + page.overview.child.surname,
             "/pupils/" + std::string(page.overview.child.pupil.text())},
        .layout = design::Layout::wide,
        .main = h::group(
            design::error_summary(answers.errors),
            page.pupil,
            design::heading("Consent"),
            came_in_since(page, answers),
            where_it_stands(page),
            by_whose_decision(page.overview),
            h::p("Next: ", page.sentence.next),
            place_to_find(page),
            after_a_no(page),
            letters_to_print(guard, page),
            noting(guard, page),
            recording ? record : h::Node(),
            h::div(h::css("part"), respondents(guard, page), to_do_now(page)),
            decision(guard, page, answers),
            recording ? h::Node() : record,
            h::div(h::css("part"), history(page.overview), letters_sent(page.may, page.overview)),
            safeguarding::pages::link_for(page.overview.child.pupil)
        )};
}

design::Page end_link(design::FormGuard const& guard, LinkEnding const& ending) {
    auto const consent = "/cases/" + std::string(ending.child.case_id.text()) + "/consent";
    auto const title = "End the link of " + ending.contact_name;
    return {
        .title = title,
        .back = {"Consent", consent},
        .layout = design::Layout::reading,
        .main = h::group(
            ending.pupil,
            design::heading(title),
            h::p(
                "Once you end it, no link that " + ending.contact_name + " was given about " +
                ending.child.forename +
                " opens any more, nor does the one on a letter in their hands. This can't be taken back, but "
                "you can send them a new one."
            ),
            h::p("They can still answer on paper, by telephone or in person. What they have said stays as it "
                 "is."),
            design::form(
                guard,
                consent + "/links/" + std::string(ending.contact.text()) + "/revocation",
                design::button_row(design::warning_button("End link"), h::a(h::href(consent), "Not now"))
            ),
            safeguarding::pages::link_for(ending.child.pupil)
        )};
}

}  // namespace letters::pages
