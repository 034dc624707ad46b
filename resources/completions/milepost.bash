# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of the script ./milepost for bash: source this file in a checkout.
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/milepostctl.bash"

_milepost() {
    local word=${COMP_WORDS[COMP_CWORD]}
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W 'headless ctl bench test format help' -- "$word")
        return
    fi
    case ${COMP_WORDS[1]} in
        ctl) _milepostctl_complete 2 ;;
        headless | bench) _milepostctl_complete 1 ;;
        test) mapfile -t COMPREPLY < <(compgen -W '--fast -R -L -E -V --rerun-failed --stop-on-failure' -- "$word") ;;
        format) mapfile -t COMPREPLY < <(compgen -W '--check' -- "$word") ;;
    esac
}

complete -o filenames -o bashdefault -F _milepost milepost ./milepost
