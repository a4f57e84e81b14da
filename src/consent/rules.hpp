#pragma once

#include <span>
#include <string>
#include <vector>

#include "consent/consent.hpp"

namespace consent {

// True where the answer is about programmes of this form: the one that its letter spoke of, and either where
// the letter left it open. A no to a group is none to support one to one, as a yes to the one is none to the
// other (C3: per child, programme and respondent). A withdrawal is about both: from that second the child
// takes part in no session (C6).
bool is_about(Received const& answer, Form form);

// Where consent to programmes of this form stands on the day, from all answers about it that were given by
// then, and whether anyone was asked about it. Answers count in the order of the days on which they were
// given, and those of one day in the order in which they were recorded, for a slip of paper carries a day and
// no hour: a slip that comes in late replaces nothing that was said after it.
// - `given`, in force: somebody agrees, and nobody's refusal or withdrawal stands against it. A refusal or
//   withdrawal stands until the same person answers anew, or the SENCo or headteacher decides to go ahead.
//   Such a decision settles a dispute by what is on record when it is made; it takes no parent's place, so
//   nothing is in force where nobody agrees.
// Who agrees counts while they have a say for the child: while they hold parental responsibility and no court
// order restricts contact, or nothing more stands against them than was known when they answered. Every day
// is judged by what is known of that today: nobody records since when it is so, and the school often hears
// late. A no stands although its giver has lost their say, for nothing that is edited or imported about an
// adult may start support; the SENCo or headteacher decides over it.
// - `withdrawn`: somebody took their agreement back, and nobody's stands or nobody has decided over it. Where
//   another's stands it is no dispute to be settled by going on: support has stopped (C6).
// - `in_dispute`: one agrees and the refusal of another, who never agreed, stands until it is decided.
// - `refused`: nobody's agreement stands, or it was decided not to go ahead.
// - `expired`: nobody objects, and every agreement is over: its time, or the say of who gave it.
Standing standing_to(std::span<Received const> history, Form form, bool asked, Date day);

// Where it stands to the form to which it has come furthest: in force to one of them before all else.
Standing standing_on(std::span<Received const> history, bool asked, Date day);

// True where one agrees and another's refusal or withdrawal stands, so that the SENCo or headteacher may
// decide to go ahead, or not to.
bool may_be_decided(std::span<Received const> history, Form form, Date day);

// What took an agreement back that nobody has given anew by the day, in the order of their days: of each
// person the first answer to do so, and nobody has decided over it.
std::vector<Received> withdrawals(std::span<Received const> history, Form form, Date day);
// The same of either form. Whoever has agreed to one of them since is left out, unless all of them have.
std::vector<Received> withdrawals(std::span<Received const> history, Date day);

// The latest decision to go ahead by which consent to this form is in force on the day although somebody
// objects; none where it is not in force, or nobody objects any more.
Received const* decision_in_force(std::span<Received const> history, Form form, Date day);

// Whose yes counts on the day, whoever objects.
std::vector<ContactId> who_agrees(std::span<Received const> history, Form form, Date day);

// True where consent is in force on the day, to whichever form.
bool in_force_on(std::span<Received const> history, Date day);

// The last day on which a yes of that day counts, by a policy under which it holds for so many weeks.
Date last_day_of_yes(Date answered_on, int weeks);

// The last day on which somebody's agreement counts, of those that stand on the day, run out or not; none
// where nobody with a say agrees or a yes has no end.
std::optional<Date> holds_until(std::span<Received const> history, Form form, Date day);
// The same to whichever form holds longest.
std::optional<Date> holds_until(std::span<Received const> history, Date day);

// Who agreed, and has no say for the child any more.
std::vector<ContactId> without_a_say(std::span<Received const> history, Date day);

// The form to which this person's answer of that day is one: that of their latest letter by the day, or of
// their latest at all; of somebody whom no letter went to, that of the latest to anybody.
std::optional<Form> form_asked(std::span<Request const> requests, ContactId const& contact, Date answered_on);

// True where letters about either form went out: an answer on paper or by word of mouth may be to either.
bool asked_about_both(std::span<Request const> requests);

// The form that the latest letter of the case spoke of; none where there is no letter, or it left it open.
std::optional<Form> form_asked_last(std::span<Request const> requests);

// The gate C2 of a programme of this form: true where consent to it is in force on the day, so that a child
// may be given a place in it, start, and take part. The database holds the same rule.
bool in_force_to(std::span<Received const> history, Form form, Date day);

// The same, but for what somebody objected on that very day, and whoever has lost their say since: for a
// child on a register, which was taken while consent was in force. From the second of a withdrawal no more
// sessions are held; what is on record stays (C6).
bool in_force_until_objected(std::span<Received const> history, Form form, Date day);
// The same to whichever form.
bool in_force_until_objected(std::span<Received const> history, Date day);

// The day since which consent has been in force without a break, and to this form where one is named; none
// where it is not in force on the day.
std::optional<Date> in_force_since(std::span<Received const> history, std::optional<Form> form, Date day);

// True where consent is in force on the day, and to the other form alone.
bool is_to_the_other(std::span<Received const> history, Form form, Date day);

// Parents are asked again from so many days before a yes runs out: time for a letter to go and come back.
inline constexpr int days_to_ask_again = 28;

// True for a yes that has run out by the day, or does so soon.
bool is_to_be_renewed(Received const& answer, Date day);

// What this person said last, of what was answered by the day, about this form where one is named; none where
// they have not answered.
Received const* latest_answer_of(
    std::span<Received const> history,
    ContactId const& contact,
    Date day,
    std::optional<Form> form = std::nullopt
);

// True where this answer takes back a yes of the same person that stands on its day, to a form that it is
// about.
bool takes_back(std::span<Received const> history, Received const& answer);

// The last answer by the day that took a yes back, whatever was said or decided after it; none where nobody
// ever did.
Received const* latest_withdrawal(std::span<Received const> history, Date day);

// True where the same person's answers of a later day, about all that this one is about, were on record when
// it came: it is kept, and changes nothing from that day on.
bool is_outdated(std::span<Received const> history, Received const& received, Date day);

enum class Refusal {
    in_the_future,
    already_stands,
    nothing_to_withdraw,
    no_dispute,
    witness_missing,
    reason_missing
};
std::string in_words(Refusal refusal);

// Why this answer can't be added to the history; empty where it can. It is weighed against what had been said
// by its own day, about each form that it is about: it may come where it says something anew about one.
std::optional<Refusal> objection_to(std::span<Received const> history, Received const& answer, Date today);

}  // namespace consent
