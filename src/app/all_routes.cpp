#include "app/public_routes.hpp"
#include "app/route_table.hpp"

namespace app {
namespace {

void add(Routes& all, Routes const& more) { all.insert(all.end(), more.begin(), more.end()); }

}  // namespace

Routes all_routes() {
    Routes all;
    add(all, public_routes());
    return all;
}

}  // namespace app
