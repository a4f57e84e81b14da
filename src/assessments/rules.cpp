#include "assessments/rules.hpp"

#include <algorithm>
#include <set>

#include "assessments/instrument_rules.hpp"

namespace assessments {
namespace {

bool is_of_age(NormSet const& norms, std::optional<int> age) { return age && norms.ages.holds(*age); }

// Norms of the school's own are of one view.
bool is_of_view(LoadedNorms const& norms, Informant view) {
    return !norms.own || norms.own->informant == view;
}

LoadedNorms const* norms_named(std::vector<LoadedNorms> const& norms, std::optional<NormSetId> const& id) {
    auto const found = std::ranges::find_if(norms, [&](LoadedNorms const& one) { return one.id == id; });
    return found == norms.end() ? nullptr : &*found;
}

bool is_for(Scheme const& scheme, Informant informant) {
    return scheme.informants.empty() || std::ranges::count(scheme.informants, informant) > 0;
}

bool asks_items(Instrument const& instrument) { return !instrument.items.empty(); }

std::vector<int> numbers_asked(Instrument const& instrument, Form const& form) {
    if (!form.items.empty()) return form.items;
    std::vector<int> numbers;
    for (auto const& item : instrument.items) numbers.push_back(item.number);
    return numbers;
}

std::optional<Refusal> objection_to_items(
    Rating const& rating, Instrument const& instrument, Form const& form
) {
    auto const asked = numbers_asked(instrument, form);
    std::set<int> rated;
    for (auto const& one : rating.ratings) {
        if (!instrument.rating->holds(one.rating)) return Refusal::out_of_range;
        rated.insert(one.number);
    }
    bool const complete =
        rated == std::set<int>(asked.begin(), asked.end()) && rated.size() == rating.ratings.size();
    return complete ? std::nullopt : std::optional(Refusal::not_complete);
}

std::optional<Refusal> objection_to_scores(Rating const& rating, Instrument const& instrument) {
    for (auto const& one : rating.scores) {
        auto const* const scale = scale_of(instrument, one.scale);
        auto const range = range_of(instrument, one.scale, rating.occasion);
        if (scale == nullptr || !scale->sum_of.empty() || !range || !range->holds(one.score))
            return Refusal::out_of_range;
    }
    for (auto const& scale : scales_of(instrument))
        if (scale.sum_of.empty() && !scale.optional &&
            std::ranges::count(rating.scores, scale.code, &Score::scale) != 1)
            return Refusal::not_complete;
    return std::nullopt;
}

bool is_one_of_two(Assessment const& one, Assessment const& other) {
    if (one.id == other.id) return false;
    return other.beside == one.id || one.beside == other.id || (one.beside && one.beside == other.beside);
}

bool stands(Assessment const& assessment) { return !assessment.taken_back_at; }

template <class Holds>
bool any_beside(Assessment const& assessment, std::span<Assessment const> all, Holds const& holds) {
    return std::ranges::any_of(all, [&](Assessment const& other) {
        return is_one_of_two(assessment, other) && stands(other) && holds(other);
    });
}

bool is_agreed(Assessment const& assessment) { return assessment.agreed_at.has_value(); }

}  // namespace

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::case_closed:
            return "This case is closed, so its ratings stay as they are; a later need opens a case of its "
                   "own";
        case Refusal::informant_does_not_rate: return "Choose somebody whom this instrument is for";
        case Refusal::not_on_this_occasion: return "Choose when it is used: this instrument is not used then";
        case Refusal::norms_of_another_age:
            return "Choose norms for the child's age on that day, those of an earlier rating, or none";
        case Refusal::norms_of_another_view:
            return "Choose other norms, or none: these are made of the ratings of somebody else's view";
        case Refusal::norms_of_the_whole_form: return "Choose no norms: they are for the whole form";
        case Refusal::not_complete: return "Enter every score: some are missing";
        case Refusal::out_of_range: return "Correct the scores: one lies outside its range";
        case Refusal::own_rating: return "A second adult does this: you made this rating yourself";
        case Refusal::agreed_already: return "Two adults have agreed on it already";
        case Refusal::other_agreed: return "Two adults have agreed on the other rating already";
        case Refusal::taken_back_already: return "It was taken back";
        case Refusal::first_is_gone:
            return "The rating beside which you rate is no longer open for a second one";
        case Refusal::instrument_is_old:
            return "There is a newer version of this instrument. Rate by that one; copy what you entered "
                   "first";
    }
    return {};
}

