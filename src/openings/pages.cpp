#include "openings/pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"

namespace openings::pages {
namespace {

h::Node told_fields(Answers const& answers, std::string const& who, std::string const& whom) {
    return h::group(
        design::radios(
            answers,
            {.name = who + "_told",
             .legend = "Was " + whom + " told that you do this?",
             .choices = {{.value = "yes", .text = "Yes"}, {.value = "no", .text = "Not yet"}},
             .in_a_row = true}
        ),
        design::text_input(
            answers, {.name = "about_the_" + who, .label = "Who told " + whom + ", or why nobody has yet"}
        )
    );
}

std::string told_in_words(bool told, std::string const& how) { return (told ? "Yes. " : "Not yet. ") + how; }

std::string when_and_who(Override const& made) {
    return calendar::in_words(made.opened_at) + ", by " + made.by_name;
}

h::Node opened_before(std::vector<Override> const& earlier) {
    if (earlier.empty()) return {};
    auto const line = [](Override const& one) -> h::Node { return h::li(when_and_who(one)); };
    return h::section(h::h2("Opened for safeguarding before"), h::ul(h::each(earlier, line)));
}

h::Node form_of_override(PupilId const& pupil, design::FormGuard const& guard, Answers const& answers) {
    return design::form(
        guard,
        override_path(pupil),
        design::text_input(
            answers,
            {.name = "reason",
             .label = "Why this can't wait",
             .hint = "What happened stands on CPOMS, not here. One sentence is enough."}
        ),
        design::text_input(
            answers,
            {.name = "recipient",
             .label = "Who is to know what you find",
             .hint = "Such as the duty social worker, or yourself"}
        ),
        told_fields(answers, "child", "the child"),
        told_fields(answers, "parent", "a parent or carer"),
        design::button("Open everything for three hours")
    );
}

// Says nothing of what the child said, nor that it was the child who said it.
h::Node whom_to_speak_to(std::string const& name) {
    return h::p(
        "A reason doesn't open it. Speak to the SENCo about what you need to know. If you think that " +
        name + " is at risk, speak to the safeguarding lead at once."
    );
}

}  // namespace

design::Page opening(
    need_to_know::Seen const& child,
    design::FormGuard const& guard,
    Answers const& answers,
    std::string const& then
) {
    auto const header = need_to_know::pages::header(child);
    auto const& name = child.pupil.forename;
    return {
        .title = "Open " + name + "'s case",
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading("Why do you open " + name + "'s case?"),
            h::p("You oversee every case, and see that this child has support. How the child gets on opens "
                 "to you with "
                 "a reason, for twelve hours. The reason stays on record."),
            design::form(
                guard,
                opening_path(child.pupil.id),
                design::hidden("then", then),
                design::text_input(
                    answers,
                    {.name = "reason",
                     .label = "Your reason",
                     .hint = "Such as a decision that is yours to make"}
                ),
                design::button("Open the case")
            )
        )};
}

design::Page closed(need_to_know::Seen const& child) {
    auto const header = need_to_know::pages::header(child);
    auto const& name = child.pupil.forename;
    return {
        .title = name + "'s case stays closed",
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::pupil_header(header),
            design::heading(name + "'s case stays closed to you"),
            whom_to_speak_to(name)
        )};
}

design::Page overriding(
    need_to_know::Seen const& child,
    std::vector<Override> const& earlier,
    design::FormGuard const& guard,
    Answers const& answers
) {
    auto const header = need_to_know::pages::header(child);
    auto const& name = child.pupil.forename;
    return {
        .title = "Safeguarding: see everything",
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading("Is " + name + " at risk, so that you must see everything?"),
            h::p(
                "For three hours you see all that is held about " + name +
                ", what was said in confidence too. The safeguarding lead is told at once. What you enter "
                "here stays "
                "on record and can't be taken back."
            ),
            design::warning_text("A safeguarding concern? Record it on CPOMS, not here."),
            form_of_override(child.pupil.id, guard, answers),
            opened_before(earlier)
        )};
}

