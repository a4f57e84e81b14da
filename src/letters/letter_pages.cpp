#include "letters/letter_pages.hpp"

#include <algorithm>

#include "design/controls.hpp"
#include "design/form.hpp"
#include "design/notices.hpp"
#include "messages/letter.hpp"
#include "pupils/address_change_pages.hpp"
#include "pupils/languages.hpp"
#include "safeguarding/pages.hpp"

namespace letters::pages {
namespace {

std::string path_of(CaseId const& the_case, std::string_view page) {
    return "/cases/" + std::string(the_case.text()) + "/" + std::string(page);
}

std::string way_in_words(Addressee const& to, bool sends_mail) {
    if (to.way == Way::e_mail)
        return "By e-mail to " + to.contact.address + ": it names no child, and its link opens the letter.";
    if (!to.contact.address.empty() && !sends_mail)
        return "On paper: this installation has no mail server yet. The next page has it to print.";
    return "On paper: there is no e-mail address. The next page has it to print.";
}

std::vector<std::string> remarks_on(Addressee const& to, bool sends_mail) {
    auto const& contact = to.contact;
    std::vector<std::string> remarks;
    if (!contact.relationship.empty()) remarks.push_back(contact.relationship + ".");
    remarks.push_back(way_in_words(to, sends_mail));
    if (to.renew_by)
        remarks.push_back(
            "Their yes holds until " + calendar::in_words(*to.renew_by) + ". This letter asks for a new one."
        );
    else if (to.to_print)
        remarks.push_back(
            "The letter of " + calendar::in_words(calendar::local_date(to.last->made_at)) +
            (to.last->way == Way::paper ? " is made and is to be printed."
                                        : " could not be delivered by e-mail.")
        );
    else if (to.last)
        remarks.push_back(
            "Asked on " + calendar::in_words(calendar::local_date(to.last->made_at)) +
            (to.answered ? ", and has answered." : "; no answer yet. This one is a reminder.")
        );
    if (!contact.language.empty() && contact.language != "en")
        remarks.push_back(
            "Reads " + std::string(pupils::language_in_words(contact.language)) +
            ". There is no checked translation yet: the letter is in English, so speak with them too."
        );
    if (!contact.needs.empty()) remarks.push_back("Needs: " + contact.needs + ".");
    if (to.left_out) remarks.push_back(letters::in_words(*to.left_out) + ". " + contact.restriction);
    return remarks;
}

h::Node the_letter(Filled const& letter) {
    return design::details(
        "Read this letter",
        h::div(h::css("letter-sheet"), h::h2(letter.title), letter_words(letter.words, HeadingLevel::third))
    );
}

h::Node one_addressee(Preview const& preview, Answers const& answers, std::size_t at) {
    auto const& to = preview.about.addressees[at];
    auto const id = std::string(to.contact.id.text());
    bool const settled = to.last && !to.left_out;
    auto const reason = [&]() -> h::Node {
        if (settled || to.answered) return {};
        return design::text_input(
            answers,
            {.name = "reason-" + id,
             .label = to.left_out ? "If you ask them all the same: why" : "If you do not ask them: why",
             .id = "reason-" + id}
        );
    };
    std::string hint;
    for (auto const& remark : remarks_on(to, preview.sends_mail)) hint += (hint.empty() ? "" : " ") + remark;
    return h::section(
        h::css("addressee"),
        design::checkbox(
            answers, {.name = "to", .text = to.contact.name, .hint = hint, .value = id, .id = "to-" + id}
        ),
        design::hidden(last_letter_field(to.contact.id), to.last ? to.last->id.text() : ""),
        pupils::pages::changed_address(preview.address_changes, to.contact.id),
        reason(),
        the_letter(preview.letters[at])
    );
}

h::Node nobody_on_record(Preview const& preview) {
    if (!preview.about.addressees.empty()) return {};
    return design::empty_state(h::group(
        "No parent or carer is on record. ",
        h::a(
            h::href("/pupils/" + std::string(preview.about.child.pupil.text()) + "/contacts"),
            "Add one to the child’s contacts"
        ),
        " first."
    ));
}

struct Wording {
    std::string title;
    std::string intro;
    std::string button;
};

bool has_gone(Addressee const& to) { return to.last && !to.to_print; }

// A first letter, a reminder, or a letter that asks for another yes.
Wording wording_of(Correspondence const& about) {
    bool const on_paper =
        std::ranges::all_of(about.addressees, [](Addressee const& to) { return to.way == Way::paper; });
    bool const runs_out =
        std::ranges::any_of(about.addressees, [](Addressee const& to) { return to.renew_by.has_value(); });
    std::string const letters = on_paper ? "Make the letters" : "Send the letters";
    std::string const links = "each gets a new link, and the one that they have opens the same page.";
    if (about.asks_about_another_form())
        return {
            "Ask again",
            "The letter before spoke of " + std::string(as_said(*about.last_asked)) +
                ". This one asks about " + std::string(as_said(*about.form)) +
                ": a yes to the one is none to the other. Choose who is asked; " + links,
            letters};
    if (runs_out)
        return {
            "Ask again",
            "A yes has an end, and sessions stop with it. Choose who is asked again; " + links +
                " What they agreed to goes on counting until its last day.",
            letters};
    if (about.letter_stands && std::ranges::any_of(about.addressees, &Addressee::to_print) &&
        std::ranges::none_of(about.addressees, has_gone))
        return {
            "Write again",
            "The letters before are made and are to be printed. Choose who is written to again; " + links,
            letters};
    if (about.letter_stands)
        return {
            on_paper ? "Make a reminder" : "Send a reminder",
            "Letters went out before. Choose who is reminded; " + links,
            on_paper ? "Make the reminder" : "Send the reminder"};
    auto const title = on_paper ? "Make the letters" : "Send letters";
    return {title, "Everyone who holds parental responsibility is asked. Read each letter first.", title};
}

}  // namespace

h::Node letter_words(std::string_view words, HeadingLevel level) {
    std::vector<h::Node> nodes;
    std::vector<h::Node> items;
    auto const end_list = [&] {
        if (!items.empty()) nodes.push_back(h::ul(items));
        items.clear();
    };
    for (auto const& block : messages::blocks_of(words)) {
        if (block.kind == messages::BlockKind::item) {
            items.push_back(h::li(design::as_written(block.text)));
            continue;
        }
        end_list();
        if (block.kind == messages::BlockKind::heading)
            nodes.push_back(
                level == HeadingLevel::second ? h::Node{h::h2(block.text)} : h::Node{h::h3(block.text)}
            );
        else
            nodes.push_back(h::p(design::as_written(block.text)));
    }
    end_list();
    return h::div(h::css("letter"), nodes);
}

design::Page preview(design::FormGuard const& guard, Preview const& preview, Answers const& answers) {
    auto const& about = preview.about;
    auto const said = wording_of(about);
    std::vector<h::Node> addressees;
    for (std::size_t at = 0; at < about.addressees.size(); ++at)
        addressees.push_back(one_addressee(preview, answers, at));
    auto const send = [&]() -> h::Node {
        return design::button_row(
            design::button(said.button), h::a(h::href(path_of(about.child.case_id, "consent")), "Not now")
        );
    };
    return {
        .title = said.title + ": " + about.child.forename,
        .back = {"Consent", path_of(about.child.case_id, "consent")},
        .layout = design::Layout::reading,
        .main = h::group(
            design::error_summary(answers.errors),
            preview.pupil,
            design::heading(said.title),
            h::p(said.intro),
            nobody_on_record(preview),
            design::form(
                guard,
                path_of(about.child.case_id, "letters"),
                about.form ? design::hidden("form", word(*about.form)) : h::Node{},
                h::div(h::id("to"), addressees),
                h::when(!addressees.empty(), send)
            ),
            safeguarding::pages::link_for(about.child.pupil)
        )};
}

}  // namespace letters::pages
