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

// One scale of one edition of an instrument, as one kind of adult rates it. Each school counts versions by
// itself, so that a version tells scales apart only where the edition is not known.
struct Scale {
    std::string instrument;
    std::string scale;
    std::string informant;
    insight::Span span{};
    std::string edition = {};
    int version = 0;  // 0 where the edition is known
    auto operator<=>(Scale const&) const = default;
};

// What was measured; without a scale, the children's own targets.
struct Measure {
    std::optional<Scale> scale = {};
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
    int school_year = 0;
    int supported = 0;
    std::optional<int> on_roll;
    std::optional<int> days_waited;
    std::optional<int> planned;
    std::optional<int> attended;
};

// How children of a school changed in one year by one measure.
struct Changed {
    int school_year = 0;
    Measure measure;
    insight::GroupChange change;
    int supported = 0;                    // measured or not
    insight::ScaleInWords in_words = {};  // of a scale
};

// Some of the children: those with one kind of support, or those who are one part of a dimension, in the
// words that schools tell them by.
struct Part {
    insight::Dimension dimension{};  // everyone: by the kind of support
    std::string name;                // "group+both", "F", "03+04"
    auto operator<=>(Part const&) const = default;
};

// What a school gave of one part in one year.
struct GivenPart {
    Part part;
    int school_year = 0;
    int supported = 0;
    std::optional<int> on_roll;
    std::optional<int> days_waited;
    std::optional<int> planned;
    std::optional<int> delivered;
    std::optional<int> attended;
    std::optional<insight::GroupChange> change = {};
};

struct GivenBySchool {
    School school;
    std::vector<Given> years = {};
    std::vector<Changed> changes = {};
    std::vector<GivenPart> parts = {};
};

// School by school, each once.
using GivenByAll = std::vector<GivenBySchool>;

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
    int not_counted = 0;                         // of these schools
    std::optional<int> days_between;             // median of their medians
    std::optional<statistics::Estimate> change;  // by the children's own targets, the mean of these schools
    std::optional<double> effect;                // Hedges' g of it; none of fewer than five schools
};

// Where a school's mean lies, for schools of its size.
enum class Standing { by_chance, beyond_95, beyond_99_8 };
constexpr auto words(Standing) { return std::array{"by_chance", "beyond_95", "beyond_99_8"}; }

// A school over all years.
struct OfSchool {
    School school;
    int years = 0;
    int years_of_several_versions = 0;  // of one edition; a child may be measured by each
    int measured = 0;                   // such a child as often
    int not_counted = 0;                // in such a year the fewest that it can be
    int days_between = 0;               // median of the years' medians
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
    int not_counted = 0;
    int days_between = 0;           // median of the schools' medians
    std::optional<double> effect;   // Hedges' g of the mean; none of fewer than five schools
    int editions = 1;               // of what it measures, this one counted; each stands by itself
    int edition = 1;                // the first to be given is 1
    bool may_count_twice = false;   // where a school has years of several versions
    statistics::Estimate over_all;  // the mean of schools, and its standard error
    double between = 0;             // standard deviation between schools beyond chance
    Around around;
    std::vector<OfSchool> of_schools;  // by name; none where there are fewer than five
};

// How children of one part changed by their own targets, over the schools that tell it.
struct ChangeOfPart {
    int schools = 0;
    int measured = 0;
    int not_counted = 0;        // of the same schools and years
    int days_between = 0;       // median of the schools' medians
    statistics::Estimate mean;  // of schools, and its standard error
    double effect = 0;          // Hedges' g of the mean change
};

// Children with support, of how many there were.
struct Reach {
    int supported = 0;
    int on_roll = 0;
};

// One part over all schools and years that told it. What fewer than five schools told is empty.
struct OfPart {
    std::string name;
    int schools = 0;
    int supported = 0;
    std::optional<Reach> reach;      // of schools that told how many there were
    std::optional<int> days_waited;  // median of the schools' medians
    int planned = 0;
    int delivered = 0;
    int attended = 0;
    std::optional<ChangeOfPart> change;
};

// Schools join neighbouring year groups and small parts each in its own way, so that parts may overlap.
struct ByDimension {
    insight::Dimension dimension{};  // everyone: by the kind of support
    int schools = 0;                 // that told any part
    int parts_left_out = 0;          // since fewer than five schools told them
    std::vector<OfPart> parts;       // by name
};

struct County {
    std::vector<OfYear> years;  // the latest first
    std::vector<ByDimension> dimensions;
    std::vector<ByMeasure> measures;
};

}  // namespace county
