#pragma once

#include <string>
#include <vector>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "data_requests/data_requests.hpp"

namespace data_requests::forms {

// A new form about a child or one of the child's contacts, or about somebody of the staff, received today.
Fields new_request(Date today);
Expected<Asked, FormErrors> read_about_child(
    Fields const& fields, PupilId const& pupil, std::vector<pupils::Contact> const& contacts, Date today
);
Expected<Asked, FormErrors> read_about_staff(Fields const& fields, Date today);

// What is decided about a line.
struct LineForm {
    std::optional<Decision> decision;
    Reason reason{};
    std::string words;
    std::vector<std::string> phrases;  // to black out, one in a line of the form
};
Expected<LineForm, FormErrors> read_line(Fields const& fields);
// The form as the line stands, with the phrases that are blacked out.
Fields typed(Line const& line, std::vector<std::string> const& phrases);

// That whoever prepares it has read every line that the page showed: the digest of these.
Expected<std::string, FormErrors> read_preparation(Fields const& fields);

Expected<std::string, FormErrors> read_why(Fields const& fields);
Expected<std::string, FormErrors> read_withdrawing(Fields const& fields);

// On which day the child was given what they said in confidence; or who can't give it, and why.
Expected<Date, FormErrors> read_confided_given(Fields const& fields, Date today);
struct NotGiven {
    StaffId adult;
    std::string why;
};
Expected<NotGiven, FormErrors> read_not_given(Fields const& fields);

// Why it takes two months more, and when whoever asked was told.
struct ExtensionForm {
    std::string why;
    Date told_on;
};
Expected<ExtensionForm, FormErrors> read_extension(Fields const& fields, Date today);

struct GivenForm {
    Date on;
    Way way{};
};
Expected<GivenForm, FormErrors> read_giving(Fields const& fields, Date today);

}  // namespace data_requests::forms
