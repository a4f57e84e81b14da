#include "child_keys/wrapping.hpp"

#include <memory>
#include <vector>

#include "child_keys/rules.hpp"
#include "child_keys/store.hpp"
#include "db/database.hpp"

namespace child_keys {
namespace {

// The file while it is looked at.
struct File {
    explicit File(std::string const& path)
        : database(db::Database::open("sqlite:" + path)),
          connection(database->connect(db::Mode::write)),
          id(store::prepare(*connection)) {}

    std::unique_ptr<db::Database> database;
    std::unique_ptr<db::Connection> connection;
    std::string id;
};

bool opens(sealed::Key const& of_installation, ChildKey const& row) {
    auto key = unwrapped(key_of_school(of_installation, row.school), row);
    if (key) sealed::wipe(*key);
    return key.has_value();
}

// A file that outlived a database of before has the next key's wrapping already.
store::OtherWrapping other_wrapping(ChildKey const& row, sealed::Key const& now, sealed::Key const& next) {
    auto key = unwrapped(key_of_school(now, row.school), row);
    if (key) {
        store::OtherWrapping other{row.id, wrapped(key_of_school(next, row.school), row, *key)};
        sealed::wipe(*key);
        return other;
    }
    if (opens(next, row)) return {row.id, row.wrapped};
    throw db::Broken(
        "a child's key opens with neither the sealing key of now nor the new one. Nothing was changed; put "
        "the "
        "right file of the children's keys back from its copy"
    );
}

}  // namespace

std::string file_id(std::string const& path) { return File(path).id; }

std::int64_t count_keys(std::string const& path) { return store::count(*File(path).connection); }

std::int64_t wrap_with_both(std::string const& path, sealed::Key const& now, sealed::Key const& next) {
    File const file(path);
    std::vector<store::OtherWrapping> others;
    for (auto const& row : store::all(*file.connection)) others.push_back(other_wrapping(row, now, next));
    store::set_beside(*file.connection, others);
    return std::ssize(others);
}

bool keep_wrappings_of(std::string const& path, sealed::Key const& in_force) {
    File const file(path);
    if (auto const other = store::one_by_other_wrapping(*file.connection))
        store::end_other_wrappings(
            *file.connection, opens(in_force, *other) ? store::Others::kept : store::Others::dropped
        );
    auto const one = store::first(*file.connection);
    return !one || opens(in_force, *one);
}

}  // namespace child_keys
