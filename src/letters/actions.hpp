#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.hpp"
#include "letters/correspondence.hpp"
#include "visits/visit.hpp"

namespace letters {

// The template in use: the school's own, or Withy's.
Template template_in_use(Visit& visit);

// Changes the school's template; false where somebody else did so since the version it names.
bool change_template(Visit& visit, Template const& changed);

// Empty where the school has no such case. The letter speaks of the form that is named; else of that which
// the letter before spoke of, or was chosen at prioritisation.
std::optional<Correspondence> correspondence(
    Visit& visit, CaseId const& the_case, std::optional<consent::Form> form = {}
);

// What this person would get, with this address for answering.
Filled filled_for(Visit const& visit, Correspondence const& about, Addressee const& to, std::string link);

// A letter that is ready to go: rendered, with its link, before the write begins.
struct Draft {
    ContactId contact;
    Way way{};
    std::string title;
    std::string words;  // without the parent's own link: who reads the store can't answer for a parent
    std::string link;   // the parent's own
    std::string link_hash;
    std::string pdf;            // on paper it carries the link
    std::string kept_pdf = {};  // that sheet without the link, which stays
};

// Renders the letters to these people. Takes some milliseconds each, so it runs before the write.
std::vector<Draft> drafts(
    Visit const& visit, Correspondence const& about, std::vector<ContactId> const& chosen
);

// Drafts on their way from preparation to the write, as bytes.
std::string packed(std::vector<Draft> const& drafts);
std::vector<Draft> unpacked(std::string_view bytes);

enum class SendRefusal { nobody_chosen, step_not_due, case_closed };
std::string in_words(SendRefusal refusal);

// Sends the drafts: keeps each letter as sent, notes who was asked, opens the links (older ones of the same
// person end), puts e-mail into the outbox, and takes the step of the letter where it does not stand yet.
Expected<std::vector<LetterId>, SendRefusal> send(
    Visit& visit,
    Correspondence const& about,
    std::vector<Draft> const& drafts,
    std::vector<Choice> const& choices
);

// Notes that a letter was printed and handed over, by whom and when. The first time counts.
void note_printed(Visit& visit, Sent const& letter);

}  // namespace letters
