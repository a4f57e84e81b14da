#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/expected.hpp"
#include "moving/document.hpp"
#include "moving/moving.hpp"
#include "visits/visit.hpp"

// What the next school's SENCo does by the link, without an account.
namespace moving {

struct Receiving {
    Link link;
    Pack pack;
    bool is_confirmed = false;  // the browser carries a proof; without, the pack stays closed
};

// The pack behind this token, having entered its school; empty where the link does not open, whatever the
// cause. `proof` is what the browser carries once the code was given.
std::optional<Receiving> open_link(Visit& visit, std::string_view token, std::string_view proof);

// The right code gives the proof that the browser carries, and is logged. Each wrong one counts, and the
// last that is allowed closes the link. Gives how many tries are left.
Expected<std::string, int> confirm(
    Visit& visit, Receiving const& receiving, std::string_view token, std::string const& code
);

// Notes that it was received, and by whom. A second receipt changes nothing.
void receive(Visit& visit, Receiving const& receiving, std::string const& name);

}  // namespace moving
