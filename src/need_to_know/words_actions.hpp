#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "need_to_know/need_to_know.hpp"
#include "pupils/pupils.hpp"
#include "visits/visit.hpp"

// Whose words a visit may open: so that none are at hand, to be told, before it was decided who may be told.
namespace need_to_know {

// While it lives the visit's connection opens words about a child once something was decided about that
// child, and no others: they are read as they are stored. What is told of the child whose record a former one
// became goes for the former one too; of a child, for what the roll says of their contacts. Two kinds need no
// decision, and are kept by the permission of their pages alone: what a programme is to do, which names no
// child, and what a request for data says of a colleague. The visit outlives it.
class WordsByDecision : public db::Permit {
public:
    explicit WordsByDecision(Visit const& visit) : visit_(visit), opens_(visit.db, *this) {}

    bool opens(std::string_view whom, std::string_view record) override;

private:
    std::vector<std::string> const& told_by_words_of(std::string_view whom);

    Visit const& visit_;
    std::map<std::string, std::vector<std::string>, std::less<>> told_by_words_of_;
    db::WordsByPermit opens_;
};

// Decides that whoever came by a parent's or a next school's link may be told of the child whose case it
// leads to; nothing where no link of the school has this token. The link is a key of their own, to a page
// that tells them what is theirs: how much that is, the page knows.
void decide_by_link(Visit const& visit, std::string_view token);

// Decides that who wrote a concern about the child reads on, whatever became of the case; nothing where the
// visitor wrote none. It opens all that the child's record of nurture work says: which of it the writer wrote
// is the caller's to know.
void decide_for_writer(Visit const& visit, PupilId const& pupil);

// Decides that who writes of a session may work with what the child confided in it, where it is theirs to
// know: it is compared with what they send, also where it waits for a proof before it is shown.
void decide_to_write_on(Visit const& visit, Access const& access, StaffId const& deliverer);

// Decides that what the child of this case confided may be put among what goes to their next school: where
// the child's latest word lets it go, and they understand what that means (X4). Nothing where it does not.
// Whether the visitor is shown it too is the page's to know.
void decide_to_pass_on_what_was_confided(Visit const& visit, CaseId const& the_case);

// Decides that the visitor may work with what the roll says of everybody, where they keep it: an import
// compares with it.
void decide_on_the_roll(Visit const& visit);

}  // namespace need_to_know
