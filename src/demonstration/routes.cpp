#include "demonstration/routes.hpp"

#include <charconv>

#include "demonstration/pages.hpp"
#include "demonstration/sign_in_actions.hpp"
#include "sign_in/sign_in.hpp"

namespace demonstration {
namespace {

std::optional<SchoolId> school_from(std::string_view text) {
    SchoolId school;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), school.number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return school;
}

http::Response get_people(Visit& visit, http::Request const& request) {
    auto const asked = request.query.value("school");
    auto const chosen = choice(visit, asked.empty() ? std::nullopt : school_from(asked));
    if (!chosen) return http::not_found();
    return visit.page(pages::be_somebody(visit.frame.guard, *chosen, people(visit, *chosen)));
}

http::Response post_person(Visit& visit, http::Request const& request) {
    auto const school = school_from(request.form.value("school"));
    if (auto const the_case = CaseId::parse(request.form.value("case")); school && the_case)
        return http::see_other(answer_as_parent(visit, *school, *the_case).value_or("/demonstration"));
    auto const person = visits::StaffId::parse(request.form.value("person"));
    if (!school || !person) return http::not_found();
    auto const device = request.header("user-agent");
    auto const token = sign_in_as(visit, *school, *person, request.remote_address, std::string(device));
    // Somebody of a demonstration before this one.
    if (!token && visit.frame.demonstration) return http::see_other("/demonstration");
    if (!token) return http::not_found();
    http::Cookie const cookie{.name = std::string(sign_in::cookie_name), .value = *token};
    auto response = http::see_other("/");
    response.with("Set-Cookie", cookie.header());
    return response;
}

}  // namespace

Routes routes() {
    return {
        {"GET", "/demonstration", Permission::anyone, get_people},
        {"POST", "/demonstration", Permission::anyone, post_person},
    };
}

}  // namespace demonstration
