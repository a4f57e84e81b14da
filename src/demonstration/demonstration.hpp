#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/calendar.hpp"
#include "pupils/pupils.hpp"
#include "visits/role.hpp"
#include "visits/who.hpp"

// Signing in as somebody who does not exist, which works in made-up data alone.
namespace demonstration {

// One person to be, as the visitor chooses them.
struct Somebody {
    visits::StaffId staff;
    visits::AccountId account;
    std::string name;
    visits::Role role{};
    std::string class_name;  // of a class teacher
    auto columns() { return std::tie(staff, account, name, role, class_name); }
};

// Somebody shown by what their day holds.
struct Featured {
    Somebody somebody;
    std::string day;  // "Today: 2 sessions and 3 things to do, 1 of them overdue."
};

// A parent or carer who was asked for consent and has not answered. What a parent knows, the visitor is told.
struct Parent {
    CaseId the_case;
    ContactId contact;
    std::string name;
    std::string relationship;
    std::string child;
    Date born_on;
    auto columns() { return std::tie(the_case, contact, name, relationship, child, born_on); }
};

// A school of the demonstration, with how many there are: a county for load has more than one.
struct Chosen {
    SchoolId school;
    std::string school_name;
    int schools = 1;
    bool sends_mail = false;
};

// Whom a visitor may be there.
struct People {
    std::vector<Featured> featured;
    std::optional<Parent> parent;
    std::vector<Somebody> others;
};

}  // namespace demonstration
