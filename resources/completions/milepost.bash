# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of the script ./milepost for bash: source this file in a checkout.
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/milepostctl.bash"

# Options of the window.
_milepost_console() {
    local word=${COMP_WORDS[COMP_CWORD]}
    case ${COMP_WORDS[COMP_CWORD - 1]} in
        --theme) mapfile -t COMPREPLY < <(compgen -W 'light dark system' -- "$word") ;;
        --language) mapfile -t COMPREPLY < <(compgen -W 'de en' -- "$word") ;;
        --store | --network | --settings | --demo) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
        *)
            mapfile -t COMPREPLY < <(
                compgen -W '--store --network --demo --settings --language --theme --help --version' -- "$word")
            ;;
    esac
}

_milepost() {
    local word=${COMP_WORDS[COMP_CWORD]}
    if ((COMP_CWORD == 1)) && [[ $word == -* ]]; then
        _milepost_console
        return
    elif ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W 'console headless ctl bench screenshots test format help' -- "$word")
        return
    fi
    case ${COMP_WORDS[1]} in
        console | -*) _milepost_console ;;
        ctl) _milepostctl_complete 2 ;;
        headless | bench) _milepostctl_complete 1 ;;
        test) mapfile -t COMPREPLY < <(compgen -W '--fast -R -L -E -V --rerun-failed --stop-on-failure' -- "$word") ;;
        format) mapfile -t COMPREPLY < <(compgen -W '--check' -- "$word") ;;
    esac
}

complete -o filenames -o bashdefault -F _milepost milepost ./milepost
