#include "programmes/clash_rules.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace programmes {
namespace {

constexpr int minutes_in_hour = 60;

int number(std::string_view digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string time_of(int minute) {
    return two_digits(minute / minutes_in_hour) + ":" + two_digits(minute % minutes_in_hour);
}

std::string days_of(Clash const& clash) {
    if (clash.days.size() == 1) return calendar::weekday_day_month(clash.days.front());
    return std::string(calendar::weekday_name(calendar::weekday_of(clash.days.front()))) + "s";
}

Clash& clash_with(std::vector<Clash>& clashes, std::string const& programme) {
    auto const found = std::ranges::find(clashes, programme, &Clash::programme_name);
    if (found != clashes.end()) return *found;
    clashes.push_back({.programme_name = programme});
    return clashes.back();
}

void add(Clash& clash, Booking const& wanted, Booking const& taken) {
    if (wanted.room == taken.room) clash.room_name = taken.room_name;
    if (wanted.person == taken.person) clash.person_name = taken.person_name;
    if (std::ranges::find(clash.days, wanted.on) == clash.days.end()) clash.days.push_back(wanted.on);
    clash.until = std::max(clash.until, taken.at.from + taken.at.minutes);
}

}  // namespace

Stretch stretch_of(std::string_view starts_at_time, int minutes) {
    auto const parting = std::min(starts_at_time.find(':'), starts_at_time.size());
    auto const rest = starts_at_time.substr(std::min(parting + 1, starts_at_time.size()));
    return {number(starts_at_time.substr(0, parting)) * minutes_in_hour + number(rest), minutes};
}

bool overlap(Stretch one, Stretch other) {
    return one.from < other.from + other.minutes && other.from < one.from + one.minutes;
}

bool clash(Booking const& one, Booking const& other) {
    bool const same = one.room == other.room || one.person == other.person;
    return same && one.on == other.on && overlap(one.at, other.at);
}

std::vector<Clash> clashes(std::span<Booking const> wanted, std::span<Booking const> taken) {
    std::vector<Clash> found;
    for (auto const& other : taken)
        for (auto const& one : wanted)
            if (clash(one, other)) add(clash_with(found, other.programme_name), one, other);
    return found;
}

std::string in_words(Clash const& clash) {
    auto const when = "on " + days_of(clash) + " until " + time_of(clash.until);
    auto const programme = "“" + clash.programme_name + "”";  // a name may hold a comma
    if (clash.room_name.empty()) return clash.person_name + " has " + programme + " " + when + ".";
    auto const room = clash.room_name + " is taken by " + programme + " " + when + ".";
    if (clash.person_name.empty()) return room;
    return room + " " + clash.person_name + " has " + programme + " then.";
}

}  // namespace programmes
