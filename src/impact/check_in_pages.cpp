#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "impact/pages.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"

// Brief meetings after a programme.
namespace impact::pages {
namespace {

h::Node log_form(
    design::FormGuard const& guard, CheckInsView const& view, std::string_view asked, Answers const& answers
) {
    return design::form(
        guard,
        check_ins_path(view.the_case),
        design::hidden("asked", asked),
        design::textarea(
            answers,
            {.name = "line",
             .label = "How the child is, in a line",
             .rows = 2,
             .keep = "check-in-" + std::string(view.the_case.text())}
        ),
        design::date_input(answers, {.name = "held_on", .legend = "When you met"}),
        design::button("Log the check-in")
    );
}

h::Node wish_form(design::FormGuard const& guard, CheckInsView const& view) {
    auto const ask = [&](AskedBy asked_by, std::string_view text) -> h::Node {
        return design::form(
            guard,
            check_ins_path(view.the_case) + "/wishes",
            design::hidden("asked_by", word(asked_by)),
            design::secondary_button(text)
        );
    };
    return design::details(
        "Someone would like to meet",
        h::group(
            ask(AskedBy::child, view.child.pupil.forename + " asked to meet"),
            view.may_log ? ask(AskedBy::nurture_assistant, "I would like to meet")
                         : ask(AskedBy::class_teacher, "I would like them to meet")
        )
    );
}

h::Node history(CheckInsView const& view) {
    std::vector<design::TimelineEntry> entries;
    for (auto const& check_in : view.check_ins) {
        if (!check_in.held_on) continue;
        entries.push_back(
            {.when = calendar::in_words(*check_in.held_on),
             .who = check_in.made_by_name,
             .what = design::as_written(check_in.line)}
        );
    }
    if (entries.empty()) return design::empty_state("No check-in has been logged yet.");
    return design::timeline(entries);
}

h::Node how_long(CheckInsView const& view) {
    if (!view.until) return {};
    auto const day = calendar::in_words(*view.until);
    if (view.today > *view.until) return h::p("The case is closed. Check-ins went on until ", day, ".");
    return h::p("The case is closed. Check-ins go on until ", day, ", as they are needed.");
}

CheckIn const* open_wish(CheckInsView const& view) {
    for (auto const& check_in : view.check_ins)
        if (!check_in.held_on) return &check_in;
    return nullptr;
}

std::string last_seen(Contact const& contact) {
    auto const until =
        contact.until ? ". Check-ins go on until " + calendar::in_words(*contact.until) : std::string();
    auto const seen = contact.last_seen_on ? "Seen on " + calendar::in_words(*contact.last_seen_on)
                                           : "Not seen since the programme ended on " +
                                                 calendar::in_words(contact.completed_on);
    return seen + until;
}

h::Node tag_of(Contact const& contact) {
    if (contact.asked_by == AskedBy::child) return design::tag(design::TagKind::due, "The child asked");
    if (contact.asked_by == AskedBy::class_teacher)
        return design::tag(design::TagKind::due, "The class teacher asked");
    if (contact.asked_on) return design::tag(design::TagKind::due, "To meet");
    if (contact.long_unseen) return design::tag(design::TagKind::waiting, "Not seen for long");
    return {};
}

}  // namespace

design::Page check_ins(design::FormGuard const& guard, CheckInsView const& view, Answers const& answers) {
    auto const header = need_to_know::pages::header(view.child);
    auto const* wish = open_wish(view);
    auto const wished = [&]() -> h::Node {
        return design::inset(h::p(in_words(wish->asked_by), " on ", calendar::in_words(wish->asked_on), "."));
    };
    auto const asked = wish ? std::string(wish->id.text()) : std::string();
    return {
        .title = "Check-ins: " + view.child.pupil.forename,
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading("Check-ins with " + view.child.pupil.forename),
            how_long(view),
            h::when(wish != nullptr, wished),
            view.may_log ? log_form(guard, view, asked, answers) : h::Node{},
            view.may_ask && !wish ? wish_form(guard, view) : h::Node{},
            history(view),
            safeguarding::pages::link_for(view.child.pupil.id)
        )};
}

design::Page contacts(std::vector<Contact> const& contacts) {
    design::WorkList list{
        .heading = "After the programme",
        .items = {},
        .if_empty = "No child of yours is between a programme and the end of its check-ins."};
    for (auto const& contact : contacts)
        list.items.push_back(
            {.title = contact.child.in_full(),
             .path = check_ins_path(contact.the_case),
             .detail = last_seen(contact),
             .tag = tag_of(contact)}
        );
    return {
        .title = "Check-ins",
        .back = {},
        .main = h::group(
            design::heading("Check-ins"),
            h::p("Children keep in touch after a programme, as they need it. Who asked stands first."),
            design::work_list(list)
        )};
}

}  // namespace impact::pages
