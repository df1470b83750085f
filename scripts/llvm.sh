#!/bin/sh
# Mitsuba's fast variant needs libLLVM 17 or newer. If none works here, unpack Debian's into the virtual
# environment (no root). Without it the plain variant is used, about three times slower.
venv=$1
if "$venv/bin/python" -c 'import sys; from rayograph.world.render import variant as v; sys.exit(v.library() is None)'; then
	exit 0
fi
for version in 19 18 17; do
	work=$(mktemp -d) || exit 1
	if (cd "$work" && apt-get download "libllvm$version" >/dev/null 2>&1) && command -v dpkg >/dev/null; then
		mkdir -p "$venv/llvm"
		dpkg -x "$work"/libllvm*.deb "$work/tree" && find "$work/tree" -name 'libLLVM*.so*' -type f -exec cp {} "$venv/llvm/" \;
	fi
	rm -rf "$work"
	if "$venv/bin/python" -c 'import sys; from rayograph.world.render import variant as v; sys.exit(v.library() is None)'; then
		echo "rayograph: unpacked libLLVM $version into $venv/llvm"
		exit 0
	fi
done
echo "rayograph: no libLLVM 17 or newer; shots use the plain renderer, about 3 times slower. Cure: install libllvm19" >&2
exit 1
