#include "simulation/cells.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace simulation {
namespace {

constexpr double far = 2;      // deviations by which a pupil in need lies low
constexpr double farther = 3;  // on one measure alone

// Who is in need in the tested class.
enum class Need { nobody, one_on_all, one_on_one, three_on_all };

std::size_t in_need(Need need) {
    switch (need) {
        case Need::nobody: return 0;
        case Need::one_on_all:
        case Need::one_on_one: return 1;
        case Need::three_on_all: return 3;
    }
    return 0;
}

Latent with(Latent latent, Need need) {
    auto const on = need == Need::one_on_one ? 1 : measures;
    for (std::size_t k = 0; k < on; ++k)
        for (std::size_t i = 0; i < in_need(need); ++i)
            latent.values[k * latent.pupils + i] -= need == Need::one_on_one ? farther : far;
    return latent;
}

// Draws the classes of one cell and keeps its tallies.
class Drawing {
public:
    Drawing(Cell const& cell, std::uint64_t seed)
        : cell_(cell), draws_(cell.population, cell.severity, seed), concern_(concern_of(cell.population)) {}

    // A tested class, and the pools that its table needs.
    void next(std::size_t hundred, std::size_t three_hundred, std::size_t thousand) {
        latent_ = draws_.latent(cell_.pupils);
        pools_.clear();
        for (auto const size : {hundred, three_hundred, thousand})
            pools_.push_back(size > 0 ? std::optional(pool_of(size)) : std::nullopt);
    }

    void screens(std::string const& what, Need need, std::initializer_list<Screen> rules) {
        auto const scores = draws_.scores_of(with(latent_, need));
        for (auto const rule : rules) note(rule, what, need, flagged(rule, setting_of(scores)));
    }

    void checks(std::string const& what, Need need, std::initializer_list<Check> rules) {
        auto const scores = draws_.scores_of(with(latent_, need));
        for (auto const rule : rules)
            tallies[{std::string(word(rule)), what}].add(is_flagged(rule, setting_of(scores), 0) ? 1 : 0);
    }

    Tallies tallies;

private:
    void note(Screen rule, std::string const& what, Need need, std::vector<bool> const& flags) {
        std::string const name(word(rule));
        auto const found = static_cast<double>(std::ranges::count(flags, true));
        if (need == Need::nobody) {
            tallies[{name, "any_" + what}].add(found > 0 ? 1 : 0);
            tallies[{name, "mean_" + what}].add(found);
            return;
        }
        auto const sought = in_need(need);
        auto const of_these = std::count(flags.begin(), flags.begin() + static_cast<long>(sought), true);
        tallies[{name, what}].add(static_cast<double>(of_these) / static_cast<double>(sought));
    }

    Setting setting_of(std::vector<double> const& scores) const {
        auto const pool = [&](std::size_t which) { return pools_[which] ? &*pools_[which] : nullptr; };
        return {
            .the_class = {.scores = scores, .pupils = cell_.pupils},
            .concern = concern_,
            .hundred = pool(0),
            .three_hundred = pool(1),
            .thousand = pool(2)};
    }

    Latent other_class() {
        auto latent = draws_.latent(cell_.mixed_sizes ? draws_.size_between(8, 32) : cell_.pupils);
        for (std::size_t i = 0; i < latent.pupils; ++i)
            if (cell_.in_need > 0 && draws_.happens(cell_.in_need))
                for (std::size_t k = 0; k < measures; ++k) latent.values[k * latent.pupils + i] -= far;
        return latent;
    }

    // As many classes of the tested one's size as come nearest to so many pupils, or of mixed sizes until
    // there are.
    Pool pool_of(std::size_t pupils) {
        auto const classes = static_cast<std::size_t>(
            std::lround(static_cast<double>(pupils) / static_cast<double>(cell_.pupils))
        );
        std::vector<std::vector<double>> scores;
        std::vector<std::size_t> sizes;
        std::size_t so_far = 0;
        while (cell_.mixed_sizes ? so_far < pupils : sizes.size() < classes) {
            auto const latent = other_class();
            scores.push_back(draws_.scores_of(latent));
            sizes.push_back(latent.pupils);
            so_far += latent.pupils;
        }
        return as_pool(scores, sizes);
    }

