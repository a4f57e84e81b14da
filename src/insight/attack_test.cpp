#include "insight/attack_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <sstream>

#include "insight/block_rules.hpp"
#include "insight/rules.hpp"

namespace insight::attack {
namespace {

bool is_one_of(std::string const& part, std::string const& category) {
    std::istringstream names(part);
    for (std::string name; std::getline(names, name, '+');)
        if (name == category) return true;
    return false;
}

bool is_in_part(Kind const& kind, Cell const& cell) {
    switch (cell.dimension) {
        case Dimension::everyone: return true;
        case Dimension::sex: return is_one_of(cell.part, kind.sex);
        case Dimension::sen_provision: return is_one_of(cell.part, kind.sen_provision);
        case Dimension::year_group: return is_one_of(cell.part, kind.year_group);
        case Dimension::pupil_premium: return is_one_of(cell.part, kind.pupil_premium);
        case Dimension::ethnicity: return is_one_of(cell.part, kind.ethnicity);
        case Dimension::target_area: return kind.areas.contains(cell.part);
    }
    return false;
}

bool is_in(Kind const& kind, Cell const& cell) {
    bool const provided = cell.provision.empty() || is_one_of(cell.provision, kind.provision);
    return kind.supported && provided && is_in_part(kind, cell);
}

}  // namespace

std::vector<Known> known_from(Outcomes const& outcomes, std::vector<Kind> const& kinds) {
    std::vector<Known> known;
    auto const note = [&](int sum, auto const& belongs) {
        Known one{.of = {}, .sum = sum};
        for (auto const& kind : kinds) one.of.push_back(belongs(kind));
        known.push_back(std::move(one));
    };
    note(outcomes.on_roll, [](Kind const&) { return true; });
    if (outcomes.referred)
        note(*outcomes.referred, [](Kind const& kind) { return kind.referred || kind.supported; });
    for (auto const& cell : outcomes.cells) {
        note(cell.supported, [&](Kind const& kind) { return is_in(kind, cell); });
        if (cell.on_roll) note(*cell.on_roll, [&](Kind const& kind) { return is_in_part(kind, cell); });
        if (cell.change)
            note(cell.change->measured, [&](Kind const& kind) {
                return kind.counts_as_measured && is_in(kind, cell);
            });
    }
    for (auto const& told : outcomes.scales)
        note(told.change.measured, [&](Kind const& kind) {
            return kind.supported && kind.scales.contains(told.scale.scale);
        });
    return known;
}

bool is_safe(Range const& range) {
    return range.most - range.least >= fewest_children ||
           (range.most == range.least && may_be_told(range.least));
}

Fillings::Fillings(std::vector<Known> const& known, std::size_t kinds, int most)
    : known_(known), most_(most), filled_(kinds, 0) {
    for (auto const& one : known) {
        auto const last = std::find(one.of.rbegin(), one.of.rend(), true);
        last_of_.push_back(static_cast<std::size_t>(one.of.rend() - last) - 1);
    }
}

std::vector<Range> Fillings::ranges(std::vector<std::vector<bool>> const& sums) {
    sums_ = &sums;
    found_.assign(sums.size(), std::nullopt);
    fill(0);
    std::vector<Range> ranges;
    for (auto const& one : found_) ranges.push_back(one.value_or(Range{}));
    return ranges;
}

void Fillings::fill(std::size_t at) {
    if (--left_ < 0) return;
    if (at == filled_.size()) return note();
    auto const may_be = bounds(at);
    for (filled_[at] = may_be.least; filled_[at] <= may_be.most; ++filled_[at]) {
        for (auto& one : known_)
            if (one.of[at]) one.sum -= filled_[at];
        fill(at + 1);
        for (auto& one : known_)
            if (one.of[at]) one.sum += filled_[at];
    }
}

Range Fillings::bounds(std::size_t at) const {
    Range range{.least = 0, .most = most_};
    for (std::size_t i = 0; i < known_.size(); ++i) {
        if (!known_[i].of[at]) continue;
        range.most = std::min(range.most, known_[i].sum);
        if (last_of_[i] == at) range.least = std::max(range.least, known_[i].sum);
    }
    return range;
}

void Fillings::note() {
    for (std::size_t i = 0; i < sums_->size(); ++i) {
        int sum = 0;
        for (std::size_t kind = 0; kind < filled_.size(); ++kind)
            if ((*sums_)[i][kind]) sum += filled_[kind];
        auto& range = found_[i];
        range = range ? Range{std::min(range->least, sum), std::max(range->most, sum)} : Range{sum, sum};
    }
}

namespace {
constexpr double nothing = 1e-7;
}

// Its first phase: an artificial unknown for each row, driven out.
Program::Program(std::vector<Known> const& known, std::size_t kinds) : kinds_(kinds) {
    auto const width = kinds + known.size();
    for (std::size_t i = 0; i < known.size(); ++i) {
        std::vector<double> row(width + 1, 0);
        for (std::size_t kind = 0; kind < kinds; ++kind) row[kind] = known[i].of[kind] ? 1 : 0;
        row[kinds + i] = 1;
        row[width] = known[i].sum;
        rows_.push_back(std::move(row));
        basis_.push_back(kinds + i);
    }
    std::vector<double> weights(width, 0);
    std::fill(weights.begin() + static_cast<std::ptrdiff_t>(kinds), weights.end(), -1);
    if (greatest(weights) < -nothing) throw std::logic_error("the answers contradict each other");
    for (std::size_t row = rows_.size(); row-- > 0;) {
        if (basis_[row] < kinds_) continue;
        auto const column = std::find_if(
            rows_[row].begin(),
            rows_[row].begin() + static_cast<std::ptrdiff_t>(kinds_),
            [](double one) { return std::abs(one) > nothing; }
        );
        if (column != rows_[row].begin() + static_cast<std::ptrdiff_t>(kinds_)) {
            pivot(row, static_cast<std::size_t>(column - rows_[row].begin()));
            continue;
        }
        rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(row));  // it says what others say
        basis_.erase(basis_.begin() + static_cast<std::ptrdiff_t>(row));
    }
    for (auto& row : rows_) row.erase(row.begin() + static_cast<std::ptrdiff_t>(kinds_), row.end() - 1);
}

