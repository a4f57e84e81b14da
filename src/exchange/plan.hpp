#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/faults.hpp"
#include "exchange/pupil_rows.hpp"
#include "pupils/details.hpp"

namespace exchange {

// Why a pupil of the school may be the one of a row, and only a person can tell.
enum class Likeness {
    former_upn,
    upn_but_other_child,
    names_and_birth_but_other_upn,
    several_with_names_and_birth,
    birth_and_surname,
    birth_and_forename,
    names_but_other_birth
};
std::string_view in_words(Likeness likeness);

struct Candidate {
    pupils::KnownPupil pupil;
    Likeness likeness{};
    int of_row = 0;  // the row of the file that is this pupil already; 0: none
};

// A row that may be a pupil of the school or a new one.
struct Doubt {
    PupilInFile pupil;
    std::vector<Candidate> candidates;
};

// What a person said about a doubtful row: this pupil, or (none) a new one.
using Decisions = std::map<int, std::optional<PupilId>>;

enum class ContactStep { add, link, change };

struct PlannedContact {
    ContactStep step{};
    pupils::ContactOnFile before;  // of a change
    pupils::Contact after;
    std::vector<pupils::Difference> changes;
    std::size_t adult = 0;  // the same number: the same new adult, who is added once
};

struct PlannedPupil {
    int row = 0;
    std::optional<pupils::KnownPupil> before;  // none: a new pupil
    pupils::Details after;
    std::vector<pupils::Difference> changes;
    bool returns = false;
    std::string class_name;  // the class to join; empty: stays where they are
    std::vector<PlannedContact> contacts;
    bool of_ones_own = false;  // a child of whoever imports, who is not shown what stands

    std::string name() const;
    std::string class_before() const { return before ? before->class_name : ""; }
    bool changes_anything() const {
        return !before || !changes.empty() || returns || !class_name.empty() || !contacts.empty();
    }
};

// A row that a person says is the pupil of another row; it adds nothing.
struct RepeatedRow {
    int row = 0;
    std::string name;
    int of_row = 0;
};

struct PlannedClass {
    std::string name;
    std::string year_group;
};

// All that an import will do, worked out before anything is done.
struct Plan {
    std::vector<PlannedPupil> added;
    std::vector<PlannedPupil> changed;
    std::size_t unchanged = 0;
    std::vector<RepeatedRow> repeated;
    std::vector<PlannedClass> new_classes;
    std::vector<pupils::KnownPupil> missing;  // on roll and not in the file: leavers, where ticked
    std::vector<Doubt> doubts;
    Faults faults;  // that come to light only beside the pupils of the school

    bool changes_nothing() const { return added.empty() && changed.empty() && new_classes.empty(); }
};

// The pupils of the school of whose contacts this plan shows how they are reached: of an own child of none.
std::vector<PupilId> whose_contacts(Plan const& plan);

}  // namespace exchange
