#include "app/head_key.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "base/text.hpp"
#include "db/connection.hpp"

namespace app {
namespace {

std::string cause() { return std::system_category().message(errno); }

void make(std::string const& path) {
    std::error_code fault;  // told by what follows
    if (auto const folder = std::filesystem::path(path).parent_path(); !folder.empty())
        std::filesystem::create_directories(folder, fault);
    auto const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0 && errno == EEXIST) return;  // another command made it in this moment
    if (file < 0) throw db::Broken("The key that signs the logs can't be made in " + path + ": " + cause());
    auto const words = signature::Key::make().words() + "\n";
    bool const written =
        ::write(file, words.data(), words.size()) == static_cast<ssize_t>(words.size()) && ::fsync(file) == 0;
    auto const why = cause();
    ::close(file);
    if (written) return;
    ::unlink(path.c_str());
    throw db::Broken("The key that signs the logs can't be kept in " + path + ": " + why);
}

void expect_closed_to_others(std::string const& path) {
    struct stat what {};
    if (::stat(path.c_str(), &what) != 0) throw db::Broken(path + " can't be looked at: " + cause());
    if ((what.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        throw db::Broken("The key that signs the logs stands open to others. Close it: chmod 600 " + path);
}

signature::Key read(std::string const& path) {
    expect_closed_to_others(path);
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    auto key = signature::Key::parse(text::trimmed(line));
    if (!key)
        throw db::Broken(
            path +
            " holds no key. Put the right file back from a backup; or move it away, and a new key is made"
        );
    return std::move(*key);
}

bool exists(std::string const& path) { return ::access(path.c_str(), F_OK) == 0; }

}  // namespace

std::string head_key_file(Configuration const& configuration) {
    return configuration.head_key_file.empty() ? configuration.data + "/head-key"
                                               : configuration.head_key_file;
}

signature::Key head_key(Configuration const& configuration) {
    auto const path = head_key_file(configuration);
    if (!exists(path)) make(path);
    return read(path);
}

std::optional<std::string> public_head_key(Configuration const& configuration) {
    auto const path = head_key_file(configuration);
    if (!exists(path)) return std::nullopt;
    return read(path).public_key();
}

}  // namespace app
