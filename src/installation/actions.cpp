#include "installation/actions.hpp"

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "http/certificate.hpp"
#include "installation/rules.hpp"

namespace installation::actions {
namespace {

namespace files = std::filesystem;

bool is_open_to_others(std::string const& path) {
    struct stat status {};
    constexpr mode_t others = S_IRWXG | S_IRWXO;
    return stat(path.c_str(), &status) == 0 && (status.st_mode & others) != 0;
}

// A folder that others may not enter closes what lies in it too.
std::vector<OpenFile> open_files(Setup const& setup) {
    constexpr std::string_view sqlite = "sqlite:";
    std::vector<OpenFile> all;
    if (setup.database_url.starts_with(sqlite)) {
        auto const database = setup.database_url.substr(sqlite.size());
        auto const folder = files::path(database).parent_path().string();
        all.push_back({.path = folder.empty() ? "." : folder});
        for (auto const* const end : {"", "-wal", "-shm"}) all.push_back({.path = database + end});
    }
    all.push_back({.path = setup.backups});
    for (auto const* const end : {"", "-wal", "-shm"})
        all.push_back({.path = setup.child_keys_file + end, .is_key = true});
    for (auto const& secret :
         {setup.tls_key_file,
          setup.mail_password_file,
          setup.microsoft_secret_file,
          setup.google_secret_file})
        if (!secret.empty()) all.push_back({.path = secret, .is_key = true});
    std::erase_if(all, [](auto const& file) { return !is_open_to_others(file.path); });
    return all;
}

// Which everybody on the machine may read, of any process. One that ended meanwhile has none: reading its
// file fails, which an iterator over the file would throw.
std::string command_line(files::path const& path) {
    std::ifstream const file(path, std::ios::binary);
    std::ostringstream read;
    read << file.rdbuf();
    auto text = read.str();
    std::ranges::replace(text, '\0', ' ');
    return text;
}

bool a_command_line_shows_a_password() {
    std::error_code fault;
    for (auto const& process : files::directory_iterator("/proc", fault)) {
        auto const name = process.path().filename().string();
        if (!std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; })) continue;
        if (shows_a_password(command_line(process.path() / "cmdline"))) return true;
    }
    return false;
}

std::optional<Room> room_for(Setup const& setup) {
    struct statvfs disk {};
    if (statvfs(setup.data.c_str(), &disk) != 0) return std::nullopt;
    return Room{std::uint64_t{disk.f_bavail} * disk.f_frsize, std::uint64_t{disk.f_blocks} * disk.f_frsize};
}

// Withy's own copies before a migration count too.
std::optional<Instant> newest_in(std::string const& folder) {
    std::optional<Instant> newest;
    std::error_code fault;
    for (auto const& entry : files::directory_iterator(folder, fault)) {
        struct stat status {};
        if (stat(entry.path().c_str(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0)
            continue;
        Instant const at{static_cast<std::int64_t>(status.st_mtim.tv_sec) * seconds};
        newest = std::max(newest.value_or(at), at);
    }
    return newest;
}

// Under the name that the file has, or that Withy gives it.
std::vector<std::string> child_keys_in(Setup const& setup) {
    auto const own = files::path(setup.child_keys_file).filename();
    std::vector<std::string> found;
    std::error_code fault;
    auto const options = files::directory_options::skip_permission_denied;
    for (auto const& entry : files::recursive_directory_iterator(setup.backups, options, fault)) {
        auto const name = entry.path().filename();
        if (name == own || name == "child-keys.db") found.push_back(entry.path().string());
    }
    std::ranges::sort(found);
    return found;
}

std::optional<CertificateFact> certificate(Setup const& setup) {
    if (setup.tls_certificate_file.empty()) return std::nullopt;
    try {
        return CertificateFact{http::end_of_certificate(setup.tls_certificate_file), {}};
    } catch (std::runtime_error const& fault) {
        return CertificateFact{std::nullopt, fault.what()};
    }
}

}  // namespace

MachineFacts look_at_machine(Setup const& setup) {
    return {
        .runs_as_root = geteuid() == 0,
        .open_to_others = open_files(setup),
        .command_line_shows_a_password = a_command_line_shows_a_password(),
        .child_keys_in_backups = child_keys_in(setup),
        .room = room_for(setup),
        .newest_backup_at = newest_in(setup.backups),
        .certificate = certificate(setup),
    };
}

}  // namespace installation::actions
