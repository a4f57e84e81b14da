#include <benchmark/benchmark.h>

#include "html/html.hpp"

// Budget: under 3 microseconds a kilobyte, so that the database stays the slow part of a page.
namespace {

struct Line {
    std::string name = "Maya O'Brien-Lund";
    std::string class_name = "4B";
    std::string path = "/pupils/0190b6e0-0000-7000-8000-00000000000a";
    int days = 12;
};

h::Node row(Line const& line) {
    return h::tr(
        h::th(h::scope("row"), h::a(h::href(line.path), line.name)),
        h::td(line.class_name),
        h::td(h::css("number"), line.days)
    );
}

void measure_bytes(benchmark::State& state, std::size_t bytes) {
    auto const all = static_cast<double>(bytes) * static_cast<double>(state.iterations());
    state.counters["per_KB"] =
        benchmark::Counter(all / 1024, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void render_rows(benchmark::State& state) {
    std::vector<Line> const lines(static_cast<std::size_t>(state.range(0)));
    std::size_t bytes = 0;
    for (auto _ : state) {
        h::Node const table = h::table(h::css("table"), h::tbody(h::each(lines, row)));
        benchmark::DoNotOptimize(bytes = table.markup().size());
    }
    measure_bytes(state, bytes);
}
BENCHMARK(render_rows)->Arg(2)->Arg(50)->Arg(500);

void escape_prose(benchmark::State& state) {
    std::string text;
    while (text.size() < 4096)
        text += "Sam asked to join in & was let in; \"well done\", said Mr Pell's class. ";
    for (auto _ : state) {
        std::string out;
        h::append_escaped(out, text);
        benchmark::DoNotOptimize(out.data());
    }
    measure_bytes(state, text.size());
}
BENCHMARK(escape_prose);

}  // namespace

BENCHMARK_MAIN();
