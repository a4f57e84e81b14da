#pragma once

#include "db/database.hpp"

namespace db {

class SqliteDatabase : public Database {
public:
    explicit SqliteDatabase(std::string path);

    Engine engine() const override { return Engine::sqlite; }
    std::unique_ptr<Connection> connect(Mode mode) override;
    Writer connect_writer() override;

    std::string const& path() const { return path_; }

private:
    std::string path_;
};

}  // namespace db
