#include "app/keys_in_use.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "db/connection.hpp"

namespace app {
namespace {

std::string cause() { return std::system_category().message(errno); }

}  // namespace

// A file beside it: SQLite has locks of its own on the other, and loses them where it is opened and closed
// here.
KeysInUse::KeysInUse(std::string const& child_keys_path, By by) {
    auto const path = child_keys_path + ".in-use";
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file_ < 0) throw db::Broken(path + " can't be opened: " + cause());
    if (::flock(file_, (by == By::one ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0) return;
    bool const others_have_it = errno == EWOULDBLOCK;
    auto const why = cause();
    ::close(file_);
    if (!others_have_it) throw db::Broken(path + " can't be locked: " + why);
    throw db::Broken(
        by == By::one
            ? "Withy runs and uses these children's keys. Stop it first, such as by: systemctl stop withy"
            : "The sealing key is being changed at this moment. Start again once that is done"
    );
}

KeysInUse::~KeysInUse() { ::close(file_); }

}  // namespace app
