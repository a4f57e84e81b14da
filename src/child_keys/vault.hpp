#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/sealed.hpp"
#include "child_keys/child_keys.hpp"
#include "db/database.hpp"
#include "db/vault.hpp"

namespace child_keys {

// The children's keys of one installation, in a SQLite file of their own whichever engine holds the rest. It
// keeps those in mind that it has used lately.
class Vault : public db::Vault {
public:
    static constexpr std::size_t most_in_mind = 20'000;  // some 8 MB

    // Opens the file, which is made where it is missing. The installation's key stands for the schools' keys.
    Vault(std::string const& path, sealed::Key const& of_installation, std::size_t most = most_in_mind);
    ~Vault() override;

    // Which file it is; a copy has the same.
    std::string const& file_id() const { return file_id_; }

    std::string seal(db::Owner const& owner, std::string_view words) override;
    using db::Vault::open;
    std::string open(std::string_view text, std::optional<SchoolId> within, db::Permit* permit) override;
    void keep() override;
    std::vector<std::string> keys_of(db::Owner const& owner) override;
    void destroy(std::span<std::string const> keys) override;

private:
    // A key in mind, wiped when nobody reads with it any more.
    struct Known {
        Known(ChildKey its_row, sealed::Key const& its_key);
        ~Known() { sealed::wipe(key); }
        Known(Known const&) = delete;
        Known& operator=(Known const&) = delete;

        ChildKey row;
        sealed::Key key;
        std::string belonging_to;
    };
    using Shared = std::shared_ptr<Known const>;

    Shared known(std::string_view id);
    Shared in_mind(std::string_view id);
    Shared keep_in_mind(ChildKey row, sealed::Key const& key);
    Shared key_for(db::Owner const& owner);
    Shared made_for(db::Owner const& owner);
    sealed::Key of_school(SchoolId school) const;

    sealed::Key of_installation_;
    std::size_t most_;
    // Held by whoever asks the file or `made_`; before the other where both are held.
    std::mutex file_mutex_;
    std::unique_ptr<db::Database> file_;
    std::unique_ptr<db::Connection> connection_;
    std::string file_id_;
    std::vector<Shared> made_;  // and not in the file yet
    std::atomic<bool> some_were_made_ = false;
    std::shared_mutex mind_mutex_;
    std::map<std::string, Shared, std::less<>> mind_;
};

}  // namespace child_keys
