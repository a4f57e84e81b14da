#include <memory>
#include <ostream>

#include "app/child_keys_file.hpp"
#include "app/start.hpp"
#include "base/instant.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "demonstration/actions.hpp"

namespace cli {
namespace {

struct Wishes {
    demonstration::Size size;
    bool seed_only = false;
    int port = 0;
};

// False where there is a school already.
bool make(db::Database& database, demonstration::Size const& size, Instant now, Terminal const& terminal) {
    Progress progress(terminal.out, terminal.is_screen);
    return demonstration::make(database, size, now, [&](auto const& how_far) { progress.say(how_far); });
}

// What can't be made, with what can; empty where it can be made.
std::string impossible(demonstration::Size const& size) {
    using namespace demonstration;
    if (size.schools < 1 || size.schools > most_schools)
        return "--schools takes a number from 1 to " + text::grouped(most_schools);
    auto const fewest = size.schools * fewest_pupils;
    auto const most = size.schools * most_pupils;
    if (size.pupils >= fewest && size.pupils <= most) return {};
    return "a made-up school has from " + text::grouped(fewest_pupils) + " to " + text::grouped(most_pupils) +
           " pupils: for " + text::counted(size.schools, "school", "schools") +
           ", --pupils takes a number from " + text::grouped(fewest) + " to " + text::grouped(most);
}

void refuse(Session& session, std::string_view why) {
    session.terminal.err << "withy: " << why << '\n';
    session.exit_code = 1;
}

void demo(Session& session, Wishes const& wishes) {
    auto& terminal = session.terminal;
    if (auto const why = impossible(wishes.size); !why.empty()) {
        terminal.err << "withy: " << why << '\n';
        session.exit_code = 2;
        return;
    }
    if (wishes.port > 0) session.configuration.listen = "127.0.0.1:" + std::to_string(wishes.port);
    if (!wishes.seed_only && !place_to_listen(session)) return;
    auto size = wishes.size;
    size.address = session.configuration.address_for_links();
    auto const began = clock_reading();
    {
        app::OnlyServer const only(session.configuration);
        auto const database = app::open_up_to_date(session.configuration, lines_on(terminal.out));
        app::open_child_keys(session.configuration, *database);
        if (make(*database, size, began, terminal)) {
            terminal.out << "Made " << size.schools
                         << (size.schools == 1 ? " fictional school" : " fictional schools") << " with "
                         << size.pupils << " pupils in " << (clock_reading() - began) / seconds << " s."
                         << std::endl;
        } else if (wishes.seed_only) {
            return refuse(
                session, "there is a school in this data already; name an empty folder with --data"
            );
        } else if (!app::settings_for(session.configuration, *database).demonstration) {
            return refuse(session, "this data is a real school's; serve it with: withy serve");
        }
    }
    if (wishes.seed_only) return;
    serve(session);
}

}  // namespace

void add_demo(CLI::App& withy, Session& session) {
    auto const wishes = std::make_shared<Wishes>();
    auto* const command =
        withy.add_subcommand("demo", "Make a fictional school where there is none yet, and serve it");
    add_data_options(*command, session);
    command->add_option("--listen", session.configuration.listen, "Address and port")->capture_default_str();
    command->add_option("--port", wishes->port, "Port on this machine, instead of --listen")
        ->check(CLI::Range(1, 65535));
    command->add_flag("--seed-only", wishes->seed_only, "Make the data and serve nothing");
    command->add_option("--seed", wishes->size.seed, "The same seed makes the same data")
        ->capture_default_str();
    command->add_option("--schools", wishes->size.schools, "How many schools")->capture_default_str();
    command->add_option("--pupils", wishes->size.pupils, "How many pupils in all")->capture_default_str();
    command->add_option(
        "--cases", wishes->size.cases, "How many cases in all, for load; 0: the demonstration's own"
    );
    command->add_option(
        "--evaluations", wishes->size.evaluations, "About how many evaluations in all, for load"
    );
    command->callback([&session, wishes] { demo(session, *wishes); });
}

}  // namespace cli
