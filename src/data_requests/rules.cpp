#include "data_requests/rules.hpp"

#include "schools/bank_holidays.hpp"
#include "schools/rules.hpp"

namespace data_requests {
namespace {

constexpr int school_days_for_the_educational_record = 15;
constexpr int months_more = 2;

bool is_working_day(Date day) {
    auto const weekday = calendar::weekday_of(day);
    return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday &&
           !schools::is_bank_holiday(day);
}

// The last day of that month, where it lacks the day.
Date months_later(Date day, int months) {
    std::chrono::year_month_day const from{day.day};
    auto const next = from.year() / from.month() + std::chrono::months{months};
    auto const same = next / from.day();
    return {same.ok() ? std::chrono::sys_days{same} : std::chrono::sys_days{next / std::chrono::last}};
}

Date working_day_from(Date day) {
    while (!is_working_day(day)) day = day + 1;
    return day;
}

}  // namespace

Date due_on(Kind kind, Date received_on, schools::OpenDays const& open) {
    switch (kind) {
        case Kind::all_that_is_held: return working_day_from(months_later(received_on, 1));
        case Kind::educational_record: {
            auto day = received_on;
            for (int count = 0; count < school_days_for_the_educational_record; ++count)
                day = schools::school_day_from(day + 1, open.terms, open.closures);
            return day;
        }
    }
    return received_on;
}

Date due_on(Request const& request, schools::OpenDays const& open) {
    auto const& asked = request.asked;
    if (!request.extended_on) return due_on(asked.kind, asked.received_on, open);
    return working_day_from(months_later(asked.received_on, 1 + months_more));
}

std::optional<Refusal> objection_to_extending(
    Request const& request, Date told_on, Date today, schools::OpenDays const& open
) {
    if (is_over(request)) return Refusal::other_stage;
    if (request.asked.kind != Kind::all_that_is_held) return Refusal::not_extended;
    if (request.extended_on) return Refusal::extended_already;
    if (told_on > today) return Refusal::in_the_future;
    if (told_on < request.asked.received_on) return Refusal::before_it_was_asked;
    if (told_on > due_on(request.asked.kind, request.asked.received_on, open)) return Refusal::told_too_late;
    return std::nullopt;
}

Stage stage_of(Request const& request) {
    if (request.withdrawn_at) return Stage::withdrawn;
    if (request.given_on) return Stage::given_out;
    if (request.signed_at) return Stage::signed_;
    return request.prepared_at ? Stage::prepared : Stage::preparing;
}

std::optional<Refusal> objection_to_signing(Request const& request, StaffId const& person, Since since) {
    if (stage_of(request) != Stage::prepared) return Refusal::other_stage;
    if (request.prepared_by == person) return Refusal::same_person;
    if (since != Since::nothing) return Refusal::held_has_changed;
    return std::nullopt;
}

std::optional<Refusal> objection_to_giving_out(Request const& request, Date on, Date today, Since since) {
    if (stage_of(request) != Stage::signed_) return Refusal::other_stage;
    if (on > today) return Refusal::in_the_future;
    if (on < request.asked.received_on) return Refusal::before_it_was_asked;
    if (since == Since::changed) return Refusal::held_has_changed;
    return std::nullopt;
}

}  // namespace data_requests
