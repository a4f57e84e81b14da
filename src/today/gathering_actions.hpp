#pragma once

#include "today/today.hpp"
#include "visits/visit.hpp"

// What each role adds to a day.
namespace today {

// Sessions, plans, evaluations, meetings asked for, answers, programmes to start, withdrawals, new concerns
// about children who are supported.
void add_delivering(Visit& visit, Day& day);

// The answers to what this person asked a class teacher, the questions that have none yet, and the messages
// to parents that a class teacher has not seen to.
void add_questions_asked(Visit& visit, Day& day);

// Parents who raised a concern and whom this person may answer as well as the SENCo.
void add_parents_who_wait(Visit& visit, Day& day);

// Questions, messages to parents, measures, impact reviews, who is out of class.
void add_teaching(Visit& visit, Day& day);

// Every case whose move is the SENCo's, and who is waited for; for the headteacher, disputes and counts.
void add_coordinating(Visit& visit, Day& day);

// Who has left evaluations unwritten for some days, whether or not the programme is completed since: no stage
// of a case waits for an evaluation.
void add_unwritten(Visit& visit, Day& day);

// Children's objections that the SENCo has not answered yet.
void add_objections(Visit& visit, Day& day);

// What went to the next school of a child and nobody there has received, for a week or for good.
void add_not_received(Visit& visit, Day& day);

// Children whom this person supports and whom it is time to ask who may know.
void add_to_ask(Visit& visit, Day& day);

// What safeguarding has overridden and this person, who answers for it, has not read yet.
void add_overrides(Visit& visit, Day& day);

// Nurture trainings that end soon or have ended: the administrator's to record, the SENCo's to see to, and
// their own for whom it concerns. Says whether there is one.
bool add_trainings(Visit& visit, Day& day);

// The second way to sign in that the school demands of this person and that they do not have yet.
void add_second_way(Visit& visit, Day& day);

// The version in force and how its review stands; empty where none is in force.
std::optional<PolicyStands> policy_that_stands(Visit& visit);

// The policy's review, once it is soon or overdue.
void add_policy_review(PolicyStands const& policy, Day& day);

// Requests for what is held about a person: the SENCo's to prepare, to prepare again once what was prepared
// holds no more, and to give out; the headteacher's to sign.
void add_data_requests(Visit& visit, Day& day);

// What a child said to this person in confidence, and now asks for.
void add_confided_to_give(Visit& visit, Day& day);

// Erasures that somebody else has signed for, and that wait for a second signature.
void add_erasures_to_sign(Visit& visit, Day& day);

// What the school is not ready for, invitations and imports on their way. Where a
// training is to be renewed, that says enough of trainings.
void add_running_the_school(Visit& visit, Day& day, bool renewing);

}  // namespace today
