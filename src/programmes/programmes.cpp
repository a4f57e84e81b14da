#include "programmes/programmes.hpp"

#include "programmes/session.hpp"

namespace programmes {

std::string_view in_words(Weekday weekday) {
    switch (weekday) {
        case Weekday::monday: return "Monday";
        case Weekday::tuesday: return "Tuesday";
        case Weekday::wednesday: return "Wednesday";
        case Weekday::thursday: return "Thursday";
        case Weekday::friday: return "Friday";
    }
    return {};
}

std::string when_in_words(Programme const& programme) {
    auto const day = calendar::monday_of(programme.starts_on) + programme.weekday();
    return std::string(calendar::weekday_name(calendar::weekday_of(day))) + "s at " +
           programme.starts_at_time;
}

std::string_view in_words(State state) {
    switch (state) {
        case State::to_start: return "To start";
        case State::running: return "Running";
        case State::completed: return "Completed";
    }
    return {};
}

std::string_view in_words(cases::EndReason reason) {
    switch (reason) {
        case cases::EndReason::completed: return "The programme was completed";
        case cases::EndReason::consent_withdrawn: return "Consent was withdrawn";
        case cases::EndReason::left_school: return "Left the school";
        case cases::EndReason::no_longer_needed: return "No longer needed";
        case cases::EndReason::moved_programme: return "Moved to another programme";
        case cases::EndReason::allocation_undone: return "The allocation was undone";
        case cases::EndReason::own_wish: return "Did not want to go on";
    }
    return {};
}

std::string_view in_words(WhyNot why) {
    switch (why) {
        case WhyNot::pupil_absent: return "The child was absent";
        case WhyNot::staff_absent: return "Staff absence";
        case WhyNot::room_lost: return "The room was needed";
        case WhyNot::trip: return "A trip";
        case WhyNot::test_week: return "Test week";
        case WhyNot::school_closed: return "The school was closed";
        case WhyNot::consent_withdrawn: return "Consent was withdrawn";
        case WhyNot::something_else: return "Something else";
    }
    return {};
}

std::string_view moved_in_words(Date from, Date to) {
    return from < to ? "put off from" : "brought forward from";
}

std::string named(Target const& target) {
    return target.words.empty() ? target.area_name : target.area_name + ", “" + target.words + "”";
}

std::string words_field(TargetId const& target) { return "words-" + std::string(target.text()); }
std::string measure_field(TargetId const& target) { return "measure-" + std::string(target.text()); }

std::string path_of(ProgrammeId const& programme) { return "/programmes/" + std::string(programme.text()); }
std::string removal_path(ProgrammeId const& programme) { return path_of(programme) + "/removal"; }

std::string delivery_path(ProgrammeId const& programme) { return path_of(programme) + "/delivery"; }
std::string path_of(PlaceId const& place) { return "/places/" + std::string(place.text()); }
std::string path_of(SessionId const& session) { return "/sessions/" + std::string(session.text()); }

}  // namespace programmes
