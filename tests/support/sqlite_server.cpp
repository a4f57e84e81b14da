#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "db/migrations.hpp"
#include "support/servers.hpp"

namespace support::sqlite {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view scheme = "sqlite:";

// A folder of this process, removed when it ends.
class Folder {
public:
    Folder() {
        auto name = (fs::temp_directory_path() / "withy-tests-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder can be made at " + name);
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;

    fs::path const& path() const { return path_; }

private:
    fs::path path_;
};

fs::path const& folder() {
    static Folder const folder;
    return folder.path();
}

fs::path next_file() {
    static int count = 0;
    return folder() / (std::to_string(++count) + ".db");
}

// Its last connection is closed, so that the one file holds everything.
fs::path make_template() {
    auto const path = folder() / "template.db";
    auto const database = db::Database::open(std::string(scheme) + path.string());
    db::migrate(*database);
    return path;
}

}  // namespace

std::string new_database() { return std::string(scheme) + next_file().string(); }

std::string new_migrated_database() {
    static auto const migrated = make_template();
    auto const file = next_file();
    fs::copy_file(migrated, file);
    return std::string(scheme) + file.string();
}

void drop(std::string const& url) {
    auto const path = url.substr(scheme.size());
    for (auto const* ending : {"", "-wal", "-shm"}) fs::remove(path + ending);
}

}  // namespace support::sqlite
