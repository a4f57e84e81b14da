#include "app/public_routes.hpp"
#include "app/route_table.hpp"
#include "cases/routes.hpp"
#include "safeguarding/routes.hpp"
#include "exchange/routes.hpp"
#include "pupils/routes.hpp"

namespace app {
namespace {

void add(Routes& all, Routes const& more) { all.insert(all.end(), more.begin(), more.end()); }

}  // namespace

Routes all_routes() {
    Routes all;
    add(all, public_routes());
    add(all, cases::routes());
    add(all, safeguarding::routes());
    add(all, pupils::routes());
    add(all, exchange::routes());
    return all;
}

}  // namespace app
