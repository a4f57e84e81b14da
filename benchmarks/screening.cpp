// Screens made-up classes as large as a country, and compares one pupil, as often as it takes to say how long
// each takes. Nobody real is in them. `screening CLASSES [FILE]` prints figures line by line, and writes the
// first classes to FILE for another program to do the same.
#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <thread>

#include "simulation/population.hpp"
#include "statistics/class_centred.hpp"
#include "statistics/rest_of_class.hpp"

namespace {

using Clock = std::chrono::steady_clock;
using statistics::ClassScores;

constexpr std::size_t pupils = 30, measures = simulation::measures, of_a_class = pupils * measures;
constexpr std::size_t of_a_fold = 1000;      // classes that share a reference
constexpr std::size_t of_reference = 34;     // classes of the next fold: some 1,000 pupils
constexpr std::size_t for_the_other = 3000;  // classes written for another program
constexpr double false_share = 0.10;

double seconds_since(Clock::time_point began) {
    return std::chrono::duration<double>(Clock::now() - began).count();
}

// Runs the work for each of so many, on every core.
template <class Work>
void for_each_of(std::size_t count, Work const& work) {
    std::atomic<std::size_t> next = 0;
    auto const take = [&] {
        for (auto i = next++; i < count; i = next++) work(i);
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < std::max(2U, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back(take);
    take();
}

struct Country {
    std::size_t classes;
    std::vector<double> scores = std::vector<double>(classes * of_a_class);

    explicit Country(std::size_t count) : classes(count) {
        for_each_of(classes / of_a_fold, [&](std::size_t fold) {
            simulation::Draws draws(simulation::Population::difficulties, 0.15, 20261130 + fold);
            for (std::size_t i = fold * of_a_fold; i < (fold + 1) * of_a_fold; ++i)
                std::ranges::copy(
                    draws.scores_of(draws.latent(pupils)), scores.begin() + static_cast<long>(i * of_a_class)
                );
        });
    }
    ClassScores of(std::size_t which) const {
        return {.scores = std::span(scores).subspan(which * of_a_class, of_a_class), .pupils = pupils};
    }
    // Of the classes of the fold after this one: no pupil's own class is among them.
    statistics::Reference reference_for(std::size_t fold) const {
        auto const first = (fold + 1) * of_a_fold % classes;
        std::vector<ClassScores> others;
        for (std::size_t i = 0; i < of_reference; ++i) others.push_back(of(first + i));
        return *statistics::Reference::of(
            others, simulation::concern_of(simulation::Population::difficulties)
        );
    }
};

std::size_t screened(Country const& country) {
    std::atomic<std::size_t> flagged = 0;
    for_each_of(country.classes / of_a_fold, [&](std::size_t fold) {
        auto const reference = country.reference_for(fold);
        statistics::ManyScreens screens(reference, false_share);
        std::size_t own = 0;
        for (std::size_t i = fold * of_a_fold; i < (fold + 1) * of_a_fold; ++i)
            own += screens.flagged(country.of(i))->size();
        flagged += own;
    });
    return flagged;
}

// How many are flagged of the first classes, all of them beside the reference of the classes that follow:
// what another program is to find in the file.
std::size_t flagged_of_first(Country const& country) {
    auto const first = std::min(country.classes - of_reference, for_the_other);
    std::vector<ClassScores> others;
    for (std::size_t i = 0; i < of_reference; ++i) others.push_back(country.of(first + i));
    auto const reference =
        *statistics::Reference::of(others, simulation::concern_of(simulation::Population::difficulties));
    statistics::ManyScreens screens(reference, false_share);
    std::size_t flagged = 0;
    for (std::size_t i = 0; i < first; ++i) flagged += screens.flagged(country.of(i))->size();
    return flagged;
}

// Megabytes at most so far, as the kernel counts them.
long most_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stol(line.substr(6)) / 1024;
    return 0;
}

void write_for_another(Country const& country, char const* path) {
    std::ofstream file(path, std::ios::binary);
    auto const count = std::min(country.classes, for_the_other + of_reference) * of_a_class;
    file.write(
        reinterpret_cast<char const*>(country.scores.data()), static_cast<long>(count * sizeof(double))
    );
}

std::vector<statistics::PupilMeasure> one_pupil(Country const& country, std::size_t which) {
    std::vector<statistics::PupilMeasure> all(measures);
    for (std::size_t k = 0; k < measures; ++k) {
        auto const scores = country.of(which).scores.subspan(k * pupils, pupils);
        all[k] = {
            .score = scores[0],
            .others = {scores.begin() + 1, scores.end()},
            .concern = statistics::Direction::high};
    }
    return all;
}

// Microseconds of each, over many.
template <class Work>
double microseconds_of(std::size_t times, Work const& work) {
    auto const began = Clock::now();
    for (std::size_t i = 0; i < times; ++i) work(i);
    return seconds_since(began) * 1e6 / static_cast<double>(times);
}

void print(char const* name, double value) { std::cout << fmt::format("{}\t{:.4f}\n", name, value); }

}  // namespace

int main(int count, char** arguments) {
    Country const country(count > 1 ? std::stoul(arguments[1]) : 300000);
    if (count > 2) write_for_another(country, arguments[2]);
    auto const began = Clock::now();
    auto const flagged = screened(country);
    print("screen seconds", seconds_since(began));
    print("screen flagged", static_cast<double>(flagged));
    print("flagged of the first classes", static_cast<double>(flagged_of_first(country)));
    print("most memory", static_cast<double>(most_memory()));

    std::size_t significant = 0;
    print("crawford-howell microseconds", microseconds_of(2000, [&](std::size_t i) {
              significant +=
                  statistics::referral_by_holm(one_pupil(country, i % country.classes)).significant;
          }));
    print("class-centred microseconds", microseconds_of(2000, [&](std::size_t i) {
              std::vector<ClassScores> others;
              for (std::size_t k = 1; k <= 10; ++k) others.push_back(country.of((i + k) % country.classes));
              auto const reference = *statistics::Reference::of(
                  others, simulation::concern_of(simulation::Population::difficulties)
              );
              significant += (*reference.standings(country.of(i % country.classes)))[0]->p <= 0.05;
          }));
    print("significant of these", static_cast<double>(significant));
}
