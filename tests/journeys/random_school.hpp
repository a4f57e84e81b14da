#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journeys/busy_school.hpp"
#include "journeys/dice.hpp"
#include "journeys/told_model.hpp"

namespace journeys {

// A child with words that stand nowhere but in theirs.
struct Known {
    Child child;
    std::string forename;
    std::string noticed;            // how it goes; of one on the way, what was seen
    std::string confided;           // what the child said; of one on the way, nothing
    std::string at_the_end;         // a sentence about the session; of one on the way, none
    bool lets_helpers_see = false;  // that sentence
    std::string the_case;
    std::string place;  // nowhere, of one on the way
    Told told;

    bool runs() const { return !place.empty(); }
};

// The busy school, in which chance does what a school does about some children, and notes what was done.
class RandomSchool : public BusySchool {
public:
    explicit RandomSchool(unsigned seed);

    bool term_is_over() const { return today() > *calendar::date(2026, 7, 10); }

    // In the morning of a school day, on which their first session is held: some children of any class, with
    // any deliverer, and one of whom a concern was raised.
    void children_come();

    void something_happens();

protected:
    People everybody() const;
    visits::Role first_role_of(Person const& person) const;
    Near near(Known const& one, Person const& person) const;
    Instant moment() const { return Instant{now.load()}; }

    Dice dice_;
    Duties duties_;
    std::vector<Known> known_;
    std::vector<Told> before_;  // of children who came before
    std::string first_session_;
    std::string second_session_;

private:
    std::string word(std::string const& beginning) { return beginning + std::to_string(++words_) + "x"; }
    Person comes_with_two_roles();
    Child comes(std::string const& forename);
    std::set<std::string> teachers_of(bool in_class_4b) const;
    Person const& person_of(std::string const& token) const;
    Person const* named(std::string const& staff) const;
    Person const& somebody_else();
    Person const& another_assistant(std::string const& token) const;
    bool somebody_runs() const;
    void hands_over_to(Person const& person, Date from_on);

    void says(Known& one);
    static void keep_what_a_senco_can_not_ask(
        std::optional<Told::Agreement> const& before, Told::Agreement& now
    );
    void weighs_the_headteachers_objection(Known& one);
    std::optional<std::string> objection_of(Known const& one);
    void shares(Known& one);
    void headteacher_opens(Known& one);
    void overrides(Known& one);
    void moves_class(Known& one);
    void is_family(Known& one);
    void is_held(Known& one);
    void closes(Known& one);
    void hands_over();
    void stands_in();
    void time_passes();

    int words_ = 0;
    std::string programme_;
    Date first_day_{};
    Person const both_ = comes_with_two_roles();  // teaches 5A, and is a safeguarding lead
};

}  // namespace journeys
