# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by ./milepost: configures and builds the release preset, quietly.
# Needs $root, say(), fail_with_log().

readonly build_folder=$root/build/release
readonly build_log=$build_folder/build.log

tests_are_configured() {
    grep -q '^BUILD_TESTING:BOOL=ON$' "$build_folder/CMakeCache.txt" 2>/dev/null
}

# configure ON|OFF: with or without the tests, which need more packages. Once there, tests stay.
configure() {
    local testing=$1
    if [[ -e $build_folder/build.ninja ]] && { [[ $testing == OFF ]] || tests_are_configured; }; then
        return
    fi
    tests_are_configured && testing=ON
    say "configuring"
    cmake -S "$root" --preset release -DBUILD_TESTING="$testing" >"$build_log" 2>&1 ||
        fail_with_log "CMake could not configure the build" "$build_log"
}

# Reads ninja's output; says once that there is work, and on a terminal how far it is.
show_progress() {
    local line announced=
    while IFS= read -r line; do
        [[ $line =~ ^\[([0-9]+)/([0-9]+)\]\ (.*) ]] || continue
        [[ ${BASH_REMATCH[3]} == Re-* ]] && continue
        if [[ -t 2 ]]; then
            printf '\rmilepost: building %s of %s ' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" >&2
        elif [[ ! $announced ]]; then
            say "building ${BASH_REMATCH[2]} steps (log: $build_log)"
        fi
        announced=yes
    done
    [[ $announced && -t 2 ]] && printf '\r\033[K' >&2
    return 0
}

# build TARGET...
build() {
    NINJA_STATUS='[%f/%t] ' ninja -C "$build_folder" -j "$(nproc)" "$@" 2>&1 | tee "$build_log" | show_progress ||
        fail_with_log "the build failed" "$build_log"
}

# configure_and_build ON|OFF TARGET...: waits for another one in the same checkout.
configure_and_build() {
    mkdir -p "$build_folder"
    exec {lock}>"$build_folder/.lock"
    flock "$lock"
    configure "$1"
    build "${@:2}"
    exec {lock}>&-
}
