#!/bin/sh
# Mitsuba's fast variant needs libLLVM 17 or newer. If none works here, unpack Debian's or Ubuntu's into the
# virtual environment, with those of its dependencies that this machine lacks. No root is needed and nothing
# outside the environment changes. Without it the plain variant is used, about three times slower.
venv=$1
works() {
	"$venv/bin/python" -c 'import sys; from rayograph.world.render import variant as v; sys.exit(v.library() is None)' \
		2>/dev/null
}
works && exit 0

cure="install libLLVM 17 or newer (Debian, Ubuntu: libllvm19) and run make llvm"
fail() {
	rm -rf "$work"
	echo "rayograph: $1; shots use the plain renderer, about 3 times slower. To change that: $cure" >&2
	exit 1
}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
command -v apt-get >/dev/null && command -v dpkg >/dev/null || fail "no libLLVM 17 or newer, and no apt to get one"
echo "rayograph: no libLLVM 17 or newer that works; getting one"

download() { # package lists: the machine's, or (after `refresh`) our own
	(cd "$work" && apt-get $lists download "$@" >/dev/null 2>&1)
}
refresh() {
	mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
	lists="-o Dir::State::lists=$work/lists -o Dir::Cache=$work/cache"
	apt-get $lists update >/dev/null 2>&1
}
fetch() {
	for version in 19 18 17 20; do
		download "libllvm$version" && package=libllvm$version && return 0
	done
	return 1
}
lists=
fetch || { refresh && fetch; } || fail "no libLLVM 17 or newer, and apt has none to download"

unpack() { for file in "$work"/*.deb; do dpkg -x "$file" "$work/tree" && rm "$file" || return 1; done; }
missing() { for file in "$venv"/llvm/*.so*; do ldd "$file"; done 2>/dev/null | sed -n 's/^[[:space:]]*\(.*\) => not found.*/\1/p' | sort -u; }
mkdir -p "$venv/llvm"
rm -f "$venv"/llvm/*
unpack || fail "dpkg cannot unpack $package"
find "$work/tree" -name 'libLLVM*.so*' -type f -exec cp {} "$venv/llvm/" \;
if [ -n "$(missing)" ]; then
	needed=$(apt-cache $lists depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks \
		--no-replaces --no-enhances "$package" | grep -E '^[a-z0-9]' | grep -vE "^($package|libc6|gcc-.*)(:|$)" | sort -u)
	for name in $needed; do download "$name"; done
	unpack
	for round in 1 2 3 4; do # a dependency may lack dependencies of its own
		for name in $(missing); do
			found=$(find "$work/tree" -name "$name" | head -n 1)
			if [ -n "$found" ] && [ ! -e "$venv/llvm/$name" ]; then cp -L "$found" "$venv/llvm/$name"; fi
		done
	done
fi
works || fail "$package was unpacked into $venv/llvm and does not load"
echo "rayograph: unpacked $package into $venv/llvm"
