#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "records/records.hpp"
#include "story/gathered.hpp"

// A case as it stood at the end of a day (V3): what the tables hold now, with whatever was logged since taken
// back.
namespace history {

// An entry of the log about something of the case, from the end of the day on.
struct Since {
    std::int64_t number = 0;
    records::Action action{};
    std::string subject;
    std::string subject_id;
    std::string detail;                        // as the log holds it
    std::vector<records::FieldChange> fields;  // read from it

    auto columns() { return std::tie(number, action, subject, subject_id, detail); }
    // What the field held before; nothing where this entry did not change it.
    records::FieldChange const* changed(std::string_view field) const;
};

// Why a day can't be looked back to.
enum class Refusal { before_the_case, still_to_come };

// The last discussion held by then.
struct Discussed {
    cases::DiscussionOutcome outcome{};
    std::string information_from;
    std::optional<Date> information_by_on;
    auto columns() { return std::tie(outcome, information_from, information_by_on); }
};

// The last letter made by then that asks for consent, where its step stood.
struct Asked {
    Instant asked_at;
    std::optional<Instant> went_at;
    std::optional<consent::Form> form;
    auto columns() { return std::tie(asked_at, went_at, form); }
};

// A time on the waiting list, as its row stands now.
struct Waited {
    std::string id;
    Date since_on;
    Date review_by_on;
    std::optional<Date> ended_on;
    auto columns() { return std::tie(id, since_on, review_by_on, ended_on); }
};

// What a child ever hoped for in the case, as measured by then.
struct Hoped {
    programmes::Target target;
    Instant made_at;
    std::optional<Date> ended_on;
    auto columns() { return std::tuple_cat(target.columns(), std::tie(made_at, ended_on)); }
};

// The programme of a place, as it stands now.
struct InProgramme {
    programmes::ProgrammeId id;
    Date starts_on;
    int impact_opens_weeks = 0;
    int impact_closes_weeks = 0;
    auto columns() { return std::tie(id, starts_on, impact_opens_weeks, impact_closes_weeks); }
};

// Which session and place an evaluation is of.
struct Evaluated {
    std::string id;
    SessionId session;
    programmes::PlaceId place;
    auto columns() { return std::tie(id, session, place); }
};

// Where a session is planned to be, whatever became of it.
struct Laid {
    SessionId session;
    std::string room_name;
    bool has_plan = false;
    auto columns() { return std::tie(session, room_name, has_plan); }
};

// What somebody is to the child, as that bears on their answer: as it stands now.
struct Tie {
    ContactId contact;
    bool responsibility = false;
    std::string restriction;
    auto columns() { return std::tie(contact, responsibility, restriction); }
};

// Whatever tells how the case stood at the end of the day, beside what it is told from today.
struct Past {
    Date day;
    Instant until;             // the first moment after the day
    std::vector<Since> since;  // the latest first
    std::optional<Discussed> discussed;
    std::optional<Asked> asked;
    std::vector<Waited> waited;
    std::vector<Hoped> hoped;
    std::vector<InProgramme> programmes;
    std::vector<Evaluated> evaluated;
    std::vector<Laid> laid;
    std::vector<Tie> ties;
    story::Needs needs;
    std::map<std::string, std::string> names;  // of staff and rooms, by their ids
};

}  // namespace history
