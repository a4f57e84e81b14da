#include "cli/progress.hpp"

#include <ostream>

namespace cli {
namespace {

// What a terminal understands as: from the beginning of the line, which is wiped.
constexpr std::string_view over_the_line = "\r\x1b[K";

}  // namespace

void Progress::say(std::function<std::string()> const& how_far) {
    auto const now = clock_reading();
    if (said_ && now - said_at_ < 1 * seconds) return;
    said_ = true;
    said_at_ = now;
    if (is_screen_)
        out_ << over_the_line << how_far() << std::flush;
    else
        say_line(out_, how_far());
}

Progress::~Progress() {
    if (said_ && is_screen_) out_ << over_the_line << std::flush;
}

void say_line(std::ostream& out, std::string_view words) { out << words << std::endl; }

std::function<void(std::string const&)> lines_on(std::ostream& out) {
    return [&out](std::string const& words) { say_line(out, words); };
}

}  // namespace cli
