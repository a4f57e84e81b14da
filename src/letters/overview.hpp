#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "letters/correspondence.hpp"
#include "letters/letters.hpp"

namespace letters {

// One parent or carer on the consent page.
struct Respondent {
    pupils::Contact contact;
    std::optional<LeftOut> left_out;
    int times_asked = 0;
    int letters_gone = 0;  // to them: by e-mail, or printed and handed over
    std::optional<Sent> last_letter;
    std::optional<Link> link;  // the one that opens longest, or the newest
    std::optional<consent::Received> answer;
    std::optional<consent::Received> answer_about_the_other;  // form, where that is another answer
    bool asked_anew = false;    // a letter has gone since they agreed, or answered about the other form
    bool to_renew = false;      // it is a yes that has run out, or soon does
    bool to_print = false;      // the last letter, on paper
    bool to_hand_over = false;  // that one, on a sheet that is still printed with the link
};

// An answer or decision with the names that its ids stand for.
struct NamedAnswer {
    consent::Received received;
    std::string by_name;          // empty: a decision
    std::string recorded_by;      // empty: by the parent's own link
    bool came_late = false;       // the same person's later answer was on record before it
    bool keeps_in_force = false;  // the decision by which consent is in force although somebody objects
};

// Who agreed, and why their yes counts no more; none: they are no contact of the child any more.
struct WithoutASay {
    std::string name;
    std::optional<LeftOut> reason;
};

// Who took their agreement back and on which day they said so, and whose yes stands all the same.
struct TakenBack {
    struct By {
        std::string name;
        Date on;
        bool operator==(By const&) const = default;
    };
    std::vector<By> by;
    std::vector<std::string> still_agree = {};
    int held_after = 0;  // sessions on days after the first of these
};
// "Amy Ward withdrew consent on Tuesday 12 May 2026, so no session can be held. Sam Ward's yes stands."
std::string sentence_of(TakenBack const& taken_back, std::string_view so);

// Where consent to one form of support stands, where letters about both went out.
struct FormStands {
    consent::Form form{};
    consent::Standing standing{};
    std::optional<Date> holds_until;
    std::optional<Date> last_asked_on = {};  // by a letter that went
    TakenBack taken_back = {};
};
std::string sentence_of(FormStands const& one);

// Where consent stands for a child, and all that led there.
struct Overview {
    Child child;
    consent::Standing standing{};
    std::optional<Date> holds_until;  // the last day of the yes that holds longest
    std::vector<WithoutASay> without_a_say;
    TakenBack taken_back;                        // where consent stands as withdrawn
    bool may_be_decided = false;                 // one agrees and another's no or withdrawal stands
    std::optional<consent::Form> awaits_yes_to;  // asked about last, while the yes is to the other form
    Shown shown;                                 // to whoever opens a page now
    bool asked_about_both = false;               // forms, so that an answer needs to say which it is about
    std::vector<FormStands> forms;               // both, where letters about both went out
    std::optional<consent::Form> placed_in;      // the form of the programme that the child has a place in
    std::optional<Date> first_asked_on;
    std::optional<Date> first_letter_went_on;  // none: the letters are still to be printed
    std::optional<Date> last_reminded_on;      // by a later letter to the same person that went
    bool letter_stands = false;
    bool consent_stands = false;  // the step
    bool has_place = false;
    bool had_place = false;               // that ended, and was no mistake
    bool programme_over = false;          // completed
    std::vector<Respondent> respondents;  // asked or to be asked first
    std::vector<NamedAnswer> history;     // by the day they were given, newest first
    std::vector<Sent> letters;            // newest first
};

// Where consent stands, and what happens next.
Sentence sentence_of(Overview const& overview, Date today);

}  // namespace letters
