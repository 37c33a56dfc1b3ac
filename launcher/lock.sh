# A lock that one process at a time holds. If the holder is killed, the next process inherits it.
# Sourced by launcher/build.sh.
#
# Reads lock, a path for the lock alone. Calls report_wait once before it waits. The caller must call
# release_lock when it ends, even by a signal.
#
# The lock is a dangling symbolic link whose target is the name of its holder, so it is created with
# its content in one step, which fails if the link exists. No process removes the lock of another: if
# two found the holder dead, one could remove the new lock of the other. Instead, one of them becomes
# the heir, by a link whose name ends in the name of the dead holder:
#
#     lock -> 17-4711    lock.17-4711 -> 21-4755    lock.21-4755 -> 30-4801
#
# Only one process can create such a link, and the last of the chain holds the lock. It alone removes
# the first link. A link from a removed chain is harmless, as no two processes have the same name.

held=''

# Sets name to the id and the start time of a process, or to a name that no process has. Unlike
# `kill -0` this sees a process of another user, and detects a reused id.
name_process() {
    name=$1
    if [ -r "/proc/$1/stat" ]; then
        { read -r line; } 2>/dev/null <"/proc/$1/stat" &&
            set -- ${line##*)} && [ "$1" != Z ] && name=$name-${20}
    else
        name=$name-$(ps -o lstart= -p "$1" 2>/dev/null | tr -cd '[:alnum:]')
    fi
}

# Sets holder to the last process of the chain, and dead to those before it.
read_chain() {
    dead=''
    holder=$(readlink "$lock") || return
    while next=$(readlink "$lock.$holder"); do
        dead="$dead $holder" holder=$next
    done
}

is_alive() {
    name_process "${1%%-*}"
    [ "$name" = "$1" ]
}

# Becomes the heir of a dead holder. If the chain was removed in the meantime, the link is useless.
inherit_lock() {
    read_chain && ! is_alive "$holder" || return
    parent=$holder
    ln -s "$self" "$lock.$parent" 2>/dev/null || return
    read_chain && [ "$holder" = "$self" ] && return
    rm -f "$lock.$parent"
    return 1
}

take_lock() {
    name_process $$
    self=$name
    until { dead='' && ln -s "$self" "$lock" 2>/dev/null; } || inherit_lock; do
        [ -n "${waited-}" ] || report_wait
        waited=yes
        sleep 0.1 2>/dev/null || sleep 1
    done
    held=yes
}

# Removes the first link first: without it the others have no meaning.
release_lock() {
    [ -n "$held" ] || return 0
    held=''
    rm -f "$lock"
    for name in $dead; do
        rm -f "$lock.$name"
    done
}
