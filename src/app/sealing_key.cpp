#include "app/sealing_key.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/text.hpp"
#include "db/connection.hpp"

namespace app {
namespace {

namespace files = std::filesystem;

constexpr std::string_view name = "sealing_key";

void make_file(files::path const& path, sealed::Key const& key) {
    std::error_code fault;
    files::create_directories(path.parent_path(), fault);
    int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    auto const text = sealed::text_of(key) + "\n";
    bool const written =
        file >= 0 && ::write(file, text.data(), text.size()) == std::ssize(text) && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!written) throw db::Broken("The sealing key can't be written to " + path.string());
}

std::string in_file(files::path const& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        throw db::Broken(
            "The sealing key " + path.string() +
            " can't be read. Put it back from its backup: what was sealed opens with it alone. It may stand "
            "elsewhere: name it in WITHY_SEALING_KEY_FILE"
        );
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        throw db::Broken("Others may read the sealing key. Run: chmod 600 " + path.string());
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

sealed::Key read_file(files::path const& path, std::string const& fingerprint) {
    auto const key = sealed::key_of(text::trimmed(in_file(path)));
    if (!key || (!fingerprint.empty() && sealed::fingerprint(*key) != fingerprint))
        throw db::Broken(
            path.string() + " is not the sealing key of this Withy. Put the right one back from its backup"
        );
    return *key;
}

std::string known_fingerprint(db::Database& database) {
    auto const connection = database.connect(db::Mode::read);
    db::Transaction const transaction(*connection, db::Mode::read);
    constexpr db::Sql sql = "SELECT value FROM installation WHERE name = $1";
    return connection->one<std::string>(sql, std::string(name)).value_or("");
}

// The first one to say so is right.
void keep_fingerprint(db::Database& database, sealed::Key const& key) {
    auto const connection = database.connect(db::Mode::write);
    db::Transaction transaction(*connection, db::Mode::write);
    constexpr db::Sql sql = R"(
        INSERT INTO installation (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING)";
    connection->run(sql, std::string(name), sealed::fingerprint(key));
    transaction.commit();
}

}  // namespace

sealed::Key sealing_key(Configuration const& configuration, db::Database& database) {
    files::path const path = configuration.sealing_key_path();
    auto const fingerprint = known_fingerprint(database);
    if (fingerprint.empty()) {
        if (!files::exists(path)) make_file(path, sealed::new_key());
        keep_fingerprint(database, read_file(path, {}));
    }
    return read_file(path, known_fingerprint(database));
}

}  // namespace app
