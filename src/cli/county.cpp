#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "app/start.hpp"
#include "base/instant.hpp"
#include "cli/commands.hpp"
#include "county/pages.hpp"
#include "county/rules.hpp"
#include "county/store.hpp"
#include "db/database.hpp"
#include "insight/rules.hpp"

namespace cli {
namespace {

constexpr int years_shown = 10;

struct Wishes {
    bool as_csv = false;
    bool says_how_long = false;
};

void show_outcomes(Session& session, Wishes const& wishes) {
    auto const database = app::open_in_use(session.configuration);
    auto const connection = database->connect(db::Mode::read);
    auto const began = clock_reading();
    auto const last = insight::last_year_to_tell(calendar::local_date(began));
    auto const given = [&] {
        db::Transaction const transaction(*connection, db::Mode::read);
        return county::store::given(*connection, last - years_shown + 1, last);
    }();
    auto const county = county::county_of(given);
    auto const shown =
        wishes.as_csv ? county::pages::as_csv(county) : design::document(county::pages::outcomes(county));
    auto const ended = clock_reading();
    session.terminal.out << shown;
    if (wishes.says_how_long) session.terminal.err << (ended - began) << " ms\n";
}

}  // namespace

void add_county(CLI::App& withy, Session& session) {
    auto* const command = withy.add_subcommand("county", "What schools gave to the county to see");
    command->require_subcommand(1);
    auto* const outcomes =
        command->add_subcommand("outcomes", "Write the outcomes over all schools and ten years as a page");
    add_data_options(*outcomes, session);
    auto const wishes = std::make_shared<Wishes>();
    outcomes->add_flag("--csv", wishes->as_csv, "As CSV in place of a page");
    outcomes->add_flag("--time", wishes->says_how_long, "Say how long it took, apart from what is written");
    outcomes->callback([&session, wishes] { show_outcomes(session, *wishes); });
}

}  // namespace cli
