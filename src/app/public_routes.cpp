#include "app/public_routes.hpp"

#include "app/public_pages.hpp"

namespace app {
namespace {

// Ready: a connection answers.
http::Response get_health(Visit& visit, http::Request const&) {
    visit.db.the<std::int64_t>("SELECT count(*) FROM installation");
    http::Response response;
    response.with("Content-Type", "text/plain; charset=utf-8");
    response.body = "ready\n";
    return response;
}

http::Response get_accessibility(Visit& visit, http::Request const&) {
    return visit.page(pages::accessibility());
}
http::Response get_privacy(Visit& visit, http::Request const&) { return visit.page(pages::privacy()); }
http::Response get_privacy_for_children(Visit& visit, http::Request const&) {
    return visit.page(pages::privacy_for_children());
}
http::Response get_help(Visit& visit, http::Request const&) {
    return visit.page(pages::help(visit.who.staff.has_value()));
}

}  // namespace

Routes public_routes() {
    return {
        {"GET", "/healthz", Permission::anyone, get_health},
        {"GET", "/accessibility", Permission::anyone, get_accessibility},
        {"GET", "/privacy", Permission::anyone, get_privacy},
        {"GET", "/privacy/children", Permission::anyone, get_privacy_for_children},
        {"GET", "/help", Permission::anyone, get_help},
    };
}

}  // namespace app
