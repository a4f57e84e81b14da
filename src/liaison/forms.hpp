#pragma once

#include <string>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "liaison/liaison.hpp"

namespace liaison::forms {

Expected<std::string, FormErrors> read_question(Fields const& fields);
Expected<std::string, FormErrors> read_answer(Fields const& fields);

Expected<MessageInput, FormErrors> read_message(Fields const& fields);

// The class teacher's form as it opens: the words as the Nurture Assistant wrote them.
Fields typed(ParentMessage const& message);
Expected<Handling, FormErrors> read_handling(Fields const& fields);

Fields new_line(Date today);
Expected<LineInput, FormErrors> read_line(Fields const& fields, Date today);

}  // namespace liaison::forms
