# Completion for parplan in bash: what "parplan completion bash" prints.
_parplan() {
    local program=${1/#\~/$HOME} word line value i sign= cut= typed=() lines=()
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        word=${word#[\"\']}
        word=${word%[\"\']}
        word=${word//\\/}
        # bash cuts --agency=so into three words, and replaces the last of them alone
        if [[ ($word == = || -n $sign) && ${#typed[@]} -gt 0 ]]; then
            typed[${#typed[@]}-1]+=$word
            cut=yes
        else
            typed+=("$word")
            cut=
        fi
        if [[ $word == = ]]; then sign=yes; else sign=; fi
    done
    COMPREPLY=()
    while IFS= read -r line; do
        lines+=("$line")
    done < <("$program" complete "${#typed[@]}" "${typed[@]}" 2>/dev/null)
    case ${lines[0]-} in
        '') return ;;
        :file) compopt -o default 2>/dev/null; return ;;
        :folder) compopt -o dirnames 2>/dev/null; return ;;
    esac
    compopt -o nosort 2>/dev/null
    for line in "${lines[@]}"; do
        value=${line%%$'\t'*}
        if [[ -n $cut ]]; then value=${value#*=}; fi
        # what a value is may only stand in a list: wherever bash puts the answer itself into the line, it would go along
        if [[ ${#lines[@]} -gt 1 && $line == *$'\t'* && ($COMP_TYPE == 9 || $COMP_TYPE == 63) ]]; then
            value="$value -- ${line#*$'\t'}"
            value=${value:0:${COLUMNS:-80}-2}
        fi
        COMPREPLY+=("$value")
    done
}
complete -F _parplan parplan
