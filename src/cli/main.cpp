#include <unistd.h>

#include <iostream>

#include "cli/commands.hpp"

int main(int count, char** arguments) {
    return cli::run(count, arguments, {std::cout, std::cerr, isatty(STDOUT_FILENO) == 1});
}
