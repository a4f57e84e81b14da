#pragma once

#include <functional>

#include "db/sqlite_connection.hpp"
#include "db/sqlite_database.hpp"

namespace support {

// Told of each statement before it runs, by the thread that runs it.
using Recording = std::function<void(db::Sql, std::span<db::Value const>)>;

class RecordingConnection : public db::SqliteConnection {
public:
    RecordingConnection(std::string const& path, Recording const& recording)
        : SqliteConnection(path, db::Mode::read), recording_(recording) {}

protected:
    std::int64_t execute(db::Sql sql, std::span<db::Value const> values, OnRow on_row) override {
        recording_(sql, values);
        return SqliteConnection::execute(sql, values, on_row);
    }

private:
    Recording const& recording_;
};

// A database that records what those who read ask it.
class RecordingDatabase : public db::SqliteDatabase {
public:
    RecordingDatabase(std::string path, Recording recording)
        : SqliteDatabase(std::move(path)), recording_(std::move(recording)) {}

    std::unique_ptr<db::Connection> connect(db::Mode mode) override {
        if (mode == db::Mode::write) return SqliteDatabase::connect(mode);
        return std::make_unique<RecordingConnection>(path(), recording_);
    }

private:
    Recording recording_;
};

}  // namespace support
