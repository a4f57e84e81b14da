#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/function_ref.hpp"
#include "db/sql.hpp"
#include "db/value.hpp"

namespace db {

enum class Engine { sqlite, postgresql };
enum class Mode { read, write };

// Something else writes here at this moment; the whole transaction may be tried again.
struct Busy : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A constraint or a hard gate said no. `gate` is the trigger's or constraint's own name, such as
// "no_consent_in_force"; it is empty where the engine names none. SQLite names triggers, named CHECKs and
// unique indexes made by CREATE UNIQUE INDEX; it does not name foreign keys.
struct Refused : std::runtime_error {
    Refused(std::string gate_name, std::string const& cause)
        : std::runtime_error(cause), gate(std::move(gate_name)) {}
    std::string gate;
};

// No room left to write; reading goes on.
struct Full : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Everything else that a database can say. The text is for the log alone.
struct Broken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A row type lists its columns in the order of the SELECT: `auto columns() { return std::tie(by, answer); }`.
template <class R>
concept Mapped = requires(R row) {
    row.columns();
};

// One connection to the database, used by one thread at a time. Statements are prepared once and kept.
class Connection {
public:
    virtual ~Connection() = default;
    Connection() = default;
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    virtual Engine engine() const = 0;

    virtual void begin(Mode mode) = 0;
    virtual void commit() = 0;
    // Also safe when no transaction is open.
    virtual void rollback() noexcept = 0;

    // A transaction within the transaction: what happened since can be undone alone, also after a Refused.
    // Releasing ends the savepoint, also one that was rolled back to; savepoints may nest.
    virtual void savepoint() = 0;
    virtual void release_savepoint() = 0;
    virtual void rollback_to_savepoint() = 0;

    // Until the transaction ends or another school is entered, PostgreSQL shows and accepts rows of this
    // school alone (row-level security). On SQLite the composite keys do that work. Costs nothing when
    // repeated.
    virtual void enter(SchoolId school) = 0;

    // Gives the vault with which text that was sealed is read in its words, and words can be sealed from here
    // on.
    void opens_with(std::shared_ptr<Vault> vault) { opening_.vault = std::move(vault); }
    // Throws Broken where nothing seals.
    Vault& vault() const;

    // Words that were read while they stayed closed, as far as they may be opened now.
    std::string opened(std::string_view words) const {
        return holds_sealed(words) ? opening_.opened(words) : std::string(words);
    }
    // The same of each text of a row.
    template <Mapped R>
    void open_words_of(R& row) const {
        std::apply([&](auto&&... column) { (open_text(column), ...); }, row.columns());
    }

    // Every row, mapped to R; a scalar such as std::int64_t or std::string takes the only column.
    template <class R, class... Arguments>
    std::vector<R> all(Sql sql, Arguments const&... arguments) {
        std::vector<R> rows;
        std::array<Value, sizeof...(Arguments)> const values{to_value(arguments)...};
        execute(sql, values, [&](Row const& row) { rows.push_back(mapped<R>(row)); });
        return rows;
    }

    // The first row, or empty.
    template <class R, class... Arguments>
    std::optional<R> one(Sql sql, Arguments const&... arguments) {
        std::optional<R> found;
        auto const keep_first = [&](Row const& row) {
            if (!found) found = mapped<R>(row);
        };
        std::array<Value, sizeof...(Arguments)> const values{to_value(arguments)...};
        execute(sql, values, keep_first);
        return found;
    }

    // The only row of a query that always has one, such as a count.
    template <class R, class... Arguments>
    R the(Sql sql, Arguments const&... arguments) {
        auto found = one<R>(sql, arguments...);
        if (!found) throw Broken("a query that always has a row had none");
        return std::move(*found);
    }

    // Runs an INSERT, UPDATE or DELETE; says how many rows it touched.
    template <class... Arguments>
    std::int64_t run(Sql sql, Arguments const&... arguments) {
        std::array<Value, sizeof...(Arguments)> const values{to_value(arguments)...};
        return execute(sql, values, [](Row const&) {});
    }

    // How many statements ran on this connection: pages are tested to run as many for 1,000 rows as for 10.
    std::int64_t statements_run() const { return statements_run_; }

protected:
    using OnRow = FunctionRef<void(Row const&)>;

    // Runs the statement, hands over each row, and says how many rows a change touched.
    virtual std::int64_t execute(Sql sql, std::span<Value const> values, OnRow on_row) = 0;

    // Runs several statements as they stand, such as a migration.
    virtual void execute_script(std::string const& text) = 0;

    // The keys of what is about to be committed are on the disk before it.
    void keep_keys() const {
        if (opening_.vault) opening_.vault->keep();
    }

    std::int64_t statements_run_ = 0;
    // What opens words here. While a school is entered, PostgreSQL shows its rows alone, and both engines
    // open no other school's words.
    OpeningOfWords opening_;

private:
    friend void run_script(Connection&, std::string const&);
    friend class WordsStayClosed;
    friend class WordsByPermit;

    void open_text(std::string& text) const { text = opened(text); }
    void open_text(std::optional<std::string>& text) const {
        if (text) text = opened(*text);
    }
    template <class Other>
    void open_text(Other const&) const {}

    template <class R>
    static R mapped(Row const& row) {
        R result{};
        if constexpr (Mapped<R>) {
            std::apply(
                [&](auto&&... column) {
                    int at = 0;
                    (read(row, at++, column), ...);
                },
                result.columns()
            );
        } else {
            read(row, 0, result);
        }
        return result;
    }
};

// While it lives the connection opens those words alone that the permit opens; afterwards, those that it
// opened before. The permit outlives it.
class WordsByPermit {
public:
    WordsByPermit(Connection& connection, Permit& permit)
        : opening_(connection.opening_), before_(std::exchange(opening_.permit, &permit)) {}
    ~WordsByPermit() { opening_.permit = before_; }
    WordsByPermit(WordsByPermit const&) = delete;
    WordsByPermit& operator=(WordsByPermit const&) = delete;

private:
    OpeningOfWords& opening_;
    Permit* before_;
};

// While it lives words are read as they are stored, whatever the permit: for a list, of whose children it is
// decided afterwards who may be told, and for whoever asks only whether there are any.
class WordsStayClosed {
public:
    explicit WordsStayClosed(Connection& connection) : opening_(connection.opening_) { ++opening_.closed; }
    ~WordsStayClosed() { --opening_.closed; }
    WordsStayClosed(WordsStayClosed const&) = delete;
    WordsStayClosed& operator=(WordsStayClosed const&) = delete;

private:
    OpeningOfWords& opening_;
};

// Begins on construction, rolls back unless committed.
class Transaction {
public:
    Transaction(Connection& connection, Mode mode) : connection_(connection) { connection_.begin(mode); }
    ~Transaction() {
        if (open_) connection_.rollback();
    }
    Transaction(Transaction const&) = delete;
    Transaction& operator=(Transaction const&) = delete;

    void commit() {
        connection_.commit();
        open_ = false;
    }

private:
    Connection& connection_;
    bool open_ = true;
};

}  // namespace db
