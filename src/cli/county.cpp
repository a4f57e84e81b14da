#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

#include "app/start.hpp"
#include "base/calendar.hpp"
#include "base/instant.hpp"
#include "cli/commands.hpp"
#include "county/actions.hpp"
#include "county/pages.hpp"
#include "county/rules.hpp"
#include "county/store.hpp"
#include "county/team_actions.hpp"
#include "db/database.hpp"
#include "insight/rules.hpp"

namespace cli {
namespace {

struct Wishes {
    bool as_csv = false;
    bool says_how_long = false;
    std::size_t measure = 1;  // as the page numbers them
};

void show_outcomes(Session& session, Wishes const& wishes) {
    auto const database = app::open_in_use(session.configuration);
    auto const connection = database->connect(db::Mode::read);
    auto const began = clock_reading();
    auto const last = insight::last_year_to_tell(calendar::local_date(began));
    auto const given = [&] {
        db::Transaction const transaction(*connection, db::Mode::read);
        return county::store::given(*connection, last - county::actions::years_told + 1, last);
    }();
    auto const county = county::county_of(given);
    auto const page =
        county::pages::outcomes(county, {.measure = std::max<std::size_t>(wishes.measure, 1) - 1});
    auto const shown = wishes.as_csv ? county::pages::as_csv(county) : design::document(page);
    auto const ended = clock_reading();
    session.terminal.out << shown;
    if (wishes.says_how_long) session.terminal.err << (ended - began) << " ms\n";
}

struct Analyst {
    std::string team;
    std::string name;
    std::string address;
};

// What is done in the county's team stands if the act has nothing against it; else it says what to mend.
template <class Act>
void in_team(Session& session, std::string const& name, Act act) {
    auto const database = app::open_in_use(session.configuration);
    auto const connection = database->connect(db::Mode::write);
    db::Transaction transaction(*connection, db::Mode::write);
    auto const now = clock_reading();
    Visit visit{
        .db = *connection,
        .now = now,
        .today = calendar::local_date(now),
        .school = {},
        .school_name = {},
        .who = {},
        .frame = {}};
    visit.who.name = "withy county";
    auto const entered = county::actions::enter_team(visit, name);
    auto const fault = entered ? act(visit) : std::string(county::actions::in_words(entered.error()));
    if (fault.empty()) return transaction.commit();
    session.terminal.err << "withy: " << fault << '\n';
    session.exit_code = 1;
}

void invite_analyst(Session& session, Analyst const& analyst) {
    in_team(session, analyst.team, [&](Visit& visit) -> std::string {
        auto const made = county::actions::invite(visit, {.name = analyst.name, .address = analyst.address});
        if (!made) return made.error();
        session.terminal.out << analyst.name << " of " << visit.school_name
                             << " chooses a password within 14 days at\n"
                             << session.configuration.address_for_links() << "/invitations/" << made->token
                             << '\n';
        return {};
    });
}

void end_analyst(Session& session, std::string const& address) {
    in_team(session, {}, [&](Visit& visit) -> std::string {
        auto const left = county::actions::leave(visit, address);
        if (!left) return left.error();
        session.terminal.out << address << " opens nothing of " << visit.school_name << " any more.\n";
        return {};
    });
}

void add_outcomes(CLI::App& county, Session& session) {
    auto* const outcomes =
        county.add_subcommand("outcomes", "Write the outcomes over all schools and ten years as a page");
    add_data_options(*outcomes, session);
    auto const wishes = std::make_shared<Wishes>();
    outcomes->add_flag("--csv", wishes->as_csv, "As CSV in place of a page");
    outcomes->add_option(
        "--measure", wishes->measure, "By which measure schools are told apart, as the page numbers them"
    );
    outcomes->add_flag("--time", wishes->says_how_long, "Say how long it took, apart from what is written");
    outcomes->callback([&session, wishes] { show_outcomes(session, *wishes); });
}

void add_team(CLI::App& county, Session& session) {
    auto* const team = county.add_subcommand(
        "team",
        "Invite somebody to the county's nurture team, who reads what schools gave, and makes the team"
    );
    add_data_options(*team, session);
    auto const analyst = std::make_shared<Analyst>();
    team->add_option("--name", analyst->team, "What the team is called; needed the first time");
    team->add_option("--person", analyst->name, "The name of whom to invite")->required();
    team->add_option("--address", analyst->address, "Their e-mail address, by which they sign in")
        ->required();
    team->callback([&session, analyst] { invite_analyst(session, *analyst); });
}

void add_leave(CLI::App& county, Session& session) {
    auto* const leave = county.add_subcommand("leave", "End the sign-in of somebody of the county's team");
    add_data_options(*leave, session);
    auto const address = std::make_shared<std::string>();
    leave->add_option("--address", *address, "Their e-mail address")->required();
    leave->callback([&session, address] { end_analyst(session, *address); });
}

}  // namespace

void add_county(CLI::App& withy, Session& session) {
    auto* const command = withy.add_subcommand("county", "What schools gave to the county, and who reads it");
    command->require_subcommand(1);
    add_outcomes(*command, session);
    add_team(*command, session);
    add_leave(*command, session);
}

}  // namespace cli
