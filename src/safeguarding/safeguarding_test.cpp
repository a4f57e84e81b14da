#include "safeguarding/safeguarding.hpp"

#include <gtest/gtest.h>

namespace safeguarding {
namespace {

constexpr Instant now{1'778'576'400'000};

std::optional<Refusal> objection(std::string const& reference) {
    return objection_to({.put_at = now, .reference = reference}, now);
}

TEST(Pointer, takes_a_reference_as_cpoms_gives_it) {
    for (auto const* reference : {"20417", "CP-2026/117", "CPOMS 20417", "Incident 117"})
        EXPECT_EQ(objection(reference), std::nullopt) << reference;
}

// S1: no narrative is accepted here.
TEST(Pointer, takes_no_narrative) {
    EXPECT_EQ(objection("dad hit him"), Refusal::reads_like_an_account);
    EXPECT_EQ(objection("dad hit 3"), Refusal::reads_like_an_account);
    EXPECT_EQ(objection("bruises"), Refusal::reads_like_an_account);
    EXPECT_EQ(objection("Sam told me about his uncle"), Refusal::reads_like_an_account);
    EXPECT_EQ(objection("20417\nhe said"), Refusal::reads_like_an_account);
    EXPECT_EQ(objection(std::string(41, '7')), Refusal::too_long);
    EXPECT_EQ(objection(std::string(40, '7')), std::nullopt);
}

TEST(Pointer, looks_back) {
    EXPECT_EQ(objection_to({.put_at = now + 1, .reference = "20417"}, now), Refusal::in_the_future);
}

}  // namespace
}  // namespace safeguarding