    Pool as_pool(std::vector<std::vector<double>> const& scores, std::vector<std::size_t> const& sizes)
        const {
        std::vector<statistics::ClassScores> classes;
        std::vector<double> sums;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            classes.push_back({.scores = scores[i], .pupils = sizes[i]});
            auto const own = sums_of(classes.back(), concern_);
            sums.insert(sums.end(), own.begin(), own.end());
        }
        std::ranges::sort(sums);
        return {.sums = std::move(sums), .reference = *statistics::Reference::of(classes, concern_)};
    }

    Cell const& cell_;
    Draws draws_;
    std::vector<statistics::Direction> concern_;
    Latent latent_;
    std::vector<std::optional<Pool>> pools_;
};

constexpr auto whole_class = {
    Screen::z_score,
    Screen::crawford_howell,
    Screen::crawford_howell_holm,
    Screen::pooled_norm,
    Screen::centred_three_hundred,
    Screen::centred_thousand,
    Screen::centred_thousand_holm};
constexpr auto one_pupil = {
    Check::z_score,
    Check::crawford_howell,
    Check::crawford_howell_holm,
    Check::sum_crawford_howell,
    Check::sum_rank,
    Check::pooled_norm,
    Check::centred_hundred,
    Check::centred_three_hundred};
constexpr auto rejected = {
    Screen::two_of_three,
    Screen::crawford_howell_bh,
    Screen::sum_crawford_howell_holm,
    Screen::sum_crawford_howell_bh};

void ask(Cell const& cell, Drawing& drawing) {
    auto const is = [&](char number) { return cell.table.front() == number; };
    if (is('1') || is('2')) drawing.next(0, 300, 1000);
    if (is('3')) drawing.next(100, 300, 0);
    if (is('4') || is('6')) drawing.next(0, 300, 1000);
    if (is('5')) drawing.next(0, 0, 0);

    if (is('1')) drawing.screens("false", Need::nobody, whole_class);
    if (cell.table == "2a") drawing.screens("power", Need::one_on_all, whole_class);
    if (cell.table == "2b") drawing.screens("power", Need::one_on_one, whole_class);
    if (cell.table == "2c") drawing.screens("power", Need::three_on_all, whole_class);
    if (is('3')) {
        drawing.checks("false_alarm", Need::nobody, one_pupil);
        drawing.checks("power_on_all", Need::one_on_all, one_pupil);
        drawing.checks("power_on_one", Need::one_on_one, one_pupil);
    }
    if (is('4')) {
        drawing.screens("power", Need::one_on_all, {Screen::centred_thousand});
        drawing.checks("power_on_all", Need::one_on_all, {Check::centred_three_hundred});
    }
    if (is('4') || is('6')) {
        drawing.screens("false", Need::nobody, {Screen::centred_thousand});
        drawing.checks("false_alarm", Need::nobody, {Check::centred_three_hundred});
    }
    if (is('5')) drawing.screens("false", Need::nobody, rejected);
}

void add_grid(std::vector<Cell>& cells, Cell const& like) {
    for (auto const population : all_of<Population>())
        for (std::size_t const pupils : {8, 15, 30}) {
            cells.push_back(like);
            cells.back().population = population;
            cells.back().pupils = pupils;
        }
}

}  // namespace

std::vector<Cell> all_cells() {
    std::vector<Cell> cells;
    add_grid(cells, {.table = "1a", .classes = 5000});
    add_grid(cells, {.table = "1b", .severity = 0.15, .classes = 5000});
    for (auto const* const table : {"2a", "2b", "2c"}) add_grid(cells, {.table = table, .classes = 5000});
    add_grid(cells, {.table = "3a", .classes = 5000});
    add_grid(cells, {.table = "3b", .severity = 0.15, .classes = 5000});
    for (double const share : {0.0, 0.05, 0.10})
        for (auto const population : {Population::normal, Population::ordinal})
            cells.push_back(
                {.table = share == 0     ? "4 none"
                          : share < 0.07 ? "4 five"
                                         : "4 ten",
                 .population = population,
                 .pupils = 30,
                 .severity = 0.15,
                 .in_need = share,
                 .classes = 3000}
            );
    add_grid(cells, {.table = "5", .classes = 20000});
    add_grid(cells, {.table = "6", .severity = 0.15, .mixed_sizes = true, .classes = 4000});
    return cells;
}

Tallies tallies_of(Cell const& cell, std::size_t classes, std::uint64_t seed) {
    Drawing drawing(cell, seed);
    for (std::size_t i = 0; i < classes; ++i) ask(cell, drawing);
    return drawing.tallies;
}

}  // namespace simulation
