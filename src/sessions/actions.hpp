#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/expected.hpp"
#include "sessions/rules.hpp"
#include "sessions/sessions.hpp"
#include "sessions/store.hpp"
#include "visits/visit.hpp"

namespace sessions {

// Writes the plan of a session that is still planned.
Expected<void, Refusal> write_plan(Visit& visit, Session const& session, std::string const& plan);

// The SENCo has looked at the plan (G7).
Expected<void, Refusal> review_plan(Visit& visit, Session const& session, std::string const& note);

// A trained colleague holds this one session; or, with nobody, who delivers the programme again.
Expected<void, Refusal> name_stand_in(
    Visit& visit, Session const& session, std::optional<StaffId> const& stand_in
);

// Records the session as delivered by who visits, and each absence.
Expected<void, Refusal> deliver(Visit& visit, Session const& session, Register const& the_register);

// Takes back that the session was delivered, with the absences of its register; it is planned again.
Expected<void, Refusal> undo_delivery(Visit& visit, Session const& session, std::string const& reason);

// What the colleague has already at that time; and what has the room or the person on the day that is held
// instead. People may go on all the same.
std::vector<std::string> clashes_of_stand_in(
    Visit& visit, programmes::Programme const& programme, Session const& session, StaffId const& stand_in
);
std::vector<std::string> clashes_of_day_instead(
    Visit& visit, programmes::Programme const& programme, Session const& session, NotHeld const& not_held
);

// Records why a session was not held, and lays another in its stead where it is rearranged: the programme
// then ends later.
Expected<void, Refusal> not_hold(Visit& visit, Session const& session, NotHeld const& not_held);

// What stands against taking back that the session was not held.
std::optional<Refusal> objection_to_undoing_not_held(Visit& visit, Session const& session);

// Takes back that the session was not held: it is planned again, and the one that was laid in its place goes.
Expected<void, Refusal> undo_not_held(Visit& visit, Session const& session, std::string const& reason);

// Of what is confided, what the page that is saved asked for. What it held back stays as it is.
struct Asked {
    bool confidence = true;
    bool voice = true;
};

// Saves what the session did for one child. `evaluation.version` is 0 for a new one; where someone else saved
// since, changed_meanwhile. `targets` are the child's. Who may not see what was confided does not change it.
// Where the child said nothing of it, what they said stays with who delivers.
Expected<void, Refusal> evaluate(
    Visit& visit,
    store::Card const& card,
    Asked const& asked,
    Evaluation evaluation,
    std::vector<programmes::Target> const& targets
);

// What stands against asking the child how it was.
std::optional<Refusal> objection_to_asking(Visit& visit, store::Card const& card);

// What the child says on the check-in page.
Expected<void, Refusal> check_in(Visit& visit, store::Card const& card, Voice voice);

}  // namespace sessions
