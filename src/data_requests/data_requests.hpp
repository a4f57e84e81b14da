#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/calendar.hpp"
#include "base/words.hpp"
#include "data_map/data_map.hpp"
#include "pupils/pupils.hpp"

// Somebody asks for what is held about them (V5): collected by the data map, prepared line by line, signed by
// another and given out.
namespace data_requests {

using data_map::About;
using RequestId = Id<struct DataRequestTag>;

// All that is held is due in a month; a parent's right to the educational record in 15 school days.
enum class Kind { all_that_is_held, educational_record };
constexpr auto words(Kind) { return std::array{"all_that_is_held", "educational_record"}; }
std::string_view in_words(Kind kind);

enum class AskedAs { themselves, parent, representative };
constexpr auto words(AskedAs) { return std::array{"themselves", "parent", "representative"}; }
std::string_view in_words(AskedAs as);

enum class Way { in_person, post, secure_mail };
constexpr auto words(Way) { return std::array{"in_person", "post", "secure_mail"}; }
std::string_view in_words(Way way);

enum class Decision { withheld, redacted };
constexpr auto words(Decision) { return std::array{"withheld", "redacted"}; }

// Why a line, or a part of it, is kept back. Anything else needs words.
enum class Reason { serious_harm, anothers_data, child_abuse_data, legal_privilege, exam_script, other };
constexpr auto words(Reason) {
    return std::array{
        "serious_harm", "anothers_data", "child_abuse_data", "legal_privilege", "exam_script", "other"};
}
std::string_view in_words(Reason reason);
// Whether the copy says that something was kept back for this reason. That there is something that may harm
// somebody would tell whom nobody may know it.
bool is_said(Reason reason);

enum class Stage { preparing, prepared, signed_, given_out, withdrawn };

// What became of the lines that were read when a request was prepared: they stand so; more was written down
// since; or one of them has changed or is gone, and with it what was decided.
enum class Since { nothing, more, changed };

// What was written down when somebody asked.
struct Asked {
    About about{};
    std::optional<PupilId> pupil = {};
    std::optional<ContactId> contact = {};
    std::optional<StaffId> staff = {};
    Kind kind{};
    std::string asked_by;
    AskedAs asked_as{};
    Date received_on;
    std::string identity_check;  // how it was made sure who asks, and that they may
};

struct Request {
    RequestId id;
    Asked asked;
    std::string whom;  // the name of the person it is about
    std::string made_by;
    std::optional<StaffId> prepared_by;
    std::string prepared_by_name;
    std::optional<Instant> prepared_at;
    std::string prepared_digest;
    std::string signed_by_name;
    std::optional<Instant> signed_at;
    std::string sent_back_why;
    std::optional<Date> given_on;
    std::optional<Way> given_way;
    std::string given_by_name;
    std::optional<Date> extended_on;  // told so on this day: two months more
    std::string extended_why;
    std::string extended_by_name;
    std::optional<Instant> withdrawn_at;  // it was written down wrongly, and nothing was given out for it
    std::string withdrawn_by_name;
    std::string withdrawn_why;
    std::string line_key;       // its own, at random: the ids of its lines are made with it
    std::string stored_digest;  // of what was stored when it was prepared; empty where nobody noted it
    std::string of_whom;  // the name of the child whose contact it is about; empty where it is no contact

    auto columns() {
        return std::tie(
            id,
            asked.about,
            asked.pupil,
            asked.contact,
            asked.staff,
            asked.kind,
            asked.asked_by,
            asked.asked_as,
            asked.received_on,
            asked.identity_check,
            whom,
            made_by,
            prepared_by,
            prepared_by_name,
            prepared_at,
            prepared_digest,
            signed_by_name,
            signed_at,
            sent_back_why,
            given_on,
            given_way,
            given_by_name,
            extended_on,
            extended_why,
            extended_by_name,
            withdrawn_at,
            withdrawn_by_name,
            withdrawn_why,
            line_key,
            stored_digest,
            of_whom
        );
    }
};

// Whom it is about, and who asked, so that nobody takes the name of the one for the other's: "Ann Hill, a
// contact of Sam Hill", "Ms Okafor, a parent or carer, for the child".
std::string whom_in_words(Request const& request);
std::string asker_in_words(Asked const& asked);
// The child it is about, or whose contact; of somebody of the staff nobody.
std::string const& name_of_child(Request const& request);

// Given out or withdrawn: nothing more is decided, signed or given.
inline bool is_over(Request const& request) { return request.given_on || request.withdrawn_at; }

// The id of whom it is about, as the tables hold it.
std::string person_of(Asked const& asked);

// What is kept back of a line. `hidden` are places: "2:10-14" is letters 10 to 14 of the line's third value.
struct KeptBack {
    std::string line;
    std::string names;
    Decision decision{};
    Reason reason{};
    std::string words;
    std::string hidden;
    std::string decided_by;
    auto columns() { return std::tie(line, names, decision, reason, words, hidden, decided_by); }
};

// A row of a table, as it is read by who prepares it.
struct Line {
    struct Part {
        std::string label;
        std::string text;
        bool of_a_letter = false;  // with the marks of a letter's words: "# " and "- "
    };
    std::string id;       // its digest by the request's key: a line that changes is another
    std::string wording;  // how it reads, by the same key
    std::string table;    // "Concerns: what someone noticed …"
    std::string names;    // which line it is, without what it says: "concern of Tuesday 5 May 2026"
    std::vector<Part> parts;
    bool of_signing_in = false;       // when it was used last changes: given out as it is on that day
    bool holds_no_words = false;      // and comes and goes as they use Withy: it needs no reading
    bool confided = false;            // a child confided something there: it is kept back
    std::vector<std::string> others;  // words in it that are names of other people
    std::optional<KeptBack> kept_back;
    bool to_decide_again = false;  // a part of it was blacked out, and it reads otherwise now
    bool is_new = false;           // it was not there, or not so, when the request was prepared last
};

// What came of a form, or why not.
enum class Refusal {
    other_stage,
    held_has_changed,
    same_person,
    in_the_future,
    before_it_was_asked,
    no_such_line,
    not_extended,
    extended_already,
    told_too_late,
    confided_waits,
    reads_otherwise,
    decided_of_no_line,
    nothing_has_changed,
    not_all_was_shown
};
std::string in_words(Refusal refusal);

std::string path_of(RequestId const& request);
inline constexpr std::string_view requests_path = "/data-requests";
std::string requests_path_of(PupilId const& pupil);

}  // namespace data_requests
