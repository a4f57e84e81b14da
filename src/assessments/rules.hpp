#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "assessments/assessments.hpp"

namespace assessments {

enum class Refusal {
    case_closed,
    informant_does_not_rate,
    not_on_this_occasion,
    norms_of_another_age,
    norms_of_another_view,
    norms_of_the_whole_form,
    not_complete,
    out_of_range,
    own_rating,
    agreed_already,
    other_agreed,
    taken_back_already,
    first_is_gone,
    instrument_is_old
};
std::string in_words(Refusal refusal);

// What bears on a rating beside what is entered.
struct Rated {
    std::optional<int> age;                    // of the child, in years, on the day
    std::optional<Assessment> first = {};      // that a second adult rates beside
    bool is_newest_version = true;             // of the instrument
    std::vector<NormSetId> norms_before = {};  // of the child's ratings so far
};
// What speaks against taking the rating; nothing where it may be kept.
std::optional<Refusal> objection_to(
    Rating const& rating, LoadedInstrument const& loaded, Rated const& rated, StaffId const& rater
);

// The scores that a rating comes to: of strands by their items where items are rated, with every sum whose
// parts are all there, and what the scheme calls each.
std::vector<Score> scores_of(Rating const& rating, Instrument const& instrument);

// What the scheme calls the score of this informant; nothing where it says nothing of it.
std::optional<std::string> band_of(
    Instrument const& instrument,
    std::string_view scheme,
    Informant informant,
    std::string_view scale,
    int score
);

// Against which norms an assessment is held: those of the last one, though the child has grown out of their
// ages, so that before and after are seen alike; and else the newest for this age and view. Nothing where
// there are none.
std::optional<NormSetId> norms_for(
    std::vector<LoadedNorms> const& norms,
    std::optional<int> age,
    Informant view,
    std::optional<NormSetId> const& before
);

// The same as a rating in this view begins with: where the last whole one in it was held against none, so is
// the next, since the two are subtracted only then.
std::optional<NormSetId> norms_to_begin_with(
    std::span<Assessment const> all,
    LoadedInstrument const& loaded,
    std::vector<LoadedNorms> const& offered,
    std::optional<int> age,
    Informant view
);

// Those that ratings by this instrument which stand are held against: they may be kept while support goes on.
std::vector<NormSetId> norms_before(std::span<Assessment const> all, InstrumentId const& instrument);

// Of each assessment among all of its case.
Standing standing_of(Assessment const& assessment, std::span<Assessment const> all);

// Whether it is told of the child as it is: a rating that nobody rated beside, or that two adults agreed to;
// of two side by side neither, until one is agreed to. Whatever says something of a child by ratings asks
// this.
bool tells_of_the_child(Standing standing);
bool tells_of_the_child(Assessment const& assessment, std::span<Assessment const> all);

std::optional<Refusal> objection_to_agreeing(
    Assessment const& assessment, std::span<Assessment const> all, StaffId const& who
);
std::optional<Refusal> objection_to_taking_back(Assessment const& assessment);

// Why their scores are not subtracted (T2); nothing where they may be.
std::optional<Incomparable> objection_to_comparing(
    Assessment const& before, Assessment const& after, Instrument const& instrument
);

// Of the scales that both have; a goal that has become another is left out.
std::vector<Change> changes_between(Assessment const& before, Assessment const& after);

// Outside the usual range on the side that needs support, the furthest first, as shares of what each strand
// can score.
struct InNeed {
    std::string scale;
    double share = 0;
};
std::vector<InNeed> most_in_need(
    Assessment const& assessment, Instrument const& instrument, NormSet const& norms
);

// The three furthest of them with all that lie as far as the third, so that none is left out by its place in
// the alphabet; where they would be more than six, those as far as one another stand apart.
MostInNeed first_in_need(std::vector<InNeed> const& furthest_first);

// The last assessment by this instrument and informant that stands; nothing where there is none.
Assessment const* last_of(
    std::span<Assessment const> all, InstrumentId const& instrument, std::optional<Informant> informant = {}
);

// What stands beside the fields of the next rating: the rater's own last one; where they have none, the last
// in this view, and of an instrument whose goals the child names the last of all. Nothing where there is
// none.
Assessment const* last_time_for(
    std::span<Assessment const> all, LoadedInstrument const& loaded, StaffId const& rater, Informant view
);

}  // namespace assessments
