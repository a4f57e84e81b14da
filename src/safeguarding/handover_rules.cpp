#include "safeguarding/handover_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "base/json.hpp"

namespace safeguarding {
namespace {

constexpr std::array pauses{
    1 * minutes, 5 * minutes, 15 * minutes, 1 * hours, 2 * hours, 4 * hours, 8 * hours, 12 * hours};
constexpr std::int64_t patience = 72 * hours;
constexpr std::int64_t longest_wish = 12 * hours;  // of a receiver to be left alone

std::string_view kind_of(HandsOver by) { return by == HandsOver::with_upn ? "upn" : "admission_number"; }

// "2026-05-03T09:04:00Z"
std::string utc(Instant instant) {
    std::chrono::sys_time<std::chrono::seconds> const time{std::chrono::seconds{instant.milliseconds / 1000}};
    auto const day = std::chrono::floor<std::chrono::days>(time);
    std::chrono::year_month_day const date{day};
    std::chrono::hh_mm_ss const clock{time - day};
    return fmt::format(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()),
        clock.hours().count(),
        clock.minutes().count(),
        clock.seconds().count()
    );
}

}  // namespace

std::string message_of(SchoolId school, Due const& due) {
    return fmt::format(
        R"({{"version":1,"school":{},"pointer":{},"put_on_cpoms_at":{},"cpoms_reference":{},"noted_by":{},)"
        R"("child":{{"kind":{},"reference":{}}}}})",
        school.number,
        json::quoted(due.pointer.text()),
        json::quoted(utc(due.put_at)),
        json::quoted(due.reference),
        json::quoted(due.noted_by_name),
        json::quoted(kind_of(due.by)),
        json::quoted(due.child_reference)
    );
}

Delivery verdict_on(long status, std::int64_t retry_after) {
    if ((status >= 200 && status < 300) || status == 409) return {};
    bool const for_good = status == 400 || status == 413 || status == 415 || status == 422;
    auto const* const why =
        status >= 300 && status < 400 ? ", which leads elsewhere and is not followed" : "";
    return {fmt::format("The receiver answered {}{}", status, why), for_good, retry_after};
}

std::optional<Instant> next_try(int tries, Instant since, Instant now, std::int64_t not_before) {
    if (now - since >= patience) return std::nullopt;
    auto const at = static_cast<std::size_t>(std::max(tries, 1) - 1);
    return now + std::max(pauses[std::min(at, pauses.size() - 1)], std::min(not_before, longest_wish));
}

}  // namespace safeguarding
