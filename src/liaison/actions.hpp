#pragma once

#include <string>

#include "base/expected.hpp"
#include "liaison/rules.hpp"
#include "visits/visit.hpp"

namespace liaison {

// Asks the class teacher how the child is doing; the question stands on the teacher's Today.
Expected<QuestionId, Refusal> ask(
    Visit& visit, CaseId const& the_case, PupilId const& pupil, std::string const& words
);

// The class teacher's answer.
Expected<void, Refusal> answer(
    Visit& visit, Question const& question, bool teaches_the_child, std::string const& words
);

// Whoever asked has seen the answer, which leaves their Today. Said twice, it changes nothing.
void see_answer(Visit& visit, Question const& question);

// A message to a parent, which waits for the class teacher.
Expected<ParentMessageId, Refusal> write_to_parent(
    Visit& visit, CaseId const& the_case, PupilId const& pupil, MessageInput const& said
);

// Sends it, in these words; or notes that it was spoken or put aside.
Expected<void, Refusal> handle(
    Visit& visit, ParentMessage const& message, bool teaches_the_child, Handling const& handling
);

// Notes a talk in a line.
Expected<LineId, Refusal> note(Visit& visit, CaseId const& the_case, LineInput const& said);

}  // namespace liaison
