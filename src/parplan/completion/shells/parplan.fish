# Completion for parplan in fish: what "parplan completion fish" prints.
function __parplan_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    # fish puts an answer into the middle of a word with blanks: a name is typed with hyphens here
    string match -qr '[\s"\'\\\\]' -- $word; and return
    set -l number (count $words)
    set -l program (string replace -r '^~' $HOME -- $words[1])
    set -e words[1]
    set -l found (command $program complete $number $words "$word" 2>/dev/null)
    # of --output=da, what stands behind the sign is a path
    set -l sign (string match -r -- '^-[^=]*=' $word; or echo '')
    set -l path (string replace -r -- '^-[^=]*=' '' $word)
    switch "$found[1]"
        case :file
            set found $sign(__fish_complete_path $path)
        case :folder
            set found $sign(__fish_complete_directories $path)
    end
    string join -- \n $found
end
complete --command parplan --no-files --keep-order --arguments '(__parplan_complete)'
