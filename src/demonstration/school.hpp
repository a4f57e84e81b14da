#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/calendar.hpp"
#include "demonstration/texts.hpp"
#include "pupils/pupils.hpp"
#include "schools/schools.hpp"
#include "strategies/strategies.hpp"

// The made-up school as it stands, with what its stories need to know of it.
namespace demonstration {

// Someone who acts in it.
struct Actor {
    StaffId staff;
    visits::AccountId account;
    std::string name;
};

// One class through the years: its teacher stays with the letter and the year group, the children move on.
struct MadeClass {
    std::string name;  // "4B"
    int year_group = 3;
    Actor teacher;
    std::map<int, ClassId> in_year;  // by school year
};

struct Child {
    PupilId id;
    std::string forename;                // the preferred one
    int year_group = 3;                  // this school year
    std::size_t letter = 0;              // which of the classes of the year group
    int joined_in = 0;                   // the school year
    std::vector<pupils::Contact> asked;  // who holds parental responsibility and may be written to
    bool special_needs = false;          // their record is held for longer
    bool busy = false;                   // a case is open, or will be
};

struct MadeSchool {
    SchoolId id;
    std::string name;
    std::vector<Actor> assistants;
    std::vector<Actor> support;
    Actor senco;
    Actor headteacher;
    Actor safeguarding_lead;
    Actor administrator;
    Actor governor;
    std::vector<MadeClass> classes;
    std::size_t letters = 3;
    std::vector<Child> children;
    std::size_t on_the_register = 0;  // how many of them were entered
    std::vector<schools::RoomId> rooms;
    std::map<Topic, strategies::AreaId> areas;
    schools::OpenDays open_days;

    // Who teaches this class, of whatever year; nobody where the pupil is in none.
    Actor const* teacher_of(std::optional<ClassId> const& class_id) const {
        for (auto const& a_class : classes)
            for (auto const& [year, in_year] : a_class.in_year)
                if (in_year == class_id) return &a_class.teacher;
        return nullptr;
    }
    // The teacher of the class that the child was in on the day, as far as they were in the school.
    Actor const& teacher_of(Child const& child, Date today, Date day) {
        auto const years_ago = calendar::school_year(today) - calendar::school_year(day);
        auto const year_group = std::max(3, child.year_group - years_ago);
        return classes[static_cast<std::size_t>(year_group - 3) * letters + child.letter].teacher;
    }
};

}  // namespace demonstration
