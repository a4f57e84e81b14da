#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "journeys/busy_school.hpp"
#include "journeys/held_as.hpp"
#include "journeys/routes_of_a_child.hpp"
#include "journeys/words_of_a_child.hpp"

namespace journeys {

// What somebody is to the child, beside what their role makes them.
struct Tie {
    std::string in_words;  // "delivers it"
    Person const* person = nullptr;
    support::Stands stands;  // without a role
    bool was_told = false;   // of the override
};

// The busy school, and in it a child to whom everybody stands in another way. Of everything that can be held
// about a child something is held about this one, who had support before and has it again.
class EverybodysTies : public BusySchool {
public:
    EverybodysTies();

    std::vector<Tie> ties() const;
    std::vector<WordsOfAChild> words() const;
    Child const& child() const { return child_; }
    std::string const& the_case() const { return today_.at("case").front(); }

    // Everything of the child that the route can name.
    std::vector<std::string> addresses_of(Route const& route, Of of) const;
    // How somebody stands to the very thing of the child that the address names.
    Relation at(std::string const& address, Relation relation) const;

    // To whom the page that leads to the next concern was open, while the child had no case since the one
    // before: who is nothing to the child, and who delivered it, in each role.
    struct AskedForTheNextConcern {
        HeldAs held;
        Person const* person = nullptr;
        bool was_open = false;
    };
    std::vector<AskedForTheNextConcern> const& asked_for_the_next_concern() const { return asked_; }

    using Journey::today;

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
    void are_family_too();
    void raises_one(Person const& person);
    void overrides_for_safeguarding(Person const& person);
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
    Person const family_ = somebody("Fay Wood", visits::Role::class_teacher, school.class_4b);
    Person const family_and_more_ = somebody("Lou Wood", visits::Role::safeguarding_lead);
    Person const nobody_ = somebody("Ola Oak", visits::Role::support_staff);
    Person const stands_in_ = somebody("Stan Elm", visits::Role::nurture_assistant);
    Person const raised_ = somebody("Ray Ash", visits::Role::support_staff);
    Person const named_ = somebody("Nan Fir", visits::Role::support_staff);
    Person const agreed_ = somebody("Ari Yew", visits::Role::support_staff);
    Person const agreed_all_ = somebody("Asa May", visits::Role::support_staff);
    Person const overrides_ = somebody("Lea Rowan", visits::Role::safeguarding_lead);
    Names today_;
    Names before_;
    std::map<std::string, StaffIds> wrote_;     // each concern
    std::map<std::string, StaffIds> held_;      // each session, before the programme went to another
    std::map<std::string, StaffIds> stood_in_;  // for a session, and in a programme
    std::set<std::string> not_prepared_;        // requests
    std::vector<AskedForTheNextConcern> asked_;
    std::string programme_;
    std::string another_programme_;
    std::vector<std::string> sessions_;
    std::vector<std::string> requests_;
};

}  // namespace journeys
