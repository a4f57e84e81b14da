#include "app/configuration.hpp"

#include <arpa/inet.h>

#include <array>
#include <charconv>

#include "app/providers.hpp"
#include "app/proxies.hpp"

namespace app {
namespace {

bool is_address(int family, std::string const& text) {
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    return inet_pton(family, text.c_str(), bytes.data()) == 1;
}

// "127.0.0.1" and "[::1]", which is ::1. A name such as localhost is no address.
std::optional<std::string> address_in(std::string const& host) {
    if (!host.starts_with('[')) return is_address(AF_INET, host) ? std::optional(host) : std::nullopt;
    if (!host.ends_with(']')) return std::nullopt;
    auto inside = host.substr(1, host.size() - 2);
    return is_address(AF_INET6, inside) ? std::optional(std::move(inside)) : std::nullopt;
}

// Browsers give passkeys to this name, and to no address of numbers.
std::string name_of(std::string const& host) {
    return host == "127.0.0.1" || host == "[::1]" ? "localhost" : host;
}

}  // namespace

std::string Configuration::database_url() const {
    return database.empty() ? "sqlite:" + data + "/withy.db" : database;
}

std::string Configuration::sealing_key_path() const {
    return sealing_key_file.empty() ? data + "/sealing.key" : sealing_key_file;
}

std::string Configuration::child_keys_path() const {
    return child_keys_file.empty() ? data + "/child-keys.db" : child_keys_file;
}

bool Configuration::has_tls() const { return !tls_certificate_file.empty(); }

bool Configuration::secure() const { return has_tls() || public_address.starts_with("https://"); }

std::string Configuration::address_for_links() const {
    if (!public_address.empty()) return public_address;
    if (has_tls()) return "https://" + listen;
    auto const colon = listen.rfind(':');
    if (colon == std::string::npos) return "http://" + listen;
    return "http://" + name_of(listen.substr(0, colon)) + listen.substr(colon);
}

std::string Configuration::folder_of_backups() const { return backups.empty() ? data + "/backups" : backups; }

visits::Setup Configuration::setup() const {
    auto const place = endpoint(listen);
    return {
        .data = data,
        .database_url = database_url(),
        .listen_address = place ? place->address : listen,
        .public_address = public_address,
        .trusted_proxies = trusted_proxies,
        .tls_certificate_file = tls_certificate_file,
        .tls_key_file = tls_key_file,
        .mail_server = mail_server,
        .mail_user = mail_user,
        .mail_password_file = mail_password_file,
        .backups = folder_of_backups(),
        .microsoft_secret_file = microsoft_secret_file,
        .microsoft_tenants = microsoft_tenants,
        .google_secret_file = google_secret_file,
        .google_domains = google_domains,
        .child_keys_file = child_keys_path(),
    };
}

void Configuration::listens_on(std::uint16_t port) {
    listen = listen.substr(0, listen.rfind(':') + 1) + std::to_string(port);
}

Expected<Configuration, std::vector<std::string>> read_configuration(Lookup const& lookup) {
    Configuration configuration;
    auto const take = [&](std::string const& name, std::string& into) {
        if (auto const value = lookup("WITHY_" + name)) into = *value;
    };
    take("DATA", configuration.data);
    take("DATABASE", configuration.database);
    take("LISTEN", configuration.listen);
    take("PUBLIC_ADDRESS", configuration.public_address);
    take("TRUSTED_PROXIES", configuration.trusted_proxies);
    take("SEALING_KEY_FILE", configuration.sealing_key_file);
    take("CHILD_KEYS_FILE", configuration.child_keys_file);
    take("TLS_CERTIFICATE_FILE", configuration.tls_certificate_file);
    take("TLS_KEY_FILE", configuration.tls_key_file);
    take("MAIL_SERVER", configuration.mail_server);
    take("MAIL_FROM", configuration.mail_from);
    take("MAIL_USER", configuration.mail_user);
    take("MAIL_PASSWORD_FILE", configuration.mail_password_file);
    take("HEAD_KEY_FILE", configuration.head_key_file);
    take("CPOMS_RECEIVERS", configuration.cpoms_receivers);
    take("BACKUPS", configuration.backups);
    take("MICROSOFT_CLIENT", configuration.microsoft_client);
    take("MICROSOFT_SECRET_FILE", configuration.microsoft_secret_file);
    take("MICROSOFT_TENANTS", configuration.microsoft_tenants);
    take("GOOGLE_CLIENT", configuration.google_client);
    take("GOOGLE_SECRET_FILE", configuration.google_secret_file);
    take("GOOGLE_DOMAINS", configuration.google_domains);

    if (auto mistakes = mistakes_in(configuration); !mistakes.empty()) return refuse(std::move(mistakes));
    return configuration;
}

std::vector<std::string> mistakes_in(Configuration const& configuration) {
    std::vector<std::string> mistakes;
    if (!endpoint(configuration.listen))
        mistakes.push_back(
            "WITHY_LISTEN must be an address and a port, such as 127.0.0.1:8080, not '" +
            configuration.listen + "'"
        );
    if (!configuration.database.empty() && !configuration.database.starts_with("postgresql://") &&
        !configuration.database.starts_with("sqlite:"))
        mistakes.emplace_back("WITHY_DATABASE must start with postgresql:// or sqlite:");
    if (!configuration.public_address.empty() && !configuration.public_address.starts_with("https://") &&
        !configuration.public_address.starts_with("http://"))
        mistakes.emplace_back("WITHY_PUBLIC_ADDRESS must start with https://");
    if (configuration.tls_certificate_file.empty() != configuration.tls_key_file.empty())
        mistakes.emplace_back(
            "WITHY_TLS_CERTIFICATE_FILE and WITHY_TLS_KEY_FILE stand together: the one is of no use without "
            "the "
            "other"
        );
    if (configuration.has_tls() && configuration.public_address.starts_with("http://"))
        mistakes.emplace_back("WITHY_PUBLIC_ADDRESS must start with https:// where Withy has a certificate");
    if (!networks_in(configuration.trusted_proxies))
        mistakes.emplace_back(
            "WITHY_TRUSTED_PROXIES must list addresses or networks, such as 127.0.0.1, 10.0.0.0/8"
        );
    if (!configuration.mail_server.empty() && !configuration.mail_server.starts_with("smtp://") &&
        !configuration.mail_server.starts_with("smtps://"))
        mistakes.emplace_back("WITHY_MAIL_SERVER must start with smtp:// or smtps://");
    if (!configuration.mail_server.empty() && configuration.mail_from.empty())
        mistakes.emplace_back("WITHY_MAIL_FROM must name the sender's address where WITHY_MAIL_SERVER is set"
        );
    for (auto& mistake : mistakes_in_providers(configuration)) mistakes.push_back(std::move(mistake));
    return mistakes;
}

std::optional<Endpoint> endpoint(std::string const& listen) {
    auto const colon = listen.rfind(':');
    if (colon == std::string::npos || colon == 0) return std::nullopt;
    auto const address = address_in(listen.substr(0, colon));
    if (!address) return std::nullopt;
    Endpoint result{*address, 0};
    auto const* const end = listen.data() + listen.size();
    auto const [stop, error] = std::from_chars(listen.data() + colon + 1, end, result.port);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return result;
}

}  // namespace app