void Program::pivot(std::size_t row, std::size_t column) {
    auto const by = rows_[row][column];
    for (auto& one : rows_[row]) one /= by;
    for (std::size_t other = 0; other < rows_.size(); ++other) {
        auto const times = rows_[other][column];
        if (other == row || times == 0) continue;
        for (std::size_t i = 0; i < rows_[row].size(); ++i) rows_[other][i] -= times * rows_[row][i];
    }
    basis_[row] = column;
}

void Program::reduce(std::vector<double>& costs) const {
    auto const weights = costs;
    for (std::size_t row = 0; row < rows_.size(); ++row)
        for (std::size_t i = 0; i < costs.size(); ++i) costs[i] -= weights[basis_[row]] * rows_[row][i];
}

// By Bland's rule, which never goes round in a circle.
double Program::greatest(std::vector<double> const& weights) {
    for (;;) {
        auto costs = weights;
        reduce(costs);
        auto const enters = std::ranges::find_if(costs, [](double cost) { return cost > nothing; });
        if (enters == costs.end()) break;
        auto const column = static_cast<std::size_t>(enters - costs.begin());
        std::optional<std::size_t> leaves;
        double least = 0;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            if (rows_[row][column] <= nothing) continue;
            auto const ratio = rows_[row].back() / rows_[row][column];
            bool const is_better = !leaves || ratio < least - nothing ||
                                   (ratio < least + nothing && basis_[row] < basis_[*leaves]);
            if (is_better) {
                leaves = row;
                least = ratio;
            }
        }
        pivot(leaves.value(), column);
    }
    double sum = 0;
    for (std::size_t row = 0; row < rows_.size(); ++row) sum += weights[basis_[row]] * rows_[row].back();
    return sum;
}

Range Program::range(std::vector<bool> const& sum) {
    std::vector<double> up, down;
    for (std::size_t kind = 0; kind < kinds_; ++kind) {
        up.push_back(sum[kind] ? 1 : 0);
        down.push_back(sum[kind] ? -1 : 0);
    }
    return {
        .least = static_cast<int>(std::ceil(-greatest(down) - nothing)),
        .most = static_cast<int>(std::floor(greatest(up) + nothing))};
}