std::optional<Refusal> objection_to(
    Rating const& rating, LoadedInstrument const& loaded, Rated const& rated, StaffId const& rater
) {
    auto const& instrument = loaded.instrument;
    if (!rated.is_newest_version && !rating.beside) return Refusal::instrument_is_old;
    if (std::ranges::count(instrument.informants, rating.informant) == 0)
        return Refusal::informant_does_not_rate;
    auto const* const form = form_for(instrument, rating.occasion);
    if (form == nullptr) return Refusal::not_on_this_occasion;
    if (rating.norms) {
        auto const* const norms = norms_named(loaded.norms, rating.norms);
        if (!form->items.empty()) return Refusal::norms_of_the_whole_form;
        bool const kept = std::ranges::count(rated.norms_before, *rating.norms) > 0;
        if (norms == nullptr || !(kept || is_of_age(norms->norms, rated.age)))
            return Refusal::norms_of_another_age;
        if (!is_of_view(*norms, rating.informant)) return Refusal::norms_of_another_view;
    }
    if (rating.beside) {
        auto const& first = rated.first;
        if (!first || !stands(*first) || is_agreed(*first) || first->beside ||
            first->instrument != loaded.id || first->occasion != rating.occasion)
            return Refusal::first_is_gone;
        if (first->rater == rater) return Refusal::own_rating;
    }
    return asks_items(instrument) ? objection_to_items(rating, instrument, *form)
                                  : objection_to_scores(rating, instrument);
}

std::vector<Score> scores_of(Rating const& rating, Instrument const& instrument) {
    std::vector<Score> scores = asks_items(instrument) ? std::vector<Score>{} : rating.scores;
    for (auto const& scale : scales_of(instrument)) {
        if (!asks_items(instrument) || !scale.sum_of.empty()) continue;
        Score sum{.scale = scale.code};
        bool any = false;
        for (auto const& item : instrument.items)
            for (auto const& one : rating.ratings)
                if (item.scale == scale.code && item.number == one.number) {
                    sum.score += one.rating;
                    any = true;
                }
        if (any) scores.push_back(sum);
    }
    auto const entered = scores;
    for (auto const& scale : scales_of(instrument)) {
        if (scale.sum_of.empty()) continue;
        Score sum{.scale = scale.code};
        bool const all = std::ranges::all_of(scale.sum_of, [&](std::string const& part) {
            auto const found = std::ranges::find(entered, part, &Score::scale);
            if (found == entered.end()) return false;
            sum.score += found->score;
            return true;
        });
        if (all) scores.push_back(sum);
    }
    // What a scheme calls scores is said of the whole form.
    auto const* const form = form_for(instrument, rating.occasion);
    if (form == nullptr || !form->items.empty()) return scores;
    for (auto& one : scores)
        if (auto const band = band_of(instrument, rating.scheme, rating.informant, one.scale, one.score)) {
            one.scheme = rating.scheme;
            one.band = *band;
        }
    return scores;
}

std::optional<std::string> band_of(
    Instrument const& instrument,
    std::string_view code,
    Informant informant,
    std::string_view scale,
    int score
) {
    for (auto const& scheme : instrument.schemes) {
        if (scheme.code != code || !is_for(scheme, informant)) continue;
        auto const bands = std::ranges::find(scheme.bands, scale, &ScaleBands::scale);
        if (bands == scheme.bands.end()) continue;
        for (auto const& step : bands->steps)
            if (step.scores.holds(score)) return step.name;
    }
    return std::nullopt;
}

std::optional<NormSetId> norms_for(
    std::vector<LoadedNorms> const& norms,
    std::optional<int> age,
    Informant view,
    std::optional<NormSetId> const& before
) {
    if (auto const* const last = norms_named(norms, before)) return last->id;
    auto const fitting = std::ranges::find_if(norms, [&](LoadedNorms const& one) {
        return is_of_age(one.norms, age) && is_of_view(one, view);
    });
    return fitting == norms.end() ? std::nullopt : std::optional(fitting->id);
}

std::optional<NormSetId> norms_to_begin_with(
    std::span<Assessment const> all,
    LoadedInstrument const& loaded,
    std::vector<LoadedNorms> const& offered,
    std::optional<int> age,
    Informant view
) {
    Assessment const* last = nullptr;
    for (auto const& one : all)
        if (one.instrument == loaded.id && one.informant == view && stands(one) &&
            is_whole(one, loaded.instrument))
            last = &one;
    if (last != nullptr && !last->norms) return std::nullopt;
    return norms_for(offered, age, view, last == nullptr ? std::nullopt : last->norms);
}

std::vector<NormSetId> norms_before(std::span<Assessment const> all, InstrumentId const& instrument) {
    std::vector<NormSetId> norms;
    for (auto const& one : all)
        if (one.instrument == instrument && stands(one) && one.norms) norms.push_back(*one.norms);
    return norms;
}

Standing standing_of(Assessment const& assessment, std::span<Assessment const> all) {
    if (!stands(assessment)) return Standing::taken_back;
    if (is_agreed(assessment)) return Standing::agreed;
    if (any_beside(assessment, all, is_agreed)) return Standing::set_aside;
    return any_beside(assessment, all, stands) ? Standing::side_by_side : Standing::awaits_agreement;
}

