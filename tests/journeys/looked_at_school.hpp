#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "journeys/random_school.hpp"

namespace journeys {

// What was looked at over a run: where there is none of a kind, the run says nothing about it.
struct Looked {
    int pages = 0;
    int opened = 0;  // of the pages
    int searches = 0;
    int sessions = 0;
    int counts = 0;
    int copies = 0;
    int messages = 0;
    int parents = 0;        // at their own page
    int next_schools = 0;   // at theirs
    int consents = 0;       // pages of
    int other_records = 0;  // of a child who was entered again
    int reasons = 0;        // for overrides, by who may read them

    void add(Looked const& more) {
        pages += more.pages;
        opened += more.opened;
        searches += more.searches;
        sessions += more.sessions;
        counts += more.counts;
        copies += more.copies;
        messages += more.messages;
        parents += more.parents;
        next_schools += more.next_schools;
        consents += more.consents;
        other_records += more.other_records;
        reasons += more.reasons;
    }
};

// The random school, looked at through its pages, counts, searches, exports and mail by everybody in it, by
// parents and by the next school.
class LookedAtSchool : public RandomSchool {
public:
    explicit LookedAtSchool(unsigned seed);

    Looked looked;

    void everybody_looks();

    // However short the run. Nobody is family of a child who has just come, so there is a copy to look at.
    void looks_at_what_is_seldom_looked_at();

    void no_message_tells();

private:
    std::vector<std::string> addresses_of(std::string_view pattern) const;
    bool hears_the_end(Known const& one, Person const& person, std::string const& address) const;
    Near near_at(Known const& one, Person const& person, std::string const& address) const;
    bool handles_a_copy_of(Known const& one, Person const& person, std::string const& address) const;
    static bool tells_of_the_case_of(Known const& one, std::string const& address);
    void looks_at(std::string const& address, Person const& person);
    void expect_no_more_than_allowed(
        Known const& one, Person const& person, std::string const& page, std::string const& address
    ) const;
    void expect_no_reason_is_told_to_others(
        Known const& one, Person const& person, std::string const& page, std::string const& address
    ) const;
    static void expect_no_reason_in(std::string const& page, Known const& one);
    void looks_at_the_overrides(Person const& person);
    void looks_at_the_story(Known const& one, Person const& person);
    void searches_for(Known const& one, Person const& person);
    void looks_at_the_class_of(Known const& one, Person const& person);
    void looks_at_the_first_session();
    People readers_of_referrals() const { return {&school.senco, &school.nurture_assistant}; }
    std::int64_t number_of_referrals(Person const& person);
    std::int64_t stands_among_referrals(Person const& person, Told const& told) const;
    void counts_leave_own_children_out();
    void looks_at_a_copy_of(Known const& one);

    void looks_at_the_other_record_of(Known const& one, Person const& person);
    void searches_for_the_other_record_of(Known const& one, Person const& person);
    void looks_at_the_consent_to(Known const& one, Person const& person);
    void a_parent_looks(Known const& one);
    void the_next_school_looks(Known const& one);
    void expect_nobody_else_in(std::string const& page, Known const& one) const;

    std::int64_t open_cases_ = 0;
    std::int64_t holds_ = 0;
    std::map<std::string, std::int64_t> referrals_;  // before any child came, by who reads them
    std::map<std::string, std::string> requests_;    // whose case is copied, by the request's address
};

}  // namespace journeys
