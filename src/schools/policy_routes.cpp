#include "schools/policy_routes.hpp"

#include <algorithm>

#include "schools/actions.hpp"
#include "schools/forms.hpp"
#include "schools/policy_pages.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"
#include "visits/saving.hpp"

namespace schools {
namespace {

constexpr std::string_view path_of_policy = "/school/policy";

std::vector<pages::PolicyLine> lines_of(std::vector<PolicyVersion> const& versions, Date today) {
    auto const in_force = policy_in_force(versions, today);
    std::vector<pages::PolicyLine> lines;
    for (auto const& version : versions)
        lines.push_back(
            {version,
             in_force && in_force->id == version.id,
             review_state(version, today),
             in_force && version.in_force_from_on < in_force->in_force_from_on}
        );
    std::ranges::reverse(lines);
    return lines;
}

std::optional<PolicyVersion> version_of(Visit& visit, http::Request const& request) {
    auto const versions = store::policy_versions(visit.db, visit.school);
    auto const found =
        std::ranges::find(versions, request.id<PolicyVersionId>("version"), &PolicyVersion::id);
    if (found == versions.end()) return std::nullopt;
    return *found;
}

std::optional<pages::ToCorrect> to_correct(Visit& visit) {
    auto const only = actions::policy_version_to_correct(visit);
    if (!only) return std::nullopt;
    return pages::ToCorrect{*only, corrects_up_to(*only, visit.today), is_withys_own(*only)};
}

http::Response get_policy(Visit& visit, http::Request const&) {
    auto const versions = store::policy_versions(visit.db, visit.school);
    return visit.page(pages::policy(
        lines_of(versions, visit.today),
        {.enter = visit.who.may(Permission::run_school), .review = visit.who.may(Permission::review_policy)},
        to_correct(visit)
    ));
}

// A new version begins with the numbers of the one in force; what was said of that one's review stays with
// it.
http::Response get_new_version(Visit& visit, http::Request const&) {
    auto const versions = store::policy_versions(visit.db, visit.school);
    auto numbers = policy_in_force(versions, visit.today).value_or(PolicyVersion{});
    numbers.last_review.clear();
    numbers.next_review_on.reset();
    numbers.comments.clear();
    return visit.page(pages::add_policy_version(
        visit.frame.guard, {forms::typed(numbers), FormErrors{}}, visit.today, to_correct(visit)
    ));
}

http::Response post_version(Visit& visit, http::Request const& request) {
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::add_policy_version(
            visit.frame.guard, {request.form, errors}, visit.today, to_correct(visit)
        ));
    };
    auto const version = forms::policy_version(request.form, visit.today);
    if (!version) return again(version.error());
    auto const entered = actions::enter_policy_version(visit, *version, forms::version(request.form));
    if (entered) return visits::saved(path_of_policy, Saved::policy);
    auto const* const field = entered.error() == Refusal::name_taken ? "number" : "in_force_from_on";
    return again({{field, in_words(entered.error())}});
}

http::Response get_review(Visit& visit, http::Request const& request) {
    auto const version = version_of(visit, request);
    if (!version) return http::not_found();
    return visit.page(pages::review_policy(
        visit.frame.guard, *version, {forms::typed(*version), FormErrors{}}, version->version
    ));
}

http::Response post_review(Visit& visit, http::Request const& request) {
    auto const stands = version_of(visit, request);
    if (!stands) return http::not_found();
    auto const version = forms::version(request.form);
    auto const review = forms::review(request.form, visit.today);
    if (!review)
        return visit.form_again(
            pages::review_policy(visit.frame.guard, *stands, {request.form, review.error()}, version)
        );
    auto const reviewed = actions::review_policy(visit, stands->id, version, *review);
    if (reviewed) return visits::saved(path_of_policy, Saved::policy);
    FormErrors const errors{{"last_review", in_words(reviewed.error())}};
    return visit.form_again(
        pages::review_policy(visit.frame.guard, *stands, {request.form, errors}, stands->version, stands)
    );
}

}  // namespace

Routes policy_routes() {
    return {
        {"GET", "/school/policy", Permission::signed_in, get_policy},
        {"GET", "/school/policy/new", Permission::run_school, get_new_version},
        visits::fresh({"POST", "/school/policy", Permission::run_school, post_version}),
        {"GET", "/school/policy/{version}/review", Permission::review_policy, get_review},
        visits::fresh({"POST", "/school/policy/{version}/review", Permission::review_policy, post_review}),
    };
}

}  // namespace schools
