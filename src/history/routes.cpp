#include "history/routes.hpp"

#include "cases/store.hpp"
#include "history/actions.hpp"
#include "history/pages.hpp"
#include "history/rules.hpp"
#include "history/store.hpp"
#include "http/read_date.hpp"
#include "need_to_know/actions.hpp"

namespace history {
namespace {

// The case, of which the visitor sees something today.
struct About {
    need_to_know::Seen child;
    CaseId the_case;
    Date opened_on;
};
std::optional<About> asked(Visit const& visit, http::Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto child = the_case ? need_to_know::see_case(visit, *the_case) : std::nullopt;
    if (!child) return std::nullopt;
    auto const opened_at = store::opened_at(visit.db, visit.school, *the_case);
    if (!opened_at) return std::nullopt;
    return About{std::move(*child), *the_case, calendar::local_date(*opened_at)};
}

std::vector<pages::StepOn> steps_of(Visit const& visit, About const& about) {
    if (!about.child.access.sees(need_to_know::Zone::progress)) return {};
    std::vector<pages::StepOn> steps;
    for (auto const& taken : cases::store::steps(visit.db, visit.school, about.the_case))
        if (taken.stands())
            steps.push_back({calendar::local_date(taken.taken_at), std::string(cases::in_words(taken.step))});
    return steps;
}

design::Page choice_of(Visit const& visit, About const& about, Answers const& answers) {
    return pages::choice(
        {.child = about.child,
         .the_case = about.the_case,
         .opened_on = about.opened_on,
         .today = visit.today,
         .steps = steps_of(visit, about)},
        answers
    );
}

FormErrors objections_to(Visit const& visit, About const& about, std::optional<Date> day) {
    if (!day) return {{"day", "Enter the day to look back to, such as 12 5 2026"}};
    if (auto const refusal = objection_to(*day, about.opened_on, visit.today))
        return {{"day", pages::in_words(*refusal, about.opened_on)}};
    return {};
}

http::Response get_choice(Visit& visit, http::Request const& request) {
    auto const about = asked(visit, request);
    if (!about) return http::not_found();
    if (!request.query.has("day-day") && !request.query.has("day"))
        return visit.page(choice_of(visit, *about, design::blank()));
    auto const read = http::read_date(request.query, "day");
    auto const errors =
        read ? objections_to(visit, *about, *read) : FormErrors{{"day", std::string(read.error())}};
    if (!errors.empty()) return visit.form_again(choice_of(visit, *about, {request.query, errors}));
    return http::see_other(pages::path_of(about->the_case, **read));
}

http::Response get_as_it_stood(Visit& visit, http::Request const& request) {
    auto about = asked(visit, request);
    auto const day = calendar::parse_iso(request.segment("date"));
    if (!about || !day || objection_to(*day, about->opened_on, visit.today)) return http::not_found();
    auto const the_case = about->the_case;
    auto const story = look_back(visit, std::move(about->child), the_case, *day);
    return visit.page(pages::as_it_stood(story, the_case, about->opened_on, visit.today));
}

}  // namespace

Routes routes() {
    return {
        {"GET", "/cases/{case}/on", Permission::see_pupils, get_choice},
        {"GET", "/cases/{case}/on/{date}", Permission::see_pupils, get_as_it_stood}};
}

}  // namespace history
