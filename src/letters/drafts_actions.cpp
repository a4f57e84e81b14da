#include <algorithm>

#include "base/packing.hpp"
#include "base/secret.hpp"
#include "base/text.hpp"
#include "letters/actions.hpp"
#include "letters/placeholders.hpp"
#include "letters/rules.hpp"
#include "messages/letter.hpp"

namespace letters {
namespace {

std::string link_address(Visit const& visit, std::string const& token) {
    return visit.public_address + "/consent/" + token;
}

std::string holds_for(Correspondence const& about) {
    return text::counted(about.consent_weeks, "week", "weeks");
}

// The slip comes back without the letter, and perhaps after another: it says itself what it agrees to.
std::string_view in_this_form(std::optional<consent::Form> form) {
    if (!form) return "";
    switch (*form) {
        case consent::Form::one_to_one: return " one to one";
        case consent::Form::group: return " in a small group";
    }
    return "";
}

messages::Letter on_paper(
    Visit const& visit,
    Correspondence const& about,
    Addressee const& to,
    Filled const& filled,
    std::string link
) {
    auto const& child = about.child.forename;
    auto const support = "nurture support" + std::string(in_this_form(about.form));
    auto const in_class = about.class_name.empty() ? std::string() : ", class " + about.class_name;
    return {
        .school = visit.school_name,
        .telephone = about.telephone,
        .recipient = to.contact.name,
        .postal_address = to.contact.postal_address,
        .date = visit.today,
        .title = filled.title,
        .words = filled.words,
        .link = std::move(link),
        .slip =
            messages::Slip{
                "Reply slip: " + support + " for " + child + " " + about.child.surname + in_class,
                "Return this slip to " + visit.school_name + " by " + calendar::in_words(about.reply_by) +
                    ".",
                {"I agree that " + child + " takes part in " + support + ". My yes holds for " +
                     holds_for(about) + ".",
                 "I do not agree that " + child + " takes part in " + support + "."}},
        .large_print = needs_large_print(to.contact),
    };
}

Draft draft_to(Visit const& visit, Correspondence const& about, Addressee const& to) {
    auto const token = secret::new_token();
    auto const link = link_address(visit, token);
    bool const mailed = to.way == Way::e_mail;
    auto const kept =
        filled_for(visit, about, to, std::string(mailed ? link_of_the_e_mail : link_of_the_letter));
    auto const kept_pdf = messages::pdf_of(on_paper(visit, about, to, kept, {}));
    auto const with_link = [&] {
        return messages::pdf_of(on_paper(visit, about, to, filled_for(visit, about, to, link), link));
    };
    return {
        .contact = to.contact.id,
        .way = to.way,
        .title = kept.title,
        .words = kept.words,
        .link = link,
        .link_hash = secret::hash_of_token(token),
        .pdf = mailed ? kept_pdf : with_link(),
        .kept_pdf = mailed ? std::string() : kept_pdf,
    };
}

}  // namespace

Filled filled_for(Visit const& visit, Correspondence const& about, Addressee const& to, std::string link) {
    Values const values{
        .child = about.child.forename,
        .parent = to.contact.name,
        .programme = about.programme,
        .school = visit.school_name,
        .telephone = about.telephone,
        .senco = visit.who.name,
        .link = std::move(link),
        .reply_by = calendar::in_words(about.reply_by),
        .holds_for = holds_for(about),
    };
    return {filled(about.words.title, values), filled(about.words.words, values)};
}

std::vector<Draft> drafts(
    Visit const& visit, Correspondence const& about, std::vector<ContactId> const& chosen
) {
    std::vector<Draft> made;
    for (auto const& addressee : about.addressees)
        if (std::ranges::find(chosen, addressee.contact.id) != chosen.end())
            made.push_back(draft_to(visit, about, addressee));
    return made;
}

std::string packed(std::vector<Draft> const& drafts) {
    packing::Writing to;
    to.all(drafts, [&](Draft const& draft) {
        to.text(draft.contact.text());
        to.text(word(draft.way));
        for (auto const* part :
             {&draft.title, &draft.words, &draft.link, &draft.link_hash, &draft.pdf, &draft.kept_pdf})
            to.text(*part);
    });
    return to.taken();
}

std::vector<Draft> unpacked(std::string_view bytes) {
    packing::Reading from(bytes);
    std::vector<Draft> drafts;
    from.all(drafts, [&] {
        auto const contact = ContactId::parse(from.text());
        auto const way = from_word<Way>(from.text());
        Draft draft{.contact = contact.value_or(ContactId{}), .way = way.value_or(Way{})};
        for (auto* part :
             {&draft.title, &draft.words, &draft.link, &draft.link_hash, &draft.pdf, &draft.kept_pdf})
            *part = from.text();
        return draft;
    });
    if (!from.is_whole()) return {};
    return drafts;
}

}  // namespace letters
