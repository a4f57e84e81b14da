#include "app/frame.hpp"

#include <array>

#include "base/secret.hpp"
#include "base/text.hpp"
#include "design/notices.hpp"
#include "html/url.hpp"
#include "visits/saving.hpp"

namespace app {
namespace {

struct NamedPlace {
    std::string_view text;
    std::string_view path;
    Permission needs;
};

constexpr std::array places{
    NamedPlace{"Today", "/", Permission::signed_in},
    NamedPlace{"Pupils", "/pupils", Permission::see_pupils},
    NamedPlace{"Referrals", "/referrals", Permission::work_on_cases},
    NamedPlace{"Programmes", "/programmes", Permission::work_on_cases},
    NamedPlace{"Insight", "/insight", Permission::see_insight},
    NamedPlace{"School", "/school", Permission::run_school},
    NamedPlace{"Outcomes", "/county", Permission::see_county},
};

bool lies_under(std::string_view path, std::string_view place) {
    if (place == "/") return path == "/";
    return path.starts_with(place) && (path.size() == place.size() || path[place.size()] == '/');
}

std::string roles_in_words(visits::Who const& who) {
    if (who.for_the_county) return "County analyst";
    std::vector<std::string> words;
    for (auto const& held : who.roles) {
        std::string role(in_words(held.role));
        words.push_back(held.class_name.empty() ? role : role + " of " + held.class_name);
    }
    return text::listed(words);
}

// Where locking leads back to; a page that answers a form has an address that may not be opened.
std::string lock_path(Request const& request) {
    if (request.method == "POST" || request.path == "/") return "/lock";
    return url::with_query("/lock", {{"then", request.path}});
}

// Of nobody: no name, no search, no places.
design::Frame plain(Visit const& visit, Settings const& settings) {
    design::Frame frame;
    frame.school_name = visit.school_name;
    frame.demonstration = settings.demonstration;
    frame.guard.once = Id<struct SubmissionTag>::make(visit.now).text();
    return frame;
}

}  // namespace

design::Frame locked_frame(Visit const& visit, Settings const& settings, Request const& request) {
    auto frame = plain(visit, settings);
    frame.guard.csrf = secret::masked(request.csrf);
    return frame;
}

design::Frame frame_for(Visit const& visit, Settings const& settings, Request const& request) {
    auto frame = plain(visit, settings);
    if (!visit.who.staff) return frame;

    frame.lock_path = lock_path(request);
    frame.person_name = visit.who.name;
    frame.person_path = "/sign-ins";
    frame.person_role = roles_in_words(visit.who);
    frame.guard.csrf = secret::masked(request.csrf);
    if (auto const saved = visits::just_saved(request)) frame.banner = design::done(in_words(*saved));
    frame.may_search = visit.who.may(Permission::see_pupils);
    for (auto const& place : places)
        if (visit.who.may(place.needs))
            frame.places.push_back(
                {std::string(place.text), std::string(place.path), lies_under(request.path, place.path)}
            );
    return frame;
}

}  // namespace app