design::Page one_override(OverrideTold const& told, design::FormGuard const& guard, bool waits_for_reader) {
    auto const& [child, made] = told;
    auto const& id = made.id;
    auto const read = [&]() -> h::Node {
        return design::form(guard, path_of(id), design::button("I have read this"));
    };
    return {
        .title = "Opened for safeguarding",
        .back = {.text = "Opened for safeguarding", .path = "/overrides"},
        .main = h::group(
            design::heading(child.in_full() + " was opened for safeguarding"),
            design::summary_list({
                {"Child", h::a(h::href("/pupils/" + std::string(child.id().text())), child.in_full())},
                {"By", made.by_name},
                {"From", calendar::in_words(made.opened_at)},
                {"Until", calendar::in_words(made.until_at)},
                {"Why", design::as_written(made.reason)},
                {"Who is to know", design::as_written(made.recipient)},
                {"Was the child told?",
                 design::as_written(told_in_words(made.child_told, made.about_the_child))},
                {"Was a parent told?",
                 design::as_written(told_in_words(made.parent_told, made.about_the_parent))},
            }),
            h::when(waits_for_reader, read)
        )};
}

design::Page overrides(std::vector<OverrideTold> const& shown, int page, int pages) {
    design::Table table{
        .caption = "The latest first",
        .columns = {{"When and by whom"}, {"Child"}, {"Why"}},
        .rows = {},
        .if_empty = "Nobody has opened a child's case for safeguarding."};
    for (auto const& one : shown)
        table.rows.push_back(
            {h::a(h::href(path_of(one.made.id)), when_and_who(one.made)),
             one.child.in_full(),
             design::as_written(one.made.reason)}
        );
    return {
        .title = "Opened for safeguarding",
        .back = {},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Opened for safeguarding"),
            design::table(table),
            design::pagination({.path = std::string(overrides_path), .current = page, .pages = pages})
        )};
}

h::Node way_to_open(need_to_know::Seen const& child, bool may_open) {
    if (!may_open) return {};
    return h::div(
        h::css("on-screen"),
        design::button_row(
            design::link_button("Open " + child.pupil.forename + "'s case", opening_path(child.pupil.id))
        )
    );
}

h::Node stays_closed(need_to_know::Seen const& child, bool it_does) {
    if (!it_does) return {};
    auto const& name = child.pupil.forename;
    return h::div(
        h::css("on-screen"), h::p("How " + name + " gets on stays closed to you."), whom_to_speak_to(name)
    );
}

h::Node opened_for_safeguarding(std::vector<OverrideNoted> const& overrides) {
    if (overrides.empty()) return {};
    auto const line = [](OverrideNoted const& one) -> h::Node {
        auto const words = calendar::in_words(one.opened_at) + ", by " + one.by_name;
        if (!one.may_read) return h::li(words);
        return h::li(h::a(h::css("govuk-link"), h::href(path_of(one.id)), words));
    };
    bool const all_may_be_read = std::ranges::all_of(overrides, &OverrideNoted::may_read);
    auto const who_reads_why = []() -> h::Node {
        return h::p(
            h::css("govuk-hint"),
            "The safeguarding lead and the headteacher read why, as do colleagues who opened it or were told "
            "of it."
        );
    };
    return h::section(
        h::h2(h::css("govuk-heading-m"), "Opened for safeguarding"),
        h::ul(h::css("govuk-list"), h::each(overrides, line)),
        h::when(!all_may_be_read, who_reads_why)
    );
}

h::Node way_to_override(need_to_know::Seen const& child, bool may_override) {
    if (!may_override) return {};
    return h::p(
        h::css("on-screen"), h::a(h::href(override_path(child.pupil.id)), "See everything, for safeguarding")
    );
}

}  // namespace openings::pages
