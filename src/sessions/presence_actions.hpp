#pragma once

#include <map>
#include <string>
#include <vector>

#include "sessions/store.hpp"
#include "visits/visit.hpp"

namespace sessions {

struct ChildOnRegister {
    programmes::Place place;
    bool consented = false;   // consent is in force on the day
    bool could_come = false;  // and is to the programme's form
    bool started = false;     // by that day
};
// Each child of a day's register, with what consent said on that day.
std::vector<ChildOnRegister> children_on_register(
    Visit& visit, programmes::Programme const& programme, Date day
);

// Whom the register names although they could not come on that day; or passes over, as its page did,
// although they could.
struct Misplaced {
    programmes::Place place;
    bool passed_over = false;
    bool consented = false;       // consent is in force on the day
    bool agreed_to_form = false;  // and is to the programme's form
    bool placed = false;          // on the register of the day, and not started by then
};
std::vector<Misplaced> misplaced_in(
    Visit& visit, programmes::Programme const& programme, Register const& the_register
);

// Keeps why each child did not come to a session that is not held because nobody came; of those on the
// register of its day.
void note_absences(
    Visit& visit,
    programmes::Programme const& programme,
    Session const& session,
    std::map<PlaceId, WhyAbsent> const& absent
);
// They go with the record that it was not held; the log keeps them.
void take_back_absences(Visit& visit, Session const& session, std::string const& reason);

// True where another child than this one could come to the session, and is not written down as absent.
bool another_could_come(Visit& visit, store::Card const& card);

}  // namespace sessions
