#pragma once

#include <cbor.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

// Maps in CBOR (RFC 8949) as devices send them, read by libcbor.
namespace proofs {

class CborMap {
public:
    // The map that the bytes begin with; nothing where they begin with anything else.
    static std::optional<CborMap> read(std::string_view bytes);

    // How many of the bytes it took.
    std::size_t size() const { return size_; }

    // What stands under the name or number; nothing where it is missing or of another kind.
    std::optional<std::string> bytes(std::string_view name) const;
    std::optional<std::string> bytes(std::int64_t number) const;
    std::optional<std::int64_t> number(std::int64_t number) const;

private:
    struct Release {
        void operator()(cbor_item_t* item) const { cbor_decref(&item); }
    };
    using Item = std::unique_ptr<cbor_item_t, Release>;

    CborMap(Item item, std::size_t size) : item_(std::move(item)), size_(size) {}

    Item item_;
    std::size_t size_;
};

}  // namespace proofs
