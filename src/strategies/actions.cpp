#include "strategies/actions.hpp"

#include <algorithm>

#include "records/actions.hpp"
#include "records/values.hpp"
#include "strategies/library.hpp"
#include "strategies/store.hpp"

namespace strategies {
namespace {

using records::Action;
using records::text_of;

bool is_an_area(Visit& visit, AreaId const& area) {
    auto const areas = store::areas(visit.db, visit.school);
    return std::ranges::find(areas, area, &TargetArea::id) != areas.end();
}

AreaId new_area(Visit& visit, std::string const& name) {
    TargetArea const area{.id = visit.new_id<AreaId>(), .name = name};
    store::add_area(visit.db, visit.school, area);
    records::write(
        visit,
        {.action = Action::made,
         .subject = "target_area",
         .subject_id = text_of(area.id),
         .fields = {{"name", "", name}}}
    );
    return area.id;
}

StrategyId put_on_shelf(Visit& visit, StrategyInput const& input, bool schools_own) {
    Strategy const strategy{
        .id = visit.new_id<StrategyId>(),
        .area = input.area,
        .title = input.title,
        .words = input.words,
        .schools_own = schools_own};
    store::add(visit.db, visit.school, strategy);
    records::write(
        visit,
        {.action = Action::made,
         .subject = "strategy",
         .subject_id = text_of(strategy.id),
         .fields = {{"title", "", input.title}, {"words", "", input.words}}}
    );
    return strategy.id;
}

}  // namespace

void seed(Visit& visit) {
    auto const shelves = store::shelves(visit.db, visit.school);
    if (std::ranges::any_of(shelves, [](auto const& shelf) { return !shelf.strategies.empty(); })) return;
    for (auto const& suggestion : library()) {
        std::string const name(suggestion.area);
        auto const area = store::area_named(visit.db, visit.school, name);
        put_on_shelf(
            visit,
            {.area = area ? area->id : new_area(visit, name),
             .title = std::string(suggestion.title),
             .words = std::string(suggestion.words)},
            false
        );
    }
}

Expected<StrategyId, Refusal> add(Visit& visit, StrategyInput const& input) {
    if (!is_an_area(visit, input.area)) return refuse(Refusal::unknown_area);
    return put_on_shelf(visit, input, true);
}

Expected<void, Refusal> change(
    Visit& visit, StrategyId const& strategy, StrategyInput const& input, int version
) {
    auto const before = store::find(visit.db, visit.school, strategy);
    if (!before) return refuse(Refusal::gone);
    if (!is_an_area(visit, input.area)) return refuse(Refusal::unknown_area);
    if (!store::change(visit.db, visit.school, strategy, input, version))
        return refuse(Refusal::changed_meanwhile);
    records::write(
        visit,
        {.action = Action::changed,
         .subject = "strategy",
         .subject_id = text_of(strategy),
         .fields =
             {{"area_id", text_of(before->area), text_of(input.area)},
              {"title", before->title, input.title},
              {"words", before->words, input.words}}}
    );
    return {};
}

Expected<AreaId, Refusal> add_area(Visit& visit, std::string const& name) {
    if (store::area_named(visit.db, visit.school, name)) return refuse(Refusal::area_exists);
    return new_area(visit, name);
}

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::unknown_area: return "Choose what the strategy helps with";
        case Refusal::area_exists: return "There is a target area of this name already";
        case Refusal::gone: return "This strategy is no longer there";
        case Refusal::changed_meanwhile:
            return "Someone changed this strategy while you wrote. Both texts stand below; keep what is best";
    }
    return {};
}

}  // namespace strategies
