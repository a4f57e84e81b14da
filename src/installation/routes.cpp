#include "installation/routes.hpp"

#include "installation/actions.hpp"
#include "installation/pages.hpp"
#include "installation/rules.hpp"
#include "installation/store.hpp"

namespace installation {

http::Response get_installation(Visit& visit, Setup const& setup) {
    Facts const facts{
        .now = visit.now,
        .setup = setup,
        .machine = actions::look_at_machine(setup),
        .database = store::facts(visit.db, visit.school, visit.school_name),
    };
    return visit.page(pages::installation(findings(facts)));
}

}  // namespace installation
