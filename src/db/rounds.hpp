#pragma once

#include <functional>
#include <memory>
#include <string>

#include "db/connection.hpp"
#include "db/walk.hpp"

namespace db {

// Does something again and again, on a thread and a connection of its own, until it ends.
class Rounds {
public:
    using Act = std::function<void(Connection&)>;
    // Hears what kept a round from being done. Logs hold no personal data.
    using Tell = std::function<void(std::string const&)>;

    Rounds(std::unique_ptr<Connection> connection, Pace pace, Act act, Tell tell);

private:
    void go_round();

    std::unique_ptr<Connection> connection_;
    Act act_;
    Tell tell_;
    Walk walk_;
};

}  // namespace db