bool tells_of_the_child(Assessment const& assessment, std::span<Assessment const> all) {
    return tells_of_the_child(standing_of(assessment, all));
}

bool tells_of_the_child(Standing standing) {
    switch (standing) {
        case Standing::awaits_agreement:
        case Standing::agreed: return true;
        case Standing::side_by_side:
        case Standing::set_aside:
        case Standing::taken_back: return false;
    }
    return false;
}

std::optional<Refusal> objection_to_agreeing(
    Assessment const& assessment, std::span<Assessment const> all, StaffId const& who
) {
    switch (standing_of(assessment, all)) {
        case Standing::taken_back: return Refusal::taken_back_already;
        case Standing::agreed: return Refusal::agreed_already;
        case Standing::set_aside: return Refusal::other_agreed;
        case Standing::awaits_agreement:
        case Standing::side_by_side: break;
    }
    return assessment.rater == who ? std::optional(Refusal::own_rating) : std::nullopt;
}

std::optional<Refusal> objection_to_taking_back(Assessment const& assessment) {
    return stands(assessment) ? std::nullopt : std::optional(Refusal::taken_back_already);
}

std::optional<Incomparable> objection_to_comparing(
    Assessment const& before, Assessment const& after, Instrument const& instrument
) {
    if (before.instrument != after.instrument) return Incomparable::another_instrument;
    if (!stands(before) || !stands(after)) return Incomparable::taken_back;
    if (before.informant != after.informant) return Incomparable::another_informant;
    auto const* const first = form_for(instrument, before.occasion);
    auto const* const second = form_for(instrument, after.occasion);
    bool const alike = first != nullptr && second != nullptr && first->items == second->items;
    if (!alike) return Incomparable::another_form;
    return before.norms == after.norms ? std::nullopt : std::optional(Incomparable::other_norms);
}

std::vector<Change> changes_between(Assessment const& before, Assessment const& after) {
    std::vector<Change> changes;
    for (auto const& one : before.scores)
        if (auto const* const later = score_of(after, one.scale);
            later != nullptr && later->words == one.words)
            changes.push_back({one.scale, one.score, later->score});
    return changes;
}

std::vector<InNeed> most_in_need(
    Assessment const& assessment, Instrument const& instrument, NormSet const& norms
) {
    std::vector<InNeed> found;
    for (auto const& one : assessment.scores) {
        auto const band = std::ranges::find(norms.bands, one.scale, &NormBand::scale);
        auto const* const section = section_of(instrument, one.scale);
        auto const range = range_of(instrument, one.scale, assessment.occasion);
        if (band == norms.bands.end() || section == nullptr || !range) continue;
        bool const high_is_good = section->direction == Direction::high_is_good;
        auto const short_of = high_is_good ? band->usual.least - one.score : one.score - band->usual.most;
        if (short_of > 0)
            found.push_back({one.scale, static_cast<double>(short_of) / (range->most - range->least)});
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &InNeed::share);
    return found;
}

MostInNeed first_in_need(std::vector<InNeed> const& furthest_first) {
    constexpr std::size_t to_begin_with = 3;  // as many as people commonly begin with
    constexpr std::size_t at_most = 6;
    MostInNeed made;
    auto const third = furthest_first.size() < to_begin_with ? 0 : furthest_first[to_begin_with - 1].share;
    auto const named =
        std::ranges::count_if(furthest_first, [&](InNeed const& one) { return one.share >= third; });
    bool const are_many = static_cast<std::size_t>(named) > at_most;
    for (auto const& one : furthest_first) {
        if (one.share < third)
            ++made.less_far;
        else if (are_many && one.share == third)
            made.tied.push_back(one.scale);
        else
            made.first.push_back(one.scale);
    }
    return made;
}

Assessment const* last_of(
    std::span<Assessment const> all, InstrumentId const& instrument, std::optional<Informant> informant
) {
    Assessment const* last = nullptr;
    for (auto const& one : all) {
        if (one.instrument != instrument || !stands(one)) continue;
        if (informant && one.informant != *informant) continue;
        if (last == nullptr || last->rated_on <= one.rated_on) last = &one;
    }
    return last;
}

Assessment const* last_time_for(
    std::span<Assessment const> all, LoadedInstrument const& loaded, StaffId const& rater, Informant view
) {
    Assessment const* own = nullptr;
    for (auto const& one : all)
        if (one.instrument == loaded.id && stands(one) && one.rater == rater) own = &one;
    if (own != nullptr) return own;
    if (auto const* const in_view = last_of(all, loaded.id, view)) return in_view;
    auto const scales = scales_of(loaded.instrument);
    bool const has_goals = std::ranges::any_of(scales, &Scale::named_by_child);
    return has_goals ? last_of(all, loaded.id) : nullptr;
}

}  // namespace assessments