namespace {

struct Made {
    std::vector<std::string> sexes{"F", "M"};
    std::vector<std::string> provisions{"K", "N"};
    std::vector<std::string> years{"3"};
    std::vector<std::string> premiums{"-"};
    std::vector<std::string> ethnicities{"-"};
    std::vector<std::string> areas;
    bool both_forms = false;
};

// What the roll says of children, in every way that there is.
std::vector<Kind> said_by_the_roll(Made const& made) {
    std::vector<Kind> kinds;
    for (auto const& sex : made.sexes)
        for (auto const& sen : made.provisions)
            for (auto const& year : made.years)
                for (auto const& premium : made.premiums)
                    for (auto const& ethnicity : made.ethnicities)
                        kinds.push_back(
                            {.sex = sex,
                             .sen_provision = sen,
                             .year_group = "0" + year,
                             .pupil_premium = premium,
                             .ethnicity = ethnicity}
                        );
    return kinds;
}

// Every kind of child that there can be, those without support too.
std::vector<Kind> kinds_of(Made const& made) {
    std::vector<Kind> kinds;
    std::vector<std::string> forms{"one_to_one", "group"};
    if (made.both_forms) forms.push_back("both");
    for (auto kind : said_by_the_roll(made)) {
        for (bool const referred : {false, true}) {
            kind.referred = referred;
            kinds.push_back(kind);
        }
        kind.supported = true;
        for (auto const& form : forms)
            for (bool const measured : {false, true})
                for (unsigned subset = 0; subset < 1U << made.areas.size(); ++subset) {
                    kind.provision = form;
                    kind.counts_as_measured = measured;
                    kind.areas.clear();
                    for (std::size_t i = 0; i < made.areas.size(); ++i)
                        if (subset >> i & 1U) kind.areas.insert(made.areas[i]);
                    kinds.push_back(kind);
                }
    }
    return kinds;
}

Child child_of(Kind const& kind, double change) {
    Child child{
        .sex = kind.sex,
        .sen_provision = kind.sen_provision,
        .year_group = kind.year_group.substr(1),
        .pupil_premium = kind.pupil_premium,
        .ethnicity = kind.ethnicity,
        .referred = kind.referred || kind.supported};
    if (!kind.supported) return child;
    Support support{
        .one_to_one = kind.provision != "group",
        .in_group = kind.provision != "one_to_one",
        .days_waited = 20};
    support.areas = kind.areas;
    if (kind.counts_as_measured) support.targets = Change{.by = change, .days = 80};
    child.support = support;
    return child;
}

// Every filter with every other: each value of each, or any.
std::vector<std::vector<bool>> all_filters(Made const& made, std::vector<Kind> const& kinds) {
    using Filter = std::function<bool(Kind const&)>;
    auto const any = [](Kind const&) { return true; };
    std::vector<std::vector<Filter>> choices;
    auto const add = [&](std::vector<std::string> const& values, auto member) {
        std::vector<Filter> filters{any};
        for (auto const& value : values)
            filters.push_back([=](Kind const& kind) { return kind.*member == value; });
        choices.push_back(filters);
    };
    add(made.sexes, &Kind::sex);
    add(made.provisions, &Kind::sen_provision);
    std::vector<std::string> years;
    for (auto const& year : made.years) years.push_back("0" + year);
    add(years, &Kind::year_group);
    add(made.premiums, &Kind::pupil_premium);
    add(made.ethnicities, &Kind::ethnicity);
    add({"one_to_one", "group", "both"}, &Kind::provision);
    choices.push_back(
        {any,
         [](Kind const& kind) { return kind.supported; },
         [](Kind const& kind) { return !kind.supported; },
         [](Kind const& kind) { return kind.referred && !kind.supported; },
         [](Kind const& kind) { return kind.supported && kind.counts_as_measured; },
         [](Kind const& kind) { return kind.supported && !kind.counts_as_measured; }}
    );
    for (auto const& area : made.areas)
        choices.push_back(
            {any,
             [=](Kind const& kind) { return kind.areas.contains(area); },
             [=](Kind const& kind) { return kind.supported && !kind.areas.contains(area); }}
        );
    std::set<std::vector<bool>> sums;
    std::vector<std::size_t> at(choices.size(), 0);
    for (;;) {
        std::vector<bool> sum;
        for (auto const& kind : kinds) {
            bool holds = true;
            for (std::size_t i = 0; i < choices.size() && holds; ++i) holds = choices[i][at[i]](kind);
            sum.push_back(holds);
        }
        sums.insert(sum);
        std::size_t next = 0;
        while (next < choices.size() && ++at[next] == choices[next].size()) at[next++] = 0;
        if (next == choices.size()) break;
    }
    return {sums.begin(), sums.end()};
}

std::vector<Child> school_of(
    std::vector<Kind> const& kinds, std::vector<int> const& counts, std::mt19937_64& lot
) {
    std::vector<Child> children;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        for (int nth = 0; nth < counts[i]; ++nth)
            children.push_back(child_of(kinds[i], static_cast<double>(children.size() % 7)));
    std::ranges::shuffle(children, lot);
    return children;
}

std::string told(std::vector<bool> const& sum, std::vector<Kind> const& kinds, Range const& range) {
    std::ostringstream out;
    out << "between " << range.least << " and " << range.most << " are";
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (sum[i])
            out << " [" << kinds[i].sex << kinds[i].sen_provision << kinds[i].year_group << " "
                << kinds[i].pupil_premium << " " << kinds[i].ethnicity << " "
                << (kinds[i].supported  ? kinds[i].provision
                    : kinds[i].referred ? "referred"
                                        : "none")
                << (kinds[i].counts_as_measured ? " measured" : "") << "]";
    return out.str();
}

// Numbers of children as schools have them: many kinds with nobody, many with one or two, some with more.
std::vector<int> counts_for(std::vector<Kind> const& kinds, std::mt19937_64& chance, int busy) {
    std::vector<int> counts;
    std::geometric_distribution<int> few(1.0 / (1 + busy));
    std::uniform_int_distribution<int> percent(0, 99);
    auto const most = percent(chance);
    for (auto const& kind : kinds) {
        int count = percent(chance) < most ? few(chance) : 0;
        if (!kind.supported && !kind.referred) count += 3 * busy;
        counts.push_back(count);
    }
    return counts;
}

TEST(OutcomesUnderAttack, tell_no_child_of_a_small_school_whatever_children_it_has) {
    // Supported children by sex and SEN provision, as many of each as there can be up to twelve, beside
    // thirty others.
    Made const made;
    auto const all = kinds_of(made);
    std::vector<Kind> kinds;
    for (auto const& kind : all)
        if (kind.supported ? kind.provision == "group" && kind.counts_as_measured : !kind.referred)
            kinds.push_back(kind);
    ASSERT_EQ(kinds.size(), 8U);
    std::vector<std::vector<bool>> const filters = all_filters(made, kinds);
    std::mt19937_64 lot(1);
    int told_by_parts = 0;
    std::vector<int> counts(8, 0);
    for (counts[1] = 0; counts[1] <= 9; ++counts[1])
        for (counts[3] = 0; counts[3] <= 9; ++counts[3])
            for (counts[5] = 0; counts[5] <= 9; ++counts[5])
                for (counts[7] = 0; counts[7] <= 9; ++counts[7]) {
                    counts[0] = counts[2] = counts[4] = counts[6] = 0;
                    auto const children = school_of(kinds, counts, lot);
                    auto with_others = children;
                    Child const other{.sex = "-", .sen_provision = "-", .year_group = "3"};
                    with_others.insert(with_others.end(), 30, other);
                    auto outcomes = outcomes_of(with_others);
                    outcomes.on_roll = static_cast<int>(children.size());
                    for (auto& cell : outcomes.cells) cell.on_roll.reset();
                    outcomes.referred.reset();
                    if (outcomes.cells.empty()) continue;
                    if (outcomes.cells.size() > 2) ++told_by_parts;
                    std::vector<Kind> supported;
                    std::vector<std::vector<bool>> sums;
                    for (auto const& kind : kinds)
                        if (kind.supported) supported.push_back(kind);
                    for (auto const& filter : filters)
                        sums.push_back({filter[1], filter[3], filter[5], filter[7]});
                    auto const known = known_from(outcomes, supported);
                    Fillings fillings(known, supported.size(), 36);
                    auto const ranges = fillings.ranges(sums);
                    ASSERT_TRUE(fillings.were_all_tried());
                    for (std::size_t i = 0; i < sums.size(); ++i)
                        ASSERT_TRUE(is_safe(ranges[i])) << told(sums[i], supported, ranges[i]);
                }
    EXPECT_GT(told_by_parts, 1000);
}

TEST(OutcomesUnderAttack, tell_no_child_by_any_filters_together_in_whole_numbers) {
    Made const made{.provisions = {"K"}};
    auto kinds = kinds_of(made);
    std::erase_if(kinds, [](Kind const& kind) { return !kind.supported && kind.referred; });
    auto const filters = all_filters(made, kinds);
    std::mt19937_64 chance(20261130);
    int tried = 0, with_parts = 0;
    for (int nth = 0; nth < 300; ++nth) {
        auto const children = school_of(kinds, counts_for(kinds, chance, 2 + nth % 3), chance);
        auto const outcomes = outcomes_of(children);
        if (outcomes.cells.size() < 3) continue;
        ++with_parts;
        Fillings fillings(known_from(outcomes, kinds), kinds.size(), static_cast<int>(children.size()));
        auto const ranges = fillings.ranges(filters);
        if (!fillings.were_all_tried()) continue;
        ++tried;
        for (std::size_t i = 0; i < filters.size(); ++i)
            ASSERT_TRUE(is_safe(ranges[i])) << "school " << nth << ": " << told(filters[i], kinds, ranges[i]);
    }
    EXPECT_GT(tried, 5) << with_parts;
}

TEST(OutcomesUnderAttack, tell_no_child_of_a_large_school_by_any_filters_together) {
    Made const made{
        .provisions = {"E", "K", "N"}, .years = {"3", "4", "5"}, .areas = {"Anger"}, .both_forms = true};
    auto const kinds = kinds_of(made);
    auto const filters = all_filters(made, kinds);
    std::mt19937_64 chance(42);
    int with_both = 0;
    for (int nth = 0; nth < 16; ++nth) {
        auto const children = school_of(kinds, counts_for(kinds, chance, 1 + nth % 5), chance);
        auto const outcomes = outcomes_of(children);
        Program program(known_from(outcomes, kinds), kinds.size());
        for (auto const& cell : outcomes.cells)
            if (!cell.provision.empty() && cell.dimension != Dimension::everyone) ++with_both;
        for (std::size_t i = static_cast<std::size_t>(nth); i < filters.size(); i += 7) {
            auto const range = program.range(filters[i]);
            ASSERT_TRUE(is_safe(range)) << "school " << nth << ": " << told(filters[i], kinds, range);
        }
    }
    EXPECT_GT(with_both, 10);
}

TEST(OutcomesUnderAttack, tell_no_child_by_pupil_premium_and_ethnicity_beside_other_filters) {
    Made const made{
        .provisions = {"K"}, .premiums = {"no", "yes", "-"}, .ethnicities = {"asian", "not said", "white"}};
    auto const kinds = kinds_of(made);
    auto const filters = all_filters(made, kinds);
    std::mt19937_64 chance(7);
    std::set<Dimension> told_by;
    for (int nth = 0; nth < 16; ++nth) {
        auto const children = school_of(kinds, counts_for(kinds, chance, 1 + nth % 5), chance);
        auto const outcomes = outcomes_of(children);
        for (auto const& cell : outcomes.cells) told_by.insert(cell.dimension);
        Program program(known_from(outcomes, kinds), kinds.size());
        for (auto const& filter : filters) {
            auto const range = program.range(filter);
            ASSERT_TRUE(is_safe(range)) << "school " << nth << ": " << told(filter, kinds, range);
        }
    }
    EXPECT_TRUE(told_by.contains(Dimension::pupil_premium));
    EXPECT_TRUE(told_by.contains(Dimension::ethnicity));
}

// The attack itself: it finds what a table tells whose small cells alone are hidden.
TEST(OutcomesUnderAttack, would_be_told_of_if_only_the_small_part_were_left_out) {
    Outcomes const careless{
        .on_roll = 20,
        .cells = {
            {.provision = "", .dimension = Dimension::everyone, .part = "", .supported = 20},
            {.provision = "", .dimension = Dimension::sex, .part = "F", .supported = 18}}};
    std::vector<Kind> const kinds{{.supported = true, .sex = "F"}, {.supported = true, .sex = "M"}};
    Program program(known_from(careless, kinds), kinds.size());
    auto const boys = program.range({false, true});
    EXPECT_EQ(boys.least, 2);
    EXPECT_EQ(boys.most, 2);
    EXPECT_FALSE(is_safe(boys));
}

}  // namespace
}  // namespace insight::attack
