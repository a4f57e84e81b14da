#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.hpp"
#include "data_requests/copy.hpp"
#include "data_requests/data_requests.hpp"
#include "need_to_know/named.hpp"
#include "visits/visit.hpp"

namespace data_requests {

// Writes down that somebody asked, and records it.
RequestId receive(Visit& visit, Asked const& asked);

// All that is held about the person now, by the data map, with what is kept back of it. What a child confided
// is never read.
struct Held {
    std::vector<Line> lines;
    std::vector<KeptBack> kept_back;  // what was decided, of lines that are held no more too
    std::string lines_read;           // as they were read when the request was prepared last
};
Held held(Visit const& visit, Request const& request);

// Whether the request is of a contact who is reached for a child of the visitor's own too, as their duty
// knows them: it tells of that child, and is for others to see and to answer.
bool tells_of_ones_own(Visit const& visit, Request const& request, need_to_know::Duty const& duty);

// Decides by the visitor's duty that they work with what is held of a contact, of whichever child of theirs
// it tells: with a read of each where it is shown. Nothing to decide of a request about a child, nor for who
// may not open requests.
enum class ItIs { shown, compared };
void work_with_what_is_held(
    Visit const& visit, Request const& request, need_to_know::Duty const& duty, ItIs it_is
);

// What was prepared, beside what is held now: the copy of the lines that were read then, without what came
// later; and whether they stand so. Where one has changed or is gone, it is not the copy that was prepared.
struct Prepared {
    Since since{};
    Copy copy;
};
Prepared prepared(Visit const& visit, Request const& request, Held const& held);
// What became of it alone. Looks for nobody else's name in what is held.
Since since_prepared(Visit const& visit, Request const& request);
// The same for who has not come to act, such as on Today: where nothing is stored otherwise than when it was
// prepared, that is said without opening a word. Only the other, by which each step goes, sees what an update
// of Withy words otherwise.
Since since_prepared_by_what_is_stored(Visit const& visit, Request const& request);

// What somebody decides about a line.
struct LineInput {
    std::optional<Decision> decision;  // nothing: it is given out as it stands
    Reason reason{};
    std::string words;
    std::string hidden;
};
Expected<void, Refusal> decide(
    Visit& visit, Request const& request, Line const& line, LineInput const& input
);

// Takes off what was decided about a line that is not held, or not so, any more. Recorded.
Expected<void, Refusal> take_off(Visit& visit, Request const& request, KeptBack const& kept);

// Takes two months more, of which whoever asked was told on this day, and why.
Expected<void, Refusal> extend(Visit& visit, Request const& request, std::string const& why, Date told_on);

// The steps, each recorded (of `lines_shown` the digest is given, by digest_of(lines)): prepared by one who
// has read every line, signed by another or sent back, given out.
Expected<void, Refusal> prepare(Visit& visit, Request const& request, std::string const& lines_shown);
// Takes it back to deciding, with what was decided, where what is held has changed since.
Expected<void, Refusal> prepare_again(Visit& visit, Request const& request);
Expected<void, Refusal> send_back(Visit& visit, Request const& request, std::string const& why);
// Ends it where it was written down wrongly, while nothing was given out for it.
Expected<void, Refusal> withdraw(Visit& visit, Request const& request, std::string const& why);
Expected<void, Refusal> sign(Visit& visit, Request const& request);
Expected<void, Refusal> give_out(Visit& visit, Request const& request, Date on, Way way);

}  // namespace data_requests
