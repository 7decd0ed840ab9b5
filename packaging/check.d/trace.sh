# shellcheck shell=bash disable=SC2154,SC2034 # the parts share their variables
# A whole session under strace, for packaging/check: no socket but local ones, nothing written but in the user's own folders.

traced_calls=%network,%process,open,openat,openat2,creat,mkdir,mkdirat,unlink,unlinkat,rmdir,rename,renameat,renameat2,link,linkat,symlink,symlinkat
traced_calls+=,truncate,mknod,mknodat,chmod,fchmodat,chown,lchown,fchownat,utimensat,setxattr,lsetxattr

trace_session() {
    local seen=$out/$place-strace.log told code=0
    command -v strace >/dev/null || { skip "strace of a session: no strace" && return; }
    tracing=(strace -f --seccomp-bpf -y -s 400 -e "trace=$traced_calls" -o "$seen")
    start_traced "$command" --theme light
    if await_window; then
        window=$(windows | tail -n 1)
        settle
        filter_by moe
        export_from_window "$home/traced.csv" f traced-export
        keys ctrl+3 ctrl+4 F1
        settle
        keys Escape
        close_window || return
    else
        wrong "no window under strace" && return 1
    fi
    verify "under strace the window exported a table" test -s "$root$home/traced.csv"
    told=$(nice python3 "$here/packaging/check.d/trace.py" "$seen" "$home" "$root") || code=$?
    show "a session of start, filter, export, people, lineage, manual and quit, as strace saw it:" <<<"$told"
    verify "the session used no network and wrote nothing but in the user's own folders" test "$code" = 0
}

# strace stays outside the root, which has none.
start_traced() {
    log=$out/$place-traced.log
    "${tracing[@]}" chroot --userspec="$user:$user" "$root" /usr/bin/env -i "${session[@]}" LANG=C.UTF-8 USER="$user" LOGNAME="$user" \
        bash -c 'cd && exec "$@"' bash "$@" </dev/null >"$log" 2>&1 &
    program=$!
}
