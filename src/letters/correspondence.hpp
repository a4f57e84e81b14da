#pragma once

#include <optional>
#include <string>
#include <vector>

#include "letters/letters.hpp"

namespace letters {

// A contact of the child on the page where letters are chosen and sent.
struct Addressee {
    pupils::Contact contact;
    std::optional<LeftOut> left_out;  // why they are not asked unless the SENCo says so
    Way way{};                        // how the letter would go
    std::optional<Sent> last;         // the latest letter to them in this case
    bool answered = false;            // the latest letter, where one went
    std::optional<Date> renew_by;     // their yes has run out, or soon does: its last day
    bool to_print = false;            // the latest letter, which has not gone
    bool to_hand_over = false;        // that one, on a sheet that is still printed with the link
};

// The field that holds which letter to this person was the latest when the page was opened.
inline std::string last_letter_field(ContactId const& contact) {
    return "last-" + std::string(contact.text());
}

// Everything that sending letters needs to know of a case.
struct Correspondence {
    Child child;
    std::string class_name;
    std::vector<Addressee> addressees;
    Template words;
    std::optional<consent::Form> form;        // that the letter speaks of
    std::optional<consent::Form> last_asked;  // that the latest one spoke of
    std::string programme;                    // "In a small group …, one session a week for 6 to 8 weeks"
    int consent_weeks = 0;                    // how long a yes of today holds
    std::string telephone;
    Date reply_by;               // the day on which an answer is due
    bool letter_stands = false;  // letters went out before: sending again is a reminder

    bool asks_about_another_form() const {
        return letter_stands && form && last_asked && *form != *last_asked;
    }
};
// A letter's title and words with everything filled in.
struct Filled {
    std::string title;
    std::string words;
};

// A choice that differs from what the register suggests, and why.
struct Choice {
    ContactId contact;
    bool asked = false;
    std::string reason;
};

// An answer as somebody brings it in: on paper, on the telephone, in person, or by the parent's own link.
struct Answering {
    ContactId contact;
    consent::Answer answer{};
    consent::Route route{};
    Date answered_on;
    std::string witness = {};
    std::string words = {};
    std::optional<Date> until = {};          // the last day of their yes, where they named one themselves
    std::optional<consent::Form> form = {};  // that it is about, where letters about both went out
    bool about_both = false;                 // where they went out, and it answers both
    bool knowingly = false;  // whoever records it knows what stands against asking this person
};

// Where consent stands, in one sentence, and what happens next.
struct Sentence {
    std::string stands;
    std::string next;
};

}  // namespace letters
