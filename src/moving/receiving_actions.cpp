#include "moving/receiving_actions.hpp"

#include "base/secret.hpp"
#include "moving/actions.hpp"
#include "moving/link_store.hpp"
#include "moving/rules.hpp"
#include "moving/store.hpp"
#include "need_to_know/words_actions.hpp"
#include "sharing/next_school_store.hpp"

namespace moving {

using records::Action;

std::optional<Receiving> open_link(Visit& visit, std::string_view token, std::string_view proof) {
    auto link = link_store::find(visit.db, secret::hash_of_token(token));
    if (!link) return std::nullopt;
    // Whatever this browser is signed in as, here it is the next school.
    visit.enter(link->school, link->school_name);
    visit.who = {.staff = {}, .account = {}, .name = "The next school, by its link", .roles = {}};
    bool const is_confirmed = proves(*link, proof, visit.now);
    if (is_confirmed) need_to_know::decide_by_link(visit, token);
    auto pack = store::find(visit.db, visit.school, link->the_case, link->pack);
    auto const words = sharing::next_school_store::words_of(visit.db, visit.school, link->the_case);
    if (!pack || !opens(*pack, words, visit.now)) return std::nullopt;
    return Receiving{std::move(*link), std::move(*pack), is_confirmed};
}

Expected<std::string, int> confirm(
    Visit& visit, Receiving const& receiving, std::string_view token, std::string const& code
) {
    auto const& link = receiving.link;
    auto const& pack = receiving.pack;
    if (secret::are_equal(hash_of_code(token, code), link.code_hash)) {
        bool const first = store::note_opened(visit.db, visit.school, pack.id, visit.now);
        record(visit, pack, Action::changed, {{"opened", first ? "no" : "yes", "yes"}});
        return proof_until(link, visit.now + confirmation_lasts);
    }
    auto const tries = link_store::count_wrong_try(visit.db, link, visit.now);
    if (tries >= most_wrong_tries) record(visit, pack, Action::ended, {}, wrong_codes());
    return refuse(most_wrong_tries - tries);
}

void receive(Visit& visit, Receiving const& receiving, std::string const& name) {
    auto const& pack = receiving.pack;
    if (!store::note_received(visit.db, visit.school, pack.id, name, visit.now)) return;
    record(visit, pack, Action::changed, {{"received_by", "", name}});
}

}  // namespace moving
