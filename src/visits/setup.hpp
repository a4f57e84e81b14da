#pragma once

#include <string>

namespace visits {

// What the operator set, as the page that judges the installation reads it.
struct Setup {
    std::string data;            // the folder of the SQLite file
    std::string database_url;    // "sqlite:…" or "postgresql://…"
    std::string listen_address;  // "127.0.0.1"
    std::string public_address;  // empty: none was named
    std::string trusted_proxies;
    std::string tls_certificate_file;  // empty: Withy speaks plain http
    std::string tls_key_file;
    std::string mail_server;
    std::string mail_user;
    std::string mail_password_file;
    std::string backups;  // the folder where backups arrive
    std::string microsoft_secret_file;
    std::string microsoft_tenants;  // by whose word people may sign in too; empty: nobody's
    std::string google_secret_file;
    std::string google_domains;
    std::string child_keys_file;  // of which no backup of the database holds a copy
};

}  // namespace visits
