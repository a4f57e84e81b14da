# shellcheck shell=bash
# What the scripts in bin/ share. Sourcing it also goes to the project's root.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

# COMMAND --help prints the comment that the command begins with.
case ${1:-} in
    --help | -h) sed -n '2,/^[^#]/{/^#/!q;s/^# \{0,1\}//p}' "bin/${0##*/}" && exit ;;
esac

export NINJA_STATUS='[%f of %t, %es] '

say() { printf '== %s\n' "$*"; }

fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# step "Building" command…: says what runs, and afterwards how long it took.
step() {
    local what=$1 began=$SECONDS status=0
    shift
    say "$what"
    "$@" || status=$?
    ((status == 0)) || what+=" failed"
    say "$what ($((SECONDS - began)) s)"
    return "$status"
}

as_root() {
    if ((EUID == 0)); then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "this needs root: run it as root, or install sudo"
    fi
}

configure() { step "Configuring $1" cmake --preset "$1" ${WITHY_BATCHES:+-DWITHY_BATCHES="$WITHY_BATCHES"}; }

# Makes PRESET anew where it is in batches: these have no programs of single rooms.
room_by_room() {
    ! grep -qs '^WITHY_BATCHES:BOOL=ON' "build/$1/CMakeCache.txt" || WITHY_BATCHES=OFF configure "$1"
}

# build PRESET [target…]: configures when there is nothing yet, then builds. WITHY_BATCHES=ON is for builds of everything.
build() {
    local preset=$1
    shift
    [[ -f build/$preset/build.ninja ]] || configure "$preset" || return
    step "Building $preset" cmake --build "build/$preset" ${1:+--target "$@"}
}

# Whether a server on this port of this machine answers 200 to GET /healthz.
healthy() (
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit
    printf 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$1" >&3
    read -r -t 2 _ status _ <&3 && [[ $status == 200 ]]
) 2>/dev/null

# Every C++ file that git knows or would add.
cpp_files() {
    git ls-files --cached --others --exclude-standard -- '*.cpp' '*.hpp'
}

# What clang needs to read any file of the dev build. Its command lines name GCC's precompiled header, which clang
# can't read.
clang_flags() {
    printf '%s\n' -std=c++20 -Wno-unknown-warning-option
    grep -oE -- '-(D|I|isystem )[^ "]+' build/dev/compile_commands.json | sort -u |
        grep -vx -- '-isystem /usr/include' | tr ' ' '\n'
}
