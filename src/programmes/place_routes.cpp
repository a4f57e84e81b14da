#include "programmes/place_routes.hpp"

#include <algorithm>

#include "need_to_know/actions.hpp"
#include "programmes/actions.hpp"
#include "programmes/forms.hpp"
#include "programmes/pages.hpp"
#include "programmes/rules.hpp"
#include "programmes/store.hpp"
#include "visits/saving.hpp"

namespace programmes {
namespace {

// A place of a child of whom the visitor may see the progress.
struct SeenPlace {
    Place place;
    need_to_know::Seen child;
};
std::optional<SeenPlace> place_of(Visit& visit, http::Request const& request) {
    auto const id = request.id<PlaceId>("place");
    auto place = id ? store::place(visit.db, visit.school, *id, visit.today) : std::nullopt;
    if (!place) return std::nullopt;
    auto child = need_to_know::see_case(visit, place->the_case);
    if (!child || !child->access.sees(need_to_know::Zone::progress)) return std::nullopt;
    return SeenPlace{std::move(*place), std::move(*child)};
}

// The same where the visitor is the SENCo or supports the child.
std::optional<SeenPlace> worked_place_of(Visit& visit, http::Request const& request) {
    auto found = place_of(visit, request);
    if (!found || !found->place.is_open()) return std::nullopt;
    auto const why = found->child.access.relationship();
    bool const works = why == need_to_know::Relationship::deliverer || visit.who.may(Permission::coordinate);
    return works ? std::move(found) : std::nullopt;
}

std::optional<SeenPlace> taught_place_of(Visit& visit, http::Request const& request) {
    auto found = place_of(visit, request);
    auto const& pupil = found ? found->place.pupil : pupils::Pupil{};
    if (!found || !pupil.class_id || !visit.who.teaches(*pupil.class_id)) return std::nullopt;
    return found;
}

// Targets that stand in words and have no measure from before.
std::vector<Target> unmeasured(Visit& visit, PlaceId const& place) {
    auto targets = store::targets(visit.db, visit.school, place);
    std::erase_if(targets, [](auto const& target) { return target.before || target.words.empty(); });
    return targets;
}

design::Page targets_page(
    Visit& visit,
    SeenPlace const& at,
    std::vector<Target> const& standing,
    std::vector<TargetId> const& reworded_by_two,
    Answers const& answers
) {
    return pages::targets(
        visit.frame.guard,
        at.child,
        at.place,
        standing,
        store::areas(visit.db, visit.school),
        reworded_by_two,
        answers
    );
}

http::Response targets_again(
    Visit& visit, SeenPlace const& at, Fields const& form, FormErrors const& errors
) {
    auto const standing = store::targets(visit.db, visit.school, at.place.id);
    auto const typed = forms::typed_beside(form, standing);
    auto const by_two = forms::reworded_by_two(form, standing);
    return visit.form_again(targets_page(visit, at, standing, by_two, {typed, errors}));
}

http::Response get_targets(Visit& visit, http::Request const& request) {
    auto const at = worked_place_of(visit, request);
    if (!at) return http::not_found();
    auto const standing = store::targets(visit.db, visit.school, at->place.id);
    auto const typed = forms::typed(standing);
    return visit.page(targets_page(visit, *at, standing, {}, {typed, {}}));
}

http::Response post_targets(Visit& visit, http::Request const& request) {
    auto const at = worked_place_of(visit, request);
    if (!at) return http::not_found();
    auto const input = forms::targets(request.form, store::targets(visit.db, visit.school, at->place.id));
    if (!input) return targets_again(visit, *at, request.form, input.error());
    for (auto const& [target, words] : input->words)
        if (auto const worded = word_target(visit, at->place, target, words); !worded)
            return targets_again(visit, *at, request.form, {{words_field(target), in_words(worded.error())}});
    if (input->new_area) {
        auto const areas = store::areas(visit.db, visit.school);
        if (std::ranges::find(areas, *input->new_area, &Area::id) == areas.end())
            return targets_again(visit, *at, request.form, {{"area", "Choose one of the school's areas"}});
        add_target(visit, at->place, *input->new_area, input->new_words);
    }
    auto const stand = store::targets(visit.db, visit.school, at->place.id);
    bool const all_worded = std::ranges::none_of(stand, [](auto const& one) { return one.words.empty(); });
    return visits::saved(path_of(at->place.programme), all_worded ? Saved::targets : Saved::some_targets);
}

http::Response post_target_end(Visit& visit, http::Request const& request) {
    auto const at = worked_place_of(visit, request);
    auto const target = request.id<TargetId>("target");
    if (!at || !target || !store::is_target_of(visit.db, visit.school, at->place.id, *target))
        return http::not_found();
    if (auto const ended = end_target(visit, at->place, *target); !ended)
        return targets_again(visit, *at, request.form, {{"main", in_words(ended.error())}});
    return visits::saved(pages::targets_path(at->place.id), Saved::target_ended);
}

http::Response get_measure(Visit& visit, http::Request const& request) {
    auto const at = taught_place_of(visit, request);
    if (!at) return http::not_found();
    return visit.page(pages::measure(
        visit.frame.guard, at->child, at->place, unmeasured(visit, at->place.id), design::blank()
    ));
}

http::Response post_measure(Visit& visit, http::Request const& request) {
    auto const at = taught_place_of(visit, request);
    if (!at) return http::not_found();
    auto const targets = unmeasured(visit, at->place.id);
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(
            pages::measure(visit.frame.guard, at->child, at->place, targets, {request.form, errors})
        );
    };
    auto const input = forms::measures(request.form, targets);
    if (!input) return again(input.error());
    if (auto const measured = measure_before(visit, at->place, *input); !measured)
        return again({{"main", in_words(measured.error())}});
    return visits::saved("/", Saved::measures_before);
}

http::Response get_end(Visit& visit, http::Request const& request) {
    auto const at = worked_place_of(visit, request);
    if (!at) return http::not_found();
    return visit.page(pages::ending(visit.frame.guard, at->child, at->place, design::blank()));
}

http::Response post_end(Visit& visit, http::Request const& request) {
    auto const at = worked_place_of(visit, request);
    if (!at) return http::not_found();
    auto const input = forms::ending(request.form);
    if (!input)
        return visit.form_again(
            pages::ending(visit.frame.guard, at->child, at->place, {request.form, input.error()})
        );
    end_place(visit, at->place.id, input->reason, input->why);
    return visits::saved(path_of(at->place.programme), Saved::place_ended);
}

}  // namespace

Routes place_routes() {
    return {
        {"GET", "/places/{place}/targets", Permission::work_on_cases, get_targets},
        {"POST", "/places/{place}/targets", Permission::work_on_cases, post_targets},
        {"POST", "/places/{place}/targets/{target}/end", Permission::work_on_cases, post_target_end},
        {"GET", "/places/{place}/measure", Permission::teach_class, get_measure},
        {"POST", "/places/{place}/measure", Permission::teach_class, post_measure},
        {"GET", "/places/{place}/end", Permission::work_on_cases, get_end},
        {"POST", "/places/{place}/end", Permission::work_on_cases, post_end},
    };
}

}  // namespace programmes
