#pragma once

#include <string>

namespace app {

// Whoever holds one reads and writes with a file of children's keys, beside others or alone; the system lets
// go of it when its process ends, however it ends.
class KeysInUse {
public:
    enum class By { several, one };
    // Throws Broken, in words for whoever runs Withy, where others of this machine hold one and it can't be
    // beside them.
    KeysInUse(std::string const& child_keys_path, By by);
    ~KeysInUse();
    KeysInUse(KeysInUse const&) = delete;
    KeysInUse& operator=(KeysInUse const&) = delete;

private:
    int file_;
};

}  // namespace app
