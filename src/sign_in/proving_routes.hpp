#pragma once

#include "sign_in/proving_pages.hpp"
#include "visits/route.hpp"

// Who is signed in shows again that it is them: to go on after a lock, and before what could harm most.
namespace sign_in {

// By what the visitor can show who they are.
pages::WaysToProve ways_to_prove(Visit& visit, http::Request const& request);

// Off the writer: finds out which hash a typed password fits.
std::optional<http::Response> prepare_proof(Visit& visit, http::Request& request);

// What is wrong with what was sent as proof, a passkey, a code or a password; nothing where it is the
// visitor's own. Made-up people prove nothing.
FormErrors faults_of_proof(Visit& visit, http::Request const& request);

// What the request was on its way to, and the answer that goes on there: what was sent is shown, to be sent
// again.
pages::Interrupted interrupted_in(http::Request const& request);
http::Response go_on(Visit const& visit, http::Request const& request);

// The answer of a route that asks for a fresh proof. What was sent is kept.
http::Response prove_first(Visit& visit, http::Request const& request);

Routes proving_routes();

}  // namespace sign_in
