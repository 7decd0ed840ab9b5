# shellcheck shell=bash disable=SC2154,SC2034 # the parts share their variables
# What a user does with Labline once it is installed, for packaging/check; $command starts it.

# The window: what is seen first, a filter, a selection, both exported, a search with a mistake in it, the manual.
use_window() {
    open_window "$1-window" "$command" --theme light || { wrong "$1: no window" && return 1; }
    keys alt+Home
    picture "$1-1-light"
    filter_by "moe open:yes"
    verify "$1: the window exports what a filter shows" export_from_window "$home/filtered.csv" f || return
    keys ctrl+t Home shift+Down shift+Down
    picture "$1-2-filtered"
    verify "$1: the window exports the selected rows" export_from_window "$home/selected.csv" s "$1-3-export"
    filter_by "lattent attention"
    picture "$1-4-search"
    keys F1
    sleep 1
    picture "$1-5-manual"
    keys Escape
    close_window || return
    compare_exports "$1"
}

compare_exports() {
    local rows
    as_user "$command" export "moe open:yes" -o "$home/command.csv" >/dev/null || { wrong "$1: labline export fails" && return 1; }
    rows=$(($(wc -l <"$root$home/filtered.csv") - 1))
    { ((rows > 2)) && cmp -s <(sort "$root$home/filtered.csv") <(sort "$root$home/command.csv"); } ||
        { wrong "$1: the window and labline export write other rows" && return 1; }
    ok "$1: labline export writes the same $rows rows as the window"
    verify "$1: the table of the selection has 3 of them" test "$(grep -cxFf "$root$home/filtered.csv" "$root$home/selected.csv")" = 4
    verify "$1: words are searched, also misspelled, by FTS5" grep -q DeepSeek <(as_user "$command" export "lattent attention" --columns name)
    verify "$1: Chinese names are found by pinyin" grep -q DeepSeek <(as_user "$command" export "luo fuli" --columns name)
}

# Dark, and in Chinese.
look_at_looks() {
    open_window "$1-dark" "$command" --theme dark || { wrong "$1: no window with the dark theme" && return 1; }
    filter_by "luo fuli"
    verify "$1: the dark theme is dark" test "$(lightness)" -lt 40
    keys ctrl+3
    picture "$1-6-dark-people"
    close_window
    conditions=(LC_ALL=zh_CN.UTF-8)
    open_window "$1-chinese" "$command" --theme light || { wrong "$1: no window in Chinese" && return 1; }
    keys ctrl+1
    picture "$1-7-chinese"
    keys F1
    sleep 1
    picture "$1-8-chinese-manual"
    keys Escape
    close_window
    conditions=()
}

# A database as the first release made it is brought up to date, and a copy of it is kept.
migrate() {
    [[ -s $work/older.db ]] || { skip "a database of an older schema: no virtual environment with what makes one" && return; }
    cp "$work/older.db" "$root$home/older.db"
    chroot "$root" chown "$user:$user" "$home/older.db"
    as_user "$command" export --format dossier -o "$home/dossier" >/dev/null && as_user "$command" import dossier --db older.db >"$out/$place-migrate.log" 2>&1
    verify "a database of the first schema is brought up to date and filled" grep -q "DeepSeek-V3" <(as_user "$command" export --db older.db --columns name)
    verify "as it was it is kept beside it" test "$(compgen -G "$root$home/older.db.schema-*.backup")"
}

# What opens with Labline: by its type, whatever its name, and links, which go to the window that is open.
open_associated() {
    local name type
    cp "$root$home/.local/share/labline/labline.db" "$root$home/实验室 history.labline"
    cp "$root$home/实验室 history.labline" "$root$home/no ending"
    chroot "$root" chown "$user:$user" "$home/实验室 history.labline" "$home/no ending"
    for name in "实验室 history.labline" .local/share/labline/labline.db "no ending"; do
        type=$(as_user xdg-mime query filetype "$name" 2>&1)
        verify "'$name' is a Labline database to the desktop" test "$type" = application/x-labline-database || say "it is $type"
    done
    open_window "$1-open" xdg-open "实验室 history.labline" || { wrong "xdg-open on a .labline file opens no window" && return 1; }
    ok "xdg-open on '实验室 history.labline' opens the window '$(xdotool getwindowname "$window")'"
    picture "$1-9-opened"
    close_window
    open_window "$1-link" xdg-open "labline:view?filter=janus" || { wrong "xdg-open on a labline: link opens no window" && return 1; }
    as_user xdg-open "labline:view?filter=moe" >"$out/$place-link2.log" 2>&1
    settle
    picture "$1-10-link"
    verify "xdg-open on two labline: links opens one window" test "$(windows | wc -l)" = 1
    close_window
}
