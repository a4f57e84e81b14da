#include "app/configuration.hpp"

#include <gtest/gtest.h>

#include <map>

namespace app {
namespace {

auto from(std::map<std::string, std::string> const& environment) {
    return read_configuration([environment](std::string const& name) -> std::optional<std::string> {
        auto const found = environment.find(name);
        if (found == environment.end()) return std::nullopt;
        return found->second;
    });
}

TEST(Configuration, without_settings_one_school_listens_on_loopback_with_a_file_of_its_own) {
    auto const configuration = from({});
    ASSERT_TRUE(configuration);
    EXPECT_EQ(configuration->listen, "127.0.0.1:8080");
    EXPECT_EQ(configuration->database_url(), "sqlite:data/withy.db");
    EXPECT_EQ(configuration->address_for_links(), "http://localhost:8080") << "where browsers give passkeys";
    EXPECT_FALSE(configuration->secure());
}

TEST(Configuration, childrens_keys_lie_in_the_data_folder_unless_another_place_is_named) {
    EXPECT_EQ(from({{"WITHY_DATA", "/data"}})->child_keys_path(), "/data/child-keys.db");
    EXPECT_EQ(from({{"WITHY_CHILD_KEYS_FILE", "/keys/children.db"}})->child_keys_path(), "/keys/children.db");
}

TEST(Configuration, every_mistake_is_reported_at_once) {
    auto const configuration = from({
        {"WITHY_LISTEN", "8080"},
        {"WITHY_DATABASE", "mysql://here"},
        {"WITHY_PUBLIC_ADDRESS", "withy.example"},
        {"WITHY_TRUSTED_PROXIES", "the-proxy"},
        {"WITHY_MAIL_SERVER", "mail.example"},
    });
    ASSERT_FALSE(configuration);
    EXPECT_EQ(configuration.error().size(), 6U);
}

TEST(Configuration, with_a_certificate_of_its_own_withy_is_secure_and_says_so_in_links) {
    auto const configuration =
        from({{"WITHY_TLS_CERTIFICATE_FILE", "chain.pem"}, {"WITHY_TLS_KEY_FILE", "key.pem"}});
    ASSERT_TRUE(configuration);
    EXPECT_TRUE(configuration->secure());
    EXPECT_EQ(configuration->address_for_links(), "https://127.0.0.1:8080");

    for (auto const* const alone : {"WITHY_TLS_CERTIFICATE_FILE", "WITHY_TLS_KEY_FILE"}) {
        auto const refused = from({{alone, "file.pem"}});
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().size(), 1U) << alone;
    }
    EXPECT_FALSE(from(
        {{"WITHY_TLS_CERTIFICATE_FILE", "chain.pem"},
         {"WITHY_TLS_KEY_FILE", "key.pem"},
         {"WITHY_PUBLIC_ADDRESS", "http://withy.example"}}
    ));
}

TEST(Configuration, links_name_the_port_that_the_system_chose_for_0) {
    auto configuration = from({{"WITHY_LISTEN", "127.0.0.1:0"}});
    ASSERT_TRUE(configuration);
    configuration->listens_on(43211);
    EXPECT_EQ(configuration->address_for_links(), "http://localhost:43211");
    EXPECT_EQ(from({{"WITHY_LISTEN", "[::1]:8080"}})->address_for_links(), "http://localhost:8080");
    EXPECT_EQ(from({{"WITHY_LISTEN", "10.0.0.7:8080"}})->address_for_links(), "http://10.0.0.7:8080");
    auto behind_a_name =
        from({{"WITHY_LISTEN", "[::1]:0"}, {"WITHY_PUBLIC_ADDRESS", "https://withy.example"}});
    ASSERT_TRUE(behind_a_name);
    behind_a_name->listens_on(43211);
    EXPECT_EQ(behind_a_name->listen, "[::1]:43211");
    EXPECT_EQ(behind_a_name->address_for_links(), "https://withy.example");
}

TEST(Configuration, an_endpoint_is_an_address_and_a_port_in_range) {
    EXPECT_EQ(endpoint("127.0.0.1:0")->port, 0);
    EXPECT_EQ(endpoint("[::1]:8443")->address, "::1");
    for (auto const* wrong :
         {"",
          ":80",
          "8080",
          "localhost:80",
          "999.1.1.1:1",
          "::1:80",
          "[::1:80",
          "[localhost]:80",
          "127.0.0.1:",
          "127.0.0.1:x",
          "127.0.0.1:70000",
          "127.0.0.1:80x"})
        EXPECT_FALSE(endpoint(wrong)) << wrong;
}

}  // namespace
}  // namespace app
