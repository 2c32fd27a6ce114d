#!/usr/bin/env bash
# Opens the real window once on a virtual X display, with a window manager, and uses it as a person
# would: opens the example, adds a premise with the keyboard, undoes and redoes, saves, exports.
# What is judged is what lies on disk afterwards.
#   window.sh PROGRAM [FOLDER]     needs Xvfb, openbox, xdotool, xdpyinfo, xprop
set -euo pipefail
program=$1
examples=$(cd "$(dirname "${BASH_SOURCE[0]}")/../examples" && pwd)
folder=${2:-$(mktemp -d)}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
map=$folder/dispute.argmap.yaml
cp "$examples/indivisible-security.argmap.yaml" "$map"

# A home of its own: no settings, journals or recent files of whoever runs this.
export HOME=$folder/home XDG_RUNTIME_DIR=$folder/run XDG_SESSION_TYPE=x11 QT_QPA_PLATFORM=xcb
mkdir -p "$HOME" && mkdir -p -m 700 "$XDG_RUNTIME_DIR"
unset WAYLAND_DISPLAY XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME

started=()
stop() { for id in "${started[@]}"; do kill "$id" 2>/dev/null || true; done; }
trap stop EXIT
fail() { echo "window: $*" >&2; cat "$folder/stderr" >&2 2>/dev/null || true; exit 1; }
until_() { # until_ SECONDS COMMAND... - wait until the command holds
  local end=$((SECONDS + $1)); shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.1
  done
}

display=90
while [ -e "/tmp/.X$display-lock" ] || [ -e "/tmp/.X11-unix/X$display" ]; do display=$((display + 1)); done
export DISPLAY=:$display
Xvfb "$DISPLAY" -screen 0 1280x800x24 -nolisten tcp -noreset -r >"$folder/xvfb.log" 2>&1 & started+=($!)
until_ 20 xdpyinfo || fail "no display"
openbox --sm-disable >"$folder/openbox.log" 2>&1 & started+=($!)
managed() { xprop -root _NET_SUPPORTING_WM_CHECK | grep 'window id'; }
until_ 20 managed || fail "no window manager"

"$program" "$map" >"$folder/stdout" 2>"$folder/stderr" & app=$!; started+=("$app")
titled() { xdotool search --onlyvisible --name "$1"; }
until_ 60 titled 'dispute.*argmap' || fail "no window"
window=$(titled 'dispute.*argmap' | tail -n 1)
xdotool windowactivate --sync "$window"
sleep 2 # the first picture is being laid out

key() { xdotool key --delay 80 "$@"; sleep 0.4; }
cp "$map" "$folder/before.yaml"
count() { "$program" info --json "$map" | sed -n '/"statements"/,/}/s/.*"all": \([0-9]*\).*/\1/p'; }
before=$(count)
key Tab # the conclusion is selected: a premise of it
xdotool type --delay 30 'A premise that was typed in the window.'
key Return
key ctrl+z
key ctrl+shift+z
key ctrl+s
saved() { grep -q 'A premise that was typed in the window' "$map"; }
until_ 20 saved || fail "the premise was not saved"
[ "$(count)" = $((before + 1)) ] || fail "there are $(count) statements, not $((before + 1))"
"$program" check "$map" || fail "the saved map has problems"
removed=$(diff "$folder/before.yaml" "$map" | grep -c '^<' || true)
[ "$removed" = 0 ] || fail "saving touched $removed lines that were not edited"

key ctrl+e # the export dialog; Return takes what it proposes, here and in the file dialog
until_ 20 titled '[Ee]xport' || fail "no export dialog"
key Return
sleep 1
titled '[Ee]xport|[Ss]ave' >/dev/null 2>&1 && key Return
exported() { find "$folder" -maxdepth 1 -name 'dispute*.svg' -size +1k -o -maxdepth 1 -name 'dispute*.png' -size +1k | grep -q .; }
until_ 20 exported || fail "nothing was exported"

key ctrl+q
gone() { ! kill -0 "$app"; }
until_ 20 gone || fail "the window did not close"
status=0; wait "$app" || status=$?
[ "$status" = 0 ] || fail "the program ended with status $status"
if grep -E 'Traceback|QObject|Qt[A-Z]|qt\.' "$folder/stderr"; then fail "Qt or Python complained"; fi
echo "window: opened, edited, undone, saved and exported"
