#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>

#include "base/words.hpp"
#include "pupils/pupils.hpp"

namespace liaison {

using QuestionId = Id<struct QuestionTag>;
using ParentMessageId = Id<struct ParentMessageTag>;
using LineId = Id<struct LineTag>;

// How is this child doing? Asked of the class teacher; the answer joins the case (G11).
struct Question {
    QuestionId id;
    CaseId the_case;
    PupilId pupil;
    std::string pupil_name;
    StaffId asked_by;
    std::string asked_by_name;
    Instant asked_at;
    std::string words;
    std::string answer;
    std::string answered_by_name;
    std::optional<Instant> answered_at;
    std::optional<Instant> answer_seen_at;  // by who asked

    auto columns() {
        return std::tie(
            id,
            the_case,
            pupil,
            pupil_name,
            asked_by,
            asked_by_name,
            asked_at,
            words,
            answer,
            answered_by_name,
            answered_at,
            answer_seen_at
        );
    }
};

// Where the class teacher is reminded of a late impact review: "/cases/…/questions?remind=impact-review"
std::string reminder_of_review_path(CaseId const& the_case);
// The same of a late measure before the programme: "/cases/…/questions?remind=measure"
std::string reminder_of_measure_path(CaseId const& the_case);

// What became of a message to a parent.
enum class State { waiting, sent, spoken, put_aside };
constexpr auto words(State) { return std::array{"waiting", "sent", "spoken", "put_aside"}; }
std::string_view in_words(State state);

// A Nurture Assistant's message to a parent, which goes through the class teacher (S4).
struct ParentMessage {
    ParentMessageId id;
    CaseId the_case;
    PupilId pupil;
    std::string pupil_name;
    ContactId contact;
    std::string contact_name;
    std::string contact_address;  // empty: it can't be sent, only spoken
    std::string written_by_name;
    Instant written_at;
    std::string words;
    State state{};
    std::string words_sent;
    std::string handled_by_name;
    std::optional<Instant> handled_at;
    std::string note;

    auto columns() {
        return std::tie(
            id,
            the_case,
            pupil,
            pupil_name,
            contact,
            contact_name,
            contact_address,
            written_by_name,
            written_at,
            words,
            state,
            words_sent,
            handled_by_name,
            handled_at,
            note
        );
    }
};

// What the class teacher does with it.
struct Handling {
    State way{};
    std::string words;  // as they are sent
    std::string note;
};

struct MessageInput {
    ContactId contact;
    std::string words;
};

// A talk between staff about needs and progress, in a line.
struct LineInput {
    std::string with_whom;
    Date held_on;
    std::string line;
};
struct Line {
    LineId id;
    LineInput said;
    std::string written_by_name;
    auto columns() { return std::tie(id, said.with_whom, said.held_on, said.line, written_by_name); }
};

}  // namespace liaison
