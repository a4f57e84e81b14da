#include "proofs/passkey.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "proofs/public_key.hpp"

namespace proofs {
namespace {

using Values = std::map<std::string, std::string>;

// One example of the W3C: a passkey is made, then used.
struct Example {
    std::string name;
    Values making;
    Values use;
};

std::string from_hexadecimal(std::string_view digits) {
    std::string bytes;
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2)
        bytes += static_cast<char>(std::stoi(std::string(digits.substr(at, 2)), nullptr, 16));
    return bytes;
}

std::string between(std::string const& line, std::string_view before, std::string_view after) {
    auto const from = line.find(before) + before.size();
    return line.substr(from, line.find(after, from) - from);
}

// The examples as they stand in the specification: "name = h'…'" below a heading for each ceremony.
std::vector<Example> examples() {
    std::ifstream file("tests/samples/webauthn/test-vectors-section.bs.txt");
    std::vector<Example> all;
    Values* values = nullptr;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("## ")) all.push_back({between(line, "#sctn-test-vectors-", "}"), {}, {}});
        if (line.starts_with("[=registration ceremony")) values = &all.back().making;
        if (line.starts_with("[=authentication ceremony")) values = &all.back().use;
        if (auto const at = line.find(" = h'");
            values != nullptr && at != std::string::npos && line[0] != ' ')
            (*values)[line.substr(0, at)] = from_hexadecimal(between(line, " = h'", "'"));
    }
    std::erase_if(all, [](auto const& example) { return example.use.empty(); });
    return all;
}

Place const example_org{"https://example.org", "example.org"};

Made made_in(Example const& example) {
    auto const& values = example.making;
    return made(
        {values.at("clientDataJSON"), values.at("attestationObject")}, example_org, values.at("challenge")
    );
}

Use use_in(Example const& example) {
    auto const& values = example.use;
    return {values.at("clientDataJSON"), values.at("authenticatorData"), values.at("signature")};
}

Used used_in(Example const& example, Passkey const& passkey) {
    return used(use_in(example), passkey, example_org, example.use.at("challenge"));
}

bool has(std::vector<Fault> const& faults, Fault fault) {
    return std::ranges::find(faults, fault) != faults.end();
}

// The flags of section 6.1, by the byte that they stand in.
unsigned flags_of(std::string const& authenticator_data) {
    return static_cast<unsigned char>(authenticator_data.at(32));
}

// What Withy asks beyond the examples: each fault, and that it stands in the example itself.
std::vector<Fault> faults_by_policy(Example const& example, std::string const& authenticator_data) {
    std::vector<Fault> faults;
    if (example.name == "none-es256-crossOrigin" || example.name == "none-es256-topOrigin")
        faults.push_back(Fault::within_another_page);
    if ((flags_of(authenticator_data) & 4U) == 0) faults.push_back(Fault::person_not_verified);
    return faults;
}

TEST(Passkey, examples_of_the_w3c_are_all_read) { EXPECT_EQ(examples().size(), 15U); }

TEST(Passkey, every_signature_of_the_w3c_examples_is_right) {
    int checked = 0;
    for (auto const& example : examples()) {
        auto const result = made_in(example);
        if (example.name == "packed-ed448") {
            EXPECT_TRUE(has(result.faults, Fault::unknown_algorithm));
            continue;
        }
        EXPECT_EQ(result.passkey.id, example.making.at("credential_id")) << example.name;
        EXPECT_FALSE(has(result.faults, Fault::unknown_algorithm)) << example.name;
        auto const data = example.use.at("authenticatorData");
        EXPECT_EQ(used_in(example, result.passkey).faults, faults_by_policy(example, data)) << example.name;
        ++checked;
    }
    EXPECT_EQ(checked, 14);
}

TEST(Passkey, one_that_is_made_is_refused_by_policy_alone) {
    for (auto const& example : examples()) {
        auto faults = made_in(example).faults;
        std::erase(faults, Fault::unknown_algorithm);
        std::erase(faults, Fault::person_not_verified);
        EXPECT_EQ(
            faults,
            example.name.ends_with("Origin") ? std::vector{Fault::within_another_page} : std::vector<Fault>{}
        ) << example.name;
    }
}

