#pragma once

#include <gtest/gtest.h>

#include "need_to_know/words_actions.hpp"
#include "visits/route.hpp"

namespace support {

// What the route answers where words open by a decision alone, as they do to who asks over HTTP. Nothing is
// left in it that was not opened.
inline http::Response answered(visits::Route const& route, Visit& visit, http::Request const& request) {
    need_to_know::WordsByDecision const words(visit);
    auto answer = route.handle(visit, request);
    bool const is_text = !answer.body.starts_with("%PDF");
    EXPECT_FALSE(is_text && db::holds_sealed(answer.body)) << route.method << ' ' << route.path;
    return answer;
}

}  // namespace support
