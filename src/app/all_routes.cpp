#include "app/public_routes.hpp"
#include "app/route_table.hpp"
#include "cases/routes.hpp"
#include "safeguarding/routes.hpp"

namespace app {
namespace {

void add(Routes& all, Routes const& more) { all.insert(all.end(), more.begin(), more.end()); }

}  // namespace

Routes all_routes() {
    Routes all;
    add(all, public_routes());
    add(all, cases::routes());
    add(all, safeguarding::routes());
    return all;
}

}  // namespace app
