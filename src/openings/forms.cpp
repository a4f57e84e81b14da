#include "openings/forms.hpp"

#include "http/read_form.hpp"

namespace openings::forms {
namespace {

// Enough for why, too little for what happened: that stands on CPOMS.
constexpr std::size_t most_in_a_reason = 300;

enum class Answer { yes, no };
constexpr auto words(Answer) { return std::array{"yes", "no"}; }

Told read_told(http::FormReader& form, std::string const& who, std::string const& whom) {
    bool const told =
        form.choice<Answer>(who + "_told", "Choose whether " + whom + " was told") == Answer::yes;
    return {
        told,
        form.text(
            "about_the_" + who, "Enter who told " + whom + ", or why nobody has yet", most_in_a_reason
        )};
}

}  // namespace

Expected<std::string, FormErrors> read_reason(Fields const& fields) {
    http::FormReader form(fields);
    auto reason = form.text("reason", "Enter why you open this case", most_in_a_reason);
    if (!form.errors().empty()) return refuse(form.errors());
    return reason;
}

Expected<OverrideInput, FormErrors> read_override(Fields const& fields) {
    http::FormReader form(fields);
    OverrideInput said;
    said.reason = form.text("reason", "Enter why this can't wait", most_in_a_reason);
    said.recipient = form.text("recipient", "Enter who is to know what you find", 120);
    said.child = read_told(form, "child", "the child");
    said.parent = read_told(form, "parent", "a parent or carer");
    if (!form.errors().empty()) return refuse(form.errors());
    return said;
}

}  // namespace openings::forms
