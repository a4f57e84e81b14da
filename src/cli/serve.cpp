#include <pthread.h>
#include <sched.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <optional>
#include <ostream>
#include <thread>

#include "app/application.hpp"
#include "app/head_key.hpp"
#include "app/post.hpp"
#include "app/read_log.hpp"
#include "app/start.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "db/migrations.hpp"
#include "heads/signing_actions.hpp"
#include "http/server.hpp"

namespace cli {
namespace {

// The signals that end a server are blocked in every thread, so that one thread waits for them in peace.
sigset_t ending_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

// A thread that is woken waits until the one that runs gives way, rather than push it aside: under load the
// thread that talks to browsers then sends several answers each time it runs. Threads made later do the same.
void wake_without_pushing_aside() {
    sched_param const parameter{};
    sched_setscheduler(0, SCHED_BATCH, &parameter);
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
    auto const signals = ending_signals();
    wake_without_pushing_aside();
    auto& configuration = session.configuration;
    auto const place = place_to_listen(session);
    if (!place) return;

    auto database = app::open_up_to_date(configuration, lines_on(session.terminal.out));
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
    http::Server server(
        settings,
        [&](http::Request request, http::Answer const& answer) {
            application->take(std::move(request), answer);
        },
        [&](http::Request const& headers_only) { return application->body_limit(headers_only); },
        [&](http::Request headers_only, http::Answer const& answer) {
            application->ask_first(std::move(headers_only), answer);
        }
    );
    configuration.listens_on(server.port());
    if (postman) postman->start();
    heads::Signer const signer(
        database->connect(db::Mode::write),
        app::head_key(configuration),
        clock_reading,
        [](std::string const& why) { spdlog::error("where a log stands was not signed: {}", why); }
    );
    if (courier) courier->start();
    application.emplace(*database, app::settings_for(configuration, *database));
    session.terminal.out << "Withy serves on http://" << configuration.listen << '\n';
    if (auto const code = app::setup_code(*database))
        session.terminal.out << "There is no school yet. Open /set-up there and enter this code: " << *code
                             << '\n';
    session.terminal.out.flush();

    std::thread waits_for_the_end([&] {
        int signal = 0;
        sigwait(&signals, &signal);
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
