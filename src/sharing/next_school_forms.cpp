#include "sharing/next_school_forms.hpp"

#include "http/read_form.hpp"

namespace sharing::forms {
namespace {

constexpr std::size_t most_in_a_reason = 300;  // as where the child is asked about adults here

enum class YesOrNo { yes, no };
constexpr auto words(YesOrNo) { return std::array{"yes", "no"}; }

}  // namespace

Expected<NextSchoolInput, FormErrors> read_next_school(Fields const& fields) {
    http::FormReader form(fields);
    auto const is_yes = [&](std::string_view field, std::string_view otherwise) {
        return form.choice<YesOrNo>(std::string(field), std::string(otherwise)) == YesOrNo::yes;
    };
    NextSchoolInput said;
    said.views = is_yes("views", "Choose a door for how the child sees it");
    said.confided = is_yes("confided", "Choose a door for what the child said");
    said.understands = is_yes("understands", "Choose whether the child understands what they are asked");
    said.why_judged = form.text("why_judged", "Enter what makes you think so", most_in_a_reason);
    if (!form.errors().empty()) return refuse(form.errors());
    return said;
}

}  // namespace sharing::forms
