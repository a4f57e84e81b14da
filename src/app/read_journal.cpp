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

struct Left {
    std::vector<readings::OfPage> pages;
    bool is_understood = true;
};

// The last line may not have been written to its end: its page never left.
Left left_in(std::string const& path) {
    std::ifstream file(path);
    Left left{.pages = {}, .is_understood = file.is_open()};
    for (std::string line; std::getline(file, line) && !file.eof();) {
        if (auto page = readings::page_in(line + '\n'))
            left.pages.push_back(std::move(*page));
        else
            left.is_understood = false;
    }
    return left;
}

// Under a name that no server takes for its own. False where it can't be: then the file has to stay.
bool keep_aside(std::string const& path) {
    std::error_code fault;
    fs::create_hard_link(path, path + "-aside", fault);
    std::error_code none;
    if (fault && fs::equivalent(path, path + "-aside", none)) return true;  // made before a start that failed
    spdlog::error("{} holds what can't be put into the log of reads; a copy is {}-aside", path, path);
    if (fault) spdlog::error("{}-aside can't be made, so {} stays: {}", path, path, fault.message());
    return !fault;
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
        if (auto const found = entry.path().filename().string();
            found.starts_with(name) && !found.ends_with("-aside"))
            paths.push_back(entry.path().string());
    std::ranges::sort(paths);
    std::vector<readings::OfPage> left;
    for (auto const& path : paths) {
        auto file = std::make_shared<File>(path, 0);
        if (!file->is_mine()) continue;
        auto found = left_in(path);
        if (!found.is_understood && !keep_aside(path)) continue;
        std::ranges::move(found.pages, std::back_inserter(left));
        turned_.push_back(std::move(file));
    }
    return left;
}

void ReadJournal::set_aside(std::string_view why) {
    spdlog::error("the log of reads refuses what an ended server left: {}", why);
    std::lock_guard const lock(mutex_);
    for (auto const& file : std::exchange(turned_, {}))
        if (keep_aside(file->path())) file->remove();
}

std::optional<std::size_t> ReadJournal::add(readings::OfPage const& page) {
    if (beginning_.empty()) return std::nullopt;
    auto const line = readings::line_of(page);
    std::lock_guard const lock(mutex_);
    if (!begin_where_none_is_open() || !open_.back()->add(line)) return std::nullopt;
    lines_ += line;
    return ++added_;
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

std::string ReadJournal::turn() {
    std::lock_guard const lock(mutex_);
    std::ranges::move(std::exchange(open_, {}), std::back_inserter(turned_));
    added_ = 0;
    return std::exchange(lines_, {});
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
    bool const failed_before = std::exchange(disk_failed_, true);
    for (auto const& file : waiting) file->sync();
    sync_log();
    if (failed_before) return;  // what it says after that proves nothing
    disk_failed_ = false;
    for (auto const& file : committed) file->remove();
}

}  // namespace app
