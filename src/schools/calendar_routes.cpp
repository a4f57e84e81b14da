#include "schools/calendar_routes.hpp"

#include <algorithm>
#include <charconv>

#include "schools/actions.hpp"
#include "schools/calendar_pages.hpp"
#include "schools/forms.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"
#include "visits/saving.hpp"

namespace schools {
namespace {

constexpr std::string_view path_of_terms = "/school/terms";

std::optional<Term> term_of(Visit& visit, http::Request const& request) {
    auto const terms = store::terms(visit.db, visit.school);
    auto const found = std::ranges::find(terms, request.id<TermId>("term"), &Term::id);
    if (found == terms.end()) return std::nullopt;
    return *found;
}

design::Page terms_page(Visit const& visit, Answers const& impact_weeks) {
    return pages::terms(
        visit.frame.guard, store::open_days(visit.db, visit.school), visit.today, impact_weeks
    );
}

http::Response get_terms(Visit& visit, http::Request const&) {
    auto const school = store::school(visit.db, visit.school);
    if (!school) return http::not_found();
    return visit.page(terms_page(visit, {forms::typed_weeks(*school), FormErrors{}}));
}

http::Response post_impact_weeks(Visit& visit, http::Request const& request) {
    auto const weeks = forms::impact_weeks(request.form);
    if (!weeks) return visit.form_again(terms_page(visit, {request.form, weeks.error()}));
    actions::count_impact_weeks(visit, *weeks);
    return visits::saved(path_of_terms, Saved::terms);
}

http::Response get_new_term(Visit& visit, http::Request const&) {
    return visit.page(pages::add_term(visit.frame.guard, design::blank()));
}

http::Response post_term(Visit& visit, http::Request const& request) {
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::add_term(visit.frame.guard, {request.form, errors}));
    };
    auto const period = forms::period(request.form, visit.today);
    if (!period) return again(period.error());
    if (auto const added = actions::add_term(visit, *period); !added)
        return again({{"starts", in_words(added.error())}});
    return visits::saved(path_of_terms, Saved::terms);
}

http::Response get_term(Visit& visit, http::Request const& request) {
    auto const term = term_of(visit, request);
    if (!term) return http::not_found();
    return visit.page(
        pages::change_term(visit.frame.guard, term->id, {forms::typed(*term), FormErrors{}}, term->version)
    );
}

http::Response post_change_of_term(Visit& visit, http::Request const& request) {
    auto const stands = term_of(visit, request);
    if (!stands) return http::not_found();
    auto const version = forms::version(request.form);
    auto const period = forms::period(request.form, visit.today);
    if (!period)
        return visit.form_again(
            pages::change_term(visit.frame.guard, stands->id, {request.form, period.error()}, version)
        );
    auto const changed = actions::change_term(visit, stands->id, version, *period);
    if (changed) return visits::saved(path_of_terms, Saved::terms);

    bool const is_stale = changed.error() == Refusal::changed_meanwhile;
    FormErrors const errors{{is_stale ? "name" : "starts", in_words(changed.error())}};
    return visit.form_again(pages::change_term(
        visit.frame.guard,
        stands->id,
        {request.form, errors},
        is_stale ? stands->version : version,
        is_stale ? stands : std::nullopt
    ));
}

http::Response post_removal_of_term(Visit& visit, http::Request const& request) {
    auto const term = request.id<TermId>("term");
    if (!term || !actions::remove_term(visit, *term)) return http::not_found();
    return visits::saved(path_of_terms, Saved::terms);
}

http::Response get_new_closure(Visit& visit, http::Request const&) {
    return visit.page(pages::add_closure(visit.frame.guard, design::blank()));
}

http::Response post_closure(Visit& visit, http::Request const& request) {
    auto const period = forms::period(request.form, visit.today);
    if (!period)
        return visit.form_again(pages::add_closure(visit.frame.guard, {request.form, period.error()}));
    actions::add_closure(visit, *period);
    return visits::saved(path_of_terms, Saved::terms);
}

http::Response post_removal_of_closure(Visit& visit, http::Request const& request) {
    auto const closure = request.id<ClosureId>("closure");
    if (!closure || !actions::remove_closure(visit, *closure)) return http::not_found();
    return visits::saved(path_of_terms, Saved::terms);
}

int year_in(std::string_view text, int otherwise) {
    int year = 0;
    auto const [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    return error == std::errc{} && year > 1900 && year < 2200 ? year : otherwise;
}

http::Response get_forward(Visit& visit, http::Request const& request) {
    auto const year = year_in(request.query.value("year"), calendar::school_year(visit.today));
    auto const forward = a_year_forward(store::open_days(visit.db, visit.school), year);
    if (forward.terms.empty()) return http::not_found();
    return visit.page(pages::year_forward(
        visit.frame.guard,
        year,
        {forward.terms.size(), forward.closures.size()},
        {forms::typed(forward), FormErrors{}}
    ));
}

// The form shows as many rows as it was sent with.
std::size_t rows_of(Fields const& form, std::string const& kind) {
    std::size_t rows = 0;
    while (form.has(kind + "-" + std::to_string(rows) + "-name")) ++rows;
    return rows;
}

http::Response post_forward(Visit& visit, http::Request const& request) {
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::year_forward(
            visit.frame.guard,
            year_in(request.form.value("year"), calendar::school_year(visit.today)),
            {rows_of(request.form, "term"), rows_of(request.form, "closure")},
            {request.form, errors}
        ));
    };
    auto const year = forms::year_forward(request.form, visit.today);
    if (!year) return again(year.error());
    if (year->terms.empty() && year->closures.empty())
        return again({{"term-0-keep", "Tick at least one term or closure"}});
    if (auto const added = actions::add_year(visit, *year); !added)
        return again({{"term-0-starts", in_words(added.error())}});
    return visits::saved(path_of_terms, Saved::terms);
}

}  // namespace

Routes calendar_routes() {
    return {
        {"GET", "/school/terms", Permission::run_school, get_terms},
        {"GET", "/school/terms/new", Permission::run_school, get_new_term},
        visits::fresh({"POST", "/school/terms", Permission::run_school, post_term}),
        {"GET", "/school/terms/forward", Permission::run_school, get_forward},
        visits::fresh({"POST", "/school/terms/forward", Permission::run_school, post_forward}),
        visits::fresh({"POST", "/school/terms/impact-weeks", Permission::run_school, post_impact_weeks}),
        {"GET", "/school/terms/{term}", Permission::run_school, get_term},
        visits::fresh({"POST", "/school/terms/{term}", Permission::run_school, post_change_of_term}),
        visits::fresh({"POST", "/school/terms/{term}/removal", Permission::run_school, post_removal_of_term}),
        {"GET", "/school/closures/new", Permission::run_school, get_new_closure},
        visits::fresh({"POST", "/school/closures", Permission::run_school, post_closure}),
        visits::fresh(
            {"POST", "/school/closures/{closure}/removal", Permission::run_school, post_removal_of_closure}
        ),
    };
}

}  // namespace schools
