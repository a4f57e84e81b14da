#pragma once

#include <optional>
#include <string>
#include <tuple>

#include "base/calendar.hpp"
#include "base/id.hpp"
#include "visits/who.hpp"

namespace pupils {

using PupilId = Id<struct PupilTag>;
using ContactId = Id<struct ContactTag>;
using CaseId = Id<struct CaseTag>;
using visits::ClassId;

// What lists and headers show of a pupil: no more than who it is.
struct Pupil {
    PupilId id;
    std::string forename;  // preferred, else legal
    std::string surname;
    std::string year_group;  // "4", "R"
    std::optional<ClassId> class_id;
    std::string class_name;

    std::string name() const { return forename + " " + surname; }
    auto columns() { return std::tie(id, forename, surname, year_group, class_id, class_name); }
};

// A parent, carer or other adult of one child (C7).
struct Contact {
    ContactId id;
    std::string name;
    std::string address;  // e-mail; empty: letters go on paper
    std::string telephone;
    std::string postal_address;
    std::string language;  // "en"
    std::string needs;     // "large print", "interpreter"
    std::string relationship;
    bool is_parent = false;       // a parent under education law
    bool responsibility = false;  // holds parental responsibility
    bool lives_with = false;
    std::string restriction;  // what a court order forbids; empty: nothing
    auto columns() {
        return std::tie(
            id,
            name,
            address,
            telephone,
            postal_address,
            language,
            needs,
            relationship,
            is_parent,
            responsibility,
            lives_with,
            restriction
        );
    }
};

// A contact with the number that its next change must name, so that no two people overwrite each other.
struct ContactOnFile {
    Contact contact;
    int version = 1;
};

// A class of one school year, with how many pupils are in it today.
struct SchoolClass {
    ClassId id;
    std::string name;
    std::string year_group;
    int school_year = 0;
    int pupils = 0;
    auto columns() { return std::tie(id, name, year_group, school_year, pupils); }
};

// "Year 4", "Reception", "Nursery"; empty for an empty year group.
std::string year_in_words(std::string const& year_group);

}  // namespace pupils

using pupils::CaseId;
using pupils::ContactId;
using pupils::PupilId;
using visits::ClassId;
using visits::StaffId;
