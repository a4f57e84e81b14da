#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "assessments/instrument.hpp"
#include "base/calendar.hpp"
#include "cases/cases.hpp"

// Ratings of a child by an instrument, and what they can be compared with (T2, T3).
namespace assessments {

using InstrumentId = Id<struct InstrumentTag>;
using NormSetId = Id<struct NormSetTag>;
using AssessmentId = Id<struct AssessmentTag>;

// Of whom norms are that a school made out of its own ratings: each child's first one on entry in this view,
// before any support.
struct OwnChildren {
    Informant informant{};
    int children = 0;
    Date first_on;
    Date last_on;
};

// Norms as a school holds them.
struct LoadedNorms {
    NormSetId id;
    NormSet norms;
    std::string made_by_name;
    Instant made_at;
    std::optional<OwnChildren> own = {};  // none: they are those of the instrument's owner, or typed
};

// An instrument as a school loaded it, with every norm set that it has; the newest first.
struct LoadedInstrument {
    InstrumentId id;
    int version = 1;
    Instrument instrument;
    std::string document;
    std::string loaded_by_name;
    Instant loaded_at;
    std::vector<LoadedNorms> norms;
};

// An instrument with a weekly form, as far as choosing one asks.
struct WeeklyInstrument {
    InstrumentId id;
    Range ages;  // in years
    std::vector<Informant> informants;
    bool names_items = false;  // the form says which few are rated
};

struct Score {
    std::string scale;
    int score = 0;
    std::string scheme = {};  // by which `band` is what the score is called
    std::string band = {};
    std::string words = {};  // the child's own, of a goal
    auto columns() { return std::tie(scale, score, scheme, band, words); }
};

struct ItemRating {
    int number = 0;
    int rating = 0;
    auto columns() { return std::tie(number, rating); }
};

struct Assessment {
    AssessmentId id;
    CaseId the_case;
    InstrumentId instrument;
    std::optional<NormSetId> norms;
    Informant informant{};
    Occasion occasion{};
    StaffId rater;
    std::string rater_name;
    Date rated_on;
    std::optional<AssessmentId> beside;  // the first rating, where a second adult rated too
    std::string agreed_by_name;
    std::optional<Instant> agreed_at;
    std::optional<Instant> taken_back_at;
    std::string taken_back_why;
    std::vector<Score> scores = {};
    std::vector<ItemRating> ratings = {};
    auto columns() {
        return std::tie(
            id,
            the_case,
            instrument,
            norms,
            informant,
            occasion,
            rater,
            rater_name,
            rated_on,
            beside,
            agreed_by_name,
            agreed_at,
            taken_back_at,
            taken_back_why
        );
    }
};

// What a person enters: context first, which the next time is filled in from the last.
struct Rating {
    Informant informant{};
    Occasion occasion{};
    Date rated_on;
    std::string scheme = {};  // empty: no bands
    std::optional<NormSetId> norms = {};
    std::optional<AssessmentId> beside = {};
    std::vector<Score> scores = {};        // of what is entered by strand or scale
    std::vector<ItemRating> ratings = {};  // of what is entered by items
};

// How far two adults are with a rating.
enum class Standing { awaits_agreement, side_by_side, agreed, set_aside, taken_back };
constexpr auto words(Standing) {
    return std::array{"awaits_agreement", "side_by_side", "agreed", "set_aside", "taken_back"};
}
std::string_view in_words(Standing standing);

// Why the scores of two assessments are not subtracted.
enum class Incomparable { another_instrument, other_norms, another_informant, another_form, taken_back };
std::string_view in_words(Incomparable why);

// One scale before and after; compared alone where that is allowed.
struct Change {
    std::string scale;
    int before = 0;
    int after = 0;
    int difference() const { return after - before; }
};

// Which strands of an assessment most need support, by their codes.
struct MostInNeed {
    std::vector<std::string> first;  // the furthest from what is usual first
    std::vector<std::string> tied;   // the next, all as far as one another, where they are many
    int less_far = 0;                // how many more lie outside what is usual
};

// True of an adult at school, who enters what they rate. Of a parent or child only who typed the answers is
// kept.
bool rates_in_person(Informant informant);

// True of a rating of all that the instrument rates; false of a short form.
bool is_whole(Assessment const& assessment, Instrument const& instrument);

// "Rated by Priya Nair"; of a parent's or a child's answers "Entered by Priya Nair".
std::string by_whom(Assessment const& assessment);

// "the class teacher", within a sentence
std::string seen_by(Informant informant);

// "2017, ages 4 to 11"; of a school's own "This school, autumn 2026, 63 children".
std::string name_of(LoadedNorms const& norms);
// "the norms “2017”, ages 4 to 11"; of a school's own "this school's own children (autumn 2026, 63 of them)".
std::string held_against(LoadedNorms const& norms);
// Who the children are of whom a school's own norms are, and what they are not.
std::string who_they_are(OwnChildren const& own);
// The norms of this id; nothing where the instrument has none of it.
LoadedNorms const* norms_of(LoadedInstrument const& loaded, std::optional<NormSetId> const& id);

// The score of this scale; nothing where the assessment has none.
Score const* score_of(Assessment const& assessment, std::string_view scale);

// "/cases/…/assessments/…", "/cases/…/assessing/…"; "/school/instruments/…",
// "/school/instrument-frames/boxall"
std::string assessments_path(CaseId const& the_case);
std::string path_of(CaseId const& the_case, AssessmentId const& assessment);
std::string rating_path(CaseId const& the_case, InstrumentId const& instrument);
std::string instruments_path();
std::string frame_path(std::string_view code);
std::string path_of(InstrumentId const& instrument);
std::string areas_path(InstrumentId const& instrument);

}  // namespace assessments
