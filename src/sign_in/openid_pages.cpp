#include "sign_in/openid_pages.hpp"

#include <algorithm>

#include "base/calendar.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "html/url.hpp"

namespace sign_in::pages {
namespace {

constexpr std::string_view own_path = "/sign-ins/openid/";

std::string path_to(std::string_view path, ProviderKind provider) {
    return std::string(path) + std::string(word(provider));
}

bool has(std::vector<OpenIdTie> const& ties, ProviderKind provider) {
    return std::ranges::find(ties, provider, &OpenIdTie::provider) != ties.end();
}

h::Node table_of(design::FormGuard const& guard, std::vector<OpenIdTie> const& ties) {
    design::Table table{
        .caption = "Where you can sign in with",
        .columns = {{"Account"}, {"Known there as"}, {"Added"}, {"Last used"}, {"Remove"}},
        .rows = {},
        .caption_unseen = true};
    for (auto const& tie : ties) {
        std::string const name(in_words(tie.provider));
        table.rows.push_back(
            {name,
             tie.name,
             calendar::in_words(tie.made_at),
             tie.used_at ? calendar::in_words(*tie.used_at) : "Never",
             design::form(
                 guard,
                 path_to(own_path, tie.provider) + "/removal",
                 design::secondary_button("Remove " + name)
             )}
        );
    }
    return design::table(table);
}

}  // namespace

h::Node provider_links(
    std::vector<ProviderKind> const& providers,
    std::string_view words,
    std::string_view path,
    Along const& along
) {
    if (providers.empty()) return {};
    auto const link = [&](ProviderKind provider) -> h::Node {
        auto const leads_to = path_to(path, provider);
        return h::p(design::secondary_link_button(
            std::string(words) + " " + std::string(in_words(provider)),
            along.name.empty() ? leads_to : url::with_query(leads_to, {{along.name, along.value}})
        ));
    };
    return h::div(h::id("openid"), h::each(providers, link));
}

h::Node own_providers(
    design::FormGuard const& guard,
    std::vector<OpenIdTie> const& ties,
    std::vector<ProviderKind> const& providers
) {
    auto to_add = providers;
    std::erase_if(to_add, [&](ProviderKind provider) { return has(ties, provider); });
    if (ties.empty() && to_add.empty()) return {};
    return h::group(
        h::h2("Microsoft and Google"),
        h::p("Sign in with the account that your school gives you there. What could do harm still asks for a "
             "passkey, a code or your password."),
        ties.empty() ? h::Node{} : table_of(guard, ties),
        provider_links(to_add, "Add your account at", own_path, {"guard", guard.csrf})
    );
}

design::Page provider_refused(std::string const& why, GoingBack const& back) {
    return {
        .title = "That did not work",
        .back = {back.words, back.path},
        .main = h::group(
            design::heading("That did not work"), h::p(why + "."), design::link_button(back.words, back.path)
        )};
}

}  // namespace sign_in::pages
