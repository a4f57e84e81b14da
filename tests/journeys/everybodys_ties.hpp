#pragma once

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

    // Whether anything of the child that the route can name is open to the person.
    bool is_open(Route const& route, Of of, Person const& person);

private:
    Person somebody(std::string const& name, visits::Role role, std::optional<visits::ClassId> class_id = {});
    std::vector<std::string> all(db::Sql of_the_case, std::string const& id);
    void notes_what_was_before();
    void support_begins_again();
    void the_programme_changes_hands();
    void the_child_confides_in_who_delivers_it();
    void somebody_raises_a_concern();
    void words_open_it();
    void the_office_changes_things();
    void another_programme_is_to_start();
    void the_child_may_move();
    void its_end_is_signed_for();
    std::string somebody_asks_for_what_is_held(std::string const& as_whom);
    void more_is_held();
    void notes_what_is_held();

    Child const& child_ = closed;
    Person const teacher_ = school.teacher_of_4b;
    Person const other_teacher_ = school.teacher_of_5a;
    Person const family_ = somebody("Fay Wood", visits::Role::class_teacher, school.class_4b);
    Person const other_assistant_ = somebody("Ola Oak", visits::Role::nurture_assistant);
    Person const stands_in_ = somebody("Stan Elm", visits::Role::nurture_assistant);
    Person const raised_ = somebody("Ray Ash", visits::Role::support_staff);
    Person const named_ = somebody("Nan Fir", visits::Role::support_staff);
    Person const agreed_ = somebody("Ari Yew", visits::Role::support_staff);
    Person const other_head_ = somebody("Hal Lime", visits::Role::headteacher);
    Person const overrides_ = somebody("Lea Rowan", visits::Role::safeguarding_lead);
    Names today_;
    Names before_;
    std::set<std::string> next_concern_open_to_;  // tokens of whom the next concern was open to
    std::string programme_;
    std::string another_programme_;
    std::vector<std::string> sessions_;
    std::vector<std::string> requests_;
};

}  // namespace journeys
