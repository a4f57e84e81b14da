#include "assessments/own_norm_pages.hpp"

#include <algorithm>

#include "design/lists.hpp"
#include "design/notices.hpp"

namespace assessments::pages {
namespace {

std::string how_many(OwnSoFar const& one) {
    auto const children = std::to_string(one.children);
    return one.children < fewest_for_quarters ? children + " of " + std::to_string(fewest_for_quarters)
                                              : children;
}

std::string how_it_stands(OwnSoFar const& one) {
    if (one.children < fewest_for_quarters)
        return std::to_string(fewest_for_quarters - one.children) + " more needed";
    auto const made = one.made_at
                          ? "Made on " + calendar::day_month_year(calendar::local_date(*one.made_at)) + ", " +
                                std::to_string(one.since) + " rated since"
                          : std::string("There are enough");
    return one.why_none == NoOwnNorms::too_few_since
               ? made + " of the " + std::to_string(fewest_since) + " for new ones"
               : made;
}

h::Node way_to_make(design::FormGuard const& guard, LoadedInstrument const& loaded, OwnSoFar const& one) {
    if (one.why_none) return {};
    return design::form(
        guard,
        own_norms_path(loaded.id),
        design::hidden("informant", word(one.informant)),
        design::secondary_button(
            (one.made_at ? "Make new bands: " : "Make the bands: ") + seen_by(one.informant)
        )
    );
}

// Whatever is rated, there are none of an instrument that has an owner's norms, or rates each child for
// something else.
bool are_never_made(OwnSoFar const& one) {
    if (!one.why_none) return false;
    switch (*one.why_none) {
        case NoOwnNorms::standardised:
        case NoOwnNorms::named_by_child:
        case NoOwnNorms::no_whole_entry: return true;
        case NoOwnNorms::too_few:
        case NoOwnNorms::too_few_since:
        case NoOwnNorms::all_alike: break;
    }
    return false;
}

}  // namespace

h::Node own_norms(
    design::FormGuard const& guard, LoadedInstrument const& loaded, std::vector<OwnSoFar> const& so_far
) {
    if (so_far.empty() || std::ranges::any_of(so_far, are_never_made)) return {};
    design::Table table{
        .caption = "Children rated on entry, before any support",
        .columns = {{"In whose view"}, {"Children", design::Align::number}, {"Bands"}},
        .rows = {}};
    for (auto const& one : so_far)
        table.rows.push_back({std::string(in_words(one.informant)), how_many(one), how_it_stands(one)});
    auto const way = [&](OwnSoFar const& one) -> h::Node { return way_to_make(guard, loaded, one); };
    return h::section(
        h::css("part"),
        h::h2("From this school’s own children"),
        h::p(
            "No norms exist for it anywhere. From ",
            std::to_string(fewest_for_quarters),
            " children on, Withy makes bands of their first ratings on entry in one view: the middle half, "
            "and from ",
            std::to_string(fewest_for_tenths),
            " on the lowest and highest tenth. Who counts is settled by the record, before any support, and "
            "never by the scores. Bands stay as they are; new ones are made beside them."
        ),
        design::table(table),
        h::each(so_far, way)
    );
}

h::Node among_own(Assessment const& assessment, LoadedInstrument const& loaded) {
    auto const* const norms = norms_of(loaded, assessment.norms);
    if (norms == nullptr || !norms->own) return {};
    design::Table table{
        .caption = "Among " + held_against(*norms),
        .columns = {{"Strand or scale"}, {"Where it lies"}},
        .rows = {}};
    for (auto const& scale : scales_of(loaded.instrument)) {
        auto const band = std::ranges::find(norms->norms.bands, scale.code, &NormBand::scale);
        auto const* const score = score_of(assessment, scale.code);
        if (band == norms->norms.bands.end() || score == nullptr) continue;
        table.rows.push_back({scale.label, std::string(in_words(among(score->score, *band)))});
    }
    return h::div(
        h::css("profile__figures"), design::table(table), design::small_print(who_they_are(*norms->own))
    );
}

}  // namespace assessments::pages
