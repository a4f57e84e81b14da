#include "session_plans/forms.hpp"

#include "http/read_form.hpp"

namespace session_plans::forms {
namespace {

constexpr std::size_t most_in_a_title = 80;
constexpr std::size_t most_needed = 300;
constexpr std::size_t most_in_steps = 3000;
// Chosen by Withy: less is no session, and no school day has room for more.
constexpr long least_minutes = 5;
constexpr long most_minutes = 120;

}  // namespace

Expected<SessionPlanInput, FormErrors> plan(Fields const& fields) {
    http::FormReader form(fields);
    SessionPlanInput input{
        .title = form.text("title", "Enter a few words that name the plan", most_in_a_title),
        .minutes = static_cast<int>(
            form.number("minutes", "Enter how many minutes it takes", least_minutes, most_minutes)
        ),
        .needed = form.text_if_any("needed", most_needed),
        .steps = form.text("steps", "Enter what is done, step by step", most_in_steps),
        .areas = form.ids<AreaId>("areas")};
    if (input.areas.empty()) form.add_error("areas", "Choose what the plan is for");
    if (!form.errors().empty()) return refuse(form.errors());
    return input;
}

int version(Fields const& fields) {
    http::FormReader form(fields);
    return static_cast<int>(form.number_if_any("version", 0, 1'000'000).value_or(0));
}

Fields typed(SessionPlan const& plan) {
    Fields fields;
    fields.add("title", plan.title);
    fields.add("minutes", std::to_string(plan.minutes));
    fields.add("needed", plan.needed);
    fields.add("steps", plan.steps);
    for (auto const& area : plan.areas) fields.add("areas", std::string(area.text()));
    return fields;
}

}  // namespace session_plans::forms
