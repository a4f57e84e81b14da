#include "support/certificates.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>

namespace support {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Certificate certificate_of(EVP_PKEY* key, int days) {
    static std::atomic<long> number = 1;
    Certificate made(X509_new(), &X509_free);
    X509_set_version(made.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), number++);
    constexpr long day = 24L * 60 * 60;
    X509_gmtime_adj(X509_getm_notBefore(made.get()), -2 * day);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), days * day);
    X509_set_pubkey(made.get(), key);
    auto* const name = X509_get_subject_name(made.get());
    auto const* const words = reinterpret_cast<unsigned char const*>("localhost");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, words, -1, -1, 0);
    X509_set_issuer_name(made.get(), name);
    auto* const names =
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
    X509_add_ext(made.get(), names, -1);
    X509_EXTENSION_free(names);
    X509_sign(made.get(), key, EVP_sha256());
    return made;
}

// Beside it first and then in its place, as programs do that renew certificates.
void write(std::string const& path, std::function<int(std::FILE*)> const& put) {
    auto const beside = path + ".new";
    auto* const file = std::fopen(beside.c_str(), "w");
    if (file == nullptr || put(file) != 1) throw std::runtime_error("no file " + beside);
    std::fclose(file);
    std::filesystem::permissions(
        beside, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write
    );
    std::filesystem::rename(beside, path);
}

}  // namespace

MadeCertificate::MadeCertificate(int days, KeyKind kind) : kind_(kind) {
    static std::atomic<int> number = 0;
    auto const own = "withy_certificate_" + std::to_string(getpid()) + "_" + std::to_string(number++);
    folder_ = (std::filesystem::temp_directory_path() / own).string();
    std::filesystem::create_directories(folder_);
    chain_ = folder_ + "/chain.pem";
    key_ = folder_ + "/key.pem";
    renew(days);
}

MadeCertificate::~MadeCertificate() { std::filesystem::remove_all(folder_); }

void MadeCertificate::renew(int days) {
    Key const key(kind_ == KeyKind::ec ? EVP_EC_gen("P-256") : EVP_RSA_gen(2048), &EVP_PKEY_free);
    auto const made = certificate_of(key.get(), days);
    write(key_, [&](std::FILE* file) {
        return PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    write(chain_, [&](std::FILE* file) { return PEM_write_X509(file, made.get()); });
}

}  // namespace support
