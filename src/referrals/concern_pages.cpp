#include "referrals/concern_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "cases/pages.hpp"
#include "comparison/pages.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"
#include "strategies/pages.hpp"

namespace referrals::pages {
namespace {

std::string who_raised(Concern const& concern) {
    auto const source = std::string(in_words(concern.said.source));
    return concern.said.source == Source::agency ? concern.said.source_name : source;
}

// The newer fact, and what stood when the concern was written. What was said before it was about another.
std::string spoken_to(Concern const& concern, std::optional<Talk> const& talk) {
    auto const then = concern.said.parents_spoken_to;
    auto const words = std::string(in_words(then));
    if (then == ParentsSpokenTo::yes || !talk) return words;
    auto const on = calendar::in_words(talk->on);
    if (talk->told_at < concern.written_at) return words + ". About an earlier concern: yes, on " + on + ".";
    return "Yes, as said on " + on + "; " + text::ascii_lower(words) + " when this was written";
}

h::Node answered(Concern const& concern) {
    auto const when = concern.answered_at ? calendar::in_words(*concern.answered_at) : std::string();
    return h::section(
        h::h2("What the parent was told"),
        h::p(design::as_written(concern.answer)),
        design::small_print("Recorded by " + concern.answered_by_name + ", " + when)
    );
}

// "by Friday 15 May"
std::string by_when(ConcernView const& view) {
    if (!view.parent_answered_by) return {};
    return "by " + calendar::weekday_day_month(*view.parent_answered_by);
}

h::Node answer_form(design::FormGuard const& guard, ConcernView const& view) {
    return h::section(
        h::h2("Answer the parent"),
        h::p(
            "A parent's concern stays open until somebody has answered them and noted what was said: " +
            by_when(view) + "."
        ),
        design::form(
            guard,
            path_of(view.concern.id) + "/answer",
            design::textarea(
                view.answering,
                {.name = "answer",
                 .label = "What was the parent told, how and by whom?",
                 .rows = 4,
                 .keep = "answer-" + std::string(view.concern.id.text())}
            ),
            design::button("Record the answer")
        )
    );
}

h::Node answer_part(design::FormGuard const& guard, ConcernView const& view) {
    if (view.concern.said.source != Source::parent) return {};
    if (!view.concern.answer.empty()) return answered(view.concern);
    if (view.may_answer) return answer_form(guard, view);
    return design::notice(
        "The parent waits for an answer",
        h::p(
            "The class teacher, the SENCo or the headteacher answers " + by_when(view) +
            " and records it here."
        )
    );
}

bool parents_were_spoken_to(ConcernView const& view) {
    return view.concern.said.parents_spoken_to == ParentsSpokenTo::yes || view.talk_with_parents.has_value();
}

h::Node referral_form(design::FormGuard const& guard, ConcernView const& view) {
    bool const spoken = parents_were_spoken_to(view);
    auto const tick = [&]() -> h::Node {
        return design::checkbox(
            view.referring,
            {.name = "parents_spoken_to",
             .text = "A parent or carer has been spoken to",
             .hint = view.is_senco ? "" : "The class teacher speaks with parents before referring"}
        );
    };
    h::Node const form = h::group(
        h::p("A referral asks that the pupil be considered for nurture support. The SENCo then talks it "
             "through with school staff."),
        design::form(
            guard,
            "/cases/" + std::string(view.concern.the_case.text()) + "/referral",
            design::hidden("concern", view.concern.id.text()),
            concerns_shown(view.of_the_case),
            h::when(!spoken, tick),
            design::text_input(
                view.referring,
                {.name = "reason", .label = "Anything to add (if you like)", .id = "referral-reason"}
            ),
            design::button("Refer the pupil")
        )
    );
    if (view.is_senco) return h::section(h::h2("Refer " + view.header.name), form);
    // The SENCo decides in any case, so this is there for who wants it and asks for nothing.
    return design::details(
        spoken ? "Refer " + view.header.name + " yourself" : "I have now spoken with a parent",
        form,
        !view.referring.errors.empty()
    );
}

std::string who_wrote_and_when(Concern const& concern) {
    return concern.written_by_name + ", " + calendar::in_words(calendar::local_date(concern.written_at));
}

h::Node to_open(std::vector<Concern> const& others) {
    if (others.empty()) return {};
    auto const one = [](Concern const& concern) -> h::Node {
        return h::li(h::a(h::href(path_of(concern.id)), who_wrote_and_when(concern)));
    };
    return h::section(
        h::css("part"),
        h::h2("What else was written"),
        h::ul(h::css("govuk-list govuk-list--bullet"), h::each(others, one))
    );
}

// The SENCo decides with every word in view. The class teacher, who may refer, is told what there is to open,
// and has the words beside the form where one came or changed while they wrote.
h::Node others_of_the_case(ConcernView const& view) {
    if (!view.may_refer && !view.may_decline && view.referring.errors.empty()) return {};
    auto others = view.of_the_case;
    std::erase_if(others, [&](auto const& other) { return other.id == view.concern.id; });
    bool const in_full = view.is_senco || view.may_decline || !view.referring.errors.empty();
    return in_full ? concerns_to_read("What else was written, and is decided on with it", others)
                   : to_open(others);
}

h::Node declining_form(design::FormGuard const& guard, ConcernView const& view) {
    auto const path = path_of(view.concern.id) + "/not-now";
    bool const parent_waits = view.concern.said.source == Source::parent && view.concern.answer.empty();
    auto const answer_first = []() -> h::Node {
        return h::p("The parent who raised it is answered first, above.");
    };
    return design::details(
        "Not now",
        h::group(
            h::p("The concern stays on record with your reason, and whoever raised it can raise another. It "
                 "can be "
                 "taken up after all later."),
            h::when(parent_waits, answer_first),
            design::form(
                guard,
                path,
                concerns_shown(view.of_the_case),
                design::textarea(
                    view.declining,
                    {.name = "reason",
                     .label = "Not now, because…",
                     .hint = "Who raised the concern and who teaches the child read this: say what is done "
                             "instead, and no more than they need to know.",
                     .rows = 2,
                     .most = 500,
                     .keep = path}
                ),
                design::secondary_button("Not now")
            )
        ),
        !view.declining.errors.empty()
    );
}

h::Node what_happens_next(design::FormGuard const& guard, ConcernView const& view) {
    auto const next = [&]() -> h::Node { return h::p(design::link_button(view.next_text, view.next_path)); };
    auto const done = [&]() -> h::Node {
        if (view.may_refer && !parents_were_spoken_to(view))
            return h::p(
                "Once you have spoken with a parent or carer, you can refer " + view.header.name +
                " yourself: open “I have now spoken with a parent”, below. There is nothing else for you to "
                "do."
            );
        return h::p("There is nothing left for you to do.");
    };
    auto const take_up = [&]() -> h::Node {
        return h::p(h::a(h::href(cases::pages::reopening_path(view.concern.the_case)), "Take it up after all")
        );
    };
    auto const known = [&]() -> h::Node {
        return design::post_button(guard, path_of(view.concern.id) + "/decision-read", "I have read it");
    };
    bool const waits_for_senco = view.decided_by_on && !view.is_senco && !view.may_answer;
    return design::notice(
        "What happens next",
        h::group(
            h::p(design::as_written(view.stands)),
            h::when(waits_for_senco, done),
            h::when(!view.next_path.empty(), next),
            h::when(view.may_take_up, take_up),
            h::when(view.decision_to_know, known)
        )
    );
}

h::Node to_say_seen(design::FormGuard const& guard, ConcernView const& view) {
    if (!view.waits_to_be_read && !view.waits_to_be_seen) return {};
    auto const* const act = view.waits_to_be_read ? "/read" : "/seen";
    return design::form(
        guard,
        path_of(view.concern.id) + act,
        design::hidden("version", std::to_string(view.concern.version)),
        design::button("Seen")
    );
}

h::Node reworded_part(design::FormGuard const& guard, ConcernView const& view) {
    auto const on = calendar::in_words(calendar::local_date(*view.concern.reworded_at));
    return design::notice(
        "Reworded since the referral",
        h::group(
            h::p(
                "Its words were changed on " + on + ", after the child was referred on what they said before."
            ),
            to_say_seen(guard, view)
        )
    );
}

h::Node joined_part(design::FormGuard const& guard, ConcernView const& view) {
    return design::notice(
        "A new concern in an open case",
        h::group(
            h::p(
                "It came after the referral and belongs to what runs already: ",
                h::a(h::href(view.header.path), "see " + view.header.name + "'s story"),
                "."
            ),
            to_say_seen(guard, view)
        )
    );
}

h::Node ways_back(ConcernView const& view) {
    auto const pupil = [&]() -> h::Node {
        return h::group(" · ", h::a(h::href(view.header.path), view.header.name + "'s page"));
    };
    return h::p(h::a(h::href("/"), "Back to Today"), h::when(!view.header.path.empty(), pupil));
}

h::Node strategies_part(ConcernView const& view) {
    if (view.shelves.empty())
        return h::section(
            h::h2("To try meanwhile"),
            h::p(
                "Help can start before a place is free. ",
                h::a(h::href(strategies::pages::path()), "Look through the strategies for the classroom"),
                "."
            )
        );
    return h::section(
        h::css("shelves"),
        h::h2("To try meanwhile"),
        h::p("This can be tried at any time, and needs no decision."),
        design::details(
            text::listed(view.area_names) + ": what others have tried",
            strategies::pages::shelf_list(view.shelves),
            true
        )
    );
}

h::Node change_link(ConcernView const& view) {
    if (!view.may_change) return {};
    return h::p(
        h::a(h::href(path_of(view.concern.id) + "/words"), "Change what you wrote"),
        " until the end of today."
    );
}

}  // namespace

std::string path_of(ConcernId const& concern) { return "/concerns/" + std::string(concern.text()); }
std::string new_concern_path(PupilId const& pupil) {
    return "/pupils/" + std::string(pupil.text()) + "/concerns/new";
}

std::vector<std::string> names_of(
    std::vector<AreaId> const& chosen, std::vector<strategies::TargetArea> const& areas
) {
    std::vector<std::string> names;
    for (auto const& area : areas)
        if (std::ranges::find(chosen, area.id) != chosen.end()) names.push_back(area.name);
    return names;
}

design::PupilHeader header_of(need_to_know::Seen const& child) { return need_to_know::pages::header(child); }

design::PupilHeader header_for_writer(pupils::Pupil const& pupil) {
    return {
        .name = pupil.name(),
        .path = {},
        .class_name = pupil.class_name,
        .year = {},
        .supported_by = {},
        .why_seen = "You see this because you wrote it.",
        .tag = {}};
}

h::Node summary_of(
    Concern const& concern, std::vector<std::string> const& area_names, std::optional<Talk> const& talk
) {
    auto const& said = concern.said;
    std::vector<design::SummaryRow> rows{{.key = "What was seen", .value = design::as_written(said.seen)}};
    if (!said.tried.empty())
        rows.push_back({.key = "What was tried", .value = design::as_written(said.tried)});
    if (!area_names.empty()) rows.push_back({.key = "Areas", .value = text::listed(area_names)});
    if (said.attachment_figure)
        rows.push_back({.key = "Attachment figure", .value = "Needs a named adult in school"});
    rows.push_back({.key = "Parents spoken to", .value = spoken_to(concern, talk)});
    rows.push_back({.key = "Raised by", .value = who_raised(concern)});
    rows.push_back({.key = "Noticed", .value = calendar::in_words(said.noticed_on)});
    rows.push_back({.key = "Written by", .value = who_wrote_and_when(concern)});
    return design::summary_list(rows);
}

h::Node concerns_to_read(std::string const& heading, std::vector<Concern> const& concerns) {
    if (concerns.empty()) return {};
    auto const one = [](Concern const& concern) -> h::Node {
        return h::li(
            h::a(h::href(path_of(concern.id)), who_wrote_and_when(concern)),
            ": ",
            design::as_written(concern.said.seen)
        );
    };
    return h::section(
        h::css("part"), h::h2(heading), h::ul(h::css("govuk-list govuk-list--bullet"), h::each(concerns, one))
    );
}

h::Node since_referral(std::vector<Concern> const& concerns) {
    return concerns_to_read("Concerns written or reworded since the referral", concerns);
}

h::Node concerns_shown(std::vector<Concern> const& of_the_case) {
    return design::hidden("concerns", std::to_string(version_of(of_the_case)));
}

design::Page concern(design::FormGuard const& guard, ConcernView const& view) {
    FormErrors errors = view.answering.errors;
    for (auto const* more : {&view.referring.errors, &view.declining.errors, &view.not_as_shown})
        errors.insert(errors.end(), more->begin(), more->end());
    auto const joined = [&]() -> h::Node { return joined_part(guard, view); };
    auto const reworded = [&]() -> h::Node { return reworded_part(guard, view); };
    auto const refer = [&]() -> h::Node { return referral_form(guard, view); };
    auto const decline = [&]() -> h::Node { return declining_form(guard, view); };
    auto const beside_the_class = [&]() -> h::Node { return comparison::pages::in_short(*view.comparison); };
    return {
        .title = "Concern about " + view.header.name,
        .back = {.text = "Today", .path = "/"},
        .main = h::group(
            design::error_summary(errors),
            design::pupil_header(view.header),
            design::heading("Concern about " + view.header.name),
            what_happens_next(guard, view),
            h::when(view.joined && (view.is_senco || view.waits_to_be_seen), joined),
            h::when(view.reworded_since && view.is_senco, reworded),
            answer_part(guard, view),
            h::div(h::id(words_id), summary_of(view.concern, view.area_names, view.talk_with_parents)),
            change_link(view),
            h::when(view.comparison.has_value(), beside_the_class),
            others_of_the_case(view),
            h::when(view.may_refer, refer),
            h::when(view.may_decline, decline),
            strategies_part(view),
            ways_back(view),
            view.sees_child ? safeguarding::pages::link_for(view.concern.pupil)
                            : safeguarding::pages::opening_notice()
        )};
}

}  // namespace referrals::pages
