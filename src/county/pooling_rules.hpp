#pragma once

#include <map>
#include <optional>
#include <vector>

#include "county/county.hpp"
#include "statistics/shrinkage.hpp"

namespace county {

// Several groups of children as one.
class Together {
public:
    // A group of one year, in which so many had support, measured or not. Groups of one year, as by two
    // versions of one edition, are of the same children with support: some may be in both.
    void add(insight::GroupChange const& change, int school_year, int supported);
    // Groups that are together already, as one.
    void add(Together const& group);

    int children() const { return static_cast<int>(children_); }
    int groups() const { return groups_; }
    int years() const { return static_cast<int>(years_.size()); }
    int years_of_several_groups() const;
    int not_counted() const;   // the fewest that it can be, where a year has several groups
    int days_between() const;  // median of the groups' medians
    double degrees() const { return children_ - groups_; }
    double mean() const { return sum_ / children_; }
    double deviation() const;  // of a child's change within its group
    statistics::Estimate estimate() const;

private:
    struct OfYear {
        int supported = 0;
        int measured = 0;
        int groups = 0;
    };
    void add(insight::GroupChange const& change);

    double children_ = 0;
    double sum_ = 0;
    double squares_ = 0;
    int groups_ = 0;
    int not_counted_of_groups_ = 0;  // that are together already
    std::map<int, OfYear> years_;
    std::vector<int> days_between_;
};

// What stands of each school, in the order of schools.
struct OfOneSchool {
    School const* school = nullptr;
    Together together = {};
};
using BySchool = std::vector<OfOneSchool>;

// What stands of the school that is being added, which is the last or a new one.
Together& last_of(BySchool& schools, School const& school);

// The mean of schools, of which each counts by its size and by how far schools differ; by Paule and Mandel.
// Nothing for fewer than two.
std::optional<statistics::Shrinkage> drawn_together(BySchool const& schools);

// All schools as one: each a group of its own.
Together all_of(BySchool const& schools);

}  // namespace county
