#pragma once

#include "need_to_know/named.hpp"
#include "need_to_know/need_to_know.hpp"
#include "visits/reads.hpp"

namespace need_to_know {

// So many days before a programme changes hands, who takes it over may prepare. Longer beforehand there is
// nothing to plan, and a hand-over can still be changed.
inline constexpr int days_to_prepare = calendar::days_in_week;
bool may_prepare(Date from_on, Date today);

// After the next step has closed a case, who delivered its programme holds check-ins for so long: about a
// term, within which a child is used to the class again (M5).
inline constexpr int weeks_in_touch = 12;
Date in_touch_until(Date closed_on);
bool keeps_in_touch(visits::Who const& who, Child const& child);

// Whether this person is a parent or carer of the child. They see the case as a parent does, whatever they
// are at work.
bool is_family(visits::Who const& who, Child const& child);

// Whether this person belongs to the circle of the child today: by their part in the support, or by a concern
// of theirs.
bool is_in_circle(visits::Who const& who, Child const& child, Circle circle);

// The nearest relationship that holds, with what it opens. The deliverer sees headline and progress, and what
// the child confided in the sessions that they deliver themselves; who delivered a session before the
// programme went to another sees the same of that session. The child's class teacher, the SENCo, and who
// stands in for a session, see headline and progress, as does who takes over within some days, and the
// headteacher once they opened the case with a reason; the headteacher before, the safeguarding lead, who
// raised a concern, and who keeps in touch after the case, the headline. Progress opens beside to whom the
// child agreed, by name or in a circle, or the SENCo named, and what was confided to whom the child agreed
// (N2, N3), but for what the child kept at the end of a session; for safeguarding everything to who
// overrides, for three hours (N4). Everybody else, and a child's own family, nothing: empty.
std::optional<Access> access_of(visits::Who const& who, Child const& child);

// The child as a list names them to this person; empty where they see nothing of the child.
std::optional<Named> named(visits::Who const& who, Child const& child);

// How near to the child this reader can come, as the log of reads says it.
visits::ReadZone zone_read(Access const& access, StaffId const& reader);

// The reason with "the child" where it names them: the log of reads outlives a child's name.
std::string reason_without_name(std::string reason, std::string_view forename);

// Whether this person teaches the child's class today.
bool teaches(visits::Who const& who, pupils::Pupil const& pupil);

// Whether this person may tell the child's parents what becomes of a concern of theirs: the class teacher,
// the SENCo and the headteacher do, whatever else they are to the child (I5).
bool speaks_with_parents(visits::Who const& who, pupils::Pupil const& pupil);

}  // namespace need_to_know
