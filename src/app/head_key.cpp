#include "app/head_key.hpp"

#include "app/key_file.hpp"
#include "db/connection.hpp"

namespace app {
namespace {

KeyFile file_of(Configuration const& configuration) {
    return {head_key_file(configuration), "the key that signs the logs"};
}

signature::Key read(KeyFile const& file) {
    auto key = signature::Key::parse(words_in(file));
    if (!key)
        throw db::Broken(
            file.path +
            " holds no key. Put the right file back from a backup; or move it away, and a new key is made"
        );
    return std::move(*key);
}

}  // namespace

std::string head_key_file(Configuration const& configuration) {
    return configuration.head_key_file.empty() ? configuration.data + "/head-key"
                                               : configuration.head_key_file;
}

signature::Key head_key(Configuration const& configuration) {
    auto const file = file_of(configuration);
    if (!exists(file)) make(file, signature::Key::make().words());
    return read(file);
}

std::optional<std::string> public_head_key(Configuration const& configuration) {
    auto const file = file_of(configuration);
    if (!exists(file)) return std::nullopt;
    return read(file).public_key();
}

}  // namespace app
