#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "insight/insight.hpp"

// Whoever puts together every answer there is: what can each count of children be, that filters together ask
// for?
namespace insight::attack {

// The least and the most that a count can be.
struct Range {
    int least = 0;
    int most = 0;
};

// Children who are alike in everything that is told by: kinds of them are what is counted.
struct Kind {
    bool supported = false;
    bool referred = false;
    bool counts_as_measured = false;
    std::string provision;  // "one_to_one", "group", "both"
    std::string sex;
    std::string sen_provision;
    std::string year_group;  // as parts name it: "03"
    std::string pupil_premium = "-";
    std::string ethnicity = "-";
    std::set<std::string> areas;
    std::set<std::string> scales;  // by which the child counts as measured twice
};

// The sum of these kinds is known.
struct Known {
    std::vector<bool> of;
    int sum = 0;
};

// Everything that the outcomes say of how many of each kind there are.
std::vector<Known> known_from(Outcomes const& outcomes, std::vector<Kind> const& kinds);

// A count is told, and then it is none or five and more; or nobody knows it to less than five.
bool is_safe(Range const& range);

// What sums of kinds can be, by trying every filling in whole numbers, as long as there are not too many.
class Fillings {
public:
    Fillings(std::vector<Known> const& known, std::size_t kinds, int most);
    bool were_all_tried() const { return left_ > 0; }
    // Of each of these sums.
    std::vector<Range> ranges(std::vector<std::vector<bool>> const& sums);

private:
    void fill(std::size_t at);
    // The least and the most of this kind, beside those before it.
    Range bounds(std::size_t at) const;
    void note();

    std::vector<Known> known_;  // what is left of each sum
    std::vector<std::size_t> last_of_;
    int most_;
    long left_ = 400'000;
    std::vector<int> filled_;
    std::vector<std::vector<bool>> const* sums_ = nullptr;
    std::vector<std::optional<Range>> found_;
};

// The same by linear programming, in any numbers: never narrower than in whole ones.
class Program {
public:
    Program(std::vector<Known> const& known, std::size_t kinds);
    Range range(std::vector<bool> const& sum);

private:
    double greatest(std::vector<double> const& weights);
    void pivot(std::size_t row, std::size_t column);
    void reduce(std::vector<double>& costs) const;

    std::size_t kinds_;
    std::vector<std::vector<double>> rows_;  // the last number of each is its right side
    std::vector<std::size_t> basis_;
};

}  // namespace insight::attack
