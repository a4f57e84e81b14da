#include <pthread.h>
#include <sched.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <csignal>
#include <ctime>
#include <memory>
#include <optional>
#include <ostream>
#include <stdexcept>
#include <string>
#include <thread>

#include "app/application.hpp"
#include "app/child_keys_file.hpp"
#include "app/head_key.hpp"
#include "app/post.hpp"
#include "app/read_log.hpp"
#include "app/start.hpp"
#include "base/instant.hpp"
#include "child_keys/destroying.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "db/migrations.hpp"
#include "db/rounds.hpp"
#include "heads/signing_actions.hpp"
#include "http/certificate.hpp"
#include "http/server.hpp"
#include "merging/actions.hpp"

namespace cli {
namespace {

// Each holds four buffers of some 17 KB, two of Asio's and two of OpenSSL's, whatever it does.
constexpr std::size_t connections_with_tls = 3'000;

// The signals that are meant for the server are blocked in every thread, so that one thread waits for them in
// peace.
sigset_t awaited_signals(bool with_hangup) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    if (with_hangup) sigaddset(&signals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

// A thread that is woken waits until the one that runs gives way, rather than push it aside: under load the
// thread that talks to browsers then sends several answers each time it runs. Threads made later do the same.
void wake_without_pushing_aside() {
    sched_param const parameter{};
    sched_setscheduler(0, SCHED_BATCH, &parameter);
}

std::shared_ptr<http::Certificate> certificate_of(app::Configuration const& configuration) {
    if (!configuration.has_tls()) return nullptr;
    return std::make_shared<http::Certificate>(
        http::CertificateFiles{configuration.tls_certificate_file, configuration.tls_key_file},
        clock_reading()
    );
}

// What renews a certificate puts its files down one after the other, so for a moment they may not fit. Each
// fault is told once.
void renew(http::Certificate& certificate, bool asked, std::string& told) {
    try {
        if (asked) certificate.renew(clock_reading());
        if (asked || certificate.renew_where_due(clock_reading()))
            spdlog::info("The certificate was read anew");
        told.clear();
    } catch (std::runtime_error const& fault) {
        if (told != fault.what())
            spdlog::error("The certificate that was read before stays: {}", fault.what());
        told = fault.what();
    }
}

// Returns when the server is to end. Meanwhile looks after the certificate: on SIGHUP, and every ten seconds.
void wait_for_the_end(sigset_t const& signals, http::Certificate* certificate) {
    constexpr timespec look_again{.tv_sec = 10, .tv_nsec = 0};
    std::string told;
    for (;;) {
        int const signal = sigtimedwait(&signals, nullptr, certificate != nullptr ? &look_again : nullptr);
        if (signal == SIGINT || signal == SIGTERM) return;
        if (certificate != nullptr) renew(*certificate, signal == SIGHUP, told);
    }
}

}  // namespace

std::optional<app::Endpoint> place_to_listen(Session& session) {
    auto place = app::endpoint(session.configuration.listen);
    if (place) return place;
    session.terminal.err << "withy: --listen takes an address and a port, such as 127.0.0.1:8080\n";
    session.exit_code = 2;
    return std::nullopt;
}

void serve(Session& session) {
    auto& configuration = session.configuration;
    auto const signals = awaited_signals(configuration.has_tls());
    wake_without_pushing_aside();
    auto const place = place_to_listen(session);
    if (!place) return;

    auto const certificate = certificate_of(configuration);
    app::OnlyServer const only(configuration);  // before anything is migrated beneath another
    auto database = app::open_up_to_date(configuration, lines_on(session.terminal.out));
    app::open_child_keys(configuration, *database);
    app::seal_what_migrations_left(*database);
    if (auto const warning = app::warning_of_role(*database); !warning.empty()) {
        session.terminal.err << "withy: " << warning << std::endl;
        spdlog::warn("{}", warning);
    }
    if (!app::keeps_reads)
        session.terminal.err << "withy: WARNING: this build keeps no log of reads. It is for measuring alone."
                             << std::endl;
    std::optional<app::Application> application;  // made once the port is known, which its links name
    auto const postman = app::postman_for(configuration, *database);
    auto const courier = app::courier_for(configuration, *database);
    http::ServerSettings settings;
    settings.address = place->address;
    settings.port = place->port;
    if (certificate) settings.connections = connections_with_tls;
    http::Server server(
        settings,
        [&](http::Request request, http::Answer const& answer) {
            application->take(std::move(request), answer);
        },
        [&](http::Request const& headers_only) { return application->body_limit(headers_only); },
        [&](http::Request headers_only, http::Answer const& answer) {
            application->ask_first(std::move(headers_only), answer);
        },
        certificate
    );
    configuration.listens_on(server.port());
    if (postman) postman->start();
    heads::Signer const signer(
        database->connect(db::Mode::write),
        app::head_key(configuration),
        clock_reading,
        [](std::string const& why) { spdlog::error("where a log stands was not signed: {}", why); }
    );
    child_keys::Destroyer const destroyer(database->connect(db::Mode::write), [](std::string const& why) {
        spdlog::error("a child's key was not destroyed: {}", why);
    });
    db::Rounds const clearing(
        database->connect(db::Mode::write),
        {.before_the_first = std::chrono::minutes{2}, .between = std::chrono::hours{24}},
        [](db::Connection& db) { merging::clear_records_of_before(db, clock_reading()); },
        [](std::string const& why) {
            spdlog::error("what records said before they were merged was not cleared: {}", why);
        }
    );
    if (courier) courier->start();
    application.emplace(*database, app::settings_for(configuration, *database));
    session.terminal.out << "Withy serves on " << (certificate ? "https://" : "http://")
                         << configuration.listen << '\n';
    if (auto const code = app::setup_code(*database))
        session.terminal.out << "There is no school yet. Open /set-up there and enter this code: " << *code
                             << '\n';
    session.terminal.out.flush();

    std::thread waits_for_the_end([&] {
        wait_for_the_end(signals, certificate.get());
        server.stop();
    });
    server.run();
    waits_for_the_end.join();
}

void add_serve(CLI::App& withy, Session& session) {
    auto* const command = withy.add_subcommand("serve", "Serve Withy to browsers");
    add_data_options(*command, session);
    command->add_option("--listen", session.configuration.listen, "Address and port")->capture_default_str();
    command->callback([&session] { serve(session); });
}

}  // namespace cli
