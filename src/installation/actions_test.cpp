#include "installation/actions.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "support/certificates.hpp"

namespace installation {
namespace {

namespace files = std::filesystem;

class Machine : public testing::Test {
protected:
    Machine() {
        files::create_directories(folder + "/backups");
        for (auto const* const path : {"/withy.db", "/withy.db-wal", "/password"}) write(path);
        for (auto const* const path : {"", "/backups"}) close_to_others(path);
        setup.data = folder;
        setup.database_url = "sqlite:" + folder + "/withy.db";
        setup.backups = folder + "/backups";
        setup.mail_password_file = folder + "/password";
    }
    ~Machine() override { files::remove_all(folder); }

    void write(std::string const& path) const {
        std::ofstream(folder + path) << "bytes";
        close_to_others(path);
    }
    void close_to_others(std::string const& path) const {
        files::permissions(folder + path, files::perms::owner_all);
    }
    void open_to_others(std::string const& path) const {
        files::permissions(folder + path, files::perms::owner_all | files::perms::others_read);
    }
    std::vector<std::string> open() const {
        std::vector<std::string> paths;
        for (auto const& file : actions::look_at_machine(setup).open_to_others)
            paths.push_back(file.path.substr(folder.size()));
        return paths;
    }

    std::string folder = testing::TempDir() + "withy_machine_" + std::to_string(getpid());
    installation::Setup setup;
};

TEST_F(Machine, files_and_folders_that_others_may_use_are_seen) {
    EXPECT_EQ(open(), std::vector<std::string>{});
    for (auto const* const path : {"", "/withy.db", "/withy.db-wal", "/backups", "/password"}) {
        open_to_others(path);
        EXPECT_EQ(open(), std::vector<std::string>{path});
        close_to_others(path);
    }
}

TEST_F(Machine, childrens_keys_among_the_backups_are_seen) {
    setup.child_keys_file = folder + "/keys.db";
    write("/keys.db");
    write("/backups/withy.db");
    EXPECT_EQ(actions::look_at_machine(setup).child_keys_in_backups, std::vector<std::string>{});
    files::create_directories(folder + "/backups/monday");
    write("/backups/monday/keys.db");
    write("/backups/child-keys.db");
    std::vector<std::string> const both{
        folder + "/backups/child-keys.db", folder + "/backups/monday/keys.db"};
    EXPECT_EQ(actions::look_at_machine(setup).child_keys_in_backups, both);
    open_to_others("/keys.db");
    EXPECT_EQ(open(), std::vector<std::string>{"/keys.db"});
}

TEST_F(Machine, the_newest_backup_counts_and_an_empty_one_does_not) {
    EXPECT_FALSE(actions::look_at_machine(setup).newest_backup_at);
    std::ofstream(folder + "/backups/cut.db").flush();
    EXPECT_FALSE(actions::look_at_machine(setup).newest_backup_at);
    write("/backups/old.db");
    files::last_write_time(
        folder + "/backups/old.db", files::file_time_type::clock::now() - std::chrono::hours(50)
    );
    auto const old = actions::look_at_machine(setup).newest_backup_at;
    ASSERT_TRUE(old);
    EXPECT_NEAR(static_cast<double>(clock_reading() - *old) / static_cast<double>(1 * hours), 50, 0.1);
    write("/backups/new.db");
    EXPECT_LT(clock_reading() - *actions::look_at_machine(setup).newest_backup_at, 1 * minutes);
}

TEST_F(Machine, room_and_user_are_those_of_this_machine) {
    auto const machine = actions::look_at_machine(setup);
    EXPECT_EQ(machine.runs_as_root, geteuid() == 0);
    ASSERT_TRUE(machine.room);
    EXPECT_GT(machine.room->all_bytes, machine.room->free_bytes);
    setup.data = folder + "/nowhere";
    EXPECT_FALSE(actions::look_at_machine(setup).room);
}

// Before, a process that ended between the opening of its file and the reading threw in about one look of
// sixty.
TEST_F(Machine, is_looked_at_while_its_processes_come_and_go) {
    std::vector<std::jthread> comings_and_goings;
    for (int thread = 0; thread < 8; ++thread)
        comings_and_goings.emplace_back([](std::stop_token const& end) {
            while (!end.stop_requested())
                if (auto const process = fork(); process == 0)
                    _exit(0);
                else
                    waitpid(process, nullptr, 0);
        });
    for (int look = 0; look < 300; ++look) EXPECT_NO_THROW(actions::look_at_machine(setup)) << look;
}

TEST_F(Machine, a_certificate_is_read_where_there_is_one) {
    EXPECT_FALSE(actions::look_at_machine(setup).certificate);
    support::MadeCertificate const made(10);
    setup.tls_certificate_file = made.chain();
    EXPECT_TRUE(actions::look_at_machine(setup).certificate->ends_at);
    setup.tls_certificate_file = made.key();
    EXPECT_FALSE(actions::look_at_machine(setup).certificate->ends_at);
    EXPECT_NE(actions::look_at_machine(setup).certificate->fault, "");
}

}  // namespace
}  // namespace installation
