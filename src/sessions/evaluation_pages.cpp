#include <algorithm>

#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/not_saved.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"
#include "sessions/pages.hpp"

// One child's card.
namespace sessions::pages {
namespace {

std::string last_time(Card const& card, TargetId const& target) {
    auto const rating = std::ranges::find(card.last_time, target, &Rating::target);
    if (rating == card.last_time.end() || !rating->rating) return {};
    return "Last time: " + std::to_string(*rating->rating);
}

h::Node attendance(Answers const& answers) {
    std::vector<design::Choice> reasons;
    for (auto const why : all_of<WhyAbsent>())
        reasons.push_back({std::string(word(why)), std::string(in_words(why))});
    return design::radios(
        answers,
        {.name = "attended",
         .legend = "Was the child there?",
         .choices =
             {{.value = "yes", .text = "Yes"},
              {.value = "no",
               .text = "No",
               .more = design::select(
                   answers,
                   {.name = "why_absent", .label = "Why not", .choices = reasons, .nothing = "Choose why"}
               )}}}
    );
}

h::Node steps(Card const& card, Answers const& answers) {
    return h::group(h::each(card.targets, [&](programmes::Target const& target) {
        return design::target_steps(
            answers,
            {.name = rating_field(target.id),
             .legend = programmes::named(target),
             .least_means = "Not at all yet",
             .most_means = "All the time",
             .before = last_time(card, target.id),
             .instead = "Not seen today",
             .instead_value = std::string(not_seen)}
        );
    }));
}

h::Node confided_waits(Card const& card) {
    return need_to_know::pages::show_what_was_confided(
        card.child, evaluation_path(card.session.id, card.place)
    );
}

bool something_waits(Card const& card) {
    return card.confidence_waits || card.voice == need_to_know::Confided::after_a_proof;
}

// As the child said it; what they keep from this visitor stays as it is, and they can be asked anew.
h::Node voice(Card const& card, Answers const& answers) {
    auto const& name = card.child.pupil.forename;
    bool const is_typed = !answers.errors.empty() && answers.typed.has("own_words");
    if (card.voice == need_to_know::Confided::after_a_proof && !is_typed) return {};
    if (card.voice == need_to_know::Confided::not_theirs && !is_typed)
        return h::p(
            name + " said how it was, for who supports them alone. ",
            h::a(
                h::css("on-screen"),
                h::href(check_in_path(card.session.id, card.place)),
                "Ask " + name + " again"
            )
        );
    return h::group(
        design::face_radios(answers, {.name = "feeling", .legend = "How was it, in " + name + "'s eyes?"}),
        design::text_input(
            answers,
            {.name = "own_words",
             .label = "In " + name + "'s own words",
             .hint = "One sentence, where there is one, as it was said."}
        ),
        design::door_radios(
            answers,
            {.name = "may_see", .legend = "What did " + name + " say: may the others who help see it?"}
        )
    );
}

h::Node confided(Card const& card, Answers const& answers) {
    bool const is_typed = !answers.typed.value("confidence").empty();
    auto const waits = [&]() -> h::Node { return confided_waits(card); };
    if (!card.sees_confidence || (card.confidence_waits && !is_typed))
        return something_waits(card) ? confided_waits(card) : h::Node();
    return h::div(
        h::css("confided"),
        h::when(card.voice == need_to_know::Confided::after_a_proof, waits),
        design::textarea(
            answers,
            {.name = "confidence",
             .label = "In confidence",
             .hint = "For you, and for those alone whom the child lets know what was said. A safeguarding "
                     "concern? Record it on CPOMS, not here.",
             .rows = 2,
             .keep = "confidence-" + std::string(card.session.id.text()) + std::string(card.place.text())}
        )
    );
}

std::string keep(Card const& card, std::string_view field) {
    return std::string(field) + "-" + std::string(card.session.id.text()) + std::string(card.place.text());
}

h::Node evaluation_form(design::FormGuard const& guard, Card const& card, Answers const& answers) {
    auto const version = card.now ? card.now->version : 0;
    auto const save =
        card.next_child ? "Save and write up " + card.next_child->forename() : std::string("Save");
    return design::form(
        guard,
        evaluation_path(card.session.id, card.place),
        design::hidden("version", std::to_string(version)),
        attendance(answers),
        steps(card, answers),
        voice(card, answers),
        design::textarea(
            answers,
            {.name = "noticed", .label = "What pleased you", .rows = 2, .keep = keep(card, "noticed")}
        ),
        design::textarea(
            answers, {.name = "next_time", .label = "Next time", .rows = 2, .keep = keep(card, "next")}
        ),
        confided(card, answers),
        design::button_row(
            design::button(save),
            h::a(h::css("on-screen"), h::href(programmes::path_of(card.session.id)), "Back to the session")
        )
    );
}

std::string in_words(Rating const& rating) {
    return rating.rating ? std::to_string(*rating.rating) + " of 10" : "Not seen that day";
}

// What the child keeps with who delivers is not printed, as the rest that is confided is not.
void add_voice(Card const& card, Voice const& voice, std::vector<design::SummaryRow>& rows) {
    if (!voice.says_something()) return;
    bool const shared = need_to_know::is_shared(voice.said_for);
    auto const row = [&](std::string label, h::Node const& said) {
        rows.push_back({std::move(label), shared ? said : h::span(h::css("in-confidence"), said)});
    };
    auto const& name = card.child.pupil.forename;
    if (voice.feeling)
        row("How it was", std::string(design::in_words(*from_word<design::Feeling>(word(*voice.feeling)))));
    if (!voice.own_words.empty()) row("In " + name + "'s own words", design::as_written(voice.own_words));
    row("Who may see that",
        shared ? "Those who help " + name + " too" : "Only who supports " + name + ", as " + name + " said");
}

h::Node as_written(Card const& card, Evaluation const& evaluation) {
    std::vector<design::SummaryRow> rows;
    if (!evaluation.attended) {
        rows.push_back({"Not there", std::string(in_words(*evaluation.why_absent))});
    } else {
        add_voice(card, evaluation.voice, rows);
        for (auto const& rating : evaluation.ratings) {
            auto const target = std::ranges::find(card.targets, rating.target, &programmes::Target::id);
            if (target != card.targets.end()) rows.push_back({programmes::named(*target), in_words(rating)});
        }
        rows.push_back({"What pleased", design::as_written(evaluation.noticed)});
    }
    if (evaluation.attended || !evaluation.next_time.empty())
        rows.push_back({"Next time", design::as_written(evaluation.next_time)});
    if (card.sees_confidence && !evaluation.confidence.empty())
        rows.push_back(
            {"In confidence", h::span(h::css("in-confidence"), design::as_written(evaluation.confidence))}
        );
    return design::summary_list(rows);
}

// Sent from a form that was opened before it settled.
h::Node not_saved(Answers const& answers) {
    if (answers.errors.empty()) return {};
    auto const as_typed = [&](std::string_view field) { return std::string(answers.typed.value(field)); };
    return design::not_saved(
        {{"In the child's own words", as_typed("own_words")},
         {"What pleased", as_typed("noticed")},
         {"Next time", as_typed("next_time")},
         {"In confidence", as_typed("confidence")}}
    );
}

// What is saved already prints as words, and not as a form.
h::Node to_write(design::FormGuard const& guard, Card const& card, Answers const& answers) {
    auto const form = evaluation_form(guard, card, answers);
    bool const saved = card.now && card.now->writing == Writing::written;
    if (!saved || !answers.errors.empty()) return form;
    return h::group(design::on_screen(form), design::on_paper(as_written(card, *card.now)));
}

h::Node read_only(Card const& card, Answers const& answers) {
    auto const settled = [&]() -> h::Node {
        return h::group(design::inset(h::p(card.why_settled)), not_saved(answers));
    };
    return h::group(
        h::when(!card.why_settled.empty(), settled),
        card.now ? as_written(card, *card.now)
                 : design::empty_state("Nothing is written for this child yet."),
        h::when(something_waits(card), [&]() -> h::Node { return confided_waits(card); })
    );
}

}  // namespace

design::Page evaluation(design::FormGuard const& guard, Card const& card, Answers const& answers) {
    auto const theirs = [&]() -> h::Node {
        return design::notice(
            "Someone saved this while you wrote",
            h::group(
                h::p("Theirs stands here; yours stands in the form below. Save again to keep what the form "
                     "holds."),
                as_written(card, *card.now)
            )
        );
    };
    return {
        .title = "Session " + std::to_string(card.session.number) + ": " + card.child.pupil.forename,
        .back =
            {.text = "Session " + std::to_string(card.session.number),
             .path = programmes::path_of(card.session.id)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(need_to_know::pages::header(card.child)),
            design::heading(
                "What the session did for " + card.child.pupil.forename,
                "Session " + std::to_string(card.session.number) + ", " +
                    calendar::in_words(card.session.held_on.value_or(card.session.planned_on))
            ),
            h::when(card.changed_meanwhile && card.now.has_value(), theirs),
            card.may_write ? to_write(guard, card, answers) : read_only(card, answers),
            safeguarding::pages::link_for(card.child.pupil.id)
        )};
}

namespace {

// A page on which nothing can be done before the SENCo is asked where consent stands.
design::Page on_consent(
    need_to_know::Seen const& child,
    Session const& session,
    std::string title,
    std::string const& heading,
    h::Node const& said
) {
    return {
        .title = std::move(title),
        .back =
            {.text = "Session " + std::to_string(session.number), .path = programmes::path_of(session.id)},
        .main = h::group(
            design::pupil_header(need_to_know::pages::header(child)),
            design::heading(heading),
            said,
            design::button_row(design::link_button("Back to the session", programmes::path_of(session.id))),
            safeguarding::pages::link_for(child.pupil.id)
        )};
}

}  // namespace

design::Page no_consent(
    need_to_know::Seen const& child, Session const& session, std::optional<programmes::Form> other_than
) {
    auto const name = child.pupil.forename;
    return on_consent(
        child,
        session,
        "Consent is not in force",
        "Consent was not in force for " + name + " on that day",
        h::group(
            h::p(
                "Nothing was saved. On ",
                calendar::in_words(session.held_on.value_or(session.planned_on)),
                other_than ? " no parent's or carer's agreement to this form of support stood for "
                           : " no parent's or carer's agreement stood for ",
                name,
                ", so a session can't be recorded.",
                h::when(
                    other_than.has_value(),
                    [&]() -> h::Node {
                        return h::group(" ", consent::that_the_yes_is_to_the_other(*other_than), ".");
                    }
                )
            ),
            h::p(
                "What to do: ask the SENCo where consent stands. If ",
                name,
                " was not there, record the absence instead."
            )
        )
    );
}

design::Page not_asked_any_more(need_to_know::Seen const& child, Session const& session) {
    auto const name = child.pupil.forename;
    return on_consent(
        child,
        session,
        "Consent is not in force any more",
        name + " is not asked any more",
        h::group(
            h::p(
                "The session was held with consent, so you can still write it up. Consent has ended since, ",
                "so nothing new is asked of ",
                name,
                "."
            ),
            h::p("What to do: ask the SENCo where consent stands.")
        )
    );
}

}  // namespace sessions::pages
