#!/usr/bin/env bash
# Try the packages on a bare Debian as a learner does: install, start, tick, quit, see the tick
# again, and remove. Needs root and debootstrap.
#
#   packaging/try_package.sh bookworm [FOLDER]     Debian 12
#   packaging/try_package.sh trixie [FOLDER]       Debian 13
#
# How packages are reached is told in machine.sh. `python3 dev.py package` comes first.
set -euo pipefail

suite=$1
folder=$(realpath -m "${2:-/tmp/package-$suite}")
sources=$(cd "$(dirname "$0")/.." && pwd)
. "$sources/packaging/machine.sh"

make_machine "$suite" "$folder"
enter "$folder"
rm -rf "$folder/packages"
cp -r "$sources/dist/packages" "$folder/packages"

# How the program is started and used; `start COMMAND` ends when it has been quit by its menu's key.
cat >"$folder/packages/using.sh" <<'USING'
start() {
    rm -f /tmp/display
    program= screen=
    trap 'kill $program $screen 2>/dev/null' EXIT  # a trial that fails leaves nothing running
    Xvfb -displayfd 3 -screen 0 1366x768x24 -noreset 3>/tmp/display >/dev/null 2>&1 & screen=$!
    until [ -s /tmp/display ]; do  # a fixed number may be taken
        kill -0 "$screen" || exit 1
        sleep 0.2
    done
    export DISPLAY=":$(cat /tmp/display)"
    "$@" & program=$!
    # With no window manager nobody else gives the window the keyboard.
    timeout 60 xdotool search --sync --onlyvisible --name " CourseTracker" windowfocus
    sleep 2
    xdotool key --delay 50 Home Down Down space
    sleep 1
    xdotool key ctrl+q
    for _ in $(seq 60); do kill -0 "$program" 2>/dev/null || break; sleep 0.5; done
    if kill -9 "$program" 2>/dev/null; then echo "It did not end."; exit 1; fi
    wait "$program"  # a program that fails fails the trial
    kill "$screen"
    wait "$screen" || true
    trap - EXIT
}

# ticked PROGRAM DATA: the number of lessons that are done.
ticked() {
    "$1" --data-dir "$2" export --markdown /tmp/ticked.md >/dev/null
    grep -c '\[x\]' /tmp/ticked.md
}
USING

inside '[ -e /usr/bin/python3 ] && echo "There is a Python here already." || echo "No Python here."
    apt-get update >/dev/null
    apt-get install -y --no-install-recommends xvfb xdotool desktop-file-utils >/dev/null 2>&1
    cd /packages && sha256sum --check --quiet SHA256SUMS && echo "The checksums are right."'
inside 'apt-get install -y --no-install-recommends /packages/*.deb >/tmp/apt.log 2>&1 \
        || { cat /tmp/apt.log; exit 1; }
    echo "Installed: $(dpkg-query --show coursetracker)"
    dpkg --verify coursetracker && echo "All files are as they were packed."
    library=/usr/lib/coursetracker/_internal  # the program looks there first, too
    if LD_LIBRARY_PATH=$library find "$library" -name "*.so*" -exec ldd {} + 2>/dev/null |
        grep "not found" | grep -v -E "libcups|libwayland"; then exit 1; fi
    echo "No library is missing."
    grep -q "text/markdown=.*coursetracker.desktop" /usr/share/applications/mimeinfo.cache
    for list in /usr/share/applications/mimeapps.list /etc/xdg/mimeapps.list; do
        if grep -qs coursetracker "$list"; then exit 1; fi
    done
    echo "It is offered for Markdown and made the default of nothing."'
inside '. /packages/using.sh
    start coursetracker --data-dir /tmp/progress
    [ "$(ticked coursetracker /tmp/progress)" = 1 ]
    echo "Started, ticked and quit; the tick is there."
    coursetracker --data-dir /tmp/progress export --pdf /tmp/report.pdf >/dev/null
    [ "$(head -c 4 /tmp/report.pdf)" = %PDF ] && echo "The report is written."'
inside 'apt-get purge -y coursetracker >/dev/null 2>&1
    left=$(find / -xdev -path /packages -prune -o -path /proc -prune -o -path /tmp -prune \
        -o -path /var/log -prune -o -path /var/cache -prune -o -iname "*coursetracker*" -print)
    [ -z "$left" ] || { echo "$left"; exit 1; }
    if grep -qs coursetracker /usr/share/applications/mimeinfo.cache; then exit 1; fi
    [ -s /tmp/progress/coursetracker.sqlite3 ]
    echo "Removed: nothing is left but the progress."'
inside '. /packages/using.sh
    mkdir -p /tmp/unpacked
    apt-get install -y --no-install-recommends xz-utils >/dev/null 2>&1
    tar -xJf /packages/*.tar.xz -C /tmp/unpacked --strip-components=1
    start /tmp/unpacked/bin/coursetracker --data-dir /tmp/other
    [ "$(ticked /tmp/unpacked/bin/coursetracker /tmp/other)" = 1 ]
    rm -r /tmp/unpacked /tmp/other /tmp/progress
    echo "The archive runs where it was unpacked."'
