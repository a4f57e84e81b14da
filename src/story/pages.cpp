#include "story/pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "cases/pages.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "impact/impact.hpp"
#include "need_to_know/pages.hpp"
#include "openings/pages.hpp"
#include "safeguarding/pages.hpp"
#include "story/progress_pages.hpp"
#include "story/timeline_pages.hpp"

namespace story::pages {
namespace {

design::TagKind tag_kind(cases::Status const& status, Date today) {
    using cases::Stage;
    if (status.stage == Stage::closed) return design::TagKind::calm;
    if (status.due_on && *status.due_on < today && status.owner != cases::Owner::nobody)
        return design::TagKind::overdue;
    if (status.owner == cases::Owner::parent) return design::TagKind::waiting;
    return status.stage == Stage::running ? design::TagKind::done : design::TagKind::calm;
}

h::Node section(std::string_view heading, h::Node const& content) {
    if (content.empty()) return {};
    return h::section(h::css("work-list"), h::h2(heading), content);
}

h::Node bulleted(std::vector<h::Node> const& items) {
    if (items.empty()) return {};
    auto const item = [](h::Node const& one) -> h::Node { return h::li(one); };
    return h::ul(h::css("govuk-list govuk-list--bullet"), h::each(items, item));
}

// The sentence is the heading, so that it is said once.
h::Node standing(CaseTold const& told) {
    auto const button = [&] { return design::link_button(told.move->button, told.move->path); };
    auto const paragraph = [](std::string const& words) -> h::Node {
        return words.empty() ? h::Node() : h::p(words);
    };
    return h::section(
        h::css("standing"),
        design::heading(told.sentence, "Where things stand"),
        paragraph(told.whose_move),
        paragraph(told.unwritten),
        h::when(told.move.has_value(), button)
    );
}

std::string_view consent_in_words(CaseTold const& told) {
    switch (told.consent) {
        case consent::Standing::not_asked: return "Consent has not been asked for yet.";
        case consent::Standing::asked:
            return told.facts.letters_wait ? "The letter that asks for it is made, and not handed over yet."
                                           : "Consent was asked for, and nobody has answered yet.";
        case consent::Standing::given: return "Consent is in force.";
        case consent::Standing::refused: return "Consent was refused.";
        case consent::Standing::in_dispute: return "One parent agrees and another does not.";
        case consent::Standing::withdrawn: return "Consent was withdrawn.";
        case consent::Standing::expired: return "Consent has expired.";
    }
    return {};
}

// Counted from the first withdrawal that stands, as wherever else it is said.
std::string held_since(CaseTold const& told) {
    auto const late = told.held_after_withdrawal;
    if (late == 0) return {};
    bool const of_this_day = told.first_withdrawn_on == told.withdrawal->answered_on;
    auto const day =
        of_this_day ? std::string("this day")
                    : calendar::in_words(*told.first_withdrawn_on) + ", when consent was first withdrawn";
    return " " + text::counted(late, "session was", "sessions were") + " held after " + day + ".";
}

// Who is named stands on the page of those who may see the answers.
std::string who_withdrew(CaseTold const& told) {
    if (!told.withdrawal) return "Consent was withdrawn.";
    auto const by =
        told.withdrawal->by ? told.respondents.find(*told.withdrawal->by) : told.respondents.end();
    auto const on = " on " + calendar::in_words(told.withdrawal->answered_on);
    auto const withdrew =
        by == told.respondents.end() ? "Consent was withdrawn" + on : by->second + " withdrew consent" + on;
    std::vector<std::string> yeses;
    for (auto const& one : told.still_agree)
        if (auto const found = told.respondents.find(one); found != told.respondents.end())
            yeses.push_back(found->second + "'s");
    auto const stands = yeses.empty() ? std::string() : " " + text::listed(yeses) + " yes stands.";
    auto const after = held_since(told);
    auto const& words = told.withdrawal->reason;
    auto const said =
        by == told.respondents.end() || words.empty() ? std::string() : ", with the words “" + words + "”";
    return withdrew + said + "; no session can be held." + after + stands;
}

h::Node consent_line(Story const& story, CaseTold const& told) {
    auto const words = told.consent == consent::Standing::withdrawn ? who_withdrew(told)
                                                                    : std::string(consent_in_words(told));
    bool const is_senco = story.seen.access.relationship() == need_to_know::Relationship::senco;
    if (!is_senco || told.consent == consent::Standing::not_asked) return design::as_written(words);
    return h::group(
        design::as_written(words),
        " ",
        h::a(
            h::css("on-screen"),
            h::href("/cases/" + std::string(told.id.text()) + "/consent"),
            "See the answers"
        )
    );
}

h::Node known(Story const& story, CaseTold const& told) {
    std::vector<std::string> areas;
    for (auto const& area : told.needs.areas) areas.push_back(area.name);
    std::vector<design::SummaryRow> rows;
    if (!areas.empty())
        rows.push_back(
            {told.needs.agreed ? "Agreed target areas" : "Areas that concerns name", text::listed(areas)}
        );
    if (told.needs.attachment_figure) rows.push_back({"Attachment figure", "Needs a named adult in school"});
    if (!story.seen.supporters.empty()) rows.push_back({"Supported by", text::listed(story.seen.supporters)});
    rows.push_back({"Consent", consent_line(story, told)});
    if (told.days_to_decision)
        rows.push_back({"From concern to decision", text::counted(*told.days_to_decision, "day", "days")});
    return section("What is known", design::summary_list(rows));
}

h::Node strategies_of(CaseTold const& told) {
    std::vector<h::Node> items;
    for (auto const& shelf : told.shelves)
        for (auto const& strategy : shelf.strategies)
            items.push_back(h::group(h::strong(strategy.title), " ", design::as_written(strategy.words)));
    return section("In the classroom", bulleted(items));
}

h::Node impact_of(CaseTold const& told) {
    auto const found = std::ranges::find_if(told.happenings, [](Happening const& one) {
        return one.kind == Kind::impact_review && one.stands();
    });
    if (found == told.happenings.end()) return {};
    auto const outcome = from_word<impact::ReviewOutcome>(found->more);
    return section(
        "Impact",
        h::p(
            h::strong(outcome ? in_words(*outcome) : std::string_view()),
            ", measured by " + found->who + " on " + calendar::in_words(calendar::local_date(found->at)) +
                ". ",
            design::as_written(found->said)
        )
    );
}

h::Node earlier(CaseTold const& told) {
    if (told.earlier.empty()) return {};
    std::vector<h::Node> items;
    for (auto const& one : told.earlier)
        items.push_back(design::as_written(
            "From " + calendar::day_month_year(calendar::local_date(one.opened_at)) + " to " +
            calendar::day_month_year(calendar::local_date(one.closed_at)) +
            (one.why.empty() ? "" : ": " + one.why)
        ));
    return design::details("Earlier cases", bulleted(items));
}

std::string_view in_words(Matter matter) {
    switch (matter) {
        case Matter::support: return "Support";
        case Matter::parents: return "Parents";
        case Matter::staff: return "Staff";
        case Matter::child: return "The child";
        case Matter::undoing: return "Undoing";
    }
    return {};
}

std::vector<h::Node> links_of(std::vector<Link> const& links, Matter matter) {
    std::vector<h::Node> items;
    for (auto const& link : links)
        if (link.matter == matter) items.push_back(h::a(h::href(link.path), link.words));
    return items;
}

h::Node links(Story const& story) {
    std::vector<h::Node> groups;
    for (auto const matter : {Matter::support, Matter::parents, Matter::staff, Matter::child}) {
        auto const items = links_of(story.links, matter);
        auto const item = [](h::Node const& one) -> h::Node { return h::li(one); };
        if (!items.empty())
            groups.push_back(
                h::div(h::h3(in_words(matter)), h::ul(h::css("link-group"), h::each(items, item)))
            );
    }
    return h::section(
        h::css("work-list other-ways"),
        h::h2("Other things to do"),
        h::div(h::css("link-groups"), groups),
        safeguarding::pages::link_for(story.seen.pupil.id),
        openings::pages::way_to_override(story.seen, story.may_override)
    );
}

h::Node looking_back(CaseTold const& told) {
    return h::p(
        h::css("small other-ways"),
        h::a(h::href(cases::pages::on_a_day_path(told.id)), "See the case as it stood on another day")
    );
}

// What takes a step back stands below what happened, where nobody presses it by the way.
h::Node undoing(Story const& story) {
    auto const items = links_of(story.links, Matter::undoing);
    if (items.empty()) return {};
    return h::p(h::css("small other-ways"), items.front());
}

h::Node confided_waits(Story const& story, CaseTold const& told) {
    if (!told.confided_waits) return {};
    auto const path = "/pupils/" + std::string(story.seen.pupil.id.text());
    return need_to_know::pages::show_what_was_confided(story.seen, path);
}

h::Node told(Story const& story, CaseTold const& told) {
    return h::group(
        standing(told),
        way(told),
        programmes(story, told),
        design::beside(
            h::group(known(story, told), strategies_of(told), impact_of(told), earlier(told), links(story)),
            h::group(confided_waits(story, told), timeline(told), looking_back(told), undoing(story))
        )
    );
}

std::string headline_in_words(Story const& story) {
    auto const& name = story.seen.pupil.forename;
    auto const relationship = story.seen.access.relationship();
    if (!story.seen.open_case && relationship == need_to_know::Relationship::keeps_in_touch)
        return "The case is closed. You hold check-ins with " + name + " as they are needed.";
    if (!story.seen.open_case) return name + " has no support at the moment.";
    if (!story.headline) return name + " has an open case, and no sessions at the moment.";
    auto const& headline = *story.headline;
    auto const next = headline.next_on ? ", next on " + calendar::weekday_day_month(*headline.next_on) +
                                             " at " + headline.starts_at_time
                                       : "";
    return name + " has support with " + headline.deliverer_name + " in " + headline.room_name + next + ".";
}

h::Node headline(Story const& story) {
    return h::section(
        h::css("standing"),
        design::heading(headline_in_words(story), "Where things stand"),
        openings::pages::way_to_open(story.seen, story.may_open),
        openings::pages::stays_closed(story.seen, story.stays_closed),
        openings::pages::opened_for_safeguarding(story.overrides),
        links(story)
    );
}

// Who may see progress of a child without any case.
h::Node nothing_yet(Story const& story) {
    return h::section(
        h::css("standing"),
        design::heading("No support", "Where things stand"),
        h::p(story.seen.pupil.forename + " has no case. A concern opens one."),
        openings::pages::opened_for_safeguarding(story.overrides),
        links(story)
    );
}

}  // namespace

h::Node tag_of(Story const& story) {
    if (!story.told) return {};
    auto const& status = story.told->status;
    return design::tag(tag_kind(status, story.today), in_words(status.stage));
}

h::Node as_told(Story const& story) {
    if (!story.told) return {};
    auto const& told = *story.told;
    return h::group(
        standing(told),
        way(told),
        programmes(story, told),
        design::beside(h::group(known(story, told), impact_of(told), earlier(told)), timeline(told))
    );
}

design::Page story(Story const& story) {
    auto const body = story.told                                             ? told(story, *story.told)
                      : story.seen.access.sees(need_to_know::Zone::progress) ? nothing_yet(story)
                                                                             : headline(story);
    return {
        .title = story.seen.pupil.name(),
        .back = {.text = "Pupils", .path = "/pupils"},
        .layout = design::Layout::wide,
        .main = h::group(design::pupil_header(need_to_know::pages::header(story.seen, tag_of(story))), body)};
}

design::Page name_alone(pupils::Pupil const& pupil, WaysFromAName const& ways) {
    auto const path = "/pupils/" + std::string(pupil.id.text());
    auto const raise = [&] { return design::link_button("Raise a concern", path + "/concerns/new"); };
    auto const of_the_roll = [&]() -> h::Node {
        return h::ul(
            h::css("govuk-list"),
            h::li(h::a(h::href(path + "/contacts"), "Contacts")),
            h::li(h::a(h::href(path + "/roll"), "Roll entry"))
        );
    };
    return {
        .title = pupil.name(),
        .back = {.text = "Pupils", .path = "/pupils"},
        .main = h::group(
            design::heading(pupil.name()),
            design::summary_list(
                {{"Class", text::joined({pupil.class_name, pupils::year_in_words(pupil.year_group)}, ", ")}}
            ),
            h::when(ways.to_the_roll, of_the_roll),
            h::when(ways.to_a_concern, raise)
        )};
}

}  // namespace story::pages
