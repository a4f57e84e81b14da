#pragma once

#include <tl/expected.hpp>
#include <utility>

// A value, or the reason why there is none. Rules and forms answer with it; exceptions are for a broken
// world.
template <class Value, class Error>
using Expected = tl::expected<Value, Error>;

// The refusing side of an Expected: `return refuse(Refusal::received_in_the_future);`
template <class Error>
auto refuse(Error&& error) {
    return tl::make_unexpected(std::forward<Error>(error));
}
