#pragma once

#include <string>

namespace support {

enum class KeyKind { ec, rsa };

// A certificate for localhost that vouches for itself, and its key, in a folder of their own that goes with
// them.
class MadeCertificate {
public:
    explicit MadeCertificate(int days = 30, KeyKind kind = KeyKind::ec);
    ~MadeCertificate();
    MadeCertificate(MadeCertificate const&) = delete;
    MadeCertificate& operator=(MadeCertificate const&) = delete;

    // Puts another in the place of both.
    void renew(int days);

    std::string const& chain() const { return chain_; }
    std::string const& key() const { return key_; }
    std::string const& folder() const { return folder_; }

private:
    std::string folder_;
    std::string chain_;
    std::string key_;
    KeyKind kind_;
};

}  // namespace support
