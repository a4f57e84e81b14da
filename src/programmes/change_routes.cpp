#include "programmes/change_routes.hpp"

#include <algorithm>

#include "programmes/change_actions.hpp"
#include "programmes/change_store.hpp"
#include "programmes/clash_actions.hpp"
#include "programmes/forms.hpp"
#include "programmes/making_routes.hpp"
#include "programmes/pages.hpp"
#include "programmes/store.hpp"
#include "schools/store.hpp"
#include "staff/store.hpp"
#include "visits/saving.hpp"

namespace programmes {
namespace {

// A programme that can still change.
std::optional<Programme> programme_of(Visit& visit, http::Request const& request) {
    auto const id = request.id<ProgrammeId>("programme");
    auto programme = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    return programme && !programme->completed_on ? programme : std::nullopt;
}

pages::Choices choices_for(Visit& visit, Programme const& programme) {
    pages::Choices choices;
    for (auto const& person : staff::store::trained_nurture_assistants(visit.db, visit.school, visit.today))
        choices.deliverers.emplace_back(person.id, person.name);
    for (auto const& person : staff::store::untrained_nurture_assistants(visit.db, visit.school, visit.today))
        if (person.id != programme.deliverer) choices.untrained.push_back(staff::in_words(person));
    choices.rooms = schools::store::rooms(visit.db, visit.school);
    return choices;
}

design::Page page_of(
    Visit& visit, Programme const& programme, std::vector<Clash> const& clashes, Answers const& answers
) {
    auto choices = choices_for(visit, programme);
    auto& people = choices.deliverers;
    bool const works_here = store::delivers_here(visit.db, visit.school, programme.deliverer, visit.today);
    // Whose training is not in force keeps the programme that they have; it may move to another room all the
    // same.
    bool const listed =
        std::ranges::any_of(people, [&](auto const& one) { return one.first == programme.deliverer; });
    if (works_here && !listed) people.emplace_back(programme.deliverer, programme.deliverer_name);
    for (auto const& clash : clashes) choices.clashes.push_back(in_words(clash));
    return pages::change_delivery(visit.frame.guard, programme, !works_here, choices, answers);
}

http::Response get_delivery(Visit& visit, http::Request const& request) {
    auto const programme = programme_of(visit, request);
    if (!programme) return http::not_found();
    auto const fields = forms::typed(*programme, visit.today);
    return visit.page(page_of(visit, *programme, {}, {fields, FormErrors{}}));
}

http::Response post_delivery(Visit& visit, http::Request const& request) {
    auto const programme = programme_of(visit, request);
    if (!programme) return http::not_found();
    auto const again = [&](FormErrors const& errors, std::vector<Clash> const& clashes) {
        return visit.form_again(page_of(visit, *programme, clashes, {request.form, errors}));
    };
    auto const input = forms::new_delivery(request.form, visit.today);
    if (!input) return again(input.error(), {});
    auto const rooms = schools::store::rooms(visit.db, visit.school);
    if (input->room != programme->room &&
        std::ranges::find(rooms, input->room, &schools::Room::id) == rooms.end())
        return again({{"room", "Choose a room"}}, {});
    auto const clashes = clashes_of(visit, *programme, *input);
    if (!clashes.empty() && !request.form.has("all_the_same")) return again({}, clashes);
    if (auto const changed = change_delivery(visit, programme->id, *input); !changed)
        return again({{field_of(changed.error()), in_words(changed.error())}}, clashes);
    return visits::saved(path_of(programme->id), Saved::delivery_changed);
}

}  // namespace

Routes change_routes() {
    return {
        {"GET", "/programmes/{programme}/delivery", Permission::coordinate, get_delivery},
        {"POST", "/programmes/{programme}/delivery", Permission::coordinate, post_delivery},
    };
}

}  // namespace programmes
