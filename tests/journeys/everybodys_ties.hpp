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
    support::Stands stands;             // without a role
    bool was_told = false;              // of the override
    bool overrode = false;              // before, and it is over
    bool to_the_class_teacher = false;  // the child says what was said to whoever is theirs
};

// The busy school, and in it a child to whom everybody stands in another way. Of everything that can be held
// about a child something is held about this one, who had support before and has it again.
class EverybodysTies : public BusySchool {
public:
    EverybodysTies();

    std::vector<Tie> ties() const;
    std::vector<WordsOfAChild> words() const;

    // Later the same day the child says something else, and the programme is to go to somebody else; a day
    // after, what was said to the day or the hour is over. Nobody's role but the SENCo's need be what it was.
    void the_child_is_asked_again();
    std::vector<Tie> ties_once_asked_again() const;

    Child const& child() const { return child_; }
    std::string const& the_case() const { return today_.at("case").front(); }

    // Everything of the child that the route can name.
    std::vector<std::string> addresses_of(Route const& route, Of of) const;
    // How somebody stands to the very thing of the child that the address names.
    Relation at(std::string const& address, Relation relation) const;

    // What of the case before was open while the child had none since: to who is nothing to the child, and to
    // who delivered it, in each role.
    struct AskedBetweenCases {
        RouteOfAChild const* said = nullptr;
        HeldAs held;
        Person const* person = nullptr;
        bool was_open = false;
    };
    std::vector<AskedBetweenCases> const& asked_between_cases() const { return asked_; }
    // Who delivered that case, and keeps in touch.
    Person const& kept_in_touch() const { return nurture_assistant; }

    using Journey::today;

private:
    using StaffIds = std::vector<std::string>;  // by the ids of their staff records
    Person somebody(std::string const& name, visits::Role role, std::optional<visits::ClassId> class_id = {});
    std::vector<std::string> all(db::Sql of_the_case, std::string const& id);
    void notes_what_was_before();
    bool is_open_between_cases(Person const& person, RouteOfAChild const& said);
    void support_begins_again();
    void the_programme_changes_hands();
    void goes_to(std::string const& programme, Person const& person, Date from_on);
    void holds_and_writes_up(Person const& person, int number, Fields const& said);
    void the_child_confides_in_who_delivers_it();
    void somebody_raises_a_concern();
    void words_open_it();
    static Fields doors(std::set<std::string> const& open);
    void the_child_says_otherwise();
    void the_objection_is_weighed();
    void what_was_signed_is_signed_again();
    void are_family_too();
    void raises_one(Person const& person);
    void overrides_for_safeguarding(Person const& person);
    void the_office_changes_things();
    void another_programme_is_to_start();
    void the_child_may_move();
    void the_child_is_rated();
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
    Person const delivered_ = somebody("Jon Birch", visits::Role::nurture_assistant);
    Person const takes_over_ = somebody("Tess Alder", visits::Role::nurture_assistant);
    Person const stands_in_ = somebody("Stan Elm", visits::Role::nurture_assistant);
    Person const raised_ = somebody("Ray Ash", visits::Role::support_staff);
    Person const raised_late_ = somebody("Rae Lime", visits::Role::support_staff);
    Person const named_ = somebody("Nan Fir", visits::Role::support_staff);
    Person const agreed_ = somebody("Ari Yew", visits::Role::support_staff);
    Person const agreed_all_ = somebody("Asa May", visits::Role::support_staff);
    Person const overrides_ = somebody("Lea Rowan", visits::Role::safeguarding_lead);
    Names today_;
    Names before_;
    std::map<std::string, StaffIds> wrote_;     // each concern
    std::map<std::string, StaffIds> held_;      // each session, or are to hold it
    std::map<std::string, StaffIds> runs_;      // each programme
    std::map<std::string, StaffIds> stood_in_;  // for a session, and in a programme
    std::set<std::string> not_prepared_;        // requests
    std::vector<AskedBetweenCases> asked_;
    std::string programme_;
    std::string another_programme_;
    std::vector<std::string> sessions_;
    std::vector<std::string> requests_;
};

}  // namespace journeys
