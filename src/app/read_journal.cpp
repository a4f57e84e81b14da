#include "app/read_journal.hpp"

#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "base/id.hpp"
#include "db/disk_failed.hpp"
#include "readings/line_rules.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

std::string cause() { return std::system_category().message(errno); }

std::vector<readings::OfPage> pages_in(std::string const& path) {
    std::ifstream file(path);
    std::vector<readings::OfPage> pages;
    for (std::string line; std::getline(file, line);) {
        if (!file.eof()) line += '\n';  // the last line may not have been written to its end
        if (auto page = readings::page_in(line)) pages.push_back(std::move(*page));
    }
    return pages;
}

}  // namespace

// Locked while its process lives, so that the next one knows what was left.
class ReadJournal::File {
public:
    explicit File(std::string path, int flags = O_CREAT | O_EXCL)
        : path_(std::move(path)),
          file_(::open(path_.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC | flags, 0600)) {
        is_mine_ = file_ >= 0 && ::flock(file_, LOCK_EX | LOCK_NB) == 0;
    }
    ~File() {
        if (file_ >= 0) ::close(file_);
    }
    File(File const&) = delete;
    File& operator=(File const&) = delete;

    bool is_mine() const { return is_mine_; }
    std::string const& path() const { return path_; }
    void remove() const { ::unlink(path_.c_str()); }

    // Where a part alone was written, it is cut off again, so that the next line is a line. Where it can't
    // be, no line follows it here: it lacks its line feed, so whoever takes the file passes over it, and its
    // page waits for its commit.
    bool add(std::string const& line) {
        auto const written = ::write(file_, line.data(), line.size());
        if (std::cmp_equal(written, line.size())) {
            size_ += static_cast<off_t>(line.size());
            return true;
        }
        spdlog::error("{} takes no more: {}", path_, cause());
        if (::ftruncate(file_, size_) != 0) is_mine_ = false;
        return false;
    }

    void sync() const {
        if (::fdatasync(file_) != 0) throw db::DiskFailed(path_ + " is not on the disk: " + cause());
    }

private:
    std::string path_;
    int file_;
    bool is_mine_ = false;
    off_t size_ = 0;
};

ReadJournal::ReadJournal(std::string database_path)
    : beginning_(database_path.empty() ? "" : std::move(database_path) + "-reads-") {}

ReadJournal::~ReadJournal() = default;

std::vector<readings::OfPage> ReadJournal::take_left() {
    if (beginning_.empty()) return {};
    std::lock_guard const lock(mutex_);
    std::vector<std::string> paths;
    std::error_code fault;
    auto const folder = fs::absolute(beginning_, fault).parent_path();
    auto const name = fs::path(beginning_).filename().string();
    for (auto const& entry : fs::directory_iterator(folder, fault))
        if (entry.path().filename().string().starts_with(name)) paths.push_back(entry.path().string());
    std::ranges::sort(paths);
    std::vector<readings::OfPage> left;
    for (auto const& path : paths) {
        auto file = std::make_shared<File>(path, 0);
        if (!file->is_mine()) continue;
        std::ranges::move(pages_in(path), std::back_inserter(left));
        turned_.push_back(std::move(file));
    }
    return left;
}

bool ReadJournal::add(readings::OfPage const& page) {
    if (beginning_.empty()) return false;
    auto const line = readings::line_of(page);
    std::lock_guard const lock(mutex_);
    return begin_where_none_is_open() && open_.back()->add(line);
}

// The ids of one process come in their order, so its files do. One that takes no more stays among the open:
// the lines it took before are committed after the next turn alone, and a killed process would lose them were
// it removed with what was turned before them.
bool ReadJournal::begin_where_none_is_open() {
    if (!open_.empty() && open_.back()->is_mine()) return true;
    auto file = std::make_shared<File>(beginning_ + std::string(Id<File>::make(clock_reading()).text()));
    if (!file->is_mine()) {
        spdlog::error("{} can't be written: {}", file->path(), cause());
        return false;
    }
    open_.push_back(std::move(file));
    return true;
}

void ReadJournal::turn() {
    std::lock_guard const lock(mutex_);
    std::ranges::move(std::exchange(open_, {}), std::back_inserter(turned_));
}

void ReadJournal::note_committed() {
    std::lock_guard const lock(mutex_);
    std::ranges::move(std::exchange(turned_, {}), std::back_inserter(committed_));
}

// Outside of the lock, since the disk takes its time.
void ReadJournal::sync(std::function<void()> const& sync_log) {
    Files waiting, committed;
    {
        std::lock_guard const lock(mutex_);
        waiting = turned_;
        std::ranges::copy(open_, std::back_inserter(waiting));
        committed = std::exchange(committed_, {});
    }
    for (auto const& file : waiting) file->sync();
    sync_log();
    for (auto const& file : committed) file->remove();
}

}  // namespace app
