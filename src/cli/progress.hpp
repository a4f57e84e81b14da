#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace cli {

// How far a piece of work is, said about once a second: on a screen over what stood there, elsewhere line by
// line.
class Progress {
public:
    Progress(std::ostream& out, bool is_screen) : out_(out), is_screen_(is_screen) {}
    ~Progress();
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;

    void say(std::function<std::string()> const& how_far);

private:
    std::ostream& out_;
    bool is_screen_;
    bool said_ = false;
    Instant said_at_;
};

// Writes a line, to be read at once.
void say_line(std::ostream& out, std::string_view words);

// What says each thing it hears on a line of its own.
std::function<void(std::string const&)> lines_on(std::ostream& out);

}  // namespace cli
