#include "retention/forms.hpp"

#include "http/read_form.hpp"

namespace retention::forms {
namespace {

constexpr std::size_t most_in_a_reason = 600;
constexpr long most_years = 100;

}  // namespace

Expected<Period, FormErrors> read_period(Fields const& fields) {
    http::FormReader form(fields);
    Period period;
    period.category = form.choice<Category>("category", "Choose what the years are for");
    period.years = static_cast<int>(form.number("years", "Enter how many years", 1, most_years));
    period.reason = form.text("reason", "Enter why the school holds it longer or shorter", most_in_a_reason);
    if (!form.errors().empty()) return refuse(form.errors());
    return period;
}

Expected<std::string, FormErrors> read_reason(Fields const& fields, std::string_view absent) {
    http::FormReader form(fields);
    auto reason = form.text("reason", absent, most_in_a_reason);
    if (!form.errors().empty()) return refuse(form.errors());
    return reason;
}

Expected<ToErase, FormErrors> read_to_erase(Fields const& fields) {
    http::FormReader form(fields);
    ToErase const chosen{
        .pupil = form.id<PupilId>("pupil", "Choose whose record"),
        .category = form.choice<Category>("category", "Choose which record")};
    if (!form.errors().empty()) return refuse(form.errors());
    return chosen;
}

}  // namespace retention::forms