class OnePasskey : public testing::Test {
protected:
    std::vector<Fault> faults_at(Place const& place, std::string const& given) const {
        return used(use, passkey, place, given).faults;
    }
    // The same, with something in what the browser or the device says replaced; the signature is then wrong.
    std::vector<Fault> faults_with(std::string const& word, std::string const& other) const {
        auto changed = use;
        changed.client_data.replace(changed.client_data.find(word), word.size(), other);
        auto faults = used(changed, passkey, example_org, challenge).faults;
        EXPECT_EQ(std::erase(faults, Fault::wrong_signature), 1U) << word;
        return faults;
    }
    std::vector<Fault> faults_with_flags(unsigned flags) const {
        auto changed = use;
        changed.authenticator_data[32] = static_cast<char>(flags);
        auto faults = used(changed, passkey, example_org, challenge).faults;
        bool const is_signed = flags == flags_of(use.authenticator_data);
        EXPECT_EQ(std::erase(faults, Fault::wrong_signature), is_signed ? 0U : 1U) << flags;
        return faults;
    }

    Example const example = [] {
        for (auto const& one : examples())
            if ((flags_of(one.use.at("authenticatorData")) & 4U) != 0 && one.name.starts_with("packed-es256"))
                return one;
        return examples().front();
    }();
    Passkey passkey = made_in(example).passkey;
    Use const use = use_in(example);
    std::string const challenge = example.use.at("challenge");
};

TEST_F(OnePasskey, counts_at_its_own_place_for_its_own_challenge) {
    auto const usual = faults_at(example_org, challenge);
    EXPECT_EQ(usual, faults_by_policy(example, use.authenticator_data));
    EXPECT_TRUE(has(faults_at(example_org, challenge.substr(1)), Fault::another_challenge));
    EXPECT_TRUE(has(faults_at(example_org, ""), Fault::another_challenge));
    EXPECT_TRUE(has(faults_at({"https://example.org:444", "example.org"}, challenge), Fault::another_origin));
    EXPECT_TRUE(has(faults_at({"https://example.org", "withy.example"}, challenge), Fault::another_name));
}

TEST_F(OnePasskey, is_not_made_where_it_is_to_be_used) {
    EXPECT_TRUE(has(faults_with("webauthn.get", "webauthn.create"), Fault::another_purpose));
    auto const& values = example.making;
    Use const making{values.at("clientDataJSON"), use.authenticator_data, use.signature};
    EXPECT_TRUE(has(used(making, passkey, example_org, values.at("challenge")).faults, Fault::another_purpose)
    );
}

TEST_F(OnePasskey, is_not_used_within_another_page) {
    EXPECT_TRUE(has(faults_with("\"crossOrigin\":false", "\"crossOrigin\":true"), Fault::within_another_page)
    );
    EXPECT_TRUE(has(faults_with("\"crossOrigin\":false", "\"crossOrigin\":0"), Fault::within_another_page));
}

TEST_F(OnePasskey, needs_a_person_who_was_there_and_verified) {
    passkey.may_be_copied = false;
    EXPECT_EQ(faults_with_flags(0b00101), std::vector<Fault>{});
    EXPECT_EQ(faults_with_flags(0b00100), std::vector{Fault::nobody_there});
    EXPECT_EQ(faults_with_flags(0b00001), std::vector{Fault::person_not_verified});
}

TEST_F(OnePasskey, is_copied_only_where_it_may_be_from_the_start) {
    for (bool const from_the_start : {false, true})
        for (bool const now : {false, true})
            for (bool const copied : {false, true}) {
                passkey.may_be_copied = from_the_start;
                auto const faults = faults_with_flags(0b00101U | (now ? 8U : 0U) | (copied ? 16U : 0U));
                bool const may = now == from_the_start && (now || !copied);
                EXPECT_EQ(has(faults, Fault::copied_without_leave), !may) << from_the_start << now << copied;
            }
}

TEST_F(OnePasskey, counts_its_uses_upwards_or_not_at_all) {
    auto const faults = [&](char before, char now) {
        passkey.uses = static_cast<unsigned char>(before);
        auto changed = use;
        changed.authenticator_data[36] = now;
        return has(used(changed, passkey, example_org, challenge).faults, Fault::used_elsewhere);
    };
    EXPECT_FALSE(faults(0, 0));
    EXPECT_FALSE(faults(0, 1));
    EXPECT_FALSE(faults(4, 5));
    EXPECT_TRUE(faults(5, 5));
    EXPECT_TRUE(faults(5, 4));
    EXPECT_TRUE(faults(5, 0)) << "it used to count";
}

