# Completion for parplan in zsh: what "parplan completion zsh" prints.
_parplan() {
    local program=${${(Q)words[1]}/#\~/$HOME} value told answer
    local -a found
    answer=$("$program" complete $((CURRENT - 1)) "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)
    case $answer in
        '') return 1 ;;
        :file) compset -P '-*='; _files; return ;;
        :folder) compset -P '-*='; _files -/; return ;;
    esac
    while IFS=$'\t' read -r value told; do
        found+=("${value//:/\\:}${told:+:$told}")
    done <<< $answer
    # -U: what was found by its name does not begin with what was typed
    _describe -V parplan found -U
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
compdef _parplan parplan
