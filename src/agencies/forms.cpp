#include "agencies/forms.hpp"

#include "http/read_form.hpp"

namespace agencies::forms {
namespace {

constexpr std::size_t most_in_a_name = 120;
constexpr std::size_t most_in_a_text = 1000;
constexpr std::size_t most_in_a_reason = 300;
constexpr int years_back = 2;

}  // namespace

Fields at(Date today) { return Fields({{"asked_on", calendar::iso(today)}}); }

Expected<AdviceInput, FormErrors> read(Fields const& fields, Date today) {
    http::FormReader form(fields);
    AdviceInput said;
    said.agency = form.text("agency", "Enter which agency, such as Educational Psychology", most_in_a_name);
    said.person = form.text_if_any("person", most_in_a_name);
    said.asked_on =
        form.date("asked_on", "Enter the day they were asked", http::within_the_last(years_back, today));
    said.asked = form.text("asked", "Enter what was asked", most_in_a_text);
    said.advice = form.text_if_any("advice", most_in_a_text);
    said.follows = form.text_if_any("follows", most_in_a_text);
    said.shares_the_name = form.ticked("shares_the_name");
    if (said.shares_the_name)
        said.sharing_reason = form.text(
            "sharing_reason", "Enter who agreed that the child is named, and why", most_in_a_reason
        );
    if (!form.errors().empty()) return refuse(form.errors());
    return said;
}

}  // namespace agencies::forms
