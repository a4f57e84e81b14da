#include "programmes/placing_pages.hpp"

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"

namespace programmes::pages {
namespace {

std::string_view in_words(consent::Answer answer) {
    switch (answer) {
        case consent::Answer::given: return "agreed";
        case consent::Answer::refused: return "refused";
        case consent::Answer::withdrawn: return "withdrew consent";
        case consent::Answer::decided_to_go_ahead:
        case consent::Answer::decided_not_to: break;
    }
    return {};
}

h::Node said(ParentSaid const& parent) {
    auto const words = [&]() -> h::Node { return h::div(design::as_written("“" + parent.words + "”")); };
    return h::div(
        parent.name + " " + std::string(in_words(parent.answer)) + " on " +
            calendar::day_month_year(parent.on) + ".",
        h::when(!parent.words.empty(), words)
    );
}

h::Node what_is_known(Placing const& placing) {
    auto const& child = placing.child;
    std::vector<std::string> areas;
    for (auto const& area : child.need.areas) areas.push_back(area.name);
    std::vector<design::SummaryRow> rows{
        {"Target areas", areas.empty() ? std::string("None agreed") : text::listed(areas)}};
    if (child.need.form) rows.push_back({"Chosen form", std::string(programmes::in_words(*child.need.form))});
    if (child.since_on)
        rows.push_back(
            {"Waiting since",
             calendar::in_words(*child.since_on) + ", " +
                 text::counted(placing.today - *child.since_on, "day", "days")}
        );
    if (!child.parents.empty()) rows.push_back({"Parents", h::group(h::each(child.parents, said))});
    return design::summary_list(rows);
}

std::string when_and_where(Programme const& programme) {
    return std::string(programmes::in_words(programme.form)) + ", " +
           std::string(calendar::weekday_name(calendar::weekday_of(programme.starts_on))) + "s at " +
           programme.starts_at_time + " in " + programme.room_name + ", with " + programme.deliverer_name;
}

std::string when_next(Offer const& offer) {
    if (offer.missed_start)
        return ", was to start on " + calendar::weekday_day_month(offer.programme.starts_on) + " and has not";
    if (!offer.next_on) return {};
    return (offer.programme.started_on ? ", next on " : ", from ") +
           calendar::weekday_day_month(*offer.next_on);
}

std::string how_many(Offer const& offer) {
    auto const free = offer.programme.places - offer.taken;
    return text::counted(free, "place", "places") + " of " + std::to_string(offer.programme.places) +
           " left, " + text::counted(offer.weeks_left, "week", "weeks") + " left" + when_next(offer) + ".";
}

std::string who_is_in_it(Offer const& offer) {
    if (offer.taken == 0) return "Nobody is in it yet.";
    auto words = text::counted(offer.taken, "child is", "children are") + " in it";
    if (!offer.classes.empty()) words += ", from " + text::listed(offer.classes);
    return words + ".";
}

h::Node reasons(std::string_view label, std::vector<std::string> const& sentences) {
    if (sentences.empty()) return {};
    return h::div(h::strong(label), " ", text::joined(sentences, " "));
}

h::Node detail(Offered const& offered) {
    auto const& offer = offered.offer;
    return h::group(
        h::div(when_and_where(offer.programme)),
        h::div(how_many(offer), " ", who_is_in_it(offer)),
        reasons("Fits:", offered.fits),
        reasons("Does not fit:", offered.does_not_fit)
    );
}

std::string reason_id(Placing const& placing, ProgrammeId const& programme) {
    if (placing.tried == programme) return {};
    return "reason-" + std::string(programme.text());
}

bool asks_why(Offered const& offered) { return !offered.form_fits || offered.offer.weeks_least; }

// "Why a group, although one to one was chosen, and only 3 weeks, although the policy says at least 6"
std::string why(Offered const& offered) {
    auto const& offer = offered.offer;
    auto const form = offer.programme.form;
    auto const other = form == Form::group ? Form::one_to_one : Form::group;
    std::vector<std::string> parts;
    if (!offered.form_fits)
        parts.push_back(
            std::string(as_said(form)) + ", although " + std::string(as_said(other)) + " was chosen"
        );
    if (offer.weeks_least)
        parts.push_back(
            "only " + text::counted(offer.weeks_left, "week", "weeks") +
            ", although the policy says at least " + std::to_string(*offer.weeks_least)
        );
    return "Why " + text::joined(parts, ", and ");
}

h::Node reason_field(Placing const& placing, Offered const& offered, Answers const& answers) {
    auto const& offer = offered.offer;
    auto const blank = design::blank();
    return design::textarea(
        placing.tried == offer.programme.id ? answers : blank,
        {.name = "reason",
         .label = why(offered),
         .hint = "It stands in the child's story.",
         .rows = 2,
         .id = reason_id(placing, offer.programme.id)}
    );
}

h::Node allocation(
    design::FormGuard const& guard,
    std::string const& forename,
    Placing const& placing,
    Offered const& offered,
    bool first,
    Answers const& answers
) {
    auto const words = "Allocate " + forename;
    auto const& offer = offered.offer;
    return design::form(
        guard,
        path_of(offer.programme.id) + "/places",
        design::hidden("case", placing.child.the_case.text()),
        design::hidden("from", "child"),
        h::when(asks_why(offered), [&]() -> h::Node { return reason_field(placing, offered, answers); }),
        first ? design::button(words) : design::secondary_button(words)
    );
}

// In place of a button that would be refused.
h::Node another_letter(std::string const& forename, Placing const& placing, Offer const& offer) {
    auto const form = offer.programme.form;
    if (placing.child.asked == form)
        return h::p(
            "A parent has not agreed to " + std::string(as_said(form)) +
            " yet. The last letter asks about it."
        );
    return h::group(
        h::p(letter_spoke_of_another(forename, form)),
        design::secondary_link_button(
            "Write about " + std::string(as_said(form)), letter_path(placing.child.the_case, form)
        )
    );
}

// In place of a button that would be refused.
h::Node somebody_else(Offer const& offer) {
    return h::group(
        h::p(offer.closed_because),
        design::secondary_link_button("Let somebody else deliver it", delivery_path(offer.programme.id))
    );
}

h::Node tag_of(Placing const& placing, Offered const& offered, bool first) {
    if (!offered.offer.closed_because.empty())
        return design::tag(design::TagKind::waiting, "Takes no child today");
    if (placing.made == offered.offer.programme.id) return design::tag(design::TagKind::done, "Just made");
    if (!offered.form_fits) return design::tag(design::TagKind::waiting, "Another form");
    if (offered.offer.weeks_least) return design::tag(design::TagKind::waiting, "Few weeks left");
    bool const fits_in_all = offered.does_not_fit.empty();
    if (first && fits_in_all && placing.offers.size() > 1)
        return design::tag(design::TagKind::done, "Fits best");
    return {};
}

h::Node programmes_with_a_place(
    design::FormGuard const& guard,
    std::string const& forename,
    Placing const& placing,
    Answers const& answers
) {
    design::WorkList list{
        .heading = "Programmes with a free place",
        .if_empty = "No programme has a place free. Make one for " + forename + "."};
    for (auto const& offered : placing.offers) {
        auto const& offer = offered.offer;
        bool const first = list.items.empty();
        bool const closed = !offer.closed_because.empty();
        bool const opens =
            !closed && offered.agreed_to && asks_why(offered) && placing.tried != offer.programme.id;
        list.items.push_back(
            {.title = offer.programme.name,
             .path = path_of(offer.programme.id),
             .detail = detail(offered),
             .tag = tag_of(placing, offered, first),
             .act_text = opens ? "Allocate " + forename + " all the same" : "",
             .act = closed ? somebody_else(offer)
                    : offered.agreed_to
                        ? allocation(guard, forename, placing, offered, first && !opens, answers)
                        : another_letter(forename, placing, offer)}
        );
    }
    return design::work_list(list);
}

h::Node another_programme(std::string const& forename, Placing const& placing) {
    auto const path = "/programmes/new?case=" + std::string(placing.child.the_case.text());
    if (placing.offers.empty()) return design::link_button("Make a programme", path);
    return h::section(
        h::css("part"),
        h::h2("Or a programme of its own"),
        h::p("Make one for " + forename + ", and allocating is one click then."),
        design::secondary_link_button("Make a programme", path)
    );
}

h::Node not_ready(need_to_know::Seen const& seen, Placing const& placing) {
    return h::group(
        design::inset(h::p(design::as_written(placing.child.sentence))),
        design::link_button(
            "Open " + seen.pupil.forename + "'s page", "/pupils/" + std::string(seen.pupil.id.text())
        )
    );
}

}  // namespace

design::Page placing(
    design::FormGuard const& guard,
    need_to_know::Seen const& seen,
    Placing const& placing,
    Answers const& answers
) {
    auto const& forename = seen.pupil.forename;
    auto const choice = [&]() -> h::Node {
        return h::group(
            programmes_with_a_place(guard, forename, placing, answers), another_programme(forename, placing)
        );
    };
    return {
        .title = "A place for " + forename,
        .back = {.text = "Referrals", .path = "/referrals"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(need_to_know::pages::header(seen)),
            design::heading("A place for " + forename),
            what_is_known(placing),
            h::when(placing.child.is_ready, choice),
            h::when(!placing.child.is_ready, [&]() -> h::Node { return not_ready(seen, placing); }),
            safeguarding::pages::link_for(seen.pupil.id)
        )};
}

}  // namespace programmes::pages
