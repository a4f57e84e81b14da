#include "county/breakdown_rules.hpp"

#include <map>
#include <set>

#include "county/pooling_rules.hpp"
#include "statistics/group_change.hpp"
#include "statistics/median.hpp"

namespace county {
namespace {

// What was told of one part, school by school.
class Told {
public:
    void add(GivenBySchool const& by, GivenPart const& one) {
        schools_.insert(by.school.number);
        if (one.supported > 0) with_children_.insert(by.school.number);
        part_.supported += one.supported;
        part_.planned += one.planned.value_or(0);
        part_.delivered += one.delivered.value_or(0);
        part_.attended += one.attended.value_or(0);
        if (one.on_roll) {
            if (one.supported > 0) reached_.insert(by.school.number);
            reach_.supported += one.supported;
            reach_.on_roll += *one.on_roll;
        }
        if (one.days_waited) waits_[by.school.number].push_back(*one.days_waited);
        if (one.change) last_of(changes_, by.school).add(*one.change, one.school_year, one.supported);
    }

    // Children of one to four schools are nobody's to tell of, however many told that they have none.
    bool is_told_by_enough() const { return is_enough(with_children_.size()); }

    OfPart of_part(std::string const& name) const {
        auto part = part_;
        part.name = name;
        part.schools = static_cast<int>(schools_.size());
        if (is_enough(reached_.size())) part.reach = reach_;
        if (is_enough(waits_.size())) part.days_waited = median_wait();
        part.change = change();
        return part;
    }

private:
    static bool is_enough(std::size_t schools) { return schools >= fewest_schools; }

    int median_wait() const {
        std::vector<int> of_schools;
        for (auto const& [school, waits] : waits_) of_schools.push_back(statistics::median(waits));
        return statistics::median(std::move(of_schools));
    }

    std::optional<ChangeOfPart> change() const {
        if (!is_enough(changes_.size())) return std::nullopt;
        auto const drawn = drawn_together(changes_);
        if (!drawn) return std::nullopt;
        auto const all = all_of(changes_);
        return ChangeOfPart{
            .schools = all.groups(),
            .measured = all.children(),
            .not_counted = all.not_counted(),
            .days_between = all.days_between(),
            .mean = {drawn->mean, drawn->mean_error},
            .effect = drawn->mean / all.deviation() * statistics::small_sample_correction(all.degrees())};
    }

    OfPart part_;
    Reach reach_;
    std::set<int> schools_, with_children_, reached_;
    std::map<int, std::vector<int>> waits_;
    BySchool changes_;
};

}  // namespace

std::vector<ByDimension> breakdown_of(std::vector<GivenBySchool const*> const& schools) {
    std::map<Part, Told> told;
    std::map<insight::Dimension, std::set<int>> by_whom;
    for (auto const* by : schools)
        for (auto const& one : by->parts) {
            told[one.part].add(*by, one);
            by_whom[one.part.dimension].insert(by->school.number);
        }
    std::vector<ByDimension> dimensions;
    for (auto const& [dimension, tellers] : by_whom) {
        ByDimension by{.dimension = dimension, .schools = static_cast<int>(tellers.size())};
        for (auto const& [part, of] : told) {
            if (part.dimension != dimension) continue;
            if (of.is_told_by_enough())
                by.parts.push_back(of.of_part(part.name));
            else
                ++by.parts_left_out;
        }
        dimensions.push_back(std::move(by));
    }
    return dimensions;
}

}  // namespace county
