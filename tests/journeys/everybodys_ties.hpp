#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "journeys/busy_school.hpp"
#include "journeys/routes_of_a_child.hpp"

namespace journeys {

// The busy school, and in it a child to whom everybody stands in another way. Of everything that can be held
// about a child something is held about this one, who had support before and has it again.
class EverybodysTies : public BusySchool {
public:
    EverybodysTies();

    // From who is to find nothing to who may do most, so that what one of them does closes nothing to others
    // who come before.
    std::vector<Relation> relations() const;

    // Everything of the child that the route can name.
    std::vector<std::string> addresses_of(Route const& route, Of of) const;
    // How somebody stands to the very thing of the child that the address names.
    Relation at(std::string const& address, Relation relation) const;
    bool is_open(Route const& route, std::string const& address, Person const& person);
    // Asked while the child had no case since the one before.
    bool next_concern_was_open_to(Person const& person) const;

private:
    using StaffIds = std::vector<std::string>;  // by the ids of their staff records
    Person somebody(std::string const& name, visits::Role role, std::optional<visits::ClassId> class_id = {});
    std::vector<std::string> all(db::Sql of_the_case, std::string const& id);
    void notes_what_was_before();
    void support_begins_again();
    void the_programme_changes_hands();
    void the_child_confides_in_who_delivers_it();
    void somebody_raises_a_concern();
    void words_open_it();
    void is_family(Person const& person);
    void the_office_changes_things();
    void another_programme_is_to_start();
    void the_child_may_move();
    void its_end_is_signed_for();
    std::string somebody_asks_for_what_is_held(std::string const& as_whom);
    void more_is_held();
    void notes_what_is_held();
    void notes_who_has_part_in_it();

    Child const& child_ = closed;
    Person const teacher_ = school.teacher_of_4b;
    Person const other_teacher_ = school.teacher_of_5a;
    Person const family_ = somebody("Fay Wood", visits::Role::class_teacher, school.class_4b);
    Person const family_head_ = somebody("Hope Wood", visits::Role::headteacher);
    Person const family_assistant_ = somebody("Nia Wood", visits::Role::nurture_assistant);
    Person const other_assistant_ = somebody("Ola Oak", visits::Role::nurture_assistant);
    Person const stands_in_ = somebody("Stan Elm", visits::Role::nurture_assistant);
    Person const raised_ = somebody("Ray Ash", visits::Role::support_staff);
    Person const named_ = somebody("Nan Fir", visits::Role::support_staff);
    Person const agreed_ = somebody("Ari Yew", visits::Role::support_staff);
    Person const other_head_ = somebody("Hal Lime", visits::Role::headteacher);
    Person const overrides_ = somebody("Lea Rowan", visits::Role::safeguarding_lead);
    Names today_;
    Names before_;
    std::map<std::string, StaffIds> wrote_;       // each concern
    std::map<std::string, StaffIds> held_;        // each session, before the programme went to another
    std::map<std::string, StaffIds> stood_in_;    // for a session, and in a programme
    std::set<std::string> not_prepared_;          // requests
    std::set<std::string> next_concern_open_to_;  // tokens of whom the next concern was open to
    std::string programme_;
    std::string another_programme_;
    std::vector<std::string> sessions_;
    std::vector<std::string> requests_;
};

}  // namespace journeys
