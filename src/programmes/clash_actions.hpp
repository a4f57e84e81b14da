#pragma once

#include <string>
#include <vector>

#include "programmes/clash_rules.hpp"
#include "programmes/session.hpp"
#include "visits/visit.hpp"

namespace programmes {

// Where the room or the person is taken on the days that the sessions would lie on. People may go on all the
// same.
std::vector<Clash> clashes_of(Visit& visit, NewProgramme const& input);
std::vector<Clash> clashes_of(Visit& visit, Programme const& programme, NewDelivery const& input);
// Of sessions of the programme that would be moved so.
std::vector<Clash> clashes_of(Visit& visit, Programme const& programme, std::vector<Session> const& moved);

// What has the person or the room of one session at its time, besides that session itself.
std::vector<Clash> clashes_with(Visit& visit, Booking const& wanted, SessionId const& but);

// What the days of sessions meet that people may pass over: what is taken then, and training that ends
// before.
struct Met {
    std::vector<Clash> clashes = {};
    std::string untrained_then = {};
    bool nothing() const { return clashes.empty() && untrained_then.empty(); }
};
Met what_the_days_meet(Visit& visit, NewProgramme const& input);
Met what_the_days_meet(Visit& visit, Programme const& programme, std::vector<Session> const& moved);

}  // namespace programmes
