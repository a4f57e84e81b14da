#pragma once

#include <optional>
#include <string>
#include <vector>

#include "insight/insight.hpp"
#include "statistics/funnel.hpp"
#include "statistics/sample.hpp"

// What nurture support comes to over the schools of a county and over years, out of the figures that schools
// gave: no child, no league table, no rank (D7, D8).
namespace county {

// Fewer schools are told of all together alone.
inline constexpr std::size_t fewest_schools = 5;

// What was measured: the children's own targets, or one scale of an instrument as one kind of adult rates it.
struct Measure {
    std::optional<insight::Scale> scale;
    auto operator<=>(Measure const&) const = default;
};

// Two schools may have one name.
struct School {
    std::string name;
    int number = 0;
    auto operator<=>(School const&) const = default;
};

// What a school gave of one year.
struct Given {
    School school;
    int school_year = 0;
    int supported = 0;
    std::optional<int> on_roll;
    std::optional<int> days_waited;
    std::optional<int> planned;
    std::optional<int> attended;
};

// How children of a school changed in one year by one measure.
struct Changed {
    School school;
    int school_year = 0;
    Measure measure;
    insight::GroupChange change;
    int supported = 0;                    // measured or not
    insight::ScaleInWords in_words = {};  // of a scale
};

struct GivenByAll {
    std::vector<Given> years;
    std::vector<Changed> changes;
};

// All schools in one year.
struct OfYear {
    int school_year = 0;
    int schools = 0;
    int supported = 0;
    int measured = 0;
    std::optional<int> days_waited;  // median of the schools' medians
    int planned = 0;
    int attended = 0;
    int schools_measured = 0;
    std::optional<statistics::Estimate> change;  // by the children's own targets, the mean of these schools
};

// Where a school's mean lies, for schools of its size.
enum class Standing { by_chance, beyond_95, beyond_99_8 };
constexpr auto words(Standing) { return std::array{"by_chance", "beyond_95", "beyond_99_8"}; }

// A school over all years.
struct OfSchool {
    School school;
    int years = 0;
    int measured = 0;
    int not_counted = 0;
    int days_between = 0;  // median of the years' medians
    double mean = 0;
    double standard_error = 0;
    double degrees = 0;           // of the standard error, for Student's t
    double effect = 0;            // Hedges' g of the mean change
    statistics::Estimate likely;  // drawn to the mean of all, the more the fewer children there are
    Standing standing{};
};

// Around which means of schools lie, how far children of one school differ, and how far schools do anyway.
struct Around {
    double mean = 0;
    double deviation = 0;
    double between = 0;  // variance between schools beyond chance
};

// Between which means schools with so many children lie, at 95 % or at 99.8 %, by chance and by what schools
// differ anyway.
statistics::Interval by_chance(Around const& around, int measured, Standing beyond);

struct ByMeasure {
    Measure measure;
    insight::ScaleInWords in_words;  // of a scale
    int schools = 0;
    int measured = 0;
    statistics::Estimate over_all;  // the mean of schools, and its standard error
    double between = 0;             // standard deviation between schools beyond chance
    Around around;
    std::vector<OfSchool> of_schools;  // by name; none where there are fewer than five
};

struct County {
    std::vector<OfYear> years;  // the latest first
    std::vector<ByMeasure> measures;
};

}  // namespace county