TEST_F(OnePasskey, what_is_cut_short_or_changed_is_refused) {
    auto const refused = [&](Use const& changed) {
        return !used(changed, passkey, example_org, challenge).faults.empty();
    };
    for (std::size_t size = 0; size < use.authenticator_data.size(); ++size)
        EXPECT_TRUE(refused({use.client_data, use.authenticator_data.substr(0, size), use.signature}));
    for (std::size_t size = 0; size < use.client_data.size(); ++size)
        EXPECT_TRUE(refused({use.client_data.substr(0, size), use.authenticator_data, use.signature}));
    for (std::size_t size = 0; size < use.signature.size(); ++size)
        EXPECT_TRUE(refused({use.client_data, use.authenticator_data, use.signature.substr(0, size)}));
    EXPECT_TRUE(refused({use.client_data, use.authenticator_data + '\0', use.signature}));
    for (auto const* const data : {"", "null", "[]", "{}", "\"webauthn.get\"", "{\"type\":1}"})
        EXPECT_TRUE(refused({data, use.authenticator_data, use.signature})) << data;
}

TEST_F(OnePasskey, an_attestation_that_is_cut_short_makes_none) {
    auto const attestation = example.making.at("attestationObject");
    for (std::size_t size = 0; size < attestation.size(); ++size) {
        Making const making{example.making.at("clientDataJSON"), attestation.substr(0, size)};
        auto const faults = made(making, example_org, example.making.at("challenge")).faults;
        EXPECT_TRUE(has(faults, Fault::unreadable)) << size;
    }
}

TEST(PlaceOfPasskeys, is_a_name_that_browsers_give_them_to) {
    EXPECT_EQ(place_of("https://withy.school.example")->origin, "https://withy.school.example");
    EXPECT_EQ(place_of("https://withy.school.example:8443/")->name, "withy.school.example");
    EXPECT_EQ(place_of("https://withy.school.example:8443/")->origin, "https://withy.school.example:8443");
    EXPECT_EQ(place_of("http://localhost:8080")->name, "localhost");
    for (auto const* const none :
         {"",
          "withy.example",
          "http://withy.example",
          "http://127.0.0.1:8080",
          "https://10.0.0.1",
          "https://[::1]"})
        EXPECT_FALSE(place_of(none)) << none;
}

TEST(PlaceOfPasskeys, is_no_address_of_numbers) {
    for (auto const* const numbers : {"127.0.0.1:8080", "127.0.0.1", "[::1]:8080", "10.0.0.7"})
        EXPECT_TRUE(is_of_numbers(numbers)) << numbers;
    for (auto const* const name : {"localhost:8080", "withy.example", "4b.school.example:8443", ""})
        EXPECT_FALSE(is_of_numbers(name)) << name;
}

TEST(KeyOfAPasskey, lies_on_its_curve) {
    auto const example = examples().front();
    auto attestation = example.making.at("attestationObject");
    ASSERT_TRUE(made_in(example).passkey.algorithm == -7);
    attestation.back() = static_cast<char>(attestation.back() ^ 1);
    auto const result =
        made({example.making.at("clientDataJSON"), attestation}, example_org, example.making.at("challenge"));
    EXPECT_TRUE(has(result.faults, Fault::unknown_algorithm));
}

TEST(KeyOfAPasskey, is_an_rsa_key_of_a_fair_length) {
    auto const key = [](std::size_t bytes) {
        // {1: 3, 3: -257, -1: modulus, -2: 65537}
        std::string cose = "\xa4\x01\x03\x03\x39\x01";
        cose += '\0';
        cose += "\x20\x59";
        cose += static_cast<char>(bytes >> 8U);
        cose += static_cast<char>(bytes & 0xffU);
        cose += std::string(bytes, '\xff');
        return cose + std::string("\x21\x43\x01\x00\x01", 5);
    };
    EXPECT_TRUE(key_from_cose(key(256)));
    EXPECT_FALSE(key_from_cose(key(128)));
    EXPECT_FALSE(key_from_cose(key(2000)));
}

}  // namespace
}  // namespace proofs
