#pragma once

#include <string_view>

#include "merging/merging.hpp"

namespace merging {

// Everything that stands against merging the one into the other, at once; empty where nothing does.
std::vector<Refusal> objections_to_merging(Record const& stays, Record const& former);

// True where the forename that one of the two is called by, legal or preferred, is one of the other's too,
// and the surname likewise; case, accents and hyphens do not matter.
bool same_name(pupils::Details const& one, pupils::Details const& other);

// In what the two differ that may mean two children. What one of them does not say is no difference.
std::vector<Difference> differences_of(pupils::KnownPupil const& stays, pupils::KnownPupil const& former);

// Whether somebody has to say that the two are one child: where their name or their sex differs.
bool must_be_confirmed(std::vector<Difference> const& differences);

// The values that the records say, field by field, in the order of a register.
std::vector<Value> values_of(pupils::KnownPupil const& stays, pupils::KnownPupil const& former);

// Which of those that differ are suggested from the former record: where the one that stays says nothing, and
// the earlier day of joining.
std::set<std::string> suggested_from_former(std::vector<Value> const& values);

// What is kept: of the fields named here the former record's value, of all others that of the one that stays.
Kept kept(
    pupils::KnownPupil const& stays,
    pupils::KnownPupil const& former,
    std::set<std::string> const& from_former
);

// The UPN that is given up, by which the child may still be asked for; empty where none is.
std::string upn_given_up(pupils::KnownPupil const& stays, pupils::KnownPupil const& former, Kept const& kept);

// What goes over from a table that names the child, in the SENCo's words: "Concerns". Empty of a table that
// has none.
std::string_view in_words_of_a_school(std::string_view table);

// What stands against their being two again; empty where nothing does.
std::optional<UndoRefusal> objection_to_undoing(Since const& since);

}  // namespace merging
