# shellcheck shell=bash
# Make a bare Debian in a folder and run commands in it: to be sourced by scripts that try things
# on a machine which has nothing yet. Needs root and debootstrap.
#
# Machines that reach packages their own way say so by environment variables:
#   MIRROR        where debootstrap takes Debian from; else its own default
#   PIP_CONFIG    a file that becomes /etc/pip.conf inside
#   APT_CONFIG_DIRECTORY   its files are copied to /etc/apt/apt.conf.d inside
#   CERTIFICATES  a file of authorities to trust inside

# make_machine SUITE FOLDER [PACKAGES]: do nothing where the folder holds a whole one already.
make_machine() {
    if [ -e "$2/.ready" ]; then return; fi
    if [ -e "$2/.begun" ]; then rm -rf --one-file-system "$2"; fi  # a stopped debootstrap's
    if [ -n "$(ls -A "$2" 2>/dev/null)" ]; then
        echo "$2 holds something else: remove that, or name another folder." >&2
        exit 1
    fi
    mkdir -p "$2"
    touch "$2/.begun"
    debootstrap --variant=minbase ${3:+--include="$3"} "$1" "$2" ${MIRROR:+"$MIRROR"} >"$2.log"
    cp /etc/resolv.conf /etc/hosts "$2/etc/"
    if [ -n "${PIP_CONFIG:-}" ]; then cp "$PIP_CONFIG" "$2/etc/pip.conf"; fi
    if [ -n "${CERTIFICATES:-}" ]; then
        mkdir -p "$2/etc/ssl/certs"
        cp -L "$CERTIFICATES" "$2/etc/ssl/certs/ca-certificates.crt"
    fi
    if [ -n "${APT_CONFIG_DIRECTORY:-}" ]; then
        cp "$APT_CONFIG_DIRECTORY"/* "$2/etc/apt/apt.conf.d/"
    fi
    mv "$2/.begun" "$2/.ready"
}

# enter FOLDER: what is mounted there is let go when the script ends.
enter() {
    entered=$1
    trap 'umount --lazy "$entered/dev" "$entered/proc" 2>/dev/null || true' EXIT
    mount -t proc proc "$1/proc"
    mount --bind /dev "$1/dev"
}

# inside COMMANDS: run them in the machine that was entered, with nothing of this one's settings.
inside() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive PIP_CERT=/etc/ssl/certs/ca-certificates.crt \
        chroot "$entered" bash -ec "$1" </dev/null
}
