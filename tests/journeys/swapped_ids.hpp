#pragma once

#include <set>
#include <string>
#include <vector>

#include "journeys/busy_school.hpp"

namespace journeys {

// How many requests a test of them sends: WITHY_SWAPPED_REQUESTS, such as 100,000, or the few of every run.
int swapped_requests();

// Two schools in the middle of a term, in one database. The people of one send requests at random with the
// other's ids in path and form.
class TwoSchools {
public:
    TwoSchools();

    struct Sent {
        int requests = 0;
        int past_the_permission = 0;     // whose sender may use the route, so that the ids alone decide
        int limited = 0;                 // refused as one too many in a short time
        int answered = 0;                // with a page, a form again or a way on
        std::vector<std::string> leaks;  // request by request, what of the other school came out
    };
    // The same requests for the same seed.
    Sent send(int requests, unsigned seed);

    // What the database holds of each of the two.
    std::map<std::string, std::string> theirs_holds() { return holds(theirs_); }
    std::map<std::string, std::string> ours_holds() { return holds(ours_); }

    // The tables that say where a token leads stand open to both schools. What of ours came out where our
    // people, signed in here, opened the other's links to parents and invitations, and sent forms to them.
    std::vector<std::string> leaks_through_their_links();

    // Forms of ours that were taken from somebody who is signed in at the other school and sends the guard of
    // one of ours, or the other way round.
    std::vector<std::string> forms_taken_with_anothers_guard();

    // Who of ours chose the other school as the one to go on in, and was let in.
    std::vector<std::string> enter_theirs();

    // Whether who proved the child's date of birth at a link of the other school has a link of ours open.
    bool their_proof_opens_our_link();

    // Still at work: the pages of their own school are open to them.
    bool ours_works();

    support::TestDatabase database;

private:
    std::map<std::string, std::string> holds(BusySchool const& of);
    std::vector<std::string> links_of(BusySchool& of);

    BusySchool ours_{database, SchoolId{1}, ""};
    BusySchool theirs_{database, SchoolId{2}, "-Quolliform"};
    std::map<std::string, Fields> fields_;  // of each form of ours, filled in, by its route
    std::set<std::string> their_ids_;
    std::vector<std::string> their_ids_in_order_;
};

// Nothing came out, and not because nothing was tried: what refused them were the ids alone.
void expect_nothing_came_out(TwoSchools::Sent const& sent);

}  // namespace journeys
