#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/expected.hpp"
#include "visits/setup.hpp"

namespace app {

// Every setting there is, its default, and what it means. Each can stand in the environment as WITHY_ and its
// name in capitals, and most on the command line; the command line wins.
struct Configuration {
    std::string data = "data";              // folder of the SQLite file and its backups
    std::string database;                   // "postgresql://…"; empty: withy.db in the data folder
    std::string listen = "127.0.0.1:8080";  // address:port
    // "https://withy.school.example"; empty: http on the listening address, which is localhost on loopback
    std::string public_address;
    std::string trusted_proxies;       // "127.0.0.1, 10.0.0.0/8": web servers in front; empty: none
    std::string tls_certificate_file;  // PEM; empty: plain http, for loopback or behind a web server with TLS
    std::string tls_key_file;
    std::string mail_server;  // "smtp://host:25" or "smtps://host:465"; empty: letters go on paper
    std::string mail_from;    // the sender's address
    std::string mail_user;
    std::string sealing_key_file;    // empty: sealing.key in the data folder; made on the first start
    std::string child_keys_file;     // empty: child-keys.db in the data folder; never in a backup of the rest
    std::string backups;             // the folder where backups arrive; empty: backups in the data folder
    std::string mail_password_file;  // a file that holds the password, so that no command line shows it
    std::string
        cpoms_receivers;  // a folder with a file for each school that hands pointers over; empty: none

    // By whose word people may sign in too: how each knows this Withy, a file that holds the secret between
    // them, and of which tenants or domains each school takes the word. Empty: nobody's.
    std::string microsoft_client;
    std::string microsoft_secret_file;
    std::string microsoft_tenants;  // "1:0aa8…, 2:…"
    std::string google_client;
    std::string google_secret_file;
    std::string google_domains;  // "1:school.example"

    std::string head_key_file;  // the key that signs the logs' heads; empty: head-key in the data folder

    // Where the database is, as db::Database::open takes it.
    std::string database_url() const;
    std::string sealing_key_path() const;
    std::string child_keys_path() const;
    // Whether Withy speaks TLS itself.
    bool has_tls() const;
    // Whether what people type begins with https.
    bool secure() const;
    std::string address_for_links() const;
    std::string folder_of_backups() const;
    // What is judged on the page of the installation and by `withy doctor`.
    visits::Setup setup() const;
    // Where port 0 was asked for, the system has chosen one by now.
    void listens_on(std::uint16_t port);
};

using Lookup = std::function<std::optional<std::string>(std::string const& name)>;

// Reads the WITHY_* settings over the defaults. Reports every mistake at once, so that an operator mends them
// in one go.
Expected<Configuration, std::vector<std::string>> read_configuration(Lookup const& lookup);

// The mistakes in settings that were put together, each in words that say how to mend it.
std::vector<std::string> mistakes_in(Configuration const& configuration);

struct Endpoint {
    std::string address;
    std::uint16_t port = 0;
};

// "127.0.0.1:8080" in its two parts; empty where it is not that.
std::optional<Endpoint> endpoint(std::string const& listen);

}  // namespace app
