#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "journeys/journey.hpp"

namespace journeys {

// How near somebody may come to a child, said a second time and from what was done alone: no table and no
// rule of the product is asked.
enum class Near { nothing, headline, progress, everything };

// What was done about one child. Everybody is named by their token.
struct Told {
    std::set<std::string> teachers;  // who teach the child's class today
    std::string raised;              // who wrote the concern of the open case
    std::string deliverer;           // nobody, where no programme runs
    std::optional<Date> delivers_from = {};
    std::string held_by = {};                   // the session in which the child confided something
    std::optional<std::string> stands_in = {};  // for the second session
    bool consent_is_in_force = true;
    bool place_ended = false;  // a parent took their yes back, or the school decided so
    bool case_closed = false;
    int held = 0;                                    // against its erasure, so often
    std::set<std::string> family = {};               // colleagues who are the child's family
    std::map<std::string, Instant> overridden = {};  // until when
    struct Override {
        std::string by;
        std::set<std::string> told;  // at once, and for good
        std::string why;
        std::string recipient;
    };
    std::vector<Override> overrides = {};
    std::optional<Instant> opened_by_headteacher = {};  // until when
    bool closed_to_headteacher = false;
    std::map<std::string, Date> shared_by_senco = {};  // the last day
    struct Agreement {
        bool understands = false;
        std::optional<Date> until_on;
        std::set<std::string> progress;    // roles as the doors name them, and tokens
        std::set<std::string> confidence;  // likewise
        bool keeps_senco = false;          // in confidence from an asking before, of which a SENCo can't ask
        std::optional<Date> keeps_senco_until = {};
    };
    std::optional<Agreement> agreed = {};
};

// Whose work it is to know something of every child.
struct Duties {
    std::string senco;
    std::string headteacher;
    std::set<std::string> safeguarding_leads;
};

// What was done about a child whose two records are one: class and case are those of the record that stays.
Told together(Told const& stays, Told const& former);

// Who is told at once that this person overrides: nobody of the child's family.
std::set<std::string> told_of_an_override(
    Duties const& duties, std::string const& by, std::set<std::string> const& family
);

// Whether they read why that was.
bool reads_why(
    Duties const& duties, std::string const& token, Told const& told, Told::Override const& override_
);

// How near this person comes to the child as a whole.
Near nearness(Duties const& duties, std::string const& token, Told const& told, Instant now);

// The same in the first session, in which the child confided something, and in the second.
Near nearness_in_first_session(Duties const& duties, std::string const& token, Told const& told, Instant now);
Near nearness_in_second_session(
    Duties const& duties, std::string const& token, Told const& told, Instant now
);

// Whether they hear what the child kept at the end of the first session, behind the door that they closed: no
// agreement opens it. On the child's page, and in that session.
bool hears_what_was_kept(std::string const& token, Told const& told, Instant now);
bool hears_what_was_kept_in_first_session(std::string const& token, Told const& told, Instant now);

}  // namespace journeys
