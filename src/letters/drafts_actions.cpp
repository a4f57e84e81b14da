#include <algorithm>
#include <charconv>

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
    auto const* const no_link = mailed ? "the link in our e-mail" : "the link on this letter";
    auto const kept = filled_for(visit, about, to, no_link);
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

// On their way from preparation to the write, drafts are bytes: each part with its length before it.
void append_part(std::string& out, std::string_view part) {
    out += std::to_string(part.size());
    out += ':';
    out += part;
}

// The next part, taken off the front; empty where the bytes are none of ours.
std::string_view next_part(std::string_view& bytes) {
    auto const colon = bytes.find(':');
    std::size_t size = 0;
    if (colon == std::string_view::npos) return bytes = {};
    std::from_chars(bytes.data(), bytes.data() + colon, size);
    auto const part = bytes.substr(colon + 1, size);
    bytes.remove_prefix(colon + 1 + part.size());
    return part;
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
    std::string out;
    for (auto const& draft : drafts)
        for (std::string_view const part :
             {draft.contact.text(),
              word(draft.way),
              std::string_view(draft.title),
              std::string_view(draft.words),
              std::string_view(draft.link),
              std::string_view(draft.link_hash),
              std::string_view(draft.pdf),
              std::string_view(draft.kept_pdf)})
            append_part(out, part);
    return out;
}

std::vector<Draft> unpacked(std::string_view bytes) {
    std::vector<Draft> drafts;
    while (!bytes.empty()) {
        auto const contact = ContactId::parse(next_part(bytes));
        auto const way = from_word<Way>(next_part(bytes));
        Draft draft;
        draft.title = next_part(bytes);
        draft.words = next_part(bytes);
        draft.link = next_part(bytes);
        draft.link_hash = next_part(bytes);
        draft.pdf = next_part(bytes);
        draft.kept_pdf = next_part(bytes);
        if (!contact || !way || draft.pdf.empty()) return {};
        draft.contact = *contact;
        draft.way = *way;
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

}  // namespace letters
