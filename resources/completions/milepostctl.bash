# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of milepostctl for bash: source this file, or install it as
# /usr/share/bash-completion/completions/milepostctl.

_milepostctl_commands='ingest run status orders show find overview lineage exceptions claim unclaim annotate inventory systems policies audit evidence plan editable apply verify backup restore bench headless version help'

# What may follow an option; empty when it is free text.
_milepostctl_values() {
    case $1 in
        --faults) echo 'none light heavy' ;;
        --until) echo 'idle' ;;
        --follow) echo 'recommended' ;;
        --group) echo 'cause system step contract customer owner class' ;;
        --state) echo 'open closed all' ;;
        --milestone) echo 'received validated accepted allocated released shipped posted invoiced delivered cancelled returned' ;;
    esac
}

_milepostctl_options() {
    case $1 in
        run) echo '--network --until' ;;
        orders) echo '--search --milestone --limit' ;;
        find) echo '--limit' ;;
        systems) echo '--reason --network' ;;
        policies) echo '--reason --base --dry-run' ;;
        audit) echo '--search --actor --action --from --until --limit' ;;
        lineage) echo '--payload' ;;
        exceptions) echo '--class --system --search --state --group --in --limit --before' ;;
        claim) echo '--take-over --reason' ;;
        plan) echo '--reason --kind --set --from --subject --document --map' ;;
        evidence) echo '--deadline' ;;
        annotate) echo '--text --for' ;;
        editable) echo '--all' ;;
        apply) echo '--rate --ramp --wait --network' ;;
        verify) echo '--quick' ;;
        bench) echo '--mock --orders --in-flight --alone --seed --cells --plans --dir' ;;
        headless) echo '--orders --faults --seed --speed --until --dir --timeout --follow --keep-network' ;;
    esac
    echo '--store --packs --json --help'
}

# Words that a command takes beside options and files.
_milepostctl_words() {
    case $1 in
        exceptions) echo 'list show' ;;
        plan) echo 'retry edit replay adopt skip resolve reopen cancel compensate hold release all order: orders: exception: exceptions: class: system: group:' ;;
        bench) echo 'fulfillment seed matrix plans verdicts peer' ;;
        systems) echo 'list show pause resume' ;;
        policies) echo 'list show set history restore critical high normal low criticality= maxTries= maxUndoTries= baseDelay= maxDelay= deadline= breakerFailures= probeAfter= recoverWithin= unknown= owner= event:' ;;
        annotate) echo 'note tag untag ticket snooze' ;;
        help) echo "$_milepostctl_commands" ;;
    esac
}

# _milepostctl_complete FIRST: completes the current word, the command standing at word FIRST or behind options.
_milepostctl_complete() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command="" i
    for ((i = $1; i < COMP_CWORD; ++i)); do
        case ${COMP_WORDS[i]} in
            --store) ((++i)) ;;
            -*) ;;
            *) command=${COMP_WORDS[i]}; break ;;
        esac
    done

    local values
    values=$(_milepostctl_values "$previous")
    if [[ $values ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
    elif [[ $previous == --store || $previous == --network || $previous == --dir ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    elif [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_milepostctl_options "$command")" -- "$word")
    elif [[ ! $command ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$_milepostctl_commands" -- "$word")
    elif [[ $command == ingest || $command == backup || $command == restore ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -W "$(_milepostctl_words "$command")" -- "$word")
    fi
}

_milepostctl() {
    _milepostctl_complete 1
}

complete -o filenames -o bashdefault -F _milepostctl milepostctl
