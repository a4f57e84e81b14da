#include "installation/routes.hpp"

#include "installation/actions.hpp"
#include "installation/pages.hpp"
#include "installation/rules.hpp"
#include "installation/store.hpp"

namespace installation {
namespace {

// Judges what the operator set, and what the machine and the database show.
http::Response get_installation(Visit& visit, http::Request const&) {
    if (visit.setup == nullptr) return http::not_found();
    Facts const facts{
        .now = visit.now,
        .setup = *visit.setup,
        .machine = actions::look_at_machine(*visit.setup),
        .database = store::facts(visit.db, visit.school, visit.school_name, visit.today),
    };
    return visit.page(pages::installation(findings(facts)));
}

}  // namespace

Routes routes() { return {{"GET", "/school/installation", Permission::run_school, get_installation}}; }

}  // namespace installation
