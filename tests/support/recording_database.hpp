#pragma once

#include <functional>

#include "db/sqlite_connection.hpp"
#include "db/sqlite_database.hpp"

namespace support {

// Told of each statement before it runs, by the thread that runs it.
using Recording = std::function<void(db::Sql, std::span<db::Value const>)>;

class RecordingConnection : public db::SqliteConnection {
public:
    RecordingConnection(std::string const& path, db::Mode mode, Recording const& recording)
        : SqliteConnection(path, mode), recording_(recording) {}

protected:
    std::int64_t execute(db::Sql sql, std::span<db::Value const> values, OnRow on_row) override {
        recording_(sql, values);
        return SqliteConnection::execute(sql, values, on_row);
    }

private:
    Recording const& recording_;
};

// A database that records what those who read ask it, or what everybody asks.
class RecordingDatabase : public db::SqliteDatabase {
public:
    enum class Asking { readers, everybody };

    RecordingDatabase(std::string path, Recording recording, Asking asking = Asking::readers)
        : SqliteDatabase(std::move(path)), recording_(std::move(recording)), asking_(asking) {}

    std::unique_ptr<db::Connection> connect(db::Mode mode) override {
        if (mode == db::Mode::write && asking_ == Asking::readers) return SqliteDatabase::connect(mode);
        return with_vault(std::make_unique<RecordingConnection>(path(), mode, recording_));
    }

    db::Writer connect_writer() override {
        if (asking_ == Asking::readers) return SqliteDatabase::connect_writer();
        return {.connection = connect(db::Mode::write), .sync = [] {}};
    }

private:
    Recording recording_;
    Asking asking_;
};

}  // namespace support
