#pragma once

#include <string>
#include <vector>

#include "base/expected.hpp"
#include "moving/document.hpp"
#include "moving/moving.hpp"
#include "need_to_know/need_to_know.hpp"
#include "records/records.hpp"
#include "visits/visit.hpp"

namespace moving {

// Writes into the log of changes what was done to a pack, here or at the next school.
void record(
    Visit& visit,
    Pack const& pack,
    records::Action action,
    std::vector<records::FieldChange> fields,
    std::string why = {}
);

// Whether somebody who works at this school has the e-mail address. Nothing goes to the next school there.
bool is_of_this_school(Visit const& visit, std::string const& address);

// A pack for this school, to be looked through before it goes.
PackId prepare(Visit& visit, CaseId const& the_case, NextSchool const& to);

// The packs of the case, the latest first, each as it stands.
std::vector<Told> packs_of(Visit const& visit, CaseId const& the_case);

// A pack that went to another school and that nobody has received: for a week, or for good.
struct Unreceived {
    Told told;
    PupilId pupil;
    std::string forename;
};
// Those of the school, the longest gone first. What was frozen is not read for it.
std::vector<Unreceived> not_received(Visit const& visit);

// Whether there is one of this case.
bool lacks_a_receipt(Visit const& visit, CaseId const& the_case);

// Everything that may go today, line by line, by the child's latest word.
std::vector<Line> lines_now(Visit const& visit, CaseId const& the_case);

// The same with what may name other children or contacts, for who decides what goes.
std::vector<Offered> offered_now(Visit const& visit, CaseId const& the_case, PupilId const& child);

// Freezes these lines, by their ids, and e-mails the link; the link of an earlier pack ends. Gives the code
// for the telephone, which nobody is told again.
Expected<std::string, Refusal> send(
    Visit& visit, need_to_know::Seen const& child, Pack const& pack, std::vector<std::string> const& chosen
);

// Discards a pack that was prepared wrongly, with the reason; nothing of what went. False where it can't be.
bool discard(Visit& visit, Pack const& pack, std::string const& why);

// Ends the link of a pack that went: what nobody has received is taken back, and a receipt stays. False where
// there is nothing to end.
bool end_link(Visit& visit, Pack const& pack);

}  // namespace moving
