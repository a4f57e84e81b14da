#pragma once

#include <span>
#include <string>
#include <vector>

#include "programmes/session.hpp"

// Whether a room or a person is wanted twice at one time.
namespace programmes {

// So many minutes of a day, from the minute of the day on which they begin.
struct Stretch {
    int from = 0;
    int minutes = 0;
};
Stretch stretch_of(std::string_view starts_at_time, int minutes);
// One may begin in the minute in which the other ends.
bool overlap(Stretch one, Stretch other);

// A session with who holds it, where and when.
struct Booking {
    std::string programme_name;
    StaffId person;
    std::string person_name;
    schools::RoomId room;
    std::string room_name;
    Date on;
    Stretch at;
};
bool clash(Booking const& one, Booking const& other);

// What one programme has already of what is wanted.
struct Clash {
    std::string programme_name;
    std::string room_name;    // empty: the room is free
    std::string person_name;  // empty: the person is free
    std::vector<Date> days;   // at least one
    int until = 0;            // the minute of the day
};
// One for every programme that has room or person at such a time, in the order of the bookings.
std::vector<Clash> clashes(std::span<Booking const> wanted, std::span<Booking const> taken);

// "The Nest is taken by Brave steps on Wednesdays until 15:00. Maria Silva has Brave steps then."
std::string in_words(Clash const& clash);

}  // namespace programmes
