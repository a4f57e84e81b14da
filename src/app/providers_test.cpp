#include "app/providers.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace app {
namespace {

constexpr auto tenant = "0aa8c2f4-5d6e-4f70-8a91-b2c3d4e5f601";
constexpr auto another_tenant = "0aa8c2f4-5d6e-4f70-8a91-b2c3d4e5f602";

Configuration on_https() {
    Configuration configuration;
    configuration.public_address = "https://withy.school.example";
    return configuration;
}

class ProvidersSet : public testing::Test {
protected:
    ProvidersSet() { std::ofstream(file_) << "hush \n"; }
    ~ProvidersSet() override { std::filesystem::remove(file_); }

    Configuration with_microsoft(std::string const& tenants) const {
        auto configuration = on_https();
        configuration.microsoft_client = "the-client";
        configuration.microsoft_secret_file = file_;
        configuration.microsoft_tenants = tenants;
        return configuration;
    }

    std::string file_ =
        (std::filesystem::temp_directory_path() / ("withy-client-secret-" + std::to_string(getpid())))
            .string();
};

TEST(RealmsSet, are_each_schools_by_its_number_and_the_first_schools_without_one) {
    auto const realms = realms_in(" One.example , 2: two.example,");
    ASSERT_TRUE(realms);
    ASSERT_EQ(realms->size(), 2U);
    EXPECT_EQ((*realms)[0].school, SchoolId{1});
    EXPECT_EQ((*realms)[0].name, "one.example");
    EXPECT_EQ((*realms)[1].school, SchoolId{2});
    EXPECT_EQ((*realms)[1].name, "two.example");
    for (auto const* const wrong : {"x:one.example", "0:one.example", "1:", "-1:one.example"})
        EXPECT_FALSE(realms_in(wrong)) << wrong;
}

TEST(RealmsSet, are_none_where_nothing_is_set_and_nobody_comes_in) {
    EXPECT_EQ(providers_of(Configuration{}), nullptr);
    EXPECT_TRUE(mistakes_in_providers(Configuration{}).empty());
}

TEST_F(ProvidersSet, microsoft_is_asked_at_the_one_tenant_or_where_all_organisations_are) {
    auto const one = providers_of(with_microsoft(tenant));
    ASSERT_NE(one, nullptr);
    EXPECT_EQ(one->front().address, std::string("https://login.microsoftonline.com/") + tenant + "/v2.0");
    EXPECT_EQ(one->front().secret, "hush");
    auto const two = providers_of(with_microsoft(std::string("1:") + tenant + ",2:" + another_tenant));
    EXPECT_EQ(two->front().address, "https://login.microsoftonline.com/organizations/v2.0");
    EXPECT_EQ(two->front().realms.size(), 2U);
}

TEST_F(ProvidersSet, that_can_not_be_safe_are_mistakes) {
    EXPECT_TRUE(mistakes_in_providers(with_microsoft(tenant)).empty());
    for (auto const* const anybody : {"", "common", "organizations", "school.example"})
        EXPECT_EQ(mistakes_in_providers(with_microsoft(anybody)).size(), 1U) << anybody;
    auto without_secret = with_microsoft(tenant);
    without_secret.microsoft_secret_file.clear();
    EXPECT_EQ(mistakes_in_providers(without_secret).size(), 1U);
    auto on_plain_http = with_microsoft(tenant);
    on_plain_http.public_address = "http://withy.school.example";
    EXPECT_EQ(mistakes_in_providers(on_plain_http).size(), 1U);
    auto google = on_https();
    google.google_client = "the-client";
    google.google_secret_file = file_;
    EXPECT_EQ(mistakes_in_providers(google).size(), 1U) << "no domain";
    google.google_domains = "school.example";
    EXPECT_TRUE(mistakes_in_providers(google).empty());
}

TEST_F(ProvidersSet, do_not_begin_without_their_secret) {
    auto configuration = with_microsoft(tenant);
    configuration.microsoft_secret_file = "/nowhere/at/all";
    EXPECT_THROW(providers_of(configuration), std::runtime_error);
}

}  // namespace
}  // namespace app
