#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Reference cases of the statistical methods: published examples and values that two programs which share no
// code agree on. docs/statistics.md says what a file of them holds.
namespace reference_cases {

// One case as its file gives it. What a method is given and what it should find are objects of JSON.
struct Case {
    std::string id;
    std::string method;
    std::string variant;
    boost::json::object inputs;
    boost::json::object expected;
    boost::json::object tolerances;
};

// What the methods of `statistics` find for these inputs, under the names of the reference cases. A refusal
// is
// {"error": its word}, as are inputs that can't be read ("unreadable_inputs"); none where no such method is
// known.
std::optional<boost::json::object> found(Case const& one);

// Where a found value lies beyond what is allowed of the expected one, in words: "p[2]: 0.31 expected, 0.3
// found". A number may differ by its tolerance times the larger of 1 and its size; more keys than expected
// are no miss.
std::vector<std::string> misses(Case const& one, boost::json::object const& found);

}  // namespace reference_cases
