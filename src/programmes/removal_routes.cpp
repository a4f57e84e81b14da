#include "programmes/removal_routes.hpp"

#include "programmes/forms.hpp"
#include "programmes/pages.hpp"
#include "programmes/removal_actions.hpp"
#include "programmes/store.hpp"
#include "visits/saving.hpp"

namespace programmes {
namespace {

// A programme that nobody has used.
std::optional<Programme> unused_programme_of(Visit& visit, http::Request const& request) {
    auto const id = request.id<ProgrammeId>("programme");
    auto programme = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!programme || obstacle_to_removing(visit, *programme)) return std::nullopt;
    return programme;
}

http::Response get_removal(Visit& visit, http::Request const& request) {
    auto const programme = unused_programme_of(visit, request);
    if (!programme) return http::not_found();
    return visit.page(pages::removal(visit.frame.guard, *programme, design::blank()));
}

http::Response post_removal(Visit& visit, http::Request const& request) {
    auto const id = request.id<ProgrammeId>("programme");
    auto const programme = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!programme) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::removal(visit.frame.guard, *programme, {request.form, errors}));
    };
    auto const reason = forms::removal(request.form);
    if (!reason) return again(reason.error());
    if (auto const removed = remove(visit, programme->id, *reason); !removed)
        return again({{"reason", in_words(removed.error())}});
    return visits::saved("/programmes", Saved::programme_removed);
}

}  // namespace

Routes removal_routes() {
    return {
        {"GET", "/programmes/{programme}/removal", Permission::coordinate, get_removal},
        {"POST", "/programmes/{programme}/removal", Permission::coordinate, post_removal},
    };
}

}  // namespace programmes
