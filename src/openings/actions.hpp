#pragma once

#include "openings/openings.hpp"
#include "visits/visit.hpp"

namespace openings {

// Whether the visitor is a headteacher to whom this child stays closed, whatever reason they give.
bool stays_closed(Visit const& visit, need_to_know::Seen const& child);

// The headteacher opens this child's case for the day.
void open(Visit& visit, PupilId const& pupil, std::string const& reason);

// Opens everything of the child to this person for three hours, and tells who answers for safeguarding at
// once: on their Today, and by an e-mail that says no more than that something waits.
OverrideId override_for_safeguarding(Visit& visit, PupilId const& pupil, OverrideInput const& said);

// What is told of an override, to all but the child's own parents and carers at work, and notes for the log
// of reads that the visitor read of it.
std::optional<OverrideTold> override_told(Visit const& visit, OverrideId const& id);
// So many of the school's after so many, the latest first, and notes that the visitor read this list.
std::vector<OverrideTold> overrides_told(Visit const& visit, std::int64_t most, std::int64_t after);

// Which overrides there were of a child whom the visitor sees, and which of them the visitor may read: who
// answers for safeguarding, who was told, and who made it.
std::vector<OverrideNoted> noted_about(Visit const& visit, PupilId const& pupil);

// That this person has read what they were told of; false where they were told of no such override.
bool has_read(Visit& visit, OverrideId const& id);

}  // namespace openings
