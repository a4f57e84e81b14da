#include "db/rounds.hpp"

#include <exception>
#include <utility>

namespace db {

Rounds::Rounds(std::unique_ptr<Connection> connection, Pace pace, Act act, Tell tell)
    : connection_(std::move(connection)), act_(std::move(act)), tell_(std::move(tell)) {
    walk_.start(pace, [this] {
        go_round();
        return false;
    });
}

void Rounds::go_round() {
    try {
        act_(*connection_);
    } catch (std::exception const& fault) {
        connection_->rollback();
        tell_(fault.what());
    }
}

}  // namespace db
