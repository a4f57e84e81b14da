#include "staff/forms.hpp"

#include "base/mail_address.hpp"
#include "http/read_form.hpp"

namespace staff::forms {
namespace {

constexpr std::size_t most_of_a_name = 200;
constexpr std::size_t most_of_a_reason = 500;

template <class Input>
Expected<Input, FormErrors> answer(http::FormReader const& form, Input input) {
    if (!form.errors().empty()) return refuse(form.errors());
    return input;
}

// From a whole working life ago to the end of a post that was given for some years.
http::DateLimits days_of_work(Date today) { return http::around(50, 5, today); }

void check_days(http::FormReader& form, TrainingKind kind, Date held_on, Date expires_on) {
    if (!form.errors().empty()) return;
    if (expires_on < held_on)
        form.add_error("expires_on", "It would expire before it was held. Change one of the days");
    if (auto const last = last_day_of(kind, held_on); last && expires_on > *last)
        form.add_error(
            "expires_on",
            "The safeguarding procedure is renewed every year. Enter a day within a year of the one it was "
            "held"
        );
}

}  // namespace

Expected<PersonInput, FormErrors> person(Fields const& fields) {
    http::FormReader form(fields);
    PersonInput input{
        .name = form.text("name", "Enter the person's name", most_of_a_name),
        .address = text::ascii_lower(form.text_if_any("address", 254))};
    if (!input.address.empty() && !text::is_mail_address(input.address))
        form.add_error("address", "Enter an e-mail address, such as name@school.example");
    return answer(form, input);
}

Expected<RoleInput, FormErrors> role(Fields const& fields, Date today) {
    http::FormReader form(fields);
    RoleInput input{
        .role = form.choice<visits::Role>("role", "Choose the role"),
        .class_id = form.id_if_any<ClassId>("class_id"),
        .starts_on = form.date("starts_on", "Enter the first day", days_of_work(today)),
        .ends_on = form.date_if_any("ends_on", days_of_work(today))};
    if (input.role == visits::Role::class_teacher && fields.value("role") == "class_teacher" &&
        !input.class_id)
        form.add_error("class_id", "Choose the class that they teach");
    return answer(form, input);
}

Expected<TrainingInput, FormErrors> training(Fields const& fields, Date today) {
    http::FormReader form(fields);
    TrainingInput input{
        .kind = form.choice<TrainingKind>("kind", "Choose what the training was for"),
        .name = form.text("name", "Enter the training's name", most_of_a_name),
        .held_on = form.date("held_on", "Enter the day it was held", http::within_the_last(10, today)),
        .expires_on =
            form.date("expires_on", "Enter the last day on which it counts", http::around(10, 10, today))};
    check_days(form, input.kind, input.held_on, input.expires_on);
    return answer(form, input);
}

Expected<TrainingCorrection, FormErrors> training_correction(
    Fields const& fields, TrainingKind kind, Date today
) {
    http::FormReader form(fields);
    TrainingCorrection input{
        .name = form.text("name", "Enter the training's name", most_of_a_name),
        .held_on = form.date("held_on", "Enter the day it was held", http::within_the_last(10, today)),
        .expires_on =
            form.date("expires_on", "Enter the last day on which it counts", http::around(10, 10, today)),
        .reason = form.text("reason", "Enter why it is corrected", most_of_a_reason)};
    check_days(form, kind, input.held_on, input.expires_on);
    return answer(form, input);
}

Expected<std::string, FormErrors> taking_back(Fields const& fields) {
    http::FormReader form(fields);
    auto reason = form.text("why", "Enter why it is taken back", most_of_a_reason);
    return answer(form, std::move(reason));
}

Expected<Date, FormErrors> end_of_role(Fields const& fields, Date today) {
    http::FormReader form(fields);
    auto const day = form.date("ends_on", "Enter the last day", days_of_work(today));
    return answer(form, day);
}

Expected<Date, FormErrors> leaving(Fields const& fields, Date today) {
    http::FormReader form(fields);
    auto const day = form.date("left_on", "Enter the first day without them", days_of_work(today));
    return answer(form, day);
}

int version(Fields const& fields) {
    http::FormReader form(fields);
    return static_cast<int>(form.number_if_any("version", 0, 1'000'000).value_or(0));
}

Fields typed(Training const& training) {
    return Fields(
        {{"name", training.name},
         {"held_on", calendar::iso(training.held_on)},
         {"expires_on", calendar::iso(training.expires_on)}}
    );
}

Fields typed(Person const& person) { return Fields({{"name", person.name}, {"address", person.address}}); }

}  // namespace staff::forms
