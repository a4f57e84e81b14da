#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journeys/busy_school.hpp"
#include "journeys/dice.hpp"
#include "journeys/told_model.hpp"

namespace journeys {

// A parent of a child in a programme, who is asked by letters.
struct Parent {
    ContactId contact;
    bool agrees = false;
    bool objects = false;  // and nobody has decided over it
    std::optional<Date> agreed_on = {};
    bool is_asked_anew = false;           // by a letter since they agreed
    std::vector<std::string> wrote = {};  // with each answer, for whoever knows how it goes
};

// The same child, entered once more.
struct EnteredAgain {
    Child child;
    std::string forename;
    Told told;            // of this record alone
    bool is_one = false;  // with the record that stays
    bool can_be_two = true;
};

// What went to the school that a child moves to.
struct Pack {
    std::string path;
    std::string link;
    std::string code;
    bool with_views = false;
    bool with_confided = false;
    Instant opens_until{};
    bool is_taken_back = false;
};

// A child with words that stand nowhere but in theirs.
struct Known {
    Child child;
    std::string forename;
    std::string noticed;            // how it goes; of one on the way, what was seen
    std::string confided;           // what the child said; of one on the way, nothing
    std::string at_the_end;         // a sentence about the session; of one on the way, none
    bool lets_helpers_see = false;  // that sentence
    std::string the_case;
    std::string place;                          // nowhere, of one on the way
    Told told;                                  // of this record alone, where the child was entered again
    std::vector<std::string> written = {};      // at check-ins
    std::vector<std::string> why_decided = {};  // over parents, for whoever decides
    std::vector<Parent> parents = {};
    bool decided_not_to = false;  // go ahead, as the last decision over them
    std::optional<EnteredAgain> again = {};
    std::optional<Pack> pack = {};
    bool lets_views_go = false;  // to the next school
    bool lets_confided_go = false;
    bool has_left = false;

    bool runs() const { return !place.empty(); }
    bool takes_part() const { return runs() && !told.place_ended && !told.case_closed; }
    // One agrees, and nobody's no stands.
    bool consent_is_in_force() const;
    // Words for whoever knows how it goes, as those above are.
    std::vector<std::string> words_about_it() const;
    // What was done about the child, in both records where they are one.
    Told told_of_child() const { return again && again->is_one ? together(told, again->told) : told; }
};

// How often a run did what happens by letters and mail, in two records and after a child: what it is to do in
// any case.
struct Happened {
    int letters = 0;
    int answers = 0;
    int decisions = 0;  // over parents who differ
    int mergings = 0;
    int undoings = 0;
    int packs = 0;
    int check_ins = 0;
    int leavings = 0;

    void add(Happened const& more) {
        letters += more.letters;
        answers += more.answers;
        decisions += more.decisions;
        mergings += more.mergings;
        undoings += more.undoings;
        packs += more.packs;
        check_ins += more.check_ins;
        leavings += more.leavings;
    }
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

    // However short the run: what is counted here, about one of the children who have just come.
    void happens_once();

    Happened happened;

protected:
    People everybody() const;
    visits::Role first_role_of(Person const& person) const;
    Near near(Known const& one, Person const& person) const;
    Instant moment() const { return Instant{now.load()}; }
    // Of every record that there is, and was.
    std::vector<Told> told_of_all() const;
    // Whether the next school reads the pack today.
    bool opens(Pack const& pack, Known const& one) const;

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
    Told::Override overrides_with(
        Person const& person, std::string const& story, std::set<std::string> const& family
    );
    void overrides(Known& one);
    void is_overridden(Known& one, Person const& person);
    void moves_class(Known& one);
    void works_here(Child const& child, std::string const& staff);
    void is_family(Known& one);
    void holds(Child const& child);
    void is_held(Known& one);
    void closes(Known& one);
    void hands_over();
    void stands_in();
    void time_passes();

    void writes_again(Known& one);
    void a_parent_answers(Known& one);
    void answers(Known& one, Parent& parent, std::string const& wanted);
    void decides_over_parents(Known& one);
    std::vector<std::string> mailed() const;
    std::string address_of(std::string const& token) const;
    void only_who_helps_is_told(Known const& one, std::vector<std::string> const& before, bool stops);

    void is_entered_again(Known& one);
    void becomes_one_or_two(Known& one);
    void becomes_one(Known& one);
    void becomes_two(Known& one);
    void leaves_or_comes_back(Known& one);

    void says_what_the_next_school_may_know(Known& one);
    void is_written_to_the_next_school(Known& one);
    void is_taken_back(Known& one);
    void meets(Known& one);

    int words_ = 0;
    std::string programme_;
    Date first_day_{};
    Person const both_ = comes_with_two_roles();  // teaches 5A, and is a safeguarding lead
};

}  // namespace journeys
