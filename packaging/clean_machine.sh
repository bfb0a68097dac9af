#!/usr/bin/env bash
# Try the README's commands on a bare Debian: python3 and git, nothing else. Needs root and
# debootstrap.
#
#   packaging/clean_machine.sh bookworm [FOLDER]     Debian 12
#   packaging/clean_machine.sh trixie [FOLDER]       Debian 13
#
# How packages are reached is told in machine.sh.
set -euo pipefail

suite=$1
folder=$(realpath -m "${2:-/tmp/clean-$suite}")
sources=$(cd "$(dirname "$0")/.." && pwd)

. "$sources/packaging/machine.sh"

make_machine "$suite" "$folder" python3,git,ca-certificates
enter "$folder"
rm -rf "$folder/home/coursetracker"
git clone --quiet "$sources" "$folder/home/coursetracker"

inside 'cd /home/coursetracker && time python3 dev.py run && head -c 4 coursetracker-report.pdf'
echo
inside 'cd /home/coursetracker && time python3 dev.py test -q'
inside 'apt-get install -y --no-install-recommends xvfb xauth xdotool >/dev/null 2>&1
    cd /home/coursetracker
    rm -f /tmp/display  # of a run before this one
    trap "kill \$program \$screen 2>/dev/null || true" EXIT  # what fails leaves nothing running
    Xvfb -displayfd 3 -noreset 3>/tmp/display >/dev/null 2>&1 & screen=$!
    until [ -s /tmp/display ]; do  # a fixed number may be taken
        kill -0 $screen || exit 1
        sleep 0.2
    done
    export DISPLAY=":$(cat /tmp/display)"
    python3 dev.py run --data-dir /tmp/progress & program=$!
    timeout 60 xdotool search --sync --onlyvisible --name CourseTracker
    echo "The window was shown."
    kill $screen  # which ends the program too
    wait $program || true'
