#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "story/story.hpp"

namespace story {

// The nine steps from concern to start, at most one of them where the case is held. A waiting list that was
// passed over is not needed.
std::vector<Leaf> way_of(cases::Facts const& facts, cases::Status const& status);

// How far an open case has come, as a list of pupils tells it, by its furthest step and the end of its latest
// place; empty between the letter and the place, and after one that ended with consent or for another, where
// the answers decide. Who has a place is in a programme, though an answer may hold up its sessions.
std::optional<Support> support_by_steps(
    std::optional<cases::Step> furthest, std::optional<cases::EndReason> place_ended
);
// The same of any open case, with its status.
Support support_of(cases::Facts const& facts, cases::Status const& status);

// After such an end another place can be given; whether it is, the answers say.
bool may_lead_to_another_place(cases::EndReason ended);

// The places, each with what of its programme bears on the child: nothing before they were given it, and
// nothing after the day on which it ended. A place given by mistake, in which no session was
// held, is left out.
std::vector<PlaceTold> with_their_sessions(
    std::vector<PlaceTold> places, std::span<SessionTold const> sessions
);

// The first session that is still to come, today's included.
std::optional<SessionTold> next_session(std::span<SessionTold const> sessions, Date today);

// How many sessions were held for the child after the day on which consent was withdrawn, as it turned out
// later; whoever was absent missed nothing of it.
int held_after(std::span<PlaceTold const> places, Date withdrawn_on);

// "It is for the SENCo, by Friday 15 May: 2 days overdue."; empty where it is nobody's move.
std::string whose_move(cases::Status const& status, bool readers_own, Date today);

// Whether the move of this owner is for who sees the child for this reason.
bool is_for(cases::Owner owner, need_to_know::Relationship reader);

// What who teaches the child is told: where the case stands, without what is for others to record or write;
// and whose move it is, with the day where it is theirs.
std::string standing_for_class_teacher(cases::Facts const& facts, cases::Status const& status);
std::string whose_move_for_class_teacher(cases::Status const& status, Date today);
// The same where all that waits for this reader about the child is known: "answer a question".
std::string all_for_class_teacher(
    cases::Status const& status, Date today, std::vector<std::string> const& asked
);

// "The evaluation of session 3 on Tuesday 5 May is still to be written, by Joan Barker: 2 days overdue." Of
// sessions before today that a yes covers; empty where all are written.
std::string still_to_write(
    std::span<PlaceTold const> latest_first, std::vector<consent::Received> const& answers, Date today
);

// What a reader may and may not conclude from so many weekly ratings by one adult (G9).
std::string caption_for(std::size_t ratings, std::string_view deliverer);

}  // namespace story
