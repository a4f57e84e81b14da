#include "sessions/sessions.hpp"

namespace sessions {

bool is_face_alone(Evaluation const& evaluation) {
    return evaluation.writing == Writing::begun && evaluation.attended &&
           evaluation.voice.own_words.empty() && evaluation.noticed.empty() && evaluation.next_time.empty() &&
           evaluation.confidence.empty();
}

std::string_view in_words(WhyAbsent why) {
    switch (why) {
        case WhyAbsent::ill: return "Ill";
        case WhyAbsent::away: return "Away";
        case WhyAbsent::chose_not_to: return "Chose not to come";
        case WhyAbsent::kept_in_class: return "Kept in class";
        case WhyAbsent::something_else: return "Something else";
    }
    return {};
}

std::string from_when(Session const& session) {
    return calendar::in_words(session.planned_on) + " at " + session.starts_at_time;
}

Buttons buttons_of_register(std::vector<std::string> const& asked) {
    if (asked.size() == 1) return {asked.front() + " is here: record it", ""};
    return {"Everyone is here: record it", "The others are here: record it"};
}

namespace {

constexpr std::string_view marks = "register-";
constexpr std::string_view lists = "listed-";

}  // namespace

std::string register_field(PlaceId const& place) { return std::string(marks) + std::string(place.text()); }
std::string listed_field(PlaceId const& place) { return std::string(lists) + std::string(place.text()); }
std::optional<PlaceId> place_in_register(std::string_view field) {
    for (auto const prefix : {marks, lists})
        if (field.starts_with(prefix)) return PlaceId::parse(field.substr(prefix.size()));
    return std::nullopt;
}
std::string why_absent_field(PlaceId const& place) { return "why-" + std::string(place.text()); }
std::string why_missed_field(PlaceId const& place) { return "why-missed-" + std::string(place.text()); }
std::string rating_field(TargetId const& target) { return "rating-" + std::string(target.text()); }

std::string evaluation_path(SessionId const& session, PlaceId const& place) {
    return programmes::path_of(session) + "/evaluations/" + std::string(place.text());
}

std::string check_in_path(SessionId const& session, PlaceId const& place) {
    return programmes::path_of(session) + "/check-in/" + std::string(place.text());
}

}  // namespace sessions
