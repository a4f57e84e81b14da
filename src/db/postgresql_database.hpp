#pragma once

#include "db/database.hpp"

namespace db {

class PostgresqlDatabase : public Database {
public:
    explicit PostgresqlDatabase(std::string url) : url_(std::move(url)) { connect(Mode::read); }

    Engine engine() const override { return Engine::postgresql; }
    std::unique_ptr<Connection> connect(Mode mode) override;
    // A commit of PostgreSQL lasts by itself.
    Writer connect_writer() override {
        return {.connection = connect(Mode::write), .sync = [] {}};
    }

private:
    std::string url_;
};

}  // namespace db
