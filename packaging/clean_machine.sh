#!/usr/bin/env bash
# Try the README's commands on a bare Debian: python3 and git, nothing else. Needs root and
# debootstrap.
#
#   packaging/clean_machine.sh bookworm [FOLDER]     Debian 12
#   packaging/clean_machine.sh trixie [FOLDER]       Debian 13
#
# Machines that reach packages their own way say so by environment variables:
#   MIRROR        where debootstrap takes Debian from; else its own default
#   PIP_CONFIG    a file that becomes /etc/pip.conf inside
#   APT_CONFIG_DIRECTORY   its files are copied to /etc/apt/apt.conf.d inside
#   CERTIFICATES  a file of authorities to trust inside
set -euo pipefail

suite=$1
folder=$(realpath -m "${2:-/tmp/clean-$suite}")
sources=$(cd "$(dirname "$0")/.." && pwd)

make_machine() {
    debootstrap --variant=minbase --include=python3,git,ca-certificates "$suite" "$folder" \
        ${MIRROR:+"$MIRROR"} >"$folder.log"
    cp /etc/resolv.conf /etc/hosts "$folder/etc/"
    if [ -n "${PIP_CONFIG:-}" ]; then cp "$PIP_CONFIG" "$folder/etc/pip.conf"; fi
    if [ -n "${CERTIFICATES:-}" ]; then
        cp -L "$CERTIFICATES" "$folder/etc/ssl/certs/ca-certificates.crt"
    fi
    if [ -n "${APT_CONFIG_DIRECTORY:-}" ]; then
        cp "$APT_CONFIG_DIRECTORY"/* "$folder/etc/apt/apt.conf.d/"
    fi
}

inside() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        PIP_CERT=/etc/ssl/certs/ca-certificates.crt chroot "$folder" bash -ec "$1" </dev/null
}

let_go() {
    umount --lazy "$folder/dev" "$folder/proc" 2>/dev/null || true
}

[ -d "$folder/etc" ] || make_machine
trap let_go EXIT
mount -t proc proc "$folder/proc"
mount --bind /dev "$folder/dev"
rm -rf "$folder/home/coursetracker"
git clone --quiet "$sources" "$folder/home/coursetracker"

inside 'cd /home/coursetracker && time python3 dev.py run && head -c 4 coursetracker-report.pdf'
echo
inside 'cd /home/coursetracker && time python3 dev.py test -q'
inside 'export DEBIAN_FRONTEND=noninteractive
    apt-get install -y --no-install-recommends xvfb xauth xdotool >/dev/null 2>&1
    cd /home/coursetracker
    Xvfb -displayfd 3 -noreset 3>/tmp/display >/dev/null 2>&1 & screen=$!
    until [ -s /tmp/display ]; do sleep 0.2; done  # a fixed number may be taken
    export DISPLAY=":$(cat /tmp/display)"
    python3 dev.py run --data-dir /tmp/progress & program=$!
    timeout 60 xdotool search --sync --onlyvisible --name CourseTracker
    echo "The window was shown."
    kill $screen  # which ends the program too
    wait $program || true'
