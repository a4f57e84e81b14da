#include "app/key_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "base/secret.hpp"
#include "base/text.hpp"
#include "db/connection.hpp"

namespace app {
namespace {

namespace files = std::filesystem;

std::string cause() { return std::system_category().message(errno); }

bool write_whole(std::string const& path, std::string const& text) {
    int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) return false;
    bool const written = ::write(file, text.data(), text.size()) == std::ssize(text) && ::fsync(file) == 0;
    int const why = errno;
    ::close(file);
    errno = why;
    return written;
}

// Its name is in the folder after a power cut too.
bool keep_names_of(files::path const& folder) {
    int const opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return false;
    bool const kept = ::fsync(opened) == 0;
    int const why = errno;
    ::close(opened);
    errno = why;
    return kept;
}

}  // namespace

bool exists(KeyFile const& file) { return ::access(file.path.c_str(), F_OK) == 0; }

// Under another name until it is whole: who reads meanwhile finds no half of a key.
void make(KeyFile const& file, std::string const& words) {
    auto const folder = files::absolute(file.path).parent_path();
    std::error_code fault;  // told by what follows
    files::create_directories(folder, fault);
    auto const unfinished = file.path + "." + secret::new_token();
    bool const made = write_whole(unfinished, words + "\n") &&
                      (::link(unfinished.c_str(), file.path.c_str()) == 0 || errno == EEXIST) &&
                      keep_names_of(folder);
    auto const why = cause();
    ::unlink(unfinished.c_str());
    if (!made) throw db::Broken(std::string(file.what) + " can't be made in " + file.path + ": " + why);
}

std::string words_in(KeyFile const& file) {
    struct stat status {};
    if (::stat(file.path.c_str(), &status) != 0)
        throw db::Broken(std::string(file.what) + " in " + file.path + " can't be read: " + cause());
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        throw db::Broken("Others may read " + std::string(file.what) + ". Run: chmod 600 " + file.path);
    std::ifstream input(file.path);
    std::string line;
    if (!std::getline(input, line) && !input.eof())
        throw db::Broken(std::string(file.what) + " in " + file.path + " can't be read");
    return std::string(text::trimmed(line));
}

}  // namespace app
