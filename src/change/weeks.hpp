#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "assessments/assessments.hpp"
#include "base/calendar.hpp"
#include "change/weekly.hpp"
#include "impact/impact.hpp"

// How weekly ratings went, and what may be concluded from them (G9).
namespace change {

// The days of the child's support: from the first session that was held; until the last place ended.
struct Support {
    std::optional<Date> began_on;
    std::optional<Date> ended_on;
    std::vector<Date> sessions_on = {};  // on which sessions were held, read where weeks are told
    auto columns() { return std::tie(began_on, ended_on); }
};

// Whether a session was held from Monday to Sunday of this day's week.
bool has_session(Support const& support, Date day);

struct Rated {
    Date on;
    double rating = 0;
};

// Ratings of one scale in one view, by the true days on which they were made.
struct Series {
    std::string label;  // empty: all scales of the form added up
    assessments::Direction better{};
    assessments::Range scores;
    std::vector<Rated> ratings;
};

// The weekly ratings by one instrument of one informant, which are pooled with nobody else's.
struct View {
    InstrumentId by;
    assessments::Informant informant{};
    int raters = 0;              // people who rated in this view
    std::vector<Series> series;  // added up first, where that can be done
    bool adds_up = false;
};

// What the weeks allow to be said.
enum class Verdict {
    waiting,        // no session yet: these are the ratings before
    no_baseline,    // none from before the programme
    none_during,    // none since it began
    described,      // how many pairs are better, and no more
    beyond_chance,  // with the p of the exact test
    may_be_chance
};
constexpr auto words(Verdict) {
    return std::array{"waiting", "no_baseline", "none_during", "described", "beyond_chance", "may_be_chance"};
}

// Why no more than a description can be had.
enum class Untested { few_ratings, several_raters, unknown_who_answered, one_of_several };
constexpr auto words(Untested) {
    return std::array{"few_ratings", "several_raters", "unknown_who_answered", "one_of_several"};
}

struct Weeks {
    Verdict verdict{};
    std::size_t before = 0;  // ratings
    std::size_t during = 0;
    std::size_t with_session = 0;  // of these, by their weeks
    double nap = 0;         // the share of pairs in which the later rating is better, ties counted half
    bool has_ties = false;  // a later rating equals one before
    double p = 1;           // of a share as high by chance alone; of a fall, of one as far from half
    std::optional<Untested> untested = {};
    bool is_a_fall() const { return nap < 0.5; }
};

// What one informant rated by an instrument of this name, with what may be concluded of each series.
struct ToldView {
    std::string instrument;
    View view;
    std::vector<Weeks> told;
};

// All that is held of a case's weeks.
struct WeeksOfCase {
    Support support;
    std::vector<ToldView> views = {};
    std::vector<programmes::Target> targets = {};  // of the latest place
    std::vector<impact::Week> sessions = {};       // of it, that were written up
};

// "/cases/…/weeks"
std::string weeks_path(CaseId const& the_case);

}  // namespace change
