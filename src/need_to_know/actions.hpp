#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "need_to_know/contacts.hpp"
#include "need_to_know/named.hpp"
#include "need_to_know/need_to_know.hpp"
#include "visits/visit.hpp"

namespace need_to_know {

// What the visitor may see of the pupil, and why; empty where nothing, or where the school has no such pupil.
std::optional<Access> access_to(Visit const& visit, PupilId const& pupil);

// Whether a reason of the visitor's would open how the pupil gets on, where they see the headline alone.
bool a_reason_would_open(Visit const& visit, PupilId const& pupil);

struct CaseAccess {
    Access access;
    PupilId pupil;
};
// What the visitor may see of this case of the pupil. A closed case has no deliverer any more.
std::optional<CaseAccess> access_to_case(Visit const& visit, CaseId const& the_case);

// The same with who the child is and who supports them: all that the header of a page says. Whoever makes a
// page about a child asks here, and each of these notes for the log of reads that the visitor read of them.
// Empty too where the address of a page names no pupil.
std::optional<Seen> see(Visit const& visit, std::optional<PupilId> const& pupil);
std::optional<Seen> see_case(Visit const& visit, CaseId const& the_case);
// As one who may have part in this session of the case.
std::optional<Seen> see_in_session(Visit const& visit, CaseId const& the_case, OneSession const& session);

// The same where the visitor sees how the child gets on: what the pages of a case's consent, letters, impact
// and talks between staff ask, and the pages of what is held about a pupil. Empty too where there is no case,
// or no pupil.
std::optional<Seen> see_progress_of(Visit const& visit, std::optional<CaseId> const& the_case);
std::optional<Seen> see_progress_of(Visit const& visit, std::optional<PupilId> const& pupil);

// The same of a case's check-ins, which go on for some weeks after its next step has closed it: to who sees
// progress, and to who delivered the programme (M5).
struct KeptInTouch {
    Seen child;
    bool theirs = false;        // the visitor delivered it, and the weeks are not over
    std::optional<Date> until;  // of a closed case: the last day of them
};
std::optional<KeptInTouch> see_to_keep_in_touch(Visit const& visit, CaseId const& the_case);

// How much of the child's contacts the visitor would see; empty where nothing. Notes no read: for who shows
// none of them.
std::optional<ContactAccess> access_to_contacts(Visit const& visit, PupilId const& pupil);

// How much of the child's contacts the visitor sees; empty where nothing. Notes for the log of reads that
// they read them.
std::optional<SeenContacts> see_contacts(Visit const& visit, PupilId const& pupil);

// Notes for the log of reads, in one entry, that the visitor read by their duty how contacts of these
// children are reached; nothing where they have no such duty, or there are none.
void note_contacts_of(Visit const& visit, std::vector<PupilId> const& children);

// The children of whom the visitor is a parent or carer. At work they see nothing of these, whatever their
// duties are: what is gathered by a duty leaves them out, and counts do.
std::set<PupilId> own_children(Visit const& visit);

// Notes for the log of reads that the visitor read of this child: for a page that shows how several get on.
void note_read(Visit const& visit, std::optional<CaseId> const& the_case, Access const& access);

// Notes for the log of reads that the visitor read a list of these children, which shows them no nearer than
// the headline. One entry, found for each of them; none where there are none. Words about those may be opened
// of whom the rule lets the visitor see how they get on.
void note_list(Visit const& visit, std::vector<Listed> const& children);
// The same of a list that shows how children get on: those of whom the rule lets the visitor see that. Whom
// it does not, the list only names.
void note_list_of_progress(Visit const& visit, std::vector<Listed> const& children);

// Answers for any number of pupils after a fixed number of queries: for lists, counts and searches (N5). Who
// shows children by it says so with `note_list`.
class Sight {
public:
    explicit Sight(Visit const& visit);

    // The pupil as a list holds them, with the class they are in today.
    std::optional<Access> of(pupils::Pupil const& pupil) const;
    // The same as far as this very case goes, and as one who may have part in this session of it.
    std::optional<Access> of_case(
        pupils::Pupil const& pupil, CaseId const& the_case, OneSession const& session = {}
    ) const;
    // The child by name, where the visitor sees something of them.
    std::optional<Named> names(pupils::Pupil const& pupil) const;
    // True where a case is open and the visitor may know of it.
    bool shows_support_of(pupils::Pupil const& pupil) const;

private:
    Child child_of(pupils::Pupil const& pupil) const;

    visits::Who who_;
    Date today_;
    Instant now_;
    std::map<PupilId, Child> tied_;  // to this visitor, by their open case
    std::map<PupilId, CaseId> open_cases_;
};

// Of these pupils, those whom the visitor may see something of, in the same order.
std::vector<pupils::Pupil> accessible(Visit const& visit, std::vector<pupils::Pupil> const& pupils);

}  // namespace need_to_know
