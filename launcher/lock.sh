# A lock that one process at a time holds, and that outlives no process: the next one inherits it
# from a holder that was killed. Sourced by launcher/build.sh.
#
# Reads lock, a path that nothing else uses. Calls report_wait once before it waits. The caller must
# call release_lock when it ends, by a signal too.
#
# The lock is a symbolic link to nothing but the name of its holder, so it comes to be with its
# content, in one step that fails when it is there. Nobody removes the lock of another process: two
# that both found the holder dead could not do so without one removing the new lock of the other.
# Instead one of them becomes the heir, by a link whose name ends in the name of the dead:
#
#     lock -> 17-4711    lock.17-4711 -> 21-4755    lock.21-4755 -> 30-4801
#
# Only one process can make such a link, and the last of the chain has the lock. It alone removes the
# first link. A link to a chain that is gone does no harm, as no two processes have the same name.

held=''

# Sets name to the id of a process and the time of its start, or to what no process has. Unlike
# `kill -0` this sees a process of another user, and one that has the id of a dead one.
name_process() {
    name=$1
    if [ -r "/proc/$1/stat" ]; then
        { read -r line; } 2>/dev/null <"/proc/$1/stat" &&
            set -- ${line##*)} && [ "$1" != Z ] && name=$name-${20}
    else
        name=$name-$(ps -o lstart= -p "$1" 2>/dev/null | tr -cd '[:alnum:]')
    fi
}

# Sets holder to the last of the chain, and dead to those before it.
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

# Becomes the heir of a dead holder. The chain may be gone since it was read, and the link be useless.
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

# The first link goes first: without it the others mean nothing.
release_lock() {
    [ -n "$held" ] || return 0
    held=''
    rm -f "$lock"
    for name in $dead; do
        rm -f "$lock.$name"
    done
}
