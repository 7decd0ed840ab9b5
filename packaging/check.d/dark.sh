# shellcheck shell=bash disable=SC2154,SC2034 # the parts share their variables
on_dark_desktop() { skip "a dark desktop"; }
