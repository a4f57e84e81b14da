#include "retention/pages.hpp"

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"

namespace retention::pages {
namespace {

h::Node due_table(std::vector<Listed> const& due) {
    design::Table table{
        .caption = "Due to be erased",
        .columns = {{"Child"}, {"Record"}, {"Due since"}, {"Sign"}},
        .rows = {},
        .if_empty = "No record is due to be erased."};
    for (auto const& listed : due)
        table.rows.push_back(
            {h::a(h::href(retention_path_of(listed.record.pupil)), listed.child.in_full()),
             in_words(listed.due.category),
             calendar::day_month_year(listed.due.on),
             h::a(
                 h::href(first_signature_path_of(listed.record.pupil, listed.due.category)),
                 "Sign for its erasure"
             )}
        );
    return design::table(table);
}

std::string since(Hold const& hold) {
    auto const day = [](Instant at) { return calendar::day_month_year(calendar::local_date(at)); };
    auto const begun = day(hold.made_at) + ", by " + hold.made_by;
    return hold.ended_at ? begun + "; ended " + day(*hold.ended_at) : begun;
}

h::Node holds_table(std::string_view caption, std::vector<Held> const& holds) {
    design::Table table{
        .caption = std::string(caption),
        .columns = {{"Child"}, {"Why"}, {"Since"}},
        .rows = {},
        .if_empty = "No record is on hold."};
    for (auto const& [one, child] : holds)
        table.rows.push_back(
            {h::a(h::href(path_of(one.id)), child.in_full()), design::as_written(one.reason), since(one)}
        );
    return design::table(table);
}

h::Node erasures_table(std::vector<Signed> const& erasures) {
    design::Table table{
        .caption = "Signed for or erased",
        .columns = {{"Record"}, {"Of"}, {"Signed by"}, {"Erased"}},
        .rows = {},
        .if_empty = "Nothing has been signed for or erased yet."};
    for (auto const& [one, child] : erasures)
        table.rows.push_back(
            {h::a(h::href(path_of(one.id)), in_words(one.category)),
             child ? child->in_full() : "A child whose name is no longer held",
             one.erased_at ? one.first_by_name + " and " + one.second_by_name : one.first_by_name,
             one.erased_at ? calendar::in_words(*one.erased_at)
                           : std::string("Waits for the second signature")}
        );
    return design::table(table);
}

std::string_view in_words(From from) {
    switch (from) {
        case From::birth: return " from birth";
        case From::last_entry: return " after the last entry";
        case From::leaving: return " after leaving";
    }
    return {};
}

std::string years_in_words(Period const& period) {
    return text::counted(period.years, "year", "years") + std::string(in_words(from_of(period.category)));
}

h::Node leavers_line(std::size_t leavers) {
    return h::p(
        "Leavers who are due to be erased, and of whom only what the roll says is held: ",
        std::to_string(leavers),
        ". ",
        h::a(h::href(leavers_path), "Sign for leavers together")
    );
}

// Everybody on the list is named in the form, so that what is signed for is what was read.
h::Node leavers_to_sign_first(design::FormGuard const& guard, std::vector<Listed> const& due) {
    design::Table table{
        .caption = "Not signed for yet",
        .columns = {{"Child"}, {"Left"}, {"Due since"}},
        .rows = {},
        .if_empty = "No leaver is waiting for a first signature."};
    std::vector<h::Node> named;
    for (auto const& listed : due) {
        table.rows.push_back(
            {h::a(h::href(retention_path_of(listed.record.pupil)), listed.child.in_full()),
             calendar::day_month_year(listed.record.left_on.value()),
             calendar::day_month_year(listed.due.on)}
        );
        named.push_back(design::hidden("pupil", listed.record.pupil.text()));
    }
    auto const sign = [&]() -> h::Node {
        return design::form(
            guard,
            "/retention/leavers/first-signature",
            h::group(named),
            design::button(
                "Sign for the erasure of " + text::counted(static_cast<long>(due.size()), "leaver", "leavers")
            )
        );
    };
    return h::group(design::table(table), h::when(!due.empty(), sign));
}

h::Node leavers_signed(std::string_view caption, std::vector<Signed> const& erasures) {
    design::Table table{
        .caption = std::string(caption),
        .columns = {{"Child"}, {"Due since"}, {"Signed by"}},
        .rows = {},
        .if_empty = "Nobody."};
    for (auto const& [one, child] : erasures)
        table.rows.push_back(
            {h::a(h::href(path_of(one.id)), child.value().in_full()),
             calendar::day_month_year(one.due_on),
             one.first_by_name}
        );
    return design::table(table);
}

h::Node leavers_to_sign_second(design::FormGuard const& guard, std::vector<Signed> const& erasures) {
    std::vector<h::Node> named;
    for (auto const& one : erasures) named.push_back(design::hidden("erasure", one.erasure.id.text()));
    return h::group(
        leavers_signed("Wait for your signature", erasures),
        design::warning_text(
            "What is erased can't be brought back: names, numbers, classes, and contacts who "
            "are nobody else's."
        ),
        design::form(
            guard,
            "/retention/leavers/second-signature",
            h::group(named),
            design::warning_button("Sign, and erase them for good")
        )
    );
}

h::Node leavers_stopped(std::vector<Stopped> const& leavers) {
    design::Table table{
        .caption = "Signed for, but can't be erased now",
        .columns = {{"Child"}, {"Signed by"}, {"Why not"}},
        .rows = {}};
    for (auto const& [one, why] : leavers)
        table.rows.push_back(
            {h::a(h::href(path_of(one.erasure.id)), one.child.value().in_full()),
             one.erasure.first_by_name,
             in_words(why)}
        );
    return design::table(table);
}

h::Node leavers_later(std::size_t later) {
    return h::p(
        text::counted(static_cast<long>(later), "more leaver", "more leavers"),
        " will be listed here once these are signed for."
    );
}

}  // namespace

design::Page overview(Overview const& overview, FormErrors const& errors) {
    return {
        .title = "Records due to be erased",
        .back = {.text = "Today", .path = "/"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::error_summary(errors),
            design::heading("Records due to be erased"),
            h::p(
                "Nothing is erased until two people have signed for it. ",
                h::a(h::href(periods_path), "How long records are held")
            ),
            due_table(overview.due),
            leavers_line(overview.leavers),
            h::p(
                "Due in the next year: ",
                text::counted(overview.due_in_a_year, "more record", "more records"),
                "."
            ),
            holds_table("On hold: not erased until the hold ends", overview.holds),
            erasures_table(overview.erasures)
        )};
}

design::Page leavers(design::FormGuard const& guard, Leavers const& leavers, FormErrors const& errors) {
    auto const second = [&]() -> h::Node { return leavers_to_sign_second(guard, leavers.for_you); };
    auto const another = [&]() -> h::Node {
        return leavers_signed("Wait for another's signature", leavers.for_another);
    };
    auto const stopped = [&]() -> h::Node { return leavers_stopped(leavers.stopped); };
    auto const later = [&]() -> h::Node { return leavers_later(leavers.later); };
    return {
        .title = "Leavers due to be erased",
        .back = {.text = "Records due to be erased", .path = std::string(retention_path)},
        .layout = design::Layout::wide,
        .main = h::group(
            design::error_summary(errors),
            design::heading("Leavers due to be erased"),
            h::p("These children have left, and only what the roll says is still held about them. Two "
                 "people sign for the whole list, one after the other. To keep a child's record, open the "
                 "child by name and put the record on hold."),
            leavers_to_sign_first(guard, leavers.due),
            h::when(!leavers.for_you.empty(), second),
            h::when(!leavers.for_another.empty(), another),
            h::when(!leavers.stopped.empty(), stopped),
            h::when(leavers.later > 0, later)
        )};
}

design::Page periods(
    design::FormGuard const& guard, std::vector<Period> const& in_force, Answers const& answers
) {
    design::Table table{
        .caption = "How long records are held", .columns = {{"What"}, {"How long"}, {"Why"}}, .rows = {}};
    std::vector<design::Choice> choices;
    for (auto const& period : in_force) {
        auto const own = period.reason.empty()
                             ? h::Node("As Withy suggests")
                             : h::group(design::as_written(period.reason), " ", period.set_by);
        table.rows.push_back({in_words(period.category), years_in_words(period), own});
        choices.push_back(
            {.value = std::string(word(period.category)), .text = std::string(in_words(period.category))}
        );
    }
    return {
        .title = "How long records are held",
        .back = {.text = "Records due to be erased", .path = std::string(retention_path)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("How long records are held"),
            design::table(table),
            h::h2("Change the years"),
            design::form(
                guard,
                periods_path,
                design::radios(answers, {.name = "category", .legend = "Which records?", .choices = choices}),
                design::text_input(
                    answers,
                    {.name = "years",
                     .label = "How many years?",
                     .width = design::Chars::three,
                     .input_mode = "numeric"}
                ),
                design::textarea(answers, {.name = "reason", .label = "Why?", .rows = 2}),
                design::button("Change the years")
            )
        )};
}

design::Page of_child(
    design::FormGuard const& guard,
    need_to_know::Seen const& child,
    std::vector<Due> const& dues,
    std::vector<Hold> const& holds,
    Date today,
    Answers const& answers
) {
    std::vector<Held> held;
    for (auto const& one : holds) held.push_back({one, child.access.child()});
    std::vector<design::SummaryRow> rows;
    for (auto const& due : dues)
        rows.push_back(
            {.key = std::string(in_words(due.category)),
             .value =
                 (due.on > today ? "Held until " : "Due to be erased since ") + calendar::in_words(due.on)}
        );
    auto const header = need_to_know::pages::header(child);
    return {
        .title = "How long it is held",
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading("How long it is held"),
            dues.empty() ? design::inset("Nothing about this child is due to be erased yet, because the "
                                         "child is on the roll or has an open case.")
                         : design::summary_list(rows),
            holds_table("Holds, now and before", held),
            h::h2("Put the record on hold"),
            design::form(
                guard,
                retention_path_of(child.pupil.id) + "/holds",
                design::textarea(
                    answers,
                    {.name = "reason",
                     .label = "Why?",
                     .hint = "Nothing is erased until the hold ends. Name the reason, such as an inquiry, "
                             "a claim or a complaint, without an account of it.",
                     .rows = 2}
                ),
                design::button("Put on hold")
            ),
            h::p(h::a(h::href(retention_path), "All records due to be erased"))
        )};
}

design::Page hold(design::FormGuard const& guard, Held const& held, Answers const& answers) {
    auto const& hold = held.hold;
    auto const form = [&]() -> h::Node {
        return design::form(
            guard,
            path_of(hold.id) + "/ending",
            design::textarea(answers, {.name = "reason", .label = "Why does the hold end?", .rows = 2}),
            design::button("End the hold")
        );
    };
    auto const ended = hold.ended_at ? "Ended by " + hold.ended_by + ", " +
                                           calendar::in_words(*hold.ended_at) + ": " + hold.ended_why
                                     : std::string();
    auto const name = held.child.in_full();
    return {
        .title = hold.ended_at ? "A hold that has ended" : "A record on hold",
        .back = {.text = "Records due to be erased", .path = std::string(retention_path)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading(
                hold.ended_at ? "The hold on the record of " + name + " ended on " +
                                    calendar::day_month_year(calendar::local_date(*hold.ended_at))
                              : "The record of " + name + " is on hold"
            ),
            design::inset(design::as_written(hold.reason)),
            design::small_print("By " + hold.made_by + ", " + calendar::in_words(hold.made_at)),
            h::p(design::as_written(ended)),
            h::when(!hold.ended_at, form)
        )};
}

}  // namespace retention::pages
